"""The command palette: every action of the screen, by name, with its keys, and how well each answers a search."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.types import IgnoreReturnCallbackType

from mou_tui.frozen import NamedTuple
from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.synonyms import SYNONYMS

_FIRST = ("take", "positions", "capture", "later", "set_aside", "next_blank", "find", "review", "export", "names")
"""What is done most on a question, by action id: listed first while nothing is searched for."""
_WORD = re.compile(r"[\w+]+")
_UNSEARCHED = frozenset(["a", "an", "the", "to", "of", "my", "i", "do", "how", "is", "what", "where", "can", "we"])
"""Words of a search that say nothing of what is looked for."""


class PaletteCommand(NamedTuple):
    """Holds one line of the command palette."""

    title: str
    """The name of an action, with its keys in parentheses."""
    help: str
    """One sentence that says what it does."""
    run: IgnoreReturnCallbackType
    """Does it."""
    synonyms: str = ""
    """Everyday words for it, by commas."""


def commands(screen: Screen[Any], actions: Iterable[ActionSpec]) -> tuple[PaletteCommand, ...]:
    """Return the actions of a screen as commands, without those of the focused widget, which loses the focus here."""
    offered = {action.id: action for action in actions if not action.focused}
    in_order = {**{action_id: offered[action_id] for action_id in _FIRST if action_id in offered}, **offered}
    return tuple(
        PaletteCommand(
            f"{action.name} ({action.shown_keys})" if action.keys else action.name,
            action.help,
            partial(screen.run_action, action.action),
            SYNONYMS.get(action.id, ""),
        )
        for action in in_order.values()
    )


def relevance(query: str, command: PaletteCommand) -> float:
    """Return how well a command answers a search, from 0 (not at all) to 1.

    A title that begins with the search comes before one that has its words, and that before synonyms and the help.
    """
    if command.title.casefold().startswith(query.casefold().strip()):
        return 1.0
    wanted = _stems(query)
    if not wanted:
        return 0.0
    title = _words(command.title)
    if _all_begin(wanted, title):
        return 0.9 if _all_begin(wanted[:1], title[:1]) else 0.8
    synonyms = [_words(phrase) for phrase in command.synonyms.split(",")]
    if fitting := [phrase for phrase in synonyms if _all_begin(wanted, phrase)]:
        return 0.7 if any(len(phrase) == len(wanted) for phrase in fitting) else 0.6
    everything = [*title, *_words(command.help), *(word for phrase in synonyms for word in phrase)]
    if _all_begin(wanted, everything):
        return 0.4
    return 0.2 if all(stem in command.title.casefold() for stem in wanted) else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _stems(query: str) -> list[str]:
    """Return the words of a search that matter, without the ending of a plural."""
    typed = _words(query)
    matter = [word for word in typed if word not in _UNSEARCHED] or typed
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in matter]


def _all_begin(stems: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(stem) for word in words) for stem in stems)
