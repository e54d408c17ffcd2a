"""Meetings: who is there, which one goes on, and what is to be settled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import encode
from mou_tui.workspace.repository import SessionRepository
from tests.plain.conftest import Begin
from tests.plain.talking import talk

ATTENDING = ("meeting begin", "", "Pat Doe, Chief of Police; Lee Roe", "no", "Ana Cruz, parent")
"""Begins a meeting in which the district is absent."""


@pytest.fixture
def met(begin: Begin) -> Path:
    """A session of which a meeting has ended."""
    workspace = begin(purpose="Safe schools.")
    talk(workspace, *ATTENDING, "meeting end", "quit")
    return workspace.store.path


def test_a_meeting_begins_with_who_is_there_and_ends(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, *ATTENDING, "meeting", "meeting end", "meeting", "quit")
    (meeting,) = workspace.session.meetings
    assert (meeting.began, meeting.ended, meeting.parties) == ("2026-11-14 10:42", "2026-11-14 10:42", ("agency",))
    assert [(item.name, item.title, item.party) for item in workspace.session.people] == [
        ("Pat Doe", "Chief of Police", "agency"),
        ("Lee Roe", "", "agency"),
        ("Ana Cruz", "parent", ""),
    ]
    assert "never a student’s name" in " ".join(output.output.split())
    begins = "The meeting of November 14, 2026, 10:42 a.m., begins. At the table:"
    assert f"{begins} The Police Department: Pat Doe, Chief of Police; Lee Roe. Ana Cruz, parent. 12 items" in output
    assert "The meeting ends at 10:42 a.m., with no actions still to be done." in output
    assert output.after("meeting").startswith("No meeting goes on. The last was from 10:42 a.m. to 10:42 a.m.")


def test_a_meeting_can_be_left_unbegun_taken_back_and_changed(begin: Begin) -> None:
    workspace = begin()
    before = workspace.session
    output = talk(workspace, *ATTENDING[:3], ":cancel", *ATTENDING, "undo", "meeting end", "meeting attendance", "quit")
    assert workspace.session == before
    assert output.output.count("No meeting goes on. Say meeting begin to begin one.") == 2
    talk(workspace, "meeting begin", ":end", "meeting attendance", "", ":empty", "no", "", "quit")
    assert workspace.session.meetings[-1].parties == ("agency",)


def test_the_next_meeting_keeps_who_was_there(met: Path, repository: SessionRepository) -> None:
    workspace = repository.open(met)
    output = talk(workspace, "new", "", "", "", ":end", "quit")
    assert "Who speaks for it, now Pat Doe, Chief of Police; Lee Roe:" in output
    first, second = workspace.session.meetings
    assert (second.parties, second.people) == (first.parties, first.people)
    assert len(workspace.session.people) == 3


@pytest.mark.parametrize(
    ("line", "meetings", "is_on"), [("", 1, False), ("last", 1, True), ("l", 1, True), ("new", 2, True)]
)
def test_opening_asks_in_one_line_which_meeting_this_is(
    met: Path, repository: SessionRepository, line: str, meetings: int, is_on: bool
) -> None:
    workspace = repository.open(met)
    output = talk(workspace, line, *([":end"] if line == "new" else []), "quit")
    prompt = (
        "Is this a new meeting, or the last one, of November 14, 2026, going on? Say new or last; Enter alone skips:"
    )
    assert prompt in output
    assert (len(workspace.session.meetings), workspace.session.meeting is not None) == (meetings, is_on)
    assert output.code == 0


def test_any_other_word_skips_the_question_about_the_meeting(met: Path, repository: SessionRepository) -> None:
    workspace = repository.open(met)
    output = talk(workspace, "what?", "show", "quit")
    assert "Say new, last or Enter alone:" in output
    assert output.after("show").endswith("Safe schools.")
    assert workspace.session.meeting is None


def test_a_session_without_meetings_or_made_now_or_read_only_is_asked_less(
    begin: Begin, repository: SessionRepository, met: Path
) -> None:
    workspace = begin()
    assert "meeting?" not in talk(workspace, "quit")
    assert "Is this a meeting? Say new to begin one; Enter alone skips that:" in talk(
        repository.open(workspace.store.path), ""
    )
    before = met.read_bytes()
    output = talk(repository.open(met, read_only=True), "meeting go on", "quit")
    assert "Is this" not in output
    assert output.after("meeting go on") == "This session is read-only. Say elsewhere to go on in a copy of it."
    assert met.read_bytes() == before


def test_a_meeting_that_goes_on_is_told_and_one_of_another_day_has_lapsed(
    begin: Begin, repository: SessionRepository
) -> None:
    workspace = begin()
    talk(workspace, *ATTENDING, "quit")
    workspace = repository.open(workspace.store.path)
    assert "The meeting that began at 10:42 a.m. goes on. Say new to begin another;" in talk(workspace, "", "quit")
    session = workspace.session
    earlier = replace(session, meetings=(replace(session.meetings[0], began="2026-11-03 18:00"),))
    workspace.store.path.write_bytes(encode(earlier))
    workspace = repository.open(workspace.store.path)
    assert "Is this a new meeting, or the last one, of November 3, 2026, going on?" in talk(workspace, "", "quit")
    assert workspace.session.meeting is None


def test_the_agenda_tells_what_is_open_part_by_part(begin: Begin) -> None:
    workspace = begin(scope="At [schools] for [number] days.")
    output = talk(workspace, "next", "say 2 objects the fee", "act ask the insurer", "Pat", "Friday", "agenda")
    text = " ".join(output.after("agenda").split())
    assert text.startswith(
        "15 items to settle. Actions to report on: 1.2 Pat: ask the insurer, by Friday (November 20, 2026). Action 1."
    )
    assert "Objections: 1.2 Schools, days and hours: School District objects (the fee)." in text
    assert "Essential questions to settle together: 1.1 Purpose and goals: empty." in text
    assert "Blanks to fill: 1.2 Schools, days and hours: schools, number." in text


@pytest.mark.parametrize(
    ("lines", "confirmed"),
    [
        (["yes", "yes"], ["scope", "duties"]),
        (["yes", "no"], ["scope"]),
        (["", "maybe", "no", "yes"], ["duties"]),
        (["stop"], []),
    ],
)
def test_what_was_prepared_is_read_out_and_confirmed_clause_by_clause(
    begin: Begin, lines: list[str], confirmed: list[str]
) -> None:
    workspace = begin(purpose="Safe schools.", scope="Everywhere.", duties="To be there.")
    before = workspace.session
    output = talk(workspace, "agenda", "confirm", *lines, "quit")
    assert "Say confirm to hear what was prepared" in output
    # The purpose needs the whole room.
    assert "2 essentials prepared and written, one after the other." in output
    assert "1.2 Schools, days and hours. Everywhere. Can all who are present live with it?" in output
    assert "Left out, and why:" in output and "The whole room goes through it: 1.1" in output
    agreed = [question.id for question in workspace.progress().questions if question.agreement.state == "agreed"]
    assert agreed == confirmed
    text = "The Police Department and the School District can live with it, where they said nothing else."
    assert (text in output) == bool(agreed)
    for _ in confirmed:
        workspace.undo()
    assert workspace.session == before
    talk(workspace, "confirm", "yes", "yes", "quit")
    assert "Nothing that was prepared is waiting" in talk(workspace, "confirm")


def test_the_record_is_written_next_to_the_session(begin: Begin) -> None:
    workspace = begin(purpose="For [number] days.")
    output = talk(workspace, *ATTENDING, "say 1 objects the fee", "record", "", "quit")
    path = workspace.store.path.with_name(workspace.store.path.name.replace(".mou.yaml", "-record.md"))
    assert f"Wrote {path}." in output
    assert "objected: the fee" in path.read_text("utf-8")


def test_a_party_leaves_at_a_time_and_comes_back(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    talk(workspace, "meeting begin", "", ":end", "say 2 agrees", "quit")
    output = talk(
        workspace,
        *("", "meeting left district 12:04 p.m.", "all", "meeting left district"),
        *("meeting came 2 soon", "never", ":cancel", "quit"),
    )
    assert "Left already: the School District." in output
    assert "The School District is not at the table." in output
    assert "When did the School District come?" in output
    assert "That is no time." in output
    assert workspace.session.meetings[0].parties == ("agency", "district")
    assert [
        (entry.party, entry.stand, entry.at)
        for entry in workspace.session.history.entries
        if entry.kind == "attendance"
    ] == [("district", "left", "2026-11-14 12:04")]


def test_a_party_that_spoke_cannot_be_told_as_never_here(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    talk(workspace, "meeting begin", "", ":end", "say 2 agrees", "quit")
    output = talk(workspace, "", "meeting attendance", "", "", "no", "", "never", "now", "quit")
    assert "The School District took a position in this meeting, so it was here." in output
    assert workspace.session.meetings[0].left == ("district",)


def test_who_spoke_for_a_party_and_how_is_noted(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(
        workspace,
        *("spoke 2 its Superintendent", "say 2 agrees", "spoke district its Superintendent by phone", "positions"),
        *("spoke 2", "Ann Poe", ":empty", "quit"),
    )
    assert "Say first what the School District thinks" in output
    assert "The School District agrees, said by its Superintendent, by telephone." in output
    held = workspace.session.answer("purpose").positions["district"]
    assert (held.speaker, held.via, held.stand) == ("Ann Poe", "", "agrees")


def test_who_is_not_at_the_table_is_told_where_all_can_live_with_it(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.meetings.begin(replace(row, is_present=row.party == "agency") for row in workspace.meetings.attendance())
    heard = talk(workspace, "all", "quit")
    assert "The School District is not at the table, so not asked." in heard
    assert list(workspace.session.answer("purpose").positions) == ["agency"]


def test_the_second_screen_is_blanked_for_a_break_and_each_prompt_says_so(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(workspace, "blank", "show", "blank", "show")
    assert "The second screen is blank. Say blank again to show the agreement there." in output
    assert "Second screen blank. Your word for 1.1: show" in output
    assert "The second screen shows the agreement again. Your word for 1.1: show" in output
    talk(workspace, "blank", "quit")
    assert not workspace.store.ui_state.second_screen.is_blank
