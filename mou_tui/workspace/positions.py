"""Recording what each party says of the current text, and the wordings they want instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from mou_tui.draft.agreement import Agreement, agreement_of, party_name
from mou_tui.draft.progress import QuestionProgress
from mou_tui.language.due_dates import understand_due
from mou_tui.language.text import clean, normalize_line
from mou_tui.reports.prepared import Prepared, sort_prepared
from mou_tui.session.history import Entry
from mou_tui.session.limits import check_text
from mou_tui.session.meeting import Alternative, Position, Stance
from mou_tui.session.model import Party, Session
from mou_tui.session.wording_log import with_wording_logged
from mou_tui.workspace.alternatives import alternative_entry, with_chosen

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

_WAYS = {
    **dict.fromkeys(("phone", "phone call", "telephone call", "call"), "telephone"),
    **dict.fromkeys(("mail", "written letter"), "letter"),
}


def way_given(text: str) -> str:
    """Return how a position was given, as the session holds it (`telephone` for "by phone").

    Args:
        text: as a person says it; other ways than a letter or the telephone stay in their words.
    """
    way = re.sub(r"(?i)^(?:by |a |the )+", "", normalize_line(text))
    return _WAYS.get(way.casefold(), way)


class Positions:
    """Records the positions of the parties.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace
        self._just_taken: tuple[str, Session] | None = None
        """The party whose position was the last step, and the session since then."""
        self._is_dating_explained = False

    @property
    def _session(self) -> Session:
        return self._workspace.session

    @property
    def is_possible(self) -> bool:
        """Whether there is a current text that a party can have a position on."""
        return self._workspace.question is not None and bool(self._workspace.answer.text.strip())

    @property
    def agreement(self) -> Agreement:
        """The positions of the parties on the current question."""
        return agreement_of(self._session, self._workspace.clause_id)

    def take(
        self,
        party_id: str,
        stance: Stance,
        reason: str = "",
        who: str = "",
        by: str = "",
        *,
        via: str = "",
        speaker: str = "",
        on: str = "",
    ) -> None:
        """Record what a party says of the current text.

        Args:
            party_id: the party.
            stance: what it says.
            reason: why, as far as it says so.
            who: with whom it must check first.
            by: by when.
            via: how it says so, where not present: `letter`, `telephone`, or other words.
            speaker: who speaks for it, by name or title.
            on: the day that `by` was understood as when it was typed; without one, it was typed today.
        """
        position = self._position(stance, normalize_line(reason), normalize_line(who), normalize_line(by))
        position = replace(position, via=way_given(via), speaker=normalize_line(speaker), on=on or position.on)
        self._workspace.history.log_wordings()
        session = self._with_position(self._session, self._workspace.clause_id, party_id, position)
        self._workspace.commit(
            f"the position of the {self._name(party_id)} on {self._workspace.clause_name()}", session
        )
        self._just_taken = party_id, self._session

    def give_reason(self, party_id: str, reason: str) -> None:
        """Set the reason of a party's position; right after the position, both are one step and one entry."""
        position = self._workspace.answer.positions.get(party_id)
        if position is not None:
            self._retake(party_id, replace(position, reason=reason))

    def attribute(self, party_id: str, speaker: str, via: str) -> None:
        """Set who spoke for a party and how; its position stays as it is.

        Args:
            party_id: the party.
            speaker: who spoke for it, by name or title; empty for nobody in particular.
            via: how it was said, where not present; empty if it was.
        """
        position = self._workspace.answer.positions.get(party_id)
        if position is not None:
            self._retake(party_id, replace(position, speaker=speaker, via=via))

    def tell_dating(self) -> bool:
        """Return, once, whether positions are dated today because no meeting is open."""
        is_new = self._session.meeting is None and not self._is_dating_explained
        self._is_dating_explained = self._is_dating_explained or is_new
        return is_new

    def _retake(self, party_id: str, position: Position) -> None:
        """Record a position again with more detail; right after the position, both are one step."""
        if self._just_taken and self._just_taken[0] == party_id and self._just_taken[1] is self._session:
            self._workspace.undo()
        self.take(
            party_id,
            position.stand,
            position.reason,
            position.who,
            position.by,
            via=position.via,
            speaker=position.speaker,
            on=position.on,
        )

    def forget(self, party_id: str) -> None:
        """Remove a party's position: it was not asked yet."""
        answer = self._workspace.answer
        positions = {held: position for held, position in answer.positions.items() if held != party_id}
        session = self._session.with_answer(self._workspace.clause_id, replace(answer, positions=positions))
        self._workspace.commit(
            f"the position of the {self._name(party_id)} on {self._workspace.clause_name()}", session
        )

    def all_can_live_with(self) -> tuple[Party, ...]:
        """Record that every party present that said nothing else can live with the text.

        An objection stays until the party itself gives it up, and so does the wish to check first.

        Returns:
            The parties it was recorded for.
        """
        parties = self._undecided(self._workspace.clause_id)
        self._workspace.history.log_wordings()
        session = self._accepted(self._session, self._workspace.clause_id)
        self._workspace.commit(f"“all can live with it” for {self._workspace.clause_name()}", session)
        return parties

    def absent(self) -> tuple[Party, ...]:
        """Return the parties that are absent and were not asked about the wording as it is now."""
        present = {party.id for party in self._session.present}
        return tuple(
            stance.party
            for stance in self.agreement.stances
            if stance.current_stance is None and stance.party.id not in present
        )

    def prepared(self) -> tuple[QuestionProgress, ...]:
        """Return the essential questions that are written and wait only for the room to confirm them.

        Where somebody present has said nothing of the wording yet; those who are absent are asked another time.
        What this meeting has worded is no longer what was prepared.
        """
        return self.sorted_prepared().ready

    def sorted_prepared(self) -> Prepared:
        """Return the same, with the reasons why the other essential questions are left out."""
        meeting = self._session.meeting
        return sort_prepared(
            self._workspace.checklist,
            self._workspace.progress().questions,
            self._workspace.history.wordings_changed_in(meeting.id) if meeting else (),
            lambda question_id: bool(self._undecided(question_id)),
        )

    def confirm_prepared(self, question_ids: Iterable[str]) -> None:
        """Record the same stances for each of these questions, in one step."""
        self._workspace.history.log_wordings()
        session = self._session
        for question_id in question_ids:
            session = self._accepted(session, question_id)
        self._workspace.commit("confirming what was prepared", session)

    def propose(self, party_id: str, text: str) -> int:
        """Record a wording that a party wants instead of the current one; an empty text withdraws it.

        Returns:
            How many control characters were replaced in it.

        Raises:
            TooLarge: It is longer than a wording may be, or the session is full.
        """
        cleaned, answer, clause_id = clean(text), self._workspace.answer, self._workspace.clause_id
        check_text(cleaned.text, "", self._workspace.store.size)
        alternatives = {held: wording for held, wording in answer.alternatives.items() if held != party_id}
        if cleaned.text.strip():
            stamp = self._workspace.history.timestamp
            alternatives[party_id] = Alternative(cleaned.text, stamp.at, stamp.meeting)
        session = self._session.with_answer(clause_id, replace(answer, alternatives=alternatives))
        if session != self._session:
            session = self._workspace.history.with_entry(
                session, "alternative", clause_id, party_id, text=cleaned.text.strip()
            )
        self._workspace.commit(f"the alternative of the {self._name(party_id)}", session)
        return cleaned.replaced

    def withdraw(self, alternative_id: str) -> None:
        """Withdraw one of the wordings next to the current one; it stays in the history."""
        answer, clause_id = self._workspace.answer, self._workspace.clause_id
        remaining = {held: wording for held, wording in answer.alternatives.items() if held != alternative_id}
        stamp = self._workspace.history.timestamp
        entry = alternative_entry("alternative", clause_id, answer, alternative_id, stamp)
        session = self._session.with_answer(clause_id, replace(answer, alternatives=remaining))
        session = replace(session, history=session.history.add(entry))
        self._workspace.commit(f"withdrawing a wording of {self._workspace.clause_name()}", session)

    def choose(self, alternative_id: str) -> None:
        """Choose an alternative, or with no id the current wording; the others stay in the history."""
        answer, clause_id, stamp = self._workspace.answer, self._workspace.clause_id, self._workspace.history.timestamp
        session = with_chosen(self._session, clause_id, alternative_id, stamp.at)
        entry = alternative_entry("choice", clause_id, answer, alternative_id, stamp)
        session = replace(session, history=session.history.add(entry))
        self._workspace.commit(f"choosing a wording for {self._workspace.clause_name()}", session)

    def _name(self, party_id: str) -> str:
        return party_name(self._session.party(party_id))

    def _position(self, stance: Stance, reason: str = "", who: str = "", by: str = "") -> Position:
        stamp, today = self._workspace.history.timestamp, self._workspace.history.today
        return Position(stance, "", reason, who, by, stamp.at, stamp.meeting, on=understand_due(by, today))

    def _with_position(self, session: Session, clause_id: str, party_id: str, position: Position) -> Session:
        answer = session.answer(clause_id)
        self._workspace.locks.lock(clause_id)
        position = replace(position, wording=answer.wording)
        session = with_wording_logged(session, clause_id, self._workspace.history.timestamp)
        session = session.with_answer(clause_id, replace(answer, positions={**answer.positions, party_id: position}))
        stamp = self._workspace.history.timestamp
        entry = Entry(
            stamp.at,
            "position",
            clause_id,
            party_id,
            position.stand,
            position.who,
            position.by,
            position.reason,
            stamp.meeting,
            via=position.via,
            speaker=position.speaker,
        )
        return replace(session, history=session.history.add(entry))

    def _accepted(self, session: Session, clause_id: str) -> Session:
        for party in self._undecided(clause_id):
            session = self._with_position(session, clause_id, party.id, self._position("can-live-with"))
        return session

    def _undecided(self, clause_id: str) -> tuple[Party, ...]:
        present = {party.id for party in self._session.present}
        stances = agreement_of(self._session, clause_id).stances
        return tuple(
            stance.party
            for stance in stances
            if stance.party.id in present and stance.current_stance in (None, "no-position")
        )
