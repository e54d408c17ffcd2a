"""Our side's notes on the clauses of an open session: what both front ends say of them, read and write."""

from __future__ import annotations

from pathlib import Path

from mou_tui.draft.draft import OPENING_LABEL
from mou_tui.language.text import for_display
from mou_tui.persistence.our_notes import ENDING, GENERAL, notes_path, read_notes, write_note
from mou_tui.session.model import OPENING
from mou_tui.workspace.workspace import Workspace

TITLE = "Our side’s notes"
EXPLANATION = (
    f"They may still be a public record. They are kept beside the session, in a file that ends in {ENDING}; anybody "
    "who can open that folder can read it."
)
BEFORE_SHOWING = "Anybody who sees or hears this screen will know them. If it is on the projector, blank that first."


def note_title(workspace: Workspace, clause_id: str) -> str:
    """Return the title of the note on a clause, or in general."""
    if clause_id == GENERAL:
        return f"{TITLE} · in general"
    if clause_id == OPENING:
        return f"{TITLE} · {OPENING_LABEL}"
    checklist = workspace.checklist
    return f"{TITLE} · {checklist.number(clause_id)} {checklist.question(clause_id).label}"


def note_on(workspace: Workspace, clause_id: str) -> str:
    """Return the note on a clause, or in general; raises MouError where the file cannot be read."""
    return read_notes(_session_path(workspace)).on(clause_id)


def keep_note(workspace: Workspace, clause_id: str, text: str, shown: str) -> None:
    """Write the note on a clause, or in general, at once.

    Args:
        workspace: the open session.
        clause_id: question id or `opening`; empty for the note in general.
        text: the note.
        shown: the note as it was before, which somebody else may have changed meanwhile.

    Raises:
        MouError: It was not saved, for it was changed elsewhere or cannot be written.
    """
    write_note(_session_path(workspace), clause_id, text, shown)


def notes_left_behind(workspace: Workspace) -> str:
    """Return the sentence on the notes for when the session goes on in another file; empty where there are none.

    They are not taken along: the other file may be where the other side reads.
    """
    path = notes_path(_session_path(workspace))
    return f"Our side’s notes stay where they were, in {for_display(path.name)}." if path.is_file() else ""


def _session_path(workspace: Workspace) -> Path:
    """Return the session next to which the notes are, also while it goes on in a file of a conflict."""
    return workspace.store.conflicting_file or workspace.store.path
