"""List everything that somebody is to do or to check by some time, what is due first before all else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import first_words
from mou_tui.draft.progress import assess_progress
from mou_tui.frozen import NamedTuple
from mou_tui.language.due_dates import by_due_day, day_in, due_day, is_overdue
from mou_tui.language.text import pluralize
from mou_tui.reports.tasks import action_words
from mou_tui.session.model import Session


class DueItem(NamedTuple):
    """Hold one thing that is to be done or checked."""

    kind: Literal["action", "check", "later", "position"]
    """An action; something to check first; a question that was put off; a party that must check first."""
    key: str
    """Id of the action, of the question, or of question and party: the same as long as it is the same thing."""
    clause_id: str
    """Question id; empty where it belongs to none."""
    text: str
    """Who does what by when."""
    due: str
    """By when, as it was typed; empty where nothing was said."""
    on: str
    """The day that is; empty where it is known to be none."""

    def is_overdue(self, today: str) -> bool:
        """Tell whether its day is past."""
        return is_overdue(self.due, self.on, today)


def due_items(checklist: Checklist, session: Session) -> tuple[DueItem, ...]:
    """Return everything open that somebody is to do or check, sorted by its day, what is due on none last."""
    return tuple(by_due_day(_items(checklist, session), lambda item: item.on))


def overdue_sentence(checklist: Checklist, session: Session, today: str) -> str:
    """Return how much is overdue and since when, in a sentence; empty if nothing is."""
    overdue = [item for item in due_items(checklist, session) if item.is_overdue(today)]
    if not overdue:
        return ""
    since = f"{'the first ' if len(overdue) > 1 else ''}since {day_in(overdue[0].on, today)}"
    return f"Overdue: {pluralize(len(overdue), 'thing')} to do or to check, {since}."


def _items(checklist: Checklist, session: Session) -> Iterator[DueItem]:
    progress = assess_progress(checklist, session)
    for question in progress.questions:
        later, where = question.later, f"{question.number} {question.label}"
        if later:
            text = f"{where}: {first_words(later.who, later.by, later.on)}"
            yield DueItem("later", question.id, question.id, text, later.by, due_day(later.by, later.on))
        for stance in question.agreement.checks:
            key, text = f"{question.id}/{stance.party.id}", f"{where}: {stance.name} {stance.description}"
            by = stance.position.by if stance.position else ""
            yield DueItem("position", key, question.id, text, by, stance.due_day)
    for action in progress.actions:
        kind: Literal["check", "action"] = "check" if action.kind == "check" else "action"
        clause_id = action.question if action.question in checklist else ""
        day = due_day(action.due, action.on)
        yield DueItem(kind, action.id, clause_id, action_words(action), action.due, day)
