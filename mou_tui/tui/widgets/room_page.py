"""The room view with its head: which meeting it is, and how much is agreed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from mou_tui.reports.room_view import RoomView
from mou_tui.tui.widgets.clause import Clause


class RoomPage(Vertical):
    """Shows a room view, and nothing else."""

    def compose(self) -> ComposeResult:
        """Compose one line, and the clause."""
        with Horizontal(id="room-head"):
            yield Static(id="room-meeting")
            yield Static(id="room-agreed")
        yield Clause(id="clause")

    def show(self, view: RoomView) -> None:
        """Show a clause."""
        self.query_one("#room-meeting", Static).update(Content(view.meeting))
        self.query_one("#room-agreed", Static).update(Content(f"Agreed {view.agreed} of {view.needed}"))
        self.query_one(Clause).show(view)
