"""Declares the actions for an agreement that is adopted: recording that, amending it, and renewing it."""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionSpec

IN_FORCE = (
    ActionSpec(
        "in_force",
        "In force: adopted and signed",
        "Record when it was adopted and signed, and where it is kept, posted and filed. Its words are locked then.",
        changes=True,
        when_in_force=True,
    ),
    ActionSpec(
        "amend",
        "Amend the agreement in force",
        "Begin an amendment, for a change in mid-term, in a file of its own.",
    ),
    ActionSpec(
        "renew",
        "Renew: review it for the next term",
        "Begin the review of the next term from the agreement in force, in a file of its own.",
    ),
)
"""Those that the palette of the interview has."""
