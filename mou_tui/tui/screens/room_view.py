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
from mou_tui.tui.widgets.blank_page import BREAK, BlankPage
from mou_tui.tui.widgets.clause import Clause
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
        self._is_large = False

    def compose(self) -> ComposeResult:
        """Compose the clause and the keys."""
        yield BlankPage(id="blank-page")
        yield RoomPage(id="room")
        yield KeyBar(ROOM)

    def on_mount(self) -> None:
        """Show the clause, or nothing of it during a break."""
        self._show()
        self._show_break()

    @property
    def _is_blank(self) -> bool:
        return self.query_one(BlankPage).display

    def _show_break(self) -> None:
        self.query_one(BlankPage).cover(BREAK if self._workspace.store.ui_state.second_screen.is_blank else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing during a break that the room would not see."""
        return action in ("blank", "leave") or not self._is_blank

    def action_blank(self) -> None:
        """Show nothing of the agreement, here and on the second screen; or all of it again."""
        second_screen = self._workspace.store.ui_state.second_screen
        if self._is_blank:
            second_screen.show()
            self.query_one(BlankPage).cover("")
        else:
            if not self._workspace.store.read_only:
                second_screen.blank()
            self.query_one(BlankPage).cover(BREAK)

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

    def action_enlarge(self) -> None:
        """Show a few words at a time, for the back of the room; or the clause as usual."""
        self._is_large = not self._is_large
        self.query_one(Clause).enlarge(self._is_large)
        if self._is_large:
            self.notify("Most terminals make their letters larger with Ctrl and +.", markup=False)

    def action_compare(self) -> None:
        """Show what the earlier agreement says on the clause, next to its wording now."""
        dialog = comparison(self._workspace, self._workspace.clause_id)
        if dialog is None:
            self.notify(NOTHING_EARLIER, markup=False)
        else:
            self.app.push_screen(dialog)

    def action_leave(self) -> None:
        """Show the clause again after a break; otherwise go back to the interview."""
        if self._is_blank:
            self.action_blank()
        else:
            self.dismiss(None)
