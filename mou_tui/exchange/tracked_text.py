"""Read the text of a Word file with its tracked changes accepted or rejected, in two ways.

One is a walk through the markup of our own, which knows insertions, deletions and the ends of paragraphs; the other
is pandoc. Neither is used to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from mou_tui.exchange.archive import read_entry
from mou_tui.exchange.pandoc import read_blocks
from mou_tui.exchange.word_numbers import check_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = {f"{_W}br": "\n", f"{_W}tab": "\t"}
_NAME = "redline.docx"


def accepted(data: bytes) -> tuple[str, ...]:
    """Return the paragraphs as they read once every change is accepted."""
    return tuple(_paragraphs(data, gone=f"{_W}del"))


def rejected(data: bytes) -> tuple[str, ...]:
    """Return the paragraphs as they read once every change is rejected."""
    return tuple(_paragraphs(data, gone=f"{_W}ins"))


def pandoc_text(data: bytes, changes: str) -> str:
    """Return all letters that pandoc reads, without space, with changes accepted or rejected."""
    blocks = read_blocks(data, "docx", _NAME, rejects_changes=changes == "rejected")
    return "".join("".join(_strings(blocks)).split())


def _paragraphs(data: bytes, gone: str) -> Iterator[str]:
    body = read_entry(data, "word/document.xml", _NAME)
    check_xml(body, _NAME)
    text = ""
    for paragraph in ElementTree.fromstring(body).iter(f"{_W}p"):
        text += "".join(_texts(paragraph, gone))
        # A paragraph whose end is gone goes on with the next one.
        if paragraph.find(f"{_W}pPr/{_W}rPr/{gone}") is None:
            yield text
            text = ""
    if text:
        yield text


def _texts(element: ElementTree.Element, gone: str) -> Iterator[str]:
    for child in element:
        if child.tag in (gone, f"{_W}pPr", f"{_W}rPr"):
            continue
        if child.tag in (f"{_W}t", f"{_W}delText"):
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        else:
            yield from _texts(child, gone)


def _strings(node: object) -> Iterator[str]:
    """Yield the texts in what pandoc made of a document."""
    if isinstance(node, dict):
        kind = node.get("t")
        if kind == "Str":
            yield str(node["c"])
        elif kind in ("Code", "RawInline", "Math"):
            yield str(node["c"][-1])
        elif kind == "Quoted":
            yield "“" + "".join(_strings(node["c"][1])) + "”"
        elif "c" in node:
            yield from _strings(node["c"])
    elif isinstance(node, list):
        for child in node:
            yield from _strings(child)
