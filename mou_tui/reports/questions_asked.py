"""Say how many of the questions are asked, where not all are."""

from __future__ import annotations

from mou_tui.checklist.model import Checklist
from mou_tui.draft.active_questions import active_questions
from mou_tui.session.model import Session


def asked_of_all(checklist: Checklist, session: Session) -> str:
    """Return the sentence on what the depth of a session leaves out; empty where every question is asked."""
    asked = [question for topic in checklist.topics for question in active_questions(session, topic)]
    total = sum(len(topic.questions) for topic in checklist.topics)
    if len(asked) == total:
        return ""
    essential = sum(question.essential for question in asked)
    more = f" and {len(asked) - essential} more" if len(asked) > essential else ""
    ask_all = "“Ask essential or all questions” in the palette (Ctrl+P) asks all."
    return f"{essential} essential{more} of {total} questions; {ask_all}"
