"""What became of saving an open session, from which its `SaveStatus` follows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display
from mou_tui.persistence.recovery_writer import RecoveryWriter
from mou_tui.persistence.save_status import SaveStatus
from mou_tui.session.model import Session
from mou_tui.storage.atomic_file import FileChanged


class Restriction(NamedTuple):
    """A lasting condition of the session file, until another file takes its place.

    Attributes:
        kind: `read-only` and `newer-format` write nothing; of the latter no copy can be made either. After a
            `conflict` the session goes on in a conflict file.
        message: The reason, and what to do, in sentences.
    """

    kind: Literal["read-only", "newer-format", "conflict"]
    message: str

    @classmethod
    def read_only(cls, reason: str) -> Restriction:
        """Return the restriction of a file that is only shown, for a reason given in a sentence."""
        return cls("read-only", f"{reason} This session is read-only here.")

    @classmethod
    def conflict(cls, changed: FileChanged, ours: Path) -> Restriction:
        """Return the restriction after somebody else changed the file and we went on in `ours`."""
        message = f"{changed.message} Theirs is untouched; yours goes on in “{for_display(ours.name)}”."
        return cls("conflict", message)


NEWER_FORMAT = Restriction(
    "newer-format", "Made by a newer mou-tui. This session is read-only here; update mou-tui to work on it."
)


def is_copyable(status: SaveStatus) -> bool:
    """Return whether a session is read-only, and `save_elsewhere` makes a copy to work on."""
    return status.kind == "read-only" and status.message != NEWER_FORMAT.message


class SaveTracker:
    """Knows which session value the file holds, and why it does not hold the newest.

    Args:
        session: the value the file holds at first.
        now: local time.
        recovery: says where the text is while it is not in the file.

    Attributes:
        restriction: The condition of the file; None while it can be written as usual.
        is_read_only: Whether nothing is written.
    """

    def __init__(self, session: Session, now: datetime, recovery: RecoveryWriter) -> None:
        self.restrict(None)
        self._saved, self._saved_at = session, now
        self._recovery = recovery
        self._is_saving = False
        self._failure = ""

    def restrict(self, restriction: Restriction | None) -> None:
        """Hold another condition of the file, or none."""
        self.restriction = restriction
        self.is_read_only = restriction is not None and restriction.kind != "conflict"

    def holds(self, session: Session) -> bool:
        """Return whether the file holds exactly this session value."""
        return self._saved is session

    def begin(self) -> None:
        """Record that a save has started."""
        self._is_saving = True

    def succeed(self, session: Session, now: datetime) -> None:
        """Record that the file holds a session value."""
        self._saved, self._saved_at = session, now
        self._is_saving, self._failure = False, ""

    def fail(self, message: str) -> None:
        """Record that a save failed, and why, in a sentence."""
        self._is_saving, self._failure = False, message

    def failed(self, message: str) -> SaveStatus:
        """Return the status of a failure: why, in a sentence, and where the text is meanwhile."""
        return SaveStatus("failed", self._saved_at, f"{message} {self._recovery.location_message}")

    def status(self, session: Session) -> SaveStatus:
        """Return the status while `session` is the newest value."""
        if self.restriction and self.is_read_only:
            return SaveStatus("read-only", self._saved_at, self.restriction.message)
        if self._failure:
            return self.failed(self._failure)
        if self.restriction:
            return SaveStatus("conflict", self._saved_at, self.restriction.message)
        if self._is_saving:
            return SaveStatus("saving", self._saved_at)
        return SaveStatus("saved" if self.holds(session) else "changed", self._saved_at)
