"""Announces an undo or a redo before it happens."""

from __future__ import annotations

from typing import Any

from textual.app import App

from mou_tui.session.undo import UndoStep
from mou_tui.tui.actions.keymap import key_of
from mou_tui.workspace.undo_stack import Direction


def announcement(app: App[Any], direction: Direction, step: UndoStep) -> str:
    """Return what the next press of the key will undo or redo."""
    if direction == "undo":
        return f"{key_of(app, 'undo_step')} again takes back: {step.label}."
    return f"{key_of(app, 'redo_step')} again does this again: {step.label}."
