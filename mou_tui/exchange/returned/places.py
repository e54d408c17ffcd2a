"""Find the places of a file: its opening, its clauses, and what is outside them.

Bookmarks come first, then the headings, then the words themselves.
"""

from __future__ import annotations

from mou_tui.draft.blocks import Heading, plain_text
from mou_tui.draft.composition import one_line
from mou_tui.draft.draft import Clause, Draft
from mou_tui.draft.structure import SectionHeading, draft_parts
from mou_tui.exchange.returned.clause_moves import with_moves
from mou_tui.exchange.returned.clause_ranges import ClauseMark, divided
from mou_tui.exchange.returned.likeness import SURE, ClauseWords, text_of, with_likely, words_in
from mou_tui.exchange.returned.tracked_body import TrackedBody, paragraphs_of
from mou_tui.exchange.returned.wordings import with_opening
from mou_tui.exchange.writers.word_body import bookmark_of
from mou_tui.session.model import OPENING

_ENOUGH = 8
"""How many words a clause has at least that shows that a file is of this agreement."""


class Places:
    """Knows where in a file each clause of a draft is.

    Args:
        draft: what is looked for.
        body: where it is looked for.

    Attributes:
        ranges: The file, in its order.
        moved: Ids of the clauses that were moved.
    """

    def __init__(self, draft: Draft, body: TrackedBody) -> None:
        clauses = {clause.question_id: clause for section in draft.sections for clause in section.clauses}
        marks = {key: ClauseMark(bookmark_of(key), one_line(clause.label)) for key, clause in clauses.items()}
        names = {mark.bookmark for mark in marks.values()}
        self._is_marked = any(not names.isdisjoint(part.bookmarks) for part in paragraphs_of(body.entries))
        texts = {key: _text(clause) for key, clause in clauses.items()}
        ranges, self.moved = with_moves(divided(body.entries, marks, _titles(draft), one_line(draft.title)), marks)
        present = {part.clause for part in ranges}
        missing = [key for key, text in texts.items() if text.strip() and key not in present]
        # Only where something is looked for.
        self._words = ClauseWords({**texts, OPENING: draft.opening} if missing or not self._is_marked else {})
        if self._is_marked or self._words.share(OPENING, text_of(ranges[0].entries)) >= SURE / 2:
            ranges = with_opening(ranges, draft)
        self.ranges = with_likely(ranges, self._words, missing)

    @property
    def are_of_this_agreement(self) -> bool:
        """Tell whether anything in the file shows that it was made from the draft."""
        return self._is_marked or any(
            words_in(text_of(part.entries)).total() >= _ENOUGH
            and self._words.share(part.clause, text_of(part.entries)) >= SURE
            for part in self.ranges
            if part.clause
        )


def _text(clause: Clause) -> str:
    """Return the wordings of a clause that the draft prints."""
    if clause.standing in ("open", "reserved"):
        return ""
    return "\n\n".join([clause.text, *(candidate.text for candidate in clause.candidates if candidate.id)])


def _titles(draft: Draft) -> list[str]:
    """Return the headings of a draft below its title that are of no clause."""
    _, *parts = draft_parts(draft)
    headings = (part for part in parts if isinstance(part, Heading | SectionHeading))
    return [plain_text(heading.content) for heading in headings]
