"""Sum up a session in one row, for whoever looks at thousands of them."""

from __future__ import annotations

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import session_title
from mou_tui.draft.law_lines import state_of
from mou_tui.draft.progress import assess_progress
from mou_tui.reports.due_items import due_items
from mou_tui.reports.requirements import without_words
from mou_tui.reports.review_date import review_date
from mou_tui.session.model import Session
from mou_tui.session.standing import in_force_since

COLUMNS = (
    *("file", "title", "state", "needed", "written", "blanks", "agreed", "objections", "later", "actions_open"),
    *("overdue", "in_force", "review", "review_due", "requirements_without_words", "changed", "problem"),
)
"""The columns of the table; the README says what they hold."""


def portfolio_row(
    file: str, checklist: Checklist, session: Session, *, changed: str, today: str
) -> dict[str, str | int]:
    """Return the row of a session.

    Args:
        file: what to call it.
        checklist: what it answers.
        session: the session.
        changed: when its file was last changed, `2026-11-30 10:42`.
        today: the day it is.
    """
    progress, review = assess_progress(checklist, session), review_date(checklist, session).day
    return {
        "file": file,
        "title": session_title(checklist, session),
        "state": state_of(checklist, session),
        "needed": progress.needed,
        "written": progress.written,
        "blanks": progress.blanks,
        "agreed": progress.agreed,
        "objections": progress.objections,
        "later": progress.later,
        "actions_open": progress.actions_open,
        "overdue": sum(item.is_overdue(today) for item in due_items(checklist, session)),
        "in_force": in_force_since(session),
        "review": review,
        "review_due": "yes" if review and review <= today else "no",
        "requirements_without_words": without_words(checklist, session),
        "changed": changed,
        "problem": "",
    }


def damaged_row(file: str, problem: str) -> dict[str, str | int]:
    """Return the row of a file that cannot be read, with the reason."""
    return {**dict.fromkeys(COLUMNS, ""), "file": file, "problem": " ".join(problem.split())}
