"""Help is short, by group or for one word."""

from __future__ import annotations

import re

import pytest

from mou_tui.plain.vocabulary import COMMANDS, GROUPS, CommandGroup
from tests.plain.conftest import Begin
from tests.plain.talking import talk


def test_help_is_short_and_names_every_word(begin: Begin) -> None:
    output = " ".join(talk(begin(), "help").after("help").split())
    assert "To answer it, help answer: take, adopt, write," in output
    assert all(re.search(rf"[:,] {word}[,.]", output) for word in COMMANDS)
    # At the pace of a calm voice, a minute and a half.
    assert len(output.split()) < 225


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_help_explains_the_words_of_a_group(begin: Begin, group: CommandGroup) -> None:
    output = talk(begin(), f"help {group.name}").after(f"help {group.name}")
    assert output.startswith(f"{group.heading}:")
    assert re.findall(r"^(\w+): ", output, re.MULTILINE) == [command.name for command in group.commands]


def test_help_explains_one_word(begin: Begin) -> None:
    assert talk(begin(), "help take").after("help take") == "take: put an example into the answer: take 1."
