"""Write a document as PDF, tagged for screen readers, with fonts that come with the program that sets it.

The document goes to the template as data, so that nothing typed is ever read as markup or as a command.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import timezone
from pathlib import Path
from typing import Any

import typst

from mou_tui.draft.blocks import Heading, Inline, Item, Note, Paragraph, Quotation, Span, Table
from mou_tui.draft.structure import ClausePart, Part, SectionHeading, SignaturePart
from mou_tui.errors import CannotSave
from mou_tui.exchange.writers.paper import Entry, Outline, Paper, is_bullet, outlined
from mou_tui.language.text import for_display

TEMPLATE = Path(__file__).with_name("pdf_template.typ")
_SIDE_BY_SIDE = 3
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')

Node = dict[str, Any]


def write_pdf(paper: Paper) -> bytes:
    """Return a document as PDF.

    Raises:
        CannotSave: it could not be set; the message says why.
    """
    data = {
        "title": paper.title,
        "subject": paper.subject,
        "head": paper.standing or paper.title,
        "day": paper.day,
        "card": paper.is_card,
        "nodes": list(_without_skips(_nodes(paper.parts))),
    }
    made = paper.made.replace(microsecond=0, tzinfo=timezone.utc)
    inputs = {"paper": json.dumps(data, ensure_ascii=False)}
    try:
        pages = typst.compile(
            TEMPLATE.read_bytes(),
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["ua-1"],
            timestamp=made,
        )
    except (RuntimeError, OSError) as error:
        raise CannotSave(_why_not(str(error))) from error
    assert isinstance(pages, bytes)
    return pages


def _why_not(error: str) -> str:
    # A page that left a sign out without a word would be worse than none.
    missing = _MISSING.search(error)
    if missing:
        sign = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), missing[1])
        return (
            f"The PDF was not made: no font here has the sign “{for_display(sign, 20)}”. "
            "Write it otherwise, or export to Word or as a web page."
        )
    return f"The PDF could not be made: {for_display(error, 200)}. Export to Word or as a web page."


def _without_skips(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes whose headings go down by one rank at a time, as screen readers want them."""
    last = 0
    for node in nodes:
        if node["kind"] == "heading":
            last = min(node["rank"], last + 1)
            yield {**node, "rank": last}
        else:
            yield node


def _nodes(parts: Iterable[Part]) -> Iterator[Node]:
    for part in outlined(parts):
        if isinstance(part, tuple):
            yield {"kind": "outline", "entries": _entries(part)}
        elif isinstance(part, ClausePart):
            yield from _clause(part)
        elif isinstance(part, SignaturePart):
            lines = [{"label": f"{label}:", "runs": _runs(content)} for label, content in part.lines]
            yield {"kind": "signature", "party": _runs(part.party), "lines": lines}
        elif isinstance(part, SectionHeading):
            yield _heading(2, (Span(f"{part.number}. "), *part.content))
        elif isinstance(part, Heading):
            yield _heading(part.rank, part.content)
        elif isinstance(part, Table):
            yield {"kind": "table", "rows": [[_runs(cell) for cell in row] for row in part.rows]}
        elif isinstance(part, Quotation):
            yield {"kind": "quotation", "nodes": list(_nodes(part.blocks))}
        elif isinstance(part, Note):
            yield {"kind": "paragraph", "runs": _runs((Span(f"{part.mark} "), *part.content))}
        elif isinstance(part, Paragraph):
            yield {"kind": "paragraph", "runs": _runs(part.content)}


def _clause(clause: ClausePart) -> Iterator[Node]:
    yield _heading(3, (Span(f"{clause.number} "), *clause.caption))
    yield from _nodes(clause.blocks)
    if clause.choices:
        cells = [{"caption": choice.caption, "nodes": list(_nodes(choice.blocks))} for choice in clause.choices]
        yield {"kind": "choices", "columns": min(len(cells), _SIDE_BY_SIDE), "cells": cells}


def _heading(rank: int, content: Inline) -> Node:
    return {"kind": "heading", "rank": rank, "runs": _runs(content)}


def _entries(outline: Outline) -> list[Node]:
    return [
        {
            "kind": _list_kind(entry),
            "label": entry.block.label if isinstance(entry.block, Item) else "",
            "runs": _runs(entry.block.content),
            "below": _entries(entry.below),
        }
        for entry in outline
    ]


def _list_kind(entry: Entry) -> str:
    if isinstance(entry.block, Paragraph):
        return "set-in"
    return "bullets" if is_bullet(entry.block) else "labels"


def _runs(content: Inline) -> list[tuple[str, str]]:
    return [
        (span.text, "s" * span.strong + "e" * span.emphasis + "x" * span.struck + "b" * span.blank) for span in content
    ]
