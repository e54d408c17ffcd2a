"""Read PDF files with text, page by page, in a separate process."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from typing import Any

from mou_tui.exchange.child_process import Failed, run
from mou_tui.exchange.document import CannotRead, installing
from mou_tui.exchange.line_joining import Line
from mou_tui.language.text import clean_line

_SECONDS_A_PAGE = 0.5
"""How much longer a document may take for each page that it was read."""
_FEWEST_LETTERS = 20
"""Letters a page has on average, unless it is a picture."""


def read_lines(data: bytes, name: str, on_page: Callable[[int, int], None]) -> list[Line]:
    """Return the lines of a PDF.

    Args:
        data: the file.
        name: what to call it in messages.
        on_page: called after each page with the pages read and their total.

    Raises:
        CannotRead: the reader is not installed; or the file is locked, damaged, a scan, or too large to be read.
    """
    if importlib.util.find_spec("pdfplumber") is None:
        raise CannotRead(
            f"To read “{name}”, mou-tui needs its PDF reader. Install it with: {installing('pdfplumber')} "
            "(or copy the text into a document, and choose that file)."
        )
    pages: list[dict[str, Any]] = []

    def take(line: bytes) -> None:
        page = json.loads(line)
        pages.append(page)
        if "of" in page:
            on_page(page["page"], page["of"])

    try:
        run([sys.executable, "-I", "-c", _BOOT, *_import_path()], data, seconds_a_line=_SECONDS_A_PAGE, on_line=take)
    except Failed as failure:
        why = "it takes too long" if failure.timed_out else "it is damaged, or far larger than an agreement"
        raise CannotRead(
            f"“{name}” cannot be read: {why}. Copy its text into a document, and choose that file."
        ) from failure
    if pages and "error" in pages[-1]:
        raise CannotRead(f"“{name}” {_ERRORS[pages[-1]['error']]}")
    letters = sum(len(line["text"]) for page in pages for line in page["lines"])
    if letters < _FEWEST_LETTERS * max(1, len(pages)):
        raise CannotRead(
            f"“{name}” is a scan: pictures of pages, whose words cannot be read. "
            "Scan it with text recognition (“searchable PDF”), or type the agreement into a document."
        )
    return [
        Line(clean_line(line["text"]).text, page["page"], line["bold"], line["gap"])
        for page in pages
        for line in page["lines"]
    ]


# Started this way, the process sees the packages of this one and nothing that lies where it was started.
_BOOT = "import sys; sys.path[:0] = sys.argv[1:]; from mou_tui.exchange.pdf_worker import main; main()"

_ERRORS = {
    "locked": "is locked with a password. Save a copy without the password, and choose that file.",
    "damaged": "is damaged. Make the PDF again, or copy its text into a document, and choose that file.",
}


def _import_path() -> list[str]:
    return [entry for entry in sys.path if entry]
