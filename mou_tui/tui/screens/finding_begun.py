"""Where to find again what was typed into dialogs and not given."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.desk import Desk
from mou_tui.draft.agreement import label_of
from mou_tui.tui.screens.begun import CAPTURE, Asked, Begun

_OF_A_PARTY = {"check": "must_check", "propose": "proposes"}
_MOST = 3
"""Ways that can be told in passing."""


def where_begun(begun: Begun, desk: Desk, key_of: Callable[[str], str]) -> str:
    """A sentence with the keys that show what was begun; empty if nothing was that can still be given.

    Args:
        begun: what was begun.
        desk: where it was begun.
        key_of: the key of a deed, by its id.
    """
    ways = [way for asked in begun.asked if (way := _way(asked, desk, key_of))]
    if not ways:
        return ""
    told = [*ways[:_MOST], *([f"{len(ways) - _MOST} more"] if len(ways) > _MOST else [])]
    return f"Words you had begun to type were kept. To see them: {'; '.join(told)}."


def _way(asked: Asked, desk: Desk, key_of: Callable[[str], str]) -> str:
    """The keys that ask it once more; empty if none do, for its place or party is gone, or otherwise by now."""
    if asked == CAPTURE:
        return key_of("capture")
    deed = _deed(asked, desk) if asked.place in desk.checklist else ""
    if not deed:
        return ""
    where = f"in {desk.checklist.number(asked.place)}"
    if not asked.party:
        return f"{where}, {key_of(deed)}"
    parties = {party.id: label_of(desk.checklist, party) for party in desk.session.parties}
    if asked.party not in parties:
        return ""
    return f"{where}, {key_of('positions')} and then {key_of(deed)} at {parties[asked.party]}"


def _deed(asked: Asked, desk: Desk) -> str:
    """The id of the deed that asks it once more; empty if none does by now."""
    answer = desk.session.answer(asked.place)
    if asked.what == "later":
        return "" if answer.later else "later"
    if asked.what == "set-aside":
        return "" if answer.not_applicable else "set_aside"
    if asked.what in _OF_A_PARTY:
        return _OF_A_PARTY[asked.what]
    position = answer.positions.get(asked.party)
    return "explains" if position and position.stand == asked.what else ""
