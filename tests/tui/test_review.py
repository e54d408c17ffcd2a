"""The review: what is said, what is missing, and the way there and back."""

from __future__ import annotations

from textual import events

from mou_tui.cabinet import Cabinet
from mou_tui.session.session import Answer, Later
from mou_tui.tui.screens.interview import InterviewScreen
from mou_tui.tui.screens.review import ReviewScreen
from tests.tui.conftest import Begin
from tests.tui.sitting import sitting


async def test_every_question_is_listed_with_its_state_in_words(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin(purpose="Pay [amount].", scope="Everywhere.")) as person:
        await person.press("ctrl+r")

        assert "Text 1 of 23 · Agreed 0" in person.lines[0]
        assert person.holds("1.1 Purpose and goals Text: has blanks · 1 blank: [amount] Agreed: not asked yet")
        assert person.holds("1.2 Schools, days and hours Text: written Agreed: not asked yet")
        assert person.holds("2.1 Duties of the SRO Text: empty")
        assert "1.1 Purpose" in person.row


async def test_enter_goes_to_the_row_and_esc_comes_back_to_it(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin()) as person:
        await person.press("ctrl+r", "down", "down", "enter")
        assert (person.desk.place, person.at) == ("duties", "answer")

        await person.press("escape", "escape")
        assert isinstance(person.app.screen, ReviewScreen)
        assert person.row.split()[0] == "2.1"

        await person.press("escape")
        assert not isinstance(person.app.screen, ReviewScreen)
        assert person.desk.place == "duties"


async def test_filters_go_round_and_keep_the_row(cabinet: Cabinet, begin: Begin) -> None:
    desk = begin(purpose="Pay [amount].", scope="Everywhere.")
    session = desk.session.with_answer("command", Answer(later=Later("the chief")))
    desk.store.record(session.with_answer("force", Answer(not_applicable="none is used")))
    async with sitting(cabinet, desk) as person:
        await person.press("ctrl+r")
        everything = person.screen
        shown = []
        for _ in range(6):
            await person.press("f")
            shown.append([number for number in ("1.1", "1.2", "2.7", "3.1") if f" {number} " in f" {person.screen} "])
        assert shown == [["1.1", "3.1"], ["1.1"], [], [], ["3.1"], ["2.7"]]

        await person.press("f")
        assert person.screen.splitlines()[1:6] == everything.splitlines()[1:6]


async def test_a_filter_that_lets_nothing_through_says_so(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin()) as person:
        await person.press("ctrl+r", "f", "f", "f")
        assert "Nothing here" in person.screen

        await person.press("enter", "escape")
        assert person.desk.place == "purpose"


async def test_points_not_ticked_are_shown_on_request(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin(purpose="Safe schools.")) as person:
        point = person.desk.checklist.question("purpose").points[0].text
        await person.press("ctrl+r")
        assert point not in person.screen
        await person.press("p")
        assert person.holds(f"not ticked: {point}")
        await person.press("p")
        assert point not in person.screen


async def test_two_enters_on_a_row_go_there_once(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin()) as person:
        await person.press("ctrl+r", "down")
        for _ in range(2):
            person.app.post_message(events.Key("enter", "\r"))
        await person.settles()

        assert isinstance(person.app.screen, InterviewScreen)
        assert person.desk.place == "scope"


async def test_the_lists_about_the_session_are_a_button_away(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin(), size=(120, 40)) as person:
        for words, title in (("Before you sign", "Before you sign"), ("Agenda", "Agenda"), ("History", "History")):
            await person.press("ctrl+r")
            await person.clicks(words, inside=".screen-buttons")
            assert person.lines[0].strip().startswith(title)
            await person.press("escape", "escape")
