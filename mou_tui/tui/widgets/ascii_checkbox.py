"""A checkbox that is readable without color."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Checkbox


class AsciiCheckbox(Checkbox):
    """Shows `[x]` or `[ ]`."""

    @property
    def _button(self) -> Content:
        return Content(f"[{'x' if self.value else ' '}]")
