"""Read what an OpenDocument text says of its tracked changes: who made them, and what was deleted."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from mou_tui.exchange.returned.odf_styles import TEXT
from mou_tui.exchange.returned.tracked_body import Change, change_by
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import clean

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
PARAGRAPHS = frozenset((f"{TEXT}p", f"{TEXT}h"))


class Region(NamedTuple):
    """Hold one tracked change of the file."""

    inserted: Change | None = None
    deleted: Change | None = None
    content: ElementTree.Element | None = None
    """What was deleted."""


class Listed(NamedTuple):
    """Say where in a list a paragraph is."""

    style: str = ""
    depth: int = 0
    is_item: bool = False


def region_of(region: ElementTree.Element) -> Region:
    """Return a tracked change."""
    insertion, deletion = region.find(f"{TEXT}insertion"), region.find(f"{TEXT}deletion")
    return Region(_change(insertion), _change(deletion), deletion)


def _change(element: ElementTree.Element | None) -> Change | None:
    info = element.find(f"{OFFICE}change-info") if element is not None else None
    if info is None:
        return None
    return change_by(info.findtext(f"{DC}creator") or "", info.findtext(f"{DC}date") or "")


def pieces_of(holder: ElementTree.Element, listed: Listed) -> Iterator[tuple[ElementTree.Element, Listed]]:
    """Yield the paragraphs of what was deleted, with where they stood in a list."""
    for child in holder:
        if child.tag in PARAGRAPHS:
            yield child, listed
        elif child.tag == f"{TEXT}list":
            yield from pieces_of(child, Listed(child.get(f"{TEXT}style-name") or listed.style, listed.depth + 1))
        elif child.tag != f"{OFFICE}change-info":
            yield from pieces_of(child, listed._replace(is_item=child.tag == f"{TEXT}list-item"))


def text_of(holder: ElementTree.Element) -> str:
    """Return the text of a comment or a footnote, a line for each paragraph."""
    paragraphs = (paragraph for paragraph in holder.iter() if paragraph.tag in PARAGRAPHS)
    return clean("\n".join("".join(paragraph.itertext()) for paragraph in paragraphs)).text.strip()
