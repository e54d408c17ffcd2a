"""Declares the actions for what is said outside the room: proposals of others, and notes of one side."""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionSpec

_BACK = ActionSpec("leave", "Back", "Go back to where you came from.", "escape", "Back")

OUTSIDE_THE_ROOM = (
    ActionSpec(
        "proposals",
        "Proposals from outside",
        "See what parents, teachers and students propose, answer it, or put it beside the clause.",
    ),
    ActionSpec(
        "export_feedback",
        "Export the form for feedback",
        "Write a form in which parents, teachers and students propose other words, clause by clause.",
    ),
    ActionSpec(
        "our_notes",
        "Our side’s notes on this clause",
        "Write what your side wants to remember, in a file of its own; it asks before it shows them.",
    ),
    ActionSpec("our_notes_in_general", "Our side’s notes in general", "The same, for what belongs to no clause."),
)
"""Those of the interview."""

PROPOSALS = (
    ActionSpec(
        "answer",
        "Answer",
        "Say what became of the proposal, or of all that are marked, and why.",
        "a",
        "Answer",
        changes=True,
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
    ActionSpec("go_there", "Go there", "Go to the clause of the row.", "g", "Go there"),
    ActionSpec("undo_step", "Undo", "Undo the last change.", "ctrl+z,f9", "Undo", changes=True),
    ActionSpec("redo_step", "Redo", "Redo the last undo.", "ctrl+y", changes=True),
    _BACK,
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
    _BACK,
)
