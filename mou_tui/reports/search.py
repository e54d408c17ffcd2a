"""Search questions, guidance, examples and answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.draft.block_parser import words as words_read
from mou_tui.draft.folding import folded
from mou_tui.draft.opening import opening_of
from mou_tui.draft.progress import active_questions
from mou_tui.session.model import OPENING, Session

AROUND = 30
"""Characters of context before a match."""
AFTER = 60
"""And after it."""


@dataclass(frozen=True)
class SearchHit:
    """Locate a match."""

    clause_id: str
    """Question id, or `opening`."""
    number: str
    where: str
    """The kind of text: question, guidance, example, answer."""
    before: str
    match: str
    after: str
    example: str = ""
    """Id of the example it is in, if it is in one."""


def search(checklist: Checklist, session: Session, phrase: str) -> Iterator[SearchHit]:
    """Yield every text that matches, regardless of case; a number such as `3` or `3.1` finds its clauses.

    A match begins where a word begins. Only the first match of each text is given.
    """
    phrase = " ".join(phrase.split())
    if not phrase:
        return
    in_order = [question for topic in checklist.topics for question in active_questions(session, topic)]
    for question in in_order:
        number = checklist.number(question.id)
        if phrase in (number, number.partition(".")[0]):
            yield SearchHit(question.id, number, "number", "", question.label, f": {question.ask}")
    opening = f"Opening, parties and definitions: {words_read(opening_of(checklist, session))}"
    yield from _in_text(phrase, opening, OPENING, "", "opening")
    values = known_values(checklist, session)
    for question in in_order:
        number = checklist.number(question.id)
        for where, text in _texts(question, session):
            yield from _in_text(phrase, text, question.id, number, where)
        for example in question.examples:
            where = f"example “{example.label}”"
            yield from _in_text(phrase, fill_blanks(example.text, values), question.id, number, where, example.id)


def _texts(question: Question, session: Session) -> Iterator[tuple[str, str]]:
    answer = session.answer(question.id)
    yield "question", f"{question.label}: {question.ask}"
    yield "answer", words_read(answer.text)
    yield "current agreement", words_read(answer.current)
    yield "guidance", " · ".join((question.why, *question.discuss, *(point.text for point in question.points)))


def _in_text(phrase: str, text: str, clause_id: str, number: str, where: str, example: str = "") -> Iterator[SearchHit]:
    line = " ".join(text.split())
    for start, end in islice(folded(line).find(phrase, is_whole=False), 1):
        before = line[:start]
        if len(before) > AROUND:
            _, _, context = before[-AROUND:].partition(" ")
            before = f"… {context}"
        yield SearchHit(clause_id, number, where, before, line[start:end], line[end:][:AFTER], example)
