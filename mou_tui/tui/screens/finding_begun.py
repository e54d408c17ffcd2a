"""Where to find again what was typed into dialogs and not given."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.desk import Desk
from mou_tui.draft.agreement import label_of
from mou_tui.tui.screens.begun import NOTHING, Asked, Begun

_MOST = 3
"""Ways that can be told in passing."""


def where_begun(begun: Begun, desk: Desk) -> str:
    """A sentence with the keys that show what was begun; empty if nothing was that can still be given."""
    ways = list(_ways(begun, desk))
    if not ways:
        return ""
    told = [*ways[:_MOST], *([f"{len(ways) - _MOST} more"] if len(ways) > _MOST else [])]
    return f"Words you had begun to type were kept. To see them: {'; '.join(told)}."


def _ways(begun: Begun, desk: Desk) -> Iterator[str]:
    if begun.captured != NOTHING:
        yield "F6"
    parties = {party.id: label_of(desk.checklist, party) for party in desk.session.parties}
    for place, party in begun.proposals:
        if place in desk.checklist and party in parties:
            yield f"in {desk.checklist.number(place)}, F7 and then p at {parties[party]}"
    for asked in begun.asked:
        key = _key(asked, desk) if asked.place in desk.checklist else ""
        if key and asked.what in ("later", "set-aside"):
            yield f"in {desk.checklist.number(asked.place)}, {key}"
        elif key and asked.party in parties:
            yield f"in {desk.checklist.number(asked.place)}, F7 and then {key} at {parties[asked.party]}"


def _key(asked: Asked, desk: Desk) -> str:
    """The key that asks once more; empty if nothing does, for what was asked about is otherwise by now."""
    answer = desk.session.answer(asked.place)
    if asked.what == "later":
        return "" if answer.later else "Ctrl+L"
    if asked.what == "set-aside":
        return "" if answer.not_applicable else "F8"
    if asked.what == "check":
        return "c"
    position = answer.positions.get(asked.party)
    return "w" if position and position.stand == asked.what else ""
