"""Where to find again what was typed into dialogs and not given."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.draft.agreement import party_label
from mou_tui.tui.dialogs.form_drafts import CAPTURE, FormDrafts, FormKey
from mou_tui.workspace.workspace import Workspace

_OF_A_PARTY = {"check": "must_check", "propose": "proposes"}
_MOST = 3
"""Ways that can be told in passing."""


def describe_drafts(form_drafts: FormDrafts, workspace: Workspace, key_of: Callable[[str], str]) -> str:
    """A sentence with the keys that show what was begun; empty if nothing was that can still be given.

    Args:
        form_drafts: what was begun.
        workspace: where it was begun.
        key_of: the key of a action, by its id.
    """
    ways = [way for asked in form_drafts.asked if (way := _way(asked, workspace, key_of))]
    if not ways:
        return ""
    told = [*ways[:_MOST], *([f"{len(ways) - _MOST} more"] if len(ways) > _MOST else [])]
    return f"Words you had begun to type were kept. To see them: {'; '.join(told)}."


def _way(asked: FormKey, workspace: Workspace, key_of: Callable[[str], str]) -> str:
    """The keys that ask it once more; empty if none do, for its place or party is gone, or otherwise by now."""
    if asked == CAPTURE:
        return key_of("capture")
    action = _action(asked, workspace) if asked.place in workspace.checklist else ""
    if not action:
        return ""
    where = f"in {workspace.checklist.number(asked.place)}"
    if not asked.party:
        return f"{where}, {key_of(action)}"
    parties = {party.id: party_label(workspace.checklist, party) for party in workspace.session.parties}
    if asked.party not in parties:
        return ""
    return f"{where}, {key_of('positions')} and then {key_of(action)} at {parties[asked.party]}"


def _action(asked: FormKey, workspace: Workspace) -> str:
    """The id of the action that asks it once more; empty if none does by now."""
    answer = workspace.session.answer(asked.place)
    if asked.what == "later":
        return "" if answer.later else "later"
    if asked.what == "set-aside":
        return "" if answer.not_applicable else "set_aside"
    if asked.what in _OF_A_PARTY:
        return _OF_A_PARTY[asked.what]
    position = answer.positions.get(asked.party)
    return "explains" if position and position.stand == asked.what else ""
