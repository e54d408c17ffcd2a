"""What is too much is refused at the door, so that whatever a session holds can be saved."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.errors import InvalidFile, TooLarge
from mou_tui.persistence.store import SessionStore
from mou_tui.session import limits
from mou_tui.session.codec import decode, encode
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer
from mou_tui.workspace.workspace import Workspace
from tests.strategies import EMPTY, SMALL

PLACES = ("alpha", "beta", "gamma", "opening")


@pytest.fixture
def workspace(quick: Path) -> Workspace:
    return Workspace(SMALL, SessionStore.create(quick / "a.mou.yaml", EMPTY))


def test_an_answer_longer_than_one_may_be_is_refused_and_the_words_before_stay(workspace: Workspace) -> None:
    workspace.go("alpha")
    workspace.answers.write("Ours.")
    too_long = "x" * (limits.ANSWER + 1)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: workspace.answers.write(too_long),
        lambda: workspace.answers.set_current(too_long),
        lambda: workspace.positions.propose("agency", too_long),
    )
    for attempt in attempts:
        with pytest.raises(TooLarge, match=r"one answer may have 100,000\. It was not taken"):
            attempt()
    assert workspace.text == "Ours."
    assert not workspace.answer.current
    assert not workspace.answer.alternatives
    workspace.answers.write("x" * limits.ANSWER)
    assert workspace.close().kind == "saved"


def test_an_answer_from_elsewhere_that_is_longer_can_be_made_shorter(workspace: Workspace) -> None:
    workspace.go("alpha")
    workspace.store.record(workspace.session.with_answer("alpha", workspace.answer.write("x" * (limits.ANSWER + 9))))
    workspace.answers.write("x" * (limits.ANSWER + 8))
    with pytest.raises(TooLarge):
        workspace.answers.write("x" * (limits.ANSWER + 9))
    workspace.close()


@pytest.mark.parametrize("where", ["answer", "current", "alternative", "opening"])
def test_a_file_with_a_text_that_no_key_would_answer_in_is_refused_with_its_line_and_left_as_it_is(
    where: str, quick: Path
) -> None:
    overlong = "The SRO shall report.\n" * (limits.LONGEST // 22 + 1)
    answers = {
        "answer": Answer(overlong),
        "current": Answer(current=overlong),
        "alternative": Answer("Ours.", alternatives={"agency": Alternative(overlong)}),
        "opening": Answer("Ours."),
    }
    session = EMPTY.with_answer("alpha", answers[where])
    path = quick / "a.mou.yaml"
    path.write_bytes(encode(replace(session, opening=overlong) if where == "opening" else session))
    before = path.read_bytes()
    line = next(number for number, text in enumerate(before.split(b"\n"), start=1) if text.endswith(b": |"))
    with pytest.raises(InvalidFile) as refused:
        SessionStore.open(path)
    assert f"a.mou.yaml:{line}: holds a text of {len(overlong):,} characters, of at most 200,000" in str(refused.value)
    assert "Shorten it in a text editor" in refused.value.message
    assert path.read_bytes() == before


def test_the_longest_text_that_is_read_is_worked_on(quick: Path) -> None:
    path = quick / "a.mou.yaml"
    path.write_bytes(encode(EMPTY.with_answer("alpha", Answer("x" * limits.LONGEST))))
    store = SessionStore.open(path)
    workspace = Workspace(SMALL, store)
    workspace.go("alpha")
    workspace.answers.write("x" * (limits.LONGEST - 1))
    assert workspace.close().kind == "saved"


def test_no_step_makes_a_text_that_could_not_be_read_again(workspace: Workspace) -> None:
    workspace.go("alpha")
    workspace.answers.write("Ours.")
    grown = workspace.session.with_answer("alpha", Answer("x" * (limits.LONGEST + 1)))
    with pytest.raises(TooLarge, match=r"of at most 200,000\. It was not done"):
        workspace.commit("filled in", grown)
    assert workspace.text == "Ours."
    assert workspace.close().kind == "saved"


# Each of the worst of its kind: lines that are all indent, letters of four bytes, letters that are written as escapes.
@pytest.mark.parametrize("worst", ["a\n", "😀", "\ufeff"])
def test_whatever_is_said_until_it_is_refused_is_saved(
    workspace: Workspace, worst: str, monkeypatch: pytest.MonkeyPatch, quick: Path
) -> None:
    scale = 128
    monkeypatch.setattr(limits, "ANSWER", limits.ANSWER // scale)
    monkeypatch.setattr(limits, "WORDS", limits.WORDS // scale)
    monkeypatch.setattr("mou_tui.persistence.cached_encoder.LIMIT", limits.FILE // scale)
    chance = random.Random(worst)
    refused = 0
    for turn in range(400):
        try:
            workspace.go(chance.choice(PLACES))
            length = limits.ANSWER // len(worst) - chance.randrange(9)
            workspace.answers.write(f"{turn}{worst * length}"[: limits.ANSWER])
            workspace.store.flush()
            workspace.minutes.capture("note", "Said.")
        except TooLarge as refusal:
            assert "The session file is full" in refusal.message
            refused += 1
        if refused == 5:
            break
        assert workspace.store.flush().kind == "saved"
    assert refused == 5
    workspace.answers.write("")
    workspace.minutes.capture("note", "We go on in a new session.")
    workspace.go("alpha")
    assert workspace.close().kind == "saved"
    saved = decode((quick / "a.mou.yaml").read_bytes(), "a").session
    assert saved.history.entries[-1].text in ("We go on in a new session.", "")


def test_a_step_that_writes_more_than_there_is_room_for_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.go("alpha")
    workspace.answers.write("x" * 9000)
    before = workspace.session
    monkeypatch.setattr(limits, "WORDS", 10_000)
    with pytest.raises(TooLarge):
        workspace.commit("a fill", before.with_answer("beta", before.answer("beta").write("y" * 9000)))
    assert workspace.session.answers == before.answers
    assert workspace.close().kind == "saved"
