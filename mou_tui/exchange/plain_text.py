"""Read plain text, Markdown and rich text as lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from markdown_it import MarkdownIt

from mou_tui.exchange.line_joining import Line
from mou_tui.language.text import clean

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def decode(data: bytes) -> str:
    """Return text of unknown encoding: UTF-16 by its mark, else UTF-8, else what Windows wrote."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def text_lines(text: str) -> list[Line]:
    """Return the lines of plain text; a form feed begins a page."""
    return list(_lines(text))


def markdown_lines(text: str) -> list[Line]:
    """Return the lines of Markdown, its marks turned into what they mean."""
    lines: list[Line] = []
    for line in _lines(text):
        if _FENCE.match(line.text):
            continue
        if (underline := _UNDERLINE.match(line.text)) and lines and not line.has_gap and not lines[-1].level:
            previous = lines[-1]
            level = 1 if underline[1].startswith("=") else 2
            lines[-1] = Line(previous.text, previous.page, True, previous.has_gap, level)
            continue
        lines += _marked_line(line)
    return lines


def _marked_line(line: Line) -> Iterator[Line]:
    text, level, is_table = line.text, 0, False
    if match := _ATX.match(text):
        level, text = len(match[1]), match[2]
    text = re.sub(r"^\s*(?:>\s?)+", "", text)
    if text.strip().startswith("|") and text.strip().endswith("|"):
        if _TABLE_RULE.fullmatch(text):
            return
        is_table = True
        text = " | ".join(cell.strip() for cell in text.strip().strip("|").split("|"))
    text, is_bold = _unmarked(text)
    yield Line(text, line.page, is_bold, line.has_gap, level, "table" if is_table else None)


def _unmarked(text: str) -> tuple[str, bool]:
    """Return a line without the marks of emphasis and of escapes, and whether all of it is strong."""
    plain, not_strong, depth = "", "", 0
    for token in _inline_marks().parseInline(text)[0].children or ():
        depth += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        plain += token.content
        not_strong += "" if depth else token.content
    return plain, bool(plain.strip()) and not not_strong.strip(" .:")


@cache
def _inline_marks() -> MarkdownIt:
    # Links and tags keep the form in which they are typed, so that no word of them is lost.
    return MarkdownIt("zero").enable(["emphasis", "escape"])


def rich_text(data: bytes) -> str:
    """Return the text of an RTF document."""
    from striprtf import striprtf

    # It has no types.
    read: Callable[..., str] = striprtf.rtf_to_text

    return read(data.decode("cp1252", "replace"), encoding="cp1252", errors="replace")


def _lines(text: str) -> Iterator[Line]:
    pages = text.split("\f")
    for number, page in enumerate(pages, start=1):
        has_gap = True
        for line in clean(page).text.split("\n"):
            line = line.replace("\t", " ").rstrip()
            if line.strip():
                yield Line(line, number if len(pages) > 1 else 0, has_gap=has_gap)
            has_gap = not line.strip()
