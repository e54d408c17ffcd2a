"""What is left to do, question by question: for the review screen, and line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import Blank
from mou_tui.draft.draft import OPENING_LABEL
from mou_tui.draft.labels import AGREEMENT_LABELS, TO_CONFIRM
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.reports.agenda import later_words
from mou_tui.reports.clashes import clash_words
from mou_tui.session.model import OPENING, Session
from mou_tui.text import pluralize

Filter = Literal["all", "open", "blanks", "objections", "to confirm", "later", "set aside"]
FILTERS: tuple[Filter, ...] = ("all", "open", "blanks", "objections", "to confirm", "later", "set aside")


class ReviewRow(NamedTuple):
    """One line of the review."""

    place: str
    """Question id, or `opening`."""
    number: str
    """Clause number; empty where nothing can be agreed."""
    label: str
    words: str
    """The state of its text in words, with everything that is left to do."""
    agreed: str
    """The state of its agreement in words, with who objects, must check or is to confirm; empty without a wording."""
    points: tuple[str, ...]
    """The points nobody has ticked, while the question applies."""
    shown_by: frozenset[Filter]
    """The filters it passes."""


@dataclass(frozen=True)
class Review:
    """The whole review."""

    progress: Progress
    sections: tuple[tuple[str, tuple[ReviewRow, ...]], ...]
    """Headings with their rows."""

    def count(self, wanted: Filter) -> int:
        """How many rows a filter lets through."""
        return sum(len(rows) for _, rows in self.filtered(wanted))

    def filtered(self, wanted: Filter) -> tuple[tuple[str, tuple[ReviewRow, ...]], ...]:
        """The sections with the rows a filter lets through; a section without any is left out."""
        sections = ((title, tuple(row for row in rows if wanted in row.shown_by)) for title, rows in self.sections)
        return tuple((title, rows) for title, rows in sections if rows)


def review(checklist: Checklist, session: Session) -> Review:
    """Everything that is said and everything that is missing, in the order of the draft."""
    completeness = assess_progress(checklist, session)
    clashing = clash_words(checklist, session)
    opening = ("Opening", (_opening_row(session, completeness.opening),))
    topics = (
        (
            f"{topic.number}. {topic.title}",
            tuple(_row(checklist, session, question, clashing.get(question.id, ())) for question in topic.questions),
        )
        for topic in completeness.topics
    )
    return Review(completeness, (opening, *topics))


def _row(checklist: Checklist, session: Session, progress: QuestionProgress, clashing: tuple[str, ...]) -> ReviewRow:
    answer = session.answer(progress.id)
    words = [progress.words]
    shown_by: set[Filter] = {"all"}
    if progress.state == "not-applicable":
        words.append(answer.not_applicable)
        shown_by.add("set aside")
    if progress.blanks:
        words.append(
            f"{pluralize(len(progress.blanks), 'blank')}: {', '.join(blank.text for blank in progress.blanks)}"
        )
        shown_by.add("blanks")
    if progress.later:
        words.append(later_words(progress.later))
        shown_by.add("later")
    words += clashing
    if progress.agreement.objections:
        shown_by.add("objections")
    if progress.agreement.to_confirm:
        shown_by.add("to confirm")
    if progress.open:
        shown_by.add("open")
    applies = progress.state not in ("not-applicable", "empty")
    points = (
        point.text for point in checklist.question(progress.id).points if applies and point.id not in answer.points
    )
    return ReviewRow(
        progress.id,
        progress.number,
        progress.label,
        " · ".join(words),
        _agreed(progress),
        tuple(points),
        frozenset(shown_by),
    )


def _agreed(progress: QuestionProgress) -> str:
    agreement = progress.agreement
    if progress.state == "not-applicable" or (progress.state == "empty" and agreement.state == "not-asked"):
        return ""
    words = [f"{one.name} {one.words}" for one in (*agreement.objections, *agreement.checks)]
    words += [f"{one.name} {TO_CONFIRM}" for one in agreement.to_confirm]
    if agreement.state == "agreed":
        words.insert(0, "by all who sign")
    return " · ".join(words) or AGREEMENT_LABELS[agreement.state]


def _opening_row(session: Session, blanks: tuple[Blank, ...]) -> ReviewRow:
    words = ["in your words" if session.opening else "written from the parties"]
    words += [f"{pluralize(len(blanks), 'blank')}: {', '.join(blank.text for blank in blanks)}"] if blanks else []
    shown_by: tuple[Filter, ...] = ("all", "open", "blanks") if blanks else ("all",)
    return ReviewRow(OPENING, "", OPENING_LABEL, " · ".join(words), "", (), frozenset(shown_by))
