"""Render the draft as passages of blocks, for the preview and every file format, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from mou_tui.draft.blanks import with_blanks
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Heading, Inline, Item, Paragraph, Span
from mou_tui.draft.composition import one_line, with_caption
from mou_tui.draft.draft import Clause, Draft, Section, Signature, exhibit_letter
from mou_tui.draft.inline_parser import mark_blanks
from mou_tui.draft.markdown_writer import write
from mou_tui.frozen import dataclass

Blanks = Literal["show", "underline"]
"""How blanks print: as they are, or as a line to write on."""

COUNSEL_TEXT = "Terms from counsel"
"""The heading of the section for counsel's operative text."""

_UNDERLINE = "_" * 12


@dataclass(frozen=True)
class Passage:
    """Hold a stretch of the draft that changes as a whole."""

    key: str
    """Clause number, or `title`, `opening`, `section-3`, `counsel-text`, `exhibits`, `signatures`, `counsel`."""
    blocks: tuple[Block, ...]

    @property
    def markdown(self) -> str:
        """Return the passage as Markdown."""
        return write(self.blocks)


def render(draft: Draft, blanks: Blanks = "show") -> str:
    """Return the whole draft as Markdown, with a final line break."""
    return write(draft_blocks(draft, blanks)) + "\n"


def draft_blocks(draft: Draft, blanks: Blanks = "show") -> tuple[Block, ...]:
    """Return the whole draft as blocks, in reading order."""
    return tuple(block for passage in passages(draft, blanks) for block in passage.blocks)


def passages(draft: Draft, blanks: Blanks = "show") -> Iterator[Passage]:
    """Yield the draft in passages, in reading order."""
    yield Passage(
        "title", (Heading(_plain(draft.title), 1), Paragraph((Span(one_line(notice(draft)), emphasis=True),)))
    )
    yield Passage("opening", worded(draft.opening, (), blanks))
    for section in draft.sections:
        yield Passage(f"section-{section.number}", _heading(section))
        for clause in section.clauses:
            yield Passage(clause.number, _clause(clause, blanks))
    counsel_heading = Heading(_plain(f"{draft.counsel_number}. {COUNSEL_TEXT}"), 2)
    yield Passage("counsel-text", (counsel_heading, *counsel_text(draft)))
    if draft.exhibits:
        yield Passage("exhibits", exhibits(draft))
    yield Passage("signatures", signatures(draft))
    yield Passage("counsel", counsel_list(draft))


def worded(text: str, not_blanks: tuple[str, ...], blanks: Blanks) -> tuple[Block, ...]:
    """Return a text of the agreement as blocks; `not_blanks` look like blanks and are none."""
    text = text if blanks == "show" else with_blanks(text, lambda blank: blank.filled(_UNDERLINE), not_blanks)
    return parse(text, not_blanks)


def counsel_text(draft: Draft) -> tuple[Block, ...]:
    """Return what is in the section for counsel's operative text."""
    if draft.counsel_text:
        return parse(draft.counsel_text)
    return (Paragraph((Span("Reserved for terms from counsel.", emphasis=True),)),)


def signatures(draft: Draft) -> tuple[Block, ...]:
    """Return what the signers declare, and a block for each signature."""
    return (*parse(draft.closing), *map(_signature_block, draft.signatures))


def counsel_list(draft: Draft) -> tuple[Block, ...]:
    """Return the list of what is left to counsel, under its heading."""
    heading = Heading(_plain("Matters left to counsel"), 2)
    return (heading, *(Item("-", _plain(item)) for item in draft.counsel))


def exhibits(draft: Draft) -> tuple[Block, ...]:
    """Return the list of the exhibits, under its heading."""
    lines = (
        f"Exhibit {exhibit_letter(index)}. {one_line(exhibit.title)}"
        + (f" ({one_line(exhibit.note)})" if exhibit.note.strip() else "")
        for index, exhibit in enumerate(draft.exhibits)
    )
    heading = Heading(_plain("Exhibits"), 2)
    return (heading, Paragraph((Span("These papers are attached:"),)), *(Item("-", _plain(line)) for line in lines))


def as_source(passage: Passage) -> Passage:
    """Return a passage that shows the Markdown of another as its text."""
    # Hard spaces keep the indent of a line, for readers of Markdown drop others.
    chunks = (chunk.split("\n") for chunk in passage.markdown.split("\n\n"))
    lines = (
        "\n".join("\xa0" * (len(line) - len(line.lstrip(" "))) + line.lstrip(" ") for line in chunk) for chunk in chunks
    )
    return Passage(passage.key, tuple(Paragraph(mark_blanks(chunk)) for chunk in lines))


def _plain(text: str) -> Inline:
    return mark_blanks(one_line(text))


def notice(draft: Draft) -> str:
    """Return the notice below the title: from when it is in force; or that this is for discussion, and what is open."""
    if draft.standing:
        return f"{draft.standing}. {draft.disclaimer}"
    still_open = f"Open: {', '.join(draft.open)}." if draft.open else "No clause is marked open."
    return f"For discussion. Not approved by any party. {still_open} {draft.disclaimer}"


@lru_cache(maxsize=256)
def _heading(section: Section) -> tuple[Block, ...]:
    heading = Heading(_plain(f"{section.number}. {section.title}"), 2)
    return (heading,) if section.clauses else (heading, Paragraph((Span("Reserved."),)))


@lru_cache(maxsize=512)
def _clause(clause: Clause, blanks: Blanks) -> tuple[Block, ...]:
    # Cached by the clause, because its blocks would be hashed word by word at each key.
    label = one_line(clause.label)
    caption = mark_blanks(f"{clause.number} {label}.", strong=True)
    if clause.standing == "reserved":
        return with_caption(caption, (Paragraph((Span("Reserved."),)),))
    if clause.standing == "open":
        return with_caption(caption, (Paragraph((Span("[Not yet settled]", blank=True),)),))
    if clause.standing == "undecided":
        letters = " / ".join(candidate.letter for candidate in clause.candidates)
        blocks = with_caption(caption, (Paragraph((Span(f"[Alternative {letters}]", blank=True),)),))
        for candidate in clause.candidates:
            heading = Span(f"Alternative {candidate.letter}, {one_line(candidate.whose)}:", emphasis=True)
            blocks += with_caption((heading,), worded(candidate.text, clause.not_blanks, blanks))
        return blocks
    return with_caption(caption, worded(clause.text, clause.not_blanks, blanks))


def _signature_block(signature: Signature) -> Paragraph:
    line = _UNDERLINE * 2
    name, title = one_line(signature.name) or line, one_line(signature.title) or line
    lines = f"\nBy: {line}\nName: {name}\nTitle: {title}\nDate: {_UNDERLINE}"
    lines += f"\nAttest: {line}" if signature.attest else ""
    lines += f"\nApproved as to form, counsel: {line}" if signature.approved_as_to_form else ""
    return Paragraph((*mark_blanks(one_line(signature.party), strong=True), *mark_blanks(lines)))
