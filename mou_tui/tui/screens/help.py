"""Help: what can be done here, made from the table of keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mou_tui.tui.deed import Deed
from mou_tui.tui.screens.giving import GivingDialog


class HelpScreen(GivingDialog[None]):
    """Shows a few words on the screen below, and every deed with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,enter", "dismiss", "Close")]

    def __init__(self, words: str, deeds: Iterable[Deed]) -> None:
        super().__init__(classes="dialog")
        self._words = words
        self._deeds = tuple(deeds)

    def compose(self) -> ComposeResult:
        """The words over the table."""
        with Vertical(classes="dialog-box -large"):
            yield Static("Help · Esc closes · Ctrl+P is the menu of everything", classes="dialog-title")
            with VerticalScroll(classes="dialog-message"):
                yield Static(Content(" ".join(self._words.split())), classes="dialog-text")
                yield Static(Content("\n").join([_line(deed) for deed in self._deeds]))
                yield Static(
                    "Select with the mouse and copy with Ctrl+C. "
                    "Hold Shift while dragging to use your terminal’s own selection.",
                    classes="dialog-text",
                )


def _line(deed: Deed) -> Content:
    if deed.keys:
        return Content.assemble((f"{deed.shown_keys:<8}", "bold"), deed.help)
    return Content.assemble(("Ctrl+P  ", "dim"), (f"{deed.name}: ", "bold"), deed.help)
