"""Declares the actions of the screens for what comes in: what came back, and proposals from outside."""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.screens import BACK, GO_THERE, REDO, UNDO

INTAKE = (
    ActionSpec(
        "finish_intake", "Take in what is marked", "Take in what is marked, as one step.", "d", "Done", changes=True
    ),
    ActionSpec("take_edit", "Take", "Have the edit stand beside its clause.", "t", "Take", changes=True),
    ActionSpec("leave_out", "Leave out", "Leave the edit or the comment out.", "l", "Leave out", changes=True),
    ActionSpec("note_comment", "Note", "Note the comment in the history.", "n", "Note", changes=True),
    ActionSpec(
        "check_comment", "Must check first", "Have the comment checked first.", "c", "Check first", changes=True
    ),
    ActionSpec("move_edit", "Another clause", "Say which clause the edit is about.", "m", "Other clause", changes=True),
    ActionSpec("take_all_edits", "Take all edits", "Mark every edit whose clause is certain.", "a", changes=True),
    BACK,
)

REPLY = (
    ActionSpec(
        "finish_reply",
        "Take it in",
        "Take in all that does not wait, as one step.",
        "enter,d",
        "Take in",
        changes=True,
    ),
    ActionSpec(
        "let_wait",
        "Let a clause wait",
        "Leave the clause of the row as it is for now; again to take it in after all.",
        "w",
        "Wait",
        changes=True,
    ),
    BACK,
)

PROPOSALS = (
    ActionSpec(
        "answer",
        "Answer",
        "Say what became of the proposal, or of all that are marked, and why.",
        "a",
        "Answer",
        changes=True,
        when_in_force=True,
    ),
    ActionSpec(
        "mark", "Mark", "Mark the proposal, so that several get one answer; again to unmark it.", "space", "Mark"
    ),
    ActionSpec(
        "put_beside",
        "Put its words beside the clause",
        "Have the words stand beside the clause as an alternative to choose.",
        "b",
        "Beside",
        changes=True,
    ),
    GO_THERE,
    UNDO,
    REDO,
    BACK,
)

FEEDBACK = (
    ActionSpec("finish_forms", "Take them in", "Take in what is marked, as one step.", "d", "Done", changes=True),
    ActionSpec(
        "take_words", "Words only", "Take the words, and leave the reason out.", "w", "Words only", changes=True
    ),
    ActionSpec(
        "take_reason",
        "With the reason",
        "Take the reason as well, now that you have read it.",
        "r",
        "Reason",
        changes=True,
    ),
    ActionSpec("leave_form_out", "Leave out", "Leave all of it out.", "l", "Leave out", changes=True),
    BACK,
)
