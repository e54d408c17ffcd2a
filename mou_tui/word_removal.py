"""Removing words for good from the session on the table."""

from __future__ import annotations

from mou_tui.session.removal import Removal, remove_from_open
from mou_tui.table import Table


def remove_for_good(table: Table, words: str) -> Removal:
    """Remove words from all that was said, and from all that this computer keeps; nothing brings them back.

    Steps taken before cannot be taken back any more: what they would bring back holds the words.

    Raises:
        MouError: They could not be removed; says why, and whether they are gone.
    """
    table.settle()
    try:
        return remove_from_open(table.store, words, table.clock().date())
    finally:
        table.start_afresh()
