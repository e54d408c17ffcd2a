"""The sample, when it is the session that is open: whether it was worked in, keeping it, and removing it."""

from __future__ import annotations

from pathlib import Path

from mou_tui import paths
from mou_tui.persistence.sample_files import discard, is_sample
from mou_tui.persistence.store import SessionStore

LOSES_WORK = "This is the sample: what you wrote in it is gone once you leave it."
"""What to say before somebody leaves a sample that was worked in."""
KEEP_FIRST = "Choose “Keep a copy of the sample” (Ctrl+P) to keep it"
LEFT = "You left the sample. It is removed from this computer; your own sessions are as they were."
"""What to say once it was left."""


class SampleCopy:
    """The scratch file of an open session, if it is one of the sample.

    Args:
        store: the open session.
    """

    def __init__(self, store: SessionStore) -> None:
        self._store = store
        self._opened = store.session

    @property
    def is_open(self) -> bool:
        """Whether the session is a scratch copy of the sample."""
        return is_sample(self._store.path)

    @property
    def has_work(self) -> bool:
        """Whether somebody worked in the sample, so that leaving it would lose that."""
        return self.is_open and self._store.session != self._opened

    def usual_copy(self) -> Path:
        """Return where a copy of the session goes by default: of the sample, among the person's own sessions."""
        path = self._store.path
        return paths.documents() / "sample-copy.mou.yaml" if self.is_open else path.with_name(f"copy of {path.name}")

    def export_path(self) -> Path:
        """Return the path that documents are named after and put next to: of the sample, outside its scratch folder."""
        path = self._store.path
        if not self.is_open:
            return path
        folder = paths.documents()
        return (folder if folder.is_dir() else Path.cwd()) / path.name

    def save_elsewhere(self, path: Path) -> None:
        """Go on in another file, as the store does; of the sample this keeps a copy.

        Raises:
            AlreadyExists: There is such a file.
            CannotSave: It could not be written.
        """
        before = self._store.path
        self._store.save_elsewhere(path)
        discard(before)

    def discard(self) -> None:
        """Remove the scratch file once it is closed; nothing where the session is not the sample."""
        discard(self._store.path)
