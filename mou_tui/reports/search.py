"""Finding words in what is asked, advised, offered and said."""

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
"""Characters of context before a find."""
AFTER = 60
"""And after it."""


@dataclass(frozen=True)
class SearchHit:
    """A place where the words stand."""

    place: str
    """Question id, or `opening`."""
    number: str
    where: str
    """In what they stand: question, guidance, example, answer."""
    before: str
    found: str
    after: str
    example: str = ""
    """Id of the example it stands in, if it stands in one."""


def search(checklist: Checklist, session: Session, words: str) -> Iterator[SearchHit]:
    """Every place where the words stand, letters large or small; a number such as `3` or `3.1` finds what bears it.

    Words are found where a word begins with them. Of each text only the first place is given.
    """
    words = " ".join(words.split())
    if not words:
        return
    in_order = [question for topic in checklist.topics for question in active_questions(session, topic)]
    for question in in_order:
        number = checklist.number(question.id)
        if words in (number, number.partition(".")[0]):
            yield SearchHit(question.id, number, "number", "", question.label, f": {question.ask}")
    opening = f"Opening, parties and definitions: {words_read(opening_of(checklist, session))}"
    yield from _in_text(words, opening, OPENING, "", "opening")
    values = known_values(checklist, session)
    for question in in_order:
        number = checklist.number(question.id)
        for where, text in _texts(question, session):
            yield from _in_text(words, text, question.id, number, where)
        for example in question.examples:
            where = f"example “{example.label}”"
            yield from _in_text(words, fill_blanks(example.text, values), question.id, number, where, example.id)


def _texts(question: Question, session: Session) -> Iterator[tuple[str, str]]:
    answer = session.answer(question.id)
    yield "question", f"{question.label}: {question.ask}"
    yield "answer", words_read(answer.text)
    yield "current agreement", words_read(answer.current)
    yield "guidance", " · ".join((question.why, *question.discuss, *(point.text for point in question.points)))


def _in_text(words: str, text: str, place: str, number: str, where: str, example: str = "") -> Iterator[SearchHit]:
    line = " ".join(text.split())
    for start, end in islice(folded(line).find(words, is_whole=False), 1):
        before = line[:start]
        if len(before) > AROUND:
            _, _, whole_words = before[-AROUND:].partition(" ")
            before = f"… {whole_words}"
        yield SearchHit(place, number, where, before, line[start:end], line[end:][:AFTER], example)
