"""A position that another party reports is to be confirmed by the party itself, and agrees to nothing until then."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.draft.agreement import agreement_of
from mou_tui.draft.clause_lock import supporters
from mou_tui.session.meeting import Position
from mou_tui.session.model import Answer, Party
from tests.strategies import EMPTY

ANSWER = Answer("The SRO shall wait.")
SESSION = replace(
    EMPTY,
    parties=(Party("agency", short="the Police Department"), Party("district", short="the School District")),
    answers={
        "alpha": replace(
            ANSWER,
            positions={
                "agency": Position("agrees", ANSWER.wording, reported="district"),
                "district": Position("agrees", ANSWER.wording),
            },
        )
    },
)


def test_it_is_to_be_confirmed_and_says_by_whom_it_was_reported() -> None:
    agreement = agreement_of(SESSION, "alpha")

    assert agreement.state == "to-confirm"
    assert [stance.description for stance in agreement.to_confirm] == [
        "agrees (to confirm: reported by the School District)"
    ]


def test_it_locks_nothing() -> None:
    assert [party.id for party in supporters(SESSION, "alpha")] == ["district"]
