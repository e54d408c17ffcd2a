"""What was recorded wrongly is put right later: the record says both, whatever it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mou_tui.reports.corrections import Remark
from mou_tui.reports.wording_history import moment_words, moments
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Session
from tests.documents import record
from tests.strategies import SMALL
from tests.workspace.driver import WorkspaceDriver


def _remark(sit: WorkspaceDriver, kind: str) -> Remark:
    return next(remark for remark in sit.workspace.minutes.remarks if remark.entry.kind == kind)


def _saved(session: Session) -> Session:
    return decode(encode(session), "saved").session


def test_an_action_says_what_it_said_first(quick: Path) -> None:
    sit = WorkspaceDriver(quick)
    sit.workspace.minutes.act("call the insurer", "Pat Doe", "Friday")
    sit.clock.wait(days=2)
    assert sit.workspace.minutes.correct(_remark(sit, "action"), "call the insurer", "Lee Roe", "Monday")
    assert not sit.workspace.minutes.correct(_remark(sit, "action"), "call the insurer", "Lee Roe", "Monday")
    assert len(sit.session.actions) == 1
    text = record(SMALL, _saved(sit.session))
    line = next(line for line in text.splitlines() if line.startswith("- Lee Roe") and "(1.1)" in line)
    assert line.endswith("Corrected on March 6, 2026; it said first: “Pat Doe: call the insurer, by Friday”.")
    assert sit.workspace.minutes.correct(_remark(sit, "action"), "call the union", "Lee Roe", "Monday")
    assert [remark.text for remark in sit.workspace.minutes.remarks] == ["call the union"]
    sit.workspace.close()


def test_an_action_recorded_before_actions_had_ids_in_the_history_is_found(quick: Path) -> None:
    sit = WorkspaceDriver(quick)
    sit.workspace.minutes.act("call the insurer", "Pat Doe", "Friday")
    history = sit.session.history
    earlier = replace(history, added=tuple(replace(entry, id="") for entry in history.added))
    sit.workspace.store.record(replace(sit.session, history=earlier))
    sit.workspace.minutes.correct(_remark(sit, "action"), "call the union", "Pat Doe", "Friday")
    sit.workspace.minutes.correct(_remark(sit, "action"), "call the bank", "Pat Doe", "Friday")
    assert [action.what for action in sit.session.actions] == ["call the bank"]
    assert [(remark.text, len(remark.corrections)) for remark in sit.workspace.minutes.remarks] == [
        ("call the bank", 2)
    ]
    assert "it said first: “Pat Doe: call the insurer, by Friday”." in record(SMALL, _saved(sit.session))
    sit.workspace.close()


def test_a_milestone_goes_by_its_right_name_and_stays_where_it_was(quick: Path) -> None:
    sit = WorkspaceDriver(quick)
    sit.workspace.minutes.mark("first reading")
    sit.clock.wait(days=2)
    sit.workspace.minutes.correct(_remark(sit, "milestone"), "second reading")
    session = _saved(sit.session)
    assert [moment_words(moment) for moment in moments(session) if moment.kind == "milestone"] == [
        "second reading, March 4, 2026"
    ]
    text = record(SMALL, session)
    assert "- March 4, 2026: second reading. Corrected on March 6, 2026; it said first: “first reading”." in text
    # It closes nothing that came before, as a milestone does.
    sit.workspace.undo()
    assert _remark(sit, "milestone").text == "first reading"
    sit.workspace.close()
