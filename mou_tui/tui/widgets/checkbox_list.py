"""A list of checkboxes that is readable without color."""

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
    """Lists lines with a checkbox each; Enter, Space or a click toggles one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Tick", show=False)]

    @dataclass
    class Changed(Message):
        """Reports that a line was ticked or unticked."""

        ticks: CheckboxList

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, compact=True)
        self._labels: dict[str, Content] = {}
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the lines that are ticked, in order."""
        return tuple(line for line in self._labels if line in self._ticked)

    def show(self, lines: Iterable[tuple[str, Content]], ticked: Sequence[str]) -> None:
        """Show other lines, pairs of an id and a label; post no message."""
        self._labels = dict(lines)
        self._ticked = set(ticked)
        self.clear_options()
        self.add_options([Option(self._prompt(line), id=line) for line in self._labels])

    def on_focus(self) -> None:
        """Highlight the first line, if none is yet."""
        if self.highlighted is None:
            self.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick or untick the line."""
        event.stop()
        line = event.option_id or ""
        self._ticked ^= {line}
        self.replace_option_prompt(line, self._prompt(line))
        self.post_message(self.Changed(self))

    def _prompt(self, line: str) -> Content:
        return Content(f"[{'x' if line in self._ticked else ' '}] ") + self._labels[line]
