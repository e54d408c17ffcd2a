"""What this computer keeps beside the words of an open session: where one is, and what was begun and not given."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.session.local import Local


class Beside:
    """Keeps both as far as that can be done; where it cannot, nothing else has to wait or fail.

    Attributes:
        place: Where one is, as it was last told.
    """

    def __init__(self, local: Callable[[], Local]) -> None:
        """Keep them with whichever session file `local` is about at the time."""
        self._local = local
        self.place = local().place
        self._place_kept = local(), self.place
        self._begun: str | None = None
        self._begun_kept: tuple[Local, str | None] = local(), None

    @property
    def begun(self) -> str:
        """What was typed and not given, as it was last told; read only when somebody first asks for it."""
        if self._begun is None:
            self._begun = self._local().begun
        return self._begun

    @begun.setter
    def begun(self, words: str) -> None:
        self._begun = words

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
        local, place = self._local(), self.place
        if (local, place) != self._place_kept:
            local.remember(place=place)
            self._place_kept = local, place
