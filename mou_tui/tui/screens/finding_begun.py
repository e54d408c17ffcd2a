"""Where to find again what was typed into dialogs and not given."""

from __future__ import annotations

from mou_tui.desk import Desk
from mou_tui.draft.agreement import label_of
from mou_tui.tui.screens.begun import CAPTURE, Asked, Begun

_MOST = 3
"""Ways that can be told in passing."""


def where_begun(begun: Begun, desk: Desk) -> str:
    """A sentence with the keys that show what was begun; empty if nothing was that can still be given."""
    ways = [way for asked in begun.asked if (way := _way(asked, desk))]
    if not ways:
        return ""
    told = [*ways[:_MOST], *([f"{len(ways) - _MOST} more"] if len(ways) > _MOST else [])]
    return f"Words you had begun to type were kept. To see them: {'; '.join(told)}."


def _way(asked: Asked, desk: Desk) -> str:
    """The keys that ask it once more; empty if none do, for its place or party is gone, or otherwise by now."""
    if asked == CAPTURE:
        return "F6"
    key = _key(asked, desk) if asked.place in desk.checklist else ""
    if not key:
        return ""
    where = f"in {desk.checklist.number(asked.place)}"
    if not asked.party:
        return f"{where}, {key}"
    parties = {party.id: label_of(desk.checklist, party) for party in desk.session.parties}
    return f"{where}, F7 and then {key} at {parties[asked.party]}" if asked.party in parties else ""


def _key(asked: Asked, desk: Desk) -> str:
    answer = desk.session.answer(asked.place)
    if asked.what == "later":
        return "" if answer.later else "Ctrl+L"
    if asked.what == "set-aside":
        return "" if answer.not_applicable else "F8"
    if asked.what in ("check", "propose"):
        return asked.what[0]
    position = answer.positions.get(asked.party)
    return "w" if position and position.stand == asked.what else ""
