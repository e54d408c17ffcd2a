"""Saying and asking, one line after another: no colour, no boxes, no cursor that moves."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from mou_tui.plain.command_parser import parse_command
from mou_tui.plain.interrupts import Interrupts
from mou_tui.plain.line_input import InputClosed, lines_from
from mou_tui.plain.vocabulary import CANCEL, COLONED, COMMANDS, END
from mou_tui.text import clean, clean_line, for_display, pluralize

WIDEST = 78
"""Characters at which lines wrap where there is room for more."""

_UNBROKEN = "\N{NO-BREAK SPACE}"
_SIMPLE = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": ","})
"""What stands for typographic signs on a terminal that has none."""


def full_path(path: Path) -> str:
    """A path as it is said: on one line, so that it can be copied; its spaces are none to break it at."""
    return for_display(path).replace(" ", _UNBROKEN)


class CommandInterrupt(Exception):
    """Where something else was asked, a word was said with its colon: `:next`.

    Attributes:
        line: The word with what follows it, without the colon.
    """

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


class Console:
    """Two streams to talk over.

    Args:
        source: where answers come from.
        sink: where words go.
        interrupts: what may come instead of an answer.
    """

    def __init__(self, source: TextIO, sink: TextIO, interrupts: Interrupts | None = None) -> None:
        self._sink = sink
        self._lines = lines_from(source, sink, interrupts or Interrupts())

    def say(self, text: str = "") -> None:
        """Say something; each of its lines is wrapped between words.

        Raises:
            Left: nobody can hear it.
        """
        try:
            for line in self._wrapped(text):
                print(line, file=self._sink)
            self._sink.flush()
        except OSError as error:
            raise InputClosed from error

    def line(self, prompt: str, words: Sequence[str] = ()) -> str:
        """Ask for one line as it is typed, space and colons and all.

        Args:
            prompt: what to ask.
            words: what Tab completes, where the terminal can do that.

        Raises:
            Left: the input ended, Ctrl+C was pressed, or neither can be read or written to any more.
        """
        *before, last = self._wrapped(prompt)
        try:
            for line in before:
                print(line, file=self._sink)
            return self._cleaned(self._lines.read(last, words))
        except OSError as error:
            raise InputClosed from error
        except InputClosed as left:
            if self._sink.isatty():
                # The prompt is still on its line.
                self.say()
            raise InputClosed(self._cleaned(left.unfinished)) from None

    def ask(self, prompt: str, also: Sequence[str] = (), *, obeys: bool = False) -> str:
        """Ask for a few words.

        Args:
            prompt: what to ask.
            also: what else is a word here, after a colon.
            obeys: whether a word needs no colon, because it could not be meant for an answer.

        Raises:
            Said: a word was said instead.
            Left: as of `line`.
        """
        while True:
            typed = clean_line(self.line(prompt)).text.strip()
            if obeys and typed.casefold() in COMMANDS:
                raise CommandInterrupt(typed.casefold())
            if not typed.startswith(":"):
                return typed
            if typed.startswith("::"):
                return typed[1:]
            said = typed[1:].strip()
            if said.casefold() in (CANCEL, END, *also):
                raise CommandInterrupt(said.casefold())
            if parse_command(said):
                raise CommandInterrupt(said)
            self.say(f"{typed.split()[0]} is not one of the words. {COLONED}")

    def choose(self, prompt: str, *choices: str, may_leave: bool = True) -> str:
        """Ask until one of the choices is said, or as much of it as tells it from the others.

        Args:
            prompt: what to ask.
            choices: what may be said.
            may_leave: whether `:cancel` leaves everything as it was here, which is then said with the choices.

        Raises:
            Said: another word was said, with its colon or without.
            Left: as of `line`.
        """
        while True:
            said = self.ask(prompt).casefold()
            fitting = [choice for choice in choices if said and choice.startswith(said)]
            if said in choices:
                return said
            if len(fitting) == 1:
                return fitting[0]
            if said in COMMANDS:
                raise CommandInterrupt(said)
            ways = f"Say {', '.join(choices[:-1])} or {choices[-1]}." if choices[1:] else f"Say {choices[0]}."
            self.say(f"{ways} :{CANCEL} leaves everything as it was." if may_leave else ways)

    def _cleaned(self, typed: str) -> str:
        cleaned = clean(typed)
        if cleaned.replaced:
            self.say(f"{pluralize(cleaned.replaced, 'control character')} replaced in that.")
        return cleaned.text.replace("\n", " ")

    def _wrapped(self, text: str) -> Iterator[str]:
        workspace = shutil.get_terminal_size((WIDEST + 1, 24)).columns - 1 if self._sink.isatty() else WIDEST
        for line in self._showable(clean(text).text).split("\n"):
            # A path or an address that is broken in two is none any more.
            width = max(20, min(workspace, WIDEST))
            pieces = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
            yield from (piece.replace(_UNBROKEN, " ") for piece in pieces or [""])

    def _showable(self, text: str) -> str:
        try:
            text.encode(self._sink.encoding or "utf-8")
        except UnicodeEncodeError:
            return text.translate(_SIMPLE)
        return text
