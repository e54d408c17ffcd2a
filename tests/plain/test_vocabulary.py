"""What is taken for a word, and what for somebody's sentence."""

from __future__ import annotations

import io

import pytest

from mou_tui.plain.command_parser import parse_command
from mou_tui.plain.console import Console
from mou_tui.plain.interview import Interview
from mou_tui.plain.vocabulary import COMMANDS
from tests.plain.conftest import Begin


@pytest.mark.parametrize(
    ("line", "word", "rest"),
    [
        ("next", "next", ""),
        ("  Next ", "next", ""),
        ("take 2", "take", "2"),
        ("TAKE   2", "take", "2"),
        ("go 3.1", "go", "3.1"),
        ("go opening", "go", "opening"),
        ("fill 1 30 school days", "fill", "1 30 school days"),
        ("find use of force", "find", "use of force"),
        ("draft", "draft", ""),
        ("draft 3", "draft", "3"),
        ("exa", "examples", ""),
        ("exa 2", "examples", "2"),
        ("q", "quit", ""),
    ],
)
def test_a_word_is_understood_with_what_follows_it(line: str, word: str, rest: str) -> None:
    assert parse_command(line) == (COMMANDS[word], rest)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ne xt",
        "e",
        "nextt",
        "clear rules shall govern the search",
        "next week the parties meet",
        "take part in the life of the school",
        "fill the post within a month",
        "go on",
        "q the officer",
        "save the date",
    ],
)
def test_a_sentence_that_begins_like_a_word_is_none(line: str) -> None:
    assert parse_command(line) is None


def test_every_word_does_something(begin: Begin) -> None:
    assert set(Interview(begin(), Console(io.StringIO(), io.StringIO())).handlers) == set(COMMANDS)
