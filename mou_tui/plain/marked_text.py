"""Saying what changed between two wordings, with marks that can be heard and read."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.draft.blocks import Span
from mou_tui.reports.changes import marked_changes

HOW_MARKED = "with what is gone in two tildes and what is new in two stars"


def marked_text(before: str, after: str) -> Iterator[str]:
    """Yield the paragraphs of both wordings in one, with what is gone and what is new marked."""
    for paragraph in marked_changes(before, after):
        yield "".join(map(_with_marks, paragraph.content))


def _with_marks(span: Span) -> str:
    """Return text with the marks that say whether it is gone or new."""
    mark = "~~" if span.struck else "**" if span.strong else ""
    return f"{mark}{span.text}{mark}"
