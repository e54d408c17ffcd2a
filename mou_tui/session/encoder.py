"""Writing sessions one after another: what did not change since the last is not written again.

A key press changes one answer, and the recovery copy follows it ten times a second, however long the agreement and its
history have grown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mou_tui.errors import InvalidFile, Problem
from mou_tui.frozen import NamedTuple
from mou_tui.session import format
from mou_tui.session.history import History
from mou_tui.session.model import Session
from mou_tui.storage.schema import to_plain, to_plain_fields
from mou_tui.storage.yaml_reader import LIMITS, Limits, PlainData, read
from mou_tui.storage.yaml_writer import write, write_entry

FORMAT = format.NEWEST
HEADER = "MOU session made by mou-tui. Plain text: whoever gets this file can read all of it."
HISTORY = "history"
END = "...\n"

HISTORY_LIMITS = Limits(nodes=200_000)
"""What a history may hold: it grows with every meeting, and is read only when somebody asks for it."""

_IN_PIECES = frozenset(["parties", "facts", "answers", "people", "meetings", "actions"])
"""The keys whose entries are written one by one; so is the history, which comes last, for it grows."""


class _Piece(NamedTuple):
    """Some lines of the file, and the format they need."""

    data: bytes
    nodes: int
    held: object
    """What it is made of; kept, so that nothing else comes to have its identity."""
    format: int = format.FIRST


class Encoder:
    """Writes sessions, and remembers the pieces of the last one."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int], _Piece] = {}
        self._used: dict[tuple[str, str, int], _Piece] = {}

    def encode(self, session: Session) -> bytes:
        """Return the file of a session, UTF-8, every piece of which has been read back once.

        Raises:
            InvalidFile: a piece does not read back as it was, or there is more than the reader takes.
            ValueError: it holds a key or a depth that the reader would refuse, or text that is not Unicode.
        """
        self._used = {}
        body, history = list(self._body(session)), list(self._history(session.history))
        needed = max(piece.format for piece in (*body, *history))
        body.insert(0, _Piece(f'# {HEADER}\nformat: "{needed}"\n'.encode(), 2, None))
        self._known = self._used
        _hold_to(LIMITS, body, "the session")
        _hold_to(HISTORY_LIMITS, history, "its history")
        return b"".join([*(piece.data for piece in (*body, *history)), END.encode()])

    def _body(self, session: Session) -> Iterator[_Piece]:
        for key, held in to_plain_fields(replace(session, history=History())):
            if key not in _IN_PIECES:
                yield self._piece(key, "", held)
                continue
            yield _Piece(f"{key}:\n".encode(), 1, None)
            entries = held.items() if isinstance(held, Mapping) else (("", entry) for entry in _listed(held))
            for name, entry in entries:
                yield self._piece(key, name, entry)

    def _history(self, history: History) -> Iterator[_Piece]:
        if history.past.raw or history.added:
            yield _Piece(f"{HISTORY}:\n".encode() + history.past.raw, history.past.nodes, None, history.past.format)
        for entry in history.added:
            yield self._piece(HISTORY, "", entry)

    def _piece(self, key: str, name: str, held: object) -> _Piece:
        cache_key = (key, name, id(held))
        piece = self._used[cache_key] = self._known.get(cache_key) or _written(key, name, held)
        return piece


def _hold_to(limits: Limits, pieces: Iterable[_Piece], name: str) -> None:
    nodes = sum(piece.nodes for piece in pieces)
    if nodes > limits.nodes:
        raise InvalidFile((Problem(name, 0, f"holds {nodes:,} entries, of at most {limits.nodes:,}"),))


def _listed(held: object) -> tuple[object, ...]:
    return held if isinstance(held, tuple) else ()


def _written(key: str, name: str, held: object) -> _Piece:
    """Write one piece, and read it back."""
    value = to_plain(held)
    if key not in _IN_PIECES and key != HISTORY:
        whole: dict[str, PlainData] = {key: value}
        text = lines = write(whole, end_marker=False)
    else:
        entry: list[PlainData] | dict[str, PlainData] = {name: value} if name else [value]
        whole, text = {key: entry}, write_entry(entry)
        lines = f"{key}:\n{text}"
    document = read(lines.encode(), "the session")
    if document.value != whole:
        raise InvalidFile((Problem("the session", 0, f"“{key}” does not read back as it was written"),))
    return _Piece(text.encode(), len(document.lines), held, format.needed_for(key, value))
