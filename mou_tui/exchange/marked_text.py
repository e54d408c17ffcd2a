"""Read the text of a redline in Markdown or on a web page with its changes accepted or rejected, in two ways.

One is the parser of web pages that comes with Python, before which Markdown goes through a reader of CommonMark; the
other is pandoc, where it is installed. Neither is used to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Literal

from markdown_it import MarkdownIt

from mou_tui.exchange.pandoc import read_blocks

MarkedKind = Literal["md", "html"]
Reading = Literal["accepted", "rejected"]

_GONE: dict[Reading, str] = {"accepted": "del", "rejected": "ins"}
_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))


def marked_lines(data: bytes, kind: MarkedKind, reading: Reading) -> tuple[str, ...]:
    """Return the paragraphs as they read once every change is accepted or rejected, from the rule or `main` on."""
    text = data.decode()
    page = MarkdownIt("commonmark").enable("table").render(text) if kind == "md" else text
    reader = _Reader(_GONE[reading], "hr" if kind == "md" else "main")
    reader.feed(page)
    reader.close()
    return tuple(reader.lines)


class _Reader(HTMLParser):
    """Reads paragraphs and headings behind a tag, without what is within another one."""

    def __init__(self, gone: str, starts_after: str) -> None:
        super().__init__(convert_charrefs=True)
        self._gone, self._starts_after = gone, starts_after
        self._is_started = False
        self._depth = 0
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or what is gone."""
        self._is_started = self._is_started or tag == self._starts_after
        self._depth += tag == self._gone
        if tag in _BLOCKS and self._is_started:
            self.lines.append("")
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what is gone."""
        self._depth -= tag == self._gone

    def handle_data(self, data: str) -> None:
        """Add text to the line."""
        if self._is_started and self.lines and not self._depth:
            self.lines[-1] += data


def pandoc_letters(data: bytes, kind: MarkedKind, reading: Reading) -> str:
    """Return all letters that pandoc reads, without space, with changes accepted or rejected."""
    start = b"\n---\n" if kind == "md" else b"<main>"
    blocks = read_blocks(data[data.index(start) :], "commonmark" if kind == "md" else "html", f"redline.{kind}")
    return "".join("".join(_Walk(_GONE[reading]).texts(blocks)).split())


class _Walk:
    """Walks what pandoc made of a document, past what is gone."""

    def __init__(self, gone: str) -> None:
        self._node = "Strikeout" if gone == "del" else "Underline"
        self._begin, self._end = f"<{gone}>", f"</{gone}>"
        self._depth = 0

    def texts(self, node: object) -> Iterator[str]:
        """Yield the texts of a node."""
        if isinstance(node, list):
            for child in node:
                yield from self.texts(child)
        elif isinstance(node, dict) and node.get("t") != self._node:
            kind, content = node.get("t"), node.get("c")
            if kind == "RawInline" and content:
                self._depth += (content[1] == self._begin) - (content[1] == self._end)
            elif kind == "Str":
                yield "" if self._depth else str(content)
            elif content is not None:
                yield from self.texts(content)
