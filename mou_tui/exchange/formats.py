"""Recognize the format of a file by its content; its name is ignored."""

from __future__ import annotations

import re

from mou_tui.exchange.archive import entry_names, read_entry
from mou_tui.exchange.document import CannotRead, Format
from mou_tui.session.codec import HEADER

_SAVE_AS = "Open it where it was made, save it as a Word document (.docx) or as text, and choose that file."
_RECOGNIZE = "Scan it with text recognition (“searchable PDF”), or type the agreement into a document."

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_STREAMS = (
    ("EncryptedPackage", "a document locked with a password. Save a copy without the password"),
    ("WordDocument", "an old Word document (.doc). Open it in Word or LibreOffice, save it as .docx"),
    ("Workbook", "a spreadsheet. Copy the agreement into a text document"),
    ("Book", "a spreadsheet. Copy the agreement into a text document"),
    ("PowerPoint Document", "a slide show. Copy the agreement into a text document"),
    ("__substg1.0_", "an e-mail. Save the agreement that is attached to it"),
)
_MAGIC = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
)
_ODF = "application/vnd.oasis.opendocument."
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|ul|ol|span|font)\b", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_MARKDOWN_STRONG = re.compile(r"\*\*\S(?:[^*\n]*\S)?\*\*|^\|.*\|\s*\n\|[\s:|-]+\|\s*$", re.MULTILINE)
_MAIL = re.compile(rb"\A(?:[A-Za-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.MULTILINE)


def recognize(data: bytes, name: str) -> Format:
    """Return the format of a file from its bytes.

    Args:
        data: the whole file.
        name: what to call it in messages.

    Raises:
        CannotRead: it is of a kind that is not read; the message says which, and what to do.
    """
    if not data.strip():
        raise CannotRead(f"“{name}” is empty.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zipped(data, name)
    if data.startswith(_COMPOUND):
        raise _refusal(name, _compound(data))
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise CannotRead(f"“{name}” is {kind}, and its words cannot be read. {_RECOGNIZE}")
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(f"# {HEADER}".encode()):
        raise CannotRead(f"“{name}” is a session of mou-tui, not an agreement. Open it with: mou-tui open")
    if b"mime-version:" in head.lower() and _MAIL.match(head):
        raise CannotRead(f"“{name}” is an e-mail or a saved web archive. Save the agreement in it as a document.")
    if _TAG.search(head) or (head.startswith(b"<?xml") and b"<html" in head.lower()):
        return "html"
    if head.startswith((b"<?xml", b"<w:", b"<pkg:")):
        raise CannotRead(f"“{name}” is XML, which is not read. {_SAVE_AS}")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "txt"
    if b"\x00" in data or _control_share(data[:65536]) > 0.1:
        raise CannotRead(f"“{name}” is not a document that can be read. {_SAVE_AS}")
    return _markdown_or_plain(data)


def _zipped(data: bytes, name: str) -> Format:
    names = entry_names(data, name)
    if "word/document.xml" in names:
        return "docx"
    if any(entry.startswith("xl/") for entry in names):
        raise _refusal(name, "a spreadsheet. Copy the agreement into a text document")
    if any(entry.startswith("ppt/") for entry in names):
        raise _refusal(name, "a slide show. Copy the agreement into a text document")
    if any(entry.endswith(".iwa") for entry in names):
        raise _refusal(name, "a Pages document. Export it from Pages to Word (.docx)")
    if "mimetype" in names:
        mimetype = read_entry(data, "mimetype", name).decode("ascii", "replace").strip()
        if mimetype.startswith(f"{_ODF}text"):
            if b"encryption-data" in read_entry(data, "META-INF/manifest.xml", name, missing=b""):
                raise _refusal(name, "a document locked with a password. Save a copy without the password")
            return "odt"
        if mimetype.startswith(_ODF):
            raise _refusal(name, "a spreadsheet or a drawing. Copy the agreement into a text document")
    if any(entry.startswith("word/") for entry in names):
        raise _refusal(name, "a damaged Word document. Open it in Word, let Word repair it, save it")
    raise _refusal(name, "an archive of other files. Unpack it")


def _compound(data: bytes) -> str:
    for stream, kind in _COMPOUND_STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return "of an old Office kind. Open it where it was made, save it as .docx"


def _refusal(name: str, kind: str) -> CannotRead:
    return CannotRead(f"“{name}” is {kind}, and choose that file.")


def _control_share(data: bytes) -> float:
    controls = sum(data.count(bytes([code])) for code in range(32) if code not in (9, 10, 12, 13))
    return controls / max(1, len(data))


def _markdown_or_plain(data: bytes) -> Format:
    text = data[:262_144].decode("utf-8", "replace").replace("\r", "")
    headings = len(_MARKDOWN_HEADING.findall(text))
    return "md" if headings >= 2 or len(_MARKDOWN_STRONG.findall(text)) + headings >= 2 else "txt"
