"""Proposals from outside of two sides: all of both, each with the answer of the side that gave one."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from mou_tui.merging.log import MergeLog
from mou_tui.merging.records import merged_records
from mou_tui.merging.three_way import greater, three_way
from mou_tui.session.proposals import Outcome, OutsideProposal

Answer = tuple[Outcome, str]
Proposals = tuple[OutsideProposal, ...]


def merged_proposals(base: Proposals, ours: Proposals, theirs: Proposals, log: MergeLog) -> Proposals:
    """Return the proposals of both sides; where both gave an answer, one stays whole and the other is noted."""
    before, left, right = ({proposal.id: proposal for proposal in side} for side in (base, ours, theirs))
    both = left.keys() & right.keys()
    answers = {held: _answer(before.get(held), left[held], right[held], log) for held in both}
    first, second = ((_with_answer(held, answers.get(held.id)) for held in side) for side in (ours, theirs))
    return merged_records(base, first, second, "proposals", log, key=attrgetter("at"))


def _answer(
    base: OutsideProposal | None, ours: OutsideProposal, theirs: OutsideProposal, log: MergeLog
) -> OutsideProposal:
    """Return the side whose answer holds for both."""
    before, left, right = (_outcome(side) for side in (base, ours, theirs))

    def choose(left: Answer, right: Answer) -> Answer:
        chosen = greater(left, right)
        log.give_way(f"proposals.{ours.id}.answer", ": ".join(filter(None, right if chosen == left else left)))
        return chosen

    return ours if three_way(before, left, right, choose) == left else theirs


def _outcome(proposal: OutsideProposal | None) -> Answer:
    return (proposal.outcome, proposal.answer) if proposal else ("", "")


def _with_answer(proposal: OutsideProposal, answered: OutsideProposal | None) -> OutsideProposal:
    return replace(proposal, outcome=answered.outcome, answer=answered.answer) if answered else proposal
