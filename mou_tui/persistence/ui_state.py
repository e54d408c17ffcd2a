"""What this computer keeps beside the words of an open session: where one is, and what was begun and not given."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mou_tui.persistence.local_state import LocalState

if TYPE_CHECKING:
    from mou_tui.session.redaction import Redaction


class UiState:
    """Keeps both as far as that can be done; where it cannot, nothing else has to wait or fail.

    Args:
        local: Gives what this computer keeps about the session file, which may become another one.
        touch: Says that `keep` has something to do.
    """

    def __init__(self, local: Callable[[], LocalState], touch: Callable[[], None]) -> None:
        self._local = local
        self._touch = touch
        self._place = local().place
        self._place_kept = local(), self._place
        self._form_drafts: str | None = None
        self._begun_kept: tuple[LocalState, str | None] = local(), None

    @property
    def place(self) -> str:
        """Where one was, as it was handed to `remember_place`."""
        return self._place

    def remember_location(self, place: str) -> None:
        """Keep where one is. Returns at once, whatever the disk does."""
        self._place = place
        self._touch()

    @property
    def form_drafts(self) -> str:
        """What was typed and not given, as it was handed to `remember_begun`; read when somebody first asks for it."""
        if self._form_drafts is None:
            self._form_drafts = self._local().form_drafts
        return self._form_drafts

    def remember_form_drafts(self, words: str) -> None:
        """Keep what is typed and not given yet. Returns at once, whatever the disk does."""
        self._form_drafts = words
        self._touch()

    def redact(self, redaction: Redaction) -> None:
        """Strike words from both; what cannot be understood of what was begun is forgotten."""
        import json

        self.remember_location(redaction.redact(self._place))
        if form_drafts := self.form_drafts:
            try:
                self.remember_form_drafts(json.dumps(redaction.tree(json.loads(form_drafts))))
            except (ValueError, RecursionError):
                self.remember_form_drafts("")

    def keep(self) -> bool:
        """Write down what is new; True, for there is nothing to be done about what cannot be kept."""
        # Without the lock of the words: a stuck disk that holds up the recovery copy must not hold up whoever watches.
        self._keep_begun()
        self._keep_place()
        return True

    def _keep_begun(self) -> None:
        local, form_drafts = self._local(), self._form_drafts
        if form_drafts is not None and (local, form_drafts) != self._begun_kept:
            local.write_form_drafts(form_drafts)
            self._begun_kept = local, form_drafts

    def _keep_place(self) -> None:
        local, place = self._local(), self._place
        if (local, place) != self._place_kept:
            local.remember(place=place)
            self._place_kept = local, place
