"""Write the blank checklist as a handout, to print and read before the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.draft import session_title
from mou_tui.draft.sanitized_markdown import escape, heading
from mou_tui.session.model import Session

_LINES = "\\\n".join([r"\_" * 60] * 3)


def worksheet(checklist: Checklist, session: Session) -> str:
    """Return the questions of a session's depth as Markdown, with space to write; it contains no answers."""
    return "\n\n".join(_passages(checklist, session)) + "\n"


def _passages(checklist: Checklist, session: Session) -> Iterator[str]:
    yield heading(1, f"{checklist.title}: worksheet")
    yield escape(session_title(checklist, session))
    yield "Read this before the meeting and note what your side needs. Nothing here binds anyone."
    for number, topic in enumerate(checklist.topics, start=1):
        is_full = session.depth == "full"
        questions = [question for question in topic.questions if is_full or question.essential]
        if questions:
            yield heading(2, f"{number}. {topic.title}")
            yield escape(topic.summary)
        for question in questions:
            yield from _question(checklist.number(question.id), question)


def _question(number: str, question: Question) -> Iterator[str]:
    needs = " This one needs the whole room." if question.together else ""
    yield f"**{number} {escape(question.label)}.** {escape(question.ask)}"
    yield f"{escape(question.why)}{needs}"
    yield "\n".join(f"- {escape(line)}" for line in question.discuss)
    yield "A good answer:\n\n" + "\n".join(f"- \\[ \\] {escape(point.text)}" for point in question.points)
    yield _LINES
