"""Search questions, guidance, examples and answers; what a question is called comes before what mentions it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, auto
from itertools import islice
from operator import itemgetter

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.active_questions import active_questions
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.draft.block_parser import words as words_read
from mou_tui.draft.folding import folded
from mou_tui.draft.law_lines import layer_heading, state_of
from mou_tui.draft.opening import opening_of
from mou_tui.frozen import NamedTuple
from mou_tui.reports.state_law import requirements
from mou_tui.session.model import OPENING, Session

AROUND = 30
"""Characters of context before a match."""
AFTER = 60
"""And after it."""
SHORTEST_IN_LAW = 3
"""Letters from which law is searched; one or two find it everywhere."""


@dataclass(frozen=True)
class SearchHit:
    """Locate a match."""

    clause_id: str
    """Question id, or `opening`."""
    number: str
    where: str
    """The kind of text: number, title, question, answer, current agreement, guidance, example, law."""
    before: str
    match: str
    after: str
    example: str = ""
    """Id of the example it is in, if it is in one."""


def search(checklist: Checklist, session: Session, phrase: str) -> Iterator[SearchHit]:
    """Yield every text that matches, regardless of case; a number such as `3` or `3.1` finds its clauses.

    A match begins where a word begins. Only the first match of each text is given. First come numbers, then titles that
    hold the words whole, titles where they begin a longer one, the law of the chosen state, questions, answers,
    guidance, examples, and other law.
    """
    phrase = " ".join(phrase.split())
    ranked = _ranked(checklist, session, phrase) if phrase else ()
    yield from (hit for _, hit in sorted(ranked, key=itemgetter(0)))


class _Rank(IntEnum):
    """Order the kinds of text."""

    NUMBER = auto()
    TITLE = auto()
    TITLE_BEGINS = auto()
    LAW = auto()
    QUESTION = auto()
    ANSWER = auto()
    GUIDANCE = auto()
    EXAMPLE = auto()
    OTHER_LAW = auto()


class _Text(NamedTuple):
    """A text to search in."""

    rank: _Rank
    where: str
    text: str
    example: str = ""


def _ranked(checklist: Checklist, session: Session, phrase: str) -> Iterator[tuple[_Rank, SearchHit]]:
    """Yield the matches in the order of the draft, each with its rank."""
    opening = f"Opening, parties and definitions: {words_read(opening_of(checklist, session))}"
    yield from _in_text(phrase, _Text(_Rank.ANSWER, "opening", opening), OPENING, "")
    values = known_values(checklist, session)
    for topic in checklist.topics:
        for question in active_questions(session, topic):
            number = checklist.number(question.id)
            if phrase in (number, number.partition(".")[0]):
                yield _Rank.NUMBER, SearchHit(question.id, number, "number", "", question.label, f": {question.ask}")
            for text in _texts(question, session, values, phrase):
                yield from _in_text(phrase, text, question.id, number)
    if len(phrase) >= SHORTEST_IN_LAW:
        yield from _in_law(checklist, session, phrase)


def _in_law(checklist: Checklist, session: Session, phrase: str) -> Iterator[tuple[_Rank, SearchHit]]:
    """Yield the matches in law and grants, each at the first question it bears on that is asked.

    The law of other states is found by its name or citation only, so that it never seems to be the room's own.
    """
    state = state_of(checklist, session)
    for layer in checklist.layers:
        is_other = layer.state not in ("", state)
        rank = _Rank.LAW if layer.state and not is_other else _Rank.OTHER_LAW
        for requirement in requirements(checklist, session, layer):
            name = f"{layer_heading(layer)}, {requirement.section}"
            if is_other and not any(folded(name).find(phrase, is_whole=False)):
                continue
            text = _Text(rank, "law", f"{name}: {requirement.text}")
            yield from _in_text(phrase, text, requirement.clause_id, checklist.number(requirement.clause_id))


def _texts(question: Question, session: Session, values: Mapping[str, str], phrase: str) -> Iterator[_Text]:
    answer, label = session.answer(question.id), folded(question.label)
    is_title, is_whole = (any(label.find(phrase, is_whole=is_whole)) for is_whole in (False, True))
    rank = _Rank.TITLE if is_whole else _Rank.TITLE_BEGINS if is_title else _Rank.QUESTION
    yield _Text(rank, "title" if is_title else "question", f"{question.label}: {question.ask}")
    yield _Text(_Rank.ANSWER, "answer", words_read(answer.text))
    yield _Text(_Rank.ANSWER, "current agreement", words_read(answer.current))
    guidance = " · ".join((question.why, *question.discuss, *(point.text for point in question.points)))
    yield _Text(_Rank.GUIDANCE, "guidance", guidance)
    for example in question.examples:
        text = fill_blanks(example.text, values)
        yield _Text(_Rank.EXAMPLE, f"example “{example.label}”", text, example.id)


def _in_text(phrase: str, searched: _Text, clause_id: str, number: str) -> Iterator[tuple[_Rank, SearchHit]]:
    line = " ".join(searched.text.split())
    for start, end in islice(folded(line).find(phrase, is_whole=False), 1):
        before = line[:start]
        if len(before) > AROUND:
            _, _, context = before[-AROUND:].partition(" ")
            before = f"… {context}"
        after = line[end:]
        if len(after) > AFTER:
            after = f"{after[: AFTER - 2].rpartition(' ')[0]} …"
        hit = SearchHit(clause_id, number, searched.where, before, line[start:end], after, searched.example)
        yield searched.rank, hit
