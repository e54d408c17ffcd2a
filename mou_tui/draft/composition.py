"""Compose blocks from lines of ours and of data: names, titles, sentences.

Whatever a line of data holds, it stays on one line and reads as it was typed.
"""

from __future__ import annotations

import re

from mou_tui.draft.blocks import Block, Heading, Inline, Item, Paragraph, Span


def one_line(text: str) -> str:
    """Return data on one line, without space around it."""
    return " ".join(re.split(r"[\n\t]+", text)).strip()


def plain(text: str) -> Inline:
    """Return data as one line of text; empty where there is none."""
    line = one_line(text)
    return (Span(line),) if line else ()


def strong(text: str) -> Inline:
    """Return data as one line of bold text."""
    return tuple(Span(span.text, strong=True) for span in plain(text))


def emphasized(text: str) -> Inline:
    """Return data as one line of text in italics."""
    return tuple(Span(span.text, emphasis=True) for span in plain(text))


def struck(text: str) -> Inline:
    """Return data as one line of text that is struck through."""
    return tuple(Span(span.text, struck=True) for span in plain(text))


def line(*parts: str | Inline) -> Inline:
    """Join what is not empty with a space between any two; a string is data and goes on the line as it is."""
    contents = [content for part in parts if (content := plain(part) if isinstance(part, str) else part)]
    spaced = ((Span(" "), *content) if index else content for index, content in enumerate(contents))
    return tuple(span for content in spaced for span in content)


def heading(rank: int, text: str) -> Heading:
    """Return a heading of a rank from 1 to 6."""
    return Heading(plain(text), rank)


def paragraph(*parts: str | Inline) -> Paragraph:
    """Return a paragraph of one line."""
    return Paragraph(line(*parts))


def lines(*rows: str | Inline) -> Paragraph:
    """Return a paragraph with a line for each row that is not empty."""
    contents = [content for row in rows if (content := line(row))]
    broken = ((Span("\n"), *content) if index else content for index, content in enumerate(contents))
    return Paragraph(tuple(span for content in broken for span in content))


def bullet(*parts: str | Inline) -> Item:
    """Return an item of a bullet list."""
    return Item("-", line(*parts))


def with_caption(caption: Inline, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put a caption before blocks: on the line of the first, if that is a paragraph, or else above it."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and not first.level:
        return (Paragraph((*caption, Span(" "), *first.content)), *blocks[1:])
    return (Paragraph(caption), *blocks)
