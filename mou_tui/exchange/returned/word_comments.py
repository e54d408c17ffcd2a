"""Read the comments of a Word file with the replies to them, and the texts of its footnotes and endnotes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from mou_tui.exchange.archive import read_entry
from mou_tui.exchange.returned.tracked_body import Change, FileComment, change_by
from mou_tui.exchange.returned.tracked_xml import parse_part
from mou_tui.language.text import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_NOTHING = b"<none/>"


def read_comments(data: bytes, name: str) -> tuple[FileComment, ...]:
    """Return the comments of a Word file and the replies to them, in its order.

    Raises:
        CannotRead: the part that holds them is damaged or not credible.
    """
    root = parse_part(read_entry(data, "word/comments.xml", name, missing=_NOTHING), name)
    parents = _parents(data, name)
    comments = list(root.iter(f"{_W}comment"))
    # A reply names its comment by the last paragraph in it.
    owners = {
        paragraph.get(f"{_W14}paraId", ""): comment.get(f"{_W}id", "")
        for comment in comments
        for paragraph in comment.iter(f"{_W}p")
    }
    return tuple(_comment(comment, parents, owners) for comment in comments)


def read_notes(data: bytes, name: str) -> tuple[tuple[str, Change | None], ...]:
    """Return the texts of the footnotes and endnotes of a Word file.

    Raises:
        CannotRead: a part that holds them is damaged or not credible.
    """
    return tuple(
        (text, None)
        for part in ("word/footnotes.xml", "word/endnotes.xml")
        for note in parse_part(read_entry(data, part, name, missing=_NOTHING), name)
        if note.get(f"{_W}type") is None and (text := _text(note))
    )


def _comment(comment: ElementTree.Element, parents: dict[str, str], owners: dict[str, str]) -> FileComment:
    key = comment.get(f"{_W}id", "")
    ids = [paragraph.get(f"{_W14}paraId", "") for paragraph in comment.iter(f"{_W}p")]
    parent = next((owners.get(parents[para_id], "") for para_id in reversed(ids) if parents.get(para_id)), "")
    author, date = change_by(comment.get(f"{_W}author", ""), comment.get(f"{_W}date", ""))
    return FileComment(key, _text(comment), author, date, "" if parent == key else parent)


def _parents(data: bytes, name: str) -> dict[str, str]:
    root = parse_part(read_entry(data, "word/commentsExtended.xml", name, missing=_NOTHING), name)
    return {
        entry.get(f"{_W15}paraId", ""): entry.get(f"{_W15}paraIdParent", "") for entry in root.iter(f"{_W15}commentEx")
    }


def _text(holder: ElementTree.Element) -> str:
    lines = ("".join(_pieces(paragraph)) for paragraph in holder.iter(f"{_W}p"))
    return clean("\n".join(lines)).text.strip()


def _pieces(paragraph: ElementTree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif element.tag == f"{_W}tab":
            yield " "
