"""Asking for the fields of a form, one after another. What was given is kept, however the asking ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mou_tui.language.name_lists import join_names, split_names
from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.vocabulary import CANCEL, COMMANDS, END
from mou_tui.workspace.field_reading import MOST_OFFERS, completed, doubt, fitting_offers, given_value, read_back
from mou_tui.workspace.forms import FieldSpec

EMPTY, BACK = "empty", "back"

UNCHANGED = "Left as it was."

HOW_BRIEFLY = f"Enter alone leaves it for later. With a colon: :{BACK} goes one back, :{END} asks no more."
HOW = (
    f"Enter alone keeps what is there. With a colon: :{EMPTY} empties it, :{BACK} goes one back, :{END} keeps all the "
    f"rest, :{CANCEL} leaves everything as it was."
)

OPTIONAL = f"Enter alone leaves it open; :{CANCEL} leaves all as it was."

HOW_TO_LIST = "one a line; an empty line ends"
HOW_TO_CHANGE = "type more, one a line; a number removes that one, a number and a name changes it; an empty line ends"

Fields = Callable[[Mapping[str, str]], Sequence[FieldSpec]]
"""The fields, which may follow from the values given so far."""


def prompt_of(field: FieldSpec) -> str:
    """Return what to ask for a field: its label, what may be said, and what Enter alone keeps or an example."""
    parts = [field.label.removesuffix("?")]
    if field.choices:
        parts.append(" or ".join(field.choices))
    if field.value:
        parts.append(f"now {field.value}")
    elif field.kind != "state" and field.offers:
        parts.append(f"for example {' or '.join(field.offers[:2])}")
    elif field.hint:
        parts.append(f"for example {field.hint}")
    return f"{', '.join(parts)}:"


class Form:
    """Asks for the fields of a form.

    Args:
        console: where to ask.
        fields: what to ask; a function where later fields follow from earlier values.
        known: values that were given already; of the fields, only the first ones may be among them, and are not asked.
        today: the day it is, where a field asks when something is due.
    """

    def __init__(
        self,
        console: Console,
        fields: Fields | Sequence[FieldSpec],
        known: Mapping[str, str] | None = None,
        *,
        today: str = "",
    ) -> None:
        self._console = console
        self._fields = fields
        self._values = dict(known or {})
        self._today = today
        self._unsure = ""
        """What was typed last that may be several places; typed again, it stays."""
        self._first = sum(field.id in self._values for field in self._current_fields)
        self._interrupt: CommandInterrupt | InputClosed | None = None

    def ask(self, unchanged: str = UNCHANGED) -> Mapping[str, str] | None:
        """Ask for each field.

        Args:
            unchanged: what to say where the form is cancelled, or given without a required field.

        Returns:
            The value of each field by id, of those not reached the one they had; None where everything is to be left
            as it was.

        Raises:
            CommandInterrupt: Another command was given before any value was.
            InputClosed: The person left before any value was given.
        """
        index = self._first
        try:
            while index < len(self._current_fields):
                index = max(self._first, index + self._ask(self._current_fields[index]))
        except CommandInterrupt as interrupt:
            if interrupt.line == CANCEL:
                self._say_unchanged(unchanged)
                return None
            self._interrupt = interrupt if interrupt.line != END else None
        except InputClosed as closed:
            self._set(self._current_fields[index], closed.unfinished)
            self._interrupt = closed
        if self._interrupt and not self._values:
            raise self._interrupt
        fields = self._current_fields
        values = {**self._values, **{field.id: self._values.get(field.id, field.value) for field in fields}}
        if any(field.required and not values[field.id].strip() for field in fields):
            self._say_unchanged(unchanged)
            return None
        return values

    @property
    def was_interrupted(self) -> bool:
        """Whether the person went on to something else before the last field."""
        return self._interrupt is not None

    def resume_interrupt(self) -> None:
        """Once the values are recorded, raise the interrupt that ended the asking early, if one did."""
        if self._interrupt:
            raise self._interrupt

    @property
    def _current_fields(self) -> Sequence[FieldSpec]:
        return self._fields(self._values) if callable(self._fields) else self._fields

    def _say_unchanged(self, unchanged: str) -> None:
        if unchanged:
            self._console.say(unchanged)

    def _ask(self, field: FieldSpec) -> int:
        """Ask for one field; return how many fields to go on."""
        try:
            if field.kind == "list":
                return self._ask_list(field)
            typed = self._console.ask(prompt_of(field), also=(EMPTY,))
        except CommandInterrupt as interrupt:
            if interrupt.line == EMPTY:
                self._values[field.id] = ""
                return 1
            if interrupt.line == BACK:
                return -1
            raise
        if typed and self._is_unsure(field, typed):
            return 0
        if not typed or self._set(field, typed):
            return 1
        if typed.casefold() in COMMANDS:
            raise CommandInterrupt(typed)
        self._console.say(f"Say {' or '.join(field.choices)}; Enter alone keeps what is there.")
        return 0

    def _set(self, field: FieldSpec, typed: str) -> bool:
        """Set the value of a field, and return whether it is one the field takes; of a choice, a part is enough."""
        if field.choices and typed:
            typed = next((choice for choice in field.choices if choice.startswith(typed.casefold())), "")
        if field.kind == "list" and typed:
            self._add(field, typed)
        elif typed:
            typed = completed(field, typed)
            self._values[field.id] = given_value(field, typed)
            self._say_reading(field, typed)
        return bool(typed)

    def _say_reading(self, field: FieldSpec, typed: str) -> None:
        """Say how an answer is read, where there is anything to say about that."""
        if field.kind == "due" and not self._today:
            return
        if reading := read_back(field, typed, self._today):
            self._console.say(reading.message.replace(" · ", ", "))

    def _is_unsure(self, field: FieldSpec, typed: str) -> bool:
        """Return whether words may be several places, or a date on no calendar, for the first time; if so, say that."""
        if typed == self._unsure:
            return False
        if reading := doubt(field, typed):
            self._unsure = typed
            self._console.say(f"{reading.message} Say the date, or the same again to keep your words.")
            return True
        if field.kind != "state":
            return False
        fitting = fitting_offers(field, typed)
        if len(fitting) < 2 or completed(field, typed) in field.offers:
            return False
        self._unsure = typed
        several = ", ".join(fitting[:MOST_OFFERS]) + (" and others" if len(fitting) > MOST_OFFERS else "")
        self._console.say(f"That may be {several}. Say more of it, or the same again to keep your words.")
        return True

    def _ask_list(self, field: FieldSpec) -> int:
        """Ask for names, one a line, until an empty line; return how many fields to go on."""
        names = split_names(self._values.get(field.id, field.value))
        for number, name in enumerate(names, start=1):
            self._console.say(f"{number}. {name}")
        prompt = f"{field.label}, {HOW_TO_CHANGE if names else HOW_TO_LIST}:"
        while line := self._console.ask(prompt, also=(EMPTY,)):
            self._add(field, line)
            prompt = f"{field.label}, the next one:"
        self._say_reading(field, self._values.get(field.id, ""))
        return 1

    def _add(self, field: FieldSpec, line: str) -> None:
        """Add the names of a line to a list; a number of one that is there changes or removes that."""
        names = [*split_names(self._values.get(field.id, field.value))]
        number, _, rest = line.partition(" ")
        name, index = rest.strip(), int(number) - 1 if number.isdecimal() else -1
        if 0 <= index < len(names):
            self._console.say(f"{number} is {name} now." if name else f"{names[index]} is gone.")
            names[index : index + 1] = [name] if name else []
        else:
            names += split_names(line)
        self._values[field.id] = join_names(names)
