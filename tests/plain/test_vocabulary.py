"""What is taken for a word, and what for somebody's sentence."""

from __future__ import annotations

import pytest

from mou_tui.plain import commands
from mou_tui.plain.command_parser import parse_command
from mou_tui.plain.registry import HANDLERS, command
from mou_tui.plain.vocabulary import COMMANDS


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


def test_every_command_has_a_function() -> None:
    assert commands.__all__ and HANDLERS.keys() == COMMANDS.keys()


def test_a_command_is_registered_once_and_only_if_it_has_a_help_text() -> None:
    for name in ("take", "unheard-of"):
        with pytest.raises(ValueError, match=name):
            command(name)
