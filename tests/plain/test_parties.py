"""What each party says of a wording, and the wordings they want instead."""

from __future__ import annotations

import pytest

from mou_tui.plain.stance_parser import parse_check, parse_parties, parse_stance
from mou_tui.session.model import Party
from tests.plain.conftest import Begin
from tests.plain.talking import talk

PARTIES = (
    Party("agency", name="Lake City Police Department", short="the Police Department"),
    Party("district", name="Lake City Unified School District", short="the School District"),
    Party("lake-pta", name="Parents of Lake High"),
)


@pytest.mark.parametrize(
    ("text", "meant", "rest"),
    [
        ("1 agrees", ["agency"], "agrees"),
        ("1, agrees", ["agency"], "agrees"),
        ("district objects", ["district"], "objects"),
        ("The School District objects The Fee", ["district"], "objects The Fee"),
        ("pol ok", ["agency"], "ok"),
        ("pta can", ["lake-pta"], "can"),
        ("lake agrees", ["agency", "district", "lake-pta"], "agrees"),
        ("lake city agrees", ["agency", "district"], "agrees"),
        ("sheriff objects the fee", [], "objects the fee"),
        ("4 agrees", [], "agrees"),
        ("", [], ""),
    ],
)
def test_a_party_is_told_by_its_number_or_any_words_of_its_names(text: str, meant: list[str], rest: str) -> None:
    parties, following = parse_parties(PARTIES, text)
    assert ([party.id for party in parties], following) == (meant, rest)


@pytest.mark.parametrize(
    ("text", "stand", "reason"),
    [
        ("agrees", "agrees", ""),
        ("Yes", "agrees", ""),
        ("can live with it", "can-live-with", ""),
        ("can, as the Fee is gone", "can-live-with", "as the Fee is gone"),
        ("objects: the fee is unknown", "objects", "the fee is unknown"),
        ("objects because the fee is unknown", "objects", "the fee is unknown"),
        ("objects because of the fee", "objects", "because of the fee"),
        ("must check first with the lawyer", "must-check", "with the lawyer"),
        ("check", "must-check", ""),
        ("no position", "no-position", ""),
        ("not asked", "not-asked", ""),
        ("thinks so", None, "thinks so"),
        ("", None, ""),
    ],
)
def test_a_stance_is_told_in_many_ways(text: str, stand: str | None, reason: str) -> None:
    assert parse_stance(text) == (stand, reason)


@pytest.mark.parametrize(
    ("text", "whom", "when"),
    [
        ("with the town lawyer by Friday", "the town lawyer", "Friday"),
        ("the mayor", "the mayor", ""),
        ("by June 3", "", "June 3"),
        ("", "", ""),
    ],
)
def test_whom_to_check_with_and_by_when_are_told_apart(text: str, whom: str, when: str) -> None:
    assert parse_check(text) == (whom, when)


def test_positions_are_taken_down_and_heard(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(
        workspace,
        *("say 1 agrees", "say district objects the fee is unknown", "positions"),
        *("write", "unlock", "write", "replace", "Safer schools.", ":end"),
        *("positions", "say 2 can", "say 1 yes", "quit"),
    )
    dating = "No meeting is open. Positions are dated today. Say meeting begin to begin one."
    assert (
        output.after("say 1 agrees") == f"The Police Department agrees.\nAgreed: not yet, not all asked yet.\n{dating}"
    )
    assert output.output.count(dating) == 1
    message = "The School District objects: the fee is unknown."
    assert message in output.after("say district objects the fee is unknown")
    assert f"Agreed: not yet, objection. 1. The Police Department agrees. 2. {message}" in output
    # The wording changed: nothing is dropped, and nothing silently kept.
    assert output.after(":end") == "Text: written. Agreed: not yet, to confirm."
    assert "1. The Police Department agrees; to confirm, since the wording changed." in output
    assert output.after("say 1 yes").endswith("Agreed: yes.")
    assert {party: held.stand for party, held in workspace.answer.positions.items()} == {
        "agency": "agrees",
        "district": "can-live-with",
    }


def test_what_was_not_said_with_it_is_asked_for(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(workspace, "say", "lake", "police", "what?", "must", "the town lawyer", "Friday")
    assert "1. The Police Department. 2. The School District. Which party? Say its number or its name;" in output
    assert "Say agrees, can live with it, objects, must check, no position or not asked." in output
    position = workspace.answer.positions["agency"]
    assert (position.stand, position.who, position.by) == ("must-check", "the town lawyer", "Friday")
    output = talk(
        workspace, "say dsitrict objects the fee", "2", "say 2 objects", "", "say 1 not asked", "say 2", ":cancel"
    )
    assert "No party is called that." in output
    assert workspace.answer.positions["district"].reason == ""
    assert list(workspace.answer.positions) == ["district"]


def test_an_objection_needs_only_the_party_and_every_position_is_one_step(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    before = workspace.session
    output = talk(workspace, "say 2 objects", "the fee", "undo", "say 2 objects", ":cancel", "quit")
    assert "Took back the position of the School District on 1.1." in output
    assert workspace.session == before


def test_all_who_are_present_can_live_with_it_but_for_an_objection(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.", scope="Everywhere.")
    output = talk(workspace, "all", "next", "say 2 objects the fee", "all", "all", "quit")
    assert "The Police Department can live with it. The School District can live with it. Agreed: yes." in output
    stances = {party: held.stand for party, held in workspace.session.answer("scope").positions.items()}
    assert stances == {"district": "objects", "agency": "can-live-with"}
    assert "Every party at the table has said something" in output.after("all")
    assert "The School District objects: the fee." in output.after("all")


def test_who_objected_before_the_wording_changed_is_named_when_all_can_live_with_it(begin: Begin) -> None:
    output = talk(
        begin(purpose="Safe schools."),
        "say 2 objects the fee",
        "write",
        "replace",
        "Calm schools.",
        ":end",
        "all",
        "quit",
    )
    assert "Of the earlier wording, the School District objects: the fee." in output.after("all")


def test_where_there_is_no_wording_there_are_no_positions(begin: Begin) -> None:
    output = talk(begin(), "say 1 agrees", "all", "go opening", "say 1 agrees", "positions")
    assert output.output.count("There is no wording yet") == 2
    assert output.after("positions").startswith("The opening is written")


def test_agreement_is_told_next_to_the_text_once_somebody_was_asked(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.", scope="Everywhere.")
    output = talk(workspace, "", "list", "all", "next", "say 2 objects", "", "list", "review", "quit")
    assert "Agreed:" not in output.output.split("Your word")[1]
    assert output.after("list").startswith("2 of 24 questions written, 1 agreed, 3 blanks, 1 objection.")
    assert "1. Mission: 2 of 2 questions written, 1 agreed." in output.after("list")
    review = " ".join(output.after("review").split())
    assert "1.1 Purpose and goals: written, very short, points not gone through. Agreed: yes." in review
    assert "points not gone through. Agreed: not yet, objection." in review
    assert "2.1 Duties of the SRO: empty.\n" in output.after("review")


def test_wordings_are_side_by_side_until_one_is_chosen(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(
        workspace,
        *("propose district Safe and happy schools.", "For all.", ":end", "alternatives", "draft 1.1", "list"),
        *("choose", "c", "b", "alternatives", "quit"),
    )
    assert "A is the wording on the table and B is what the School District wants." in output
    assert "Text: two wordings, choose A or B." in output.after(":end")
    assert (
        "Two wordings, choose A or B. A, the wording on the table: Safe schools. B, what the School District wants:"
        in output
    )
    assert (
        "Not yet chosen. Alternative A, the wording on the table: Safe schools. Alternative B, the School District:"
        in output
    )
    assert output.after("list").startswith("0 of 24 questions written")
    assert "Say a or b." in output
    assert workspace.answer.text == "Safe and happy schools.\nFor all."
    assert output.after("alternatives").startswith("No party wants another wording.")


def test_a_choice_is_made_by_its_letter_and_taken_back(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    talk(workspace, "propose 2 Happy schools.", ":end", "choose a", "quit")
    assert (workspace.answer.text, workspace.answer.alternatives) == ("Safe schools.", {})
    workspace.undo()
    assert workspace.answer.alternatives["district"].text == "Happy schools."


def test_a_proposal_is_replaced_withdrawn_or_left(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    talk(workspace, "propose 2", "Happy.", ":end", "propose 2", "replace", "Happier.", ":end", "propose 2", "cancel")
    assert workspace.answer.alternatives["district"].text == "Happier."
    proposed = [entry.text for entry in workspace.session.history.entries if entry.kind == "alternative"]
    assert proposed == ["Happy.", "Happier."]
    talk(workspace, "propose 2", "replace", "Sad.", ":cancel")
    assert workspace.answer.alternatives["district"].text == "Happier."
    output = talk(workspace, "propose 2", "withdraw")
    assert "Withdrawn. Text: written." in output
    assert workspace.answer.alternatives == {}
