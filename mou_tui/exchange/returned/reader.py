"""Read what a file brings back: a draft that went out, with the edits and comments of those who read it.

Nothing but the file is opened, nothing is written, and the session is not changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Heading, plain_text
from mou_tui.draft.composition import one_line
from mou_tui.draft.draft import Draft, assemble
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.draft.structure import SectionHeading, draft_parts
from mou_tui.exchange.archive import check_inflated
from mou_tui.exchange.document import FORMAT_NAMES, CannotRead
from mou_tui.exchange.formats import recognize
from mou_tui.exchange.reader import LIMIT
from mou_tui.exchange.returned.clause_edits import ChangedWording, SentWording, edits_of
from mou_tui.exchange.returned.clause_ranges import ClauseMark, ClauseRange, divided
from mou_tui.exchange.returned.comments import comments_of
from mou_tui.exchange.returned.model import ReturnedDocument, ReturnedEdit, UnplacedText
from mou_tui.exchange.returned.outside_edits import caption_edits, deletions_of, printed_outside, unplaced_of
from mou_tui.exchange.returned.tracked_body import TrackedBody, paragraphs_of
from mou_tui.exchange.returned.tracked_odf import read_odf
from mou_tui.exchange.returned.tracked_word import read_word
from mou_tui.exchange.returned.wordings import with_opening, wordings_in
from mou_tui.exchange.writers.word_body import bookmark_of
from mou_tui.session.model import OPENING, Session
from mou_tui.storage.atomic_file import read_bytes
from mou_tui.text import for_display

AUTHOR = "mou-tui"
"""The author of the changes and comments that go out with a draft."""


def read_returned(path: Path, checklist: Checklist, session: Session) -> ReturnedDocument:
    """Read what a file brings back to a session.

    Args:
        path: the file, Word or OpenDocument.
        checklist: what the session answers.
        session: as it is now; the file is compared with the draft of it.

    Raises:
        CannotOpen: it is not there, too large, no such document, or not a draft of this agreement; the message says
            what to do.
    """
    return parse_returned(read_bytes(path, LIMIT), for_display(path.name), checklist, session)


def parse_returned(data: bytes, name: str, checklist: Checklist, session: Session) -> ReturnedDocument:
    """Read what the bytes of a file bring back; arguments and errors are those of `read_returned`."""
    format = recognize(data, name)
    if format not in ("docx", "odt"):
        raise CannotRead(
            f"“{name}” is {FORMAT_NAMES[format]}, which keeps no edits and comments. "
            "Ask for the Word document (.docx) or OpenDocument text (.odt) that they were made in."
        )
    check_inflated(data, name)
    body = (read_word if format == "docx" else read_odf)(data, name, AUTHOR)
    draft = assemble(with_own_clauses(checklist, session.clauses), session)
    returned = _Comparison(draft, body, name)
    return ReturnedDocument(
        name,
        hashlib.sha256(data).hexdigest(),
        format,
        returned.edits,
        tuple(comments_of(body.comments, returned.ranges, AUTHOR)),
        tuple(returned.unplaced()),
        returned.unchanged,
        returned.missing,
        (*body.remarks, *returned.remarks()),
    )


class _Comparison:
    """Compares a file, clause by clause, with the draft."""

    def __init__(self, draft: Draft, body: TrackedBody, name: str) -> None:
        self._draft = draft
        self._body = body
        self._clauses = {clause.question_id: clause for section in draft.sections for clause in section.clauses}
        marks = {key: ClauseMark(bookmark_of(key), one_line(clause.label)) for key, clause in self._clauses.items()}
        self.ranges = divided(body.entries, marks, _titles(draft))
        if not any(part.clause for part in self.ranges):
            raise CannotRead(
                f"“{name}” holds none of the clauses of this agreement. "
                "Choose the file that came back, or open the session that it was made from."
            )
        self.ranges = with_opening(self.ranges, draft)
        self.edits = tuple(edit for part in self.ranges if part.clause for edit in self._edits(part))
        present = [part.clause for part in self.ranges if part.clause]
        changed = {edit.clause for edit in self.edits}
        self.unchanged = tuple(clause for clause in present if clause not in changed)
        self.missing = tuple(clause for clause in self._clauses if clause not in present)

    def _edits(self, part: ClauseRange) -> Iterator[ReturnedEdit]:
        if part.clause == OPENING:
            yield from edits_of(SentWording(OPENING, self._draft.opening), ChangedWording(part.entries))
            return
        for sent, changed in wordings_in(self._clauses[part.clause], part):
            yield from edits_of(sent, changed)

    def unplaced(self) -> Iterator[UnplacedText]:
        """Yield what fits under no clause, in the order of the file."""
        ours = printed_outside(draft_parts(self._draft))
        for part in self.ranges:
            if part.clause in self._clauses:
                clause = self._clauses[part.clause]
                yield from caption_edits(part, one_line(clause.label), clause.number)
            elif not part.clause:
                yield from unplaced_of(part, ours)
        for text, change in self._body.aside:
            yield UnplacedText(text, change.author if change else "", "Note")

    def remarks(self) -> Iterator[str]:
        """Yield what a person should know of the file beside its edits."""
        for part in self.ranges:
            if not part.clause:
                yield from deletions_of(part)
        if any(
            run.look.struck and run.text.strip()
            for paragraph in paragraphs_of(self._body.entries)
            for run in paragraph.runs
        ):
            yield "Words are struck through by hand in it. They were read as deleted."


def _titles(draft: Draft) -> list[str]:
    """Return the headings of a draft below its title that are of no clause."""
    _, *parts = draft_parts(draft)
    headings = (part for part in parts if isinstance(part, Heading | SectionHeading))
    return [plain_text(heading.content) for heading in headings]
