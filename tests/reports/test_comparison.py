"""Two versions of a session are compared with all that is in the agreement, its frame and own clauses included."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.reports.comparison import compare_sessions
from mou_tui.session.model import Answer
from mou_tui.session.parts import Exhibit, OwnClause, ReplacedAgreement
from tests.strategies import EMPTY, SMALL

CLAUSE = OwnClause("own-0000abcd", SMALL.topics[0].id, "Parking")


def test_the_same_wording_is_told_in_one_sentence() -> None:
    assert compare_sessions(SMALL, EMPTY, EMPTY) == "The wording is the same."


def test_the_frame_of_the_agreement_is_compared_part_by_part() -> None:
    later = replace(
        EMPTY,
        title="Interlocal Agreement",
        replaces=ReplacedAgreement("MOU", "May 3, 2019"),
        exhibits=(Exhibit("e1", "Costs", "from finance"), Exhibit("e2", "Schools")),
        counsel="Each party bears its own risk.",
    )
    assert compare_sessions(SMALL, EMPTY, later).split("\n\n") == [
        "Title\n  In the file: nothing\n  Not in it:   Interlocal Agreement",
        "Agreement that this one replaces\n  In the file: nothing\n  Not in it:   MOU, May 3, 2019",
        "Exhibits\n  In the file: nothing\n  Not in it:   Costs (from finance); Schools",
        "Terms from counsel\n  In the file: nothing\n  Not in it:   Each party bears its own risk.",
    ]


def test_a_clause_of_the_rooms_own_is_compared_whichever_session_holds_it() -> None:
    session = replace(EMPTY, clauses=(CLAUSE,)).with_answer(CLAUSE.id, Answer("The SRO parks at the curb."))
    for earlier, later in ((EMPTY, session), (session, EMPTY)):
        report = compare_sessions(SMALL, earlier, later)
        assert "Clauses of your own" in report
        assert "Parking" in report
        assert "The SRO parks at the curb." in report
