from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.names import (
    Names,
    changes,
    named,
    names_of,
    read_signatories,
    tidy,
    with_head,
    write_signatories,
)
from mou_tui.session.session import Answer, Party, Signatory
from tests.strategies import EMPTY, SMALL, lines, texts

AGENCY, DISTRICT = SMALL.parties
POLICE = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
SAID = replace(
    EMPTY,
    parties=(POLICE, SCHOOLS),
    facts={"state": "Ohio"},
    opening="Lake City USD, in Ohio.",
    answers={"alpha": Answer("The Police Department tells the Superintendent."), "beta": Answer("Nothing.")},
)


@given(texts)
def test_a_tidy_name_is_one_line_without_space_around_it(text: str) -> None:
    name = tidy(text)
    assert name == name.strip()
    assert "\n" not in name
    assert tidy(name) == name


@pytest.mark.parametrize(
    ("name", "kind", "short", "head"),
    [
        ("Lake City Police", "police", "the Police Department", "the Chief of Police"),
        ("Lake County SHERIFF’s Office", "sheriff", "the Sheriff’s Office", "the Sheriff"),
        ("Town of Birch", "police", "the Police Department", "the Chief of Police"),
    ],
)
def test_what_a_party_is_called_follows_from_its_name(name: str, kind: str, short: str, head: str) -> None:
    assert named(AGENCY, f"  {name} ") == Party("agency", kind, name, short, head)


def test_what_was_chosen_is_not_changed_by_a_name() -> None:
    chosen = named(AGENCY, "Lake County Sheriff", Party("agency", short="the LCSO", part="consulted"))
    assert (chosen.short, chosen.head, chosen.part) == ("the LCSO", "the Sheriff", "consulted")


def test_a_party_without_a_name_yet_is_called_nothing() -> None:
    assert named(DISTRICT, "  ") == Party("district")


def test_the_names_of_a_session_are_those_of_the_parties_the_checklist_knows() -> None:
    session = SAID.with_party(Party("parents", name="PTA"))
    assert names_of(SMALL, session) == Names((POLICE, SCHOOLS), {"state": "Ohio"})
    assert names_of(SMALL, EMPTY).parties == (Party("agency"), Party("district"))


def test_signatories_are_named_on_one_line() -> None:
    assert read_signatories("Pat Doe, Chief of Police; Lee Roe , Mayor;; Kim") == (
        Signatory("Pat Doe", "Chief of Police"),
        Signatory("Lee Roe", "Mayor"),
        Signatory("Kim"),
    )


people = st.builds(
    Signatory,
    lines.map(lambda line: tidy(line.replace(",", " ").replace(";", " "))),
    lines.map(lambda line: tidy(line.replace(";", " "))),
).filter(lambda person: person.name or person.title)


@given(st.lists(people))
def test_signatories_read_back_as_they_were_written(signatories: list[Signatory]) -> None:
    assert read_signatories(write_signatories(signatories)) == tuple(signatories)


def test_signatories_follow_a_new_title_of_the_head_where_they_bore_the_old_one() -> None:
    before = replace(POLICE, signatories=(Signatory("Pat", "Chief of Police"), Signatory("Lee", "Mayor")))
    after = with_head(before, replace(before, head="the Director of Public Safety"))
    assert [person.title for person in after.signatories] == ["Director of Public Safety", "Mayor"]


def test_a_new_name_is_proposed_wherever_the_old_one_stands() -> None:
    new = Names((replace(POLICE, short="the Sheriff"), replace(SCHOOLS, name="Birch USD")), {"state": "Indiana"})
    found = [(hit.place, hit.found, name) for hit, name in changes(SAID, new)]
    assert sorted(found) == [
        ("alpha", "The Police Department", "the Sheriff"),
        ("opening", "Lake City USD", "Birch USD"),
        ("opening", "Ohio", "Indiana"),
    ]


def test_nothing_is_proposed_while_nothing_changes() -> None:
    assert list(changes(SAID, names_of(SMALL, SAID))) == []


def test_a_name_that_ends_in_another_one_is_proposed_once() -> None:
    said = replace(
        EMPTY, parties=(Party("agency", name="Lake City Police", short="Police"),), opening="Lake City Police"
    )
    new = Names((Party("agency", name="Birch Sheriff", short="Sheriff"),))
    assert [(hit.found, name) for hit, name in changes(said, new)] == [("Lake City Police", "Birch Sheriff")]


def test_a_name_taken_away_changes_no_wording() -> None:
    assert list(changes(SAID, Names((Party("agency"), Party("district")), {"state": ""}))) == []
