"""The dialog that asks for a file: its path is typed, or it is chosen from the folders."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from mou_tui import paths
from mou_tui.tui.dialogs.form_drafts import FormDraft
from mou_tui.tui.dialogs.form_fields import LineField, go_on
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.folder_list import FolderList
from mou_tui.workspace.folders import first_folder, folder_name

PATH = "path"


class FilePicker(SafeDismissDialog["Path | None"]):
    """Asks for a file; returns its path, or None after Esc.

    Args:
        title: the question.
        endings: how the names of the files end that are listed; any other can be typed.
        done: the label of the button that submits.
        explanation: shown below the title.
        draft: keeps the typed path.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, title: str, endings: tuple[str, ...], done: str, explanation: str, *, draft: FormDraft) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._done = done
        self._explanation = explanation
        self._draft = draft
        self._path = LineField("field-path", draft.typed.get(PATH, ""), "Type or paste a path, or Tab to the list")
        self._files = FolderList(first_folder(), endings)

    def compose(self) -> ComposeResult:
        """Compose the path, the folder with its files, and two buttons."""
        with Vertical(classes="dialog-box"):
            yield Static(Content(self._title), classes="dialog-title")
            if self._explanation:
                yield Static(Content(self._explanation), classes="dialog-text")
            yield self._path
            yield Static(id="folder-name", classes="field-label")
            yield self._files
            yield Static(id="folder-note", classes="note")
            with Horizontal(classes="dialog-buttons"):
                yield Button(Content(self._done), id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Say that a path typed the last time is there again, where one is."""
        self._draft.announce_restored(self.app)

    def on_folder_list_folder_shown(self, event: FolderList.FolderShown) -> None:
        """Name the folder, and say what is to be said of it."""
        self.query_one("#folder-name", Static).update(Content(folder_name(event.folder.path)))
        note = self.query_one("#folder-note", Static)
        note.update(Content(event.folder.note))
        note.display = bool(event.folder.note)

    def on_folder_list_file_chosen(self, event: FolderList.FileChosen) -> None:
        """Return the file."""
        self._draft.clear()
        self.dismiss(event.path)

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        if not go_on(self, event):
            self._finish()

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        """Return the typed path; go into it where it is a folder, or to the list where none is typed."""
        path = paths.typed(self._typed)
        if not self._typed:
            self.set_focus(self._files)
        elif _is_folder(path):
            self._path.value = ""
            self._files.show_folder(path)
            self.set_focus(self._files)
        else:
            self._draft.clear()
            self.dismiss(path)

    @property
    def _typed(self) -> str:
        return self._path.text.strip()

    @on(Input.Changed)
    def _keep(self) -> None:
        self._draft.keep({PATH: self._typed} if self._typed else {})

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close the dialog; a typed path is there the next time."""
        self._draft.announce_kept(self.app)
        self.dismiss(None)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
