"""Report the progress of a session, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import session_title
from mou_tui.draft.points import MEANING
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.draft.reference_check import dead_references
from mou_tui.draft.state_labels import AGREEMENT_LABELS, STANCES, TO_CONFIRM
from mou_tui.errors import Problem
from mou_tui.language.dates import long_date
from mou_tui.language.text import for_display, pluralize
from mou_tui.reports.due_items import due_items
from mou_tui.reports.questions_asked import asked_of_all
from mou_tui.reports.review_date import review_date
from mou_tui.reports.tasks import later_words
from mou_tui.session.model import OPENING, Session
from mou_tui.session.standing import in_force_since, standing


def as_object(
    file: str, checklist: Checklist, session: Session, notes: Sequence[Problem] = (), *, today: str = ""
) -> dict[str, object]:
    """Return the progress of a session as `status --json` prints it.

    Args:
        file: what to call it.
        checklist: what it answers.
        session: the session.
        notes: what was noticed as it was read.
        today: the day it is; without one, nothing is overdue.
    """
    progress, due = assess_progress(checklist, session), due_items(checklist, session)
    review = review_date(checklist, session).day
    return {
        "file": file,
        "title": session_title(checklist, session),
        "needed": progress.needed,
        "written": progress.written,
        "blanks": progress.blanks,
        "agreed": progress.agreed,
        "objections": progress.objections,
        "actions_open": progress.actions_open,
        "later": progress.later,
        "proposals_open": sum(proposal.is_open for proposal in session.proposals),
        "in_force": _in_force(session),
        "review": review,
        "review_due": bool(review) and "" < review <= today,
        "points_gone_through": progress.gone_through,
        "dead_references": [
            {"id": clause_id, "text": sentence}
            for clause_id, sentences in dead_references(checklist, session).items()
            for sentence in sentences
        ],
        "overdue": sum(item.is_overdue(today) for item in due),
        "due": [
            {
                "kind": item.kind,
                "question": item.clause_id,
                "text": item.text,
                "due": item.due,
                "on": item.on,
                "overdue": item.is_overdue(today),
            }
            for item in due
        ],
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
                        "points": {
                            "state": question.points.state,
                            "ticked": question.points.ticked,
                            "total": question.points.total,
                        },
                        "very_short": question.is_very_short,
                    }
                    for question in topic.questions
                ],
            }
            for topic in progress.topics
        ],
    }


def as_words(
    file: str, checklist: Checklist, session: Session, notes: Sequence[Problem] = (), *, today: str = ""
) -> str:
    """Return the progress of a session in a few lines; the arguments are those of `as_object`."""
    progress = assess_progress(checklist, session)
    overdue = sum(item.is_overdue(today) for item in due_items(checklist, session))
    proposals = sum(proposal.is_open for proposal in session.proposals)
    late = [f"{overdue} overdue"] if overdue else []
    unanswered = [f"{pluralize(proposals, 'proposal')} to answer"] if proposals else []
    counts = " · ".join([*_counts(progress), *late, *unanswered])
    lines = [f"{session_title(checklist, session)} ({for_display(file)})", *_term(checklist, session, today), counts]
    for topic in progress.topics:
        agreed = f", agreed {topic.agreed}" if topic.agreed else ""
        lines.append(f"{topic.number:>3}. {topic.title}: {topic.written} of {topic.needed}{agreed}")
        lines += [
            f"     {question.number} {question.label}: {_question_status(question, today)}"
            for question in topic.questions
            if question.open
        ]
    for clause_id, sentences in dead_references(checklist, session).items():
        name = "Opening" if clause_id == OPENING else f"Section {checklist.number(clause_id)}"
        lines.append(f"{name} {' and '.join(sentences)}.")
    lines += filter(None, (MEANING, asked_of_all(checklist, session)))
    lines += map(str, notes)
    return "\n".join(lines)


def _counts(progress: Progress) -> Iterator[str]:
    """Yield the counts of text and agreement, each with its noun, and then what is open of each kind."""
    yield f"Text {progress.written} of {progress.needed}"
    if progress.agreed:
        yield f"Agreed {progress.agreed}"
    if progress.gone_through:
        yield f"points gone through in {progress.gone_through}"
    for number, phrase in (
        (progress.blanks, pluralize(progress.blanks, "blank")),
        (progress.objections, pluralize(progress.objections, "objection")),
        (progress.to_confirm, f"{progress.to_confirm} {TO_CONFIRM}"),
        (progress.later, f"{progress.later} later"),
        (progress.actions_open, pluralize(progress.actions_open, "open action")),
    ):
        if number:
            yield phrase


def _in_force(session: Session) -> dict[str, str] | None:
    held = session.in_force
    if held is None:
        return None
    return {
        "since": in_force_since(session),
        "adopted": held.adopted,
        "resolution": held.resolution,
        "signed": held.signed,
        "kept_at": held.kept_at,
        "posted": held.posted,
        "filed": held.filed,
        "digest": held.digest,
    }


def _term(checklist: Checklist, session: Session, today: str) -> Iterator[str]:
    """Yield since when an agreement is in force, and when it is reviewed; nothing for a draft."""
    if state := standing(session, today):
        review = review_date(checklist, session).day
        due = "review due since" if review <= today else "next review"
        yield f"{state} · {due} {long_date(review)}" if review else state


def _question_status(question: QuestionProgress, today: str) -> str:
    notes = [question.state_label]
    if question.later:
        notes.append(later_words(question.later, today))
    agreement = question.agreement
    if agreement.open:
        notes.append(AGREEMENT_LABELS[agreement.state])
        # A consulted party does not change the state, but its stance must not go unseen.
        consulted = [stance for stance in agreement.stances if stance.party.part == "consulted"]
        notes += [
            f"{stance.name} {STANCES[stance.current_stance].label}"
            for stance in consulted
            if stance.current_stance in ("objects", "must-check")
        ]
        notes += [f"{stance.name} {TO_CONFIRM}" for stance in consulted if stance in agreement.to_confirm]
    return " · ".join(notes)
