"""Writing the recovery copy of an open session, and saying where unsaved text is safe."""

from __future__ import annotations

import contextlib
from datetime import datetime

from mou_tui.errors import CannotSave
from mou_tui.language.text import for_display
from mou_tui.persistence.save_status import user_message
from mou_tui.persistence.session_file import SessionFile
from mou_tui.session.model import Session


class RecoveryWriter:
    """Keeps a copy of the newest session on this computer until its file holds it.

    Attributes:
        kept: The session value the recovery copy holds; None while there is none.
        trouble: Why there are no recovery copies, in sentences; empty while there are.
        is_closed: Whether no window shows the session any more.
    """

    def __init__(self, file: SessionFile) -> None:
        """Write copies for a session file."""
        self.kept: Session | None = None
        self.trouble = ""
        self.is_closed = False
        self._file = file

    def switch_file(self, file: SessionFile) -> None:
        """Write copies for another session file from now on."""
        self._file, self.kept = file, None

    def write(self, session: Session, data: bytes) -> None:
        """Write the recovery copy, unless it holds this session value already.

        Args:
            session: the session value.
            data: the text of its file.

        Raises:
            CannotSave: It could not be written.
        """
        if self.kept is not session:
            self._file.local.write_recovery(data, self._file.base_fingerprint)
            self.kept, self.trouble = session, ""

    def record_failure(self, error: Exception) -> None:
        """Remember why there are no recovery copies."""
        self.trouble = f"No recovery copies are kept. {user_message(error)}"

    def archive(self, data: bytes, now: datetime) -> None:
        """Replace the recovery copy by a backup, once a file holds its text `data`."""
        local = self._file.local
        with contextlib.suppress(CannotSave):
            local.backups.add(data, now)
        local.discard_recovery()

    @property
    def is_kept(self) -> bool:
        """Whether this computer has a copy of the newest text."""
        return bool(self.kept) and not self.trouble

    @property
    def location_message(self) -> str:
        """Where the text is while it is not in the file, in a sentence."""
        if self.is_kept:
            return f"Your words are safe on this computer, in “{for_display(self._file.local.recovery_path)}”."
        if self.is_closed:
            return "No copy of your last words could be kept either, so they are lost."
        return "Your words are only in this window: leave it open, and save elsewhere."
