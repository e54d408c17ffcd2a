"""The copy of a session that goes to one party: made of what may go, and not by leaving things out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from mou_tui.frozen import NamedTuple
from mou_tui.language.text import pluralize
from mou_tui.merging.sent import as_sent, digests_of
from mou_tui.session.copies import CopyOf, SentCopy
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Meeting
from mou_tui.session.model import Answer, Session

_KINDS = ("decision", "milestone")
"""The kinds of entries that go, of meetings that the party was at."""


class Outgoing(NamedTuple):
    """A copy that is to be sent.

    Attributes:
        copy: The copy.
        original: The session, which remembers what was sent.
        included: What is in it, a line each.
        withheld: What is not, a line each.
    """

    copy: Session
    original: Session
    included: tuple[str, ...]
    withheld: tuple[str, ...]


def outgoing(
    session: Session, party_id: str, *, copy_id: str, agreement: str, at: str, caucuses: Collection[str] = ()
) -> Outgoing:
    """Return the copy of a session for a party.

    Args:
        session: what it is made of.
        party_id: id of the party.
        copy_id: 8 hex digits for the copy.
        agreement: 12 hex digits for the agreement, where none were made before.
        at: when.
        caucuses: ids of meetings that one party held alone and that go all the same.
    """
    agreement = session.agreement or agreement
    other_ids = [party.id for party in session.signers if party.id != party_id]
    meetings = tuple(
        replace(meeting, caucus=sole_party(meeting)) if meeting.id in caucuses else meeting
        for meeting in session.meetings
        if _was_there(meeting, party_id) or meeting.id in caucuses
    )
    met = {meeting.id for meeting in meetings}
    entries = tuple(_plain(entry) for entry in session.history.entries if entry.kind in _KINDS and entry.meeting in met)
    copy = without_extra(
        Session(
            session.checklist,
            session.depth,
            session.parties,
            session.facts,
            session.opening,
            {clause_id: _answer(answer, party_id) for clause_id, answer in session.answers.items()},
            tuple(person for person in session.people if any(person.id in meeting.people for meeting in meetings)),
            meetings,
            title=session.title,
            replaces=session.replaces,
            clauses=session.clauses,
            exhibits=session.exhibits,
            counsel=session.counsel,
            proposals=session.proposals,
            layers=session.layers,
            requirements=session.requirements,
            amends=session.amends,
            renews=session.renews,
            agreement=agreement,
            copy=CopyOf(copy_id, party_id, other_ids[0] if len(other_ids) == 1 else "", at),
        )
    )
    copy = replace(copy, history=History(added=entries))
    sent = SentCopy(copy_id, party_id, at, digests_of(copy))
    original = replace(session, agreement=agreement, sent=(*session.sent, sent))
    return Outgoing(copy, original, tuple(_included(copy)), tuple(_withheld(session, copy)))


def caucuses_of(session: Session, party_id: str) -> tuple[Meeting, ...]:
    """Return the meetings that one party held alone, and that do not go to a party unless they are chosen."""
    return tuple(meeting for meeting in session.meetings if sole_party(meeting) and not _was_there(meeting, party_id))


def sole_party(meeting: Meeting) -> str:
    """Return the id of the party that held a meeting alone; empty where others were there."""
    return meeting.caucus or (meeting.parties[0] if len(meeting.parties) == 1 else "")


def _was_there(meeting: Meeting, party_id: str) -> bool:
    return party_id in meeting.parties and not meeting.caucus


def without_extra(value: Any) -> Any:  # noqa: ANN401
    """Return a value without the keys that this program does not know, at every level."""
    if isinstance(value, tuple):
        return tuple(map(without_extra, value))
    if isinstance(value, Mapping):
        return {key: without_extra(held) for key, held in value.items()}
    if not is_dataclass(value) or isinstance(value, (type, History)):
        return value
    held = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    return replace(value, **{name: {} if name == "extra" else without_extra(part) for name, part in held.items()})


def _plain(entry: Entry) -> Entry:
    return replace(entry, extra={})


def _answer(answer: Answer, party_id: str) -> Answer:
    """Return what goes of an answer: the words, and of each position what the party may know."""
    return Answer(
        answer.text,
        answer.taken,
        answer.not_applicable,
        replace(answer.later, who="", extra={}) if answer.later else None,
        answer.current,
        answer.points,
        answer.not_blanks,
        answer.alternatives,
        {held: as_sent(held, position, party_id) for held, position in answer.positions.items()},
        answer.origin,
        answer.gone_through,
    )


def _included(copy: Session) -> Iterator[str]:
    parties = "1 party" if len(copy.parties) == 1 else f"{len(copy.parties)} parties"
    yield f"{parties} with names and signatories, and {pluralize(len(copy.facts), 'fact')}"
    written = sum(bool(answer.text.strip()) for answer in copy.answers.values())
    yield f"the wording of {pluralize(written, 'clause')}, with examples, points and what does not apply"
    if alternatives := sum(len(answer.alternatives) for answer in copy.answers.values()):
        yield f"{pluralize(alternatives, 'alternative')} beside the wordings"
    if positions := sum(len(answer.positions) for answer in copy.answers.values()):
        yield f"{pluralize(positions, 'position')}; “must check first” of others without its reason"
    if copy.proposals:
        yield f"{pluralize(len(copy.proposals), 'proposal')} from outside, with what became of each"
    shared = [meeting for meeting in copy.meetings if not meeting.caucus]
    chosen = [meeting for meeting in copy.meetings if meeting.caucus]
    if shared:
        yield f"{pluralize(len(shared), 'meeting')} this party was at, with {_decisions(copy, shared)}"
    if chosen:
        yield f"{pluralize(len(chosen), 'meeting')} that one party held alone, chosen, with {_decisions(copy, chosen)}"


def _decisions(copy: Session, meetings: list[Meeting]) -> str:
    met = {meeting.id for meeting in meetings}
    return pluralize(
        sum(entry.kind == "decision" and entry.meeting in met for entry in copy.history.entries), "decision"
    )


def _withheld(session: Session, copy: Session) -> Iterator[str]:
    entries = session.history.entries
    if meetings := len(session.meetings) - len(copy.meetings):
        yield f"{pluralize(meetings, 'meeting')} this party was not at"
    if decisions := sum(entry.kind == "decision" for entry in entries) - sum(
        entry.kind == "decision" for entry in copy.history.entries
    ):
        yield f"{pluralize(decisions, 'decision')} from outside those meetings"
    if notes := sum(entry.kind == "note" for entry in entries):
        yield pluralize(notes, "note")
    if session.actions:
        yield pluralize(len(session.actions), "action")
    if any(entry.kind == "wording" for entry in entries):
        yield "earlier wordings and the rest of the history"
    if session.earlier:
        yield f"{pluralize(len(session.earlier), 'earlier agreement')} that was read in"
    if session.taken_in:
        yield f"{pluralize(len(session.taken_in), 'document')} that came back"
    yield "anything else that this computer keeps"
