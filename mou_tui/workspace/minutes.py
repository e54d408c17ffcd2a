"""Recording decisions, notes, actions and milestones, and restoring earlier wordings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mou_tui.language.due_dates import understand_due
from mou_tui.language.text import clean, normalize_line
from mou_tui.reports.corrections import Remark, Remarks
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Action
from mou_tui.session.model import OPENING, Session

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

READERS = "Anyone who receives this file can read this."
"""The warning next to fields that a person may not want everybody to read."""

Kind = Literal["decision", "note"]
"""What can be captured that asks nobody to do anything."""


class Minutes:
    """Records decisions, notes, actions and milestones.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

    @property
    def _session(self) -> Session:
        return self._workspace.session

    def capture(self, kind: Kind, text: str, *, here: bool = True, clause_id: str = "") -> None:
        """Record a decision or a note.

        Args:
            kind: which of the two.
            text: what it says.
            here: whether it belongs to the current clause, or to none.
            clause_id: the clause id it belongs to instead.
        """
        stamp = self._workspace.history.timestamp
        clause_id = clause_id or (self._workspace.clause_id if here else "")
        text = clean(text).text.strip()
        entry = Entry(stamp.at, kind, clause_id, text=text, meeting=stamp.meeting, id=self._workspace.new_id())
        self._workspace.commit(f"the {kind}", replace(self._session, history=self._session.history.add(entry)))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The decisions, notes, actions and milestones that can be corrected, oldest first."""
        return tuple(
            remark
            for remark in Remarks(self._session.history.entries).all
            if remark.entry.kind != "action" or self.action_of(remark)
        )

    def action_of(self, remark: Remark) -> Action | None:
        """Return the action that was recorded; None where it is something else, or there is no such action."""
        return next((action for action in self._session.actions if remark.is_about(action)), None)

    def correct(self, remark: Remark, text: str, who: str = "", due: str = "") -> bool:
        """Correct what was recorded; its first text stays, and the correction is marked as one.

        Args:
            remark: what to correct.
            text: what it should say.
            who: of an action, by whom it is to be done.
            due: of an action, by when: a day or any words.

        Returns:
            Whether that changes anything.
        """
        text, who, due = clean(text).text.strip(), normalize_line(who), normalize_line(due)
        before, action = remark.latest, self.action_of(remark)
        if not text or (text, who, due) == (before.text.strip(), before.who, before.by):
            return False
        stamp = self._workspace.history.timestamp
        entry = replace(
            remark.entry, at=stamp.at, meeting=stamp.meeting, text=text, who=who, by=due, corrects=remark.id
        )
        session = replace(
            self._session, history=self._session.history.add(replace(entry, id=self._workspace.new_id(), extra={}))
        )
        if action:
            on = action.on if due == action.due else understand_due(due, self._workspace.history.today)
            corrected = replace(action, what=text, who=who, due=due, on=on)
            session = replace(
                session, actions=tuple(corrected if other is action else other for other in session.actions)
            )
        self._workspace.commit(f"the correction of the {remark.entry.kind}", session)
        return True

    def act(
        self, what: str, who: str = "", due: str = "", *, here: bool = True, clause_id: str = "", check: bool = False
    ) -> None:
        """Record who does what by when.

        Args:
            what: what is to be done, or to be checked.
            who: by whom.
            due: by when: a day or any words.
            here: whether it belongs to the current question, or to none.
            clause_id: the id of the question it belongs to instead.
            check: whether someone must check something first, rather than do something.
        """
        clause_id = clause_id or (self._workspace.clause_id if here and self._workspace.question else "")
        stamp = self._workspace.history.timestamp
        action = Action(
            self._workspace.new_id(),
            clean(what).text.strip(),
            "check" if check else "do",
            normalize_line(who),
            normalize_line(due),
            clause_id,
            stamp.at,
            stamp.meeting,
            on=understand_due(normalize_line(due), self._workspace.history.today),
        )
        entry = Entry(
            stamp.at,
            "action",
            clause_id,
            who=action.who,
            by=action.due,
            text=action.what,
            meeting=stamp.meeting,
            id=action.id,
        )
        session = replace(
            self._session,
            actions=(*self._session.actions, action),
            history=self._session.history.add(entry),
        )
        self._workspace.commit("the action", session)

    def finish(self, action_id: str) -> None:
        """Mark an action as done, or a done one as open again."""
        is_done = all(action.done for action in self._session.actions if action.id == action_id)
        done = "" if is_done else self._workspace.history.timestamp.at
        actions = tuple(
            replace(action, done=done) if action.id == action_id else action for action in self._session.actions
        )
        self._workspace.commit("ticking an action", replace(self._session, actions=actions))

    def mark(self, milestone: str) -> None:
        """Name this moment of the history ("first reading")."""
        stamp = self._workspace.history.timestamp
        entry = Entry(
            stamp.at, "milestone", text=normalize_line(milestone), meeting=stamp.meeting, id=self._workspace.new_id()
        )
        self._workspace.commit("the milestone", replace(self._session, history=self._session.history.add(entry)))

    def restore(self, clause_id: str, text: str) -> bool:
        """Restore an earlier wording of a clause, or of the opening; return whether that changes it.

        Raises:
            Locked: Parties support the clause as it is worded, and nobody unlocked it; nothing was changed.
        """
        session = self._session
        if clause_id == OPENING:
            restored = replace(session, opening=text)
        else:
            if text != session.answer(clause_id).text:
                self._workspace.locks.require_unlocked(clause_id)
            restored = session.with_answer(clause_id, session.answer(clause_id).write(text))
        return self._workspace.commit("bringing an earlier wording back", restored)
