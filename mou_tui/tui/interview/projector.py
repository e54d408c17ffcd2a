"""What the room sees: the room view, and a blank second screen during a break."""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.controller import Controller
from mou_tui.tui.interview.current_clause import CurrentClause
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView

ONLY_READ = "A session that is read-only does not lead a second screen."


class ProjectorController(Controller):
    """Decides what the room sees.

    Args:
        view: shows the interview.
        recorder: records where the cursor is.
        clause: opens the clause that the room view turns to.
    """

    def __init__(self, view: InterviewView, recorder: TypingRecorder, clause: CurrentClause) -> None:
        super().__init__(view)
        self._recorder = recorder
        self._clause = clause

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {"room_view": self.show_room_view, "blank": self.toggle_blank}

    def show_room_view(self) -> None:
        """Show only the current clause, large."""
        from mou_tui.tui.screens.room_view import RoomViewScreen

        self._recorder.record_all()
        self.view.app.push_screen(RoomViewScreen(self._workspace, self._open_behind))

    async def _open_behind(self, clause_id: str) -> None:
        """Open a clause while another screen is shown, whose letters are not for the answer."""
        await self._clause.open(clause_id)
        self.view.panel.rest()

    def toggle_blank(self) -> None:
        """Show nothing on the second screen, or the agreement again; a line says so as long as it lasts."""
        second_screen = self._workspace.store.ui_state.second_screen
        if self._workspace.store.read_only:
            self.view.say(ONLY_READ)
        elif second_screen.is_blank:
            second_screen.show()
            self.view.say("The second screen shows the agreement again.")
        else:
            second_screen.blank()
            self.view.say(f"This window still shows it: {key_of(self.view.app, 'room_view')}, then b blanks it too.")
        self.view.show_saved()
