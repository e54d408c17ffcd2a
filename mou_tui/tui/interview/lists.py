"""Opens the review and the lists about the session, goes to a clause from there, and back to the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mou_tui.frozen import NamedTuple
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.current_clause import CurrentClause
from mou_tui.tui.interview.list_screens import ListName, list_screen
from mou_tui.tui.interview.view import InterviewView

if TYPE_CHECKING:
    from mou_tui.reports.review import Filter


class _Origin(NamedTuple):
    """The list from which the person went to a clause."""

    list: ListName
    clause_id: str
    in_review: bool
    """Whether the list was opened from the review, and leads back there."""


class ListsController(Controller):
    """Opens the review and the lists, and goes to the clause that is chosen there.

    Args:
        view: shows the interview.
        clause: opens the clause.
    """

    def __init__(self, view: InterviewView, clause: CurrentClause) -> None:
        super().__init__(view)
        self._clause = clause
        self._origin: _Origin | None = None
        self._rows: dict[ListName, str] = {}
        """The row each list was left at."""
        self._filter: Filter = "all"

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {
            "review": self.review,
            "earlier": self.open_earlier,
            "agenda": self.open_agenda,
            "blanks": lambda: self._visit("blanks"),
            "history": lambda: self._visit("history"),
            "proposals": lambda: self._visit("proposals"),
            "sign": lambda: self._visit("signing"),
            "state_law": lambda: self._visit("law"),
            "deadlines": lambda: self._visit("deadlines"),
            "requirements": lambda: self._visit("requirements"),
        }

    def open_agenda(self) -> None:
        """Show what the meeting has to settle."""
        self._visit("agenda")

    def open_earlier(self) -> None:
        """Show the earlier agreement."""
        self._visit("earlier")

    def go_back(self) -> bool:
        """Go back to the review or the list that led to the current clause; return whether one did."""
        if self._clause.is_from_review:
            self.review()
            return True
        origin = self._origin
        if origin is None or origin.clause_id != self.view.workspace.clause_id:
            return False
        self._visit(origin.list, in_review=origin.in_review)
        return True

    @in_background
    async def review(self, *, at_clause: bool = False) -> None:
        """Show what is missing; a row chosen there leads to its clause, and Esc from there back to it.

        Args:
            at_clause: whether to begin at the row of the clause, as when one comes back; if not, at the top.
        """
        from mou_tui.tui.screens.review import ReviewScreen

        workspace = self.view.workspace
        row = workspace.clause_id if at_clause or self._clause.is_from_review else ""
        screen = ReviewScreen(workspace, row, self._filter)
        clause_id = await self.view.app.push_screen_wait(screen)
        self._filter = screen.filter
        if clause_id:
            await self._clause.open(clause_id)
        if clause_id and screen.left_by:
            self._remember_origin(*screen.left_by, in_review=True)
        elif clause_id:
            self._clause.is_from_review = True

    @in_background
    async def _visit(self, name: ListName, *, in_review: bool = False) -> None:
        workspace = self.view.workspace
        screen = list_screen(name, workspace, self._rows.get(name, ""))
        clause_id = await self.view.app.push_screen_wait(screen)
        workspace.navigation.begin_visit()
        self._rows[name], self._origin = screen.row, None
        if clause_id:
            await self._clause.open(clause_id)
            self._remember_origin(name, screen.row, in_review=in_review)
        elif in_review:
            self.review(at_clause=True)
        elif workspace.question:
            self.view.guidance.show_points(workspace.answer)

    def _remember_origin(self, name: ListName, row: str, *, in_review: bool) -> None:
        self._rows[name] = row
        self._origin = _Origin(name, self.view.workspace.clause_id, in_review)
