from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.checklist.model import Checklist
from mou_tui.reports.wording_history import (
    BEGINNING,
    Moment,
    WordingHistory,
    before_day,
    changed_today,
    changes,
    moment_words,
    moments,
    now,
)
from mou_tui.session.history import Entry, History, Timestamp
from mou_tui.session.meeting import Meeting
from mou_tui.session.model import OPENING, Answer, Session
from mou_tui.session.wording_log import log_wording_changes
from tests.story import Story
from tests.strategies import EMPTY, SMALL, sessions


def wording(at: str, text: str, place: str = "alpha", meeting: str = "") -> Entry:
    return Entry(at, "wording", place, text=text, meeting=meeting)


def with_history(*entries: Entry, text: str = "") -> Session:
    answers = {"alpha": Answer(text)} if text else {}
    return replace(EMPTY, answers=answers, history=History(added=entries))


def test_a_clause_nobody_noted_has_always_read_as_it_does_now() -> None:
    session = with_history(text="As ever.")
    assert WordingHistory(session).at("alpha", BEGINNING) == "As ever."
    assert changes(SMALL, session, BEGINNING, now(session)) == ()


def test_a_clause_first_written_on_a_day_was_empty_before() -> None:
    session = with_history(wording("2027-01-13 18:00", "First."), text="First.")
    (change,) = changes(SMALL, session, BEGINNING, now(session))
    assert (change.number, change.label, change.before, change.after) == ("1.1", "About alpha", "", "First.")


def test_what_was_there_before_anything_was_noted_is_known() -> None:
    earlier = wording("2027-01-13 18:00", "Of beta.", "beta")
    session = with_history(earlier, wording("", "Old."), wording("2027-02-10 18:00", "New."), text="New.")
    wordings = WordingHistory(session)
    assert [wordings.at("alpha", Moment("day", noted)) for noted in (0, 1, 2, 3)] == ["Old.", "Old.", "Old.", "New."]


def test_what_is_typed_and_not_noted_yet_is_part_of_now() -> None:
    session = with_history(wording("2027-01-13 18:00", "Noted."), text="Typed.")
    assert WordingHistory(session).at("alpha", Moment("day", 1, "2027-01-13")) == "Noted."
    assert WordingHistory(session).at("alpha", now(session)) == "Typed."


def test_changed_today_is_since_the_day_began() -> None:
    session = with_history(
        wording("2027-01-13 18:00", "One."), wording("2027-02-10 09:00", "Two."), wording("2027-02-10 09:30", "Three.")
    ).with_answer("alpha", Answer("Three."))
    (change,) = changed_today(SMALL, session, "2027-02-10")
    assert (change.before, change.after) == ("One.", "Three.")
    assert changed_today(SMALL, session, "2027-02-11") == ()


def test_a_clause_changed_and_changed_back_has_not_changed() -> None:
    session = with_history(
        wording("2027-01-13 18:00", "One."), wording("2027-02-10 09:00", "Two."), wording("2027-02-10 09:30", "One.")
    ).with_answer("alpha", Answer("One."))
    assert changed_today(SMALL, session, "2027-02-10") == ()


def test_an_empty_line_where_nothing_was_is_no_change() -> None:
    session = with_history(wording("2027-02-10 09:00", "\n")).with_answer("alpha", Answer("\n"))
    assert changed_today(SMALL, session, "2027-02-10") == ()


def test_changes_come_in_the_order_of_the_draft_and_none_is_left_out() -> None:
    places = ("zeta", "unknown", OPENING, "alpha")
    session = with_history(*(wording("2027-01-13 18:00", "Said.", place) for place in places))
    session = replace(session, opening="Said.")
    changed = changes(SMALL, session, BEGINNING, Moment("day", len(places)))
    assert [(change.number, change.label) for change in changed] == [
        ("", "Parties and definitions"),
        ("1.1", "About alpha"),
        ("3.2", "About zeta"),
        ("", "unknown"),
    ]


def test_moments_are_named_as_one_speaks_of_them(tmp_path: Path) -> None:
    story = Story(tmp_path / "a.mou.yaml")
    story.prepare()
    story.meet_first()
    story.work_between()
    story.meet_again()
    assert [moment_words(moment) for moment in moments(story.close())] == [
        "the beginning",
        "the end of January 4, 2027",
        "the beginning of the meeting of January 13, 2027, 6:02 p.m.",
        "the end of the meeting of January 13, 2027, 7:34 p.m.",
        "the end of February 5, 2027",
        "the beginning of the meeting of February 10, 2027, 6:00 p.m.",
        "First reading complete, February 10, 2027",
        "the end of the meeting of February 10, 2027, 7:21 p.m.",
        "now",
    ]


def test_a_meeting_begins_after_what_was_typed_in_the_same_minute(tmp_path: Path, sro: Checklist) -> None:
    story = Story(tmp_path / "a.mou.yaml")
    story.clock.set("2027-01-13 18:02")
    story.workspace.go("scope")
    story.workspace.answers.write("Typed before.")
    story.workspace.meetings.begin(story.workspace.meetings.attendance())
    story.workspace.answers.write("Typed in it.")
    story.workspace.meetings.end()
    story.workspace.answers.write("Typed after.")
    session = story.close()
    began, ended = (moment for moment in moments(session) if moment.kind in ("began", "ended"))
    readings = [WordingHistory(session).at("scope", moment) for moment in (BEGINNING, began, ended, now(session))]
    assert readings == ["", "Typed before.", "Typed in it.", "Typed after."]
    assert [(change.before, change.after) for change in changes(sro, session, began, ended)] == [
        ("Typed before.", "Typed in it.")
    ]


def test_a_meeting_in_which_nothing_was_noted_has_its_place_in_time() -> None:
    meetings = (Meeting("m1", "2027-01-20 18:00", "2027-01-20 19:00"),)
    session = replace(with_history(wording("2027-01-13 18:00", "One."), wording("2027-02-10 18:00", "Two.")))
    session = replace(session, meetings=meetings)
    began = next(moment for moment in moments(session) if moment.kind == "began")
    assert WordingHistory(session).at("alpha", began) == "One."


def test_before_a_day_is_after_all_that_came_earlier() -> None:
    session = with_history(wording("2027-01-13 23:59", "One."), wording("2027-01-14 00:00", "Two."))
    assert before_day(session, "2027-01-14").entry_count == 1
    assert before_day(session, "2027-01-15").entry_count == 2


@given(sessions(SMALL))
def test_whatever_a_file_says_its_past_can_be_told(session: Session) -> None:
    moments_found = moments(session)
    assert moments_found[0] == BEGINNING
    assert moments_found[-1] == now(session)
    assert [moment.entry_count for moment in moments_found] == sorted(moment.entry_count for moment in moments_found)
    assert all(isinstance(moment_words(moment), str) for moment in moments_found)
    for earlier, later in pairwise(moments_found):
        for change in changes(SMALL, session, earlier, later):
            assert change.before != change.after


@given(st.lists(st.tuples(st.sampled_from(["alpha", "beta", OPENING]), st.sampled_from(["", "One.", "Two."]))))
def test_every_state_that_was_noted_is_found_again(writings: list[tuple[str, str]]) -> None:
    session, remembered = EMPTY, [(Moment("day", 0), EMPTY)]
    for minute, (place, text) in enumerate(writings):
        if place == OPENING:
            written = replace(session, opening=text)
        else:
            written = session.with_answer(place, session.answer(place).write(text))
        session = log_wording_changes(session, written, Timestamp(f"2027-01-13 18:{minute:02}"))
        remembered.append((Moment("day", len(session.history.entries)), session))
    wordings = WordingHistory(session)
    for moment, then in remembered:
        assert wordings.at(OPENING, moment) == then.opening
        assert [wordings.at(place, moment) for place in ("alpha", "beta")] == [
            then.answer(place).text for place in ("alpha", "beta")
        ]


@pytest.mark.parametrize("place", ["alpha", OPENING])
def test_a_session_older_than_its_history_keeps_its_first_wording(place: str) -> None:
    bare = replace(EMPTY, opening="Old.").with_answer("alpha", Answer("Old."))
    written = replace(bare, opening="New.").with_answer("alpha", Answer("New."))
    session = log_wording_changes(bare, written, Timestamp("2027-01-13 18:00"))
    assert WordingHistory(session).at(place, BEGINNING) == "Old."
