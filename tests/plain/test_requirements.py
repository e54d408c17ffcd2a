"""Line by line: what the law asks beside our own words."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.session.requirements import LayerRef
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.plain.conftest import Begin
from tests.plain.talking import talk
from tests.plain.test_home import choose
from tests.reports.test_layer_updates import newer

CLIMATE = "The SRO helps to build a climate in which students feel safe."


def washington(begin: Begin) -> Workspace:
    workspace = begin(purpose=f"The parties share a purpose. {CLIMATE}")
    workspace.store.record(workspace.session.with_fact("state", "Washington"))
    return workspace


def test_a_sentence_is_pointed_to_by_number_and_heard_beside_what_is_asked(begin: Begin) -> None:
    workspace = washington(begin)
    output = talk(workspace, "requirements", "requirements 1", "2", "requirements", "undo", "quit")
    assert "State requirements beside our words. Working paper for counsel, not a finding." in output
    assert "\n1. On 1.1: Washington’s agreement says how SROs help" in output.after("requirements")
    assert f"Section 1.1: “{CLIMATE}”" in output
    assert "12 asked, words pointed to beside 1, for counsel 1." in output
    assert workspace.session.requirements == ()


def test_none_of_them_is_the_last_choice(begin: Begin) -> None:
    workspace = washington(begin)
    output = talk(workspace, "requirements 1", "1", "requirements 1", "3", "requirements 2", "requirements x", "quit")
    assert workspace.session.requirements == ()
    assert "have no words yet. Write them first" in output
    assert "Say requirements, then the number of one; requirements layers; or requirements news." in output


def test_laws_and_grants_are_chosen_one_after_the_other(begin: Begin) -> None:
    workspace = washington(begin)
    talk(workspace, "requirements layers", "apply", "apply", "leave out", "quit")
    assert workspace.session.layers == (LayerRef("wa", "2026-11"), LayerRef("cops-2020", "2026-11"))


def test_of_a_state_without_a_layer_it_is_said_what_that_means(begin: Begin) -> None:
    output = talk(begin(), "requirements", "quit")
    assert "We hold nothing verified for Iowa; that does not mean that there is no law." in output


def test_the_law_of_the_state_applies_and_a_grant_is_chosen_on_request(repository: SessionRepository) -> None:
    workspace, output = choose(repository, "1", "Lake City Police", "Lake City Schools", "Washington")
    words = "Washington law is read with the questions. For a grant, say requirements layers."
    assert words in " ".join(output.split())
    assert workspace is not None
    assert workspace.session.layers == (LayerRef("wa", "2026-11"),)
    heard = talk(workspace, "guidance", "points", "quit")
    assert "Federal grant:" not in heard
    assert "; Washington law asks for this." in heard
    heard = talk(workspace, "requirements layers", "apply", "apply", "guidance", "quit")
    assert "Federal grant: COPS hiring grants awarded in 2020 called for a purpose" in heard
    assert [reference.id for reference in workspace.session.layers] == ["wa", "cops-2020"]


def test_the_law_follows_the_state_and_a_grant_stays(begin: Begin) -> None:
    workspace = washington(begin)
    workspace.requirements.choose(["wa", "cops-2020"])
    heard = talk(workspace, "names", *[""] * 10, "Ohio", ":end", "quit")
    assert "Ohio law is read with the questions." in heard
    assert [reference.id for reference in workspace.session.layers] == ["oh", "cops-2020"]
    heard = talk(workspace, "names", *[""] * 10, "Iowa", ":end", "quit")
    assert "mou-tui holds no verified law of Iowa. That does not mean there is none." in heard
    assert [reference.id for reference in workspace.session.layers] == ["cops-2020"]


def test_what_is_new_is_said_at_opening_and_heard_in_full_on_request(begin: Begin) -> None:
    workspace = washington(begin)
    workspace.store.record(replace(workspace.session, layers=(LayerRef("wa", "2026-11"),)))
    workspace.checklist = newer(workspace.checklist)
    heard = talk(workspace, "requirements news", "requirements news", "quit")
    assert "New in Washington law: 2 changes, on 11.2. To hear more, say requirements news." in heard
    assert "Washington law, 2027-02: the agreement is sent by July 1, on 11.2." in heard
    assert "Nothing is new since you last looked." in heard
