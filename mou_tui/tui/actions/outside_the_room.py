"""Declares the actions for what is said outside the room: proposals of others, and notes of one side."""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionSpec

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
"""Those that the palette of the interview has."""
