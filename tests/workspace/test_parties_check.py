"""What is said next to the fields of the form for parties and facts."""

from __future__ import annotations

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.session.model import Party
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.parties_check import first_sentences, mistakes_in, remarks_on

AGENCY = Party("agency", name="Lake City Police Department", short="the Police Department")
DISTRICT = Party("district", name="Lake City Schools", short="the School District")


@pytest.mark.parametrize(
    ("fact", "value", "message"),
    [
        ("start-date", "July 1, 2027", "Thursday, July 1, 2027."),
        ("start-date", "7/1/2027", "Thursday, July 1, 2027."),
        ("start-date", "forever", "Not read as a date; kept as you typed it."),
        ("start-date", "when the board votes", "Not read as a date; kept as you typed it."),
        ("state", "Virginia", ""),
        ("state", "VA", "Virginia."),
        ("state", "vi", "the U.S. Virgin Islands. Or: Virginia"),
        ("state", "D.C.", "the District of Columbia."),
        ("state", "Washington, DC", "the District of Columbia."),
        ("state", "virg", "Virginia · West Virginia · the U.S. Virgin Islands. Enter takes it."),
        ("state", "mass", "Massachusetts. Enter takes it."),
        ("state", "new", "New Hampshire · New Jersey · New Mexico · New York"),
        ("state", "Verginia", "No state or territory that we know; kept as you typed it."),
        ("schools", "Birch Middle School", "1 school."),
        ("schools", "Lake High School, Birch Middle School and Elm School", "3 schools."),
        ("schools", "", ""),
    ],
)
def test_a_fact_is_shown_back_as_it_is_understood(sro: Checklist, fact: str, value: str, message: str) -> None:
    remarks = remarks_on(sro, PartiesAndFacts((AGENCY, DISTRICT), {fact: value}), needs_names=True)
    assert [remark.message for remark in remarks] == ([message] if message else [])
    assert not mistakes_in(remarks)


@pytest.mark.parametrize(
    ("parties", "field"),
    [
        ((AGENCY, Party("district", name="Lake City Schools", short="Police Department")), "short"),
        ((AGENCY, DISTRICT, Party("city", name="Lake City Schools", short="THE  school district")), "short"),
        ((AGENCY, DISTRICT, Party("city", name="Lake City", short="the school district")), "short"),
    ],
)
def test_two_parties_cannot_be_called_the_same(sro: Checklist, parties: tuple[Party, ...], field: str) -> None:
    (mistake,) = mistakes_in(remarks_on(sro, PartiesAndFacts(parties), needs_names=True))
    assert (mistake.owner, mistake.field) == (parties[-1].id, field)
    assert mistake.message.endswith("already.")


def test_one_city_may_contract_through_two_offices(sro: Checklist) -> None:
    city = Party("district", name=AGENCY.name, short="the School District", through="Department of Education")
    assert not remarks_on(sro, PartiesAndFacts((AGENCY, city)), needs_names=True)


@pytest.mark.parametrize(
    ("start", "end", "is_wrong"),
    [
        ("July 1, 2027", "June 30, 2030", False),
        ("July 1, 2027", "July 1, 2027", True),
        ("July 1, 2027", "6/30/2027", True),
        ("July 1, 2027", "three years later", False),
        ("", "June 30, 2030", False),
    ],
)
def test_an_agreement_ends_after_it_begins(sro: Checklist, start: str, end: str, is_wrong: bool) -> None:
    typed = PartiesAndFacts((AGENCY, DISTRICT), {"start-date": start, "end-date": end})
    assert [remark.owner for remark in mistakes_in(remarks_on(sro, typed, needs_names=True))] == ["end-date"] * is_wrong


def test_short_names_are_needed_only_to_begin(sro: Checklist) -> None:
    typed = PartiesAndFacts((Party("agency"), DISTRICT))
    assert [remark.owner for remark in mistakes_in(remarks_on(sro, typed, needs_names=True))] == ["agency"]
    assert not mistakes_in(remarks_on(sro, typed, needs_names=False))


def test_the_beginning_of_the_agreement_is_read_with_what_was_typed(sro: Checklist) -> None:
    reading = first_sentences(sro, PartiesAndFacts((AGENCY, DISTRICT), {"state": "Ohio"}))
    assert reading.startswith("This agreement is between the Lake City Police Department (“the Police Department”)")
    assert "in Ohio" in reading
    assert "[start date]" in reading
