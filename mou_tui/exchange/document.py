"""Define a document as paragraphs: what every reader returns and everything after it works on.

The texts of the paragraphs, in order, are the text of the document: what is printed before a paragraph, such as its
number, is part of its text. Running heads and page numbers are paragraphs of their own, so that nothing is lost.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import Literal

from mou_tui.errors import CannotOpen
from mou_tui.language.text import for_display

Format = Literal["docx", "odt", "rtf", "html", "md", "txt", "pdf"]

Kind = Literal["heading", "paragraph", "item", "table", "note", "furniture"]
"""A heading; a paragraph; an entry of a list; a row of a table; a footnote; a running head or page number."""

Tracked = Literal["accepted", "rejected"]
"""Which reading of tracked changes was taken."""

FORMAT_NAMES: dict[Format, str] = {
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "rtf": "a rich text document",
    "html": "a web page",
    "md": "Markdown text",
    "txt": "plain text",
    "pdf": "a PDF",
}


class CannotRead(CannotOpen):
    """Report that a file is not a document that can be read; the message says what it is and what to do."""


def installing(package: str) -> str:
    """Return the command that installs a reader where this program runs."""
    return f'"{for_display(sys.executable)}" -m pip install {package}'


@dataclass(frozen=True)
class Paragraph:
    """Hold one paragraph, with its position in the document."""

    text: str
    """Clean text; only a line break that the document makes is a line feed."""
    kind: Kind = "paragraph"
    level: int = 0
    """Depth of a heading or of a list, from 1; 0 for anything else."""
    label: str = ""
    """The number it begins with, as printed ("3.2", "ARTICLE II:", "(a)"); empty for none."""
    heading: str = ""
    """The headings it is under, outermost first, joined by ` › `; empty for none."""
    page: int = 0
    """From 1; 0 where the format knows no pages."""

    @property
    def word_count(self) -> int:
        """Return how many words it has."""
        return len(self.text.split())


@dataclass(frozen=True)
class Document:
    """Hold everything read from one file."""

    name: str
    """The name of the file, without its folder."""
    sha256: str
    """64 hex digits."""
    format: Format
    paragraphs: tuple[Paragraph, ...]
    tracked: Tracked | None = None
    """Which reading was taken where the file holds tracked changes; None where it holds none."""
    remarks: tuple[str, ...] = field(default=())
    """What a person should know of how it was read, one sentence each."""

    @property
    def word_count(self) -> int:
        """Return how many words it has."""
        return sum(paragraph.word_count for paragraph in self.paragraphs)
