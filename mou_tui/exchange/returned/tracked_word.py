"""Read the body of a Word file with its tracked changes, bookmarks and comments.

The walk goes through whatever holds text (content controls, links, fields), and keeps who inserted or deleted it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from mou_tui.exchange.archive import read_entry
from mou_tui.exchange.returned.tracked_body import (
    MOST_COMMENTS,
    Change,
    Entry,
    Look,
    Place,
    Run,
    TrackedBody,
    TrackedParagraph,
    TrackedRow,
    TrackedTable,
    change_by,
)
from mou_tui.exchange.returned.tracked_xml import parse_part
from mou_tui.exchange.returned.word_comments import read_comments, read_notes
from mou_tui.exchange.returned.word_places import WordPlaces

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_INSERTED = frozenset((f"{W}ins", f"{W}moveTo"))
_DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
_TEXTS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_OFF = frozenset(("0", "false", "off", "none"))


def read_word(data: bytes, name: str, ours: str) -> TrackedBody:
    """Return the body of a Word file.

    Args:
        data: the file, whose archive was looked through.
        name: what to call it in messages.
        ours: the author whose changes were in the file when it was sent; they are read as accepted.

    Raises:
        CannotRead: a part of it is missing, damaged or not credible.
    """
    root = parse_part(read_entry(data, "word/document.xml", name), name)
    body = root.find(f"{W}body")
    reader = _BodyReader(WordPlaces(data, name), ours)
    entries = tuple(reader.entries(body if body is not None else root))
    return TrackedBody(entries, read_comments(data, name), read_notes(data, name))


class _BodyReader:
    """Reads paragraphs and tables, in order; what was opened before a paragraph belongs to it."""

    def __init__(self, places: WordPlaces, ours: str) -> None:
        self._places = places
        self._ours = ours
        self._bookmarks: list[str] = []
        self._begins_here: list[str] = []
        self._comments: set[str] = set()
        self._runs: list[Run] = []

    def entries(self, holder: ElementTree.Element) -> Iterator[Entry]:
        """Yield what a body, a cell or a content control holds."""
        for child in holder:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield self._table(child)
            elif child.tag not in (f"{W}sectPr", f"{W}tcPr", _FALLBACK) and not self._note(child):
                yield from self.entries(child)

    def _table(self, table: ElementTree.Element) -> TrackedTable:
        rows = []
        for row in _direct(table, f"{W}tr"):
            properties = row.find(f"{W}trPr")
            inserted, deleted = self._marks(properties)
            if not (deleted and deleted.author == self._ours):
                cells = tuple(tuple(self.entries(cell)) for cell in _direct(row, f"{W}tc"))
                rows.append(TrackedRow(cells, self._foreign(inserted), deleted))
        return TrackedTable(tuple(rows))

    def _paragraph(self, paragraph: ElementTree.Element) -> Iterator[Entry]:
        properties = paragraph.find(f"{W}pPr")
        self._runs, outer = [], self._runs
        boxes = list(self._walk(paragraph, None, None))
        runs, self._runs = tuple(self._runs), outer
        inserted, deleted = self._marks(properties.find(f"{W}rPr") if properties is not None else None)
        style = self._places.style_of(properties)
        place = self._places.place(properties)
        yield TrackedParagraph(
            runs,
            place,
            self._earlier_place(properties, place),
            self._places.heading(style),
            self._places.is_title(style),
            tuple(self._bookmarks),
            tuple(self._begins_here),
            self._foreign(inserted),
            deleted,
        )
        self._bookmarks, self._begins_here = [], []
        yield from boxes

    def _earlier_place(self, properties: ElementTree.Element | None, place: Place) -> tuple[Change, Place] | None:
        changed = properties.find(f"{W}pPrChange") if properties is not None else None
        if changed is None or _change(changed).author == self._ours:
            return None
        before = self._places.place(changed.find(f"{W}pPr"))
        return None if before == place else (_change(changed), before)

    def _walk(
        self, element: ElementTree.Element, inserted: Change | None, deleted: Change | None
    ) -> Iterator[TrackedParagraph | TrackedTable]:
        """Add the runs within an element, and yield the paragraphs of the boxes of text that hang on it."""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                yield from self._run(child, inserted, deleted)
            elif tag in _INSERTED:
                yield from self._walk(child, self._foreign(_change(child)) or inserted, deleted)
            elif tag in _DELETED:
                if _change(child).author != self._ours:
                    yield from self._walk(child, inserted, _change(child))
            elif tag not in (f"{W}pPr", _FALLBACK) and not self._note(child):
                yield from self._walk(child, inserted, deleted)

    def _run(
        self, run: ElementTree.Element, inserted: Change | None, deleted: Change | None
    ) -> Iterator[TrackedParagraph | TrackedTable]:
        properties = run.find(f"{W}rPr")
        look, restyled = self._look(properties), None
        changed = properties.find(f"{W}rPrChange") if properties is not None else None
        if changed is not None and _change(changed).author != self._ours:
            before = self._look(changed.find(f"{W}rPr"))
            restyled = (_change(changed), before) if before != look else None
        text = ""
        for child in run:
            if child.tag in (f"{W}t", f"{W}delText"):
                text += child.text or ""
            elif child.tag in _TEXTS:
                text += _TEXTS[child.tag] if child.get(f"{W}type", "") not in ("page", "column") else " "
            elif child.tag == f"{W}sym":
                text += _symbol(child)
            elif child.tag not in (f"{W}rPr", f"{W}instrText", f"{W}delInstrText", _FALLBACK):
                self._note(child)
                for holder in _boxes(child):
                    yield from self.entries(holder)
        if text:
            self._runs.append(Run(text, look, inserted, deleted, restyled, frozenset(self._comments)))

    def _look(self, properties: ElementTree.Element | None) -> Look:
        struck = _is_on(properties, "strike") or _is_on(properties, "dstrike")
        styled = self._places.look(properties)
        return Look(_is_on(properties, "b", styled.strong), _is_on(properties, "i", styled.emphasis), struck)

    def _note(self, element: ElementTree.Element) -> bool:
        """Note a bookmark or a comment that begins or ends; return whether an element is one of them."""
        tag, key = element.tag, element.get(f"{W}id", "")
        if tag == f"{W}bookmarkStart":
            self._bookmarks.append(element.get(f"{W}name", ""))
        elif tag == f"{W}commentRangeStart":
            self._begins_here.append(key)
            if len(self._comments) < MOST_COMMENTS:
                self._comments.add(key)
        elif tag == f"{W}commentRangeEnd":
            self._comments.discard(key)
        elif tag == f"{W}commentReference":
            self._begins_here.append(key)
        else:
            return False
        return True

    def _marks(self, properties: ElementTree.Element | None) -> tuple[Change | None, Change | None]:
        """Return who inserted and who deleted an end of a paragraph or a row."""
        inserted = deleted = None
        for child in properties if properties is not None else ():
            if child.tag in _INSERTED:
                inserted = _change(child)
            elif child.tag in _DELETED:
                deleted = _change(child)
        return inserted, deleted

    def _foreign(self, change: Change | None) -> Change | None:
        return None if change and change.author == self._ours else change


def _direct(holder: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too, and none of inner tables."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}del"):
            yield from _direct(child, tag)


def _boxes(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the boxes of text in a drawing, each once: for old programs they are there a second time."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _change(element: ElementTree.Element) -> Change:
    return change_by(element.get(f"{W}author", ""), element.get(f"{W}date", ""))


def _is_on(properties: ElementTree.Element | None, name: str, otherwise: bool = False) -> bool:
    mark = properties.find(f"{W}{name}") if properties is not None else None
    return otherwise if mark is None else mark.get(f"{W}val", "1") not in _OFF


def _symbol(element: ElementTree.Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        return chr(int(code, 16) & 0x10FFFF)
    except ValueError:
        return ""
