"""A session as the text of its file, and back.

The codec is exact: for every clean session, `decode(encode(session)).session == session`. What comes in unclean is
cleaned here, and counted, so that it can be said once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from mou_tui.errors import InvalidFile, NewerFormat, Problem
from mou_tui.frozen import NamedTuple, dataclass
from mou_tui.language.text import clean, may_be_unclean
from mou_tui.session.encoder import END, FORMAT, HEADER, HISTORY, HISTORY_LIMITS, Encoder
from mou_tui.session.history import KINDS, Entry, History, LazyHistory, Understood
from mou_tui.session.limits import FILE, LONGEST, overlong_wordings
from mou_tui.session.model import Session
from mou_tui.storage.schema import from_plain
from mou_tui.storage.yaml_reader import LIMITS, Document, Limits, PlainData, read
from mou_tui.storage.yaml_writer import write_entry

__all__ = ["FORMAT", "HEADER", "LIMIT", "Decoded", "decode", "encode"]

LIMIT = FILE

_NO_SESSION = "is not a mou-tui session; the names of those end in “.mou.yaml”"
_AN_AGREEMENT = "is not a mou-tui session; if it is an earlier agreement, choose “Revise”, or say mou-tui revise"
_AGREEMENTS = (".docx", ".pdf", ".odt", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt")
"""How the names of files end that an earlier agreement may be read from."""
_SESSIONS = (".mou.yaml", ".mou.yml")
# Of a file that cannot be read; as text, because most starts need none of them.
_SAYS_FORMAT = rb"""(?m)^(?:\xef\xbb\xbf)?["']?format["']?[ \t]*:"""
_SAYS_NUMBER = _SAYS_FORMAT + rb"""[ \t]*["']?\d"""
_KEYS = rb"""(?m)^["']?(checklist|depth|answers|people|meetings|actions|history)["']?[ \t]*:"""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"f\0", b"\0f", b"#\0", b"\0#")
_HISTORY_BEGINS = b"\nhistory:\n"
_NO_ENTRY_LINE = re.compile(rb"\n(?!- |  |\n|\Z)")
"""How the lines of a list below a key begin."""


class Decoded(NamedTuple):
    """A session read from text."""

    session: Session
    replaced: int
    """How many control characters were replaced on the way in."""
    newer: bool
    """Whether a newer program wrote it; then it may be shown and exported, never written."""
    document: Document
    """What the file says and on which lines, without the entries of its history."""
    history_line: int
    """The line of the first entry of the history; 0 where it is not the end of the file."""


def encode(session: Session) -> bytes:
    """Return the file of a session, UTF-8; raises as `Encoder.encode` does."""
    return Encoder().encode(session)


def decode(data: bytes, name: str, *, whole: bool = True) -> Decoded:
    """Read the text of a session file.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.
        whole: whether to understand the history at once, which takes long after many meetings. If not, it is
            understood when somebody asks for it.

    Raises:
        InvalidFile: the text is not a session; says where and why.
        NewerFormat: a newer program wrote it in a form this one cannot even show.
    """
    body, raw = _parted(data)
    holds_history = not raw and b"\nhistory:" in data
    try:
        document = _read(body, name, HISTORY_LIMITS if holds_history else LIMITS)
    except InvalidFile as problem:
        if _is_something_else(data, name):
            why = _AN_AGREEMENT if name.casefold().endswith(_AGREEMENTS) else _NO_SESSION
            raise InvalidFile((Problem(name, 0, why),)) from problem
        raise
    if raw and HISTORY in _mapping(document.value):
        # It is there twice, which the reader of the whole file refuses.
        document, raw = _read(data, name, HISTORY_LIMITS), b""
    root = _mapping(document.value)
    version = _format(root, document, name)
    cleaner = _Cleaner(body)
    cleaned = {key: cleaner.tree(value) for key, value in root.items()}
    history_document = Document({HISTORY: cleaned.pop(HISTORY, "")}, document.lines)
    del cleaned["format"]
    try:
        session = from_plain(Session, Document(cleaned, document.lines), name, unknown="keep")
        if raw:
            past = LazyHistory(raw, partial(_understand, raw, body.count(b"\n"), name))
        else:
            past = LazyHistory(_as_written(history_document.value), partial(_entries, history_document, name))
            whole = True
        if whole and past.problem:
            raise past.problem
    except InvalidFile as problem:
        if version > FORMAT:
            raise NewerFormat(
                f"{name} was written by a newer mou-tui (format {version}). "
                "Update mou-tui to open it; the file was left as it is."
            ) from problem
        raise
    if overlong := tuple(overlong_wordings(session)):
        raise InvalidFile([Problem(name, document.line(path), _too_long(length)) for path, length in overlong])
    history_line = body.count(b"\n") + 1 if raw else 0
    return Decoded(replace(session, history=History(past)), cleaner.replaced, version > FORMAT, document, history_line)


def may_be_session(data: bytes, name: str) -> bool:
    """Return whether a file is to be read as a session: it begins or is named as one, however damaged it is.

    Args:
        data: the bytes of the file.
        name: its name.
    """
    is_named_so = name.casefold().endswith((*_SESSIONS, ".yaml", ".yml"))
    is_text = data[:2] not in _UTF_16 and data.strip(b"\0 \t\r\n")
    return not _is_something_else(data, name) if is_text or is_named_so else False


def _too_long(length: int) -> str:
    return (
        f"holds a text of {length:,} characters, of at most {LONGEST:,}; typing in it would be too slow. "
        "Shorten it in a text editor, or move parts of it to other questions. The file was left as it is"
    )


def _read(data: bytes, name: str, limits: Limits) -> Document:
    return read(data, name, end_marker=True, limits=limits, comments="apart")


def _is_something_else(data: bytes, name: str) -> bool:
    """Return whether a file that cannot be read never was a session: little in it is as a session has it."""
    if data[:2] in _UTF_16 or not data.strip(b"\0 \t\r\n") or f"# {HEADER}".encode().startswith(data[:20]):
        return False
    if name.casefold().endswith(_SESSIONS):
        return re.search(_SAYS_FORMAT, data) is None and b"\n..." not in data
    is_session_like = HEADER.encode() in data or re.search(_SAYS_NUMBER, data) or len({*re.findall(_KEYS, data)}) > 1
    return not is_session_like


@dataclass(frozen=True)
class _HistoryPart:
    """The part of a file that is the history."""

    history: tuple[Entry, ...] = ()


_NOTHING: PlainData = {"at": "", "kind": "note"}


def _entries(document: Document, name: str) -> Understood:
    """Return the entries of a history; what is of an unknown kind keeps none of the others from being understood."""
    held = _mapping(document.value).get(HISTORY, "")
    listed = held if isinstance(held, list) else []
    unknown = {number: entry for number, entry in enumerate(listed) if _is_unknown(entry)}
    # Something harmless in their place, so that a mistake in any other is named with its line.
    known = [_NOTHING if number in unknown else entry for number, entry in enumerate(listed)] if unknown else held
    entries = from_plain(_HistoryPart, document._replace(value={HISTORY: known}), name, unknown="keep").history
    return Understood(
        tuple(entry for number, entry in enumerate(entries) if number not in unknown), tuple(unknown.values())
    )


def _is_unknown(entry: PlainData) -> bool:
    kind = entry.get("kind") if isinstance(entry, dict) else None
    return isinstance(kind, str) and bool(kind) and kind not in KINDS


def _as_written(history: PlainData) -> bytes:
    """Return the entries of a history that somebody has laid out otherwise, as they are in the files written here."""
    entries = history.get(HISTORY, "") if isinstance(history, dict) else ""
    return "".join(write_entry([entry]) for entry in entries).encode() if isinstance(entries, list) else b""


def read_history(raw: bytes) -> list[PlainData]:
    """Return the entries of a history as plain data, whatever their kinds; `raw` is their text in a file.

    Raises:
        InvalidFile: it cannot be read.
    """
    document = read(_HISTORY_BEGINS.lstrip() + raw, "the history", limits=HISTORY_LIMITS, comments="apart")
    held = _mapping(_Cleaner(raw).tree(document.value)).get(HISTORY, [])
    return held if isinstance(held, list) else []


def understand_entries(entries: list[PlainData]) -> Understood:
    """Return what plain data says as a history; raises InvalidFile."""
    return _entries(Document({HISTORY: entries}, {}), "the history")


def _understand(raw: bytes, line: int, name: str) -> Understood:
    """Return the entries of a history whose key is on a line."""
    # Empty lines in place of all that is before, so that a mistake is named with the line it has in the file.
    document = read(b"\n" * (line - 1) + _HISTORY_BEGINS.lstrip() + raw, name, limits=HISTORY_LIMITS, comments="apart")
    return _entries(document._replace(value=_Cleaner(raw).tree(document.value)), name)


def _parted(data: bytes) -> tuple[bytes, bytes]:
    """Return the file without its history, and the history as it is; empty if it is not at the end.

    A line at the very left can only be a key of the file, whatever is above it: all else is set in. What is written
    in it is cleaned when it is understood; until then nobody sees it.
    """
    begins = data.find(_HISTORY_BEGINS)
    entries = begins + len(_HISTORY_BEGINS)
    if begins < 0 or not data.startswith(b"- ", entries) or not data.endswith(END.encode()):
        return data, b""
    raw = data[entries : -len(END)]
    return (data, b"") if _NO_ENTRY_LINE.search(raw) else (data[: begins + 1] + END.encode(), raw)


def _format(root: dict[str, PlainData], document: Document, name: str) -> int:
    written = root.get("format")
    if not isinstance(written, str) or not re.fullmatch("[1-9][0-9]{0,8}", written):
        line = document.lines.get(("format",), 1)
        raise InvalidFile((Problem(name, line, "not a mou-tui session: it does not say “format: 1”"),))
    return int(written)


def _mapping(value: PlainData) -> dict[str, PlainData]:
    return value if isinstance(value, dict) else {}


class _Cleaner:
    """Cleans every text of a file and counts what it replaced."""

    def __init__(self, data: bytes) -> None:
        self.replaced = 0
        self._is_clean = not may_be_unclean(data)

    def tree(self, value: PlainData) -> PlainData:
        if self._is_clean:
            return value
        if isinstance(value, str):
            cleaned = clean(value)
            self.replaced += cleaned.replaced
            return cleaned.text
        if isinstance(value, list):
            return [self.tree(item) for item in value]
        return {clean(key).text: self.tree(item) for key, item in value.items()}
