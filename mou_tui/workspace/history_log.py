"""Adding to the history of an open session: changed wordings, and entries about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from mou_tui.persistence.store import SessionStore
from mou_tui.session.history import Entry, Kind, Timestamp
from mou_tui.session.model import Session
from mou_tui.session.wording_log import log_wording_changes


class HistoryLog:
    """The history of an open session.

    Wordings are logged when the room moves on, not at every key. Until then a changed wording is in the session only.

    Args:
        store: holds the session.
        clock: local time.
    """

    def __init__(self, store: SessionStore, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._logged = store.session
        """The session up to which changed wordings are in the history."""

    @property
    def now(self) -> datetime:
        """The time now."""
        return self._clock()

    @property
    def timestamp(self) -> Timestamp:
        """The time now, and the id of the meeting in progress."""
        meeting = self._store.session.meeting
        return Timestamp(f"{self._clock():%Y-%m-%d %H:%M}", meeting.id if meeting else "")

    @property
    def today(self) -> str:
        """The day it is."""
        return self.timestamp.at[:10]

    def log_wordings(self) -> None:
        """Add an entry for each wording changed since the last call, and record the session."""
        self._logged = self.with_wordings(self._logged, self._store.session)
        self._store.record(self._logged)

    def mark_logged(self, session: Session) -> None:
        """Take all wordings of a session as logged."""
        self._logged = session

    def wordings_changed_in(self, meeting_id: str) -> set[str]:
        """Return the ids of the clauses that were reworded in a meeting, logged or not."""
        entries = self.with_wordings(self._logged, self._store.session).history.entries
        return {entry.place for entry in entries if entry.kind == "wording" and entry.meeting == meeting_id}

    def with_wordings(self, before: Session, after: Session) -> Session:
        """Return `after` with an entry, as of now, for each wording that differs from `before`."""
        return log_wording_changes(before, after, self.timestamp)

    def with_entry(
        self,
        session: Session,
        kind: Kind,
        clause_id: str = "",
        party: str = "",
        stance: str = "",
        *,
        who: str = "",
        by: str = "",
        text: str = "",
    ) -> Session:
        """Return a session with one more entry in its history, as of now; the arguments are the fields of `Entry`."""
        now = self.timestamp
        entry = Entry(now.at, kind, clause_id, party, stance, who, by, text, now.meeting)
        return replace(session, history=session.history.add(entry))
