"""How far a session is, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mou_tui.checklist.checklist import Checklist
from mou_tui.draft.agenda import later_words
from mou_tui.draft.agreement import AGREEMENT_WORDS, STAND_WORDS
from mou_tui.draft.completeness import Completeness, QuestionProgress, assess
from mou_tui.draft.draft import session_title
from mou_tui.errors import Problem
from mou_tui.session.session import Session
from mou_tui.text import count, shown


def as_object(path: Path, checklist: Checklist, session: Session, notes: Sequence[Problem] = ()) -> dict[str, object]:
    """The progress of a session, as `status --json` prints it."""
    done = assess(checklist, session)
    return {
        "file": str(path),
        "title": session_title(checklist, session),
        "needed": done.needed,
        "written": done.written,
        "blanks": done.blanks,
        "agreed": done.agreed,
        "objections": done.objections,
        "actions_open": done.actions_open,
        "later": done.later,
        "notes": [str(note) for note in notes],
        "topics": [
            {
                "id": topic.id,
                "title": topic.title,
                "needed": topic.needed,
                "written": topic.written,
                "agreed": topic.agreed,
                "questions": [
                    {
                        "id": question.id,
                        "label": question.label,
                        "essential": question.essential,
                        "state": question.state,
                        "agreement": question.agreement.state,
                    }
                    for question in topic.questions
                ],
            }
            for topic in done.topics
        ],
    }


def as_words(path: Path, checklist: Checklist, session: Session, notes: Sequence[Problem] = ()) -> str:
    """The progress of a session in a few lines."""
    done = assess(checklist, session)
    lines = [f"{session_title(checklist, session)} ({shown(path)})", " · ".join(_counts(done))]
    for topic in done.topics:
        agreed = f", agreed {topic.agreed}" if topic.agreed else ""
        lines.append(f"{topic.number:>3}. {topic.title}: {topic.written} of {topic.needed}{agreed}")
        lines += [
            f"     {question.number} {question.label}: {_words(question)}"
            for question in topic.questions
            if question.open
        ]
    lines += map(str, notes)
    return "\n".join(lines)


def _counts(done: Completeness) -> Iterator[str]:
    """Text and agreement, each with its noun, and then what is still open of each kind."""
    yield f"Text {done.written} of {done.needed}"
    if done.agreed:
        yield f"Agreed {done.agreed}"
    for number, words in (
        (done.blanks, count(done.blanks, "blank")),
        (done.objections, count(done.objections, "objection")),
        (done.to_confirm, f"{done.to_confirm} to confirm"),
        (done.later, f"{done.later} later"),
        (done.actions_open, count(done.actions_open, "open action")),
    ):
        if number:
            yield words


def _words(question: QuestionProgress) -> str:
    words = [question.words]
    if question.later:
        words.append(later_words(question.later))
    agreement = question.agreement
    if agreement.open:
        words.append(AGREEMENT_WORDS[agreement.state])
        # Who is only consulted does not change the state, and is not passed over all the same.
        consulted = [one for one in agreement.standings if one.party.part == "consulted"]
        words += [f"{one.name} {STAND_WORDS[one.stand]}" for one in consulted if one.stand in ("objects", "must-check")]
        words += [f"{one.name} to confirm" for one in consulted if one in agreement.to_confirm]
    return " · ".join(words)
