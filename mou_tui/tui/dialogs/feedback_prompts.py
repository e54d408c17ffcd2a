"""Prompts about filled forms: whether those next to one are wanted too, and which could not be read."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.app import App

from mou_tui.exchange.forms.reader import FormsRead, forms_of_folder, read_forms
from mou_tui.language.text import for_display, pluralize
from mou_tui.tui.dialogs.forms import ChoiceDialog, MessageDialog
from mou_tui.workspace.workspace import Workspace


async def chosen_forms(app: App[None], workspace: Workspace, path: Path, read: FormsRead) -> FormsRead | None:
    """Ask whether all forms in the folder of one are wanted, and say which were not read; None after Esc.

    Args:
        app: where to ask.
        workspace: the open session.
        path: the form that was chosen.
        read: what it says.
    """
    files = forms_of_folder(path)
    if len(files) > 1:
        folder = for_display(path.parent.name, 60)
        choices = [("all", f"All forms in “{folder}” ({pluralize(len(files), 'file')})"), ("one", "This one alone")]
        chosen = await app.push_screen_wait(ChoiceDialog("Which forms?", choices))
        if chosen is None:
            return None
        if chosen == "all":
            read = await asyncio.to_thread(read_forms, files, workspace.checklist, workspace.session)
    if read.refused:
        await app.push_screen_wait(MessageDialog("Not read", "\n\n".join(read.refused)))
    return read
