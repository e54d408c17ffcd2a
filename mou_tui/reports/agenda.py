"""Make the agenda of the next meeting from what is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import first_words
from mou_tui.draft.progress import QuestionProgress, assess_progress
from mou_tui.frozen import NamedTuple
from mou_tui.language.due_dates import by_due_day, due_day
from mou_tui.reports.proposals import waiting_clauses
from mou_tui.reports.sent_back import loose_texts, sent_back_words
from mou_tui.reports.tasks import action_words
from mou_tui.session.meeting import Action
from mou_tui.session.model import Session

Matter = Literal[
    "objections",
    "to check",
    "actions",
    "alternatives",
    "sent back",
    "proposals",
    "to confirm",
    "to write together",
    "blanks",
]

MATTERS: dict[Matter, str] = {
    "to check": "Someone was to check",
    "actions": "Actions to report on",
    "objections": "Objections",
    "alternatives": "Alternatives to choose from",
    "sent back": "Sent back by counsel, under no clause",
    "proposals": "Proposals from outside, without an answer",
    "to write together": "Essential questions to settle together",
    "to confirm": "Positions to confirm, because the wording changed",
    "blanks": "Blanks to fill",
}
"""The parts of an agenda, in the order they are taken, each with its heading."""


class Item(NamedTuple):
    """Hold one line of the agenda."""

    matter: Matter
    clause_id: str
    """Question id; empty where it belongs to none."""
    number: str
    """Clause number; empty where it belongs to none."""
    text: str
    action: str = ""
    """Id of the action it is about."""
    day: str = ""
    """The day it is due; empty where none is known."""


class Agenda(NamedTuple):
    """Hold everything the next meeting has to settle."""

    items: tuple[Item, ...]

    @property
    def sections(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """Return headings with their items, in agenda order and what is due first; one without items is left out."""
        sections = (
            (heading, tuple(by_due_day((item for item in self.items if item.matter == matter), lambda item: item.day)))
            for matter, heading in MATTERS.items()
        )
        return tuple((heading, items) for heading, items in sections if items)


def agenda(checklist: Checklist, session: Session, today: str = "") -> Agenda:
    """Return what is open: what to check, to do, to choose, to answer, to write, to confirm and to fill in.

    Args:
        checklist: what the session answers.
        session: the session.
        today: the day it is; without one, nothing is said to be overdue.
    """
    progress = assess_progress(checklist, session)
    items = [item for question in progress.questions for item in _of_question(checklist, session, question, today)]
    items += [_of_action(checklist, action, today) for action in progress.actions]
    items += [Item("sent back", "", "", text) for text in loose_texts(session)]
    waiting = waiting_clauses(checklist, session)
    items += [Item("proposals", clause.clause_id, clause.number, clause.text) for clause in waiting]
    return Agenda(tuple(items))


def _of_question(checklist: Checklist, session: Session, progress: QuestionProgress, today: str) -> Iterator[Item]:
    agreement, later = progress.agreement, progress.later

    def item(matter: Matter, text: str, day: str = "") -> Item:
        return Item(matter, progress.id, progress.number, f"{progress.label}: {text}", day=day)

    if later:
        text = first_words(later.who, later.by, later.on, today)
        yield item("to check", text, due_day(later.by, later.on))
    for standing in agreement.checks:
        yield item("to check", f"{standing.name} {standing.described_on(today)}", standing.due_day)
    for standing in agreement.objections:
        yield item("objections", f"{standing.name} {standing.description}")
    if progress.alternatives:
        wordings = f"{progress.alternatives + bool(session.answer(progress.id).text.strip())} wordings"
        yield item("alternatives", "; ".join(filter(None, (wordings, sent_back_words(session, progress.id)))))
    if (
        progress.essential
        and progress.state in ("empty", "example", "earlier")
        and checklist.question(progress.id).together
    ):
        yield item("to write together", progress.state_label)
    if agreement.to_confirm:
        yield item("to confirm", ", ".join(standing.words_to_confirm for standing in agreement.to_confirm))
    if progress.blanks:
        yield item("blanks", ", ".join(blank.text for blank in progress.blanks))


def _of_action(checklist: Checklist, action: Action, today: str) -> Item:
    question_id = action.question if action.question in checklist else ""
    return Item(
        "to check" if action.kind == "check" else "actions",
        question_id,
        checklist.number(question_id) if question_id else "",
        action_words(action, today),
        action.id,
        due_day(action.due, action.on),
    )
