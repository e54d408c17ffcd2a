"""The prompt for where to export a document, and the export."""

from __future__ import annotations

from textual.app import App

from mou_tui import paths
from mou_tui.draft.markdown import Blanks
from mou_tui.errors import AlreadyExists, MouError
from mou_tui.exchange.export import Document, default_path, export_text, write_export
from mou_tui.text import for_display
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog, MessageDialog
from mou_tui.workspace.forms import FieldSpec
from mou_tui.workspace.workspace import Workspace

DOCUMENT_NAMES: dict[Document, str] = {
    "draft": "draft",
    "record": "record",
    "worksheet": "worksheet",
    "agenda": "agenda",
    "signing": "page",
    "calendar": "review date",
    "changes": "list of changes",
}


async def export(app: App[None], workspace: Workspace, document: Document = "draft") -> None:
    """Write a document to a path that the person enters; ask before replacing a file. Nothing open prevents it."""
    name = DOCUMENT_NAMES[document]
    try:
        text = export_text(workspace.checklist, workspace.session, document, now=workspace.clock())
    except MouError as error:
        await app.push_screen_wait(MessageDialog(f"The {name} was not written", error.message))
        return
    fields = [FieldSpec("path", f"Write the {name} to", str(default_path(workspace.store.path, document)))]
    form = "for a calendar" if document == "calendar" else "as Markdown"
    draft = draft_of(workspace, "export", party=document)
    values = await app.push_screen_wait(FormDialog(f"Export the {name} {form}", fields, "Export", draft=draft))
    if values is None or not values["path"].strip():
        return
    path = paths.typed(values["path"])
    if document == "draft" and workspace.progress().blanks:
        blanks = await _choose_blanks(app)
        if blanks is None:
            return
        text = export_text(workspace.checklist, workspace.session, document, blanks, now=workspace.clock())
    try:
        try:
            write_export(text, path)
        except AlreadyExists:
            choices = [("keep", "Keep it; do not export"), ("replace", "Replace it")]
            question = ChoiceDialog(f"There is a file {for_display(path)} already.", choices)
            if await app.push_screen_wait(question) != "replace":
                return
            write_export(text, path, replace=True)
    except MouError as error:
        await app.push_screen_wait(MessageDialog(f"The {name} was not written", error.message))
        return
    draft.clear()
    app.notify(f"Wrote {for_display(path)}", title="Exported", markup=False, timeout=10)


async def _choose_blanks(app: App[None]) -> Blanks | None:
    choices = [("show", "As they are: [number] days"), ("underline", "As lines to write on: ____________ days")]
    chosen = await app.push_screen_wait(ChoiceDialog("How should blanks print?", choices))
    if chosen is None:
        return None
    return "underline" if chosen == "underline" else "show"
