"""Write the markup of Word: runs, paragraphs and tables, with their properties in the order that Word asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from mou_tui.draft.blocks import Inline, Span
from mou_tui.frozen import NamedTuple

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
INDENT = 567
"""By how much a level is set in, in twentieths of a point: a centimeter."""
WIDTH = 9360
"""How wide the text is, in the same: six and a half inches."""
_LABEL_WIDTH = 2400

_PIECES = re.compile(r"[\n\t]|[^\n\t]+")
_NO_RULE = '<w:bottom w:val="nil"/>'
_RULE = '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/>'


class Numbering(NamedTuple):
    """Say which list a paragraph belongs to."""

    list_id: int
    """0 for none, where the style of the paragraph has one."""
    level: int = 0


def text_run(text: str, properties: str = "") -> str:
    """Return a run; line feeds in it are line breaks."""
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    content = "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in _PIECES.findall(text)
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def runs(content: Inline, *, strong: bool = False) -> str:
    """Return the runs of a text; `strong` makes all of it bold."""
    return "".join(text_run(span.text, run_properties(span, strong=strong)) for span in content if span.text)


def run_properties(span: Span, *, strong: bool = False) -> str:
    """Return the properties of the run of a span; `strong` makes it bold."""
    return (
        "<w:b/>" * (span.strong or strong)
        + "<w:i/>" * span.emphasis
        + "<w:strike/>" * span.struck
        + '<w:highlight w:val="yellow"/>' * span.blank
    )


def paragraph(
    content: str,
    style: str = "",
    *,
    numbering: Numbering | None = None,
    indent: int = 0,
    keeps_next: bool = False,
) -> str:
    """Return a paragraph.

    Args:
        content: its runs.
        style: the id of its style; empty for the usual one.
        numbering: the list it belongs to.
        indent: how many levels it is set in.
        keeps_next: whether it stays on the page of the paragraph after it.
    """
    number = ""
    if numbering:
        number = f'<w:numPr><w:ilvl w:val="{numbering.level}"/><w:numId w:val="{numbering.list_id}"/></w:numPr>'
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + "<w:keepNext/>" * keeps_next
        + number
        + (f'<w:ind w:left="{indent * INDENT}"/>' if indent else "")
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


SPACER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
"""An empty paragraph after a table, without which two of them would be one."""


def table(rows: Sequence[Sequence[str]], *, has_head: bool) -> str:
    """Return a table of equal columns with borders; each cell is the markup of its paragraphs."""
    columns = max(map(len, rows))
    width = WIDTH // columns
    body = "".join(
        _row([_cell(cell, width) for cell in row], is_head=has_head and index == 0) for index, row in enumerate(rows)
    )
    properties = f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width * columns}" w:type="dxa"/>'
    return _table(properties, [width] * columns, body) + SPACER


def signature_table(party: str, lines: Sequence[tuple[str, str]]) -> str:
    """Return the lines of one signature: what each is for, and a rule with what is on it; all on one page."""
    rule_width = WIDTH - _LABEL_WIDTH - 1000
    width = _LABEL_WIDTH + rule_width
    head = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>{party}</w:tc>'
    rows = [_row([head])]
    for label, content in lines:
        rows.append(_row([_cell(label, _LABEL_WIDTH, _NO_RULE), _cell(content, rule_width, _RULE)], height=480))
    properties = f'<w:tblW w:w="{width}" w:type="dxa"/>'
    return _table(properties, [_LABEL_WIDTH, rule_width], "".join(rows)) + SPACER


def _table(properties: str, widths: Sequence[int], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    layout = '<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}{layout}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(cells: Sequence[str], *, is_head: bool = False, height: int = 0) -> str:
    properties = (
        "<w:cantSplit/>"
        + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
        + "<w:tblHeader/>" * is_head
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, borders: str = "") -> str:
    rule = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    bottom = '<w:vAlign w:val="bottom"/>' if borders else ""
    # A cell must end in a paragraph.
    ending = "" if content.endswith("</w:p>") else paragraph("")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule}{bottom}</w:tcPr>{content}{ending}</w:tc>'
