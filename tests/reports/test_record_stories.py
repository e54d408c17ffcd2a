"""Two meetings as they happen, whose records read as they were approved.

To write them anew: python -m tests.reports.test_record_stories
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents import record
from tests.strategies import SMALL
from tests.workspace.test_room import InterviewApp

DATA = Path(__file__).parents[1] / "data"

ALPHA = "The SRO waits."
BETA = "The SRO waits three days."
GAMMA = "The SRO waits five days."


def wordings(sit: InterviewApp) -> None:
    """Alpha; beta, supported by two; gamma; all in one meeting."""
    sit.begin("agency", "district")
    sit.clock.wait(minutes=2)
    sit.workspace.answers.write(ALPHA)
    sit.workspace.go("beta")
    sit.workspace.go("alpha")
    sit.clock.wait(minutes=8)
    sit.workspace.answers.write(BETA)
    sit.workspace.positions.all_can_live_with()
    sit.clock.wait(minutes=10)
    sit.workspace.answers.write(GAMMA)
    sit.workspace.go("beta")
    sit.clock.wait(minutes=40)
    sit.workspace.meetings.end()


def leaving(sit: InterviewApp) -> None:
    """A party speaks and leaves at noon; another comes late; the one that left writes a letter."""
    sit.clock.wait(minutes=-60)
    sit.begin("agency", "district")
    sit.workspace.answers.write(BETA)
    sit.workspace.positions.take("district", "can-live-with", speaker="its Superintendent")
    sit.workspace.positions.take("agency", "agrees")
    sit.clock.wait(minutes=20)
    _attend(sit, parents=True)
    sit.workspace.positions.take("parents", "objects", "three days are too few")
    sit.clock.wait(minutes=40)
    _attend(sit, district=False)
    sit.clock.wait(minutes=15)
    sit.workspace.answers.write(GAMMA)
    sit.workspace.positions.all_can_live_with()
    sit.workspace.minutes.capture("decision", "The wait is five days.")
    sit.clock.wait(minutes=15)
    sit.workspace.meetings.end()
    sit.clock.wait(days=2)
    sit.workspace.positions.take(
        "district", "agrees", "if the union is told", via="letter", speaker="its Superintendent"
    )
    sit.workspace.minutes.correct(sit.workspace.minutes.remarks[0], "The wait is five school days.")


def _attend(sit: InterviewApp, **present: bool) -> None:
    sit.workspace.meetings.attend(
        replace(row, is_present=present.get(row.party, row.is_present)) for row in sit.workspace.meetings.attendance()
    )


STORIES: dict[str, Callable[[InterviewApp], None]] = {"wordings": wordings, "leaving": leaving}


def _record(name: str, folder: Path) -> str:
    sit = InterviewApp(folder)
    STORIES[name](sit)
    text = record(SMALL, sit.session)
    sit.workspace.store.close()
    return text


def _approved(name: str) -> Path:
    return DATA / f"record-{name}.md"


@pytest.mark.parametrize("name", STORIES)
def test_the_record_of_the_story_reads_as_it_was_approved(name: str, quick: Path) -> None:
    assert _record(name, quick) == _approved(name).read_text("utf-8")


def test_all_three_wordings_stand_in_the_record_with_who_accepted_what(quick: Path) -> None:
    text = _record("wordings", quick)
    assert [text.index(f"> {wording}\n") for wording in (ALPHA, BETA, GAMMA)] == sorted(
        text.index(f"> {wording}\n") for wording in (ALPHA, BETA, GAMMA)
    )
    between = text[text.index(f"> {ALPHA}\n") : text.index(f"> {BETA}\n")]
    assert "The Police Department and the School District could live with it." in between
    assert "have not confirmed the wording as it was changed" in text


if __name__ == "__main__":
    for story in STORIES:
        with tempfile.TemporaryDirectory() as directory:
            _approved(story).write_text(_record(story, Path(directory)), "utf-8")
