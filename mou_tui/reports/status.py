"""How far a session is, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import session_title
from mou_tui.draft.labels import AGREEMENT_LABELS, STANCES, TO_CONFIRM
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.errors import Problem
from mou_tui.reports.agenda import later_words
from mou_tui.session.model import Session
from mou_tui.text import for_display, pluralize


def as_object(file: str, checklist: Checklist, session: Session, notes: Sequence[Problem] = ()) -> dict[str, object]:
    """The progress of a session, as `status --json` prints it."""
    done = assess_progress(checklist, session)
    return {
        "file": file,
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


def as_words(file: str, checklist: Checklist, session: Session, notes: Sequence[Problem] = ()) -> str:
    """The progress of a session in a few lines."""
    done = assess_progress(checklist, session)
    lines = [f"{session_title(checklist, session)} ({for_display(file)})", " · ".join(_counts(done))]
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


def _counts(done: Progress) -> Iterator[str]:
    """Text and agreement, each with its noun, and then what is still open of each kind."""
    yield f"Text {done.written} of {done.needed}"
    if done.agreed:
        yield f"Agreed {done.agreed}"
    for number, words in (
        (done.blanks, pluralize(done.blanks, "blank")),
        (done.objections, pluralize(done.objections, "objection")),
        (done.to_confirm, f"{done.to_confirm} {TO_CONFIRM}"),
        (done.later, f"{done.later} later"),
        (done.actions_open, pluralize(done.actions_open, "open action")),
    ):
        if number:
            yield words


def _words(question: QuestionProgress) -> str:
    words = [question.words]
    if question.later:
        words.append(later_words(question.later))
    agreement = question.agreement
    if agreement.open:
        words.append(AGREEMENT_LABELS[agreement.state])
        # Who is only consulted does not change the state, and is not passed over all the same.
        consulted = [one for one in agreement.stances if one.party.part == "consulted"]
        words += [
            f"{one.name} {STANCES[one.stand].label}" for one in consulted if one.stand in ("objects", "must-check")
        ]
        words += [f"{one.name} {TO_CONFIRM}" for one in consulted if one in agreement.to_confirm]
    return " · ".join(words)
