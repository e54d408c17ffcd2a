"""Clauses and lines of data as the Markdown that is exported of them."""

from __future__ import annotations

from mou_tui.draft.block_parser import parse
from mou_tui.draft.composition import paragraph, strong, with_caption
from mou_tui.draft.markdown_writer import write


def clause(text: str) -> str:
    """The text of a clause."""
    return write(parse(text))


def captioned(caption: str, text: str) -> str:
    """The text of a clause behind a bold caption."""
    return write(with_caption(strong(caption), parse(text)))


def line(text: str) -> str:
    """A line of data, such as a name or a title."""
    return write([paragraph(text)])
