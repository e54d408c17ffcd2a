"""Write what people typed as Markdown that stays within its clause, caption or line."""

from __future__ import annotations

from functools import lru_cache

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Heading, Paragraph, Span
from mou_tui.draft.composition import one_line
from mou_tui.draft.markdown_writer import write, write_inline


@lru_cache(maxsize=512)
def sanitize_block(text: str) -> str:
    """Return an answer as Markdown that cannot reach beyond its clause."""
    return write(parse(text))


def escape(line: str) -> str:
    """Return one line of data (a name, a title) as Markdown that reads as it was typed."""
    return write_inline((Span(one_line(line)),)) if line.strip() else ""


def heading(rank: int, line: str) -> str:
    """Return a heading of Markdown, of a rank from 1 to 6, that reads as the line of data."""
    return write([Heading((Span(one_line(line)),), rank)])


def captioned(caption: str, text: str) -> str:
    """Return Markdown with a caption before it: on the same line, unless a list or a table follows."""
    blocks = parse(text)
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and not first.level:
        paragraph = f"{caption} {write_inline(first.content, starts_line=False)}"
        return "\n\n".join(filter(None, (paragraph, write(blocks[1:]))))
    return "\n\n".join(filter(None, (caption, write(blocks))))
