from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.language.text import normalize_line
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Meeting, Position
from mou_tui.session.model import Answer, Party, Signatory
from mou_tui.workspace.parties import (
    PartiesAndFacts,
    left_alone,
    parties_and_facts,
    party_from_legal_name,
    read_signatories,
    rename_hits_for,
    replace_party,
    with_head,
    with_ids,
    write_signatories,
)
from tests.strategies import EMPTY, SMALL, lines, texts

AGENCY, DISTRICT = SMALL.parties
POLICE = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
PARENTS = Party("parents", name="Lake City Parents", short="the Parents", part="consulted")
SAID = replace(
    EMPTY,
    parties=(POLICE, SCHOOLS),
    facts={"state": "Ohio"},
    opening="Lake City USD, in Ohio.",
    answers={"alpha": Answer("The Police Department tells the Superintendent."), "beta": Answer("Nothing.")},
)


@given(texts)
def test_a_tidy_name_is_one_line_without_space_around_it(text: str) -> None:
    name = normalize_line(text)
    assert name == name.strip()
    assert "\n" not in name
    assert normalize_line(name) == name


@pytest.mark.parametrize(
    ("name", "kind", "short", "head"),
    [
        ("Lake City Police", "police", "the Police Department", "the Chief of Police"),
        ("Lake County SHERIFF’s Office", "sheriff", "the Sheriff’s Office", "the Sheriff"),
        ("Town of Birch", "police", "the Police Department", "the Chief of Police"),
    ],
)
def test_what_a_party_is_called_follows_from_its_name(name: str, kind: str, short: str, head: str) -> None:
    assert party_from_legal_name(AGENCY, f"  {name} ") == Party("agency", kind, name, short, head)


def test_what_was_chosen_is_not_changed_by_a_name() -> None:
    chosen = party_from_legal_name(AGENCY, "Lake County Sheriff", Party("agency", short="the LCSO", part="consulted"))
    assert (chosen.short, chosen.head, chosen.part) == ("the LCSO", "the Sheriff", "consulted")


def test_a_party_without_a_name_yet_is_called_nothing() -> None:
    assert party_from_legal_name(DISTRICT, "  ") == Party("district")


def test_the_names_of_a_session_are_those_of_the_checklists_parties_and_then_of_the_rooms() -> None:
    session = replace(SAID, parties=(PARENTS, SCHOOLS, POLICE))
    assert parties_and_facts(SMALL, session) == PartiesAndFacts((POLICE, SCHOOLS, PARENTS), {"state": "Ohio"})
    assert parties_and_facts(SMALL, EMPTY).parties == (Party("agency"), Party("district"))


def test_signatories_are_named_on_one_line() -> None:
    assert read_signatories("Pat Doe, Chief of Police; Lee Roe , Mayor;; Kim") == (
        Signatory("Pat Doe", "Chief of Police"),
        Signatory("Lee Roe", "Mayor"),
        Signatory("Kim"),
    )


people = st.builds(
    Signatory,
    lines.map(lambda line: normalize_line(line.replace(",", " ").replace(";", " "))),
    lines.map(lambda line: normalize_line(line.replace(";", " "))),
).filter(lambda person: person.name or person.title)


@given(st.lists(people))
def test_signatories_read_back_as_they_were_written(signatories: list[Signatory]) -> None:
    assert read_signatories(write_signatories(signatories)) == tuple(signatories)


def test_signatories_follow_a_new_title_of_the_head_where_they_bore_the_old_one() -> None:
    before = replace(POLICE, signatories=(Signatory("Pat", "Chief of Police"), Signatory("Lee", "Mayor")))
    after = with_head(before, replace(before, head="the Director of Public Safety"))
    assert [person.title for person in after.signatories] == ["Director of Public Safety", "Mayor"]


def test_a_new_name_is_proposed_wherever_the_old_one_is() -> None:
    new = PartiesAndFacts(
        (replace(POLICE, short="the Sheriff"), replace(SCHOOLS, name="Birch USD")), {"state": "Indiana"}
    )
    hits = [(hit.clause_id, hit.name, name) for hit, name in rename_hits_for(SAID, new)]
    assert sorted(hits) == [
        ("alpha", "The Police Department", "the Sheriff"),
        ("opening", "Lake City USD", "Birch USD"),
        ("opening", "Ohio", "Indiana"),
    ]


def test_nothing_is_proposed_while_nothing_changes() -> None:
    assert list(rename_hits_for(SAID, parties_and_facts(SMALL, SAID))) == []


def test_a_name_that_ends_in_another_one_is_proposed_once() -> None:
    session = replace(
        EMPTY, parties=(Party("agency", name="Lake City Police", short="Police"),), opening="Lake City Police"
    )
    new = PartiesAndFacts((Party("agency", name="Birch Sheriff", short="Sheriff"),))
    assert [(hit.name, name) for hit, name in rename_hits_for(session, new)] == [("Lake City Police", "Birch Sheriff")]


def test_a_name_taken_away_changes_no_wording() -> None:
    assert list(rename_hits_for(SAID, PartiesAndFacts((Party("agency"), Party("district")), {"state": ""}))) == []


def test_a_party_the_room_adds_is_given_an_id_after_its_name_that_nobody_has() -> None:
    new = (Party("", name="Parents"), Party("", name="parents!"), Party("", short="the City"), Party(""))
    parties = with_ids((POLICE, Party("parents", name="Others"), *new))
    assert [party.id for party in parties] == ["agency", "parents", "parents-2", "parents-3", "the-city"]
    assert with_ids(parties) == parties


def test_an_emptied_party_goes_away_unless_it_has_said_something() -> None:
    session = SAID.with_party(PARENTS)
    emptied = Party("parents", part="consulted")
    assert replace_party(SMALL, session, emptied) == SAID

    answered = session.with_answer(
        "alpha", replace(session.answer("alpha"), positions={"parents": Position("agrees", "")})
    )
    assert replace_party(SMALL, answered, emptied) == answered
    met = replace(session, meetings=(Meeting("m", "2027-01-13 18:00", parties=("parents",)),))
    assert replace_party(SMALL, met, emptied) == met
    noted = replace(session, history=History(added=(Entry("", "alternative", "alpha", "parents"),)))
    assert replace_party(SMALL, noted, emptied) == noted


def test_a_party_of_the_checklist_may_have_no_names() -> None:
    assert replace_party(SMALL, SAID, Party("agency")).party("agency") == Party("agency")


def test_what_the_form_does_not_ask_of_signatories_is_kept_by_name() -> None:
    pat = Signatory("Pat Doe", "Chief", "the charter", "March 3", {"pen": "blue"})
    before = replace(POLICE, signatories=(pat, Signatory("Lee Roe", "Mayor", "a vote")))
    changed = replace(POLICE, signatories=read_signatories("Kim Low, Clerk; pat doe, Chief of Police"))
    kept = replace_party(SMALL, SAID.with_party(before), changed).party("agency")
    assert kept.signatories == (
        Signatory("Kim Low", "Clerk"),
        replace(pat, name="pat doe", title="Chief of Police"),
    )


def test_what_a_change_of_names_leaves_is_named() -> None:
    session = replace(
        SAID,
        opening="The police department.",
        answers={"alpha": Answer("The Police Department. THE POLICE DEPARTMENT AND")},
    )
    hits = list(rename_hits_for(session, PartiesAndFacts((replace(POLICE, short="the Sheriff’s Office"),))))
    chosen = [change for change in hits if change[0].likely]
    assert left_alone(SMALL, hits, chosen) == "Left as it was: “The police department” in the opening."
    assert left_alone(SMALL, hits, hits) == ""
    assert "“The Police Department” in 1.1" in left_alone(SMALL, hits, [])
