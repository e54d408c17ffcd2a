"""Sending a copy of an open session to a party, and remembering what was sent."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.errors import Refused
from mou_tui.language.dates import long_date
from mou_tui.language.text import for_display, slug
from mou_tui.merging.outgoing import Outgoing, caucuses_of, outgoing, sole_party
from mou_tui.persistence.session_file import ENDING
from mou_tui.session.codec import encode
from mou_tui.session.limits import check_step
from mou_tui.session.meeting import Meeting
from mou_tui.session.wording_log import with_wording_logged
from mou_tui.storage.atomic_file import write_atomically
from mou_tui.workspace.identifiers import agreement_id
from mou_tui.workspace.workspace import Workspace

READABLE = "Whoever gets it can read all of it."


def default_copy_path(file: Path, party_id: str) -> Path:
    """Return where the copy for a party is written: next to the session."""
    return file.with_name(f"{file.name.removesuffix(ENDING)}-for-{slug(party_id)}{ENDING}")


def check_sendable(workspace: Workspace) -> None:
    """Refuse to make a copy of what is itself the copy of a party, or is in force already; raises Refused."""
    workspace.adoption.require_open()
    copy = workspace.session.copy
    if copy:
        party = party_in_sentence(workspace.checklist, workspace.session.party(copy.to))
        name = for_display(workspace.store.path.name)
        raise Refused(f"This file is itself the copy of {party}. Mail the file {name} back.")


def caucuses(workspace: Workspace, party_id: str) -> tuple[tuple[Meeting, str], ...]:
    """Return the meetings that go to a party only if they are chosen, each with its name."""
    return tuple((meeting, _caucus_name(workspace, meeting)) for meeting in caucuses_of(workspace.session, party_id))


def _caucus_name(workspace: Workspace, meeting: Meeting) -> str:
    party = party_in_sentence(workspace.checklist, workspace.session.party(sole_party(meeting)))
    return f"the meeting of {long_date(meeting.began)} that {party} held alone"


def prepare_copy(workspace: Workspace, party_id: str, chosen: Collection[str] = ()) -> Outgoing:
    """Return the copy of an open session for a party; nothing is written yet.

    Each wording that is sent is in the history of the session, where a later merge finds what both began with.

    Args:
        workspace: the open session.
        party_id: id of the party.
        chosen: ids of meetings that one party held alone and that go all the same.

    Raises:
        Refused: the session is itself the copy of a party, or the agreement is in force.
    """
    check_sendable(workspace)
    workspace.history.log_wordings()
    stamp = workspace.history.timestamp
    session = workspace.session
    for clause_id in session.answers:
        session = with_wording_logged(session, clause_id, stamp)
    ids = {"copy_id": workspace.new_id(), "agreement": agreement_id()}
    return outgoing(session, party_id, **ids, at=stamp.at, caucuses=chosen)


def write_copy(workspace: Workspace, made: Outgoing, path: Path) -> None:
    """Write a copy to a file that is not there yet, and have the session remember it.

    That is no step that can be taken back, for the copy would be out all the same.

    Raises:
        AlreadyExists: there is such a file.
        CannotSave: it could not be written.
        TooLarge: the session is full; nothing was written.
    """
    check_step(workspace.session, made.original, workspace.store.size)
    write_atomically(path, encode(made.copy), exclusive=True)
    workspace.history.mark_logged(made.original)
    workspace.store.record(made.original)
    workspace.store.save()


def contents_sentences(made: Outgoing) -> tuple[str, str]:
    """Return what is in a copy and what is not, a sentence each."""
    return f"In the copy: {'; '.join(made.included)}.", f"Not in the copy: {'; '.join(made.withheld)}."


def sent_sentence(path: Path) -> str:
    """Return that a copy was written, and what to do with it and with what comes back."""
    return f"Wrote {for_display(path)}. Mail it; take in what comes back."
