"""Documents made from a session, as files: never over another without asking."""

from __future__ import annotations

from pathlib import Path

from mou_tui import paths
from mou_tui.draft.markdown import Blanks
from mou_tui.errors import AlreadyExists, MouError
from mou_tui.exchange.export import Document, default_path, export_text, write_export
from mou_tui.plain.console import Console, full_path
from mou_tui.text import pluralize
from mou_tui.workspace.workspace import Workspace

CALLED: dict[Document, str] = {
    "draft": "the draft",
    "record": "the record",
    "signing": "what is still open before anybody signs",
    "worksheet": "the worksheet",
    "calendar": "the review date, for a calendar,",
    "changes": "what changed from the earlier agreement",
}


def export(console: Console, workspace: Workspace, what: str) -> None:
    """Write a document as a file, whatever is still open.

    Args:
        console: where to ask.
        workspace: the session on the table.
        what: the beginning of the name of the document; the draft if it is empty.
    """
    document = next((document for document in CALLED if document.startswith(what.casefold())), None)
    if document is None:
        console.say(f"Say export, or export with one of: {', '.join(list(CALLED)[1:])}.")
        return
    usual = default_path(workspace.store.path, document)
    beside = f"Enter alone takes {full_path(Path(usual.name))}, beside the session:"
    words = console.ask(f"Write {CALLED[document]} to which file? {beside}")
    path = paths.typed(words) if words else usual
    blanks = _blanks(console, workspace) if document == "draft" else "show"
    try:
        text = export_text(workspace.checklist, workspace.session, document, blanks, now=workspace.clock())
        try:
            write_export(text, path)
        except AlreadyExists:
            if console.choose("There is such a file. Say keep to keep it, or replace:", "keep", "replace") == "keep":
                console.say("Nothing was written.")
                return
            write_export(text, path, replace=True)
        console.say(f"Wrote {full_path(path)}.")
    except MouError as error:
        console.say(error.message)


def _blanks(console: Console, workspace: Workspace) -> Blanks:
    """How blanks are to print, where there are any."""
    number = workspace.progress().blanks
    if not number:
        return "show"
    ways = "Say show to print them as they are, or lines to write on:"
    said = console.choose(f"{pluralize(number, 'blank')}. {ways}", "show", "lines")
    return "underline" if said == "lines" else "show"
