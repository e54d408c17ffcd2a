"""The looks of the parties in the agreement row: each in the color of its stance, the chosen one reversed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from mou_tui.session.meeting import Stance
from mou_tui.tui.widgets.agreement_layout import SEPARATOR, StanceCell

_STYLES: dict[Stance | None, str] = {
    "agrees": "$text-success",
    "can-live-with": "$text-success",
    "objects": "$text-error bold",
    "must-check": "$text-warning",
}


def row_lines(row: Sequence[StanceCell], width: int, chosen: str = "") -> list[Content]:
    """Return a row as lines: one, or several if it is one party that said more than fits.

    Args:
        row: the parties on it.
        width: of the row, in cells.
        chosen: the id of the party that is shown as chosen; empty for none.
    """
    line = Content(SEPARATOR).join([_content(cell, is_chosen=cell.party == chosen) for cell in row])
    return line.wrap(width) if line.cell_length > width > 0 and len(row) == 1 else [line]


def _content(cell: StanceCell, *, is_chosen: bool) -> Content:
    text = Content(cell.text)
    if is_chosen:
        return text.stylize("bold reverse")
    style = _STYLES.get(cell.stance, "")
    return text.stylize(style) if style else text
