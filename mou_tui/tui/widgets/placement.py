"""A paragraph of an earlier agreement on one side, and on the other what it is held to be about."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Placement(VerticalScroll):
    """Two texts with a heading each, side by side where there is room."""

    def compose(self) -> ComposeResult:
        """Compose each under its heading."""
        with Container(id="both"):
            for side in ("old", "new"):
                with Container(classes="side"):
                    yield Static(id=f"{side}-heading", classes="side-heading")
                    yield Static(id=f"{side}-text")

    def show(self, old: tuple[str, str], new: tuple[str, Content]) -> None:
        """Show pairs of a heading and a text."""
        self.query_one("#old-heading", Static).update(Content(old[0]))
        self.query_one("#old-text", Static).update(Content(old[1]))
        self.query_one("#new-heading", Static).update(Content(new[0]))
        self.query_one("#new-text", Static).update(new[1])
        self.scroll_home(animate=False)
