"""Read a Word file from its markup, counting its numbers and labels as Word does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree

from mou_tui.draft.list_labels import roman_numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Line(NamedTuple):
    """A paragraph as it is read."""

    label: str
    level: int
    text: str
    blanks: tuple[str, ...]
    style: str


class Grid(NamedTuple):
    """A table: rows of cells of what is in them."""

    rows: tuple[tuple[tuple[Any, ...], ...], ...]


class Level(NamedTuple):
    format: str
    pattern: str
    start: int


class WordFile:
    """A Word file.

    Attributes:
        parts: The files in it.
        clauses: What is in the bookmark of each clause and until the next clause or heading, by its name; the
            heading first.
        lines: All paragraphs and tables, in order.
    """

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self._styles = self._numbered_styles()
        self._definitions, self._lists, self._overrides = self._read_lists()
        self._counts: dict[int, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()
        self.clauses: dict[str, list[Line | Grid]] = {}
        self.lines: list[Line | Grid] = []
        name = ""
        body = self.xml("word/document.xml")[0]
        for element in body:
            for line in self._entries(element):
                mark = next(iter(element.iter(f"{W}bookmarkStart")), None)
                if mark is not None:
                    name = mark.attrib[f"{W}name"]
                elif isinstance(line, Line) and line.style.startswith("Heading"):
                    name = ""
                if name:
                    self.clauses.setdefault(name, []).append(line)
                self.lines.append(line)

    def xml(self, part: str) -> ElementTree.Element:
        """The root of a part."""
        return ElementTree.fromstring(self.parts[part])

    def _entries(self, element: ElementTree.Element) -> Iterator[Line | Grid]:
        if element.tag == f"{W}p":
            line = self._line(element)
            if line.text or line.label:
                yield line
        elif element.tag == f"{W}tbl":
            yield Grid(
                tuple(
                    tuple(
                        tuple(entry for child in cell for entry in self._entries(child))
                        for cell in row.findall(f"{W}tc")
                    )
                    for row in element.findall(f"{W}tr")
                )
            )

    def _line(self, paragraph: ElementTree.Element) -> Line:
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties, "pStyle")
        list_id, level = self._styles.get(style, (0, 0))
        number = properties.find(f"{W}numPr") if properties is not None else None
        if number is not None:
            list_id, level = int(_value(number, "numId") or list_id), int(_value(number, "ilvl") or 0)
        indent = properties.find(f"{W}ind") if properties is not None else None
        set_in = int(indent.attrib[f"{W}left"]) // 567 if indent is not None else 0
        blanks = tuple(_text(run) for run in paragraph.iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight") is not None)
        label = self._label(list_id, level) if list_id else ""
        return Line(label, level if list_id else set_in, _text(paragraph), blanks, style)

    def _label(self, list_id: int, level: int) -> str:
        definition = self._lists[list_id]
        levels = self._definitions[definition]
        counts = self._counts.setdefault(definition, {})
        for overridden, start in self._overrides.get(list_id, {}).items():
            # A list that starts anew does so the first time that it is used.
            if overridden <= level and (list_id, overridden) not in self._started:
                self._started.add((list_id, overridden))
                counts[overridden] = start if overridden < level else start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        label = levels[level].pattern
        if levels[level].format != "bullet":
            for index in range(level + 1):
                if f"%{index + 1}" in label:
                    label = label.replace(f"%{index + 1}", _shaped(counts[index], levels[index].format))
        return label

    def _numbered_styles(self) -> dict[str, tuple[int, int]]:
        return {
            style.attrib[f"{W}styleId"]: (int(_value(number, "numId") or 0), int(_value(number, "ilvl") or 0))
            for style in self.xml("word/styles.xml").iter(f"{W}style")
            if (number := style.find(f"{W}pPr/{W}numPr")) is not None
        }

    def _read_lists(self) -> tuple[dict[int, dict[int, Level]], dict[int, int], dict[int, dict[int, int]]]:
        root = self.xml("word/numbering.xml")
        order = [child.tag for child in root]
        assert order == sorted(order), "a definition behind a list is none to Word"
        definitions = {
            int(definition.attrib[f"{W}abstractNumId"]): {
                int(level.attrib[f"{W}ilvl"]): Level(
                    _value(level, "numFmt"), _value(level, "lvlText"), int(_value(level, "start") or 1)
                )
                for level in definition.iter(f"{W}lvl")
            }
            for definition in root.iter(f"{W}abstractNum")
        }
        lists, overrides = {}, {}
        for instance in root.iter(f"{W}num"):
            list_id = int(instance.attrib[f"{W}numId"])
            assert list_id not in lists
            lists[list_id] = int(_value(instance, "abstractNumId"))
            overrides[list_id] = {
                int(override.attrib[f"{W}ilvl"]): int(_value(override, "startOverride"))
                for override in instance.iter(f"{W}lvlOverride")
            }
        return definitions, lists, overrides


def _value(holder: ElementTree.Element | None, name: str) -> str:
    element = holder.find(f"{W}{name}") if holder is not None else None
    return element.attrib[f"{W}val"] if element is not None else ""


def _text(element: ElementTree.Element) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        part.text or "" if part.tag == f"{W}t" else marks.get(part.tag, "")
        for run in element.iter(f"{W}r")
        for part in run
    )


def _shaped(count: int, shape: str) -> str:
    text = str(count)
    if shape.endswith("Letter"):
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif shape.endswith("Roman"):
        text = roman_numeral(count)
    return text.upper() if shape.startswith("upper") else text
