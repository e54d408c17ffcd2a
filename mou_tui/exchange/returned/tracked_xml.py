"""Parse the parts of a returned file, which comes from anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast
from xml.etree import ElementTree

from mou_tui.exchange.document import CannotRead
from mou_tui.exchange.word_numbers import check_xml

DEEPEST = 200
"""How many elements may be within each other; word processors stay below fifty."""
MOST_ELEMENTS = 1_000_000
"""How many elements a part may have; an agreement of 30,000 words has about 50,000."""

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parse_part(data: bytes, name: str) -> ElementTree.Element:
    """Return the root of a part of an archive.

    Args:
        data: the part.
        name: what to call the file in messages.

    Raises:
        CannotRead: it is damaged, declares entities, is nested deeper than a document is, or is endless.
    """
    check_xml(data, name)
    # Word can save the same markup under other names.
    data = data.replace(_STRICT, _USUAL)
    parser: ElementTree.XMLPullParser[ElementTree.Element] = ElementTree.XMLPullParser(("start", "end"))
    depth = count = 0
    root: ElementTree.Element | None = None
    try:
        for start in range(0, len(data), 65_536):
            parser.feed(data[start : start + 65_536])
            for event, element in _events(parser):
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                count += event == "start"
                if depth > DEEPEST or count > MOST_ELEMENTS:
                    raise unlikely(name)
        parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise damaged(name) from error
    if root is None:
        raise damaged(name)
    return root


def _events(parser: ElementTree.XMLPullParser[ElementTree.Element]) -> Iterator[tuple[str, ElementTree.Element]]:
    return cast("Iterator[tuple[str, ElementTree.Element]]", parser.read_events())


def unlikely(name: str) -> CannotRead:
    """Return the error for a file that holds what no agreement does."""
    return CannotRead(
        f"“{name}” is built as no agreement is, so it was not read. "
        "Copy its text into a new document, and choose that file."
    )


def damaged(name: str) -> CannotRead:
    """Return the error for a file whose parts do not fit together."""
    return CannotRead(f"“{name}” is damaged. Save it again where it was made, and choose that file.")
