"""Taking in filled forms: somebody reads each reason before it enters, and all of it is one step.

Nothing of a form is in the session, in its history or on the disk until `finish`; what is left out leaves no trace.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mou_tui.errors import TooLarge
from mou_tui.exchange.forms.model import FilledClause
from mou_tui.exchange.forms.reader import FormsRead
from mou_tui.frozen import dataclass
from mou_tui.language.text import join_and, pluralize, short_hash
from mou_tui.reports.proposals import clause_caption, from_words
from mou_tui.session.proposals import OutsideProposal
from mou_tui.workspace.intake_step import NOTHING_TAKEN_IN

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

MOST = 1_000
"""The most proposals of one session; its file holds no more than so many entries."""

Choice = Literal["words", "all", "out"]
"""What can become of a proposal: its words are taken, its reason with them, or nothing of it."""
READ_FIRST = "Read each reason before you take it: no student may be named, and nobody else."


@dataclass(frozen=True)
class Candidate:
    """A proposal that was read, with what is to become of it."""

    index: int
    proposal: OutsideProposal
    """As it would be with its reason."""
    choice: Choice

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can become of it."""
        has_words, has_reason = bool(self.proposal.text), bool(self.proposal.reason)
        if not has_words:
            return ("all", "out")
        return ("words", "all", "out") if has_reason else ("words", "out")


class FeedbackIntake:
    """Goes through what forms brought; nothing of it is in the session until `finish`.

    Args:
        workspace: the open session.
        read: the forms.

    Attributes:
        refused: Why files were not read.
        known: How many proposals were taken in before.
        homeless: What forms call the clauses that this agreement does not have.
    """

    def __init__(self, workspace: WorkspaceContext, read: FormsRead) -> None:
        self._workspace = workspace
        self._read = read
        self.refused = read.refused
        clauses = [clause for form in read.forms for clause in form.clauses]
        self.homeless = tuple(dict.fromkeys(clause.caption for clause in clauses if not clause.question_id))
        held = {proposal.id for proposal in workspace.session.proposals}
        every = list(_proposals([clause for clause in clauses if clause.question_id], workspace.history.timestamp.at))
        self._new = tuple(proposal for proposal in every if proposal.id not in held)
        self.known = len(every) - len(self._new)
        self._choices: dict[int, Choice] = {}

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What is new, in the order of the agreement."""
        order = {question.id: index for index, question in enumerate(self._workspace.checklist.questions())}
        indexed = sorted(enumerate(self._new), key=lambda item: order.get(item[1].question, len(order)))
        return tuple(Candidate(index, proposal, self._choice(index)) for index, proposal in indexed)

    def _choice(self, index: int) -> Choice:
        # Only somebody who has read it takes a reason.
        return self._choices.get(index, "words" if self._new[index].text else "out")

    def choose(self, index: int, choice: Choice) -> bool:
        """Say what is to become of a proposal; return whether that can become of it."""
        candidate = Candidate(index, self._new[index], choice)
        if choice in candidate.choices:
            self._choices[index] = choice
        return choice in candidate.choices

    @property
    def is_decided_on(self) -> bool:
        """Whether somebody has decided something by now that leaving would drop."""
        return bool(self._choices)

    def caption(self, candidate: Candidate) -> str:
        """Return number and label of the clause that a proposal is for."""
        return clause_caption(self._workspace.checklist, candidate.proposal.question)

    @property
    def account(self) -> str:
        """What came back, in a few sentences."""
        sentences = [f"{pluralize(len(self._read.forms), 'form')} read: {self._new_words()}."]
        if self.known:
            sentences.append(f"{self.known} {'was' if self.known == 1 else 'were'} taken in before.")
        if empty := sum(not form.clauses for form in self._read.forms):
            sentences.append(f"{pluralize(empty, 'form')} said nothing.")
        if copies := self._read.copies:
            sentences.append(f"{pluralize(copies, 'file')} {'is a copy' if copies == 1 else 'are copies'} of another.")
        if self.homeless:
            sentences.append(f"Not in this agreement, and so left out: {join_and(self.homeless)}.")
        if self.refused:
            sentences.append(f"{pluralize(len(self.refused), 'file')} could not be read.")
        return " ".join(sentences)

    def _new_words(self) -> str:
        if not self._new:
            return "nothing new"
        clauses = len({proposal.question for proposal in self._new})
        counted = pluralize(len(self._new), "proposal")
        return f"{counted} on {pluralize(clauses, 'clause')}, from {from_words(self._new)}"

    @property
    def as_object(self) -> dict[str, object]:
        """The account as data for other programs, without words of the forms."""
        return {
            "forms": len(self._read.forms),
            "proposals": len(self._new),
            "with_reason": sum(bool(proposal.reason) for proposal in self._new),
            "taken_in_before": self.known,
            "not_in_agreement": len(self.homeless),
            "copies": self._read.copies,
            "not_read": len(self.refused),
        }

    @property
    def outcome(self) -> str:
        """What is taken in, as a sentence; to be asked before it is done."""
        counts = Counter(candidate.choice for candidate in self.candidates)
        taken = len(self._new) - counts["out"]
        reasons = sum(candidate.choice == "all" and bool(candidate.proposal.reason) for candidate in self.candidates)
        if not taken:
            return NOTHING_TAKEN_IN
        with_reasons = f", {reasons} with {'its reason' if reasons == 1 else 'their reasons'}" if reasons else ""
        return f"{pluralize(taken, 'proposal')} taken in{with_reasons}."

    def finish(self) -> bool:
        """Take in what was decided, as one step; return whether that changes anything.

        Raises:
            TooLarge: The session cannot hold it; nothing was changed.
        """
        session = self._workspace.session
        proposals = (*session.proposals, *self._taken())
        if len(proposals) > MOST:
            raise TooLarge(f"That makes {len(proposals):,} proposals, of at most {MOST:,}. {NOTHING_TAKEN_IN}")
        return self._workspace.commit("taking in proposals from outside", replace(session, proposals=proposals))

    def _taken(self) -> Iterator[OutsideProposal]:
        for index, proposal in enumerate(self._new):
            choice = self._choice(index)
            if choice != "out":
                yield proposal if choice == "all" else replace(proposal, reason="")


def _proposals(clauses: list[FilledClause], at: str) -> Iterator[OutsideProposal]:
    """Yield what forms propose, each under an id that is the same however often the same forms are read."""
    counts: Counter[tuple[str, ...]] = Counter()
    for clause in clauses:
        # Not of the reason where there are words: a reason may be left out, and then nothing is to remember it.
        content = (clause.question_id, clause.voice, clause.text or f"\n{clause.reason}")
        counts[content] += 1
        proposal_id = short_hash("\n".join((*content, str(counts[content]))))[:8]
        yield OutsideProposal(proposal_id, clause.question_id, clause.text, clause.reason, clause.voice, at)
