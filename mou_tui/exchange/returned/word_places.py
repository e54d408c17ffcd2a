"""Tell which paragraphs of a Word file are headings, and which are items of which list at which level."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from mou_tui.draft.list_labels import roman_numeral
from mou_tui.exchange.archive import read_entry
from mou_tui.exchange.returned.tracked_body import PLAIN, Look, Place
from mou_tui.exchange.returned.tracked_xml import parse_part
from mou_tui.exchange.writers.paper import BOXES
from mou_tui.exchange.writers.wordml import INDENT

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_COUNTER = re.compile(r"%\d")
_DEEPEST = 8
MOST = 400
"""The highest number a list is believed to begin with."""
_LONGEST_CHAIN = 10
"""How many styles may be based on each other."""


class WordPlaces:
    """Knows the styles and lists of a Word file.

    Args:
        data: the file.
        name: what to call it in messages.

    Raises:
        CannotRead: a part of it is damaged or not credible.
    """

    def __init__(self, data: bytes, name: str) -> None:
        styles = parse_part(read_entry(data, "word/styles.xml", name, missing=b"<none/>"), name)
        lists = parse_part(read_entry(data, "word/numbering.xml", name, missing=b"<none/>"), name)
        self._styles = {style.get(f"{_W}styleId", ""): style for style in styles.iter(f"{_W}style")}
        self._headings = {key: _rank(style) for key, style in self._styles.items()}
        self._titles = {key for key, style in self._styles.items() if _value(style, "name").casefold() == "title"}
        self._labels = _first_labels(lists)
        # A list may be used at levels that it does not define.
        self._usual_labels = {list_id: label for (list_id, _), label in reversed(self._labels.items())}

    def style_of(self, properties: ElementTree.Element | None) -> str:
        """Return the id of the style of a paragraph; empty for the usual one."""
        return _value(properties, "pStyle")

    def heading(self, style: str) -> int:
        """Return the rank of the headings of a style; 0 where it is none."""
        return self._headings.get(style, 0)

    def is_title(self, style: str) -> bool:
        """Tell whether a style is that of titles."""
        return style in self._titles

    def look(self, properties: ElementTree.Element | None) -> Look:
        """Return what the style of a run makes bold or italic ("Strong", "Emphasis")."""
        style = self._styles.get(_value(properties, "rStyle"))
        if style is None:
            return PLAIN
        return Look(*(style.find(f"{_W}rPr/{_W}{name}") is not None for name in ("b", "i")))

    def place(self, properties: ElementTree.Element | None) -> Place:
        """Return where a paragraph is, from its properties."""
        list_id, level = self._list_of(properties)
        if label := self._labels.get((list_id, level)) or self._usual_labels.get(list_id, ""):
            return Place(label, level)
        indent = properties.find(f"{_W}ind") if properties is not None else None
        if indent is None:
            return Place()
        left = indent.get(f"{_W}left") or indent.get(f"{_W}start") or "0"
        return Place("", min(round(int(left) / INDENT), _DEEPEST) if left.isdigit() else 0)

    def _list_of(self, properties: ElementTree.Element | None) -> tuple[str, int]:
        """Return the id of the list of a paragraph and its level; an empty id for none."""
        number = properties.find(f"{_W}numPr") if properties is not None else None
        style = self.style_of(properties)
        for _ in range(_LONGEST_CHAIN):
            if number is not None or style not in self._styles:
                break
            number = self._styles[style].find(f"{_W}pPr/{_W}numPr")
            style = _value(self._styles[style], "basedOn")
        list_id, level = _value(number, "numId"), _value(number, "ilvl")
        return ("" if list_id == "0" else list_id), min(int(level), _DEEPEST) if level.isdigit() else 0


def _rank(style: ElementTree.Element) -> int:
    match = _HEADING.fullmatch(_value(style, "name"))
    if match:
        return int(match[1])
    outline = _value(style.find(f"{_W}pPr"), "outlineLvl")
    return int(outline) + 1 if outline.isdigit() and int(outline) < _DEEPEST else 0


def _value(holder: ElementTree.Element | None, name: str) -> str:
    element = holder.find(f"{_W}{name}") if holder is not None else None
    return "" if element is None else element.get(f"{_W}val", "")


def _first_labels(lists: ElementTree.Element) -> dict[tuple[str, int], str]:
    """Return the label that each level of each list begins with."""
    abstract = {
        definition.get(f"{_W}abstractNumId", ""): {
            level.get(f"{_W}ilvl", "0"): _first_label(level) for level in definition.iter(f"{_W}lvl")
        }
        for definition in lists.iter(f"{_W}abstractNum")
    }
    return {
        (number.get(f"{_W}numId", ""), int(level)): label
        for number in lists.iter(f"{_W}num")
        for level, label in abstract.get(_value(number, "abstractNumId"), {}).items()
        if level.isdigit() and label
    }


def _first_label(level: ElementTree.Element) -> str:
    shape, pattern, start = (_value(level, name) for name in ("numFmt", "lvlText", "start"))
    sign = pattern.strip()
    if shape == "bullet":
        return sign if sign in BOXES or (len(sign) > 1 and any(map(str.isalnum, sign))) else "•"
    if shape == "none":
        return ""
    count = int(start) if start.isdigit() and 0 < int(start) < MOST else 1
    *outer, own = _COUNTER.split(pattern) if _COUNTER.search(pattern) else (pattern,)
    return f"{'1'.join(outer)}{shaped(count, shape)}{own}".strip() if outer else sign


def shaped(count: int, shape: str) -> str:
    """Return a number as a list of Word prints it: `3`, `c`, `iii`."""
    text = str(count)
    if shape.endswith("Letter"):
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif shape.endswith("Roman"):
        text = roman_numeral(count)
    return text.upper() if shape.startswith("upper") else text
