"""Draws the agreement row: the parties in rows, each in the color of its stance, the chosen one reversed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region, Size

from mou_tui.draft.agreement import Agreement, PartyStance
from mou_tui.frozen import NamedTuple
from mou_tui.session.meeting import Stance
from mou_tui.tui.widgets.agreement_layout import SEPARATOR, StanceCell, fit_line, whole_rows, wrap_rows

_STYLES: dict[Stance | None, str] = {
    "agrees": "$text-success",
    "can-live-with": "$text-success",
    "objects": "$text-error bold",
    "must-check": "$text-warning",
}


class AgreementDrawing(NamedTuple):
    """Draws what the parties say of a wording: all that they said while the row has the focus, else what fits."""

    agreement: Agreement | None
    letter: str
    """That of the wording they speak on, while others are next to it; empty if there is only one."""
    chosen: str | None
    """Id of the party that is shown as chosen; None while the row does not have the focus."""

    @property
    def _stances(self) -> tuple[PartyStance, ...]:
        return self.agreement.stances if self.agreement else ()

    @property
    def _prefix(self) -> str:
        """Return what is before the first party: that all agree, or which of several wordings they speak on."""
        is_agreed = self.agreement is not None and self.agreement.state == "agreed"
        return "✓ " if is_agreed else f"On {self.letter}: " if self.letter else ""

    def count_rows(self, width: int) -> int:
        """Return how many rows of a width show every party in full."""
        room, stances = width - len(self._prefix), self._stances
        if self.chosen is not None:
            return sum(len(_row_lines(row, room)) for row in whole_rows(stances, room))
        return len(wrap_rows(stances, room, len(stances)))

    def draw(self, size: Size, more: str) -> tuple[Content, list[tuple[Region, str]]]:
        """Return the parties as text, and where each is in it, with its id.

        Args:
            size: of the row, in cells.
            more: the key that shows what has no room.
        """
        prefix = self._prefix
        margin = Content(prefix).stylize("bold" if self.letter else "$text-success bold")
        room = size.width - len(prefix)
        regions: list[tuple[Region, str]] = []
        lines: list[Content] = []
        for row in self._rows(room, size.height, more):
            x = len(prefix)
            for cell in row:
                regions.append((Region(x, len(lines), cell_len(cell.text), 1), cell.party))
                x += cell_len(cell.text) + len(SEPARATOR)
            for line in _row_lines(row, room, self.chosen or ""):
                lines.append(margin + line)
                margin = Content(" " * len(prefix))
        return Content("\n").join(lines), regions

    def _rows(self, width: int, height: int, more: str) -> Sequence[Sequence[StanceCell]]:
        """Return the parties in rows of a width that the height has room for."""
        if self.chosen is not None:
            rows = whole_rows(self._stances, width)
            if sum(len(_row_lines(row, width)) for row in rows) <= height:
                return rows
        return [fit_line(row, width, self.chosen or "", more) for row in wrap_rows(self._stances, width, height)]


def _row_lines(row: Sequence[StanceCell], width: int, chosen: str = "") -> list[Content]:
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
