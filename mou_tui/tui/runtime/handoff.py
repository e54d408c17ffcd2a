"""Hands text to the clipboard and to the person's own editor."""

from __future__ import annotations

from textual.app import App, SuspendNotSupported

from mou_tui.errors import CannotOpen, MouError


def copy(app: App[None], text: str) -> str:
    """Copy text through the terminal and through the system.

    Over a remote connection only the terminal's way reaches the person's own computer; some terminals do not know it.

    Returns:
        How it was copied, to follow "Copied the draft".
    """
    import pyperclip

    app.copy_to_clipboard(text)
    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException:
        return "through the terminal"
    return "to the clipboard"


def edit_externally(app: App[None], text: str) -> str:
    """Suspend the app, open a text in the person's own editor, and return the edited text.

    Raises:
        MouError: The editor could not be started or read; nothing was changed.
    """
    from mou_tui.external_editor import edit_externally

    failure: MouError | None = None
    try:
        with app.suspend():
            # Textual resumes only if nothing is raised in here: https://github.com/Textualize/textual/issues/6692
            try:
                text = edit_externally(text)
            except MouError as error:
                failure = error
    except SuspendNotSupported:
        failure = CannotOpen("The screen cannot be lent to an editor here. Nothing was changed.")
    if failure:
        raise failure
    return text
