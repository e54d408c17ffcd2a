"""Make the agenda of the next meeting from what is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from mou_tui.checklist.model import Checklist
from mou_tui.dates import long_date
from mou_tui.draft.agreement import first_words
from mou_tui.draft.progress import QuestionProgress, assess_progress
from mou_tui.session.meeting import Action
from mou_tui.session.model import Deferral, Session

Matter = Literal["objections", "to check", "actions", "alternatives", "to confirm", "to write together", "blanks"]

MATTERS: dict[Matter, str] = {
    "to check": "Someone was to check",
    "actions": "Actions to report on",
    "objections": "Objections",
    "alternatives": "Alternatives to choose from",
    "to write together": "Essentials the whole room must write",
    "to confirm": "Positions to confirm, for the wording changed",
    "blanks": "Blanks to fill",
}
"""The parts of an agenda, in the order they are taken, each with its heading."""

A_DAY = "2026-11-25"
"""The form in which a day is stored; people may also type any other text."""


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


class Agenda(NamedTuple):
    """Hold everything the next meeting has to settle."""

    items: tuple[Item, ...]

    @property
    def sections(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """Return headings with their items, in agenda order; a section without items is left out."""
        sections = (
            (heading, tuple(item for item in self.items if item.matter == matter))
            for matter, heading in MATTERS.items()
        )
        return tuple((heading, items) for heading, items in sections if items)


def agenda(checklist: Checklist, session: Session) -> Agenda:
    """Return what is open: checks, actions, objections, alternatives, essentials, positions, blanks."""
    progress = assess_progress(checklist, session)
    items = [item for question in progress.questions for item in _of_question(checklist, session, question)]
    items += [_of_action(checklist, action) for action in progress.actions]
    return Agenda(tuple(items))


def action_words(action: Action) -> str:
    """Describe an action: who does what by when ("Ann Poe: ask the insurer, by Friday")."""
    who, task, by = f"{action.who}: " if action.who else "", action.what or "check", f"by {due_words(action)}"
    if not action.due:
        return f"{who}{task}"
    # A task is often a question, and no comma can follow a question mark.
    return f"{who}{task} ({by})" if task.endswith(("?", ".", "!")) else f"{who}{task}, {by}"


def due_words(action: Action) -> str:
    """Return when an action is due: a day written out, or the text that was typed."""
    return long_date(action.due) if len(action.due) == len(A_DAY) else action.due


def later_words(later: Deferral) -> str:
    """Return who must check by when."""
    return f"later: {first_words(later.who, later.by)}"


def _of_question(checklist: Checklist, session: Session, progress: QuestionProgress) -> Iterator[Item]:
    agreement = progress.agreement

    def item(matter: Matter, text: str) -> Item:
        return Item(matter, progress.id, progress.number, f"{progress.label}: {text}")

    if progress.later:
        yield item("to check", first_words(progress.later.who, progress.later.by))
    for standing in agreement.checks:
        yield item("to check", f"{standing.name} {standing.description}")
    for standing in agreement.objections:
        yield item("objections", f"{standing.name} {standing.description}")
    if progress.alternatives:
        yield item("alternatives", f"{progress.alternatives + bool(session.answer(progress.id).text.strip())} wordings")
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


def _of_action(checklist: Checklist, action: Action) -> Item:
    question_id = action.question if action.question in checklist else ""
    number = checklist.number(question_id) if question_id else ""
    return Item(
        "to check" if action.kind == "check" else "actions", question_id, number, action_words(action), action.id
    )
