"""What is said of the parties: what to call them, who speaks for them, and what they say of a wording."""

from __future__ import annotations

from mou_tui.checklist.checklist import Checklist
from mou_tui.desk import Desk
from mou_tui.draft.agreement import AGREEMENT_WORDS, Agreement, Standing, agreement_of, called, position_words
from mou_tui.draft.draft import candidates
from mou_tui.plain.phrases import Say
from mou_tui.text import count


def agreed(agreement: Agreement) -> str:
    """Whether the parties agree, to follow "Agreed:"."""
    if agreement.state == "agreed":
        return "yes"
    words = AGREEMENT_WORDS[agreement.state]
    return words if agreement.state == "not-asked" else f"not yet, {words}"


def position(checklist: Checklist, standing: Standing) -> str:
    """What a party says, as a sentence."""
    party, held = called(checklist, standing.party, begins=True), standing.position
    if held is None:
        return f"{party} was not asked yet."
    has = "has " if held.stand == "no-position" else ""
    changed = "" if standing.is_current else "; to be confirmed, for the wording has changed since"
    return f"{party} {has}{position_words(held)}{changed}."


def positions(desk: Desk, say: Say) -> None:
    """What every party says of the wording, to be told apart by their numbers."""
    agreement = agreement_of(desk.session, desk.place)
    say(f"Agreed: {agreed(agreement)}.")
    present = desk.session.at_the_table
    for number, one in enumerate(agreement.standings, start=1):
        notes = ["It is consulted."] if one.party.part == "consulted" else []
        notes += [] if one.party in present else ["It is not at the table."]
        say(" ".join([f"{number}. {position(desk.checklist, one)}", *notes]))
    wordings = len(candidates(desk.session, desk.answer))
    if wordings:
        say(f"{count(wordings, 'wording')} to choose from. Say alternatives to hear them.")
