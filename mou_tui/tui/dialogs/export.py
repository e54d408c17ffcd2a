"""The prompts for how and where to export a document, and the export."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import cast

from textual.app import App

from mou_tui import paths, settings
from mou_tui.draft.markdown import Blanks
from mou_tui.errors import AlreadyExists, MouError
from mou_tui.exchange.export import Document, default_path, export_file, file_kind, word_look
from mou_tui.exchange.export_files import check_name, write_export
from mou_tui.exchange.file_kinds import DATA_NAMES, KIND_NAMES, WITH_DATA, DataKind, DocumentKind, FileKind, PageKind
from mou_tui.exchange.libraries import is_installed, require
from mou_tui.language.text import for_display
from mou_tui.tui.dialogs.export_contents import choose_contents
from mou_tui.tui.dialogs.form_drafts import FormDraft, draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog, MessageDialog
from mou_tui.workspace.forms import FieldSpec
from mou_tui.workspace.workspace import Workspace

DOCUMENT_NAMES: dict[Document, str] = {
    "draft": "draft",
    "record": "record",
    "worksheet": "worksheet",
    "agenda": "agenda",
    "signing": "page",
    "copy": "copy to sign",
    "calendar": "list of dates",
    "changes": "list of changes",
    "board": "cover for the board",
    "families": "page for families",
    "staff": "card for staff",
    "requirements": "working paper for counsel",
    "duties": "register of duties",
    "deadlines": "list of deadlines",
    "amendment": "amendment",
    "feedback": "form for feedback",
}
_CHOICES: dict[Document, str] = {
    "draft": "The draft of the agreement",
    "record": "The record of the meetings",
    "worksheet": "The worksheet, to read before a meeting",
    "agenda": "The agenda of the next meeting",
    "signing": "What is still open before you sign",
    "copy": "The copy to sign, once nothing is open",
    "board": "The cover for the board",
    "families": "The page for families",
    "staff": "The card for staff",
    "requirements": "What the law asks, beside your words",
    "duties": "Every duty of the draft",
    "deadlines": "Deadlines",
    "feedback": "The form for feedback, for parents, teachers and students",
    "changes": "What changed from the earlier agreement",
    "amendment": "The amendment, to sign: only what changes",
    "calendar": "The review date and all deadlines, for a calendar",
}
"""What to call each document where one is chosen, in the order of the choices."""
KIND_PHRASES: dict[DocumentKind, str] = {
    **{"md": "text", "docx": "Word", "html": "a web page", "pdf": "PDF"},
    **{"csv": "a table", "json": "data"},
}
WRITING = "write a document"
"""The name of the task that writes a document, in a thread of its own."""
AT_ONCE = 0.4
"""Seconds after which it is said that a file is being written."""


async def export(app: App[None], workspace: Workspace, document: Document = "draft") -> None:
    """Write a document in a kind and to a path that the person chooses; ask before replacing a file.

    Nothing open prevents it.
    """
    name = DOCUMENT_NAMES[document]
    try:
        if document in ("calendar", "copy"):
            # What prevents it is said before anything is asked.
            export_file(workspace.checklist, workspace.session, document, "html", now=workspace.clock())
        kind = "md" if document == "calendar" else await _choose_kind(app, document)
        if kind is None:
            return
        require(file_kind(document, kind))
        path = await _ask_path(app, workspace, document, kind)
        if path is None:
            return
        check_name(path, file_kind(document, kind))
        blanks: Blanks | None = "show"
        if document == "draft" and workspace.progress().blanks:
            blanks = await _choose_blanks(app)
        if blanks is None:
            return
        make = partial(export_file, workspace.checklist, workspace.session, document, kind, blanks)
        look = word_look()
        if document == "draft" and kind in ("docx", "md", "html"):
            contents = await choose_contents(app, workspace, kind)
            if contents is None:
                return
            look = word_look(has_notes=contents.has_notes)
            if contents.redline is not None:
                from mou_tui.exchange.redline import export_redline

                named = contents.redline
                make = partial(export_redline, workspace.checklist, workspace.session, named, blanks, kind)
        making = asyncio.create_task(asyncio.to_thread(make, now=workspace.clock(), look=look), name=WRITING)
        if not (await asyncio.wait({making}, timeout=AT_ONCE))[0]:
            app.notify(f"Writing the {name}. You can go on meanwhile.", markup=False)
        if not await write_or_ask(app, await making, path, file_kind(document, kind)):
            return
    except MouError as error:
        await app.push_screen_wait(MessageDialog(f"The {name} was not written", error.message))
        return
    _path_draft(workspace, document, kind).clear()
    if document != "calendar":
        _remember(app, kind)
    app.notify(f"The {name} is in {for_display(path)}.", markup=False, timeout=10)


async def export_any(app: App[None], workspace: Workspace) -> None:
    """Write a document that the person chooses, as `export` does."""
    session = workspace.session
    left_out = {"changes": not session.has_earlier, "amendment": session.amends is None}
    choices = [(document, label) for document, label in _CHOICES.items() if not left_out.get(document)]
    chosen = await app.push_screen_wait(ChoiceDialog("Which document?", choices))
    if chosen is not None:
        await export(app, workspace, cast("Document", chosen))


async def _choose_kind(app: App[None], document: Document) -> DocumentKind | None:
    """Ask which kind of file to write a document as."""
    kinds = [kind for kind in KIND_NAMES if file_kind(document, kind) == kind]
    return await _choose(app, DOCUMENT_NAMES[document], kinds, DATA_NAMES if document in WITH_DATA else {})


async def choose_kind(app: App[None], name: str, kinds: Iterable[PageKind] = tuple(KIND_NAMES)) -> PageKind | None:
    """Ask which kind of file to write what is called so, beginning at the one that was written last."""
    return cast("PageKind | None", await _choose(app, name, kinds, {}))


async def _choose(
    app: App[None], name: str, kinds: Iterable[PageKind], data: Mapping[DataKind, str]
) -> DocumentKind | None:
    choices: list[tuple[str, str]] = [
        (
            kind,
            KIND_NAMES[kind]
            if is_installed(kind)
            else f"{KIND_NAMES[kind]}: not installed here; choose it to hear how",
        )
        for kind in kinds
    ]
    choices += data.items()
    usual = settings.load().settings.export
    question = ChoiceDialog(f"Write the {name} as", choices, chosen=usual)
    return cast("DocumentKind | None", await app.push_screen_wait(question))


def _remember(app: App[None], kind: DocumentKind) -> None:
    """Remember the kind of file that was written."""
    try:
        if kind in KIND_NAMES and kind != settings.load().settings.export:
            settings.remember_export_kind(kind)
    except MouError as error:
        app.notify(f"The choice is not remembered: {error.message}", severity="warning", markup=False)


async def _ask_path(app: App[None], workspace: Workspace, document: Document, kind: DocumentKind) -> Path | None:
    name = DOCUMENT_NAMES[document]
    usual = default_path(workspace.sample.export_path(), document, kind)
    fields = [FieldSpec("path", f"Write the {name} to", str(usual), kind="path", is_suggestion=True)]
    form = "for a calendar" if document == "calendar" else f"as {KIND_PHRASES[kind]}"
    draft = _path_draft(workspace, document, kind)
    values = await app.push_screen_wait(FormDialog(f"Export the {name} {form}", fields, "Export", draft=draft))
    return paths.typed(values["path"]) if values and values["path"].strip() else None


def _path_draft(workspace: Workspace, document: Document, kind: DocumentKind) -> FormDraft:
    """Return the path that was typed for a document of a kind and not used."""
    return draft_of(workspace, "export", party=document if kind == "md" else f"{document}.{kind}")


async def write_or_ask(app: App[None], data: bytes, path: Path, kind: FileKind) -> bool:
    """Write a file, and return whether it is written; a file that is there is replaced only where the person agrees."""
    try:
        write_export(data, path, kind)
    except AlreadyExists:
        choices = [("keep", "Keep it; do not export"), ("replace", "Replace it")]
        question = ChoiceDialog(f"There is a file {for_display(path)} already.", choices)
        if await app.push_screen_wait(question) != "replace":
            return False
        write_export(data, path, kind, replace=True)
    return True


async def _choose_blanks(app: App[None]) -> Blanks | None:
    choices = [("show", "As they are: [number] days"), ("underline", "As lines to write on: ____________ days")]
    chosen = await app.push_screen_wait(ChoiceDialog("How should blanks print?", choices))
    if chosen is None:
        return None
    return "underline" if chosen == "underline" else "show"
