"""What this computer keeps beside the words of an open session: where one is, and what was begun and not given."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mou_tui.session.local import Local

if TYPE_CHECKING:
    from mou_tui.session.redaction import Redaction


class Beside:
    """Keeps both as far as that can be done; where it cannot, nothing else has to wait or fail.

    Args:
        local: Gives what this computer keeps about the session file, which may become another one.
        touch: Says that `keep` has something to do.
    """

    def __init__(self, local: Callable[[], Local], touch: Callable[[], None]) -> None:
        self._local = local
        self._touch = touch
        self._place = local().place
        self._place_kept = local(), self._place
        self._begun: str | None = None
        self._begun_kept: tuple[Local, str | None] = local(), None

    @property
    def place(self) -> str:
        """Where one was, as it was handed to `remember_place`."""
        return self._place

    def remember_place(self, place: str) -> None:
        """Keep where one is. Returns at once, whatever the disk does."""
        self._place = place
        self._touch()

    @property
    def begun(self) -> str:
        """What was typed and not given, as it was handed to `remember_begun`; read when somebody first asks for it."""
        if self._begun is None:
            self._begun = self._local().begun
        return self._begun

    def remember_begun(self, words: str) -> None:
        """Keep what is typed and not given yet. Returns at once, whatever the disk does."""
        self._begun = words
        self._touch()

    def redact(self, redaction: Redaction) -> None:
        """Strike words from both; what cannot be understood of what was begun is forgotten."""
        import json

        self.remember_place(redaction.redact(self._place))
        if begun := self.begun:
            try:
                self.remember_begun(json.dumps(redaction.tree(json.loads(begun))))
            except (ValueError, RecursionError):
                self.remember_begun("")

    def keep(self) -> bool:
        """Write down what is new; True, for there is nothing to be done about what cannot be kept."""
        # Without the lock of the words: a stuck disk that holds up the recovery copy must not hold up whoever watches.
        self._keep_begun()
        self._keep_place()
        return True

    def _keep_begun(self) -> None:
        local, begun = self._local(), self._begun
        if begun is not None and (local, begun) != self._begun_kept:
            local.keep_begun(begun)
            self._begun_kept = local, begun

    def _keep_place(self) -> None:
        local, place = self._local(), self._place
        if (local, place) != self._place_kept:
            local.remember(place=place)
            self._place_kept = local, place
