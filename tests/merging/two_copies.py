"""One session in two copies, changed apart and brought together."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.merging.sent import digests_of
from mou_tui.merging.sessions import merge
from mou_tui.session.copies import CopyOf, SentCopy
from mou_tui.session.meeting import Position, Stance
from mou_tui.session.model import Answer, Party, Session
from mou_tui.session.parts import Exhibit, OwnClause, ReplacedAgreement
from tests.strategies import EMPTY

AT = "2026-12-10 09:00"
WAIT, LEAVE, STAY = "The SRO shall wait.", "The SRO may leave.", "The SRO shall stay."
BASE = replace(
    EMPTY,
    parties=(Party("agency", name="Lake City Police"), Party("district", name="Lake City USD")),
    answers={"alpha": Answer(WAIT), "beta": Answer(STAY)},
)
FRAMED = replace(
    BASE,
    title="Agreement on SROs",
    counsel="The parties insure themselves.",
    replaces=ReplacedAgreement("The agreement of 2023", "July 1, 2023"),
    clauses=(OwnClause("own-0000000a", "one", "Parking"),),
    exhibits=(Exhibit("map", "Map of the schools"),),
)
"""One with more around its clauses."""


def written(session: Session, text: str, clause_id: str = "alpha") -> Session:
    return session.with_answer(clause_id, replace(session.answer(clause_id), text=text))


def said(session: Session, party: str, stand: Stance = "agrees") -> Session:
    answer = session.answer("alpha")
    position = Position(stand, answer.wording, at="2026-12-01 10:00")
    return session.with_answer("alpha", replace(answer, positions={**answer.positions, party: position}))


def merged(ours: Session, theirs: Session, base: Session | None = BASE) -> Session:
    return merge(ours, theirs, base, at=AT).session


def beside(session: Session, clause_id: str = "alpha") -> dict[str, str]:
    """The wordings beside a clause, each with the party that wants it."""
    alternatives = session.answer(clause_id).alternatives
    return {held.text: held.proposer(held_id) for held_id, held in alternatives.items()}


def sent_to_the_district(session: Session) -> tuple[Session, Session]:
    """The session that remembers what was sent, and the copy of the district."""
    copy = CopyOf("0123abcd", "district", "agency", AT)
    sent = SentCopy("0123abcd", "district", AT, digests_of(session))
    return replace(session, agreement="0123456789ab", sent=(sent,)), replace(
        session, agreement="0123456789ab", copy=copy
    )
