"""A checkbox that is readable without color."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Checkbox


class AsciiCheckbox(Checkbox):
    """Shows `[x]` or `[ ]`: Space ticks it, and Enter goes on, as it does from a line of text."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "go_on", show=False)]

    def action_go_on(self) -> None:
        """Go to the next field."""
        self.screen.focus_next()

    @property
    def _button(self) -> Content:
        return Content(f"[{'x' if self.value else ' '}]")
