"""A line that says as much as fits on it, in whole words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static


class FittedLine(Static):
    """Shows the first of several texts that fits on it; the last, if none does."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._texts: tuple[str, ...] = ("",)
        self._shown = ""

    def show(self, texts: Sequence[str]) -> None:
        """Show one of several texts that say the same, each in fewer words than the one before."""
        self._texts = tuple(texts)
        self._fit()

    def on_resize(self) -> None:
        """Choose a text for the new width."""
        self._fit()

    def _fit(self) -> None:
        width = self.content_size.width
        text = next((text for text in self._texts if cell_len(text) <= width), self._texts[-1])
        if text != self._shown:
            self._shown = text
            self.update(Content(text), layout=False)
