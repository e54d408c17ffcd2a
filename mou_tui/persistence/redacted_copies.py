"""Words struck from what this computer keeps of a session, and the files in which they still are.

Every file in the folder of the session is gone through: backups, recovery copies, unfinished forms, what is remembered.
What cannot be read is searched as it is, and removed where the words may be in it.
"""

from __future__ import annotations

import contextlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave, MouError
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display
from mou_tui.persistence.local_state import LocalState, read_metadata
from mou_tui.session.codec import LIMIT, decode, encode
from mou_tui.session.redaction import Redaction
from mou_tui.storage.atomic_file import read_bytes, write_atomically
from mou_tui.storage.os_errors import describe_os_error

_RECOVERY_HEAD = re.compile(rb"# Recovery copy of mou-tui[^\n]*\n")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_MOST_FILES = 500


class Copies(NamedTuple):
    """What became of the copies on this computer.

    Attributes:
        changed: In how many of them the words were replaced.
        removed: How many were removed, since they could not be read and may have held the words.
    """

    changed: int
    removed: int


def redact_data(data: bytes, redaction: Redaction) -> bytes:
    """Return the text of a session file without the words; the same bytes where they are nowhere in it.

    Raises:
        MouError: it is no session that can be read and written again.
    """
    decoded = decode(data, "the file")
    if decoded.newer:
        raise CannotOpen("It was made by a newer mou-tui. Update mou-tui to remove words from it.")
    redacted = redaction.session(decoded.session)
    # Comments are no part of the session, and are left behind with the words in them.
    return data if redacted is decoded.session and not redaction.is_in(data.decode()) else encode(redacted)


def redact_copies(local: LocalState, redaction: Redaction) -> Copies:
    """Strike the words from everything this computer keeps of one session.

    Raises:
        CannotSave: a copy could be neither written nor removed.
    """
    changed = removed = 0
    for path in _files(local.folder):
        try:
            data = read_bytes(path, LIMIT + 1024)
        except CannotOpen:
            continue
        try:
            redacted = _redacted(path, data, redaction)
        except (MouError, ValueError, RecursionError):
            if redaction.is_in(_readable(data)):
                _remove(path)
                removed += 1
            continue
        if redacted != data:
            write_atomically(path, redacted, private=True)
            changed += 1
    return Copies(changed, removed)


def redact_editing(redaction: Redaction) -> int:
    """Strike the words from what an editor was handed and a crash left behind; return from how many files.

    Raises:
        CannotSave: a file could not be written.
    """
    changed = 0
    with contextlib.suppress(CannotOpen, OSError):
        for folder in paths.state().glob("editing-*"):
            for path in _files(folder):
                text = _readable(read_bytes(path, LIMIT))
                if redaction.is_in(text):
                    write_atomically(path, redaction.redact(text).encode(), private=True)
                    changed += 1
    return changed


def mentions(folder: Path, redaction: Redaction) -> Iterator[Path]:
    """Return the files of a folder that hold the words, as text or within a Word document."""
    files = _files(folder, deep=False)
    for _, path in zip(range(_MOST_FILES), files, strict=False):
        with contextlib.suppress(MouError):
            data = read_bytes(path, LIMIT)
            if any(map(redaction.is_in, _texts(path, data))):
                yield path


def other_sessions(local: LocalState, redaction: Redaction) -> Iterator[Path]:
    """Return the other session files of which this computer keeps copies that hold the words."""
    folders: Iterable[Path] = ()
    with contextlib.suppress(MouError, OSError):
        folders = sorted((paths.state() / "sessions").iterdir())
    for folder in folders:
        path = read_metadata(folder).get("path", "")
        if folder != local.folder and path:
            texts = (_readable(read_bytes(file, LIMIT + 1024)) for file in _files(folder))
            with contextlib.suppress(MouError):
                if any(map(redaction.is_in, texts)):
                    yield Path(path)


def _files(folder: Path, *, deep: bool = True) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        for path in sorted(folder.rglob("*") if deep else folder.iterdir()):
            if path.is_file() and not path.is_symlink():
                yield path


def _redacted(path: Path, data: bytes, redaction: Redaction) -> bytes:
    if path.suffix == ".json":
        held = json.loads(data)
        redacted = redaction.tree(held)
        return data if redacted == held else json.dumps(redacted).encode()
    if path.name == "lock":
        return data
    head = _RECOVERY_HEAD.match(data)
    begins = head.end() if head else 0
    return data[:begins] + redact_data(data[begins:], redaction)


def _readable(data: bytes) -> str:
    """Return what a file says as far as that can be read, with escaped letters as they read."""
    text = data.decode("utf-8", "replace").replace("\\n", "\n").replace("\\t", " ")
    return _ESCAPE.sub(lambda match: _character(int(match[1] or match[2] or match[3], 16)), text)


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 else ""


def _texts(path: Path, data: bytes) -> Iterator[str]:
    yield _readable(data)
    if data.startswith(b"PK"):
        broken = (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError)
        with contextlib.suppress(*broken), zipfile.ZipFile(path) as parts:
            for part in parts.infolist():
                if part.filename.endswith(".xml") and part.file_size <= LIMIT:
                    xml = parts.read(part).decode("utf-8", "replace")
                    yield re.sub(r"<[^>]*>", "", re.sub(r"</w:p>|<w:br/>", "\n", xml))


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise CannotSave(f"“{for_display(path)}” could not be removed: {describe_os_error(error)}.") from error
