"""Count the numbers Word prints before headings, which are in no text and which pandoc leaves out.

They hang on the style of a heading or on the heading itself, and are counted from the order of the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from mou_tui.exchange.archive import read_entry
from mou_tui.exchange.document import CannotRead
from mou_tui.exchange.pandoc import roman
from mou_tui.frozen import NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


class _Level(NamedTuple):
    format: str
    pattern: str
    start: int


class _Numbering(NamedTuple):
    list_id: str
    level: int


def heading_labels(data: bytes, name: str) -> Iterator[str]:
    """Return the number of each heading of a Word document in turn, as Word prints it; empty for one without."""
    styles = _parse(read_entry(data, "word/styles.xml", name, missing=b"<none/>"), name)
    lists = _parse(read_entry(data, "word/numbering.xml", name, missing=b"<none/>"), name)
    body = _parse(read_entry(data, "word/document.xml", name), name)
    headings = {style.get(f"{_W}styleId", ""): style for style in styles.iter(f"{_W}style") if _is_heading(style)}
    levels = _levels(lists)
    counters: dict[str, dict[int, int]] = {}
    for paragraph in body.iter(f"{_W}p"):
        style = headings.get(_value(paragraph.find(f"{_W}pPr/{_W}pStyle")))
        if style is None or not any(text.text for text in paragraph.iter(f"{_W}t")):
            continue
        numbering = _numbering(paragraph) or _numbering(style)
        yield _label(numbering, levels, counters) if numbering else ""


def has_tracked_changes(data: bytes, name: str) -> bool:
    """Return whether a Word document holds tracked insertions or deletions."""
    body = read_entry(data, "word/document.xml", name)
    return any(mark in body for mark in (b"<w:ins ", b"<w:del ", b"<w:moveFrom ", b"<w:moveTo "))


def check_xml(data: bytes, name: str) -> None:
    """Refuse a part that declares entities, which no word processor writes.

    Raises:
        CannotRead: it does.
    """
    for declaration in ("<!DOCTYPE", "<!ENTITY"):
        if any(declaration.encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")):
            raise CannotRead(
                f"“{name}” asks for more than its own text, so it was not opened. "
                "Save it again where it was made, and choose that file."
            )


def _parse(data: bytes, name: str) -> ElementTree.Element:
    check_xml(data, name)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise CannotRead(f"“{name}” is damaged. Save it again where it was made, and choose that file.") from error


def _is_heading(style: ElementTree.Element) -> bool:
    return bool(_HEADING.fullmatch(_value(style.find(f"{_W}name"))))


def _value(element: ElementTree.Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")


def _numbering(holder: ElementTree.Element) -> _Numbering | None:
    properties = holder.find(f"{_W}pPr/{_W}numPr")
    if properties is None:
        return None
    list_id = _value(properties.find(f"{_W}numId"))
    level = _value(properties.find(f"{_W}ilvl"))
    if not level:
        match = _HEADING.fullmatch(_value(holder.find(f"{_W}name")))
        level = str(int(match[1]) - 1) if match else "0"
    return _Numbering(list_id, int(level) if level.isdigit() else 0)


def _levels(lists: ElementTree.Element) -> dict[str, dict[int, _Level]]:
    """Return how each level of each list is written."""
    abstract = {
        definition.get(f"{_W}abstractNumId", ""): {
            int(level.get(f"{_W}ilvl", "0")): _Level(
                _value(level.find(f"{_W}numFmt")) or "decimal",
                _value(level.find(f"{_W}lvlText")),
                int(_value(level.find(f"{_W}start")) or 1),
            )
            for level in definition.iter(f"{_W}lvl")
        }
        for definition in lists.iter(f"{_W}abstractNum")
    }
    return {
        number.get(f"{_W}numId", ""): abstract.get(_value(number.find(f"{_W}abstractNumId")), {})
        for number in lists.iter(f"{_W}num")
    }


def _label(numbering: _Numbering, levels: dict[str, dict[int, _Level]], counters: dict[str, dict[int, int]]) -> str:
    known = levels.get(numbering.list_id, {})
    level = known.get(numbering.level)
    if level is None or level.format in ("bullet", "none"):
        return ""
    counts = counters.setdefault(numbering.list_id, {})
    counts[numbering.level] = counts.get(numbering.level, level.start - 1) + 1
    for deeper in [other for other in counts if other > numbering.level]:
        del counts[deeper]

    def printed(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        shape = known.get(index, level)
        return _shaped(counts.get(index, shape.start), shape.format)

    return re.sub(r"%(\d)", printed, level.pattern).strip()


def _shaped(count: int, shape: str) -> str:
    if shape.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if shape.startswith("upper") else letter
    if shape.endswith("Roman"):
        return roman(count).upper() if shape.startswith("upper") else roman(count)
    return f"{count:02}" if shape == "decimalZero" else str(count)
