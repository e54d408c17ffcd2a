"""Write an amendment: what it changes, adds and removes in the agreement in force, and nothing else, to be signed."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import heading, lines, one_line, paragraph, strong
from mou_tui.draft.draft import assemble, exhibit_letter, session_title
from mou_tui.draft.markdown import signatures, worded
from mou_tui.draft.opening import opening_of
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.language.dates import long_date
from mou_tui.session.in_force import AmendedAgreement
from mou_tui.session.model import Session

TITLE = "Amendment"
NOTHING_AMENDED = (
    "This session amends no agreement. An amendment begins from one that is in force: open that, and choose “Amend”."
)
NOTHING_CHANGED = "Nothing is changed yet."
REST = "Everything else in the agreement stays in force as it is."


def amendment(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the amendment as blocks.

    Args:
        checklist: what the session answers, with the clauses of its own.
        session: the session, which holds the whole agreement as it is to be.
    """
    amended, draft = session.amends, assemble(checklist, session)
    if amended is None:
        return (heading(1, TITLE), paragraph(NOTHING_AMENDED))
    changed = tuple(_changes(checklist, session, amended))
    return (
        heading(1, TITLE),
        lines(session_title(checklist, session), draft.title),
        paragraph(f"The parties change {_named(draft.title, amended)} as follows:"),
        *(changed or (paragraph(NOTHING_CHANGED),)),
        paragraph(REST),
        *signatures(draft),
    )


def _named(title: str, amended: AmendedAgreement) -> str:
    """Return what to call the agreement in force in a sentence."""
    days = (("adopted", amended.adopted), ("signed", amended.signed))
    dated = [f"{event} on {long_date(day.strip())}" for event, day in days if day.strip()]
    return f"their agreement, “{one_line(title)}”{''.join((', ', ' and '.join(dated), ',')) if dated else ''}"


def _changes(checklist: Checklist, session: Session, amended: AmendedAgreement) -> Iterator[Block]:
    opening = opening_of(checklist, session)
    if opening.split() != amended.opening.split():
        yield from _stated("The opening is replaced by:", worded(opening, (), "show"))
    for question in checklist.questions():
        yield from _clause(checklist, session, question)
    yield from _own_clauses(checklist, session, amended)
    yield from _counsel(session, amended)
    yield from _exhibits(session, amended)


def _clause(checklist: Checklist, session: Session, question: Question) -> Iterator[Block]:
    answer = session.answer(question.id)
    before, after = answer.current.strip(), "" if answer.not_applicable else answer.text.strip()
    section = f"Section {checklist.number(question.id)} ({one_line(question.label)})"
    if answer.alternatives:
        yield from _stated(f"{section} is not settled yet: several wordings stand side by side.")
    elif after.split() == before.split():
        return
    elif not after:
        yield from _stated(f"{section} is removed. Its number is reserved.")
    else:
        words = worded(after, answer.not_blanks, "show")
        yield from _stated(f"{section} is {'replaced by' if before else 'added'}:", words)


def _own_clauses(checklist: Checklist, session: Session, amended: AmendedAgreement) -> Iterator[Block]:
    """Yield what became of the captions of the room's own clauses, and those that are gone without a trace."""
    captions = {clause.id: clause.caption for clause in session.clauses}
    in_force = with_own_clauses(checklist, amended.clauses)
    for clause in amended.clauses:
        section = f"Section {in_force.number(clause.id)}"
        if clause.id not in captions:
            yield from _stated(f"{section} ({one_line(clause.caption)}) is removed.")
        elif captions[clause.id] != clause.caption:
            yield from _stated(f"The caption of {section} is changed to “{one_line(captions[clause.id])}”.")


def _counsel(session: Session, amended: AmendedAgreement) -> Iterator[Block]:
    before, after = amended.counsel.strip(), session.counsel.strip()
    if before.split() == after.split():
        return
    if after:
        yield from _stated(f"The terms from counsel are {'replaced by' if before else 'added'}:", parse(after))
    else:
        yield from _stated("The terms from counsel are removed.")


def _exhibits(session: Session, amended: AmendedAgreement) -> Iterator[Block]:
    before = {exhibit.id: exhibit for exhibit in amended.exhibits}
    now = {exhibit.id for exhibit in session.exhibits}
    for index, exhibit in enumerate(session.exhibits):
        if exhibit.id not in before:
            yield from _stated(f"Exhibit {exhibit_letter(index)}, “{one_line(exhibit.title)}”, is added.")
        elif exhibit.title != before[exhibit.id].title:
            yield from _stated(f"Exhibit {exhibit_letter(index)} is replaced by “{one_line(exhibit.title)}”.")
    for index, exhibit in enumerate(amended.exhibits):
        if exhibit.id not in now:
            yield from _stated(f"Exhibit {exhibit_letter(index)}, “{one_line(exhibit.title)}”, is removed.")


def _stated(sentence: str, words: tuple[Block, ...] = ()) -> Iterator[Block]:
    yield paragraph(strong(sentence))
    yield from words
