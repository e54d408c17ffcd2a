"""Run as a process that reads a PDF from standard input: one JSON line a page, as soon as it is read."""

from __future__ import annotations

import io
import json
import logging
import sys
from itertools import pairwise
from typing import Any

MOST_PAGES = 400
_GAP = 0.25
"""Space above a line, as a share of its height, from which on a new paragraph begins."""


def main() -> None:
    """Read standard input, write the pages to standard output; an error is a line as well."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.disable()
    sys.setrecursionlimit(800)
    try:
        with pdfplumber.open(io.BytesIO(sys.stdin.buffer.read())) as document:
            count = min(len(document.pages), MOST_PAGES)
            for number, page in enumerate(document.pages[:MOST_PAGES], start=1):
                _say({"page": number, "of": count, "lines": _lines(page)})
                page.close()
    except MemoryError:
        raise SystemExit(1) from None
    except Exception as error:
        causes = (error, error.__cause__, error.__context__, *error.args)
        is_locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)
        _say({"error": "locked" if is_locked else "damaged"})


def _lines(page: Any) -> list[dict[str, Any]]:  # noqa: ANN401 (pdfplumber has no types)
    text_lines = page.extract_text_lines(return_chars=True, strip=True)
    lines: list[dict[str, Any]] = []
    gaps = [round(after["top"] - before["bottom"], 1) for before, after in pairwise(text_lines)]
    between = sorted(gap for gap in gaps if gap > 0)
    # Of the spaces between lines the smaller ones: a page of short paragraphs has more of the others.
    leading = between[len(between) // 7] if between else 0.0
    below = 0.0
    for line in text_lines:
        height = line["bottom"] - line["top"]
        fonts = [str(char.get("fontname", "")) for char in line["chars"] if char["text"].strip()]
        bold = sum("bold" in font.lower() or "black" in font.lower() for font in fonts)
        has_gap = not lines or line["top"] - below > leading + _GAP * height
        lines.append({"text": line["text"], "bold": bool(fonts) and bold > 0.8 * len(fonts), "gap": has_gap})
        below = line["bottom"]
    return lines


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
