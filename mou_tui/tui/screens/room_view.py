"""The room view screen: shows only the current clause, for everyone in the room."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mou_tui.reports.room_view import room_view
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import ROOM
from mou_tui.tui.dialogs.comparison import NOTHING_EARLIER, comparison
from mou_tui.tui.dialogs.result import SafeDismissScreen
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.tui.widgets.room_page import RoomPage
from mou_tui.workspace.workspace import Workspace


class RoomViewScreen(SafeDismissScreen[None]):
    """Shows the current clause of a workspace.

    Args:
        workspace: the open session.
        go: goes to the clause of an id, on every screen that shows one.
    """

    ACTIONS = ROOM
    HELP = "What the whole room sees of the clause on the table. Arrows and Page Up and Down scroll a long one."
    AUTO_FOCUS = "#clause"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ROOM),
        *bindings(EVERYWHERE),
        Binding("ctrl+d", "leave", show=False, id="room_view"),
    ]

    def __init__(self, workspace: Workspace, go: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()
        self._workspace = workspace
        self._go = go

    def compose(self) -> ComposeResult:
        """Compose the clause and the keys."""
        yield RoomPage(id="room")
        yield KeyBar(ROOM)

    def on_mount(self) -> None:
        """Show the clause."""
        self._show()

    def _show(self) -> None:
        workspace = self._workspace
        self.query_one(RoomPage).show(room_view(workspace.checklist, workspace.session, workspace.clause_id))

    async def action_next(self) -> None:
        """Go to the next clause."""
        await self._move(+1, "This is the last clause.")

    async def action_back(self) -> None:
        """Go to the previous clause."""
        await self._move(-1, "This is the beginning.")

    async def _move(self, distance: int, end: str) -> None:
        clause_id = self._workspace.navigation.neighbor(distance)
        if clause_id is None:
            self.notify(end, markup=False)
        else:
            await self._go(clause_id)
            self._show()

    def action_compare(self) -> None:
        """Show what the earlier agreement says on the clause, next to its wording now."""
        dialog = comparison(self._workspace, self._workspace.clause_id)
        if dialog is None:
            self.notify(NOTHING_EARLIER, markup=False)
        else:
            self.app.push_screen(dialog)

    def action_leave(self) -> None:
        """Go back to the interview."""
        self.dismiss(None)
