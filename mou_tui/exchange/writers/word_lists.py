"""Number the headings and lists of a Word document, so that Word prints the very numbers and labels of the draft.

Word counts for itself. So each stretch of labels that count up is a list of its own that starts where its first label
does, and a label that follows no rule is the sign of a list as it is. Where a number is left out among the
clauses, what comes after it goes on in a list that starts there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from mou_tui.draft.blocks import Item
from mou_tui.draft.list_labels import roman_number, roman_numeral
from mou_tui.exchange.writers.paper import is_bullet
from mou_tui.exchange.writers.wordml import INDENT, Numbering
from mou_tui.frozen import NamedTuple

DEEPEST = 8
"""The last of the levels that Word has, from 0."""
_BULLET = "•"
_LABEL = re.compile(r"(\(?(?:\d+\.)*)(\d+|[a-z]+|[A-Z]+)([.)]?)")


class _Shape(NamedTuple):
    """Say how the labels of a list are written."""

    format: str
    before: str
    after: str


class _Series(NamedTuple):
    """Hold the list that the labels of a level count up in."""

    list_id: int
    shape: _Shape
    last: int


class WordLists:
    """Gives headings and items their lists.

    Args:
        first_id: the id of the first list and definition that are free in the document.
    """

    def __init__(self, first_id: int = 1) -> None:
        self._next_id = first_id
        self._definitions: list[str] = []
        self._instances: list[str] = []
        self._series: dict[int, _Series] = {}
        self._heading_counts = [0, 0]
        self._bullets = 0
        self.headings = self._add(
            "".join(
                _level(level, "decimal", pattern, style=f"Heading{level + 1}", indent="")
                for level, pattern in enumerate(("%1.", "%1.%2"))
            )
        )
        """The id of the list that the styles of headings are linked to."""
        self._clauses = self.headings

    @property
    def definitions(self) -> tuple[str, ...]:
        """Return the markup of all definitions, which stand before the lists."""
        return tuple(self._definitions)

    @property
    def instances(self) -> tuple[str, ...]:
        """Return the markup of all lists."""
        return tuple(self._instances)

    def section(self, number: int) -> Numbering | None:
        """Return the list of a section heading; None where that of its style counts to its number."""
        is_next = number == self._heading_counts[0] + 1
        self._heading_counts = [number, 0]
        self._clauses = self.headings
        return None if is_next else Numbering(self._starting_at(number))

    def clause(self, number: int) -> Numbering | None:
        """Return the list of the heading of a clause, by its number within the section."""
        section, last = self._heading_counts
        if number != last + 1:
            self._clauses = self._starting_at(section, number)
        self._heading_counts = [section, number]
        return None if self._clauses == self.headings else Numbering(self._clauses, 1)

    def begin_outline(self) -> None:
        """Let the items that follow begin anew."""
        self._series = {}

    def item(self, item: Item) -> Numbering:
        """Return the list of an item."""
        level = min(item.level, DEEPEST)
        self._series = {shallower: series for shallower, series in self._series.items() if shallower <= level}
        if is_bullet(item):
            self._series.pop(level, None)
            self._bullets = self._bullets or self._add(
                "".join(_level(depth, "bullet", _BULLET) for depth in range(DEEPEST + 1))
            )
            return Numbering(self._bullets, level)
        readings = list(_readings(item.label))
        series = self._series.get(level)
        if series:
            for shape, value in readings:
                if shape == series.shape and value == series.last + 1:
                    self._series[level] = series._replace(last=value)
                    return Numbering(series.list_id, level)
        shape, value = readings[0] if readings else (_Shape("bullet", item.label, ""), 0)
        counter = f"%{level + 1}" if readings else ""
        pattern = f"{shape.before}{counter}{shape.after}"
        list_id = self._add(_level(level, shape.format, pattern, start=value or 1))
        self._series[level] = _Series(list_id, shape, value)
        return Numbering(list_id, level)

    def _add(self, levels: str) -> int:
        """Add a definition with its list, and return the id of both."""
        new_id = self._next_id
        self._next_id += 1
        self._definitions.append(
            f'<w:abstractNum w:abstractNumId="{new_id}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        self._instances.append(f'<w:num w:numId="{new_id}"><w:abstractNumId w:val="{new_id}"/></w:num>')
        return new_id

    def _starting_at(self, *numbers: int) -> int:
        """Add a list of headings whose levels begin at numbers, and return its id."""
        new_id = self._next_id
        self._next_id += 1
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{number}"/></w:lvlOverride>'
            for level, number in enumerate(numbers)
        )
        definition = f'<w:abstractNumId w:val="{self.headings}"/>'
        self._instances.append(f'<w:num w:numId="{new_id}">{definition}{starts}</w:num>')
        return new_id


def _level(
    level: int, format_name: str, pattern: str, *, start: int = 1, style: str = "", indent: str | None = None
) -> str:
    if indent is None:
        indent = f'<w:pPr><w:ind w:left="{(level + 1) * INDENT}" w:hanging="{INDENT}"/></w:pPr>'
    linked = f'<w:pStyle w:val="{style}"/><w:suff w:val="space"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format_name}"/>{linked}'
        f'<w:lvlText w:val="{escape(pattern)}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'
    )


def _readings(label: str) -> Iterator[tuple[_Shape, int]]:
    """Yield the ways in which a label counts, the likelier first; none if it does not."""
    match = _LABEL.fullmatch(label)
    if not match:
        return
    before, counter, after = match.groups()
    for format_name, value in _values(counter):
        if 0 < value < 10_000:
            yield _Shape(format_name, before, after), value


def _values(counter: str) -> Iterator[tuple[str, int]]:
    if counter.isdigit():
        if str(int(counter)) == counter:
            yield "decimal", int(counter)
        return
    case = "lower" if counter.islower() else "upper"
    lower = counter.lower()
    letters = [(f"{case}Letter", _letter_value(lower))] if len(set(lower)) == 1 else []
    number = roman_number(lower)
    roman = [(f"{case}Roman", number)] if number and roman_numeral(number) == lower else []
    yield from (*roman, *letters) if lower == "i" else (*letters, *roman)


def _letter_value(letters: str) -> int:
    """Return the number of a letter, or of one said several times, which is how Word counts behind z."""
    return 26 * (len(letters) - 1) + ord(letters[0]) - ord("a") + 1
