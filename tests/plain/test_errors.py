"""Line by line, an error costs nothing that was said: one goes on once, and a second soon after ends it."""

from __future__ import annotations

import shlex

import pytest

from mou_tui.errors import CannotSave
from mou_tui.failures import SOON
from mou_tui.workspace.answers import AnswerEditor
from tests.breaking import Bang, Boom, Break, breaking
from tests.plain.conftest import Begin
from tests.plain.talking import talk


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Has a method raise, once, instead of doing anything."""
    return breaking(monkeypatch)


def test_after_an_error_one_goes_on_with_every_word(begin: Begin, breaks: Break) -> None:
    workspace = begin()
    breaks(AnswerEditor, "clear", Boom())
    output = talk(workspace, "", "write Said first.", ":end", "clear", "write And then.", "add", ":end", "quit")
    assert f"“clear” did not work (Boom). Your words are safe in {workspace.store.path}." in output
    assert output.code == 0
    text = workspace.store.path.read_text("utf-8")
    assert "Said first." in text and "And then." in text


def test_a_second_error_soon_after_ends_it_and_both_are_reported(begin: Begin, breaks: Break) -> None:
    workspace = begin()
    breaks(AnswerEditor, "clear", Boom())
    breaks(AnswerEditor, "accept_example", Bang())
    output = talk(workspace, "", "write Said first.", ":end", "clear", "adopt", "write Never heard.")
    assert output.code == 1 and "“adopt” did not work, and mou-tui had to stop (Boom in" in output
    assert "Bang in breaking.py, line" in output and f"Your words are saved in {workspace.store.path}." in output
    assert f"To go on: {shlex.join(('mou-tui', 'open', str(workspace.store.path)))}" in output
    assert "Said first." in workspace.store.path.read_text("utf-8")


def test_what_cannot_be_done_for_a_reason_is_no_error_in_the_program(begin: Begin, breaks: Break) -> None:
    breaks(AnswerEditor, "clear", CannotSave("The disk is full."))
    breaks(AnswerEditor, "accept_example", CannotSave("The disk is full again."))
    output = talk(begin(), "", "clear", "adopt", "quit")
    assert "The disk is full." in output and "The disk is full again." in output
    assert output.code == 0 and SOON > 1
