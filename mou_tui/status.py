"""How far a session is, for people and for programs."""

from __future__ import annotations

from pathlib import Path

from mou_tui.checklist.checklist import Checklist
from mou_tui.draft.agenda import later_words
from mou_tui.draft.completeness import QuestionProgress, assess
from mou_tui.draft.draft import session_title
from mou_tui.draft.review import count
from mou_tui.session.session import Session
from mou_tui.text import shown


def as_object(path: Path, checklist: Checklist, session: Session) -> dict[str, object]:
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


def as_words(path: Path, checklist: Checklist, session: Session) -> str:
    """The progress of a session in a few lines."""
    done = assess(checklist, session)
    lines = [
        f"{session_title(checklist, session)} ({shown(path)})",
        f"Text {done.written} of {done.needed}, {count(done.blanks, 'blank')}",
    ]
    for topic in done.topics:
        lines.append(f"{topic.number:>3}. {topic.title}: {topic.written} of {topic.needed}")
        lines += [
            f"     {question.number} {question.label}: {_words(question)}"
            for question in topic.questions
            if question.open
        ]
    return "\n".join(lines)


def _words(question: QuestionProgress) -> str:
    return " · ".join([question.words, *([later_words(question.later)] if question.later else [])])
