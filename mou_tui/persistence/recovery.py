"""Opening a session file: what it says, what words were never saved, and what is left if it cannot be read."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from mou_tui.errors import CannotOpen, InvalidFile, MouError, Problem
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display
from mou_tui.persistence import maintenance
from mou_tui.persistence.local_state import fingerprint
from mou_tui.persistence.session_file import SessionFile
from mou_tui.session.codec import Decoded, decode
from mou_tui.session.model import Session


class LoadedFile(NamedTuple):
    """What was found in a session file.

    Attributes:
        file: The file.
        data: What it holds.
        decoded: What that says.
    """

    file: SessionFile
    data: bytes
    decoded: Decoded


class RecoveredSession(NamedTuple):
    """Words that were typed and not saved, because the program or the computer was stopped.

    Attributes:
        session: The session with them.
        at: When they were written down.
        matches_file: Whether they go on from the file as it is now. If not, the file was changed since, and only a
            person can tell which is right.
    """

    session: Session
    at: datetime
    matches_file: bool


def read(path: Path) -> LoadedFile:
    """Read a session file.

    Raises:
        CannotOpen: It cannot be read.
        InvalidFile: It is not a session; says where and why, and what older copy there is.
        NewerFormat: A newer program wrote it in a form this one cannot even show.
    """
    file = SessionFile(path)
    try:
        data = file.read()
        decoded = decode(data, for_display(path.name), whole=False)
    except (CannotOpen, InvalidFile) as error:
        raise _with_older_copy(error, path) from error
    return LoadedFile(file, data, decoded)


def recover(opened: LoadedFile) -> RecoveredSession | None:
    """Return the words that were never saved, if there are any."""
    local = opened.file.local
    copies = local.copies.list()
    differing = [copy for copy in copies if copy.data != opened.data]
    if copies and not differing:
        local.discard_recovery()
    for copy in differing:
        with contextlib.suppress(MouError):
            session = decode(copy.data, "the recovery copy", whole=False).session
            return RecoveredSession(session, copy.at, matches_file=copy.base == fingerprint(opened.data))
    return None


def _with_older_copy(error: CannotOpen | InvalidFile, path: Path) -> MouError:
    for backup in maintenance.backups(path):
        with contextlib.suppress(MouError):
            decode(backup.read(), "a backup")
            advice = (
                f"a copy of {backup.at:%Y-%m-%d %H:%M} that can be read is kept on this computer; "
                f"“mou-tui restore” brings it back"
            )
            if isinstance(error, InvalidFile):
                return InvalidFile((*error.problems, Problem(for_display(path.name), 0, advice)))
            return CannotOpen(f"{error.message} But {advice}.")
    return error
