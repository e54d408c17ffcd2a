"""What to say of the agreement: whether the parties agree, and what each says of the wording."""

from __future__ import annotations

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import (
    Agreement,
    PartyStance,
    agreement_of,
    party_in_sentence,
    position_words,
)
from mou_tui.draft.draft import candidate_texts, letter_on_table
from mou_tui.draft.state_labels import AGREEMENT_LABELS, NOT_ASKED, TO_CONFIRM
from mou_tui.language.text import pluralize
from mou_tui.plain.speech import Say
from mou_tui.workspace.workspace import Workspace


def agreed(agreement: Agreement) -> str:
    """Return whether the parties agree, to follow "Agreed:"."""
    if agreement.state == "agreed":
        return "yes"
    label = AGREEMENT_LABELS[agreement.state]
    return label if agreement.state == "not-asked" else f"not yet, {label}"


def position(checklist: Checklist, stance: PartyStance) -> str:
    """Return what a party says, as a sentence."""
    party = party_in_sentence(checklist, stance.party, begins=True)
    if stance.position is None:
        return f"{party} was {NOT_ASKED}."
    changed = "" if stance.is_current else f"; {TO_CONFIRM}, since the wording changed"
    return f"{party} {position_words(stance.position)}{changed}."


def say_wording(workspace: Workspace, say: Say) -> None:
    """Say which wording positions are on, where others are next to it."""
    if letter := letter_on_table(workspace.answer):
        say(f"On {letter}, the wording on the table:")


def positions(workspace: Workspace, say: Say) -> None:
    """Say what every party says of the wording, with the numbers of the parties."""
    agreement = agreement_of(workspace.session, workspace.clause_id)
    say(f"Agreed: {agreed(agreement)}.")
    say_wording(workspace, say)
    present = workspace.session.present
    for number, stance in enumerate(agreement.stances, start=1):
        notes = ["It is consulted."] if stance.party.part == "consulted" else []
        notes += [] if stance.party in present else ["It is not at the table."]
        say(" ".join([f"{number}. {position(workspace.checklist, stance)}", *notes]))
    wordings = len(candidate_texts(workspace.session, workspace.answer))
    if wordings:
        say(f"{pluralize(wordings, 'wording')} to choose from. Say alternatives to hear them.")
