"""Write the changes from one text to another as tracked changes of Word."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from mou_tui.exchange.writers.line_changes import ChangedLine, Kind, Stretch, changed_lines
from mou_tui.exchange.writers.printed import Printed
from mou_tui.exchange.writers.wordml import INDENT, runs

_MARKS: dict[Kind, str] = {"kept": "", "deleted": "del", "inserted": "ins"}


class Redline:
    """Writes tracked changes.

    Args:
        author: whose changes they are.
        at: when they were made, `2026-11-25T10:42:00Z`.
    """

    def __init__(self, author: str, at: str) -> None:
        self._attributes = f'w:author="{escape(author)}" w:date="{at}"'
        self._last_id = 0

    def markup(self, old: Sequence[str], new: Sequence[Printed]) -> str:
        """Return the markup of a body: the new lines, with all that leads to them from the old ones."""
        return "".join(map(self._paragraph, changed_lines(old, new)))

    def _paragraph(self, changed: ChangedLine) -> str:
        line, mark = changed.line, _MARKS[changed.kind]
        content = "".join(map(self._stretch, changed.stretches))
        properties = (
            (f'<w:pStyle w:val="{line.style}"/>' if line.style else "")
            + ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if line.style else "")
            + (f'<w:ind w:left="{line.indent * INDENT}"/>' if line.indent else "")
            + (f"<w:rPr><w:{mark} {self._next()}/></w:rPr>" if mark else "")
        )
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def _stretch(self, stretch: Stretch) -> str:
        content = runs(stretch.content)
        if stretch.kind == "inserted":
            return f"<w:ins {self._next()}>{content}</w:ins>"
        if stretch.kind == "deleted":
            content = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            return f"<w:del {self._next()}>{content}</w:del>"
        return content

    def _next(self) -> str:
        self._last_id += 1
        return f'w:id="{self._last_id}" {self._attributes}'
