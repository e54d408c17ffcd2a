"""What a copy began with, as far as the digests remember that were kept when it was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mou_tui.language.text import short_hash
from mou_tui.session.meeting import Position
from mou_tui.session.model import OPENING, Answer, Deferral, Party, Session
from mou_tui.session.parts import ReplacedAgreement

FACT, PARTY = "facts.", "parties."


def digests_of(session: Session) -> dict[str, str]:
    """Return the digest of each wording, of the opening, of each fact and legal name: what is remembered of a copy."""
    digests = {OPENING: _digest(session.opening)} if session.opening.strip() else {}
    digests |= {clause_id: answer.wording for clause_id, answer in session.answers.items() if answer.text.strip()}
    digests |= {f"{FACT}{fact_id}": _digest(value) for fact_id, value in session.facts.items()}
    digests |= {place: _digest(text) for place, text in _frame(session).items() if text.strip()}
    return digests | {f"{PARTY}{party.id}": _digest(party.name) for party in session.parties}


def _frame(session: Session) -> dict[str, str]:
    """Return the texts that stand in one place each, by place: title, terms from counsel, captions, exhibits."""
    frame = {"frame.title": session.title, "frame.counsel": session.counsel}
    if session.replaces:
        frame |= {"replaces.title": session.replaces.title, "replaces.date": session.replaces.date}
    frame |= {f"clauses.{clause.id}": clause.caption for clause in session.clauses}
    frame |= {f"exhibits.{exhibit.id}": exhibit.title for exhibit in session.exhibits}
    return frame | {f"exhibits.{exhibit.id}.note": exhibit.note for exhibit in session.exhibits}


def as_sent(party_id: str, position: Position, to: str) -> Position:
    """Return a position as it goes to a party: of another that must check first no reason, nor with whom.

    Args:
        party_id: whose position it is.
        position: what it said.
        to: to whom it goes.
    """
    if party_id == to or position.stand != "must-check":
        return replace(position, extra={})
    return replace(position, reason="", who="", speaker="", extra={})


def _digest(text: str) -> str:
    return short_hash(text.strip())


def sent_base(ours: Session, theirs: Session) -> Session | None:
    """Return what both sides have in common according to the copy that was sent; None where none is remembered.

    What a side lacks is not in it: a copy holds what its sender chose, so that absence says nothing.
    """
    digests = _remembered(ours, theirs)
    if digests is None:
        return None
    facts = {
        fact_id: value
        for fact_id in {**ours.facts, **theirs.facts}
        if (value := _matching(digests.get(FACT + fact_id), ours.facts.get(fact_id), theirs.facts.get(fact_id)))
    }
    copy = theirs.copy or ours.copy
    answers = dict(_answers(digests, ours, theirs, copy.to if copy else ""))
    parties = tuple(_parties(digests, ours, theirs))
    opening = _matching(digests.get(OPENING), ours.opening, theirs.opening)
    sides = _frame(ours), _frame(theirs)
    frame = {place: _matching(digests.get(place), *(side.get(place) for side in sides)) for place in sides[0]}
    base = Session(replace(ours.checklist, version="", extra={}), "essential", parties, facts, opening, answers)
    return replace(
        base,
        title=frame["frame.title"],
        counsel=frame["frame.counsel"],
        replaces=ReplacedAgreement(frame["replaces.title"], frame["replaces.date"]) if ours.replaces else None,
        clauses=tuple(
            replace(held, caption=caption) for held in ours.clauses if (caption := frame[f"clauses.{held.id}"])
        ),
        exhibits=tuple(
            replace(held, title=title, note=frame[f"exhibits.{held.id}.note"])
            for held in ours.exhibits
            if (title := frame[f"exhibits.{held.id}"])
        ),
    )


def _remembered(ours: Session, theirs: Session) -> Mapping[str, str] | None:
    for copy, session in ((theirs.copy, ours), (ours.copy, theirs)):
        for sent in session.sent if copy else ():
            if copy and sent.id == copy.id:
                return sent.digests
    return None


def _matching(digest: str | None, *texts: str | None) -> str:
    """Return the text of a digest; empty where a side has none, for then the other has it still."""
    if not all(text and text.strip() for text in texts):
        return ""
    return next((text for text in texts if text and _digest(text) == digest), "")


def _answers(digests: Mapping[str, str], ours: Session, theirs: Session, to: str) -> Iterator[tuple[str, Answer]]:
    logged: dict[str, str] | None = None
    for clause_id in {**ours.answers, **theirs.answers}:
        left, right = ours.answer(clause_id), theirs.answer(clause_id)
        digest, texts, later = digests.get(clause_id), (left.text, right.text), _shared_deferral(left, right)
        if digest is None or (not all(text.strip() for text in texts) and not _was_cleared(clause_id, ours, theirs)):
            # What was put off before it had words went along all the same.
            if later:
                yield clause_id, Answer(later=later)
            continue
        text = next((text for text in texts if _digest(text) == digest), None)
        if text is None:
            logged = _logged(ours, theirs) if logged is None else logged
            text = logged.get(digest, "")
        yield clause_id, Answer(text, later=later, positions=_shared_positions(left, right, to))


def _shared_deferral(ours: Answer, theirs: Answer) -> Deferral | None:
    """Return that somebody must check first, as it was sent, where one side still has it so."""
    left, right = ours.later, theirs.later
    if left is None or right is None or (left.by, left.on) != (right.by, right.on):
        return None
    return left if not left.who else right if not right.who else None


def _shared_positions(ours: Answer, theirs: Answer, to: str) -> dict[str, Position]:
    """Return the positions that one side has as they were sent of those of the other."""
    shared = {}
    for party_id, position in ours.positions.items():
        right = theirs.positions.get(party_id)
        if right is not None and as_sent(party_id, position, to) == as_sent(party_id, right, to):
            shared[party_id] = as_sent(party_id, position, to)
    return shared


def _was_cleared(clause_id: str, ours: Session, theirs: Session) -> bool:
    """Return whether whoever has no words for a clause cleared it, as their history says."""
    for session in (ours, theirs):
        if not session.answer(clause_id).text.strip():
            wordings = [entry for entry in session.history.entries if entry.kind == "wording"]
            newest = next((entry for entry in reversed(wordings) if entry.place == clause_id), None)
            if newest is None or newest.text.strip():
                return False
    return True


def _logged(ours: Session, theirs: Session) -> dict[str, str]:
    """Return every wording in both histories, by digest."""
    entries = (entry for session in (ours, theirs) for entry in session.history.entries)
    return {_digest(entry.text): entry.text for entry in entries if entry.kind == "wording"}


def _parties(digests: Mapping[str, str], ours: Session, theirs: Session) -> Iterator[Party]:
    """Yield the parties of both sides as far as their legal names are those that were sent."""
    for party in ours.parties:
        right = next((held for held in theirs.parties if held.id == party.id), None)
        if right is not None and f"{PARTY}{party.id}" in digests:
            name = _matching(digests[f"{PARTY}{party.id}"], party.name, right.name)
            yield replace(party, name=name) if name == right.name else replace(right, name=name)
