"""What is said, in place of the keys, to a key that would change agreed words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_in_sentence, party_label
from mou_tui.session.model import Party
from mou_tui.text import capitalize_first, join_and

LEAST_NAME = 8
"""Cells below which a name that is cut is no longer recognized."""


def lock_line(checklist: Checklist, parties: Sequence[Party], width: int, *, propose: str, unlock: str) -> Content:
    """Say that a wording is agreed, what one can do, and who is asked again then, as fully as there is room.

    Args:
        checklist: knows what to call a party without a name.
        parties: for whose sake it is locked.
        width: in cells.
        propose: the keys that put another wording beside it.
        unlock: the keys that let it be changed.
    """

    def line(agreed: str, proposes: str, unlocks: str) -> Content:
        proposing = Content.assemble((propose, "bold"), proposes).stylize("@click=screen.propose()")
        unlocking = Content.assemble((unlock, "bold"), unlocks).stylize("@click=screen.unlock()")
        return Content(" ").join([Content(agreed).stylize("bold"), proposing, unlocking])

    full = (
        f"{capitalize_first(join_and([party_in_sentence(checklist, party) for party in parties]))} will be asked again"
    )
    names = [party_label(checklist, party) for party in parties]
    lines = [
        line("Agreed as worded.", " propose beside it, or", f" unlock: {full}"),
        line("Agreed.", " propose beside it, or", f" unlock: {join_and(names)} will be asked again"),
    ]
    frame = line("Agreed.", " propose,", " unlock: asks  again")
    workspace = (width - frame.cell_length - 2 * (len(names) - 1)) // len(names)
    if workspace >= LEAST_NAME:
        cut = ", ".join(_cut(name, workspace) for name in names)
        lines.append(line("Agreed.", " propose,", f" unlock: asks {cut} again"))
    count = "1 party" if len(names) == 1 else f"{len(names)} parties"
    lines.append(line("Agreed.", " propose,", f" unlock: asks {count} again"))
    return next((one for one in lines if one.cell_length <= width), lines[-1])


def _cut(name: str, cells: int) -> str:
    return name if cell_len(name) <= cells else f"{set_cell_size(name, cells - 1).rstrip()}…"
