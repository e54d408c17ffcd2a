"""Finding words in what is asked, advised, offered and said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mou_tui.checklist.checklist import Checklist, Question
from mou_tui.draft.blanks import OPENING
from mou_tui.draft.completeness import in_play
from mou_tui.draft.draft import opening_of
from mou_tui.session.session import Session

AROUND = 30
"""Characters of context before a find."""
AFTER = 60
"""And after it."""


@dataclass(frozen=True)
class Find:
    """A place where the words stand."""

    place: str
    """Question id, or `opening`."""
    number: str
    where: str
    """In what they stand: question, guidance, example, answer."""
    before: str
    found: str
    after: str


def search(checklist: Checklist, session: Session, words: str) -> Iterator[Find]:
    """Every place where the words stand, letters large or small; a number such as `3` or `3.1` finds what bears it.

    Of each text only the first place is given.
    """
    words = " ".join(words.split())
    if not words:
        return
    in_order = [question for topic in checklist.topics for question in in_play(checklist, session, topic)]
    for question in in_order:
        number = checklist.number(question.id)
        if words in (number, number.partition(".")[0]):
            yield Find(question.id, number, "number", "", question.label, f": {question.ask}")
    yield from _in_text(OPENING, "", "opening", opening_of(checklist, session), words)
    for question in in_order:
        number = checklist.number(question.id)
        for where, text in _texts(question, session):
            yield from _in_text(question.id, number, where, text, words)


def _texts(question: Question, session: Session) -> Iterator[tuple[str, str]]:
    answer = session.answer(question.id)
    yield "question", f"{question.label}: {question.ask}"
    yield "answer", answer.text
    yield "current agreement", answer.current
    yield "guidance", " · ".join((question.why, *question.discuss, *(point.text for point in question.points)))
    for example in question.examples:
        yield f"example “{example.label}”", example.text


def _in_text(place: str, number: str, where: str, text: str, words: str) -> Iterator[Find]:
    line = " ".join(text.split())
    # casefold may change the length of a text; lower does so for one letter only, and then nothing is shown amiss.
    at = line.lower().find(words.lower())
    if at >= 0:
        end = at + len(words)
        start = max(0, at - AROUND)
        before = ("…" if start else "") + line[start:at]
        yield Find(place, number, where, before, line[at:end], line[end : end + AFTER])
