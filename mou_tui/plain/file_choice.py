"""Choosing a file: by its path, or from the folders, one after another."""

from __future__ import annotations

from pathlib import Path

from mou_tui import paths
from mou_tui.plain.console import Console
from mou_tui.workspace.folders import first_folder, folder_name, read_folder, recent_folders


def ask_file(console: Console, prompt: str, endings: tuple[str, ...]) -> Path:
    """Ask for the path of a file; where none is given, or that of a folder, let one be chosen from the folders.

    Args:
        console: where to ask.
        prompt: the question.
        endings: how the names of the files end that are offered.

    Raises:
        CommandInterrupt: none is wanted, or a command was given instead.
        InputClosed: the input ended.
    """
    typed = console.ask(prompt)
    path = paths.typed(typed) if typed else first_folder()
    while _is_folder(path):
        folder = read_folder(path, endings)
        other_folders = [other for other in recent_folders() if other != folder.path]
        choices = [(entry.label, entry.path) for entry in folder.entries]
        choices += [(f"Up to {folder_name(folder.parent)}", folder.parent)] if folder.parent else []
        choices += [(f"Go to {folder_name(other)}", other) for other in other_folders]
        console.say(f"In {folder_name(folder.path)}:")
        if folder.note:
            console.say(folder.note)
        path = choices[console.pick("Which one?", [label for label, _ in choices])][1]
    return path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
