"""Navigation: from clause to clause, to the topics, the draft, and back."""

from __future__ import annotations

from collections.abc import Iterable

from mou_tui.draft.guidance import other_law_lines, source_lines
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.current_clause import CurrentClause
from mou_tui.tui.interview.lists import ListsController
from mou_tui.tui.interview.view import InterviewView

NOT_YOURS = "These do not apply to you; they show how others settled the question."


class NavigationController(Controller):
    """Goes from place to place.

    Args:
        view: shows the interview.
        clause: opens another clause.
        lists: comes after the last clause, and leads back where the person came from.
    """

    def __init__(self, view: InterviewView, clause: CurrentClause, lists: ListsController) -> None:
        super().__init__(view)
        self._clause = clause
        self._lists = lists

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {
            "next": self.next,
            "back": self.back,
            "next_open": self.next_open,
            "find": self.find,
            "guidance": self.guidance,
            "other_law": self.other_law,
            "law_news": self.law_news,
            "sources": self.sources,
            "topics": lambda: self.view.pages.visit("topics"),
            "draft": lambda: self.view.pages.visit("draft"),
            "source": self.source,
            "leave": self.leave,
        }

    async def next(self) -> None:
        """Go to the next clause, or to the review after the last."""
        clause_id = self.view.workspace.navigation.neighbor(+1)
        if clause_id is None:
            self._lists.review()
        else:
            end = self.view.workspace.navigation.topic_end(clause_id, self.view.workspace.progress().topics)
            await self._clause.open(clause_id)
            if end:
                self.view.say(end)

    async def back(self) -> None:
        """Go to the clause before."""
        clause_id = self.view.workspace.navigation.neighbor(-1)
        if clause_id is None:
            self.view.say("This is the beginning.")
        else:
            await self._clause.open(clause_id)

    async def next_open(self) -> None:
        """Go to the next question with something left to do."""
        workspace = self.view.workspace
        following = workspace.progress().next_open(workspace.clause_id)
        if following is None:
            self.view.say(f"Nothing is open. {key_of(self.view.app, 'review')} reviews the whole.")
        else:
            await self._clause.open(following.id)

    @in_background
    async def other_law(self) -> None:
        """Show what the law of other states says about the question."""
        workspace = self.view.workspace
        question, state = workspace.question, workspace.requirements.choice.state
        lines = list(other_law_lines(question, workspace.checklist, state)) if question else []
        if question is None or not lines:
            self.view.say("We hold no law of another state on this question.")
            return
        await self._show_lines(f"Law of other states: {question.label}", (NOT_YOURS, *lines))

    @in_background
    async def law_news(self) -> None:
        """Show what is new in the laws and grants that the session goes by."""
        from mou_tui.tui.dialogs.layer_news import show_layer_news

        await show_layer_news(self.view.app, self.view.workspace)

    @in_background
    async def sources(self) -> None:
        """Show what the guidance on the question rests on."""
        workspace = self.view.workspace
        question, choice = workspace.question, workspace.requirements.choice
        lines = [": ".join(line) for line in source_lines(question, workspace.checklist, choice)] if question else []
        if question is None or not lines:
            self.view.say("No source is named here.")
            return
        await self._show_lines(f"Sources: {question.label}", lines)

    async def _show_lines(self, title: str, lines: Iterable[str]) -> None:
        from mou_tui.tui.dialogs.forms import MessageDialog

        await self.view.app.push_screen_wait(MessageDialog(title, "\n\n".join(lines)))

    @in_background
    async def find(self) -> None:
        """Find words, or go to a number."""
        from mou_tui.tui.screens.find import FindScreen

        hit = await self.view.app.push_screen_wait(FindScreen(self.view.workspace))
        if hit:
            await self._clause.open(hit.clause_id)
        if hit and hit.example:
            self.view.guidance.focus_example(hit.clause_id, hit.example)

    def guidance(self) -> None:
        """Open the guidance where it is closed, or show its next tab."""
        self.view.pages.show_page("question")
        if self.view.workspace.question:
            self.view.guidance.show_next_tab()
        else:
            self.view.say("The opening has no guidance; it is written from the parties.")

    def source(self) -> None:
        """Go to the draft, and show it as Markdown source, or again as it reads."""
        self.view.toggle_source()
        if not self.view.pages.has_focus_at("draft"):
            self.view.pages.visit("draft")

    def leave(self) -> None:
        """Leave the guidance for the answer, the answer for Next, and that for the topics; from there, go back."""
        screen, panel, pages = self.view.screen, self.view.panel, self.view.pages
        if self.view.guidance.has_focus_within:
            screen.set_focus(panel.editor)
        elif screen.focused and screen.focused.id == "answer":
            panel.go_to_next()
        elif panel.are_parties_refused:
            screen.set_focus(panel.editor)
        elif self._lists.go_back():
            pass
        elif pages.visited:
            pages.visit("question")
        else:
            pages.visit("topics")
