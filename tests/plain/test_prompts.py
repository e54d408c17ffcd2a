"""Every prompt can be left, and takes neither a word for going elsewhere nor nonsense for an answer."""

from __future__ import annotations

import pytest

from tests.plain.conftest import Begin
from tests.plain.talking import talk

PROMPTS = [
    ("say 2 recused",),
    ("say 2",),
    ("say",),
    ("propose",),
    ("signer",),
    ("history between",),
    ("restore",),
    ("meeting begin",),
]


@pytest.mark.parametrize("words", PROMPTS)
def test_quit_quits(begin: Begin, words: tuple[str]) -> None:
    workspace = begin(purpose="Agreed.")
    before = workspace.session.parties, workspace.session.answers, workspace.session.meetings
    output = talk(workspace, "", *words, "quit")
    assert output.code == 0, output.output
    assert (workspace.session.parties, workspace.session.answers) == before[:2]


@pytest.mark.parametrize("words", PROMPTS[:4])
def test_nonsense_is_said_to_be_none_with_the_way_out(begin: Begin, words: tuple[str]) -> None:
    workspace = begin(purpose="Agreed.")
    output = talk(workspace, "", *words, "xyzzy", ":cancel", "quit")
    assert "Left as it was." in output and output.code == 0
    assert workspace.answer.positions == {} and workspace.answer.alternatives == {}


def test_a_position_that_is_none_is_named(begin: Begin) -> None:
    output = talk(begin(purpose="Agreed."), "", "say 2 recused", "what", ":cancel", "quit")
    assert "“recused” is not one of the positions." in output
    assert ":cancel leaves everything as it was." in output


def test_yes_and_no_are_all_that_answers_whether_a_party_is_there(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "", "meeting begin", "perhaps", "n", ":end", "quit")
    assert "Say yes or no; Enter alone keeps what is there." in output
    assert workspace.session.meetings[-1].parties == ("district",)
