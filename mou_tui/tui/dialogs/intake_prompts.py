"""Prompts about a file that came back: which, what it is for, and for whom each author speaks."""

from __future__ import annotations

from textual.app import App

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.draft import one_line_name
from mou_tui.tui.dialogs.forms import ChoiceDialog, MessageDialog
from mou_tui.workspace.intake import ADVICE, NOT_OURS, PURPOSES, WHAT_FOR, Intake, Purpose
from mou_tui.workspace.intake_account import taken_in_before, voice_question
from mou_tui.workspace.workspace import Workspace


async def ask_about(app: App[None], workspace: Workspace, intake: Intake) -> bool:
    """Ask what a file is for and who speaks in it; return whether its words may be shown now."""
    if not await _ask_purpose(app, intake):
        return False
    if not intake.may_be_shown:
        await app.push_screen_wait(MessageDialog("Ask your counsel", NOT_OURS))
        return False
    if not intake.parties:
        return True
    if not intake.is_shared:
        party = await _ask_party(app, workspace, "Which party do you speak for?", ADVICE)
        intake.client = party or ""
        return party is not None
    for author in intake.voices:
        if not intake.party_of(author):
            party = await _ask_party(app, workspace, voice_question(intake, author), may_be_unknown=True)
            if party is None:
                return False
            intake.match(author, party)
    return True


async def _ask_purpose(app: App[None], intake: Intake) -> bool:
    name = one_line_name(intake.document.name)
    explanation = " ".join(
        filter(None, (f"{name}. Nothing of it is shown before you say so.", taken_in_before(intake)))
    )
    dialog = ChoiceDialog(WHAT_FOR, list(PURPOSES.items()), explanation, begins_chosen=False)
    chosen = await app.push_screen_wait(dialog)
    purposes: dict[str, Purpose] = {purpose: purpose for purpose in PURPOSES}
    intake.purpose = purposes[chosen] if chosen else None
    return chosen is not None


async def _ask_party(
    app: App[None], workspace: Workspace, title: str, explanation: str = "", *, may_be_unknown: bool = False
) -> str | None:
    """Ask for a party; return its id, an empty one where nobody knows, None after Esc."""
    choices = [
        (party.id, party_in_sentence(workspace.checklist, party, begins=True)) for party in workspace.session.parties
    ]
    unknown = [("", "Nobody knows")] if may_be_unknown else []
    return await app.push_screen_wait(ChoiceDialog(title, [*choices, *unknown], explanation, begins_chosen=False))
