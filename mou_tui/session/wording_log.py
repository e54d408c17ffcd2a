"""Logging changed wordings in the history, once the room moves on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mou_tui.session.history import Entry, Timestamp
from mou_tui.session.model import OPENING, Session


def log_wording_changes(since: Session, session: Session, stamp: Timestamp) -> Session:
    """Append a `wording` entry for each text that differs from `since`; return `session` itself if none does.

    Args:
        since: the session up to which wordings are logged.
        session: the session as it is now.
        stamp: local time, and the meeting in progress.
    """
    changed = [(clause_id, before, after) for clause_id, before, after in _wordings(since, session) if before != after]
    if not changed:
        return session
    logged_texts = {entry.place: entry.text for entry in session.history.entries if entry.kind == "wording"}
    entries = []
    for clause_id, before, after in changed:
        # A recovery copy comes with its own history, which tells of it already.
        if logged_texts.get(clause_id) == after:
            continue
        # The file may be older than its history, or changed by hand: what was there is not to be lost.
        if before and clause_id not in logged_texts:
            entries.append(Entry("", "wording", clause_id, text=before))
        elif before and logged_texts[clause_id] != before:
            entries.append(Entry(stamp.at, "wording", clause_id, text=before, meeting=stamp.meeting))
        entries.append(Entry(stamp.at, "wording", clause_id, text=after, meeting=stamp.meeting))
    return replace(session, history=session.history.add(*entries)) if entries else session


def with_wording_logged(session: Session, clause_id: str, stamp: Timestamp) -> Session:
    """Log the wording of a clause as it is, before something is said of it; not where it is logged already.

    A file that was changed by hand, or put together from two, holds wordings that its history does not.

    Args:
        session: holds the wording.
        clause_id: question id.
        stamp: when, and in which meeting, something is said of it.
    """
    text = session.answer(clause_id).text
    wordings = (entry for entry in reversed(session.history.entries) if entry.kind == "wording")
    logged = (entry for entry in wordings if entry.place == clause_id)
    newest = next(logged, None)
    if not text.strip() or (newest and newest.text.strip() == text.strip()):
        return session
    at, meeting = (stamp.at, stamp.meeting) if newest else ("", "")
    return replace(session, history=session.history.add(Entry(at, "wording", clause_id, text=text, meeting=meeting)))


def _wordings(earlier: Session, later: Session) -> Iterator[tuple[str, str, str]]:
    yield OPENING, earlier.opening, later.opening
    for question_id in {**earlier.answers, **later.answers}:
        before, after = earlier.answer(question_id), later.answer(question_id)
        if before is not after:
            yield question_id, before.text, after.text
