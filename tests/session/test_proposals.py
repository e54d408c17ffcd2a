"""Proposals from outside in the session file: format, removal of words, undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mou_tui.errors import InvalidFile, TooLarge
from mou_tui.session.codec import decode, encode
from mou_tui.session.limits import WORDS, check_step
from mou_tui.session.proposals import OutsideProposal
from mou_tui.session.redaction import Redaction
from mou_tui.session.undo import UndoStep, do_again, revert
from tests.strategies import EMPTY

PROPOSAL = OutsideProposal(
    "00c0ffee", "alpha", "Ask Ann Poe.", "Ann Poe is not there.", "parent", "2026-12-04 10:00", "not", "Not Ann Poe."
)
SESSION = replace(EMPTY, proposals=(PROPOSAL,))


def test_they_are_written_under_plain_keys_and_need_no_newer_format() -> None:
    data = encode(SESSION)
    assert b'format: "1"' in data
    assert (
        b'\nproposals:\n- id: "00c0ffee"\n  question: alpha\n  text: Ask Ann Poe.\n  reason: Ann Poe is not there.\n'
        b'  from: parent\n  at: "2026-12-04 10:00"\n  outcome: not\n  answer: Not Ann Poe.\n'
    ) in data


@pytest.mark.parametrize(("held", "other"), [(b"outcome: not", b"outcome: perhaps"), (b"from: parent", b"from: Ann")])
def test_a_word_that_is_none_of_those_there_are_is_refused(held: bytes, other: bytes) -> None:
    with pytest.raises(InvalidFile):
        decode(encode(SESSION).replace(held, other), "a.mou.yaml")


def test_striking_reaches_words_reason_and_answer_and_leaves_the_outcome() -> None:
    redaction = Redaction("Ann Poe", date(2026, 12, 5))
    assert b"Ann Poe" not in encode(redaction.session(SESSION)) and redaction.count == 3
    assert Redaction("not", date(2026, 12, 5)).session(SESSION).proposals[0].outcome == "not"


def test_taking_them_in_is_taken_back_and_done_again() -> None:
    step = UndoStep("taking them in", EMPTY, SESSION)
    back = revert(step, SESSION).session
    assert back == EMPTY
    assert do_again(step, back).session == SESSION


def test_no_more_is_taken_in_than_the_file_can_hold() -> None:
    large = replace(EMPTY, proposals=(replace(PROPOSAL, reason="long " * 1_000),))
    with pytest.raises(TooLarge):
        check_step(EMPTY, large, WORDS - 1)
