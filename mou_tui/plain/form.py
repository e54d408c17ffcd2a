"""Asking for several things, one after another. What was said is kept, however the asking ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.vocabulary import CANCEL, COMMANDS, END

EMPTY, BACK = "empty", "back"

YES_NO = ("yes", "no")

HOW_BRIEFLY = f"Enter alone leaves it for later. With a colon: :{BACK} goes one back, :{END} asks no more."
HOW = (
    f"Enter alone keeps what is there. With a colon: :{EMPTY} empties it, :{BACK} goes one back, :{END} keeps all the "
    f"rest, :{CANCEL} leaves everything as it was."
)


@dataclass(frozen=True)
class Field:
    """One thing that is asked."""

    id: str
    label: str
    value: str = ""
    """What is kept by Enter alone."""
    hint: str = ""
    """An example of what may be said."""
    choices: Sequence[str] = ()
    """What alone may be said, or as much of it as tells it from the others; without them, anything may."""

    @property
    def prompt(self) -> str:
        """What to ask."""
        if self.value:
            return f"{self.label}, now {self.value}:"
        return f"{self.label}, for example {self.hint}:" if self.hint else f"{self.label}:"


Fields = Callable[[Mapping[str, str]], Sequence[Field]]
"""The fields, which may follow from what was said so far."""


class Form:
    """Asks for the fields.

    Args:
        console: where to ask.
        fields: what to ask.
        said: the values of the first fields, where they were said already; those are not asked for.
    """

    def __init__(self, console: Console, fields: Fields, said: Mapping[str, str] | None = None) -> None:
        self._console = console
        self._fields = fields
        self._said = dict(said or {})
        self._first = len(self._said)
        self._ended: CommandInterrupt | InputClosed | None = None

    def ask(self) -> Mapping[str, str] | None:
        """Ask for each field.

        Returns:
            The value of each, those not reached as they were; None if everything is to be left as it was.

        Raises:
            Said: another word was said before anything was.
            Left: the person left before anything was said.
        """
        place = self._first
        try:
            while place < len(self._fields(self._said)):
                place = max(self._first, place + self._ask(self._fields(self._said)[place]))
        except CommandInterrupt as said:
            if said.line == CANCEL:
                return None
            self._ended = said if said.line != END else None
        except InputClosed as left:
            if left.unfinished:
                self._said[self._fields(self._said)[place].id] = left.unfinished
            self._ended = left
        if self._ended and not self._said:
            raise self._ended
        return {field.id: self._said.get(field.id, field.value) for field in self._fields(self._said)}

    def go_on(self) -> None:
        """Once the values are where they belong, obey whatever ended the asking early."""
        if self._ended:
            raise self._ended

    def _ask(self, field: Field) -> int:
        """Ask for one field; returns how many fields to go on."""
        try:
            words = self._console.ask(field.prompt, also=(EMPTY,))
        except CommandInterrupt as said:
            if said.line == EMPTY:
                self._said[field.id] = ""
                return 1
            if said.line == BACK:
                return -1
            raise
        if words and field.choices:
            chosen = next((choice for choice in field.choices if choice.startswith(words.casefold())), "")
            if not chosen and words.casefold() in COMMANDS:
                raise CommandInterrupt(words)
            if not chosen:
                self._console.say(f"Say {' or '.join(field.choices)}; Enter alone keeps what is there.")
                return 0
            words = chosen
        if words:
            self._said[field.id] = words
        return 1
