"""What a session is, whether its agreement is in force, and what tells its words from any others."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.language.dates import long_date, parse_date
from mou_tui.language.text import short_hash
from mou_tui.session.model import Session

START = "start-date"
"""Id of the fact on which an agreement begins."""

WORDS_IN_FORCE = "the agreement in force"
"""The milestone at the beginning of the history of a session that amends or renews one."""


def standing(session: Session, today: str = "") -> str:
    """Return since when an agreement is in force, without a period ("In force since July 1, 2027").

    It is so from its start date, and never before the last signature.

    Args:
        session: what was recorded; of one that is not in force, the phrase is empty.
        today: the day it is, `2026-11-30`; without one, nobody can tell whether that day lies ahead.
    """
    held, day = session.in_force, in_force_since(session)
    if held is None:
        return ""
    if not day:
        return f"Adopted {long_date(held.adopted.strip())}, not signed yet"
    if not parse_date(day):
        return f"In force; signed {day}"
    return f"In force {'since' if parse_date(day) <= today else 'from'} {long_date(day)}"


def kind_of_session(session: Session) -> str:
    """Return what a session is, other than a draft of its own: a copy for a party, an amendment, a review."""
    if session.copy:
        party = session.party(session.copy.to)
        return f"Copy for {party.short or party.name or 'a party'}"
    return "Amendment" if session.amends else "Review of the agreement" if session.renews else ""


def in_force_since(session: Session) -> str:
    """Return the day as `2027-07-01`, or as it was typed where it names none; empty for one that is not signed."""
    if session.in_force is None:
        return ""
    signed, start = parse_date(session.in_force.signed), parse_date(session.facts.get(START, ""))
    return max(signed, start) if signed else session.in_force.signed.strip()


def agreement_digest(session: Session) -> str:
    """Return 12 hex digits that change with any word of the agreement, and with nothing that is said about it."""
    return short_hash("\n".join(" ".join(words.split()) for words in _words(session)))


def _words(session: Session) -> Iterator[str]:
    yield from (session.title, session.opening, session.counsel)
    if session.replaces:
        yield f"{session.replaces.title} {session.replaces.date}"
    for party in session.signers:
        yield f"{party.id} {party.contracting_name} {party.short} {party.head}"
    yield from (f"{fact} {words}" for fact, words in sorted(session.facts.items()))
    yield from (f"{clause.id} {clause.topic} {clause.caption}" for clause in session.clauses)
    yield from (f"{exhibit.title} {exhibit.note}" for exhibit in session.exhibits)
    for clause_id, answer in sorted(session.answers.items()):
        if answer.text.strip() or answer.not_applicable.strip():
            yield f"{clause_id} {answer.text} {answer.not_applicable}"
