"""Register the duties of the draft: each “shall” as it is worded, with its clause; each “should” and “may” apart."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import bullet, emphasized, heading, lines, paragraph, strong
from mou_tui.draft.draft import Clause, Draft, assemble, session_title
from mou_tui.draft.duty_words import Actors, DutyKind, duty_words
from mou_tui.draft.sentences import sentences
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import capitalize_first
from mou_tui.session.model import Session

TITLE = "Duties under the agreement"
NOTE = (
    "Each “shall” of the draft, as it is worded. Who acts, and by when, is named where the words leave no doubt; where "
    "nobody is named, read the sentence."
)
_HEADINGS: dict[DutyKind, str] = {
    "shall": "Duties (“shall”)",
    "should": "Wishes (“should”)",
    "may": "Permissions (“may”)",
}
OPENING_PLACE = "Opening"
COLUMNS = ("kind", "number", "clause", "actor", "time", "words", "sentence")


class Duty(NamedTuple):
    """Hold one “shall”, “should” or “may” of the draft."""

    kind: DutyKind
    number: str
    """Where it is: a clause number, with its letter where wordings stand side by side, or the opening."""
    clause: str
    """The caption of the clause."""
    actor: str
    time: str
    words: str
    sentence: str
    """The sentence as it is worded, with what leads to it."""


def duties(checklist: Checklist, session: Session) -> tuple[Duty, ...]:
    """Return every “shall”, “should” and “may” of the draft, in order."""
    names = [name for party in session.parties for name in (party.short, party.head)]
    kinds = [name for role in checklist.parties for kind in role.kinds for name in (kind.short, kind.head)]
    actors = Actors(dict.fromkeys((*names, *kinds)))
    return tuple(
        Duty(word.kind, number, label, word.actor, word.time, word.words, sentence.whole)
        for number, label, text, not_blanks in _texts(assemble(checklist, session))
        for sentence in sentences(text, not_blanks)
        # Words that lead to a list count with each of its items, and not by themselves.
        if not sentence.leads_on
        for word in duty_words(sentence.whole, actors)
    )


def duties_document(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the register as blocks."""
    return tuple(_blocks(checklist, session))


def duty_rows(checklist: Checklist, session: Session) -> Iterator[dict[str, str]]:
    """Yield the register for programs, a row a duty, under the names in `COLUMNS`."""
    return (dict(zip(COLUMNS, duty, strict=True)) for duty in duties(checklist, session))


def _texts(draft: Draft) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    yield OPENING_PLACE, "", draft.opening, ()
    for section in draft.sections:
        for clause in section.clauses:
            yield from _clause_texts(clause)
    if draft.counsel_text:
        yield str(draft.counsel_number), "Terms from counsel", draft.counsel_text, ()


def _clause_texts(clause: Clause) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    if clause.standing == "worded":
        yield clause.number, clause.label, clause.text, clause.not_blanks
    for candidate in clause.candidates if clause.standing == "undecided" else ():
        yield f"{clause.number}, alternative {candidate.letter}", clause.label, candidate.text, clause.not_blanks


def _blocks(checklist: Checklist, session: Session) -> Iterator[Block]:
    register = duties(checklist, session)
    yield heading(1, TITLE)
    count = sum(duty.kind == "shall" for duty in register)
    yield lines(session_title(checklist, session), "1 duty" if count == 1 else f"{count} duties")
    yield paragraph(emphasized(NOTE))
    for kind, title in _HEADINGS.items():
        of_kind = [duty for duty in register if duty.kind == kind]
        if of_kind or kind == "shall":
            yield heading(2, title)
        for duty in of_kind:
            actor = " · ".join(filter(None, (capitalize_first(duty.actor), duty.time)))
            yield bullet(strong(f"{duty.number}{f' · {actor}' if actor else ''}:"), duty.sentence)
        if not of_kind and kind == "shall":
            yield paragraph("The draft says “shall” nowhere yet.")
