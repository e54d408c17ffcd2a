"""The notes of one side, in a file of their own next to the session.

Nothing else reads that file: no session, history, backup, recovery copy, export or copy for a party has a word of it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from mou_tui.errors import CannotOpen, CannotSave, InvalidFile
from mou_tui.frozen import dataclass
from mou_tui.language.text import clean, for_display
from mou_tui.session.redaction import Redaction
from mou_tui.storage.atomic_file import FileChanged, read_bytes, write_atomically
from mou_tui.storage.schema import from_plain, to_plain
from mou_tui.storage.yaml_reader import PlainData, read
from mou_tui.storage.yaml_writer import write

ENDING = ".our-notes.yaml"
GENERAL = ""
"""Stands for the notes in general where a clause id is asked for."""
LONGEST = 100_000
"""Characters of one note."""
_LIMIT = 8 * 1024 * 1024
_NAME = "our side's notes"
_HEADER = (
    "Our side's notes, made by mou-tui. They may still be a public record.\n"
    "They are in no session, history, backup or export, and in no copy that is sent; do not send this file along."
)


@dataclass(frozen=True)
class OurNotes:
    """What one side notes for itself."""

    general: str = ""
    clauses: Mapping[str, str] = field(default_factory=dict)
    """Clause id to the note on it."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    def on(self, clause_id: str) -> str:
        """Return the note on a clause, or in general; empty for none."""
        return self.clauses.get(clause_id, "") if clause_id else self.general

    def with_note(self, clause_id: str, text: str) -> OurNotes:
        """Return the notes with another on a clause, or in general; an empty one is removed."""
        if not clause_id:
            return replace(self, general=text)
        other_notes = {key: note for key, note in self.clauses.items() if key != clause_id}
        return replace(self, clauses={**other_notes, clause_id: text} if text else other_notes)


def notes_path(session_path: Path) -> Path:
    """Return where the notes next to a session are."""
    name = session_path.name
    ending = next((ending for ending in (".mou.yaml", ".mou.yml", ".yaml", ".yml") if name.endswith(ending)), "")
    return session_path.with_name(f"{name.removesuffix(ending)}{ENDING}")


def read_notes(session_path: Path) -> OurNotes:
    """Return the notes next to a session; empty ones where there is no file.

    Raises:
        CannotOpen: the file cannot be read.
        InvalidFile: it holds something else.
    """
    return _parsed(_data(notes_path(session_path)), notes_path(session_path))


def write_note(session_path: Path, clause_id: str, text: str, shown: str | None = None) -> None:
    """Change the note on a clause, or in general, in the file next to a session; the others stay as the file has them.

    Args:
        session_path: The session.
        clause_id: Question id or `opening`; empty for the note in general.
        text: The note.
        shown: The note as it was before, which must still stand in the file; None where it may be another.

    Raises:
        MouError: the file could not be read or written, or holds another note; it is as it was.
    """
    path, cleaned = notes_path(session_path), clean(text).text.strip()
    if len(cleaned) > LONGEST:
        raise CannotSave(f"A note may have {LONGEST:,} characters; this one has {len(cleaned):,}. It was not saved.")
    data = _data(path)
    before = _parsed(data, path)
    if shown is not None and before.on(clause_id) not in (shown.strip(), cleaned):
        raise CannotSave("This note was changed elsewhere meanwhile. Copy what you typed, close, and open it again.")
    after = before.with_note(clause_id, cleaned)
    if after != before:
        try:
            write_atomically(path, _encoded(after), private=True, exclusive=data is None, replacing=data)
        except FileChanged as error:
            raise CannotSave(f"{error.message} Your note was not saved: try again.") from error


def redact_notes(session_path: Path, redaction: Redaction) -> bool:
    """Strike words from the notes next to a session; return whether they were in them.

    Raises:
        CannotSave: the file could not be written.
    """
    path = notes_path(session_path)
    # Notes that cannot be read are named with the other files that still hold the words.
    with contextlib.suppress(CannotOpen, InvalidFile):
        data = _data(path)
        notes = _parsed(data, path)
        redacted = OurNotes(
            redaction.redact(notes.general),
            {clause_id: redaction.redact(note) for clause_id, note in notes.clauses.items()},
            {redaction.redact(key): redaction.tree(held) for key, held in notes.extra.items()},
        )
        if redacted != notes or (data and redaction.is_in(data.decode("utf-8", "replace"))):
            write_atomically(path, _encoded(redacted), replacing=data)
            return True
    return False


def _data(path: Path) -> bytes | None:
    """Return what the file holds; None where there is none."""
    try:
        return read_bytes(path, _LIMIT)
    except CannotOpen as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return None
        raise


def _parsed(data: bytes | None, path: Path) -> OurNotes:
    if not data:
        return OurNotes()
    name = for_display(path.name)
    return from_plain(OurNotes, read(data, name, end_marker=True, comments="apart"), name, unknown="keep")


def _encoded(notes: OurNotes) -> bytes:
    try:
        data = write(to_plain(notes), header=_HEADER).encode()
    except ValueError as error:
        raise CannotSave(f"The file of {_NAME} cannot hold that: {for_display(str(error), 80)}.") from error
    if len(data) > _LIMIT:
        raise CannotSave(f"The file of {_NAME} would be larger than {_LIMIT // 1024:,} KB. It was not saved.")
    return data
