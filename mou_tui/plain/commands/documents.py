"""Documents made from a session, as files: never over another without asking."""

from __future__ import annotations

from pathlib import Path

from mou_tui import paths, settings
from mou_tui.draft.markdown import Blanks
from mou_tui.errors import AlreadyExists, MouError
from mou_tui.exchange.export import Document, default_path, export_file, file_kind, word_look
from mou_tui.exchange.export_files import write_export
from mou_tui.exchange.file_kinds import KIND_NAMES, WITH_DATA, DocumentKind, FileKind, document_kind_of, kind_of
from mou_tui.language.text import for_display, pluralize
from mou_tui.plain.console import Console, full_path
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command

NAMES: dict[Document, str] = {
    "draft": "the draft",
    "record": "the record",
    "signing": "what is still open before anybody signs",
    "worksheet": "the worksheet",
    "agenda": "the agenda",
    "copy": "the copy to sign",
    "calendar": "the review date and all deadlines, for a calendar,",
    "changes": "what changed from the earlier agreement",
    "board": "the cover for the board",
    "families": "the page for families",
    "staff": "the card for staff",
    "requirements": "what the law asks, beside your words,",
    "duties": "the register of duties",
    "deadlines": "the deadlines",
    "amendment": "the amendment",
    "feedback": "the form for feedback",
}

_OTHER_NAMES: dict[str, Document] = {
    "cover": "board",
    "parents": "families",
    "guardians": "families",
    "staff card": "staff",
    "card": "staff",
    "minutes": "record",
    "law": "requirements",
}
"""What else people call the documents."""

KIND_WORDS: dict[str, DocumentKind] = {
    **{"markdown": "md", "word": "docx", "web": "html", "pdf": "pdf"},
    **{"csv": "csv", "json": "json"},
}
"""The words that say which kind of file to write."""


@command("export")
def export(context: PlainContext, line: str) -> None:
    """Write a document as a file, whatever is still open.

    Args:
        context: the open session and where to ask.
        line: the beginning of the name of the document, the draft if there is none; and a word for the kind of file,
            the one written last if there is none.
    """
    console, workspace = context.console, context.workspace
    *names, last = line.casefold().removesuffix(" notes").split() or [""]
    look = word_look(has_notes=line.casefold().endswith(" notes"))
    named_kind = KIND_WORDS.get(last)
    name = " ".join(names) if named_kind else " ".join([*names, last])
    other_kinds = (other for other_name, other in _OTHER_NAMES.items() if other_name.startswith(name))
    document = next((document for document in NAMES if document.startswith(name)), None) or next(other_kinds, None)
    is_data = named_kind in ("csv", "json")
    if document is None or (named_kind and document == "calendar") or (is_data and document not in WITH_DATA):
        kinds = ", ".join(word for word, kind in KIND_WORDS.items() if kind in KIND_NAMES)
        console.say(f"Say export, or export with one of: {', '.join(list(NAMES)[1:])}. A kind may follow: {kinds}.")
        console.say(f"After {', '.join(WITH_DATA[:-1])} or {WITH_DATA[-1]}, csv or json may follow too.")
        return
    kind = named_kind or settings.load().settings.export
    default = default_path(workspace.sample.export_path(), document, kind)
    hint = f"Enter alone takes {full_path(Path(default.name))}, beside the session:"
    typed = console.ask(f"Write {NAMES[document]} to which file? {hint}")
    path = paths.typed(typed) if typed else default
    kind = named_kind or document_kind_of(path, document) or (kind if path == default else "md")
    if look.has_notes and (document, kind) != ("draft", "docx"):
        console.say("Comments go out with a draft for Word alone. Say export word notes.")
        return
    blanks = _ask_blanks(context) if document == "draft" else "show"
    try:
        data = export_file(
            workspace.checklist, workspace.session, document, kind, blanks, now=workspace.clock(), look=look
        )
        write_or_ask(console, data, path, file_kind(document, kind))
        remember_kind(document, kind)
    except MouError as error:
        console.say(error.message)


def remember_kind(document: Document, kind: DocumentKind) -> None:
    """Write the next document as the same kind, unless it is one that only some can be."""
    if document != "calendar" and kind in KIND_NAMES and kind != settings.load().settings.export:
        settings.remember_export_kind(kind)


@command("redline")
def redline(context: PlainContext, named: str) -> None:
    """Write the draft with what changed: for Word, or, as the name of the file says, as Markdown or a web page.

    Args:
        context: the open session and where to ask.
        named: a file, or a milestone, that the changes are from; the earlier agreement if it is empty.
    """
    from mou_tui.exchange.redline import old_text, redline_path, write_redline

    console, workspace = context.console, context.workspace
    try:
        now = workspace.clock()
        old = old_text(workspace.checklist, workspace.session, named.strip(), now=now)
        for remark in old.remarks:
            console.say(remark)
        default = redline_path(workspace.sample.export_path())
        hint = f"Enter alone takes {full_path(Path(default.name))}, beside the session:"
        typed = console.ask(f"Write the changes from {for_display(old.name, 60)} to which file? {hint}")
        path = paths.typed(typed) if typed else default
        kind = kind_of(path) or "docx"
        if kind == "pdf":
            console.say("Changes are marked for Word, in Markdown or on a web page. Name a file .docx, .md or .html.")
            return
        blanks = _ask_blanks(context)
        look = word_look()
        data = write_redline(workspace.checklist, workspace.session, old, blanks, kind, now=now, look=look)
        write_or_ask(console, data, path, kind)
    except MouError as error:
        console.say(error.message)


def write_or_ask(console: Console, data: bytes, path: Path, kind: FileKind) -> None:
    """Write a file; one that is there is replaced only where the person agrees."""
    try:
        write_export(data, path, kind)
    except AlreadyExists:
        if console.choose("There is such a file. Say keep to keep it, or replace:", "keep", "replace") == "keep":
            console.say("Nothing was written.")
            return
        write_export(data, path, kind, replace=True)
    console.say(f"Wrote {full_path(path)}.")


@command("record")
def export_record(context: PlainContext, _: str) -> None:
    """Write the minutes of the meetings as a file."""
    export(context, "record")


def _ask_blanks(context: PlainContext) -> Blanks:
    """Ask how blanks are to print, where there are any."""
    count = context.workspace.progress().blanks
    if not count:
        return "show"
    prompt = f"{pluralize(count, 'blank')}. Say show to print them as they are, or lines to write on:"
    return "underline" if context.console.choose(prompt, "show", "lines") == "lines" else "show"
