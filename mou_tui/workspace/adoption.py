"""Recording that the agreement was adopted. From then on it is in force, and nothing else of its session changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mou_tui.dates import long_date, parse_date
from mou_tui.errors import Locked, Refused
from mou_tui.session.history import Entry
from mou_tui.session.in_force import InForce
from mou_tui.session.model import Session, Signatory
from mou_tui.session.standing import agreement_digest, standing
from mou_tui.workspace.context import WorkspaceContext
from mou_tui.workspace.identifiers import agreement_id
from mou_tui.workspace.parties import normalize_line

if TYPE_CHECKING:
    from mou_tui.exchange.signed_file import SignedFile

EXPLANATION = "Once this is recorded, the words of the agreement are locked. What comes later can be added here."
RECORDED = "What was adopted is recorded."
MILESTONE = "the adoption"
"""What the moment is called in the history."""
WAYS_ON = "A change in mid-term is an amendment (amend); the next term begins with a review (renew)."


def require_open(before: Session, after: Session, today: str) -> None:
    """Let a change of a session go on, unless it is in force and more changes than what is recorded of that.

    Raises:
        Locked: It is in force; says since when, and what to do instead.
    """
    if before.in_force and after.in_force and replace(after, in_force=before.in_force) != before:
        raise Locked(_locked_message(before, today))


class Adoption:
    """Records that the agreement was adopted, and what is known later: the signatures, where it was posted and filed.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

    @property
    def recorded(self) -> InForce:
        """What is recorded; before that, the day of the last signature as far as those who sign are dated."""
        session = self._workspace.session
        if session.in_force:
            return session.in_force
        people = [person for party in session.signers for person in party.signatories or (Signatory(),)]
        days = [parse_date(person.date) for person in people]
        return InForce(signed=long_date(max(days)) if days and all(days) else "")

    @property
    def is_recorded(self) -> bool:
        """Whether the agreement is in force."""
        return self._workspace.session.in_force is not None

    @property
    def locked_message(self) -> str:
        """Why nothing of an agreement in force changes, and what to do instead; empty where it is not in force."""
        session = self._workspace.session
        return _locked_message(session, self._workspace.history.today) if session.in_force else ""

    def compare_signed(self, path: Path) -> SignedFile:
        """Return what differs between a signed file and the agreement here; raises CannotOpen."""
        from mou_tui.exchange.signed_file import compare_signed

        workspace = self._workspace
        return compare_signed(workspace.checklist, workspace.session, path, now=workspace.history.now)

    def require_open(self) -> None:
        """Let the agreement be worked on, unless it is in force.

        Raises:
            Locked: It is; says since when, and what to do instead.
        """
        if message := self.locked_message:
            raise Locked(message)

    def require_ready(self) -> None:
        """Let the adoption be recorded, unless a meeting goes on.

        Raises:
            Refused: One goes on, and nobody could end it afterwards.
        """
        if self._workspace.session.meeting and not self.is_recorded:
            raise Refused("A meeting is going on. End it first; then record that the agreement was adopted.")

    def record(self, **given: str) -> bool:
        """Record the adoption, or more of it, as one step; return whether that changes anything.

        Args:
            given: fields of `InForce` with what is to be recorded in each, `adopted` among them.

        Raises:
            Refused: A meeting goes on, or nothing says when it was adopted.
        """
        self.require_ready()
        if not given["adopted"].strip():
            raise Refused("Say when it was adopted: without that, it is not in force.")
        session, stamp = self._workspace.session, self._workspace.history.timestamp
        before = session.in_force or InForce(digest=agreement_digest(session))
        words = {name: normalize_line(text) for name, text in given.items()}
        held = InForce(**{**vars(before), **words})
        if session.in_force:
            return self._workspace.commit("what was recorded of the adoption", replace(session, in_force=held))
        moment = Entry(stamp.at, "milestone", text=MILESTONE, id=self._workspace.new_id())
        agreement, history = session.agreement or agreement_id(), session.history.add(moment)
        after = replace(session, in_force=held, agreement=agreement, history=history)
        return self._workspace.commit("recording the adoption", after)


def _locked_message(session: Session, today: str) -> str:
    return f"{standing(session, today)}, so its words stay as they are. {WAYS_ON}"
