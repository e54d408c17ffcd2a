"""Taking in a copy of the session that came back: what it changes, what of it waits, and one step for all of it.

The file stays as it is. A clause that waits stays as it was here, and can be taken from the same file another time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from mou_tui.errors import InvalidFile, TooLarge
from mou_tui.merging.account import Account, account_of
from mou_tui.merging.incoming import without_waiting
from mou_tui.merging.sessions import Merged, merge
from mou_tui.session.codec import decode, encode
from mou_tui.session.copies import CopyOf, SentCopy
from mou_tui.session.limits import FILE
from mou_tui.session.meeting import Meeting
from mou_tui.session.model import Party, Session
from mou_tui.session.taken_in import TakenIn
from mou_tui.session.wording_log import with_wording_logged
from mou_tui.workspace.reply_changes import ReplyChange, changes_of
from mou_tui.workspace.reply_file import UNCHANGED, ReplyFile

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext


class Reply:
    """Goes through one copy that came back; nothing of it is in the session until `finish`.

    Args:
        workspace: the open session.
        file: the copy.
        party: id of the party whose copy it is, where it does not say so itself; empty where it is nobody's.

    Attributes:
        file: The copy.
        account: What taking in all of it comes to.
        changes: What it would change here, in the order of the draft.
        waiting: Ids of the clauses, or `opening`, that are to stay as they are for now.
    """

    def __init__(self, workspace: WorkspaceContext, file: ReplyFile, party: str = "") -> None:
        workspace.history.log_wordings()
        self._workspace = workspace
        self._party = party
        self.file = file
        self.waiting: set[str] = set()
        ours, merged = workspace.session, self._merged(file.session)
        self.account: Account = account_of(merged, ours, file.session)
        self.changes: tuple[ReplyChange, ...] = tuple(
            changes_of(workspace.checklist, ours, file.session, merged.session, self.account)
        )
        self.is_news = merged.session != ours
        """Whether anything in it is not here yet."""

    @property
    def copy(self) -> CopyOf | None:
        """Whose copy it says it is; None where it does not say."""
        return self.file.session.copy

    @property
    def party(self) -> Party | None:
        """The party whose copy it is; None where it is nobody's."""
        party_id = self.copy.to if self.copy else self._party
        return self._workspace.session.party(party_id) if party_id else None

    @property
    def sent(self) -> SentCopy | None:
        """The copy that went out, as this session remembers it; None where it does not."""
        return next((sent for sent in self._workspace.session.sent if self.copy and sent.id == self.copy.id), None)

    @property
    def newer(self) -> SentCopy | None:
        """The last copy that went to the same party since; None where this is the reply to the last one."""
        sent = self._workspace.session.sent
        later = sent[sent.index(self.sent) + 1 :] if self.sent else ()
        return next((copy for copy in reversed(later) if self.copy and copy.to == self.copy.to), None)

    @property
    def earlier(self) -> TakenIn | None:
        """How the very same file was taken in before; None where it was not."""
        known = (held for held in self._workspace.session.taken_in if held.sha256 == self.file.sha256)
        return next(known, None)

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of the clauses it would change, and `opening`; each can wait."""
        return tuple(change.place for change in self.changes if change.place)

    def wait(self, places: Iterable[str]) -> None:
        """Have some of the places stay as they are for now, and no others."""
        self.waiting = set(places)

    def finish(self) -> bool:
        """Take in all that does not wait, as one step; return whether that changes anything.

        Raises:
            TooLarge: The session cannot hold it; nothing was changed.
        """
        workspace = self._workspace
        workspace.history.log_wordings()
        ours, stamp = workspace.session, workspace.history.timestamp
        after = self._merged(without_waiting(self.file.session, ours, self.waiting)).session
        if after == ours:
            return False
        for clause_id, answer in after.answers.items():
            if answer.text != ours.answer(clause_id).text:
                after = with_wording_logged(after, clause_id, stamp)
        after = replace(after, meetings=tuple(self._ended(meeting) for meeting in after.meetings))
        if not self.earlier:
            after = replace(after, taken_in=(*after.taken_in, self._record()))
        _check(after)
        workspace.replace_session(f"taking in {self.file.name}", after)
        return True

    def _merged(self, theirs: Session) -> Merged:
        stamp = self._workspace.history.timestamp
        return merge(self._workspace.session, theirs, at=stamp.at, parties=("", self._party))

    def _ended(self, meeting: Meeting) -> Meeting:
        """Return a meeting that came in and never ended with its last entry as its end: it does not go on here."""
        is_known = any(held.id == meeting.id for held in self._workspace.session.meetings)
        if is_known or meeting.ended:
            return meeting
        times = [entry.at for entry in self.file.session.history.entries if entry.meeting == meeting.id]
        return replace(meeting, ended=max((meeting.began, *times)))

    def _record(self) -> TakenIn:
        """Return what the session keeps of the file itself; wordings that came with a copy name the copy."""
        known = {held.id for held in self._workspace.session.taken_in}
        copy_id = self.copy.id if self.copy else ""
        record_id = copy_id if copy_id and copy_id not in known else self._workspace.new_id()
        party = self.party.id if self.party else ""
        at = self._workspace.history.timestamp.at
        return TakenIn(record_id, self.file.name, self.file.sha256, party, at)


def _check(session: Session) -> None:
    """Refuse a session that could not be saved, or not be read again; raises TooLarge."""
    too_much = f"Together they make more than a session can hold. {UNCHANGED}"
    try:
        data = encode(session)
        if len(data) > FILE:
            raise TooLarge(too_much)
        decode(data, "what came of it", whole=False)
    except InvalidFile as error:
        raise TooLarge(too_much) from error
    except ValueError as error:
        raise TooLarge(f"It holds what a session file cannot. {UNCHANGED}") from error
