"""Read the body of an OpenDocument text with its tracked changes, bookmarks and comments.

Its deletions stand before the body, and the body says where each was; so they are put back, marked as deleted.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from mou_tui.exchange.archive import read_entry
from mou_tui.exchange.returned.odf_changes import DC, OFFICE, PARAGRAPHS, Listed, Region, pieces_of, region_of, text_of
from mou_tui.exchange.returned.odf_styles import TEXT, OdfStyles
from mou_tui.exchange.returned.tracked_body import (
    MOST_COMMENTS,
    NO_PLACE,
    Change,
    Entry,
    FileComment,
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

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_BOOKMARKS = frozenset((f"{TEXT}bookmark", f"{TEXT}bookmark-start"))
_DEEPEST = 8


def read_odf(data: bytes, name: str, ours: str) -> TrackedBody:
    """Return the body of an OpenDocument text; arguments and errors are those of `read_word`."""
    content = parse_part(read_entry(data, "content.xml", name), name)
    common = parse_part(read_entry(data, "styles.xml", name, missing=b"<none/>"), name)
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    reader = _BodyReader(OdfStyles(content, common), content, ours)
    entries = tuple(reader.entries(text if text is not None else content, Listed()))
    return TrackedBody(entries, tuple(reader.comments), tuple(reader.notes))


class _BodyReader:
    """Reads paragraphs and tables, in order; changes and comments may go on from one to the next."""

    def __init__(self, styles: OdfStyles, content: ElementTree.Element, ours: str) -> None:
        self._styles = styles
        self._ours = ours
        self._regions = {
            region.get(f"{TEXT}id") or "": region_of(region) for region in content.iter(f"{TEXT}changed-region")
        }
        self._inserted: dict[str, Change] = {}
        self._commented: set[str] = set()
        self._bookmarks: list[str] = []
        self._begins_here: list[str] = []
        self._runs: list[Run] = []
        self._closed: list[Entry] = []
        self.comments: list[FileComment] = []
        self.notes: list[tuple[str, Change | None]] = []

    def entries(self, holder: ElementTree.Element, listed: Listed) -> Iterator[Entry]:
        """Yield what a body, a cell, a list or a section holds."""
        is_first = True
        for child in holder:
            if child.tag in PARAGRAPHS:
                yield from self._paragraph(child, listed._replace(is_item=listed.is_item and is_first))
                is_first = False
            elif child.tag == f"{TABLE}table":
                yield self._table(child)
            elif child.tag == f"{TEXT}list":
                style = child.get(f"{TEXT}style-name") or listed.style
                yield from self.entries(child, Listed(style, listed.depth + 1))
            elif child.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                yield from self.entries(child, listed._replace(is_item=child.tag == f"{TEXT}list-item"))
            elif child.tag != f"{TEXT}tracked-changes" and not self._note(child):
                yield from self.entries(child, listed)

    def _table(self, table: ElementTree.Element) -> TrackedTable:
        rows = (
            TrackedRow(tuple(tuple(self.entries(cell, Listed())) for cell in row if cell.tag == f"{TABLE}table-cell"))
            for row in _rows(table)
        )
        return TrackedTable(tuple(rows))

    def _paragraph(self, paragraph: ElementTree.Element, listed: Listed) -> Iterator[Entry]:
        outer = self._runs, self._closed
        self._runs, self._closed = [], []
        look = self._styles.look("paragraph", paragraph.get(f"{TEXT}style-name", ""))
        boxes = list(self._walk(paragraph, look, None, (paragraph, listed)))
        self._close((paragraph, listed), None)
        closed, (self._runs, self._closed) = self._closed, outer
        yield from closed
        yield from boxes

    def _close(self, held: tuple[ElementTree.Element, Listed], deleted: Change | None) -> None:
        """End a paragraph with the runs that were read."""
        element, listed = held
        rank = element.get(f"{TEXT}outline-level", "1") if element.tag == f"{TEXT}h" else "0"
        self._closed.append(
            TrackedParagraph(
                tuple(self._runs),
                NO_PLACE if rank != "0" else self._place(listed),
                None,
                int(rank) if rank.isdigit() else 1,
                self._styles.is_title(element.get(f"{TEXT}style-name", "")),
                # What is marked before deleted paragraphs is where the text goes on behind them.
                () if deleted else tuple(self._bookmarks),
                tuple(self._begins_here),
                self._insertion,
                deleted,
            )
        )
        self._runs, self._begins_here = [], []
        self._bookmarks = self._bookmarks if deleted else []

    def _place(self, listed: Listed) -> Place:
        if not listed.depth:
            return NO_PLACE
        level = min(listed.depth - 1, _DEEPEST)
        label = self._styles.label(listed.style, level) if listed.is_item else ""
        return Place(label, level) if label else Place("", level + 1)

    @property
    def _insertion(self) -> Change | None:
        return next(reversed(self._inserted.values()), None)

    def _walk(
        self,
        element: ElementTree.Element,
        look: Look,
        deleted: Change | None,
        held: tuple[ElementTree.Element, Listed],
        inserted: Change | None = None,
    ) -> Iterator[Entry]:
        """Add the runs within an element, and yield the paragraphs of the boxes of text that hang on it."""
        self._add(element.text, look, deleted, inserted)
        for child in element:
            tag = child.tag
            if tag == f"{TEXT}span":
                style = self._styles.look("text", child.get(f"{TEXT}style-name", ""), look)
                yield from self._walk(child, style, deleted, held, inserted)
            elif tag == f"{TEXT}s":
                self._add(" " * min(_count(child), 100), look, deleted, inserted)
            elif tag == f"{TEXT}tab":
                self._add(" ", look, deleted, inserted)
            elif tag == f"{TEXT}line-break":
                self._add("\n", look, deleted, inserted)
            elif tag == f"{TEXT}change":
                yield from self._deletion(child.get(f"{TEXT}change-id", ""), held)
            elif tag in PARAGRAPHS or tag in (f"{TEXT}list", f"{TABLE}table"):
                yield from self.entries(element, Listed())
                return
            elif not self._note(child):
                yield from self._walk(child, look, deleted, held, inserted)
            self._add(child.tail, look, deleted, inserted)

    def _add(self, text: str | None, look: Look, deleted: Change | None, inserted: Change | None) -> None:
        if text:
            self._runs.append(Run(text, look, inserted or self._insertion, deleted, None, frozenset(self._commented)))

    def _deletion(self, key: str, held: tuple[ElementTree.Element, Listed]) -> Iterator[Entry]:
        """Put back what was deleted: paragraph by paragraph, the last of which goes on with what follows."""
        # Each once: what was deleted could name itself.
        region = self._regions.pop(key, Region())
        if region.content is None or region.deleted is None or region.deleted.author == self._ours:
            return
        pieces = list(pieces_of(region.content, Listed()))
        for index, (element, listed) in enumerate(pieces):
            own = (element, listed) if index or not self._runs else held
            look = self._styles.look("paragraph", element.get(f"{TEXT}style-name", ""))
            yield from self._walk(element, look, region.deleted, own, region.inserted)
            if index < len(pieces) - 1:
                self._close(own, region.deleted)

    def _note(self, element: ElementTree.Element) -> bool:
        """Note a change, bookmark, comment or footnote; return whether an element is one of them."""
        tag = element.tag
        key = element.get(f"{TEXT}change-id", "")
        if tag == f"{TEXT}change-start":
            change = self._regions.get(key, Region()).inserted
            if change and change.author != self._ours:
                self._inserted[key] = change
        elif tag == f"{TEXT}change-end":
            self._inserted.pop(key, None)
        elif tag in _BOOKMARKS:
            self._bookmarks.append(element.get(f"{TEXT}name", ""))
        elif tag == f"{OFFICE}annotation":
            self._comment(element)
        elif tag == f"{OFFICE}annotation-end":
            self._commented.discard(element.get(f"{OFFICE}name", ""))
        elif tag == f"{TEXT}note":
            body = element.find(f"{TEXT}note-body")
            if body is not None and (text := text_of(body)):
                self.notes.append((text, self._insertion))
        else:
            return False
        return True

    def _comment(self, annotation: ElementTree.Element) -> None:
        name = annotation.get(f"{OFFICE}name", "")
        key = name or f"comment {len(self.comments)}"
        parent = next((value for attribute, value in annotation.items() if attribute.endswith("}parent-name")), "")
        author, date = change_by(annotation.findtext(f"{DC}creator") or "", annotation.findtext(f"{DC}date") or "")
        self.comments.append(FileComment(key, text_of(annotation), author, date, "" if parent == key else parent))
        self._begins_here.append(key)
        if name and len(self._commented) < MOST_COMMENTS:
            self._commented.add(name)


def _rows(table: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"):
            yield from _rows(child)


def _count(element: ElementTree.Element) -> int:
    count = element.get(f"{TEXT}c", "1")
    return int(count) if count.isdigit() and len(count) < 5 else 1
