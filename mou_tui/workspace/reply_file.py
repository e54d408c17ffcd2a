"""Reading what came back: a document with edits, a copy of the session, or filled forms; its content decides."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from mou_tui.errors import CannotOpen, InvalidFile, NewerFormat, Refused
from mou_tui.exchange import reader
from mou_tui.exchange.forms.reader import FormsRead, forms_in, is_form, parse_form, read_forms
from mou_tui.exchange.forms.shown_wordings import wordings_of
from mou_tui.exchange.returned.model import ReturnedDocument
from mou_tui.exchange.returned.reader import parse_returned
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display
from mou_tui.merging.sessions import why_apart
from mou_tui.session.codec import LIMIT, decode, may_be_session
from mou_tui.session.model import Session
from mou_tui.storage.atomic_file import read_bytes

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

UNCHANGED = "Nothing was changed."


class ReplyFile(NamedTuple):
    """A copy of a session, as it was read."""

    name: str
    sha256: str
    session: Session
    replaced: int = 0
    """How many control characters were replaced."""


def read_back(path: Path, workspace: WorkspaceContext) -> ReplyFile | ReturnedDocument | FormsRead:
    """Read what came back.

    Args:
        path: a session file, a Word document or an OpenDocument text, a filled form, or a folder of such forms.
        workspace: the open session that it belongs to.

    Raises:
        MouError: it cannot be read, or does not belong to the session; the message says why and what to do.
    """
    name = for_display(path.name)
    if _is_open(path, workspace):
        raise Refused(f"{name} is the very session that it would be taken into. {UNCHANGED}")
    if path.is_dir():
        return read_forms(forms_in(path), workspace.checklist, workspace.session)
    data = read_bytes(path, max(LIMIT, reader.LIMIT))
    if may_be_session(data, path.name):
        return _reply(data, name, workspace.session)
    if is_form(data, name):
        return FormsRead((parse_form(data, name, workspace.checklist, wordings_of(workspace.session)),), (), 0)
    return parse_returned(data, name, workspace.checklist, workspace.session)


def _is_open(path: Path, workspace: WorkspaceContext) -> bool:
    try:
        return path.samefile(workspace.store.path)
    except (OSError, ValueError):
        return False


def _reply(data: bytes, name: str, ours: Session) -> ReplyFile:
    if len(data) > LIMIT:
        raise CannotOpen(f"{name} is larger than any session, {LIMIT // 1_048_576} MB. {UNCHANGED}")
    try:
        decoded = decode(data, name)
    except InvalidFile as error:
        why = str(error.problems[0]).rstrip(".")
        raise CannotOpen(f"{why}. {UNCHANGED} Ask for the file to be sent again.") from error
    if decoded.newer:
        raise NewerFormat(f"{name} was written by a newer mou-tui. Update mou-tui to take it in. {UNCHANGED}")
    if why := why_apart(ours, decoded.session) or _why_unlike(ours, decoded.session):
        raise Refused(f"{name} and this session are {why}. {UNCHANGED} Open the session that it is a copy of.")
    return ReplyFile(name, hashlib.sha256(data).hexdigest(), decoded.session, decoded.replaced)


def _why_unlike(ours: Session, theirs: Session) -> str:
    """Return why a session that does not say of which agreement it is cannot be of this one; empty if it can."""
    if ours.agreement and ours.agreement == theirs.agreement:
        return ""
    first = ours.history.entries[:1]
    names = [
        {" ".join(party.name.split()).casefold() for party in session.parties if party.name.strip()}
        for session in (ours, theirs)
    ]
    is_like = not all(names) or names[0] & names[1] or (first and first == theirs.history.entries[:1])
    return "" if is_like else "of agreements between different parties"
