"""Session files of three sizes: an empty one, a usual one, and one as long as it gets after twenty meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, cycle
from pathlib import Path

from mou_tui.checklist.loader import load
from mou_tui.checklist.model import Checklist, Depth, Question
from mou_tui.session.codec import encode
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Meeting, Position
from mou_tui.session.model import Answer, ChecklistRef, Party, Session

LONG = 4096
"""Characters of the longest answers that are still expected."""
MEETINGS = 20
ENTRIES = 2_000
"""Of the history, a quarter of them long wordings."""


def write_empty(path: Path) -> Path:
    """A session of full depth without an answer."""
    return _write(path, load(), "full", {})


def write_usual(path: Path) -> Path:
    """A session of essential depth with every other question answered by an example."""
    checklist = load()
    essential = [question for question in _questions(checklist) if question.essential]
    answers = {question.id: question.examples[0].text for question in essential[::2]}
    return _write(path, checklist, "essential", answers)


def write_long(path: Path) -> Path:
    """A session of full depth with a long answer to every question, met about twenty times and changed as often."""
    checklist = load()
    answers = {question.id: _long(question) for question in _questions(checklist)}
    return _write(path, checklist, "full", answers, met=True)


def _meetings() -> tuple[Meeting, ...]:
    days = (date(2026, 1, 8) + timedelta(weeks=2 * number) for number in range(MEETINGS))
    return tuple(Meeting(f"m{day:%m%d}", f"{day} 09:00", f"{day} 10:30", ("agency", "district")) for day in days)


def _history(answers: dict[str, str], meetings: tuple[Meeting, ...]) -> Iterator[Entry]:
    """The entries: after each wording of a clause, the stances of both parties on it, and a decision."""
    question_ids = cycle(answers)
    for number in range(ENTRIES // 4):
        meeting, question_id = meetings[number * 4 * len(meetings) // ENTRIES], next(question_ids)
        at = f"{meeting.day} 09:{number % 60:02}"
        yield Entry(at, "wording", question_id, text=answers[question_id], meeting=meeting.id)
        yield Entry(at, "position", question_id, "agency", "agrees", meeting=meeting.id)
        yield Entry(at, "position", question_id, "district", "objects", text="The fee is unknown.", meeting=meeting.id)
        yield Entry(at, "decision", question_id, text="Both parties ask counsel.", meeting=meeting.id)


def _stances_on(text: str) -> dict[str, Position]:
    wording = Answer(text).wording
    return {"agency": Position("agrees", wording), "district": Position("objects", wording, "The fee is unknown.")}


def _questions(checklist: Checklist) -> list[Question]:
    return [question for topic in checklist.topics for question in topic.questions]


def _long(question: Question) -> str:
    """A long answer of many paragraphs, no two of which are the same, with emphasis and blanks."""
    paragraphs: list[str] = []
    for number, example in zip(count(1), cycle(question.examples), strict=False):
        paragraphs.append(f"({question.id}, {number}) {example.text} See *{question.label}*, [page {number}].")
        text = "\n\n".join(paragraphs)
        if len(text) >= LONG:
            return text[:LONG].rstrip()
    raise AssertionError


def _write(path: Path, checklist: Checklist, depth: Depth, answers: dict[str, str], *, met: bool = False) -> Path:
    parties = (
        Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police"),
        Party("district", "", "Lake City School District", "the School District", "the Superintendent"),
    )
    meetings = _meetings() if met else ()
    session = Session(
        checklist=ChecklistRef(checklist.id, checklist.version),
        depth=depth,
        parties=parties,
        answers={
            # The first clause is the one that is typed in: an agreement would lock it.
            question_id: Answer(text, positions=_stances_on(text) if met and number else {})
            for number, (question_id, text) in enumerate(answers.items())
        },
        meetings=meetings,
        history=History(added=tuple(_history(answers, meetings)) if met else ()),
    )
    path.write_bytes(encode(session))
    return path
