"""Say next to a clause what parties object to, and what must be checked first, for counsel to read in Word."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import PartyStance, first_words, position_words
from mou_tui.draft.composition import one_line
from mou_tui.draft.progress import QuestionProgress, assess_progress
from mou_tui.exchange.writers.paper import ClauseNote
from mou_tui.language.dates import long_date
from mou_tui.language.text import capitalize_first
from mou_tui.session.model import Session


def clause_notes(checklist: Checklist, session: Session) -> tuple[ClauseNote, ...]:
    """Return the objections and open points of every clause, in the order of the draft."""
    return tuple(
        ClauseNote(question.id, text)
        for question in assess_progress(checklist, session).questions
        for text in _texts(question)
    )


def _texts(question: QuestionProgress) -> Iterator[str]:
    yield from map(_reported, question.agreement.objections)
    if later := question.later:
        yield f"{capitalize_first(first_words(later.who, later.by, later.on))}."
    yield from map(_reported, question.agreement.checks)


def _reported(stance: PartyStance) -> str:
    """Return what was said for a party, with the day; a comment does not speak for the party itself."""
    assert stance.position
    name = stance.party.short or stance.party.name or stance.party.id
    sentence = one_line(f"for {name} it was said: {position_words(stance.position)}")
    day = stance.position.at[:10]
    return f"{long_date(day)}: {sentence}" if day else capitalize_first(sentence)
