"""Recording that the agreement was adopted. From then on it is in force, and its words are locked.

What is recorded of the adoption, and the answers to proposals from outside, can still be added.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mou_tui.errors import Locked, Refused
from mou_tui.language.dates import long_date, parse_date
from mou_tui.language.text import for_display, join_and, normalize_line, pluralize
from mou_tui.session.history import Entry
from mou_tui.session.in_force import InForce
from mou_tui.session.model import Session, Signatory
from mou_tui.session.standing import agreement_digest, standing
from mou_tui.workspace.identifiers import agreement_id

if TYPE_CHECKING:
    from mou_tui.exchange.signed_file import SignedFile
    from mou_tui.workspace.context import WorkspaceContext

EXPLANATION = "Once this is recorded, the words of the agreement are locked. What comes later can be added here."
RECORDED = "What was adopted is recorded."
MILESTONE = "the adoption"
"""What the moment is called in the history."""
RECORD_ANYWAY = "Record it all the same"
"""The choice to record it although something is left open."""
MOST_NAMED = 3
"""How many clauses a message names; of more it says how many."""
_UNSEEN = "words that nobody looked at yet"
WAYS_ON = "A change in mid-term is an amendment (amend); the next term begins with a review (renew)."


def require_open(before: Session, after: Session, today: str) -> None:
    """Let a change of a session go on, unless it is in force and more changes than may change then.

    Raises:
        Locked: It is in force; says since when, and what to do instead.
    """
    if before.in_force and after.in_force and _locked_part(before) != _locked_part(after):
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

    @property
    def left_open(self) -> str:
        """What an agreement leaves open that is not in force yet, as a sentence to ask about; empty if nothing."""
        session, progress = self._workspace.session, self._workspace.progress()
        if session.in_force:
            return ""
        states = [question.state for question in progress.questions]
        parts = (
            _counted(states.count("empty"), "clause", "has", "have", "no words"),
            _counted(states.count("example") + states.count("earlier"), "clause", "has", "have", _UNSEEN),
            _counted(progress.blanks, "blank", "is", "are", "left"),
            _counted(progress.objections, "objection", "is", "are", "not settled"),
            _counted(progress.later, "check", "is", "are", "still to be made"),
            _counted(sum(proposal.is_open for proposal in session.proposals), "proposal", "has", "have", "no answer"),
        )
        counted = [part for part in parts if part]
        return f"{join_and(counted)}." if counted else ""

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
        """Let the adoption be recorded, unless a meeting goes on or a clause has wordings to choose among.

        Raises:
            Refused: One goes on, and nobody could end it afterwards; or nobody could choose a wording afterwards.
        """
        if self.is_recorded:
            return
        if self._workspace.session.meeting:
            raise Refused("A meeting is going on. End it first; then record that the agreement was adopted.")
        undecided = [question for question in self._workspace.progress().questions if question.alternatives]
        if undecided:
            names = [f"{question.number} {for_display(question.label)}" for question in undecided[:MOST_NAMED]]
            if undecided[MOST_NAMED:]:
                names.append(pluralize(len(undecided) - MOST_NAMED, "other clause"))
            raise Refused(
                f"Choose one of the wordings of {join_and(names)} first; then record that the agreement was adopted."
            )

    def record(self, **given: str) -> bool:
        """Record the adoption, or more of it, as one step; return whether that changes anything.

        Args:
            given: fields of `InForce` with what is to be recorded in each, `adopted` among them.

        Raises:
            Refused: As of `require_ready`, or nothing says when it was adopted.
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


def _locked_part(session: Session) -> Session:
    """Return a session without what may change of an agreement in force: what is recorded of it, and answers."""
    proposals = tuple(replace(proposal, outcome="", answer="") for proposal in session.proposals)
    return replace(session, in_force=None, proposals=proposals)


def _counted(number: int, thing: str, singular: str, plural: str, rest: str) -> str:
    return f"{pluralize(number, thing)} {singular if number == 1 else plural} {rest}" if number else ""


def _locked_message(session: Session, today: str) -> str:
    return f"{standing(session, today)}, so its words stay as they are. {WAYS_ON}"
