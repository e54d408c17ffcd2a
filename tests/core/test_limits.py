"""What is too much is refused at the door, so that whatever a session holds can be saved."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from mou_tui.desk import Desk
from mou_tui.errors import TooLarge
from mou_tui.room import Room
from mou_tui.session import limits
from mou_tui.session.codec import decode
from mou_tui.session.store import Store
from tests.strategies import EMPTY, SMALL

PLACES = ("alpha", "beta", "gamma", "opening")


@pytest.fixture
def desk(quick: Path) -> Desk:
    return Desk(SMALL, Store.create(quick / "a.mou.yaml", EMPTY))


def test_an_answer_longer_than_one_may_be_is_refused_and_the_words_before_stay(desk: Desk) -> None:
    desk.go("alpha")
    desk.write("Ours.")
    too_long = "x" * (limits.ANSWER + 1)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: desk.write(too_long),
        lambda: desk.note_current(too_long),
        lambda: Room(desk).positions.propose("agency", too_long),
    )
    for attempt in attempts:
        with pytest.raises(TooLarge, match=r"one answer may have 400,000\. It was not taken"):
            attempt()
    assert desk.wording == "Ours."
    assert not desk.answer.current
    assert not desk.answer.alternatives
    desk.write("x" * limits.ANSWER)
    assert desk.leave().kind == "saved"


def test_an_answer_from_elsewhere_that_is_longer_can_be_made_shorter(desk: Desk) -> None:
    desk.go("alpha")
    desk.store.record(desk.session.with_answer("alpha", desk.answer.write("x" * (limits.ANSWER + 9))))
    desk.write("x" * (limits.ANSWER + 8))
    with pytest.raises(TooLarge):
        desk.write("x" * (limits.ANSWER + 9))
    desk.leave()


# Each of the worst of its kind: lines that are all indent, letters of four bytes, letters that are written as escapes.
@pytest.mark.parametrize("worst", ["a\n", "😀", "\ufeff"])
def test_whatever_is_said_until_it_is_refused_is_saved(
    desk: Desk, worst: str, monkeypatch: pytest.MonkeyPatch, quick: Path
) -> None:
    scale = 128
    monkeypatch.setattr(limits, "ANSWER", limits.ANSWER // scale)
    monkeypatch.setattr(limits, "WORDS", limits.WORDS // scale)
    monkeypatch.setattr("mou_tui.session.keeping.LIMIT", limits.FILE // scale)
    chance = random.Random(worst)
    refused = 0
    for turn in range(400):
        try:
            desk.go(chance.choice(PLACES))
            length = limits.ANSWER // len(worst) - chance.randrange(9)
            desk.write(f"{turn}{worst * length}"[: limits.ANSWER])
            desk.store.flush()
            Room(desk).minutes.capture("note", "Said.")
        except TooLarge as refusal:
            assert "The session file is full" in refusal.message
            refused += 1
        if refused == 5:
            break
        assert desk.store.flush().kind == "saved"
    assert refused == 5
    desk.write("")
    Room(desk).minutes.capture("note", "We go on in a new session.")
    desk.go("alpha")
    assert desk.leave().kind == "saved"
    saved = decode((quick / "a.mou.yaml").read_bytes(), "a").session
    assert saved.history.entries[-1].text in ("We go on in a new session.", "")


def test_a_step_that_writes_more_than_there_is_room_for_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.go("alpha")
    desk.write("x" * 9000)
    before = desk.session
    monkeypatch.setattr(limits, "WORDS", 10_000)
    with pytest.raises(TooLarge):
        desk.step("a fill", before.with_answer("beta", before.answer("beta").write("y" * 9000)))
    assert desk.session.answers == before.answers
    assert desk.leave().kind == "saved"
