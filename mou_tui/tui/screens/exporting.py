"""Asking where the draft goes, and writing it there."""

from __future__ import annotations

from textual.app import App

from mou_tui.desk import Desk
from mou_tui.draft.markdown import Blanks
from mou_tui.errors import AlreadyExists, MouError
from mou_tui.export import default_path, markdown, save
from mou_tui.text import shown
from mou_tui.tui.screens.dialogs import ChoiceDialog, Field, FormDialog, MessageDialog, path_from


async def export(app: App[None], desk: Desk) -> None:
    """Write the draft to a file the person names; never over another without asking, and whatever is still open."""
    fields = [Field("path", "Write the draft to", str(default_path(desk.store.path)))]
    given = await app.push_screen_wait(FormDialog("Export the draft as Markdown", fields, "Export"))
    if given is None or not given["path"].strip():
        return
    path = path_from(given["path"])
    blanks: Blanks = "show"
    if desk.completeness().blanks:
        choices = [("show", "As they are: [number] days"), ("underline", "As lines to write on: ____________ days")]
        chosen = await app.push_screen_wait(ChoiceDialog("How should blanks print?", choices))
        if chosen is None:
            return
        blanks = "underline" if chosen == "underline" else "show"
    text = markdown(desk.checklist, desk.session, blanks=blanks)
    try:
        try:
            save(text, path)
        except AlreadyExists:
            choices = [("keep", "Keep it; do not export"), ("replace", "Replace it")]
            question = ChoiceDialog(f"There is a file {shown(path)} already.", choices)
            if await app.push_screen_wait(question) != "replace":
                return
            save(text, path, replace=True)
    except MouError as error:
        await app.push_screen_wait(MessageDialog("The draft was not written", error.message))
        return
    app.notify(f"Wrote {shown(path)}", title="Exported", markup=False, timeout=10)
