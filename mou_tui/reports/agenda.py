"""What the next meeting has to settle, made from what is open."""

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
"""How a day is kept; people may also say by when in any other words."""


class Item(NamedTuple):
    """One line of the agenda."""

    matter: Matter
    place: str
    """Question id; empty where it belongs to none."""
    number: str
    """Clause number; empty where it belongs to none."""
    words: str
    action: str = ""
    """Id of the action it is about."""


class Agenda(NamedTuple):
    """Everything the next meeting has to settle."""

    items: tuple[Item, ...]

    @property
    def sections(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """Headings with their items, in the order they are taken; a section without any is left out."""
        sections = (
            (heading, tuple(item for item in self.items if item.matter == matter))
            for matter, heading in MATTERS.items()
        )
        return tuple((heading, items) for heading, items in sections if items)


def agenda(checklist: Checklist, session: Session) -> Agenda:
    """What is open: what was to be checked and done, objections, alternatives, essentials, positions, blanks."""
    done = assess_progress(checklist, session)
    items = [item for progress in done.questions for item in _of_question(checklist, session, progress)]
    items += [_of_action(checklist, action) for action in done.actions]
    return Agenda(tuple(items))


def action_words(action: Action) -> str:
    """An action in words: who does what by when ("Ann Poe: ask the insurer, by Friday")."""
    who, what, by = f"{action.who}: " if action.who else "", action.what or "check", f"by {due_words(action)}"
    if not action.due:
        return f"{who}{what}"
    # What is to be checked is often a question; after its mark no comma can follow.
    return f"{who}{what} ({by})" if what.endswith(("?", ".", "!")) else f"{who}{what}, {by}"


def due_words(action: Action) -> str:
    """By when, in words: a day written out, or whatever else was said."""
    return long_date(action.due) if len(action.due) == len(A_DAY) else action.due


def later_words(later: Deferral) -> str:
    """Who must check by when, in words."""
    return f"later: {first_words(later.who, later.by)}"


def _of_question(checklist: Checklist, session: Session, progress: QuestionProgress) -> Iterator[Item]:
    agreement = progress.agreement

    def item(matter: Matter, words: str) -> Item:
        return Item(matter, progress.id, progress.number, f"{progress.label}: {words}")

    if progress.later:
        yield item("to check", first_words(progress.later.who, progress.later.by))
    for standing in agreement.checks:
        yield item("to check", f"{standing.name} {standing.words}")
    for standing in agreement.objections:
        yield item("objections", f"{standing.name} {standing.words}")
    if progress.alternatives:
        yield item("alternatives", f"{progress.alternatives + bool(session.answer(progress.id).text.strip())} wordings")
    if (
        progress.essential
        and progress.state in ("empty", "example", "earlier")
        and checklist.question(progress.id).together
    ):
        yield item("to write together", progress.words)
    if agreement.to_confirm:
        yield item("to confirm", ", ".join(standing.words_to_confirm for standing in agreement.to_confirm))
    if progress.blanks:
        yield item("blanks", ", ".join(blank.text for blank in progress.blanks))


def _of_action(checklist: Checklist, action: Action) -> Item:
    place = action.question if action.question in checklist else ""
    number = checklist.number(place) if place else ""
    return Item("to check" if action.kind == "check" else "actions", place, number, action_words(action), action.id)
