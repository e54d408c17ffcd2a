"""Removing words for good: from a session file, and from all that this computer keeps of it.

Nothing that could bring them back is made on the way: the file is replaced without a backup of what it held.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mou_tui.errors import CannotOpen, CannotSave, MouError
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display, join_and, pluralize
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.maintenance import claimed
from mou_tui.persistence.our_notes import redact_notes
from mou_tui.persistence.redacted_copies import (
    Copies,
    mentions,
    other_sessions,
    redact_copies,
    redact_data,
    redact_editing,
)
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import LIMIT
from mou_tui.session.redaction import Redaction
from mou_tui.storage.atomic_file import read_bytes, remove_stale_temps, write_atomically

PATIENCE = 10.0
"""Seconds to wait for the disk where somebody waits for an answer."""

_OUT_OF_REACH = (
    "Copies that were mailed, printed, synchronized or put on another computer are out of reach; so are the backups "
    "of this computer."
)


class Removal(NamedTuple):
    """What came of removing words.

    Attributes:
        times: How often the words were in the session.
        stand_in: What is there now.
        copies: What became of the copies on this computer.
        still_in: Files in which the words still are.
        others: Other sessions of which this computer keeps copies with the words in them.
        notes: What else there is to say.
    """

    times: int
    stand_in: str
    copies: Copies
    still_in: tuple[Path, ...]
    others: tuple[Path, ...]
    notes: tuple[str, ...]

    @property
    def lines(self) -> Iterator[str]:
        """What to say of it, a sentence or two a line."""
        if self.times:
            yield f"Removed in {pluralize(self.times, 'place')}; “{self.stand_in}” stands there now."
        else:
            yield "The words stand nowhere in the session."
        if self.copies.changed:
            yield f"They were removed from {_files(self.copies.changed)} that this computer keeps, too."
        if self.copies.removed:
            yield f"{_files(self.copies.removed).capitalize()} that could not be read and held them: deleted."
        yield from self.notes
        if self.still_in:
            names = [f"“{for_display(path.name)}”" for path in self.still_in]
            yield f"They still stand in {join_and(names)}. Delete or change what you do not need."
        for path in self.others:
            yield f"This computer also keeps copies of “{for_display(path)}” that hold them: run mou-tui strike on it."
        yield _OUT_OF_REACH


def occurrences(path: Path, words: str, day: date) -> int:
    """Return how often words are in a session file; raises as `remove` does."""
    redaction = Redaction(words, day)
    redact_data(read_bytes(path, LIMIT), redaction)
    return redaction.count


def remove(path: Path, words: str, day: date) -> Removal:
    """Remove words from a session file that is not open, and from what is kept of it.

    Raises:
        UsageError: These are no words that can be found.
        CannotOpen: The file cannot be read.
        InvalidFile: It is not a session.
        CannotSave: It is open elsewhere, or something could not be written.
    """
    redaction = Redaction(words, day)
    with claimed(path) as local:
        try:
            data = read_bytes(path, LIMIT)
        except CannotOpen as error:
            # A file that is gone may have left copies here.
            if not (isinstance(error.__cause__, FileNotFoundError) and local.folder.exists()):
                raise
        else:
            redacted = redact_data(data, redaction)
            if redacted != data:
                write_atomically(path, redacted, replacing=data)
        target = local.path
        remove_stale_temps(target.parent, older_than=60 if local.not_locked else 0, target=target.name)
        return _finish(path, local, redaction)


def remove_from_open(store: SessionStore, words: str, day: date) -> Removal:
    """Remove words from a session that is open here; its file is written at once.

    Raises:
        UsageError: These are no words that can be found.
        CannotSave: The file, or a copy, could not be written; then the words are not gone yet.
    """
    redaction = Redaction(words, day)
    if store.read_only:
        raise CannotSave(store.state.message)
    store.record(redaction.session(store.session))
    if store.recovered:
        store.recovered = store.recovered._replace(session=redaction.session(store.recovered.session))
    store.ui_state.redact(redaction)
    state = store.flush(PATIENCE)
    if state.kind == "failed":
        raise CannotSave(f"The words are not gone yet. {state.message}")
    return _finish(store.path, LocalState(store.path), redaction)


def _finish(path: Path, local: LocalState, redaction: Redaction) -> Removal:
    times = redaction.count
    copies = redact_copies(local, redaction)
    copies = copies._replace(changed=copies.changed + redact_editing(redaction))
    in_notes = redact_notes(path, redaction)
    still_in = list(mentions(path.parent, redaction))
    notes = [local.not_locked] if local.not_locked else []
    notes += ["They were removed from our side’s notes beside it."] if in_notes else []
    if path in still_in:
        notes.append("In the file they are part of an id that mou-tui itself made, and stay there.")
        still_in.remove(path)
    if redaction.is_in(path.name):
        notes.append("They are part of the name of the file. Rename it.")
    others: tuple[Path, ...] = ()
    with contextlib.suppress(MouError):
        others = tuple(other_sessions(local, redaction))
    return Removal(times, redaction.stand_in, copies, tuple(still_in), others, tuple(notes))


def _files(number: int) -> str:
    return pluralize(number, "file")
