"""What a projector shows during a break: one calm line, and nothing of the agreement."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

BREAK = "Back in a few minutes."


class BlankPage(Vertical):
    """Covers a screen with one line in its middle."""

    can_focus = True

    def __init__(self, id: str) -> None:
        super().__init__(Static(id="blank-line"), id=id)
        self.display = False
        self._focused_before: Widget | None = None

    def cover(self, line: str) -> None:
        """Show a line instead of all else on the screen; an empty one shows the rest again, and keys go there again."""
        if line and not self.display:
            self._focused_before = self.screen.focused
        self.query_one("#blank-line", Static).update(Content(line))
        for widget in self.screen.children:
            widget.set_class(bool(line), "-covered")
        self.remove_class("-covered")
        self.display = bool(line)
        if not line and self._focused_before:
            # The focus is lost with the last layout of what was covered.
            self.call_after_refresh(self.screen.set_focus, self._focused_before)
            self._focused_before = None
