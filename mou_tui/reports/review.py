"""Review what is left to do, question by question, for both front ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import Blank
from mou_tui.draft.draft import OPENING_LABEL
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.draft.reference_check import dead_references
from mou_tui.draft.state_labels import AGREEMENT_LABELS, TO_CONFIRM
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import pluralize
from mou_tui.reports.changes import change_of
from mou_tui.reports.clashes import clash_words
from mou_tui.reports.sent_back import sent_back_words
from mou_tui.reports.tasks import later_words
from mou_tui.reports.term_dates import impossible_term_dates
from mou_tui.session.model import OPENING, Session

Filter = Literal["all", "open", "blanks", "objections", "to confirm", "clashes", "later", "set aside"]
FILTERS: tuple[Filter, ...] = ("all", "open", "blanks", "objections", "to confirm", "clashes", "later", "set aside")


class ReviewRow(NamedTuple):
    """Hold one line of the review."""

    clause_id: str
    """Question id, or `opening`."""
    number: str
    """Clause number; empty where nothing can be agreed."""
    label: str
    status: str
    """The label of the state of its text, with everything that is left to do."""
    agreed: str
    """The label of its agreement, with who objects, must check or is to confirm; empty without a wording."""
    points: tuple[str, ...]
    """The points nobody has ticked, while the question applies."""
    shown_by: frozenset[Filter]
    """The filters it passes."""


@dataclass(frozen=True)
class Review:
    """Hold the whole review."""

    progress: Progress
    sections: tuple[tuple[str, tuple[ReviewRow, ...]], ...]
    """Headings with their rows."""

    def count(self, wanted: Filter) -> int:
        """Count the rows a filter lets through."""
        return sum(len(rows) for _, rows in self.filtered(wanted))

    def count_label(self, wanted: Filter) -> str:
        """Return how many questions a filter lets through, as in every other count, and the opening if it does."""
        clause_ids = [row.clause_id for _, rows in self.filtered(wanted) for row in rows]
        questions = sum(clause_id != OPENING for clause_id in clause_ids)
        if OPENING not in clause_ids:
            return str(questions)
        return f"{questions} + opening" if questions else "opening only"

    @property
    def counts(self) -> str:
        """What the whole review counts, in one line."""
        progress = self.progress
        set_aside = len(progress.questions) - progress.needed
        parts = (
            f"Text {progress.written} of {progress.needed}",
            f"Agreed {progress.agreed}",
            pluralize(progress.blanks, "blank"),
            f"{set_aside} set aside" if set_aside else "",
        )
        return " · ".join(filter(None, parts))

    def filtered(self, wanted: Filter) -> tuple[tuple[str, tuple[ReviewRow, ...]], ...]:
        """Return the sections with the rows a filter lets through; an empty section is left out."""
        sections = ((title, tuple(row for row in rows if wanted in row.shown_by)) for title, rows in self.sections)
        return tuple((title, rows) for title, rows in sections if rows)


def review(checklist: Checklist, session: Session, today: str = "") -> Review:
    """Return the review of a session, in the order of the draft.

    Args:
        checklist: what the session answers.
        session: the session.
        today: the day it is; without one, nothing is said to be overdue.
    """
    progress = assess_progress(checklist, session)
    clashing = clash_words(checklist, session)
    dead = dead_references(checklist, session)
    notes = {
        question.id: (*clashing.get(question.id, ()), *dead.get(question.id, ())) for question in progress.questions
    }
    dates = impossible_term_dates(checklist, session)
    opening = ("Opening", (_opening_row(session, progress.opening, dates, dead.get(OPENING, ())),))
    topics = (
        (
            f"{topic.number}. {topic.title}",
            tuple(_row(checklist, session, question, notes[question.id], today) for question in topic.questions),
        )
        for topic in progress.topics
    )
    return Review(progress, (opening, *topics))


def _row(
    checklist: Checklist, session: Session, progress: QuestionProgress, clashing: tuple[str, ...], today: str
) -> ReviewRow:
    answer = session.answer(progress.id)
    notes = [progress.state_label]
    shown_by: set[Filter] = {"all"}
    if progress.state == "not-applicable":
        notes.append(answer.not_applicable)
        shown_by.add("set aside")
    if progress.blanks:
        notes.append(
            f"{pluralize(len(progress.blanks), 'blank')}: {', '.join(blank.text for blank in progress.blanks)}"
        )
        shown_by.add("blanks")
    if progress.later:
        notes.append(later_words(progress.later, today))
    if progress.later or progress.agreement.checks:
        shown_by.add("later")
    if waiting := sum(held.is_open and held.question == progress.id for held in session.proposals):
        notes.append(f"{pluralize(waiting, 'proposal')} to answer")
    if back := sent_back_words(session, progress.id):
        notes.append(back)
    if change_of(answer) == "changed" and answer.current.strip():
        notes.append("changed from the earlier agreement")
    notes += [progress.points_label] if progress.points_label else []
    notes += clashing
    if clashing:
        shown_by.add("clashes")
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
        " · ".join(notes),
        _agreed(progress, today),
        tuple(points),
        frozenset(shown_by),
    )


def _agreed(progress: QuestionProgress, today: str) -> str:
    agreement = progress.agreement
    if progress.state == "not-applicable" or (progress.state == "empty" and agreement.state == "not-asked"):
        return ""
    notes = [f"{stance.name} {stance.described_on(today)}" for stance in (*agreement.objections, *agreement.checks)]
    notes += [f"{stance.name} {TO_CONFIRM}" for stance in agreement.to_confirm]
    if agreement.state == "agreed":
        notes.insert(0, "agreed by all who sign")
    return " · ".join(notes) or AGREEMENT_LABELS[agreement.state]


def _opening_row(
    session: Session, blanks: tuple[Blank, ...], dates: tuple[str, ...], clashing: tuple[str, ...]
) -> ReviewRow:
    notes = ["in your words" if session.opening else "written from the parties"]
    notes += [f"{pluralize(len(blanks), 'blank')}: {', '.join(blank.text for blank in blanks)}"] if blanks else []
    notes += (*dates, *clashing)
    shown_by: tuple[Filter, ...] = ("all", "open") if blanks or dates else ("all",)
    shown_by += ("blanks",) if blanks else ()
    shown_by += ("clashes",) if clashing else ()
    return ReviewRow(OPENING, "", OPENING_LABEL, " · ".join(notes), "", (), frozenset(shown_by))
