"""Writing a document made from a session to a file a person names."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from mou_tui.checklist.checklist import Checklist
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import Blanks, render
from mou_tui.errors import CannotSave, MouError
from mou_tui.files import read_bytes, write
from mou_tui.session.codec import HEADER, LIMIT, decode
from mou_tui.session.session import Session
from mou_tui.text import shown

Document = Literal["draft", "record", "worksheet", "signing", "calendar"]
"""What can be made from a session: the agreement; the minutes of the meetings; the blank checklist to print before one;
what is still open before anybody signs; the review as an entry for a calendar."""


def default_path(session_path: Path, document: Document = "draft") -> Path:
    """Where a document goes unless somebody says otherwise: beside the session."""
    name = session_path.name
    for suffix in (".mou.yaml", ".yaml", ".yml"):
        if name.endswith(suffix):
            name = name[: -len(suffix)]
            break
    ending = ".ics" if document == "calendar" else ".md"
    return session_path.with_name(f"{name}{ending}" if document == "draft" else f"{name}-{document}{ending}")


def written(
    checklist: Checklist, session: Session, document: Document = "draft", blanks: Blanks = "show", *, now: datetime
) -> str:
    """The text of a document, whatever is still open in it.

    Raises:
        CannotSave: it is for a calendar, and no day of the review can be read.
    """
    if document == "calendar":
        from mou_tui.reminder import reminder

        return reminder(checklist, session, now)
    return markdown(checklist, session, document, blanks)


def markdown(checklist: Checklist, session: Session, document: Document = "draft", blanks: Blanks = "show") -> str:
    """A document as Markdown, whatever is still open in it."""
    # Each is loaded when it is wanted: the draft, wanted most, does not wait for the others.
    if document == "worksheet":
        from mou_tui.draft.worksheet import worksheet

        return worksheet(checklist, session)
    if document == "record":
        from mou_tui.draft.record import record

        return record(checklist, session)
    if document == "signing":
        from mou_tui.draft.signing import signing

        return signing(checklist, session)
    return render(assemble(checklist, session), blanks)


def save(text: str, path: Path, *, replace: bool = False) -> None:
    """Write a document to the file a person names.

    Raises:
        AlreadyExists: the file is there, and `replace` does not allow to replace it.
        CannotSave: it could not be written, or is a session, which no document replaces.
    """
    if replace and _is_session(path):
        raise CannotSave(f"“{shown(path)}” is a session; a document never takes its place. Name another file.")
    write(path, text.encode(), exclusive=not replace)


def _is_session(path: Path) -> bool:
    try:
        data = read_bytes(path, LIMIT)
        # One that lost its end or came from a newer program cannot be decoded, and is a session all the same.
        return data.startswith(f"# {HEADER}".encode()) or bool(decode(data, shown(path.name)))
    except MouError:
        return False
