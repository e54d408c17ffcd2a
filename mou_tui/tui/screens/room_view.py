"""The room view: only the clause on the table, for the whole room."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mou_tui.desk import Desk
from mou_tui.draft.room_view import room_view
from mou_tui.tui.deed import bindings
from mou_tui.tui.keys import EVERYWHERE
from mou_tui.tui.screen_keys import ROOM
from mou_tui.tui.screens.giving import GivingScreen
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.tui.widgets.roompage import RoomPage


class RoomViewScreen(GivingScreen[None]):
    """Shows what lies on a desk.

    Args:
        desk: the desk.
        go: puts another place on its table, and shows it wherever it is shown.
    """

    DEEDS = ROOM
    HELP = "What the whole room sees of the clause on the table. Arrows and Page Up and Down scroll a long one."
    AUTO_FOCUS = "#clause"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ROOM),
        *bindings(EVERYWHERE),
        Binding("ctrl+d", "leave", show=False, id="room_view"),
    ]

    def __init__(self, desk: Desk, go: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()
        self._desk = desk
        self._go = go

    def compose(self) -> ComposeResult:
        """The clause, and the way back."""
        yield RoomPage(id="room")
        yield KeyBar(ROOM)

    def on_mount(self) -> None:
        """Show the clause."""
        self._show()

    def _show(self) -> None:
        desk = self._desk
        self.query_one(RoomPage).show(room_view(desk.checklist, desk.session, desk.place))

    async def action_next(self) -> None:
        """Turn to the next clause."""
        await self._turn(+1, "This is the last clause.")

    async def action_back(self) -> None:
        """Turn to the clause before."""
        await self._turn(-1, "This is the beginning.")

    async def _turn(self, distance: int, end: str) -> None:
        place = self._desk.neighbour(distance)
        if place is None:
            self.notify(end, markup=False)
        else:
            await self._go(place)
            self._show()

    def action_leave(self) -> None:
        """Go back to the interview."""
        self.dismiss(None)
