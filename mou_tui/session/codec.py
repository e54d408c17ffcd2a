"""A session as the text of its file, and back.

The codec is exact: for every clean session, `decode(encode(session)).session == session`. What comes in unclean is
cleaned here, and counted, so that the person can be told once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mou_tui.errors import InvalidFile, NewerFormat, Problem
from mou_tui.plainyaml import Document, Plain, read, write
from mou_tui.session.session import Session
from mou_tui.shape import build, plain
from mou_tui.text import clean

FORMAT = 1
LIMIT = 16 * 1024 * 1024
"""Bytes; a larger file is refused, and none is written."""

HEADER = "MOU session made by mou-tui. Plain text: whoever gets this file can read all of it."


@dataclass(frozen=True)
class Decoded:
    """A session read from text."""

    session: Session
    replaced: int
    """How many control characters were replaced on the way in."""
    newer: bool
    """Whether a newer program wrote it; then it may be shown and exported, never written."""


def encode(session: Session) -> bytes:
    """The file of a session, UTF-8."""
    return write({"format": str(FORMAT), **_mapping(plain(session))}, header=HEADER, end_marker=True).encode()


def decode(data: bytes, name: str) -> Decoded:
    """Read the text of a session file.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.

    Raises:
        InvalidFile: the text is not a session; says where and why.
        NewerFormat: a newer program wrote it in a form this one cannot even show.
    """
    document = read(data, name, end_marker=True)
    root = _mapping(document.value)
    version = _format(root, document, name)
    cleaner = _Cleaner()
    body = {key: cleaner.tree(value) for key, value in root.items() if key != "format"}
    try:
        session = build(Session, Document(body, document.lines), name, unknown="keep")
    except InvalidFile as problem:
        if version > FORMAT:
            raise NewerFormat(
                f"{name} was written by a newer mou-tui (format {version}). "
                "Update mou-tui to open it; the file was left as it is."
            ) from problem
        raise
    return Decoded(session, cleaner.replaced, newer=version > FORMAT)


def _format(root: dict[str, Plain], document: Document, name: str) -> int:
    written = root.get("format")
    if not isinstance(written, str) or not re.fullmatch("[1-9][0-9]{0,8}", written):
        line = document.lines.get(("format",), 1)
        raise InvalidFile((Problem(name, line, "not an mou-tui session: it does not say “format: 1”"),))
    return int(written)


def _mapping(value: Plain) -> dict[str, Plain]:
    return value if isinstance(value, dict) else {}


class _Cleaner:
    """Cleans every text of a tree and counts what it replaced."""

    def __init__(self) -> None:
        self.replaced = 0

    def tree(self, value: Plain) -> Plain:
        if isinstance(value, str):
            cleaned = clean(value)
            self.replaced += cleaned.replaced
            return cleaned.text
        if isinstance(value, list):
            return [self.tree(item) for item in value]
        return {clean(key).text: self.tree(item) for key, item in value.items()}
