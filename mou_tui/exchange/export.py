"""Export a document made from a session to a file a person names."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import emphasized, paragraph
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import Blanks, draft_blocks
from mou_tui.draft.markdown_writer import write
from mou_tui.errors import CannotSave, MouError, UsageError
from mou_tui.reports.document_date import dated
from mou_tui.session.codec import HEADER, LIMIT, decode
from mou_tui.session.model import Session
from mou_tui.storage.atomic_file import read_bytes, write_atomically
from mou_tui.text import for_display

TextDocument = Literal["draft", "record", "worksheet", "agenda", "signing", "changes"]
"""What can be made from a session to be read: the agreement; the minutes of the meetings; the blank checklist to print
before one; what the next one has to settle; what is still open before anybody signs; what changed from an earlier
agreement."""

Document = TextDocument | Literal["calendar"]
"""What can be made from a session: a text, or the review as an entry for a calendar."""

_KINDS = {
    **dict.fromkeys((".docx", ".doc", ".dotx", ".docm"), "a Word document"),
    **dict.fromkeys((".odt", ".ott", ".rtf", ".pages", ".wpd"), "a document of a word processor"),
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".csv", ".tsv", ".numbers"), "a spreadsheet"),
    **dict.fromkeys((".pptx", ".ppt", ".odp", ".key"), "a presentation"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml"), "a web page"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".svg", ".tif", ".tiff", ".webp"), "a picture"),
    **dict.fromkeys((".yaml", ".yml", ".json", ".xml", ".toml"), "a file of data"),
    **dict.fromkeys((".zip", ".gz", ".tar", ".7z", ".exe"), "another kind of file"),
    **dict.fromkeys((".md", ".markdown", ".mdown"), "a Markdown file"),
    ".pdf": "a PDF",
    ".epub": "a book",
    ".tex": "a file for LaTeX",
    ".eml": "a message",
    ".ics": "an entry for a calendar",
}
"""What files are that end so, for whoever would be surprised by something else in one."""


def default_path(session_path: Path, document: Document = "draft") -> Path:
    """Return where a document goes by default: next to the session."""
    name = session_path.name
    for suffix in (".mou.yaml", ".yaml", ".yml"):
        if name.endswith(suffix):
            name = name[: -len(suffix)]
            break
    ending = ".ics" if document == "calendar" else ".md"
    return session_path.with_name(f"{name}{ending}" if document == "draft" else f"{name}-{document}{ending}")


def export_text(
    checklist: Checklist, session: Session, document: Document = "draft", blanks: Blanks = "show", *, now: datetime
) -> str:
    """Return the text of a document, whatever is still open in it.

    Raises:
        CannotSave: it is for a calendar, and no day of the review can be read.
    """
    if document == "calendar":
        from mou_tui.exchange.calendar_file import calendar_file

        return calendar_file(checklist, session, now)
    return markdown(checklist, session, document, blanks, now=now)


def markdown(
    checklist: Checklist, session: Session, document: TextDocument = "draft", blanks: Blanks = "show", *, now: datetime
) -> str:
    """Return a document as Markdown, whatever is still open in it."""
    return write(blocks(checklist, session, document, blanks, now=now)) + "\n"


def blocks(
    checklist: Checklist, session: Session, document: TextDocument = "draft", blanks: Blanks = "show", *, now: datetime
) -> tuple[Block, ...]:
    """Return a document as blocks, from which the writer of any format makes a file.

    Args:
        checklist: what the session answers.
        session: the session.
        document: which of its documents.
        blanks: how the blanks of the draft print; the other documents show them as they are.
        now: when it is made; the line below its title says the day.
    """
    title, *body = _undated(checklist, session, document, blanks)
    return (title, paragraph(emphasized(dated(document, session, now.date().isoformat()))), *body)


def _undated(checklist: Checklist, session: Session, document: TextDocument, blanks: Blanks) -> tuple[Block, ...]:
    # Each is imported on demand, so that the draft, exported most, does not wait for the others.
    if document == "worksheet":
        from mou_tui.reports.worksheet import worksheet

        return worksheet(checklist, session)
    if document == "agenda":
        from mou_tui.reports.agenda_document import agenda_document

        return agenda_document(checklist, session)
    if document == "record":
        from mou_tui.reports.record import record

        return record(checklist, session)
    if document == "changes":
        from mou_tui.reports.changes import changes

        return changes(checklist, session)
    if document == "signing":
        from mou_tui.reports.signing import signing

        return signing(checklist, session)
    return draft_blocks(assemble(checklist, session), blanks)


def write_export(text: str, path: Path, *, replace: bool = False) -> None:
    """Write a document to the file a person names.

    Raises:
        UsageError: the name is that of a file of another kind.
        AlreadyExists: the file is there, and `replace` does not allow to replace it.
        CannotSave: it could not be written, or is a session, which no document replaces, however damaged it is.
    """
    if _has_name_of_session(path) or (replace and _is_session(path)):
        fault = "is a session" if os.path.lexists(path) else "is how a session is named"
        raise CannotSave(f"“{for_display(path)}” {fault}; a document never takes its place. Name another file.")
    if kind := other_kind(path, text):
        raise UsageError(kind)
    write_atomically(path, text.encode(), exclusive=not replace)


def other_kind(path: Path, text: str) -> str:
    """Return why a document cannot have a name with the ending of another kind of file; empty if it can.

    Args:
        path: the file.
        text: the document: Markdown, or an entry for a calendar.
    """
    is_calendar = text.startswith("BEGIN:VCALENDAR")
    ending, own = path.suffix.casefold(), (".ics",) if is_calendar else (".md", ".markdown", ".mdown", ".txt")
    is_other = ending in _KINDS and ending not in own
    if not is_other:
        return ""
    name, made = for_display(path.name), "an entry for a calendar" if is_calendar else "Markdown"
    better = for_display(path.with_suffix(own[0]).name)
    return f"“{name}” is the name of {_KINDS[ending]}, and this writes {made}. Name it “{better}”."


def _has_name_of_session(path: Path) -> bool:
    """Tell whether a file, or the target of a link, is named as sessions are."""
    return any(name.casefold().endswith((".mou.yaml", ".mou.yml")) for name in (path.name, os.path.realpath(path)))


def _is_session(path: Path) -> bool:
    try:
        data = read_bytes(path, LIMIT)
        # A truncated session, or one of a newer program, cannot be decoded, but is a session.
        return data.startswith(f"# {HEADER}".encode()) or bool(decode(data, for_display(path.name)))
    except MouError:
        return False
