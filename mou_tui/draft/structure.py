"""Arrange the draft in parts that say what each is: a section, a clause with its alternatives, a signature.

Word, web pages and PDF number, mark and lay these out themselves; Markdown and the preview need blocks alone, which
`markdown` makes. Both read word for word the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Heading, Inline, Paragraph, Span
from mou_tui.draft.composition import one_line
from mou_tui.draft.draft import Clause, Draft, Section, Signature
from mou_tui.draft.inline_parser import mark_blanks
from mou_tui.draft.markdown import COUNSEL_TEXT, Blanks, counsel_list, counsel_text, exhibits, notice, worded
from mou_tui.frozen import dataclass

RESERVED = (Paragraph((Span("Reserved."),)),)


@dataclass(frozen=True)
class SectionHeading:
    """Hold the heading of a numbered section."""

    number: int
    content: Inline
    """Without the number."""


@dataclass(frozen=True)
class Choice:
    """Hold one of the wordings of a clause that stand side by side."""

    letter: str
    whose: str
    blocks: tuple[Block, ...]

    @property
    def caption(self) -> str:
        """Return what is above it."""
        return f"Alternative {self.letter}, {self.whose}:"


@dataclass(frozen=True)
class ClausePart:
    """Hold a clause."""

    question_id: str
    number: str
    """As in `3.2`."""
    caption: Inline
    """Its label, without the number."""
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    """The wordings side by side, while none is chosen."""


@dataclass(frozen=True)
class SignaturePart:
    """Hold the lines for one signature."""

    party: Inline
    lines: tuple[tuple[str, Inline], ...]
    """Each with what it is for, and what is on it; nothing where it is to be written on."""


Part: TypeAlias = Block | SectionHeading | ClausePart | SignaturePart


def draft_parts(draft: Draft, blanks: Blanks = "show") -> Iterator[Part]:
    """Yield the parts of the draft in reading order."""
    yield Heading(_plain(draft.title), 1)
    yield Paragraph((Span(one_line(notice(draft)), emphasis=True),))
    yield from worded(draft.opening, (), blanks)
    for section in draft.sections:
        yield from _section(section, blanks)
    yield SectionHeading(draft.counsel_number, (Span(COUNSEL_TEXT),))
    yield from counsel_text(draft)
    if draft.exhibits:
        yield from exhibits(draft)
    yield from parse(draft.closing)
    yield from map(_signature, draft.signatures)
    yield from counsel_list(draft)


def _section(section: Section, blanks: Blanks) -> Iterator[Part]:
    yield SectionHeading(section.number, _plain(section.title))
    if not section.clauses:
        yield from RESERVED
    for clause in section.clauses:
        yield _clause(clause, blanks)


def _clause(clause: Clause, blanks: Blanks) -> ClausePart:
    label = one_line(clause.label)
    blocks: tuple[Block, ...] = worded(clause.text, clause.not_blanks, blanks)
    if clause.standing == "reserved":
        blocks = RESERVED
    elif clause.standing == "open":
        blocks = (Paragraph((Span("[Not yet settled]", blank=True),)),)
    elif clause.standing == "undecided":
        letters = " / ".join(candidate.letter for candidate in clause.candidates)
        blocks = (Paragraph((Span(f"[Alternative {letters}]", blank=True),)),)
    choices = tuple(
        Choice(candidate.letter, one_line(candidate.whose), worded(candidate.text, clause.not_blanks, blanks))
        for candidate in (clause.candidates if clause.standing == "undecided" else ())
    )
    return ClausePart(clause.question_id, clause.number, mark_blanks(label), blocks, choices)


def _signature(signature: Signature) -> SignaturePart:
    lines = [("By", ""), ("Name", signature.name), ("Title", signature.title), ("Date", "")]
    lines += [("Attest", "")] * signature.attest
    lines += [("Approved as to form, counsel", "")] * signature.approved_as_to_form
    return SignaturePart(_plain(signature.party), tuple((label, _plain(text)) for label, text in lines))


def _plain(text: str) -> Inline:
    return mark_blanks(one_line(text))
