"""Handing text to what lies outside the program: the clipboard, and the person's own editor."""

from __future__ import annotations

from textual.app import App, SuspendNotSupported

from mou_tui.errors import CannotOpen, MouError


def copy(app: App[None], text: str) -> str:
    """Copy text, both through the terminal and through the system, and say how.

    Over a remote connection only the terminal's way reaches the person's own computer; some terminals do not know it.

    Returns:
        A few words to follow "Copied the draft".
    """
    import pyperclip

    app.copy_to_clipboard(text)
    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException:
        return "through the terminal"
    return "to the clipboard"


def edit_externally(app: App[None], text: str) -> str:
    """Lend the terminal to the person's own editor with a text in it, and return what became of the text.

    Raises:
        MouError: it could not be done; nothing was changed.
    """
    from mou_tui.external_editor import edit_externally

    failure: MouError | None = None
    try:
        with app.suspend():
            # Textual takes the terminal back only if nothing is raised in here (seen in 8.2.8).
            try:
                text = edit_externally(text)
            except MouError as error:
                failure = error
    except SuspendNotSupported:
        failure = CannotOpen("The screen cannot be lent to an editor here. Nothing was changed.")
    if failure:
        raise failure
    return text
