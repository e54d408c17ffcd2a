"""The prompts for a copy that goes to a party: to whom, with which meetings, and where it is written."""

from __future__ import annotations

from collections.abc import Collection

from textual.app import App
from textual.content import Content

from mou_tui import paths
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.errors import AlreadyExists, MouError
from mou_tui.language.text import capitalize_first, for_display
from mou_tui.merging.outgoing import Outgoing
from mou_tui.tui.dialogs.form_drafts import FormDraft, draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog, MessageDialog
from mou_tui.tui.dialogs.multi_select import MultiSelectDialog
from mou_tui.workspace.forms import FieldSpec
from mou_tui.workspace.sending import (
    READABLE,
    caucuses,
    check_sendable,
    contents_sentences,
    default_copy_path,
    prepare_copy,
    sent_sentence,
    write_copy,
)
from mou_tui.workspace.workspace import Workspace

NOT_SENT = "Nothing was sent"


async def send_copy(app: App[None], workspace: Workspace) -> str | None:
    """Write a copy for a party that the person chooses, once they have seen what is in it and what is not.

    Returns:
        A sentence to show; None if nothing was written.
    """
    try:
        check_sendable(workspace)
    except MouError as error:
        await app.push_screen_wait(MessageDialog(NOT_SENT, error.message))
        return None
    party_id = await _choose_party(app, workspace)
    if party_id is None:
        return None
    chosen = await _choose_caucuses(app, workspace, party_id)
    if chosen is None:
        return None
    made = prepare_copy(workspace, party_id, chosen)
    draft = draft_of(workspace, "send", party=party_id)
    try:
        return await _write(app, workspace, party_id, made, draft)
    except AlreadyExists as error:
        await app.push_screen_wait(MessageDialog(NOT_SENT, f"{error.message} Name another file."))
    except MouError as error:
        await app.push_screen_wait(MessageDialog(NOT_SENT, error.message))
    return None


async def _choose_party(app: App[None], workspace: Workspace) -> str | None:
    """Ask to whom it goes; return the id of the party, None after Esc."""
    parties = workspace.session.parties
    if not parties:
        await app.push_screen_wait(MessageDialog(NOT_SENT, "No party is known yet. Name the parties first (Ctrl+P)."))
        return None
    choices = [(party.id, party_in_sentence(workspace.checklist, party, begins=True)) for party in parties]
    return await app.push_screen_wait(ChoiceDialog("Send a copy to which party?", choices, begins_chosen=False))


async def _choose_caucuses(app: App[None], workspace: Workspace, party_id: str) -> Collection[str] | None:
    """Ask which meetings go that one party held alone; return their ids, None after Esc."""
    lines = [(meeting.id, Content(capitalize_first(name))) for meeting, name in caucuses(workspace, party_id)]
    if not lines:
        return ()
    explanation = "These are not sent, with what was decided in them, unless you tick them."
    return await app.push_screen_wait(
        MultiSelectDialog("Meetings that one party held alone", explanation, lines, (), "Go on")
    )


async def _write(app: App[None], workspace: Workspace, party_id: str, made: Outgoing, draft: FormDraft) -> str | None:
    usual = default_copy_path(workspace.sample.export_path(), party_id)
    fields = [FieldSpec("path", "Write the copy to", str(usual), kind="path", is_suggestion=True)]
    party = party_in_sentence(workspace.checklist, workspace.session.party(party_id))
    explanation = "\n".join((*contents_sentences(made), READABLE))
    values = await app.push_screen_wait(
        FormDialog(f"A copy for {for_display(party, 60)}", fields, "Write", explanation, draft=draft)
    )
    if values is None or not values["path"].strip():
        return None
    path = paths.typed(values["path"])
    write_copy(workspace, made, path)
    draft.clear()
    return sent_sentence(path)
