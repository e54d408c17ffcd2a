"""The newest words of an open session, and keeping them on this computer until they are in a file."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from mou_tui.errors import CannotSave, InvalidFile
from mou_tui.persistence.save_status import user_message
from mou_tui.persistence.session_file import SessionFile
from mou_tui.session.codec import LIMIT
from mou_tui.session.encoder import Encoder
from mou_tui.session.model import Session
from mou_tui.text import for_display


class RecoveryWriter:
    """Keeps the newest session, as it was recorded and as the text of a file, and a recovery copy of it.

    Attributes:
        session: The session as it was last recorded.
        kept: The session the recovery copy holds; None while there is none.
        trouble: Why there are no recovery copies; empty while there are.
        size_at_opening: Bytes of the file before anything was changed.
        is_left: Whether there is no window any more that holds the session.
        lock: Held while the file is changed for another, which no recovery copy must fall between.
    """

    def __init__(self, session: Session, file: Callable[[], SessionFile]) -> None:
        """Keep a session of whichever file `file` gives at the time."""
        self.session = session
        self.kept: Session | None = None
        self.trouble = ""
        self.is_left = False
        self.size_at_opening = 0
        self.lock = threading.RLock()
        self._file = file
        self._encoder = Encoder()
        self._encoded: tuple[Session, bytes] | None = None

    @property
    def size(self) -> int:
        """Bytes of the file of the session as it was last written, here or by whoever wrote it before."""
        return len(self._encoded[1]) if self._encoded else self.size_at_opening

    def newest(self) -> tuple[Session, bytes]:
        """The session as it is now, and the text of its file.

        Raises:
            CannotSave: What could not be opened again is never put in place of what can.
        """
        with self.lock:
            session = self.session
            if self._encoded is None or self._encoded[0] is not session:
                self._encoded = session, _encode(self._encoder, session, self._file().path)
            return self._encoded

    def keep(self) -> bool:
        """Write the recovery copy; say whether that worked."""
        try:
            with self.lock:
                session, data = self.newest()
                if self.kept is not session:
                    file = self._file()
                    file.local.keep(data, file.base)
                    self.kept, self.trouble = session, ""
        except Exception as error:
            self.missed(error)
        return not self.trouble

    def missed(self, error: Exception) -> None:
        """Remember why there are no recovery copies."""
        self.trouble = f"No recovery copies are kept. {user_message(error)}"

    def leave(self, data: bytes, now: datetime) -> None:
        """Turn the recovery copy into the newest backup: the words are in a file now."""
        local = self._file().local
        with contextlib.suppress(CannotSave):
            local.backups.add(data, now)
        local.drop()

    @property
    def is_kept(self) -> bool:
        """Whether this computer has a copy of the words."""
        return bool(self.kept) and not self.trouble

    @property
    def where_safe(self) -> str:
        """Where the words are while they are not in the file."""
        if self.is_kept:
            return f"Your words are safe on this computer, in “{for_display(self._file().local.recovery_path)}”."
        if self.is_left:
            return "No copy of your last words could be kept either, so they are lost."
        return "Your words are only in this window: leave it open, and save elsewhere."


def _encode(encoder: Encoder, session: Session, path: Path) -> bytes:
    try:
        data = encoder.encode(session)
    except InvalidFile as error:
        raise CannotSave(
            f"Cannot save “{for_display(path)}”: it could not be read back: {error.problems[0]}."
        ) from error
    if len(data) > LIMIT:
        raise CannotSave(f"Cannot save “{for_display(path)}”: it would be larger than {LIMIT // 1024:,} KB.")
    return data
