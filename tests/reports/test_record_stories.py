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
from tests.workspace.driver import WorkspaceDriver

DATA = Path(__file__).parents[1] / "data"

ALPHA = "The SRO waits."
BETA = "The SRO waits three days."
GAMMA = "The SRO waits five days."


def wordings(driver: WorkspaceDriver) -> None:
    """Alpha; beta, supported by two; gamma; all in one meeting."""
    driver.begin("agency", "district")
    driver.clock.wait(minutes=2)
    driver.workspace.answers.write(ALPHA)
    driver.workspace.go("beta")
    driver.workspace.go("alpha")
    driver.clock.wait(minutes=8)
    driver.workspace.answers.write(BETA)
    driver.workspace.positions.all_can_live_with()
    driver.clock.wait(minutes=10)
    driver.workspace.locks.unlock("alpha")
    driver.workspace.answers.write(GAMMA)
    driver.workspace.go("beta")
    driver.clock.wait(minutes=40)
    driver.workspace.meetings.end()


def leaving(driver: WorkspaceDriver) -> None:
    """A party speaks and leaves at noon; another comes late; the one that left writes a letter."""
    driver.clock.wait(minutes=-60)
    driver.begin("agency", "district")
    driver.workspace.answers.write(BETA)
    driver.workspace.positions.take("district", "can-live-with", speaker="its Superintendent")
    driver.workspace.positions.take("agency", "agrees")
    driver.clock.wait(minutes=20)
    _attend(driver, parents=True)
    driver.workspace.positions.take("parents", "objects", "three days are too few")
    driver.clock.wait(minutes=40)
    _attend(driver, district=False)
    driver.clock.wait(minutes=15)
    driver.workspace.locks.unlock("alpha")
    driver.workspace.answers.write(GAMMA)
    driver.workspace.positions.all_can_live_with()
    driver.workspace.minutes.capture("decision", "The wait is five days.")
    driver.clock.wait(minutes=15)
    driver.workspace.meetings.end()
    driver.clock.wait(days=2)
    driver.workspace.positions.take(
        "district", "agrees", "if the union is told", via="letter", speaker="its Superintendent"
    )
    driver.workspace.minutes.correct(driver.workspace.minutes.remarks[0], "The wait is five school days.")


def _attend(driver: WorkspaceDriver, **present: bool) -> None:
    driver.workspace.meetings.attend(
        replace(row, is_present=present.get(row.party, row.is_present))
        for row in driver.workspace.meetings.attendance()
    )


STORIES: dict[str, Callable[[WorkspaceDriver], None]] = {"wordings": wordings, "leaving": leaving}


def _record(name: str, folder: Path) -> str:
    driver = WorkspaceDriver(folder)
    STORIES[name](driver)
    text = record(SMALL, driver.session)
    driver.workspace.store.close()
    return text


def _approved(name: str) -> Path:
    return DATA / f"record-{name}.md"


@pytest.mark.parametrize("name", STORIES)
def test_the_record_of_the_story_reads_as_it_was_approved(name: str, quick: Path) -> None:
    assert _record(name, quick) == _approved(name).read_text("utf-8")


def test_all_three_wordings_are_in_the_record_with_who_accepted_what(quick: Path) -> None:
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
