"""Going through a copy of the session that came back: whose it is, what it changes, then all at once or one by one."""

from __future__ import annotations

from collections.abc import Iterable

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.plain.console import Console
from mou_tui.workspace.intake_step import NOTHING_TAKEN_IN
from mou_tui.workspace.reply import Reply
from mou_tui.workspace.reply_account import (
    NOBODYS,
    WHOSE,
    account,
    change_sentence,
    named_places,
    outcome,
    remarks,
    source,
)
from mou_tui.workspace.reply_changes import ReplyChange
from mou_tui.workspace.reply_file import ReplyFile
from mou_tui.workspace.workspace import Workspace


class ReplyTalk:
    """Asks what becomes of a copy that came back; nothing of it is in the session until the end.

    Args:
        console: where to talk.
        workspace: the open session.
        file: the copy.
    """

    def __init__(self, console: Console, workspace: Workspace, file: ReplyFile) -> None:
        self._console = console
        self._workspace = workspace
        self._file = file
        self._say = console.say

    def run(self, party_id: str = "", waiting: Iterable[str] = (), *, is_ours: bool = False) -> bool:
        """Go through the copy; return whether anything was taken in.

        Args:
            party_id: the party whose copy it is, where that is known.
            waiting: clauses that wait, by number or id.
            is_ours: whether it is a copy of this session that a program made which keeps folders in step.

        Raises:
            CommandInterrupt: another command was given, or nothing is to be taken in.
            InputClosed: the person left; nothing was taken in.
            TooLarge: the session cannot hold it; nothing was taken in.
            UsageError: a clause that is to wait is none that the copy would change.
        """
        if not (party_id or is_ours or self._file.session.copy):
            party_id = self._ask_party()
        reply = Reply(self._workspace, self._file, party_id)
        reply.wait(named_places(reply, waiting))
        self._say(f"{source(reply, self._workspace)} {account(reply)}")
        for remark in remarks(reply):
            self._say(remark)
        if not reply.is_news:
            return False
        for change in reply.changes:
            self._say(change_sentence(change, reply))
        prompt = "Say all to take all of it in, each to hear it clause by clause, or nothing:"
        choice = self._console.choose(prompt, "all", "each", "nothing")
        if choice == "nothing":
            self._say(NOTHING_TAKEN_IN)
            return False
        if choice == "each":
            reply.wait([*reply.waiting, *(change.place for change in reply.changes if self._lets_wait(change))])
        taken_in = outcome(reply)
        if not reply.finish():
            self._say(NOTHING_TAKEN_IN)
            return False
        self._say(taken_in)
        return True

    def _ask_party(self) -> str:
        """Ask whose copy it is; return the id of the party, or an empty one where it is nobody's."""
        parties = self._workspace.session.parties
        names = [party_in_sentence(self._workspace.checklist, party, begins=True) for party in parties]
        self._say(f"{self._file.name}. {WHOSE}")
        index = self._console.pick(WHOSE, [*names, NOBODYS])
        return parties[index].id if index < len(parties) else ""

    def _lets_wait(self, change: ReplyChange) -> bool:
        """Say what is here and what it brings; return whether that is to wait."""
        self._say(f"{change.name}.")
        self._say(f"Here: {change.before or 'nothing.'}")
        self._say(f"From them: {change.after or 'nothing.'}")
        if change.note:
            self._say(change.note)
        if not change.place:
            return False
        return self._console.choose("Say take to take it in, or wait to leave it for now:", "take", "wait") == "wait"
