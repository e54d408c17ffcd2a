"""What is said of the parties: what to call them, who speaks for them, and what they say of a wording."""

from __future__ import annotations

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import (
    AGREEMENT_LABELS,
    Agreement,
    PartyStance,
    agreement_of,
    party_in_sentence,
    position_words,
)
from mou_tui.draft.draft import candidate_texts
from mou_tui.plain.speech import Say
from mou_tui.text import pluralize
from mou_tui.workspace.workspace import Workspace


def agreed(agreement: Agreement) -> str:
    """Whether the parties agree, to follow "Agreed:"."""
    if agreement.state == "agreed":
        return "yes"
    words = AGREEMENT_LABELS[agreement.state]
    return words if agreement.state == "not-asked" else f"not yet, {words}"


def position(checklist: Checklist, standing: PartyStance) -> str:
    """What a party says, as a sentence."""
    party, held = party_in_sentence(checklist, standing.party, begins=True), standing.position
    if held is None:
        return f"{party} was not asked yet."
    has = "has " if held.stand == "no-position" else ""
    changed = "" if standing.is_current else "; to be confirmed, for the wording has changed since"
    return f"{party} {has}{position_words(held)}{changed}."


def positions(workspace: Workspace, say: Say) -> None:
    """What every party says of the wording, to be told apart by their numbers."""
    agreement = agreement_of(workspace.session, workspace.clause_id)
    say(f"Agreed: {agreed(agreement)}.")
    present = workspace.session.at_the_table
    for number, one in enumerate(agreement.stances, start=1):
        notes = ["It is consulted."] if one.party.part == "consulted" else []
        notes += [] if one.party in present else ["It is not at the table."]
        say(" ".join([f"{number}. {position(workspace.checklist, one)}", *notes]))
    wordings = len(candidate_texts(workspace.session, workspace.answer))
    if wordings:
        say(f"{pluralize(wordings, 'wording')} to choose from. Say alternatives to hear them.")
