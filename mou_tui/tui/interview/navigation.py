"""Getting about: from question to question, to the topics, the draft, the review, and back where one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Button

from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.meeting_actions import MeetingActions
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.tui.widgets.topics import REVIEW, Topics
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.reports.review import Filter


class NavigationActions(MeetingActions):
    """A screen with a workspace, on which one goes from place to place."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._reviewed = ""
        self._filter: Filter = "all"

    async def go(self, place: str) -> None:
        """Put a place on the table and show it."""
        self._reviewed = ""
        self.drop_meeting_line()
        self.record()
        self.workspace.go(place)
        self.pages.show_page("question")
        # Before anything is waited for: a key may lead somewhere else meanwhile.
        self.set_focus(self.query_one("#answer"))
        await self.show_question()

    @on(Topics.Chosen)
    async def _go_to_chosen(self, event: Topics.Chosen) -> None:
        if event.place == REVIEW:
            self.action_review()
        else:
            await self.go(event.place)

    @on(Button.Pressed, "#next")
    async def action_next(self) -> None:
        """Go to the next question, or to the review after the last."""
        place = self.workspace.navigation.neighbor(+1)
        if place is None:
            self.action_review()
        else:
            await self.go(place)

    @on(Button.Pressed, "#back")
    async def action_back(self) -> None:
        """Go to the question before."""
        place = self.workspace.navigation.neighbor(-1)
        if place is None:
            self.notify("This is the beginning.", markup=False)
        else:
            await self.go(place)

    async def action_next_open(self) -> None:
        """Go to the next question with something left to do."""
        following = self.workspace.progress().next_open(self.workspace.clause_id)
        if following is None:
            self.notify(f"Nothing is open. {key_of(self.app, 'review')} reviews the whole.", markup=False)
        else:
            await self.go(following.id)

    def action_guidance(self) -> None:
        """Open the guidance where it is closed, or show its next tab."""
        self.pages.show_page("question")
        if self.workspace.question:
            self.query_one(Guidance).turn()
        else:
            self.notify("The opening has no guidance; it is written from the parties.", markup=False)

    def action_topics(self) -> None:
        """Go to the topics, or back."""
        self.pages.visit("topics")

    def action_draft(self) -> None:
        """Go to the draft, or back."""
        self.pages.visit("draft")

    def action_room_view(self) -> None:
        """Show only the clause on the table."""
        from mou_tui.tui.screens.room_view import RoomViewScreen

        self.record()
        self.app.push_screen(RoomViewScreen(self.workspace, self._turn_behind))

    async def _turn_behind(self, place: str) -> None:
        """Put a place on the table while another screen is shown, whose letters are not for the answer."""
        await self.go(place)
        self.query_one(AnswerPanel).rest()

    def action_leave(self) -> None:
        """Leave the guidance for the answer, the answer for Next, and that for the topics; from there, go back."""
        if self.query_one(Guidance).has_focus_within:
            self.set_focus(self.query_one(AnswerPanel).editor)
        elif self.focused and self.focused.id == "answer":
            self.query_one(AnswerPanel).go_to_next()
        elif self.query_one(AnswerPanel).are_parties_refused:
            self.set_focus(self.query_one(AnswerPanel).editor)
        elif self._reviewed:
            self.action_review()
        elif self.is_from_list:
            self.back_to_list()
        elif self.pages.visited:
            self.pages.visit("question")
        else:
            self.pages.visit("topics")

    @work
    async def action_review(self) -> None:
        """See what is missing; a row chosen there leads to its question, and Esc from there back to the row."""
        from mou_tui.tui.screens.review import ReviewScreen

        screen = ReviewScreen(
            self.workspace, self._reviewed or self.workspace.clause_id, self.form_drafts, self._filter
        )
        place = await self.app.push_screen_wait(screen)
        self._filter = screen.filter
        if place:
            await self.go(place)
        if place and screen.left_by:
            self.come_from_list(*screen.left_by, in_review=True)
        elif place:
            self._reviewed = place

    @work
    async def action_find(self) -> None:
        """Find words, or go to a number."""
        from mou_tui.tui.screens.find import FindScreen

        found = await self.app.push_screen_wait(FindScreen(self.workspace))
        if found:
            await self.go(found.place)
        if found and found.example:
            self.query_one(Guidance).read_example(found.place, found.example)
