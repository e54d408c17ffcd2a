"""The open session, the current clause, and the undo stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from mou_tui.checklist.model import Checklist, Depth, Question
from mou_tui.persistence.store import SaveStatus, SessionStore
from mou_tui.session.limits import check_step
from mou_tui.session.model import OPENING, Answer, Session
from mou_tui.session.undo import UndoResult, UndoStep
from mou_tui.workspace.adoption import Adoption, require_open
from mou_tui.workspace.clause_locks import ClauseLocks
from mou_tui.workspace.current_checklist import CurrentChecklist
from mou_tui.workspace.edit_location import EditLocation
from mou_tui.workspace.history_log import HistoryLog
from mou_tui.workspace.identifiers import random_id
from mou_tui.workspace.navigation import Navigation
from mou_tui.workspace.requirements import Requirements
from mou_tui.workspace.sample import SampleCopy
from mou_tui.workspace.signatories import Signatories
from mou_tui.workspace.undo_stack import Direction, UndoStack

if TYPE_CHECKING:
    from mou_tui.draft.draft import Draft
    from mou_tui.draft.progress import Progress
    from mou_tui.workspace.answers import AnswerEditor
    from mou_tui.workspace.blanks import BlankFiller
    from mou_tui.workspace.meetings import Meetings
    from mou_tui.workspace.minutes import Minutes
    from mou_tui.workspace.parties import PartiesEditor
    from mou_tui.workspace.positions import Positions
    from mou_tui.workspace.proposals import Proposals


class Workspace:
    """An open session and everything that changes it; both front ends work through one.

    Args:
        checklist: the questions.
        store: holds the session and saves it.
        clock: local time.
        new_id: returns ids that are unique across copies of the session.

    Attributes:
        navigation: The current clause and its neighbors.
        history: The log of wordings and events.
        undo_stack: The steps made and undone.
        on_text_replaced: Called whenever a step, undo or redo replaces the current text, which an editor must show.
        behind: While undo or redo replaces the current text, how many characters follow the change; else None.
    """

    def __init__(
        self,
        checklist: Checklist,
        store: SessionStore,
        clock: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] = random_id,
    ) -> None:
        self.store = store
        self._current = CurrentChecklist(checklist, lambda: store.session)
        self.clock = clock
        self.new_id = new_id
        self.navigation = Navigation(
            lambda: self.checklist, lambda: store.session, EditLocation.parse(store.ui_state.edit_location)
        )
        self.remember_location()
        if not store.read_only:
            store.ui_state.second_screen.clear()
        # Read at each use, so that replacing the clock of a workspace reaches its history.
        self.history = HistoryLog(store, lambda: self.clock())
        self.undo_stack = UndoStack()
        self.behind: int | None = None
        self.on_text_replaced: Callable[[], object] = lambda: None
        self.locks = ClauseLocks(lambda: store.session, lambda: self.checklist)
        self.requirements = Requirements(self)
        self.signatories = Signatories(self)
        self.adoption = Adoption(self)
        self.sample = SampleCopy(store)

    # These parts are made when they are first used; the first sight of a session needs none of them.

    @cached_property
    def answers(self) -> AnswerEditor:
        """Edits the answer of the current clause."""
        from mou_tui.workspace.answers import AnswerEditor

        return AnswerEditor(self)

    @cached_property
    def parties(self) -> PartiesEditor:
        """Names the parties and the facts."""
        from mou_tui.workspace.parties import PartiesEditor

        return PartiesEditor(self)

    @cached_property
    def meetings(self) -> Meetings:
        """The meetings about the agreement."""
        from mou_tui.workspace.meetings import Meetings

        return Meetings(self)

    @cached_property
    def positions(self) -> Positions:
        """Records what each party says of the current text."""
        from mou_tui.workspace.positions import Positions

        return Positions(self)

    @cached_property
    def minutes(self) -> Minutes:
        """Records what was said and decided."""
        from mou_tui.workspace.minutes import Minutes

        return Minutes(self)

    @cached_property
    def blanks(self) -> BlankFiller:
        """Fills the blanks of all wordings."""
        from mou_tui.workspace.blanks import BlankFiller

        return BlankFiller(self, self.minutes)

    @cached_property
    def proposals(self) -> Proposals:
        """Takes in what people outside the room propose."""
        from mou_tui.workspace.proposals import Proposals

        return Proposals(self)

    @property
    def checklist(self) -> Checklist:
        """The questions, with the room's own clauses among them."""
        return self._current.checklist

    @checklist.setter
    def checklist(self, checklist: Checklist) -> None:
        self._current.replace(checklist)

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.store.session

    @property
    def read_only(self) -> bool:
        """Whether nothing of the agreement can be changed: the file is only read, or the agreement is in force."""
        return self.store.read_only or self.session.in_force is not None

    @property
    def clause_id(self) -> str:
        """The id of the current question, or `opening`."""
        return self.navigation.clause_id

    @property
    def question(self) -> Question | None:
        """The current question; None at the opening."""
        return None if self.clause_id == OPENING else self.checklist.question(self.clause_id)

    @property
    def answer(self) -> Answer:
        """The answer to the current question."""
        return self.session.answer(self.clause_id)

    @property
    def text(self) -> str:
        """The text of the current clause: of the answer, or of the opening."""
        if self.clause_id != OPENING:
            return self.answer.text
        from mou_tui.draft.opening import opening_of

        return opening_of(self.checklist, self.session)

    def clause_name(self) -> str:
        """Return the number of the current clause, or "the opening"."""
        return "the opening" if self.clause_id == OPENING else self.checklist.number(self.clause_id)

    def progress(self) -> Progress:
        """Return the progress of the session, computed once for each session value."""
        return self._current.progress()

    def draft(self) -> Draft:
        """Return the agreement as it is now."""
        from mou_tui.draft.draft import assemble

        return assemble(self.checklist, self.session, self.progress().open_numbers)

    def go(self, clause_id: str) -> None:
        """Make another clause the current one, log the changed wordings, and save."""
        self.history.log_wordings()
        self.navigation.go(clause_id)
        self.remember_location()
        self.store.save()

    def remember_location(self) -> None:
        """Keep the current clause and cursor in local state, for the next start."""
        self.store.ui_state.remember_location(str(self.navigation.location))

    def close(self) -> SaveStatus:
        """Write everything, release the session, and return whether everything is saved."""
        self.history.log_wordings()
        self.remember_location()
        return self.store.close()

    def set_depth(self, depth: Depth) -> None:
        """Ask the essential questions, or all of them."""
        self.commit("the change of depth", replace(self.session, depth=depth))

    def edit(
        self,
        label: str,
        after: Session,
        *,
        kind: Literal["step", "text", "current"] = "step",
        group: int | None = None,
        behind: int | None = None,
    ) -> None:
        """Record a session while a clause is being worked on, as `WorkspaceContext.edit` says."""
        before = self.session
        require_open(before, after, self.history.today)
        self.store.record(after)
        self._push(UndoStep(label, before, after, self.clause_id, kind, behind), group)

    def commit(self, label: str, after: Session) -> bool:
        """Record a session as one step that can be undone, as `WorkspaceContext.commit` says."""
        added = after.history.added[len(self.session.history.added) :]
        self.history.log_wordings()
        before = self.session
        # What was typed before the step is logged before it.
        after = self.history.with_wordings(before, replace(after, history=before.history.add(*added)))
        if after == before:
            return False
        check_step(before, after, self.store.size)
        self.replace_session(label, after)
        return True

    def replace_session(self, label: str, after: Session) -> None:
        """Record a session, its history and all, as one step, with its wordings as logged; raises Locked."""
        require_open(self.session, after, self.history.today)
        self.history.mark_logged(after)
        self._push(UndoStep(label, self.session, after))
        self._replace(after)
        self.store.save()

    @contextmanager
    def undo_group(self, label: str) -> Iterator[None]:
        """Make all that is recorded within the block one step of the undo stack."""
        before = self.session
        try:
            with self.undo_stack.closed():
                yield
        finally:
            if self.session != before:
                self._push(UndoStep(label, before, self.session))
                self.store.save()

    def undo(self) -> UndoResult | None:
        """Undo the last step; None if there is none."""
        return self._move("undo")

    def redo(self) -> UndoResult | None:
        """Redo the step undone last; None if there is none."""
        return self._move("redo")

    def forget_steps(self) -> None:
        """Clear the undo stack, after the session was changed in another way, and reload the current text."""
        self.undo_stack.clear()
        self.history.mark_logged(self.store.session)
        self.on_text_replaced()

    def _move(self, direction: Direction) -> UndoResult | None:
        result = self.undo_stack.move(direction, self.session)
        if result is None:
            return None
        step = result.step
        reached = step.before if direction == "undo" else step.after
        if result.session.history == reached.history != self.session.history:
            # Only a committed step began with all wordings logged; before any other, some may not be logged yet.
            self.history.mark_logged(reached)
        self.behind = step.behind if step.kind == "text" else None
        self._replace(result.session)
        self.behind = None
        return result

    def _push(self, step: UndoStep, group: int | None = None) -> None:
        self.undo_stack.push(self.navigation.with_location(step), group)

    def _replace(self, session: Session) -> None:
        before = self.text
        self.store.record(session)
        if self.clause_id != OPENING and self.clause_id not in self.checklist:
            # A clause of the room's own is gone with the step that added it.
            self.navigation.go(OPENING)
        if self.text != before:
            self.on_text_replaced()
