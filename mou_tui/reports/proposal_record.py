"""Write what the record says of proposals from outside: each with its clause, its reason and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Quotation
from mou_tui.draft.composition import paragraph, strong
from mou_tui.language.dates import long_date
from mou_tui.language.text import capitalize_first
from mou_tui.reports.proposals import VOICES, by_clause, clause_caption, outcome_words
from mou_tui.session.model import Session


def proposal_blocks(checklist: Checklist, session: Session) -> Iterator[Block]:
    """Yield each proposal with its clause, its reason and what became of it."""
    for clause_id, proposals in by_clause(checklist, session).items():
        for proposal in proposals:
            came = f", {long_date(proposal.at)}" if proposal.at else ""
            caption = strong(f"{clause_caption(checklist, clause_id)}{came}.")
            voice = capitalize_first(VOICES[proposal.from_])
            if proposal.text.strip():
                yield paragraph(caption, f"{voice} proposed the following.")
                yield Quotation(parse(proposal.text))
            if proposal.reason.strip():
                yield paragraph(
                    *(["The reason given:"] if proposal.text.strip() else [caption, f"{voice} gave a reason:"])
                )
                yield Quotation(parse(proposal.reason))
            yield paragraph(outcome_words(proposal))
