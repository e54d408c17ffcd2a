"""Saying and asking, one line after another: no color and no boxes; menus only where the terminal can show them."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from mou_tui.language.text import clean, clean_line, for_display, pluralize
from mou_tui.plain.command_parser import parse_command
from mou_tui.plain.interrupts import Interrupts
from mou_tui.plain.line_input import InputClosed, lines_from
from mou_tui.plain.menu import can_show_menus, show_menu
from mou_tui.plain.vocabulary import CANCEL, COLONED, COMMANDS, END

WIDEST = 78
"""Characters at which lines wrap where there is room for more."""

_UNBROKEN = "\N{NO-BREAK SPACE}"
_SIMPLE = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": ","})
"""What replaces typographic signs on a terminal that has none."""


def full_path(path: Path) -> str:
    """Return a path as it is said: on one line, so that it can be copied, and never broken at its spaces."""
    return for_display(path).replace(" ", _UNBROKEN)


class CommandInterrupt(Exception):
    """A command was given, with its colon (`:next`), where something else was asked.

    Attributes:
        line: The command and its argument, without the colon.
    """

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


class Console:
    """Two streams to talk over.

    Args:
        source: where answers come from.
        sink: where text goes.
        interrupts: the signals that may come instead of an answer.
    """

    def __init__(self, source: TextIO, sink: TextIO, interrupts: Interrupts | None = None) -> None:
        self._sink = sink
        self._interrupts = interrupts or Interrupts()
        self._lines = lines_from(source, sink, self._interrupts)
        self.has_menus = can_show_menus(source, sink)
        """Whether `pick` shows a menu."""

    def say(self, text: str = "") -> None:
        """Say a text; each of its lines is wrapped between words.

        Raises:
            InputClosed: Nobody can hear it.
        """
        try:
            for line in self._wrapped(text):
                print(line, file=self._sink)
            self._sink.flush()
        except OSError as error:
            raise InputClosed from error

    def line(self, prompt: str, completions: Sequence[str] = ()) -> str:
        """Ask for one line as it is typed, space and colons and all.

        Args:
            prompt: what to ask.
            completions: what Tab completes, where the terminal can do that.

        Raises:
            InputClosed: The input ended, Ctrl+C was pressed, or one of the streams is gone.
        """
        *before, last = self._wrapped(prompt)
        try:
            for line in before:
                print(line, file=self._sink)
            return self._cleaned(self._lines.read(last, completions))
        except OSError as error:
            raise InputClosed from error
        except InputClosed as closed:
            if self._sink.isatty():
                # The prompt is still on its line.
                self.say()
            raise InputClosed(self._cleaned(closed.unfinished)) from None

    def ask(self, prompt: str, also: Sequence[str] = (), *, obeys: bool = False) -> str:
        """Ask for a few words.

        Args:
            prompt: what to ask.
            also: what else is a command here, after a colon.
            obeys: whether a command needs no colon, because it could not be meant for an answer.

        Raises:
            CommandInterrupt: A command was given instead.
            InputClosed: As of `line`.
        """
        while True:
            typed = clean_line(self.line(prompt)).text.strip()
            if obeys and typed.casefold() in COMMANDS:
                raise CommandInterrupt(typed.casefold())
            if not typed.startswith(":"):
                return typed
            if typed.startswith("::"):
                return typed[1:]
            command = typed[1:].strip()
            if command.casefold() in (CANCEL, END, *also):
                raise CommandInterrupt(command.casefold())
            if parse_command(command):
                raise CommandInterrupt(command)
            self.say(f"{typed.split()[0]} is not one of the words. {COLONED}")

    def choose(self, prompt: str, *choices: str, may_leave: bool = True) -> str:
        """Ask until one of the choices is said, or as much of it as tells it from the others.

        Args:
            prompt: what to ask.
            choices: what may be said.
            may_leave: whether `:cancel` leaves everything as it was here, which is then said with the choices.

        Raises:
            CommandInterrupt: A command was given instead, with its colon or without.
            InputClosed: As of `line`.
        """
        while True:
            answer = self.ask(prompt).casefold()
            matching = [choice for choice in choices if answer and choice.startswith(answer)]
            if answer in choices:
                return answer
            if len(matching) == 1:
                return matching[0]
            if answer in COMMANDS:
                raise CommandInterrupt(answer)
            ways = f"Say {', '.join(choices[:-1])} or {choices[-1]}." if choices[1:] else f"Say {choices[0]}."
            self.say(f"{ways} :{CANCEL} leaves everything as it was." if may_leave else ways)

    def pick(self, prompt: str, labels: Sequence[str], leave: str = CANCEL) -> int:
        """Let the person choose one of several items, from a menu or by its number; return its index.

        Args:
            prompt: what to choose, for the head of a menu.
            labels: what to call each item.
            leave: what to say, or to choose in the menu, to choose none of them.

        Raises:
            CommandInterrupt: `leave` was chosen, or a command was given instead.
            InputClosed: As of `line`.
        """
        if self.has_menus:
            shown = [clean_line(label).text for label in (*labels, leave.capitalize())]
            index = show_menu(prompt, shown, self._interrupts)
        else:
            for number, label in enumerate(labels, start=1):
                self.say(f"{number}. {label}.")
            numbers = [str(number) for number in range(1, len(labels) + 1)]
            choice = self.choose(f"Say a number, or {leave}:", *numbers, leave, may_leave=False)
            index = len(labels) if choice == leave else int(choice) - 1
        if index == len(labels):
            raise CommandInterrupt(leave)
        return index

    def _cleaned(self, typed: str) -> str:
        cleaned = clean(typed)
        if cleaned.replaced:
            self.say(f"{pluralize(cleaned.replaced, 'control character')} replaced in that.")
        return cleaned.text.replace("\n", " ")

    def _wrapped(self, text: str) -> Iterator[str]:
        columns = shutil.get_terminal_size((WIDEST + 1, 24)).columns - 1 if self._sink.isatty() else WIDEST
        for line in self._showable(clean(text).text).split("\n"):
            # A path or an address that is broken in two cannot be copied.
            width = max(20, min(columns, WIDEST))
            pieces = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
            yield from (piece.replace(_UNBROKEN, " ") for piece in pieces or [""])

    def _showable(self, text: str) -> str:
        try:
            text.encode(self._sink.encoding or "utf-8")
        except UnicodeEncodeError:
            return text.translate(_SIMPLE)
        return text
