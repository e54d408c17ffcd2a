"""Compare a file that came back, place by place, with the draft."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.draft.composition import one_line
from mou_tui.draft.draft import Clause, Draft
from mou_tui.draft.structure import draft_parts
from mou_tui.exchange.returned.clause_edits import ChangedWording, SentWording, edits_of
from mou_tui.exchange.returned.clause_moves import is_in_other_order
from mou_tui.exchange.returned.clause_ranges import ClauseRange
from mou_tui.exchange.returned.model import ReturnedEdit, UnplacedText
from mou_tui.exchange.returned.outside_edits import (
    caption_edits,
    deletions_of,
    heading_deletions,
    printed_outside,
    unplaced_of,
)
from mou_tui.exchange.returned.places import Places
from mou_tui.exchange.returned.tracked_body import TrackedBody, paragraphs_of
from mou_tui.exchange.returned.wordings import wordings_in
from mou_tui.session.model import OPENING

_BY_HAND = "Words are struck through by hand in it. They were read as deleted."
_OTHER_ORDER = "Its clauses are in another order. The draft keeps the order of its topics."


class Comparison:
    """Holds what a file brings back.

    Args:
        draft: of the session as it is now.
        body: of the file.
        places: where in it each clause is.

    Attributes:
        edits: Every edit, in the order of the file.
        unchanged: Ids of the clauses that came back as they were sent.
        missing: Ids of the clauses that are not in it.
        unplaced: What fits under no clause.
        remarks: What else a person should know.
    """

    def __init__(self, draft: Draft, body: TrackedBody, places: Places) -> None:
        self._draft = draft
        self._clauses = {clause.question_id: clause for section in draft.sections for clause in section.clauses}
        self._ranges = places.ranges
        present = [part.clause for part in places.ranges if part.clause]
        self.edits = tuple(edit for part in places.ranges if part.clause for edit in self._edits(part))
        changed = {edit.clause for edit in self.edits}
        self.unchanged = tuple(clause for clause in present if clause not in changed)
        self.missing = tuple(clause for clause in self._clauses if clause not in present)
        notes = (UnplacedText(text, change.author if change else "", "Note") for text, change in body.aside)
        self.unplaced = (*self._unplaced(), *notes)
        self.remarks = tuple(self._remarks(body, places.moved))

    def _edits(self, part: ClauseRange) -> Iterator[ReturnedEdit]:
        if part.clause == OPENING:
            yield from edits_of(SentWording(OPENING, self._draft.opening), ChangedWording(part.entries))
            return
        for sent, changed in wordings_in(self._clauses[part.clause], part):
            yield from edits_of(sent, changed)

    def _unplaced(self) -> Iterator[UnplacedText]:
        ours = printed_outside(draft_parts(self._draft))
        for part in self._ranges:
            if part.clause in self._clauses:
                clause = self._clauses[part.clause]
                yield from caption_edits(part, one_line(clause.label), clause.number)
            elif not part.clause:
                yield from unplaced_of(part, ours)

    def _remarks(self, body: TrackedBody, moved: list[str]) -> Iterator[str]:
        deleted = {edit.clause for edit in self.edits if edit.is_deletion}
        for part in self._ranges:
            if not part.clause:
                yield from deletions_of(part)
            elif part.clause in self._clauses and part.clause not in {*deleted, *moved}:
                yield from heading_deletions(part, _named(self._clauses[part.clause]))
        for clause in moved:
            yield f"{_named(self._clauses[clause])} was moved. The draft keeps the order of its topics."
        if is_in_other_order(self._ranges, tuple(self._clauses)):
            yield _OTHER_ORDER
        paragraphs = paragraphs_of(body.entries)
        if any(run.look.struck and run.text.strip() for paragraph in paragraphs for run in paragraph.runs):
            yield _BY_HAND


def _named(clause: Clause) -> str:
    return f"{clause.number} {one_line(clause.label)}"
