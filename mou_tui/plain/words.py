"""Every word of the interview, in one table, and which of them somebody means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from mou_tui.session.session import OPENING

T = TypeVar("T")

Act = Callable[[str], "str | None"]
"""Does what a word says with what follows it; may give another line to heed."""


@dataclass(frozen=True)
class Word:
    """A word one can say."""

    word: str
    help: str
    takes: str = ""
    """What may follow it; a word that takes nothing stands alone."""
    changes: bool = False
    """Whether it changes the session, and so is not to be had where the session is read-only."""


GROUPS: tuple[tuple[str, tuple[Word, ...]], ...] = (
    (
        "To hear about the question",
        (
            Word("again", "hear the question again; Enter alone does the same"),
            Word("guidance", "hear why it matters and what to discuss"),
            Word("points", "hear the points of a good answer"),
            Word("examples", "hear the examples, or one of them: examples 2", "NUMBER"),
            Word("show", "hear the answer as it stands"),
            Word("blanks", "hear the blanks in the answer"),
        ),
    ),
    (
        "To answer it",
        (
            Word("take", "put an example into the answer: take 1", "NUMBER", changes=True),
            Word("adopt", "use the example in the answer as written", changes=True),
            Word("write", "write the answer", "WORDS", changes=True),
            Word("change", "change some words of the answer", changes=True),
            Word("editor", "write the answer in your own editor", changes=True),
            Word("fill", "fill a blank: fill 1 30 days", "NUMBER WORDS", changes=True),
            Word("tick", "tick a point, or take its tick away: tick 2", "NUMBER", changes=True),
            Word("later", "someone must check first, or need not any more", changes=True),
            Word("aside", "the question does not apply, or applies after all", changes=True),
            Word("current", "hear and write down what the agreement in force says", changes=True),
            Word("clear", "empty the answer", changes=True),
            Word("undo", "take back the last thing you did", changes=True),
        ),
    ),
    (
        "To move",
        (
            Word("next", "go to the next question"),
            Word("back", "go to the question before"),
            Word("skip", "leave this question as it is and go to the next"),
            Word("open", "go to the next question with something left to do"),
            Word("go", "go to a clause or a topic: go 3.1; or to the beginning: go opening", "NUMBER"),
            Word("list", "hear the topics and how far each is"),
            Word("find", "find words: find complaint", "WORDS"),
        ),
    ),
    (
        "For the whole",
        (
            Word("review", "hear the state of every question, or of some: review open", "SOME"),
            Word("draft", "hear the draft, or a part of it: draft 3", "NUMBER"),
            Word("names", "change the parties and facts", changes=True),
            Word("depth", "ask only the essential questions, or all of them", changes=True),
            Word("export", "write the draft as a Markdown file"),
            Word("save", "save now; it is saved anyway as you go"),
            Word("elsewhere", "go on in another file"),
            Word("help", "hear these words, or what one of them does: help take", "WORD"),
            Word("quit", "save and leave"),
        ),
    ),
)

WORDS = {word.word: word for _, words in GROUPS for word in words}

CANCEL, END = "cancel", "end"
"""Words that mean something only where something is being typed."""

COLONED = "Within an answer, words begin with a colon; a line of your own that does takes two."


def meant(line: str) -> tuple[Word, str] | None:
    """The word that somebody says, with what follows it; None if it is none.

    The beginning of a word is enough where it stands alone or before a number and no other word begins so. Before
    something it does not take, a word is none, for then it begins somebody's sentence.
    """
    name, _, rest = line.strip().partition(" ")
    rest = rest.strip()
    word = WORDS.get(name.casefold())
    if word is None and (not rest or is_number(rest)):
        begun = [word for word in WORDS.values() if name and word.word.startswith(name.casefold())]
        word = begun[0] if len(begun) == 1 else None
    return (word, rest) if word and _fits(word, rest) else None


def is_number(said: str) -> bool:
    """Whether something is the number of a clause, a topic or a thing in a list."""
    return said.isascii() and said.replace(".", "", 1).isdecimal()


def is_word(line: str) -> bool:
    """Whether a line is to be obeyed where it begins with a colon."""
    return line.strip().casefold() in (CANCEL, END) or meant(line) is not None


def like(line: str) -> list[str]:
    """The words that one might have meant."""
    name = line.partition(" ")[0].casefold()
    return [word for word in WORDS if word.startswith(name)] or get_close_matches(name, WORDS, n=2)


def numbered(choices: Sequence[T], number: str) -> T | None:
    """The choice of a number, counted from 1; None if it is not the number of one."""
    place = int(number) - 1 if number.isascii() and number.isdecimal() and len(number) < 4 else -1
    return choices[place] if 0 <= place < len(choices) else None


def _fits(word: Word, rest: str) -> bool:
    if not rest or not word.takes.startswith("NUMBER"):
        return not rest or bool(word.takes)
    return is_number(rest.split()[0]) or rest.casefold() == OPENING
