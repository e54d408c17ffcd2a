"""Say on a page who the parties are, and leave lines on which whoever hands it out writes whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_label
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import heading, lines, paragraph
from mou_tui.draft.draft import signers
from mou_tui.language.text import join_and
from mou_tui.session.model import Session

_RULE = "_" * 24


def parties_line(checklist: Checklist, session: Session) -> str:
    """Return the names of the parties that sign, each with what the agreement calls it; a blank while none does."""
    names = []
    for party in signers(checklist, session):
        name, short = party.contracting_name or f"[{party_label(checklist, party)}]", party.short.strip()
        names.append(f"{name} (“{short}”)" if short and short.removeprefix("the ") != name else name)
    return join_and(names or ["[parties that sign]"])


def contact_lines(checklist: Checklist, session: Session, principal: str) -> Iterator[Block]:
    """Yield the heading and a line for each; `principal` is what to call the first of them."""
    yield heading(2, "Whom to call")
    yield paragraph("In an emergency, call 911.")
    names = [principal, "The officer", *(party_label(checklist, party) for party in signers(checklist, session))]
    yield lines(*(f"{name}: {_RULE}" for name in names))
