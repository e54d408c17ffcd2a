"""The list of what is in a folder: Enter goes into a folder, or chooses a file; Backspace goes up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from mou_tui.workspace.folders import Folder, folder_name, read_folder, recent_folders


class FolderList(OptionList):
    """Shows folders and the files of a kind.

    Args:
        folder: the folder to begin in.
        endings: how the names of the files end that are listed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("backspace,left", "up", "Up", show=False)]

    @dataclass
    class FileChosen(Message):
        """Says which file was chosen."""

        path: Path

    @dataclass
    class FolderShown(Message):
        """Says which folder is shown now."""

        folder: Folder

    def __init__(self, folder: Path, endings: tuple[str, ...]) -> None:
        super().__init__(id="folder-list", compact=True)
        self._endings = endings
        self._folder = Folder(folder, (), "")
        self._targets: list[tuple[Path, bool]] = []
        """What each row leads to, and whether that is a folder."""

    def on_mount(self) -> None:
        """Show the first folder."""
        self.show_folder(self._folder.path)

    @work(thread=True, exclusive=True)
    def show_folder(self, path: Path) -> None:
        """Read a folder, which may lie on a slow disk, and show it."""
        folder, recent = read_folder(path, self._endings), recent_folders()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, folder, recent)

    def _show(self, folder: Folder, recent: tuple[Path, ...]) -> None:
        if not self.is_attached:
            return
        came_from = self._folder.path
        self._folder = folder
        self.clear_options()
        self._targets = []
        options = list(self._rows_of(folder, recent))
        self.add_options(options)
        self.highlighted = self._row_of(came_from)
        self.post_message(self.FolderShown(folder))

    def _rows_of(self, folder: Folder, recent: tuple[Path, ...]) -> Iterator[Option]:
        if folder.parent is not None:
            yield self._option(f"↑ Up to {folder_name(folder.parent)}", folder.parent, is_folder=True)
        for entry in folder.entries:
            yield self._option(entry.label, entry.path, is_folder=entry.is_folder)
        for other in recent:
            if other != folder.path:
                yield self._option(f"→ Go to {folder_name(other)}", other, is_folder=True)

    def _option(self, label: str, target: Path, *, is_folder: bool) -> Option:
        self._targets.append((target, is_folder))
        return Option(Content(label))

    def _row_of(self, path: Path) -> int | None:
        """Return the row of the folder that was left, or of the first entry."""
        targets = [target for target, _ in self._targets]
        first = 1 if self._folder.parent is not None and len(targets) > 1 else 0
        is_within = path.parent == self._folder.path and path in targets
        return targets.index(path) if is_within else (first if targets else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go into the folder of the row, or choose its file."""
        event.stop()
        path, is_folder = self._targets[event.option_index]
        if is_folder:
            self.show_folder(path)
        else:
            self.post_message(self.FileChosen(path))

    def action_up(self) -> None:
        """Go to the folder that this one is in."""
        if self._folder.parent is not None:
            self.show_folder(self._folder.parent)
