"""List what is still open in headed lines, the same in both front ends and every document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import first_words, party_name
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import bullet, heading, paragraph
from mou_tui.draft.draft import OPENING_LABEL
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.language.due_dates import by_due_day, due_day
from mou_tui.language.text import pluralize
from mou_tui.reports.proposals import UNANSWERED, waiting_clauses
from mou_tui.reports.tasks import action_words
from mou_tui.session.model import OPENING, Session

NOTHING = "None."
"""The text under a heading without lines."""


@dataclass(frozen=True)
class OpenItem:
    """Hold one open item."""

    text: str
    number: str = ""
    """Clause number; empty where it belongs to none."""
    clause_id: str = ""
    """Question id, or `opening`; empty where it belongs to none."""
    party: str = ""
    """Id of the party it says who signs for; empty where it says something else."""
    signatory: int | None = None
    """The index of that signatory, from 0; None while nobody signs for the party."""
    things: int = 1
    """How many points of the section's kind it names."""
    day: str = ""
    """The day it is due; empty where none is known."""

    @property
    def whole(self) -> str:
        """Return the line as one reads it, with its number."""
        return f"{self.number} {self.text}".lstrip()


@dataclass(frozen=True)
class OpenSection:
    """Hold a heading and its items."""

    heading: str
    lines: tuple[OpenItem, ...]
    note: str = ""
    """What the lines leave out, such as "3 open clauses"."""

    @property
    def things(self) -> int:
        """Return the number of open points, whichever lines they share."""
        return sum(line.things for line in self.lines)

    @property
    def below(self) -> str:
        """What is below the lines: what they leave out, or that there are none."""
        if self.note:
            return f"{'And ' if self.lines else ''}{self.note}."
        return "" if self.lines else NOTHING

    @property
    def count_label(self) -> str:
        """The heading with the number of open points, and what the lines leave out."""
        if not self.note:
            return f"{self.heading} {self.things}"
        return f"{self.heading} {self.things}, and {self.note}" if self.things else f"{self.heading}: {self.note}"


def open_items(checklist: Checklist, session: Session, today: str = "") -> tuple[OpenSection, ...]:
    """Return everything that is open, section by section, empty sections included; what is due first comes first.

    Args:
        checklist: what the session answers.
        session: the session.
        today: the day it is; without one, nothing is said to be overdue.
    """
    progress = assess_progress(checklist, session)

    def lines(of_question: Callable[[QuestionProgress], Iterator[str | tuple[str, ...]]]) -> tuple[OpenItem, ...]:
        return tuple(
            _line(question.label, points, question.number, question.id)
            for question in progress.questions
            for points in of_question(question)
        )

    in_opening = tuple(blank.text for blank in progress.opening)
    opening = (_line(OPENING_LABEL, in_opening, "", OPENING),) if in_opening else ()

    return (
        OpenSection("Open clauses", lines(_open)),
        OpenSection("Blanks", (*opening, *lines(_blanks))),
        OpenSection("Objections", lines(_objections)),
        OpenSection("Positions to confirm", lines(_to_confirm)),
        OpenSection("Positions not asked yet", lines(_not_asked), _unasked_without_wording(progress)),
        _by_day("To check first", (*_checks(progress, today), *_actions(checklist, progress, "check", today))),
        _by_day("Open actions", _actions(checklist, progress, "do", today)),
        *_unanswered(checklist, session),
    )


def _unanswered(checklist: Checklist, session: Session) -> Iterator[OpenSection]:
    """Yield the proposals from outside that wait for an answer, where there are any: most sessions take in none."""
    lines = tuple(
        OpenItem(clause.text, clause.number, clause.clause_id, things=clause.things)
        for clause in waiting_clauses(checklist, session)
    )
    if lines:
        yield OpenSection(UNANSWERED, lines)


def _by_day(title: str, items: Iterable[OpenItem]) -> OpenSection:
    return OpenSection(title, tuple(by_due_day(items, lambda item: item.day)))


def headed(sections: Iterable[OpenSection], rank: int) -> Iterator[Block]:
    """Yield each section under a heading of a rank."""
    for section in sections:
        yield heading(rank, section.heading)
        yield from (bullet(line.whole) for line in section.lines)
        if section.below:
            yield paragraph(section.below)


def _line(label: str, points: str | tuple[str, ...], number: str, clause_id: str) -> OpenItem:
    """Return the item for one text about a clause, or for several points of one kind."""
    texts = (points,) if isinstance(points, str) else points
    return OpenItem(f"{label}: {', '.join(texts)}", number, clause_id, things=len(texts))


def _open(progress: QuestionProgress) -> Iterator[str]:
    if progress.state in ("empty", "example", "earlier") or progress.alternatives:
        yield f"{progress.state_label}, put off" if progress.later else progress.state_label


def _blanks(progress: QuestionProgress) -> Iterator[tuple[str, ...]]:
    if progress.blanks:
        yield tuple(blank.text for blank in progress.blanks)


def _objections(progress: QuestionProgress) -> Iterator[str]:
    return (f"{standing.name} {standing.description}" for standing in progress.agreement.objections)


def _to_confirm(progress: QuestionProgress) -> Iterator[str]:
    for standing in progress.agreement.to_confirm:
        yield f"{standing.words_to_confirm}, since the wording changed"


def _not_asked(progress: QuestionProgress) -> Iterator[tuple[str, ...]]:
    """Yield the signing parties without a position on a clause that has a text."""
    if progress.state in ("written", "blanks"):
        parties = (
            stance.party
            for stance in progress.agreement.stances
            if stance.party.part == "signs" and not stance.position
        )
        if names := tuple(map(party_name, parties)):
            yield names


def _unasked_without_wording(progress: Progress) -> str:
    """Say how many open clauses no party was asked about; only those with wording of their own are listed."""
    unasked = sum(
        question.state in ("empty", "example", "earlier") and question.agreement.state == "not-asked"
        for question in progress.questions
    )
    return f"{pluralize(unasked, 'open clause')} nobody was asked about yet" if unasked else ""


def _checks(done: Progress, today: str) -> Iterator[OpenItem]:
    for question in done.questions:
        later, where = question.later, (question.number, question.id)
        if later:
            text = first_words(later.who, later.by, later.on, today)
            yield replace(_line(question.label, text, *where), day=due_day(later.by, later.on))
        for standing in question.agreement.checks:
            text = f"{standing.name} {standing.described_on(today)}"
            yield replace(_line(question.label, text, *where), day=standing.due_day)


def _actions(checklist: Checklist, done: Progress, kind: str, today: str) -> Iterator[OpenItem]:
    for action in done.actions:
        if action.kind == kind:
            question_id = action.question if action.question in checklist else ""
            yield OpenItem(action_words(action, today), clause_id=question_id, day=due_day(action.due, action.on))
