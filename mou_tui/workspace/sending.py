"""Sending a copy of an open session to a party, and remembering what was sent."""

from __future__ import annotations

from pathlib import Path

from mou_tui.merging.outgoing import Outgoing, outgoing
from mou_tui.persistence.session_file import ENDING
from mou_tui.session.codec import encode
from mou_tui.session.wording_log import with_wording_logged
from mou_tui.storage.atomic_file import write_atomically
from mou_tui.text import slug
from mou_tui.workspace.identifiers import agreement_id
from mou_tui.workspace.workspace import Workspace


def default_copy_path(file: Path, party_id: str) -> Path:
    """Return where the copy for a party is written: beside the session."""
    return file.with_name(f"{file.name.removesuffix(ENDING)}-for-{slug(party_id)}{ENDING}")


def prepare_copy(workspace: Workspace, party_id: str) -> Outgoing:
    """Return the copy of an open session for a party; nothing is written yet.

    Each wording that is sent is in the history of the session, where a later merge finds what both began with.

    Raises:
        Locked: the agreement is in force, and nobody works on it any more.
    """
    workspace.adoption.require_open()
    stamp = workspace.history.timestamp
    session = workspace.session
    for clause_id in session.answers:
        session = with_wording_logged(session, clause_id, stamp)
    return outgoing(session, party_id, copy_id=workspace.new_id(), agreement=agreement_id(), at=stamp.at)


def write_copy(workspace: Workspace, made: Outgoing, path: Path) -> None:
    """Write a copy to a file that is not there yet, and have the session remember it as one step.

    Raises:
        AlreadyExists: there is such a file.
        CannotSave: it could not be written.
        TooLarge: the session is full; nothing was written.
    """
    data = encode(made.copy)
    write_atomically(path, data, exclusive=True)
    workspace.commit(f"sending a copy as {path.name}", made.original)
