"""What is still open, in headed lines that every door and every document shows alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import first_words, party_name
from mou_tui.draft.draft import OPENING_LABEL
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.draft.sanitized_markdown import escape
from mou_tui.reports.agenda import action_words
from mou_tui.session.model import OPENING, Session

NOTHING = "None."
"""What stands under a heading without lines."""


@dataclass(frozen=True)
class OpenItem:
    """One thing that is open."""

    words: str
    number: str = ""
    """Clause number; empty where it belongs to none."""
    place: str = ""
    """Question id, or `opening`; empty where it belongs to none."""
    party: str = ""
    """Id of the party it says who signs for; empty where it says something else."""
    signatory: int | None = None
    """The place of that signatory among those of the party; None while nobody signs for it."""
    things: int = 1
    """How many things of the part's kind it names."""

    @property
    def whole(self) -> str:
        """The line as one reads it, number and all."""
        return f"{self.number} {self.words}".lstrip()


@dataclass(frozen=True)
class OpenSection:
    """A heading and what stands under it."""

    heading: str
    lines: tuple[OpenItem, ...]

    @property
    def things(self) -> int:
        """How many things of its kind are open, whichever lines they share."""
        return sum(line.things for line in self.lines)


def open_items(checklist: Checklist, session: Session) -> tuple[OpenSection, ...]:
    """Everything that is open, part by part; a part without lines says that nothing of its kind is."""
    done = assess_progress(checklist, session)

    def lines(of_question: Callable[[QuestionProgress], Iterator[str | tuple[str, ...]]]) -> tuple[OpenItem, ...]:
        return tuple(
            _line(progress.label, told, progress.number, progress.id)
            for progress in done.questions
            for told in of_question(progress)
        )

    in_opening = tuple(blank.text for blank in done.opening)
    opening = (_line(OPENING_LABEL, in_opening, "", OPENING),) if in_opening else ()

    return (
        OpenSection("Open clauses", lines(_open)),
        OpenSection("Blanks", (*opening, *lines(_blanks))),
        OpenSection("Objections", lines(_objections)),
        OpenSection("Positions to confirm", lines(_to_confirm)),
        OpenSection("Positions not asked yet", lines(_not_asked)),
        OpenSection("To check first", (*lines(_checks), *_actions(checklist, done, "check"))),
        OpenSection("Open actions", _actions(checklist, done, "do")),
    )


def as_markdown(parts: Iterable[OpenSection], level: int) -> Iterator[str]:
    """Headed lines as passages of Markdown, the headings of a level."""
    for part in parts:
        yield f"{'#' * level} {escape(part.heading)}"
        yield "\n".join(map(_item, part.lines)) or NOTHING


def _item(line: OpenItem) -> str:
    return f"- {line.number} {escape(line.words)}" if line.number else f"- {escape(line.words)}"


def _line(label: str, told: str | tuple[str, ...], number: str, place: str) -> OpenItem:
    """What is told of a place, or several things of one kind."""
    things = (told,) if isinstance(told, str) else told
    return OpenItem(f"{label}: {', '.join(things)}", number, place, things=len(things))


def _open(progress: QuestionProgress) -> Iterator[str]:
    if progress.state in ("empty", "example", "earlier") or progress.alternatives:
        yield progress.words


def _blanks(progress: QuestionProgress) -> Iterator[tuple[str, ...]]:
    if progress.blanks:
        yield tuple(blank.text for blank in progress.blanks)


def _objections(progress: QuestionProgress) -> Iterator[str]:
    return (f"{standing.name} {standing.words}" for standing in progress.agreement.objections)


def _to_confirm(progress: QuestionProgress) -> Iterator[str]:
    for standing in progress.agreement.to_confirm:
        yield f"{standing.words_to_confirm}, since the wording changed"


def _not_asked(progress: QuestionProgress) -> Iterator[tuple[str, ...]]:
    """Who signs and was never asked about a clause that has words."""
    if progress.state in ("written", "blanks"):
        parties = (one.party for one in progress.agreement.stances if one.party.part == "signs" and not one.position)
        if names := tuple(map(party_name, parties)):
            yield names


def _checks(progress: QuestionProgress) -> Iterator[str]:
    later = progress.later
    if later:
        yield first_words(later.who, later.by)
    for standing in progress.agreement.checks:
        yield f"{standing.name} {standing.words}"


def _actions(checklist: Checklist, done: Progress, kind: str) -> tuple[OpenItem, ...]:
    return tuple(
        OpenItem(action_words(action), place=action.question if action.question in checklist else "")
        for action in done.actions
        if action.kind == kind
    )
