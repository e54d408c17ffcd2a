"""Write exported documents under the names that people give, and never in the place of a session."""

from __future__ import annotations

import os
import re
from pathlib import Path

from mou_tui.errors import CannotSave, MouError, UsageError
from mou_tui.exchange.file_kinds import FileKind, other_kind
from mou_tui.language.text import for_display
from mou_tui.session.codec import HEADER, LIMIT, decode
from mou_tui.storage.atomic_file import read_bytes, write_atomically


def write_export(data: bytes, path: Path, kind: FileKind = "md", *, replace: bool = False) -> None:
    """Write a document to the file a person names.

    Raises:
        AlreadyExists: the file is there, and `replace` does not allow to replace it.
        CannotSave: it could not be written, or is a session, which no document replaces, however damaged it is.
        UsageError: the name is that of a file of another kind.
    """
    check_name(path, kind)
    if replace and _is_session(path):
        raise _refusal(path)
    write_atomically(path, data, exclusive=not replace)


def check_name(path: Path, kind: FileKind) -> None:
    """Check that a document of a kind may have a name.

    Raises:
        CannotSave: it is the name of a session.
        UsageError: it is the name of a file of another kind.
    """
    if _has_name_of_session(path):
        raise _refusal(path)
    if fault := other_kind(path, kind):
        raise UsageError(fault)


def _refusal(path: Path) -> CannotSave:
    fault = "is a session" if os.path.lexists(path) else "is how a session is named"
    return CannotSave(f"“{for_display(path)}” {fault}; a document never takes its place. Name another file.")


def _has_name_of_session(path: Path) -> bool:
    """Tell whether a file, or the target of a link, is named as sessions are."""
    return any(name.casefold().endswith((".mou.yaml", ".mou.yml")) for name in (path.name, os.path.realpath(path)))


def _is_session(path: Path) -> bool:
    try:
        data = read_bytes(path, LIMIT)
        # A truncated session, or one of a newer program, cannot be decoded, but is a session.
        if data.startswith(f"# {HEADER}".encode()):
            return True
        # Every session says its format; what does not, is not read as one, which takes long.
        says_format = re.search(rb"(?<![A-Za-z])format", data.replace(b"\0", b""))
        return says_format is not None and bool(decode(data, for_display(path.name)))
    except MouError:
        return False
