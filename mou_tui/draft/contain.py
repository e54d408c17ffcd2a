"""Keeping an answer's Markdown inside its clause.

An answer that, parsed alone, holds only paragraphs, lists, tables and emphasis, and defines no reference, goes into the
draft as it is, but for the ends of its lines: who types (a), (b) and (c) one under the other wants them so, where
Markdown would run them together. Any other would change the document around it (a heading, an unclosed fence, raw HTML)
and is escaped whole, so that it reads as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Prose and lists that no Markdown reader sees anything else in; it saves loading a parser for nearly every answer.
_BLANK = r"\[[^\W_](?:[^\W_]|[ ,.;'’/-])*\](?![(\[:])"
_START = rf"(?:[^\W_]|[\"'“‘(]|{_BLANK})"
_PROSE_LINE = re.compile(rf"(?:- )?{_START}(?:[^\W_]|[ ,.;:()?%/'\"“”‘’–—§-]|{_BLANK})*")
# After a number may come more space, which makes code of what follows, or another mark; those go to the parser.
_ODD_ITEM = re.compile(r"^(?:- )?\d{1,9}[.)](?![^\s]| [^\W\d_]| [\[\"“‘(])", re.MULTILINE)
_LIST_ITEM = re.compile(r"(?:-|\d{1,9}[.)]) ")

_BLOCKS = frozenset(
    f"{name}_{end}"
    for name in ("paragraph", "bullet_list", "ordered_list", "list_item", "table", "thead", "tbody", "tr", "th", "td")
    for end in ("open", "close")
) | {"inline"}
_INLINES = frozenset({"text", "softbreak", "hardbreak", "em_open", "em_close", "strong_open", "strong_close"})

# Behind the caption, a blank line would let the line after it make a heading of both.
_BLANK_LINES_FIRST = re.compile(r"\A(?:[ \t]*\n)+")

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|$#!])")
_MARKER = re.compile(r"^([-+=:])|^(\d{1,9})([.)])")
# A backslash before it has taken its meaning away already; two of them stand for one backslash.
_HTML = re.compile(r"(?<!\\)((?:\\\\)*)(<|&(?=#?\w{1,31};))")


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """The parser that decides, and that the preview lays out with: CommonMark and tables."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


@lru_cache(maxsize=512)
def contain(text: str) -> str:
    """An answer as Markdown that cannot reach beyond its clause."""
    text = _BLANK_LINES_FIRST.sub("", text).rstrip("\n")
    if _is_prose(text) and not _runs_on(text):
        return text
    reading = _read(text)
    if reading.is_simple:
        return _HTML.sub(r"\1\\\2", _with_lines(text, reading.runs_on))
    return "\n\n".join(_literal(paragraph) for paragraph in re.split(r"\n[ \t]*\n", text))


def escape(line: str) -> str:
    """One line of data (a name, a title) as Markdown that reads as it was typed."""
    marked = _SPECIAL.sub(r"\\\1", " ".join(re.split(r"[\n\t]+", line)).strip())
    return _MARKER.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", marked)


@lru_cache(maxsize=512)
def starts_with_words(markdown: str) -> bool:
    """Whether contained Markdown begins with a paragraph, so that a caption may run into it."""
    is_prose = _is_prose(markdown.replace("\\\n", "\n"))
    return not _LIST_ITEM.match(markdown) if is_prose else _read(markdown).starts_with_words


def run_in(caption: str, wording: str) -> str:
    """A caption before contained Markdown: on the same line, unless that begins with a list or a table."""
    return f"{caption} {wording}" if starts_with_words(wording) else f"{caption}\n\n{wording}"


def _is_prose(text: str) -> bool:
    lines = [line for line in text.split("\n") if line]
    begins_at_once = bool(lines) and text.startswith(lines[0])
    return begins_at_once and all(map(_PROSE_LINE.fullmatch, lines)) and not _ODD_ITEM.search(text)


def _runs_on(text: str) -> bool:
    """Whether lines of prose follow each other that are not all items of lists."""
    paragraphs = (paragraph.split("\n") for paragraph in re.split(r"\n{2,}", text))
    return any(len(lines) > 1 and not all(map(_LIST_ITEM.match, lines)) for lines in paragraphs)


def _with_lines(text: str, runs_on: Collection[int]) -> str:
    """A text in which each of these lines, counted from 0, ends where it was ended."""
    lines = text.split("\n")
    return "\n".join(f"{line}\\" if index in runs_on else line for index, line in enumerate(lines))


class _Reading(NamedTuple):
    """What a Markdown reader sees in a text."""

    is_simple: bool
    starts_with_words: bool
    runs_on: frozenset[int]
    """The lines, counted from 0, that a reader would run together with the next."""


# Kept: an answer is contained and then run into its caption, at every key.
@lru_cache(maxsize=512)
def _read(text: str) -> _Reading:
    definitions: dict[str, object] = {}
    tokens = parser().parse(text, definitions)
    inlines = [child.type for token in tokens for child in token.children or ()]
    holds_only = all(token.type in _BLOCKS for token in tokens) and all(kind in _INLINES for kind in inlines)
    starts_with_words = bool(tokens) and tokens[0].type == "paragraph_open"
    runs_on = frozenset(line for token in tokens for line in _soft_breaks(token))
    return _Reading(holds_only and not definitions.get("references"), starts_with_words, runs_on)


def _soft_breaks(token: Token) -> Iterator[int]:
    """The lines of what a reader saw that it would run together with the next."""
    if token.type == "inline" and token.map:
        breaks = (child.type for child in token.children or () if child.type in ("softbreak", "hardbreak"))
        yield from (line for line, kind in enumerate(breaks, start=token.map[0]) if kind == "softbreak")


def _literal(paragraph: str) -> str:
    return "\\\n".join(escape(line.strip()) for line in paragraph.splitlines() if line.strip())
