"""Build plain data from the events of YAML's parser: the half of the strict reader that needs the parser.

Events and not `safe_load`: that forgets the lines, gives `no` a meaning, keeps the last of two equal keys,
works for hours on a small file of merge keys, and dies with the whole program on 100 KB of open brackets.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import yaml

from mou_tui.errors import InvalidFile, Problem
from mou_tui.language.text import for_display
from mou_tui.storage.yaml_comments import CommentFinder, Comments
from mou_tui.storage.yaml_reader import MISFIT, Document, LimitExceeded, Limits, Path, PlainData
from mou_tui.storage.yaml_writer import key_fault

# The type stubs leave most attributes of events out.
_Event: TypeAlias = Any

# What the parser says, and what it means to whoever typed the file.
_ADVICE = (
    ("mapping values are not allowed", "a second “: ” on one line; put the text in double quotes"),
    ("could not find expected ':'", "neither “key: value” nor part of a text; check the line and its indent"),
    ("<document start>", "stands after “...”, the end of the file; move it, or delete the “...”"),
    ("did not find expected", MISFIT),
    ("tab character", "a tab where only spaces may stand"),
    ("cannot start any token", "starts with a tab, or a sign of YAML's own; put the text in double quotes"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed"),
    ("unexpected document indicator", "a quotation mark is opened here and never closed"),
    ("escape", "a backslash that means nothing within double quotes; write \\\\ for one backslash"),
)


class Parser:
    """Build plain data from the events of YAML's parser, and refuse those that plain data does not have."""

    def __init__(self, source: bytes, name: str, limits: Limits, comments: Comments = "anywhere") -> None:
        self._source = source
        self._comments = CommentFinder(source, comments)
        self._next: Callable[[], _Event]
        self._name = name
        self._limits = limits
        self._nodes = 0
        self._lines: dict[Path, int] = {}
        self._key_lines: dict[Path, int] = {}

    def document(self) -> Document:
        """Return the one document there is."""
        try:
            self._next = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self._source).get_event
            value = self._only_document()
        except yaml.YAMLError as error:
            raise self._unreadable(error) from None
        except InvalidFile:
            raise
        except Exception as error:
            # The parser lets more than its own errors out, and none of them may end the program.
            raise self._fault(0, f"cannot be read as YAML ({for_display(str(error), 80)})") from None
        return Document(value, self._lines, self._key_lines, self._comments.lines)

    def _only_document(self) -> PlainData:
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            raise self._fault(0, "has nothing in it but comments")
        value = self._value(self._next(), (), 1)
        self._next()
        more = self._next()
        if not isinstance(more, yaml.StreamEndEvent):
            raise self._refusal(more, "holds a second document; keep one, and no “---” after it")
        return value

    def _value(self, event: _Event, path: Path, depth: int) -> PlainData:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            raise LimitExceeded(self._refusal(event, f"holds more than {self._limits.nodes:,} entries").problems)
        if event.anchor is not None or event.tag is not None:
            raise self._refusal(event, _sign(event))
        self._lines[path] = event.start_mark.line + 1
        if type(event) is yaml.ScalarEvent:
            value: str = event.value
            if self._comments.is_cut(event):
                raise self._fault(self._comments.line, _cut_after(value))
            return value
        if event.flow_style:
            return self._empty(event)
        if depth > self._limits.depth:
            raise self._refusal(event, f"is nested more than {self._limits.depth} deep")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth)
        return self._list(path, depth)

    def _mapping(self, path: Path, depth: int) -> dict[str, PlainData]:
        entries: dict[str, PlainData] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._key(event)
            line = event.start_mark.line + 1
            key_path = (*path, key)
            if key in entries:
                first = self._key_lines.get(key_path, self._lines[key_path])
                raise self._refusal(event, f"“{key}” stands here again; the first is on line {first}")
            entries[key] = self._value(self._next(), key_path, depth + 1)
            if line != self._lines[key_path]:
                self._key_lines[key_path] = line
        return entries

    def _list(self, path: Path, depth: int) -> list[PlainData]:
        entries: list[PlainData] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            entries.append(self._value(event, (*path, len(entries)), depth + 1))
        return entries

    def _empty(self, start: _Event) -> PlainData:
        """Return the `[]` or `{}` that starts here; nothing else may be written in brackets."""
        is_list = isinstance(start, yaml.SequenceStartEvent)
        try:
            end = self._next()
        except yaml.YAMLError:
            end = None
        if not isinstance(end, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            sign = "[" if is_list else "{"
            fault = f"starts with “{sign}”; put text in double quotes, or write one entry a line"
            raise self._refusal(start, fault)
        return [] if is_list else {}

    def _key(self, event: _Event) -> str:
        if type(event) is not yaml.ScalarEvent:
            raise self._refusal(event, "a key must be a short text")
        if event.anchor is not None or event.tag is not None:
            raise self._refusal(event, _sign(event))
        key: str = event.value
        self._comments.is_cut(event)
        if fault := key_fault(key):
            raise self._refusal(event, fault)
        if key == "<<" and not event.style:
            raise self._refusal(event, "“<<” merges mappings in YAML; write the entries out")
        return key

    def _refusal(self, event: _Event, fault: str) -> InvalidFile:
        return self._fault(event.start_mark.line + 1, fault)

    def _unreadable(self, error: Exception) -> InvalidFile:
        """Return the parser's complaint as advice for whoever typed the file."""
        problem = str(getattr(error, "problem", None) or error)
        scanning = str(getattr(error, "context", None) or "").startswith("while scanning")
        mark = (scanning and getattr(error, "context_mark", None)) or getattr(error, "problem_mark", None)
        advice = next((advice for complaint, advice in _ADVICE if complaint in problem), None)
        fault = advice or f"cannot be read as YAML ({for_display(problem, 80)})"
        return self._fault(mark.line + 1 if mark else 0, fault)

    def _fault(self, line: int, fault: str) -> InvalidFile:
        return InvalidFile([Problem(self._name, line, fault)])


def _cut_after(text: str) -> str:
    """Return what is wrong with a text that ends where a comment begins."""
    after = f" after “{for_display(text[-30:])}”" if text else ""
    return (
        f"“ #” begins a comment in YAML, and what follows it{after} would be lost; "
        "put the text in double quotes, or the comment on a line of its own"
    )


def _sign(event: _Event) -> str:
    """Return what makes an event a reference or a type, which only make sense to YAML."""
    if isinstance(event, yaml.AliasEvent):
        sign = "“*”, a reference"
    else:
        sign = "“&”, an anchor" if event.anchor is not None else "“!”, a tag"
    return f"starts with {sign} in YAML; put the text in double quotes"
