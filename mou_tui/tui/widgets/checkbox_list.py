"""A list of lines to tick that read as ticked or not without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class CheckboxList(OptionList):
    """A list of lines, each with a box; Enter, space or a click ticks."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Tick", show=False)]

    @dataclass
    class Changed(Message):
        """Another line was ticked, or one no longer is."""

        ticks: CheckboxList

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, compact=True)
        self._words: dict[str, Content] = {}
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the lines that are ticked, in order."""
        return tuple(line for line in self._words if line in self._ticked)

    def show(self, lines: Iterable[tuple[str, Content]], ticked: Sequence[str]) -> None:
        """Show other lines, pairs of an id and words; nobody is told of a change."""
        self._words = dict(lines)
        self._ticked = set(ticked)
        self.clear_options()
        self.add_options([Option(self._prompt(line), id=line) for line in self._words])

    def on_focus(self) -> None:
        """Begin at the first line."""
        if self.highlighted is None:
            self.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick, or take the tick away."""
        event.stop()
        line = event.option_id or ""
        self._ticked ^= {line}
        self.replace_option_prompt(line, self._prompt(line))
        self.post_message(self.Changed(self))

    def _prompt(self, line: str) -> Content:
        return Content(f"[{'x' if line in self._ticked else ' '}] ") + self._words[line]
