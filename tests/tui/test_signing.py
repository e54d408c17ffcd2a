"""Before you sign: everything that is open leads there, who signs is said there, and it never says more than that."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from textual.widgets import Input

from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.room import Room
from mou_tui.session.session import Answer, Signatory
from mou_tui.tui.screens.interview import InterviewScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.tui.screens.signing import SigningScreen
from tests.tui.conftest import Begin
from tests.tui.sitting import NARROW, SMALL, WIDE, Person, sitting

PAT = Signatory("Pat Doe", "Chief of Police", extra={"pen": "blue"})


def has_met(desk: Desk) -> Desk:
    """An objection, and a chief who signs."""
    Room(desk).positions.take("district", "objects", "the fee")
    desk.store.record(desk.session.with_party(replace(desk.session.party("agency"), signatories=(PAT,))))
    return desk


async def at(person: Person, words: str) -> None:
    """Go down to the row with the words."""
    await person.press("home")
    for _ in range(60):
        if words in person.row:
            return
        await person.press("down")
    raise AssertionError(f"no row with {words!r}:\n{person.screen}")


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL, (40, 12)])
async def test_what_is_open_is_counted_and_listed_part_by_part(
    cabinet: Cabinet, begin: Begin, size: tuple[int, int]
) -> None:
    async with sitting(cabinet, has_met(begin(purpose="Pay [amount].")), size=size) as person:
        await person.does("sign")
        assert "Before you sign: what is still open" in person.lines[0]
        assert "Open clauses · 22" in person.screen
        if size != (40, 12):
            assert person.holds("1.2 Schools, days and hours: empty")
            assert person.holds("approves nothing")
            assert person.holds("Open clauses 22 · Blanks 4 · Objections 1")
        await at(person, "School District objects (the fee)")
        assert person.row.strip().startswith("1.1")


async def test_it_never_says_that_one_can_sign(cabinet: Cabinet, begin: Begin) -> None:
    desk = begin()
    session = desk.session
    for question in desk.checklist.questions():
        session = session.with_answer(question.id, Answer("Settled."))
    session = replace(
        session,
        opening="Ours.",
        parties=tuple(
            replace(party, signatories=(Signatory("A", "B", "C", "March 3, 2027"),)) for party in session.parties
        ),
    )
    desk.store.record(session)
    Room(desk).positions.confirm_prepared([question.id for question in desk.checklist.questions()])
    async with sitting(cabinet, desk, size=(120, 60)) as person:
        await person.does("sign")
        assert person.holds("Open clauses 0 · Blanks 0 · Objections 0")
        assert person.screen.count("None.") >= 6
        assert not re.search(r"\bready\b|can be signed|complete\b", person.screen, re.IGNORECASE)


async def test_enter_goes_to_what_is_open_and_esc_comes_back(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, has_met(begin(purpose="Pay [amount]."))) as person:
        await person.press("ctrl+r", "s")
        assert isinstance(person.app.screen, SigningScreen)
        await person.press("escape")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("escape")

        await person.does("sign")
        await at(person, "Student records")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.desk.place == "records"
        await person.press("escape", "escape")
        assert "Student records" in person.row


async def test_who_signs_is_said_with_their_authority_and_what_else_is_known_is_kept(
    cabinet: Cabinet, begin: Begin
) -> None:
    desk = has_met(begin())
    async with sitting(cabinet, desk) as person:
        before = desk.session
        await person.does("sign")
        await at(person, "Pat Doe, Chief of Police; authority and date still missing")
        await person.press("enter")
        assert person.one("#field-name", Input).value == "Pat Doe"
        await person.press("enter", "enter")
        await person.types("vote of the city council on March 3")
        await person.press("enter")
        await person.types("March 10, 2027")
        await person.press("enter")
        (pat,) = desk.session.party("agency").signatories
        assert pat == replace(PAT, authority="vote of the city council on March 3", date="March 10, 2027")
        assert "vote of the city council" in person.row
        await person.press("f9")
        assert desk.session == before


async def test_another_signatory_can_be_added_for_either_party(cabinet: Cabinet, begin: Begin) -> None:
    desk = has_met(begin())
    async with sitting(cabinet, desk) as person:
        await person.does("sign")
        await person.press("n", "down", "enter")
        await person.types("Lee Roe")
        await person.press("enter", "enter", "enter", "enter")
        (lee,) = desk.session.party("district").signatories
        assert lee == Signatory("Lee Roe", "Superintendent")
        await person.press("n", "down", "enter")
        assert person.holds("e.g. Superintendent")
        await person.press("escape")
        await at(person, "Lee Roe")
        await person.press("enter", "escape")
        assert desk.session.party("district").signatories == (lee,)


async def test_the_record_the_page_and_the_review_date_can_be_taken_along(cabinet: Cabinet, begin: Begin) -> None:
    desk = has_met(begin(review="The parties meet by June 1 each year."))
    desk.store.record(desk.session.with_fact("start-date", "July 1, 2027"))
    folder, stem = desk.store.path.parent, desk.store.path.name.removesuffix(".mou.yaml")
    async with sitting(cabinet, desk) as person:
        await person.does("sign")
        for key in "rpi":
            await person.press(key, "enter")
        assert "Positions taken in discussion" in (folder / f"{stem}-record.md").read_text(encoding="utf-8")
        assert "Before you sign" in (folder / f"{stem}-signing.md").read_text(encoding="utf-8")
        assert "BEGIN:VCALENDAR" in (folder / f"{stem}-calendar.ics").read_text(encoding="utf-8")


async def test_without_a_review_date_it_says_so(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, has_met(begin())) as person:
        await person.does("sign")
        await person.press("i")
        assert "was not written" in person.screen
        await person.press("enter")
        assert isinstance(person.app.screen, SigningScreen)


async def test_in_a_read_only_session_the_page_is_only_read(cabinet: Cabinet, begin: Begin) -> None:
    desk = has_met(begin())
    path = desk.store.path
    desk.leave()
    async with sitting(cabinet, cabinet.open(path, read_only=True)) as person:
        before = person.desk.session
        await person.does("sign")
        await person.press("n")
        await at(person, "Pat Doe")
        await person.press("enter", "f9")
        assert isinstance(person.app.screen, SigningScreen)
        assert person.desk.session == before
