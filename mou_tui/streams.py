"""Standard input, output and error, which may be closed, full, or a broken pipe.

A stream that is closed is opened on nothing, for its number would go to the next file that is opened, and what is
printed would go into that. Results that cannot be written are an error; talk that cannot be written is not.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import TYPE_CHECKING

from mou_tui.storage.os_errors import describe_os_error

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_WAYS = {
    # Opened to be read, so that whatever is written to it fails as it would on any other stream that takes nothing.
    "stdin": (0, "r", os.O_RDONLY),
    "stdout": (1, "w", os.O_RDONLY),
    "stderr": (2, "w", os.O_WRONLY),
}


class _Results(FileIO):
    """Standard output that is a file or a pipe: it keeps the first error of writing to it."""

    error: OSError | None = None

    def write(self, data: ReadableBuffer, /) -> int:
        """Write bytes."""
        try:
            return super().write(data)
        except OSError as error:
            self.error = self.error or error
            raise


class _Talk(TextIOWrapper):
    """Standard error that is a file or a pipe: what it cannot take is lost, and the command goes on."""

    def write(self, text: str) -> int:
        """Write text, if it can be written."""
        with contextlib.suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        """Write out what is held back, if it can be written."""
        with contextlib.suppress(OSError):
            super().flush()


def prepare() -> None:
    """Replace closed streams, and let all three take any text."""
    for name, (number, mode, flags) in _WAYS.items():
        if getattr(sys, name) is None:
            _open_on_nothing(number, flags)
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="backslashreplace")
        else:
            buffer = BufferedWriter(_Results(sys.stdout.fileno(), "w", closefd=False))
            sys.stdout = TextIOWrapper(buffer, sys.stdout.encoding, "backslashreplace")
    if isinstance(sys.stderr, TextIOWrapper) and not sys.stderr.isatty():
        sys.stderr = _Talk(sys.stderr.buffer, sys.stderr.encoding, "backslashreplace", line_buffering=True)


def output_error() -> OSError | None:
    """Flush the results.

    Returns:
        What kept results from being written, now or before; after that no more of them is held back.
    """
    error: OSError | None = None
    try:
        sys.stdout.flush()
    except OSError as last:
        error = last
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    error = raw.error if isinstance(raw, _Results) and raw.error else error
    if error:
        _open_on_nothing(1, os.O_WRONLY)
    return error


def why(error: OSError) -> str:
    """Return why results could not be written, as the end of a sentence."""
    return "it is closed" if error.errno == errno.EBADF else describe_os_error(error)


def _open_on_nothing(number: int, flags: int) -> None:
    opened = os.open(os.devnull, flags)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    os.set_inheritable(number, True)
