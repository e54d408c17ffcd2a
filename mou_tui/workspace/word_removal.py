"""Removing words for good from the open session."""

from __future__ import annotations

from mou_tui.persistence.word_removal import Removal, remove_from_open
from mou_tui.workspace.workspace import Workspace


def remove_for_good(workspace: Workspace, words: str) -> Removal:
    """Remove words from all that was said, and from all that this computer keeps; nothing brings them back.

    Earlier steps can no longer be undone: the texts they would restore hold the words.

    Raises:
        MouError: They could not be removed; says why, and whether they are gone.
    """
    workspace.history.log_wordings()
    try:
        return remove_from_open(workspace.store, words, workspace.clock().date())
    finally:
        workspace.forget_steps()
