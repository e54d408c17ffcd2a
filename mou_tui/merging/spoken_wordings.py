"""On which wording a position was given, where two histories come together and another wording was noted in between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from mou_tui.language.text import short_hash
from mou_tui.session.history import Entry

Item = tuple[bytes, int]
"""The text of an entry, and how many like it are before it on its side."""
Parse = Callable[[bytes], "Entry | None"]

_KIND = re.compile(rb"""^[- ] kind: ["']?(wording|position)["']?$""", re.MULTILINE)
_PLACE = re.compile(rb"^[- ] place: (.*)$", re.MULTILINE)
_UNTIMED = re.compile(rb"""- at: ["']{2}\n""")
_SPOKEN = re.compile(rb"^  wording: .*\n", re.MULTILINE)
_TEXT = re.compile(rb"^  text: .*\n(?:(?:    .*)?\n)*", re.MULTILINE)


def with_spoken_wordings(
    merged: Sequence[Item], sides: Sequence[Sequence[Item]], parse: Parse, write: Callable[[Entry], bytes]
) -> Iterator[bytes]:
    """Yield the entries of a merged history; a position says its wording where the one before it is another.

    Args:
        merged: the entries of both sides, in their order.
        sides: those of each of the two sides.
        parse: makes an entry of its text; None where it is of an unknown kind.
        write: makes the text of an entry.
    """
    spoken: dict[Item, bytes] = {}
    for side in sides:
        for item, wording in _positions(side):
            spoken.setdefault(item, wording)
    timed, held = [set(_timed_wordings(side)) for side in sides], [set(side) for side in sides]
    # That it was there before anything was noted says nothing where the other side knows when it came.
    idle = {
        item
        for index, side in enumerate(sides)
        for item in side
        if _UNTIMED.match(item[0]) and item not in held[1 - index] and _wording(item[0]) in timed[1 - index]
    }
    kept = [item for item in merged if item not in idle]
    noted = dict(_positions(kept))
    for item in kept:
        wording = spoken.get(item, b"")
        is_plain = not wording or _text(wording) == _text(noted.get(item, b"")) or _SPOKEN.search(item[0])
        entry, on = (None, None) if is_plain else (parse(item[0]), parse(wording))
        yield write(replace(entry, wording=short_hash(on.text.strip()))) if entry and on else item[0]


def _positions(items: Iterable[Item]) -> Iterator[tuple[Item, bytes]]:
    """Yield each position with the text of the entry of the wording that was noted last for its clause."""
    current: dict[bytes, bytes] = {}
    for item in items:
        kind, place = _KIND.search(item[0]), _PLACE.search(item[0])
        if kind and place and kind[1] == b"wording":
            current[place[1]] = item[0]
        elif kind and place:
            yield item, current.get(place[1], b"")


def _timed_wordings(items: Iterable[Item]) -> Iterator[tuple[bytes, bytes]]:
    for piece, _ in items:
        if not _UNTIMED.match(piece) and (wording := _wording(piece)):
            yield wording


def _wording(piece: bytes) -> tuple[bytes, bytes] | None:
    """Return the place and the words of an entry about a wording; None for any other."""
    kind, place = _KIND.search(piece), _PLACE.search(piece)
    return (place[1], _text(piece)) if kind and place and kind[1] == b"wording" else None


def _text(wording: bytes) -> bytes:
    text = _TEXT.search(wording)
    return text[0] if text else b""


def with_known_wordings(pieces: Iterable[bytes], other_pieces: Iterable[bytes]) -> list[bytes]:
    """Return the entries of one side, with the wordings of positions that an earlier merge noted in the other."""
    known = {_SPOKEN.sub(b"", piece, count=1): piece for piece in other_pieces if _is_spoken(piece)}
    return [known.get(piece, piece) for piece in pieces] if known else list(pieces)


def _is_spoken(piece: bytes) -> bool:
    kind = _KIND.search(piece) if _SPOKEN.search(piece) else None
    return kind is not None and kind[1] == b"position"
