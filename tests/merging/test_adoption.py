"""Merging an agreement in force: what was recorded of it comes together, and its words stay as they were adopted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.errors import Refused
from mou_tui.merging.sessions import merge
from mou_tui.session.in_force import InForce
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, Session
from mou_tui.session.standing import agreement_digest
from tests.merging.edits import BASE

DRAFT = replace(BASE, answers={"alpha": Answer("The SRO shall wait.")})
HELD = InForce("March 9, 2027", signed="March 12, 2027", digest=agreement_digest(DRAFT))
ADOPTED = replace(DRAFT, in_force=HELD, agreement="0123456789ab")
AT = "2027-04-01 09:00"


def recorded(**words: str) -> Session:
    return replace(ADOPTED, in_force=InForce(**{**vars(HELD), **words}))


def merged(ours: Session, theirs: Session, base: Session | None) -> Session:
    return merge(ours, theirs, base, at=AT).session


@pytest.mark.parametrize("base", [DRAFT, ADOPTED, None])
def test_what_two_sides_recorded_comes_together(base: Session | None) -> None:
    ours, theirs = recorded(posted="the website"), recorded(filed="the state")
    for pair in ((ours, theirs), (theirs, ours)):
        held = merged(*pair, base).in_force
        assert held and (held.posted, held.filed, held.signed) == ("the website", "the state", "March 12, 2027")


def test_the_adoption_on_one_side_holds_where_the_other_left_the_words_as_they_were() -> None:
    assert merged(ADOPTED, DRAFT, DRAFT) == ADOPTED
    assert merged(DRAFT, ADOPTED, DRAFT) == ADOPTED


@pytest.mark.parametrize(
    "other",
    [
        DRAFT.with_answer("alpha", Answer("The SRO shall leave.")),
        DRAFT.with_answer("beta", Answer("More.")),
        DRAFT.with_answer("alpha", Answer("The SRO shall wait.", alternatives={"district": Alternative("Stay.")})),
        replace(DRAFT, opening="Between us."),
        DRAFT.with_fact("start-date", "July 1, 2030"),
    ],
)
@pytest.mark.parametrize("base", [DRAFT, None])
def test_other_words_are_refused_whichever_side_has_them(other: Session, base: Session | None) -> None:
    for pair in ((ADOPTED, other), (other, ADOPTED)):
        with pytest.raises(Refused, match="A change in mid-term is an amendment"):
            merged(*pair, base)
