"""The prompt to remove words for good, and its result."""

from __future__ import annotations

from textual.app import App

from mou_tui.errors import MouError
from mou_tui.session.redaction import ASK_COUNSEL
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog, MessageDialog
from mou_tui.workspace.forms import REMOVAL
from mou_tui.workspace.word_removal import remove_for_good
from mou_tui.workspace.workspace import Workspace

_EXPLANATION = (
    f"{ASK_COUNSEL}\n\nThe words are removed from every wording, reason and note, from the history, and from every "
    "copy on this computer. They are found as whole words, in capitals too."
)


async def strike(app: App[None], workspace: Workspace) -> bool:
    """Ask for words and remove them from the session for good; return whether removal was attempted."""
    # No draft: the words would be kept that are to be kept nowhere, and are on the projector the next time.
    dialog = FormDialog("Remove words for good", (REMOVAL,), "Go on", _EXPLANATION, draft=None)
    values = await app.push_screen_wait(dialog)
    if values is None:
        return False
    choices = [("no", "Leave them"), ("yes", "Remove them for good")]
    title = "Nothing brings them back, and no step before can be undone."
    if await app.push_screen_wait(ChoiceDialog(title, choices)) != "yes":
        return False
    try:
        message = "\n".join(remove_for_good(workspace, values["words"]).lines)
    except MouError as error:
        message = error.message
    await app.push_screen_wait(MessageDialog("Remove words for good", message))
    return True
