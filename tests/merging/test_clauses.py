"""What becomes of one clause that two copies changed, and of who said yes to it."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.merging.sessions import merge
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, Session
from tests.merging.two_copies import AT, BASE, LEAVE, STAY, WAIT, beside, merged, said, written


def test_two_texts_stand_beside_the_one_both_began_with() -> None:
    out = merged(written(BASE, LEAVE), written(BASE, STAY))

    assert out.answer("alpha").text == WAIT
    assert beside(out) == {LEAVE: "", STAY: ""}
    assert all(held_id.startswith("alt-") for held_id in out.answer("alpha").alternatives)
    assert [(entry.kind, entry.text) for entry in out.history.entries] == [
        ("alternative", LEAVE),
        ("alternative", STAY),
        ("wording", WAIT),
    ]


def test_the_same_text_on_both_sides_is_just_there() -> None:
    out = merged(written(BASE, LEAVE), written(BASE, f"{LEAVE}\n"))

    assert out.answer("alpha").text.strip() == LEAVE
    assert not beside(out)


def test_a_text_that_one_cleared_and_the_other_rewrote_is_asked() -> None:
    out = merged(written(BASE, ""), written(BASE, STAY))

    assert (out.answer("alpha").text, beside(out)) == (WAIT, {"Reserved.": "", STAY: ""})


def test_what_the_other_said_yes_to_meanwhile_is_not_changed_alone() -> None:
    out = merged(said(BASE, "agency"), written(BASE, LEAVE))

    assert (out.answer("alpha").text, beside(out)) == (WAIT, {LEAVE: ""})
    assert out.answer("alpha").positions["agency"].wording == Answer(WAIT).wording


def test_an_objection_holds_up_nothing_and_is_to_confirm() -> None:
    out = merged(said(BASE, "agency", "objects"), written(BASE, LEAVE))

    answer = out.answer("alpha")
    assert (answer.text, beside(out)) == (LEAVE, {})
    assert answer.positions["agency"].wording == Answer(WAIT).wording != answer.wording


def test_a_clause_set_aside_by_one_and_rewritten_by_the_other_still_applies_and_is_asked() -> None:
    aside = BASE.with_answer("alpha", replace(BASE.answer("alpha"), not_applicable="no schools"))
    out = merged(aside, written(BASE, LEAVE))

    assert (out.answer("alpha").text, out.answer("alpha").not_applicable) == (LEAVE, "")
    assert ["no schools" in action.what for action in out.actions] == [True]


def test_two_alternatives_of_one_party_both_stand() -> None:
    def proposed(text: str) -> Session:
        return BASE.with_answer("alpha", Answer(WAIT, alternatives={"district": Alternative(text)}))

    out = merged(proposed(LEAVE), proposed(STAY))

    assert beside(out) == {LEAVE: "district", STAY: "district"}


def test_of_a_fact_the_earlier_words_stay_and_the_room_is_asked() -> None:
    base = BASE.with_fact("start-date", "July 1")
    ours, theirs = base.with_fact("start-date", "August 1"), base.with_fact("start-date", "May 1")
    result = merge(ours, theirs, base, at=AT)

    assert result.session.facts == {"start-date": "July 1"}
    assert result.contested == ("facts.start-date",)
    proposals = [action.proposes for action in result.session.actions]
    assert sorted(held.text for held in proposals if held) == ["August 1", "May 1"]


def test_a_fact_that_one_cleared_and_the_other_rewrote_is_asked() -> None:
    base = replace(BASE, facts={"state": "Ohio"})
    ours, theirs = replace(base, facts={}), replace(base, facts={"state": "Iowa"})
    out = merge(ours, theirs, base, at=AT)

    assert (out.session.facts, out.contested) == ({"state": "Ohio"}, ("facts.state",))
    assert sorted(action.proposes.text for action in out.session.actions if action.proposes) == ["", "Iowa"]
    assert merged(out.session, ours, base) == out.session == merged(out.session, theirs, base)
    assert merged(ours, base, base).facts == {}
