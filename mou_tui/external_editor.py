"""Editing a text in the person's own editor, through a temporary file."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave
from mou_tui.language.text import for_display
from mou_tui.storage.atomic_file import read_bytes, write_atomically
from mou_tui.storage.os_errors import describe_os_error

LIMIT = 4 * 1024 * 1024
"""Bytes that are taken back."""

UNCHANGED = "Nothing was changed. An editor with a window of its own must be told to wait, as in EDITOR='code --wait'."


def edit_externally(text: str) -> str:
    """Open a text in the editor that `VISUAL` or `EDITOR` names, and return the edited text, not yet cleaned.

    The terminal must be the editor's meanwhile. Whatever it leaves behind is removed.

    Raises:
        CannotOpen: There is no editor, it failed, or what it left cannot be read. Nothing was changed.
        CannotSave: There is nowhere to put the text.
    """
    editor = command()
    with _folder() as folder:
        file = folder / "answer.md"
        write_atomically(file, text.encode(), private=True)
        _run([*editor, str(file)])
        return _read(file, ends_line=text.endswith("\n"))


def command() -> list[str]:
    """Return the editor with its options.

    Raises:
        CannotOpen: None is set.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "")
    try:
        command = shlex.split(named, posix=os.name != "nt")
    except ValueError:
        raise CannotOpen(
            f"EDITOR is “{for_display(named, 60)}”, which opens a quotation mark and never closes it."
        ) from None
    if not command:
        raise CannotOpen("No editor is set. Before mou-tui, type for example: export EDITOR=nano")
    return [word.strip('"') for word in command] if os.name == "nt" else command


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    """Yield a folder for the owner alone, so that the files that editors add are removed with it."""
    state = paths.state()
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(prefix="editing-", dir=state, ignore_cleanup_errors=True)
    except OSError as error:
        raise CannotSave(f"“{for_display(state)}” cannot be used: {describe_os_error(error)}.") from error
    with folder as made:
        yield Path(made)


def _run(call: list[str]) -> None:
    try:
        with _deaf_to_interrupts():
            code = subprocess.run(call, check=False).returncode
    except OSError as error:
        raise CannotOpen(
            f"The editor “{for_display(call[0], 60)}” cannot be started: {describe_os_error(error)}."
        ) from error
    if code:
        raise CannotOpen(f"The editor “{for_display(call[0], 60)}” ended with the code {code}. Nothing was changed.")


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Leave Ctrl+C to the editor. A handler and not SIG_IGN, which the editor would inherit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _read(file: Path, *, ends_line: bool) -> str:
    try:
        text = read_bytes(file, LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotOpen("The editor did not save in UTF-8. Nothing was changed.") from None
    text = text.replace("\r\n", "\n")
    # Editors end the last line, whether or not it was ended.
    return text if ends_line else text.removesuffix("\n")
