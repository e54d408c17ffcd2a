"""Due dates of an open session: understood from the day they were typed, sorted, and overdue from the day after."""

from __future__ import annotations

from datetime import datetime

from mou_tui.reports.open_items import open_items
from mou_tui.reports.review import review
from mou_tui.reports.status import as_object, as_words
from tests.strategies import SMALL
from tests.workspace.parties import OpenWorkspace


def test_a_day_is_understood_when_it_is_typed_and_overdue_from_the_next(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.clock = lambda: datetime(2026, 11, 30, 19, 0)
    workspace.minutes.act("count", "Ann Poe", "after the levy vote", here=False)
    workspace.minutes.act("ask", "Pat Doe", "by next Thursday", here=False)
    workspace.minutes.act("call", "Lee Roe", "Friday", here=False)
    workspace.go("alpha")
    workspace.answers.write("Yes.")
    workspace.answers.defer("counsel", "Dec 4")
    assert [action.on for action in workspace.session.actions] == ["", "2026-12-10", "2026-12-04"]
    later = workspace.session.answer("alpha").later
    assert later
    assert (later.by, later.on) == ("Dec 4", "2026-12-04")

    workspace.clock = lambda: datetime(2026, 12, 5, 9, 0)
    agenda = {heading: [item.text for item in items] for heading, items in workspace.meetings.agenda().sections}
    actions = [
        "Lee Roe: call, by Friday, overdue since December 4",
        "Pat Doe: ask, by next Thursday (December 10, 2026)",
        "Ann Poe: count, after the levy vote",
    ]
    assert agenda["Actions to report on"] == actions
    (late,) = agenda["Someone was to check"]
    assert late.endswith("counsel to check first, overdue since December 4")
    today, session = workspace.history.today, workspace.session
    assert [line.text for line in open_items(SMALL, session, today)[-1].lines] == actions
    rows = {row.clause_id: row.status for _, rows in review(SMALL, session, today).sections for row in rows}
    assert "later: counsel to check first, overdue since December 4" in rows["alpha"]
    assert "2 overdue" in as_words("x", SMALL, session, today=today)
    status = as_object("x", SMALL, session, today=today)
    assert status["overdue"] == 2
    due = status["due"]
    assert isinstance(due, list)
    assert [(item["kind"], item["on"], item["overdue"]) for item in due] == [
        ("later", "2026-12-04", True),
        ("action", "2026-12-04", True),
        ("action", "2026-12-10", False),
        ("action", "", False),
    ]


def test_a_correction_of_other_words_leaves_the_day(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.clock = lambda: datetime(2026, 11, 30, 19, 0)
    workspace.minutes.act("call", "Lee Roe", "Friday", here=False)
    workspace.clock = lambda: datetime(2026, 12, 8, 9, 0)
    workspace.minutes.correct(workspace.minutes.remarks[0], "call the bank", "Lee Roe", "Friday")
    assert workspace.session.actions[0].on == "2026-12-04"
    workspace.minutes.correct(workspace.minutes.remarks[0], "call the bank", "Lee Roe", "this Friday")
    assert workspace.session.actions[0].on == "2026-12-11"


def test_who_spoke_is_noted_later_without_moving_the_day(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.go("alpha")
    workspace.answers.write("Yes.")
    workspace.clock = lambda: datetime(2026, 11, 30, 19, 0)
    workspace.positions.take("agency", "must-check", who="the mayor", by="Friday")
    workspace.clock = lambda: datetime(2026, 12, 8, 9, 0)
    workspace.positions.attribute("agency", "the Chief", "letter")
    position = workspace.answer.positions["agency"]
    assert (position.on, position.speaker) == ("2026-12-04", "the Chief")
