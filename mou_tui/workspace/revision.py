"""Going through an earlier agreement: every change a front end can make to where its paragraphs belong.

Both front ends work through it, and each change is one step that can be taken back. It shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from mou_tui.exchange import revision
from mou_tui.exchange.coverage import Coverage
from mou_tui.exchange.cues import CueBook
from mou_tui.exchange.document import Document
from mou_tui.exchange.gap_report import GapReport, gap_report
from mou_tui.exchange.matching import SURE, Match, Matcher
from mou_tui.exchange.revision import ParagraphRef
from mou_tui.exchange.sensitive import remark_on
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import pluralize
from mou_tui.session.earlier import EarlierParagraph
from mou_tui.workspace.workspace import Workspace


class _Matched(NamedTuple):
    """The matches of one document, and what they were made from."""

    paragraphs: tuple[EarlierParagraph, ...]
    texts: tuple[str, ...]
    matches: tuple[Match, ...]


class Revision:
    """The earlier agreements of an open session.

    Args:
        workspace: the session.
        book: the cues of its checklist.
    """

    def __init__(self, workspace: Workspace, book: CueBook) -> None:
        self.workspace = workspace
        self.book = book
        self._matched: dict[str, _Matched] = {}

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.workspace.checklist, self.book)

    def read_in(self, document: Document) -> bool:
        """Add an agreement, or an amendment, to the session; False where the same file is in it already.

        Raises:
            TooLarge: The session cannot hold it.
        """
        session = self.workspace.session
        if any(held.sha256 == document.sha256 for held in session.earlier):
            return False
        held_already = sum(len(held.paragraphs) for held in session.earlier)
        revision.check_capacity(held_already + len(document.paragraphs), document.name)
        matches = self._matcher.match(document)
        matches = tuple(map(self._with_question, matches))
        earlier = revision.earlier_document(
            document, matches, document_id=self.workspace.new_id(), at=self.workspace.history.timestamp.at
        )
        return self.workspace.commit(
            f"reading “{document.name}”", replace(session, earlier=(*session.earlier, earlier))
        )

    def matches(self, number: int) -> tuple[Match, ...]:
        """Return the match of each paragraph of a document; computed anew when the text of one changes."""
        held = self.workspace.session.earlier[number]
        known = self._matched.get(held.id)
        if known and known.paragraphs is held.paragraphs:
            return known.matches
        texts = tuple(paragraph.text for paragraph in held.paragraphs)
        is_same = known is not None and known.texts == texts
        matches = known.matches if known and is_same else self._matcher.match(revision.document_of(held))
        self._matched[held.id] = _Matched(held.paragraphs, texts, matches)
        return matches

    def paragraph(self, ref: ParagraphRef) -> EarlierParagraph:
        """Return the paragraph that is meant."""
        return revision.paragraph(self.workspace.session, ref)

    def match(self, ref: ParagraphRef) -> Match:
        """Return what the program makes of a paragraph."""
        return self.matches(ref.document)[ref.index]

    def all(self) -> list[ParagraphRef]:
        """Return every paragraph that can be placed, in the order of the text."""
        return list(revision.placeable(self.workspace.session))

    def to_confirm(self) -> list[ParagraphRef]:
        """Return the unconfirmed paragraphs: the unsure ones first, the sure ones in the order of the text."""
        waiting = revision.unconfirmed(self.workspace.session)
        sure = [ref for ref in waiting if self.match(ref).confidence >= SURE]
        unsure = [ref for ref in waiting if self.match(ref).confidence < SURE]
        return [*sorted(unsure, key=lambda ref: (self.match(ref).confidence, ref)), *sure]

    def sure(self) -> list[ParagraphRef]:
        """Return the unconfirmed paragraphs that the program is sure of."""
        waiting = revision.unconfirmed(self.workspace.session)
        return [ref for ref in waiting if self.match(ref).confidence >= SURE and not self._is_loose(ref)]

    def tray(self) -> list[ParagraphRef]:
        """Return the paragraphs that belong nowhere."""
        return revision.tray(self.workspace.session)

    def takeable(self) -> list[str]:
        """Return the questions that have earlier wording and no answer yet."""
        return revision.takeable(self.workspace.session)

    def confirm(self, refs: Sequence[ParagraphRef]) -> bool:
        """Say that paragraphs belong where they are; whether that changes anything."""
        label = f"confirming {pluralize(len(refs), 'paragraph')}"
        return self.workspace.commit(label, revision.confirm(self.workspace.session, refs))

    def place(self, ref: ParagraphRef, questions: Iterable[str], outside: str = "") -> bool:
        """Say where a paragraph belongs; whether that changes anything."""
        return self.workspace.commit(
            f"placing {self.name(ref)}", revision.place(self.workspace.session, [ref], questions, outside)
        )

    def leave_in_tray(self, ref: ParagraphRef) -> bool:
        """Say that a paragraph belongs nowhere; whether that changes anything."""
        return self.workspace.commit(
            f"leaving {self.name(ref)} in the tray", revision.place(self.workspace.session, [ref], ())
        )

    def split(self, ref: ParagraphRef, position: int) -> bool:
        """Cut a paragraph in two after so many characters; whether that is possible."""
        if sum(len(held.paragraphs) for held in self.workspace.session.earlier) >= revision.MOST_PARAGRAPHS:
            return False
        return self.workspace.commit(
            f"splitting {self.name(ref)}", revision.split(self.workspace.session, ref, position)
        )

    def join(self, ref: ParagraphRef) -> bool:
        """Make one of a paragraph and the one after it; whether that is possible."""
        return self.workspace.commit(
            f"joining {self.name(ref)} to the next", revision.join(self.workspace.session, ref)
        )

    def take(self, questions: Sequence[str]) -> bool:
        """Start the answers to questions with their earlier wording; whether that changes anything."""
        label = f"starting {pluralize(len(questions), 'clause')} with the earlier wording"
        return self.workspace.commit(label, revision.with_first_wording(self.workspace.session, questions))

    def name(self, ref: ParagraphRef) -> str:
        """Return what to call a paragraph."""
        return f"paragraph {ref.index + 1}"

    def belongs(self, held: EarlierParagraph) -> str:
        """Return where a paragraph belongs, in words."""
        if held.questions:
            checklist = self.workspace.checklist
            known = (question for question in held.questions if question in checklist)
            return "; ".join(f"{checklist.number(question)} {checklist.question(question).label}" for question in known)
        return f"outside: {self.book.outside_label(held.outside)}" if held.outside else "the tray"

    def report(self, number: int = 0) -> GapReport:
        """Return the gap report on a document, in which confirmed places replace the matches."""
        held = self.workspace.session.earlier[number]
        matches = [
            self._as_confirmed(paragraph, match)
            for paragraph, match in zip(held.paragraphs, self.matches(number), strict=True)
        ]
        return gap_report(self.workspace.checklist, revision.document_of(held), matches)

    def coverage(self, number: int = 0) -> Coverage:
        """Return what a document covers, as far as it is confirmed or proposed."""
        return self.report(number).coverage

    def sensitive(self, number: int) -> str:
        """Return which names, numbers and the like a document holds, in one sentence; empty for none."""
        return remark_on(revision.document_of(self.workspace.session.earlier[number]))

    def _as_confirmed(self, held: EarlierParagraph, match: Match) -> Match:
        if not held.placed:
            return match
        checklist = self.workspace.checklist
        questions = tuple(question for question in held.questions if question in checklist)
        topics = tuple(dict.fromkeys(checklist.topic_of(question).id for question in questions))
        outside, reason = held.outside, "confirmed by the room"
        return replace(match, questions=questions, topics=topics, outside=outside, confidence=1.0, reason=reason)

    def _with_question(self, match: Match) -> Match:
        """Return a match that names a question: where only the topic is known, the first of the topic."""
        if match.questions or match.outside or not match.topics:
            return match
        topics = self.workspace.checklist.topics
        return replace(match, questions=tuple(topic.questions[0].id for topic in topics if topic.id == match.topics[0]))

    def _is_loose(self, ref: ParagraphRef) -> bool:
        return revision.is_in_tray(self.paragraph(ref))
