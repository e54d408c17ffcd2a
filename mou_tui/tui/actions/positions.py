"""Declares the actions on the positions of the parties, which are letters while a party has the focus."""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionSpec

POSITIONS = (
    ActionSpec("agrees", "Agrees", "The party agrees.", "a", "Agrees", focused=True),
    ActionSpec(
        "can_live_with", "Can live with it", "The party can live with it.", "l", "Can live with it", focused=True
    ),
    ActionSpec(
        "objects", "Objects", "The party objects; the reason may follow or be left out.", "o", "Objects", focused=True
    ),
    ActionSpec(
        "must_check",
        "Must check first",
        "The party must check first, with whom and by when.",
        "c",
        "Must check first",
        focused=True,
    ),
    ActionSpec("no_position", "No position", "The party has no position.", "n", "No position", focused=True),
    ActionSpec(
        "not_asked",
        "Not asked yet",
        "Clear the position: the party has not been asked yet.",
        "u",
        "Not asked yet",
        focused=True,
    ),
    ActionSpec(
        "next_party",
        "Next party",
        "Go to the next party; left and right go round.",
        "right",
        "Next party",
        focused=True,
    ),
    ActionSpec("explains", "Why", "Record the party’s reason, or its condition.", "w", "Why", focused=True),
    ActionSpec(
        "speaks",
        "Who spoke, and how",
        "Record who spoke for the party, and whether by letter or telephone.",
        "s",
        "Who spoke",
        focused=True,
    ),
    ActionSpec("proposes", "Proposes", "The party wants another wording.", "p", "Propose", focused=True),
    ActionSpec(
        "unlocks",
        "Unlock",
        "Unlock the agreed wording. The parties will be asked again.",
        "ctrl+u",
        "Unlock",
        focused=True,
    ),
    ActionSpec("back_to_answer", "Back to the answer", "Leave the parties.", "escape,enter", "Back", focused=True),
)
