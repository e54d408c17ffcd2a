"""Agreed words, line by line: they are not changed before somebody says unlock."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.clause_lock import will_be_asked
from mou_tui.plain.console import Console
from mou_tui.plain.speech import Say
from mou_tui.plain.vocabulary import Handler
from mou_tui.text import capitalize_first, join_and
from mou_tui.workspace.workspace import Workspace


def is_held(workspace: Workspace, say: Say) -> bool:
    """Whether the clause on the table is locked; if so, it is said what one can do."""
    holders = workspace.locks.holders(workspace.clause_id)
    if not holders:
        return False
    names = capitalize_first(join_and([party_in_sentence(workspace.checklist, party) for party in holders]))
    verb = "agrees to it, or can live with it" if len(holders) == 1 else "agree to it, or can live with it"
    they = "it" if len(holders) == 1 else "they"
    say(f"{workspace.clause_name()} is locked. {names} {verb}, as it is worded; nothing was changed.")
    say(f"Say propose to put another wording beside it, or unlock to change it: {they} will be asked again.")
    return True


class Locking:
    """Unlocks the clause on the table.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {"unlock": self._unlock}

    def _unlock(self, _: str) -> None:
        holders = self._workspace.locks.holders(self._workspace.clause_id)
        if not holders:
            self._say(f"{capitalize_first(self._workspace.clause_name())} is not locked; it can be changed as it is.")
            return
        self._workspace.locks.unlock(self._workspace.clause_id)
        again = will_be_asked(self._workspace.checklist, holders)
        self._say(f"{self._workspace.clause_name()} is unlocked. {again} once it reads otherwise.")
