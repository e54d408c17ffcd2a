"""Say who does what, or checks something first, by when."""

from __future__ import annotations

from mou_tui.draft.agreement import first_words
from mou_tui.language.due_dates import by_words
from mou_tui.session.meeting import Action
from mou_tui.session.model import Deferral


def action_words(action: Action, today: str = "") -> str:
    """Describe an action: who does what by when ("Ann Poe: ask the insurer, by Friday (December 4, 2026)")."""
    who, task = f"{action.who}: " if action.who else "", action.what or "check"
    by = by_words(action.due, action.on, today)
    if not by:
        return f"{who}{task}"
    # A task is often a question, and no comma can follow a question mark.
    return f"{who}{task} ({by})" if task.endswith(("?", ".", "!")) else f"{who}{task}, {by}"


def later_words(later: Deferral, today: str = "") -> str:
    """Return who must check by when."""
    return f"later: {first_words(later.who, later.by, later.on, today)}"
