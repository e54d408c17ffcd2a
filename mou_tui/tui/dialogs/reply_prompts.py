"""Prompts about a copy of the session that came back: whose it is, and what of it is taken in."""

from __future__ import annotations

from textual.app import App

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.tui.dialogs.forms import ChoiceDialog, MessageDialog
from mou_tui.tui.screens.reply import ReplyScreen
from mou_tui.workspace.reply import Reply
from mou_tui.workspace.reply_account import NOBODYS, WHOSE, account, remarks, source
from mou_tui.workspace.reply_file import ReplyFile
from mou_tui.workspace.workspace import Workspace


async def take_in_copy(app: App[None], workspace: Workspace, file: ReplyFile, *, is_ours: bool = False) -> str | None:
    """Show what a copy brings, and take in what the person chooses of it.

    Args:
        app: shows the screens.
        workspace: the open session.
        file: the copy.
        is_ours: whether it is a copy of this session that a program made which keeps folders in step.

    Returns:
        What was taken in, in sentences; None where nothing was.
    """
    party = ""
    if not (is_ours or file.session.copy):
        chosen = await _ask_party(app, workspace, file)
        if chosen is None:
            return None
        party = chosen
    reply = Reply(workspace, file, party)
    if not reply.is_news:
        message = " ".join((source(reply, workspace), account(reply), *remarks(reply)))
        await app.push_screen_wait(MessageDialog("There is nothing to take in", message))
        return None
    return await app.push_screen_wait(ReplyScreen(workspace, reply))


async def _ask_party(app: App[None], workspace: Workspace, file: ReplyFile) -> str | None:
    """Ask whose copy it is; return the id of the party, an empty one where it is nobody's, None after Esc."""
    choices = [
        (party.id, party_in_sentence(workspace.checklist, party, begins=True)) for party in workspace.session.parties
    ]
    explanation = f"{file.name} does not say so itself."
    dialog = ChoiceDialog(WHOSE, [*choices, ("", NOBODYS)], explanation, begins_chosen=False)
    return await app.push_screen_wait(dialog)
