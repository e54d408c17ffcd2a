"""A box to tick that reads as ticked or not without colour."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Checkbox


class AsciiCheckbox(Checkbox):
    """One box; `[x]` or `[ ]`."""

    @property
    def _button(self) -> Content:
        return Content(f"[{'x' if self.value else ' '}]")
