"""Proposals from outside of two copies: all are there, and one answer stays whole."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.merging.outgoing import outgoing
from mou_tui.merging.sessions import merge
from mou_tui.session.model import Session
from mou_tui.session.proposals import OutsideProposal
from tests.strategies import EMPTY

AT = "2026-12-06 09:00"
FIRST = OutsideProposal("00000001", "alpha", "The SRO waits a day.", from_="parent", at="2026-12-04 10:00")
SECOND = OutsideProposal("00000002", "alpha", "The SRO waits an hour.", from_="student", at="2026-12-05 10:00")
BASE = replace(EMPTY, proposals=(FIRST,))


def merged(ours: Session, theirs: Session) -> Session:
    return merge(ours, theirs, BASE, at=AT).session


def test_what_one_side_answered_and_what_the_other_took_in_are_both_there() -> None:
    ours = replace(BASE, proposals=(replace(FIRST, outcome="taken", answer="It is clearer."),))
    theirs = replace(BASE, proposals=(FIRST, SECOND))

    assert merged(ours, theirs).proposals == (ours.proposals[0], SECOND) == merged(theirs, ours).proposals


def test_an_outcome_never_stands_with_the_reason_of_the_other_and_what_gives_way_is_noted() -> None:
    ours = replace(BASE, proposals=(replace(FIRST, outcome="taken", answer="As asked."),))
    theirs = replace(BASE, proposals=(replace(FIRST, outcome="not", answer="Zones differ."),))

    for out in (merged(ours, theirs), merged(theirs, ours)):
        (proposal,) = out.proposals
        assert (proposal.outcome, proposal.answer) in (("taken", "As asked."), ("not", "Zones differ."))
        noted = " ".join(entry.text for entry in out.history.entries)
        assert ("not: Zones differ." in noted) == (proposal.outcome == "taken")


def test_the_public_s_proposals_go_to_a_party_without_what_nobody_knows_of_them() -> None:
    session = replace(BASE, proposals=(replace(FIRST, extra={"x-own": "ours"}),))
    made = outgoing(session, "district", copy_id="00c0ffee", agreement="0123456789ab", at=AT)

    assert made.copy.proposals == (FIRST,)
    assert "1 proposal from outside, with what became of each" in made.included
