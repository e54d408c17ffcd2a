"""Open a Word document of a district for its look: styles, page, head and foot; nothing else of it goes out again."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart
from lxml import etree

from mou_tui.exchange.archive import check_inflated, open_archive, read_entry
from mou_tui.exchange.document import CannotRead
from mou_tui.exchange.formats import recognize
from mou_tui.exchange.word_numbers import check_xml
from mou_tui.language.text import for_display
from mou_tui.storage.atomic_file import read_bytes

LIMIT = 16 * 1024 * 1024
"""Bytes a reference may have."""
_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
}
_REMOVED_SETTINGS = ("attachedTemplate", "footnotePr", "endnotePr", "mailMerge", "documentProtection", "trackRevisions")


def read_reference(path: Path) -> bytes:
    """Return the bytes of a reference, once it is certain that they are a Word document of a size that can be.

    Raises:
        CannotOpen: it is not there, too large, damaged, or not a Word document.
    """
    data, name = read_bytes(path, LIMIT), for_display(path.name)
    if recognize(data, name) != "docx":
        raise CannotRead(f"“{name}” is not a Word document (.docx), whose look could be taken.")
    check_inflated(data, name)
    with open_archive(data, name) as archive:
        entries = [entry for entry in archive.namelist() if entry.endswith((".xml", ".rels"))]
    for entry in entries:
        check_xml(read_entry(data, entry, name), name)
    open_reference(data, name)
    return data


def open_reference(data: bytes, name: str = "reference.docx") -> Document:
    """Open a reference without its text, notes, comments, templates and macros.

    Raises:
        CannotRead: it cannot be opened, or pictures in it lie elsewhere.
    """
    try:
        document = docx.Document(BytesIO(data))
        _drop_others(document.part)
        settings = document.settings.element
    except (PackageNotFoundError, zipfile.BadZipFile, etree.LxmlError, KeyError, ValueError, AttributeError) as error:
        raise CannotRead(
            f"“{name}” cannot be used for its look. Save it again in Word, and choose that file."
        ) from error
    for child in list(settings):
        if child.tag in {qn(f"w:{removed}") for removed in _REMOVED_SETTINGS}:
            settings.remove(child)
    for part in document.part.package.iter_parts():
        outside = {key: relationship for key, relationship in part.rels.items() if relationship.is_external}
        if any(relationship.reltype != RELATIONSHIP_TYPE.HYPERLINK for relationship in outside.values()):
            raise CannotRead(f"“{name}” loads something from elsewhere. Remove that in Word, and save it again.")
    return document


def _drop_others(main: DocumentPart) -> None:
    """Drop what is not for the look, and what the text of the reference alone refers to."""
    layout = main.element.body.find(qn("w:sectPr"))
    if layout is None:
        raise ValueError("no page")
    used = {child.get(qn("r:id")) for child in layout}
    for key, relationship in list(main.rels.items()):
        is_text = relationship.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER) and key not in used
        if relationship.reltype not in _KEPT or is_text:
            del main.rels[key]
    for part in main.rels.values():
        if part.reltype == RELATIONSHIP_TYPE.SETTINGS:
            for key, relationship in list(part.target_part.rels.items()):
                if relationship.is_external:
                    del part.target_part.rels[key]
