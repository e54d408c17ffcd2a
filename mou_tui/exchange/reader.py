"""Read an agreement of any format into one document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from mou_tui.exchange.archive import check_inflated, read_entry
from mou_tui.exchange.document import CannotRead, Document, Format, Paragraph, Tracked
from mou_tui.exchange.formats import recognize
from mou_tui.exchange.headings import promoted, with_headings
from mou_tui.language.text import for_display
from mou_tui.storage.atomic_file import read_bytes

LIMIT = 32 * 1024 * 1024
"""Bytes a file may have."""
TEXT_LIMIT = 4 * 1024 * 1024
"""Bytes a file that is all text may have."""
MOST_CHARACTERS = 1_000_000
"""Characters of text a document may hold; an agreement of 30,000 words has about 200,000."""

Progress = Callable[[int, int], None]
"""Takes how many pages are read, and of how many."""


def read_document(
    path: Path, *, tracked: Tracked = "accepted", on_progress: Progress = lambda done, of: None
) -> Document:
    """Read an agreement from a file. Nothing but the file is opened, and nothing is written.

    Args:
        path: the file.
        tracked: which reading to take where it holds tracked changes.
        on_progress: called for each page with the pages read and their total.

    Raises:
        CannotOpen: it is not there, too large, or not a document that can be read; the message says what to do.
    """
    return parse(read_bytes(path, LIMIT), for_display(path.name), tracked=tracked, on_progress=on_progress)


def parse(
    data: bytes, name: str, *, tracked: Tracked = "accepted", on_progress: Progress = lambda done, of: None
) -> Document:
    """Read an agreement from the bytes of its file; arguments and errors are those of `read_document`."""
    format = recognize(data, name)
    if format in ("txt", "md", "rtf", "html") and len(data) > TEXT_LIMIT:
        raise too_long(name)
    taken: Tracked | None = None
    remarks: tuple[str, ...] = ()
    if format in ("docx", "odt", "html"):
        if format != "html":
            taken = _checked_changes(data, format, name, tracked)
        paragraphs = _through_pandoc(data, format, name, taken)
        if taken and format == "odt":
            remarks = ("It holds tracked changes. They were read as accepted.",)
        elif taken:
            opposite = "rejected" if taken == "accepted" else "accepted"
            remarks = (
                f"It holds tracked changes. They were read as {taken}; --tracked {opposite} reads them the other way.",
            )
    else:
        paragraphs = _from_lines(data, format, name, on_progress)
    if sum(len(paragraph.text) for paragraph in paragraphs) > MOST_CHARACTERS:
        raise too_long(name)
    if not paragraphs:
        raise CannotRead(f"“{name}” holds no text. If it is a scan, make it again with text recognition.")
    return Document(
        name, hashlib.sha256(data).hexdigest(), format, tuple(with_headings(promoted(paragraphs))), taken, remarks
    )


def _checked_changes(data: bytes, format: Format, name: str, tracked: Tracked) -> Tracked | None:
    """Look through an archive before anybody reads it, and return how its tracked changes are to be read."""
    from mou_tui.exchange.word_numbers import check_xml, has_tracked_changes

    check_inflated(data, name)
    content = "word/document.xml" if format == "docx" else "content.xml"
    body = read_entry(data, content, name)
    check_xml(body, name)
    if format == "docx":
        return tracked if has_tracked_changes(data, name) else None
    return "accepted" if b"<text:tracked-changes" in body else None


def _through_pandoc(data: bytes, format: Format, name: str, tracked: Tracked | None) -> list[Paragraph]:
    from mou_tui.exchange.pandoc import paragraphs_of, read_blocks
    from mou_tui.exchange.word_numbers import heading_labels

    labels = heading_labels(data, name) if format == "docx" else iter(())
    return paragraphs_of(read_blocks(data, format, name, rejects_changes=tracked == "rejected"), labels)


def _from_lines(data: bytes, format: Format, name: str, on_progress: Progress) -> list[Paragraph]:
    from mou_tui.exchange.line_joining import paragraphs_of
    from mou_tui.exchange.plain_text import decode, markdown_lines, rich_text, text_lines

    if format == "pdf":
        from mou_tui.exchange.pdf import read_lines

        return paragraphs_of(read_lines(data, name, on_progress))
    text = rich_text(data) if format == "rtf" else decode(data)
    if len(text) > MOST_CHARACTERS:
        raise too_long(name)
    return paragraphs_of(markdown_lines(text) if format == "md" else text_lines(text))


def too_long(name: str) -> CannotRead:
    """Return the error for a file with more text than an agreement has."""
    return CannotRead(
        f"“{name}” holds far more text than an agreement. Keep only the agreement in it, and choose that file."
    )
