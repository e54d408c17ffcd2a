"""What a meeting adds to the interview: who is here, and the lists that lead to what is open."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

from textual import work

from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.position_actions import PositionActions
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.tui.screens.list_screen import ListScreen
    from mou_tui.tui.widgets.meeting_line import MeetingLine

ListName = Literal["agenda", "blanks", "history", "signing", "earlier"]

LONG = 200_000
"""Bytes of a history that take long enough to understand for a key to notice."""
AT_LEISURE = 2.0
"""Seconds until it is understood all the same: the first keys come first."""

SAID = {
    "begun": "The meeting has begun.",
    "gone on": "The last meeting goes on.",
    "updated": "Who is here is noted.",
    "ended": "The meeting has ended.",
}


class MeetingActions(PositionActions):
    """A screen with a workspace from which one goes to the lists, and from those to a clause."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._list: ListName | None = None
        self._list_place = ""
        self._list_in_review = False
        self._rows: dict[ListName, str] = {}
        self._meeting_line: MeetingLine | None = None

    def on_mount(self) -> None:
        """Let the editor hold at once what a step has put on the table, lest it write the old words back."""
        self.workspace.on_text_replaced(self._hold_wording)

    def _hold_wording(self) -> None:
        if self.is_attached:
            self.query_one(AnswerPanel).show_text(self.workspace.text, self.workspace.behind)

    @property
    def is_from_list(self) -> bool:
        """Whether one came to the question on the table from a list, and Esc leads back there."""
        return self._list is not None and self._list_place == self.workspace.clause_id

    def back_to_list(self) -> None:
        """Go back to the row of the list one came from."""
        if self._list:
            self._visit(self._list, in_review=self._list_in_review)

    def come_from_list(self, name: ListName, row: str, *, in_review: bool) -> None:
        """Remember the list that led to the question on the table.

        Args:
            name: of the list.
            row: of the list.
            in_review: whether the list was opened from the review, and leads back there.
        """
        self._rows[name] = row
        self._list, self._list_place, self._list_in_review = name, self.workspace.clause_id, in_review

    @work
    async def action_review(self) -> None:
        """See what is missing."""

    def action_earlier(self) -> None:
        """Go through the earlier agreement."""
        self._visit("earlier")

    def action_compare_earlier(self) -> None:
        """Show what the earlier agreement says on this question beside what the room has now."""
        from mou_tui.tui.dialogs.comparison import ComparisonDialog

        question, answer = self.workspace.question, self.workspace.answer
        if question is None or not answer.current.strip():
            self.notify("Nothing is noted here of what the earlier agreement says.", markup=False)
            return
        title = f"{self.workspace.clause_name} {question.label}"
        self.app.push_screen(ComparisonDialog(title, answer.current, answer.text))

    def action_agenda(self) -> None:
        """See what the meeting has to settle."""
        self._visit("agenda")

    def action_blanks(self) -> None:
        """See every blank."""
        self._visit("blanks")

    def action_history(self) -> None:
        """See what changed."""
        self._visit("history")

    def action_sign(self) -> None:
        """See what is still open before anybody signs."""
        self._visit("signing")

    @work
    async def action_milestone(self) -> None:
        """Name this moment of the history."""
        from mou_tui.tui.screens.history import name_milestone

        self.report_step(await name_milestone(self.app, self.workspace))

    @work
    async def action_correct(self) -> None:
        """Put right a decision or a note."""
        from mou_tui.tui.dialogs.correction import ask_correction

        self.report_step(await ask_correction(self.app, self.workspace))

    @work
    async def action_meeting(self) -> None:
        """Say who is here, and begin or end a meeting; what a later meeting begins with is its agenda."""
        from mou_tui.tui.dialogs.attendance import AttendanceDialog

        done = await self.app.push_screen_wait(AttendanceDialog(self.workspace))
        if done is None:
            return
        self._tell_meeting(SAID[done])
        if done == "begun" and len(self.workspace.session.meetings) > 1:
            self._visit("agenda")

    def action_go_on(self) -> None:
        """Go on with the last meeting, as the line above the keys offers."""
        if self.workspace.meetings.last and not self.workspace.meetings.current and not self.workspace.store.read_only:
            self.workspace.meetings.go_on()
            self._tell_meeting(SAID["gone on"])

    def _tell_meeting(self, words: str) -> None:
        """Say what became of the meeting, and ask no more whether there is one."""
        self.drop_meeting_line()
        self.report_step(words)

    async def ask_for_meeting(self) -> None:
        """Let a meeting of another day end; where a session is gone on with, ask in one line for a new one."""
        store = self.workspace.store
        if store.read_only or not self.is_attached:
            return
        if self.workspace.meetings.current:
            # When it ended is in the history.
            await asyncio.to_thread(lambda: store.session.history.entries)
        self.workspace.meetings.let_lapse()
        self.show_session_soon()
        is_known = any(party.name for party in self.workspace.session.parties)
        if is_known and not store.is_new and self.workspace.meetings.current is None:
            from mou_tui.tui.widgets.meeting_line import MeetingLine

            self._meeting_line = MeetingLine(self.workspace.meetings.last, key_of(self.app, "meeting"))
            await self.mount(self._meeting_line, before="#keybar")

    def drop_meeting_line(self) -> None:
        """Ask no more whether this is a meeting."""
        if self._meeting_line:
            self._meeting_line.remove()
            self._meeting_line = None

    async def understand_history(self) -> None:
        """Understand what the file holds of the history, beside whatever the person does, and tell if that fails."""
        history = self.workspace.session.history
        if len(history.past.raw) > LONG:
            await asyncio.sleep(AT_LEISURE)
        await asyncio.to_thread(lambda: history.entries)
        if problem := history.past.problem:
            words = "What happened before cannot be shown. The session goes on; all of it stays in the file."
            self.notify(
                f"{words}\n{problem.problems[0]}", title="History", severity="warning", markup=False, timeout=15
            )

    @work
    async def _visit(self, name: ListName, *, in_review: bool = False) -> None:
        screen = list_screen(name, self.workspace, self._rows.get(name, ""))
        place = await self.app.push_screen_wait(screen)
        self.workspace.navigation.begin_visit()
        self._rows[name], self._list = screen.row, None
        if place:
            await self.go(place)
            self.come_from_list(name, screen.row, in_review=in_review)
        elif in_review:
            self.action_review()
        elif self.workspace.question:
            self.query_one(Guidance).show_points(self.workspace.answer)


def list_screen(name: ListName, workspace: Workspace, row: str = "") -> ListScreen:
    """A list about the session, at a row; what it needs is loaded only now."""
    if name == "agenda":
        from mou_tui.tui.screens.agenda import AgendaScreen

        return AgendaScreen(workspace, row)
    if name == "earlier":
        from mou_tui.tui.screens.revise import ReviseScreen

        return ReviseScreen(workspace, row)
    if name == "blanks":
        from mou_tui.tui.screens.blanks import BlanksScreen

        return BlanksScreen(workspace, row)
    if name == "history":
        from mou_tui.tui.screens.history import HistoryScreen

        return HistoryScreen(workspace, row)
    from mou_tui.tui.screens.signing import SigningScreen

    return SigningScreen(workspace, row)
