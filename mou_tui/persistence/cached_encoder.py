"""The text of the session file for the newest session value, made once for all who write it."""

from __future__ import annotations

from pathlib import Path

from mou_tui.errors import CannotSave, InvalidFile
from mou_tui.language.text import for_display
from mou_tui.session.codec import LIMIT
from mou_tui.session.encoder import Encoder
from mou_tui.session.model import Session


class CachedEncoder:
    """Encodes a session for its file; not safe for several threads at once.

    Attributes:
        size: Bytes of the session file as it was last encoded or, before that, read.
    """

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self._encoder = Encoder()
        self._newest: tuple[Session, bytes] | None = None

    def encode(self, session: Session, path: Path) -> bytes:
        """Return the text of the session file.

        Args:
            session: what to encode.
            path: the file to name in an error.

        Raises:
            CannotSave: The text could not be read back, or is too large; it must never replace a file that can be read.
        """
        if self._newest is None or self._newest[0] is not session:
            self._newest = session, self._encode(session, path)
            self.size = len(self._newest[1])
        return self._newest[1]

    def _encode(self, session: Session, path: Path) -> bytes:
        try:
            data = self._encoder.encode(session)
        except InvalidFile as error:
            raise CannotSave(
                f"Cannot save “{for_display(path)}”: it could not be read back: {error.problems[0]}."
            ) from error
        if len(data) > LIMIT:
            raise CannotSave(f"Cannot save “{for_display(path)}”: it would be larger than {LIMIT // 1024:,} KB.")
        return data
