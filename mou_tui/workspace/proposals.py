"""Answering what people outside the room propose, and putting their words next to a clause."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from mou_tui.language.text import clean_line, pluralize
from mou_tui.reports.proposals import VOICES
from mou_tui.session.proposals import Outcome, OutsideProposal
from mou_tui.workspace.intake_step import Arrival, with_arrivals

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

_NO_WORDS = "It is only a reason; there are no words to put beside the clause."
_GONE = "Its clause is not in this session any more."
_SET_ASIDE = "Its clause does not apply."
_READS_SO = "The clause reads so already."
_IS_THERE = "It stands beside the clause already."


class Proposals:
    """Changes what became of the proposals of a session.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

    def answer(self, ids: Collection[str], outcome: Outcome, answer: str) -> bool:
        """Say what became of one proposal or of several, and why; return whether that changes anything.

        Args:
            ids: of the proposals.
            outcome: what became of them; empty to take an answer away.
            answer: why, in one line.
        """
        why = " ".join(clean_line(answer).text.split())
        session = self._workspace.session
        proposals = tuple(
            replace(proposal, outcome=outcome, answer=why) if proposal.id in ids else proposal
            for proposal in session.proposals
        )
        label = f"the answer to {pluralize(len(ids), 'proposal')}"
        return self._workspace.commit(label, replace(session, proposals=proposals))

    def add_alternative(self, proposal: OutsideProposal) -> str:
        """Put the words of a proposal next to its clause as an alternative; return why not, empty if they are there."""
        if obstacle := self._obstacle(proposal):
            return obstacle
        arrival = Arrival(proposal.question, proposal.text, "", VOICES[proposal.from_], proposal.id)
        session = with_arrivals(self._workspace, [arrival], (), None)
        self._workspace.commit("putting a proposal beside its clause", session)
        return ""

    def _obstacle(self, proposal: OutsideProposal) -> str:
        if not proposal.text.strip():
            return _NO_WORDS
        if proposal.question not in self._workspace.checklist:
            return _GONE
        answer = self._workspace.session.answer(proposal.question)
        if answer.not_applicable:
            return _SET_ASIDE
        if proposal.text.strip() == answer.text.strip():
            return _READS_SO
        return _IS_THERE if any(held.from_ == proposal.id for held in answer.alternatives.values()) else ""
