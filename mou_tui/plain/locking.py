"""Agreed words, line by line: they are not changed before somebody says unlock."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.desk import Desk
from mou_tui.draft.agreement import called
from mou_tui.draft.clause_lock import will_be_asked
from mou_tui.plain.console import Console
from mou_tui.plain.phrases import Say
from mou_tui.plain.words import Act
from mou_tui.text import capital, listed


def is_held(desk: Desk, say: Say) -> bool:
    """Whether the clause on the table is locked; if so, it is said what one can do."""
    holders = desk.locks.holders(desk.place)
    if not holders:
        return False
    names = capital(listed([called(desk.checklist, party) for party in holders]))
    verb = "agrees to it, or can live with it" if len(holders) == 1 else "agree to it, or can live with it"
    they = "it" if len(holders) == 1 else "they"
    say(f"{desk.name()} is locked. {names} {verb}, as it is worded; nothing was changed.")
    say(f"Say propose to put another wording beside it, or unlock to change it: {they} will be asked again.")
    return True


class Locking:
    """Unlocks the clause on the table.

    Args:
        desk: the session on the table.
        console: where to talk.
    """

    def __init__(self, desk: Desk, console: Console) -> None:
        self._desk = desk
        self._say = console.say
        self.acts: Mapping[str, Act] = {"unlock": self._unlock}

    def _unlock(self, _: str) -> None:
        holders = self._desk.locks.holders(self._desk.place)
        if not holders:
            self._say(f"{capital(self._desk.name())} is not locked; it can be changed as it is.")
            return
        self._desk.locks.unlock(self._desk.place)
        again = will_be_asked(self._desk.checklist, holders)
        self._say(f"{self._desk.name()} is unlocked. {again} once it reads otherwise.")
