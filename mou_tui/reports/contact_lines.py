"""Yield the lines on which whoever hands a page out writes whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_label
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import heading, lines, paragraph
from mou_tui.draft.draft import signers
from mou_tui.session.model import Session

_RULE = "_" * 24


def contact_lines(checklist: Checklist, session: Session, principal: str) -> Iterator[Block]:
    """Yield the heading and a line for each; `principal` is what to call the first of them."""
    yield heading(2, "Whom to call")
    yield paragraph("In an emergency, call 911.")
    names = [principal, "The officer", *(party_label(checklist, party) for party in signers(checklist, session))]
    yield lines(*(f"{name}: {_RULE}" for name in names))
