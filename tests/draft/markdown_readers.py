"""What other readers of Markdown see, cmark as GitHub runs it and pandoc; and what they are to see."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

import cmarkgfm
import pypandoc

from mou_tui.draft.blocks import Block, Item, Note, Paragraph, Quotation, Table, plain_text

_INDENT = re.compile("(?:\xa0{4})*")
_PARTS = ("p", "li", "td", "th", "br", "h1", "h2", "h3", "h4")
_MEANT = {"p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "br", "em", "strong", "a"}
# How pandoc writes widths of columns, and the spans it puts around what it quotes.
_WRAPPING = {"colgroup", "col", "caption"}


class Line(NamedTuple):
    """One line of a document as somebody reads it."""

    level: int
    """How far it is set in, in steps from 0."""
    words: tuple[str, ...]
    """Label included; a bullet is `•`."""


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.strange: set[str] = set()
        self._lists: list[int | None] = []
        self._label = ""
        self._text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _MEANT | _WRAPPING and ("class", "citation") not in attributes:
            self.strange.add(tag)
        if tag in ("ul", "ol", *_PARTS):
            self._end_line()
        if tag == "ul":
            self._lists.append(None)
        elif tag == "ol":
            self._lists.append(int(dict(attributes).get("start") or 1))
        elif tag == "li":
            number = self._lists[-1]
            self._label = "•" if number is None else f"{number}."
            self._lists[-1] = None if number is None else number + 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol", *_PARTS):
            self._end_line()
        if tag in ("ul", "ol"):
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        self._text += data

    def _end_line(self) -> None:
        text = self._text.strip(" \n")
        if text:
            set_in = _INDENT.match(text)
            depth = len(self._lists) - (1 if self._label else 0)
            level = depth + (len(set_in[0]) // 4 if set_in else 0)
            self.lines.append(Line(level, (*([self._label] if self._label else []), *text.split())))
            self._label = ""
        self._text = ""


class Reading(NamedTuple):
    """What a reader sees."""

    lines: list[Line]
    strange: set[str]
    """Kinds of things that no clause holds: headings, code, rules, pictures."""


def _read_html(html: str) -> Reading:
    reader = _Html()
    reader.feed(html)
    reader.close()
    return Reading(reader.lines, reader.strange)


def read_by_github(markdown: str) -> Reading:
    """What GitHub shows: CommonMark with tables, strike-through and addresses."""
    return _read_html(cmarkgfm.github_flavored_markdown_to_html(markdown))


def read_without_tables(markdown: str) -> Reading:
    """What a reader shows that knows CommonMark and nothing else."""
    return _read_html(cmarkgfm.markdown_to_html(markdown))


def read_by_pandoc(markdown: str) -> Reading:
    """What pandoc makes of it with all that its own Markdown has, but for its changing of quotes and dashes."""
    html = pypandoc.convert_text(markdown, "html", format="markdown-smart", extra_args=["--wrap=none", "--quiet"])
    return _read_html(html)


def expected(blocks: Iterable[Block]) -> list[tuple[int | None, tuple[str, ...]]]:
    """What is to be read of blocks: each line with its level; None for one that goes on with the line above."""
    lines: list[tuple[int | None, tuple[str, ...]]] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += [
                (0, tuple(plain_text(cell).split())) for row in block.rows for cell in row if plain_text(cell).split()
            ]
            continue
        if isinstance(block, Quotation):
            lines += expected(block.blocks)
            continue
        label = ""
        if isinstance(block, Item):
            label = (
                "•"
                if block.kind == "bullet"
                else block.label.replace(")", ".")
                if block.kind == "number"
                else block.label
            )
        elif isinstance(block, Note):
            label = block.mark
        level = block.level if isinstance(block, Item | Paragraph) else 0
        first, *rest = plain_text(block.content).split("\n")
        lines.append((level, tuple(f"{label} {first}".split())))
        lines += [(None, tuple(line.split())) for line in rest]
    return [line for line in lines if line[1]]


def same(lines: list[Line], wanted: list[tuple[int | None, tuple[str, ...]]]) -> bool:
    """Whether a reader reads, word for word and level for level, what is to be read."""
    return len(lines) == len(wanted) and all(
        words == _as_dots(line.words, words) and level in (None, line.level)
        for line, (level, words) in zip(lines, wanted, strict=True)
    )


def _as_dots(read: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Words read, the bracket behind a number as the dot by which HTML tells every number of a list."""
    is_bracket = bool(read and wanted) and read[0] != wanted[0] and read[0].replace(")", ".") == wanted[0]
    return (wanted[0], *read[1:]) if is_bracket else read
