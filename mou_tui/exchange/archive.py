"""Read zip archives from strangers: nothing is unpacked, and no more is read than the limits allow.

The sizes an archive declares are checked first, which costs nothing; they can lie, so bytes are counted while inflating
as well.
"""

from __future__ import annotations

import contextlib
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from mou_tui.exchange.document import CannotRead
from mou_tui.language.text import for_display

MOST_ENTRIES = 2_000
MOST_BYTES = 80 * 1024 * 1024
"""All entries of an archive together, inflated."""
MOST_ENTRY_BYTES = 24 * 1024 * 1024
"""One entry that is read, inflated."""
_PIECE = 1024 * 1024
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    ValueError,
    OSError,
    lzma.LZMAError,
)


def entry_names(data: bytes, name: str) -> frozenset[str]:
    """Return the names in an archive; raise CannotRead as `open_archive` does."""
    with open_archive(data, name) as archive:
        return frozenset(entry.filename for entry in archive.infolist())


def read_entry(data: bytes, entry: str, name: str, *, missing: bytes | None = None) -> bytes:
    """Return the content of one entry.

    Args:
        data: the archive.
        entry: the name of the entry.
        name: what to call the file in messages.
        missing: what to return where there is no such entry; by default that is an error.

    Raises:
        CannotRead: it is not there, damaged, encrypted, or larger than `MOST_ENTRY_BYTES`.
    """
    with open_archive(data, name) as archive:
        if entry not in archive.namelist():
            if missing is None:
                raise CannotRead(f"“{name}” is damaged: a part of it is missing. Save it again, and choose that file.")
            return missing
        with _reported(name), archive.open(entry) as stream:
            content = stream.read(MOST_ENTRY_BYTES + 1)
    if len(content) > MOST_ENTRY_BYTES:
        raise _too_large(name)
    return content


def check_inflated(data: bytes, name: str) -> None:
    """Inflate every entry, keeping none, and raise CannotRead where together they are larger than `MOST_BYTES`."""
    remaining = MOST_BYTES
    with open_archive(data, name) as archive, _reported(name):
        for entry in archive.infolist():
            with archive.open(entry) as stream:
                while piece := stream.read(_PIECE):
                    remaining -= len(piece)
                    if remaining < 0:
                        raise _too_large(name)


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open an archive whose directory is credible.

    Raises:
        CannotRead: it is damaged or encrypted, or declares more than an agreement can hold.
    """
    with _reported(name):
        archive = zipfile.ZipFile(io.BytesIO(data))
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise _too_large(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise CannotRead(f"“{name}” is locked with a password. Save a copy without the password, and choose that file.")
    return archive


def _too_large(name: str) -> CannotRead:
    return CannotRead(
        f"“{name}” unpacks to far more than an agreement holds, so it was not opened. "
        "Copy its text into a new document, and choose that file."
    )


@contextlib.contextmanager
def _reported(name: str) -> Iterator[None]:
    """Turn what a damaged archive raises into CannotRead."""
    try:
        yield
    except _DAMAGES as error:
        raise CannotRead(
            f"“{name}” is damaged ({for_display(str(error), 80)}). "
            "Save it again where it was made, and choose that file."
        ) from error
