"""What is remembered of an open session on this computer alone: the edit location, and unfinished forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mou_tui.persistence.debounced_worker import RECOVERY_DEBOUNCE, DebouncedWorker
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.projector_blank import SecondScreen

if TYPE_CHECKING:
    from mou_tui.session.redaction import Redaction


class UiState:
    """Remembers the edit location and unfinished forms, as far as the disk allows; nothing waits for it or fails.

    Args:
        local: what this computer keeps about the session file.

    Attributes:
        worker: Writes what is new, once it is started.
        second_screen: Whether `mou-tui watch` shows the session.
    """

    def __init__(self, local: LocalState) -> None:
        self.worker = DebouncedWorker(self._write, RECOVERY_DEBOUNCE, "UI state")
        self.second_screen = SecondScreen(local)
        self._local = local
        self._edit_location = local.edit_location
        self._written_location = local, self._edit_location
        self._form_drafts: str | None = None
        self._written_drafts: tuple[LocalState, str | None] = local, None

    def switch_file(self, local: LocalState) -> None:
        """Remember everything for another session file from now on."""
        self._local = local
        self.second_screen.switch_file(local)
        self.worker.mark_dirty()

    @property
    def edit_location(self) -> str:
        """The edit location, as it was handed to `remember_location`; empty if none was."""
        return self._edit_location

    def remember_location(self, edit_location: str) -> None:
        """Keep the edit location. Returns at once, whatever the disk does."""
        self._edit_location = edit_location
        self.worker.mark_dirty()

    @property
    def form_drafts(self) -> str:
        """The unfinished forms, as they were handed to `remember_form_drafts`; read from disk at first use."""
        if self._form_drafts is None:
            self._form_drafts = self._local.form_drafts
        return self._form_drafts

    def remember_form_drafts(self, text: str) -> None:
        """Keep the unfinished forms, as JSON. Returns at once, whatever the disk does."""
        self._form_drafts = text
        self.worker.mark_dirty()

    def redact(self, redaction: Redaction) -> None:
        """Remove words from both; unfinished forms that cannot be read are forgotten."""
        import json

        self.remember_location(redaction.redact(self._edit_location))
        if form_drafts := self.form_drafts:
            try:
                self.remember_form_drafts(json.dumps(redaction.tree(json.loads(form_drafts))))
            except (ValueError, RecursionError):
                self.remember_form_drafts("")

    def _write(self) -> bool:
        """Write what is new; return True, for a failure here is not worth a retry."""
        # Without the store's lock: a disk that holds up the recovery copy must not hold up `mou-tui watch`.
        self._write_form_drafts()
        self._write_place()
        return True

    def _write_form_drafts(self) -> None:
        local, form_drafts = self._local, self._form_drafts
        if form_drafts is not None and (local, form_drafts) != self._written_drafts:
            local.write_form_drafts(form_drafts)
            self._written_drafts = local, form_drafts

    def _write_place(self) -> None:
        local, edit_location = self._local, self._edit_location
        if (local, edit_location) != self._written_location:
            local.update_metadata(edit_location=edit_location)
            self._written_location = local, edit_location
