"""Handing text to what lies outside the terminal: the clipboard."""

from __future__ import annotations

from textual.app import App


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
