"""Write a document as the lines that are printed, numbers and labels included, for comparing it with another.

A redline holds its numbers as text: Word would count the others anew as soon as one change is rejected, and the
rejected text would no longer be the old one. Rows of tables are lines, their cells parted by bars.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mou_tui.draft.blocks import Heading, Inline, Item, Note, Paragraph, Quotation, Span, Table
from mou_tui.draft.structure import ClausePart, Part, SectionHeading, SignaturePart
from mou_tui.exchange.writers.paper import is_bullet
from mou_tui.frozen import NamedTuple

_RULE = "_" * 24


class Printed(NamedTuple):
    """Hold one paragraph as it is printed."""

    content: Inline
    style: str = ""
    """The id of its style in Word; empty for the usual one."""
    indent: int = 0

    @property
    def text(self) -> str:
        """Return its characters."""
        return "".join(span.text for span in self.content)


def printed(parts: Iterable[Part]) -> Iterator[Printed]:
    """Yield the paragraphs of a document that have any text."""
    return (line for line in _lines(parts) if line.text.strip())


def _lines(parts: Iterable[Part]) -> Iterator[Printed]:
    for part in parts:
        if isinstance(part, Item):
            label = "•" if is_bullet(part) else part.label
            yield Printed((Span(f"{label} "), *part.content), "", part.level + 1)
        elif isinstance(part, Paragraph):
            yield Printed(part.content, "", part.level)
        elif isinstance(part, ClausePart):
            yield Printed((Span(f"{part.number} "), *part.caption), "Heading2")
            yield from _lines(part.blocks)
            for choice in part.choices:
                yield Printed((Span(choice.caption, emphasis=True),))
                yield from _lines(choice.blocks)
        elif isinstance(part, SectionHeading):
            yield Printed((Span(f"{part.number}. "), *part.content), "Heading1")
        elif isinstance(part, Heading):
            yield Printed(part.content, f"Heading{min(max(part.rank - 1, 1), 4)}")
        elif isinstance(part, Table):
            yield from (Printed(_joined(row)) for row in part.rows)
        elif isinstance(part, Note):
            yield Printed((Span(f"{part.mark} "), *part.content))
        elif isinstance(part, Quotation):
            yield from (line._replace(indent=line.indent + 1) for line in _lines(part.blocks))
        elif isinstance(part, SignaturePart):
            yield Printed(tuple(Span(span.text, strong=True) for span in part.party))
            yield from (Printed((Span(f"{label}: "), *(content or (Span(_RULE),)))) for label, content in part.lines)


def _joined(row: tuple[Inline, ...]) -> Inline:
    spans: list[Span] = []
    for index, cell in enumerate(row):
        spans += [Span(" | ")] * bool(index) + list(cell)
    return tuple(spans)
