"""The histories of two sides as one, in order of time; entries stay byte for byte as they are in the files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from mou_tui.merging.spoken_wordings import Item, with_known_wordings, with_spoken_wordings
from mou_tui.merging.three_way import three_way
from mou_tui.session.codec import read_history, understand_entries
from mou_tui.session.history import Entry, History, LazyHistory, Understood
from mou_tui.storage.schema import to_plain
from mou_tui.storage.yaml_writer import write_entry

_BETWEEN = re.compile(rb"\n(?=- )")
_AT = re.compile(rb"""^[- ] at: ["']?(\d{4}-\d\d-\d\d \d\d:\d\d)""", re.MULTILINE)


def merged_history(base: History, ours: History, theirs: History, new: Iterable[Entry]) -> History:
    """Return the entries of both histories, each once, and what the merge itself notes.

    An entry that one side removed, as words that were struck for good are, does not come back.

    Args:
        base: the history both began with.
        ours: that of one side.
        theirs: that of the other.
        new: what the merge notes; not added where a side has it already.
    """
    before, left, right = map(_pieces, (base, ours, theirs))
    left, right = with_known_wordings(left, right), with_known_wordings(right, left)
    merged = right if left == before else left if right == before else _union(before, left, right)
    present = set(merged)
    noted = sorted({piece for entry in new if (piece := _written(entry)) not in present})
    if not noted and merged == left:
        return ours
    if not noted and merged == right:
        return theirs
    raw = b"".join((*merged, *noted))
    return History(LazyHistory(raw, partial(_understand, raw)))


def without_places(history: History, places: Collection[str], known: History) -> History:
    """Return a history without what happened at some clauses, but for what another has as well."""
    marks = [place.encode() for place in places]
    return _changed(history, marks, lambda entry: None if entry.place in places else entry, set(_pieces(known)))


def as_report(history: History, known: Iterable[History], party: str, via: Callable[[str], str]) -> History:
    """Return the history of a party's copy in which what it notes of the positions of others is its report.

    Args:
        history: that of the copy.
        known: those of the other side and of the base; what is in one as well was said there.
        party: id of the party whose copy it is.
        via: makes how a reported position was given of how the copy says it was.
    """

    def reported(entry: Entry) -> Entry:
        is_own = entry.kind != "position" or entry.party == party
        return entry if is_own else replace(entry, via=via(entry.via))

    kept = {piece for right in known for piece in _pieces(right)}
    return _changed(history, [b"position"], reported, kept)


def _changed(
    history: History,
    marks: Collection[bytes],
    change: Callable[[Entry], Entry | None],
    kept: Collection[bytes] = frozenset(),
) -> History:
    """Return a history with entries changed, or left out for None; all others stay byte for byte as they are.

    Args:
        history: the history.
        marks: what to look for; only entries with one of these in their text can be changed.
        change: returns what an entry becomes.
        kept: the text of entries that stay.
    """
    pieces = _pieces(history)
    raw = b"".join(
        _changed_piece(piece, change) if piece not in kept and any(mark in piece for mark in marks) else piece
        for piece in pieces
    )
    return history if raw == b"".join(pieces) else History(LazyHistory(raw, partial(_understand, raw)))


def _changed_piece(piece: bytes, change: Callable[[Entry], Entry | None]) -> bytes:
    # What is of an unknown kind has no entry, and stays.
    entry = _parse(piece)
    changed = change(entry) if entry else entry
    return piece if changed == entry else _written(changed) if changed else b""


def _parse(piece: bytes) -> Entry | None:
    return next(iter(_understand(piece).entries), None)


def _understand(raw: bytes) -> Understood:
    return understand_entries(read_history(raw))


def _written(entry: Entry) -> bytes:
    return write_entry([to_plain(entry)]).encode()


def _pieces(history: History) -> list[bytes]:
    """Return the lines of each entry."""
    raw = history.past.raw
    past = [piece + b"\n" for piece in _BETWEEN.split(raw.removesuffix(b"\n"))] if raw else []
    return [*past, *map(_written, history.added)]


def _union(base: list[bytes], ours: list[bytes], theirs: list[bytes]) -> list[bytes]:
    """Return what both histories hold, in the order of each as far as time goes."""
    before, left, right = Counter(base), Counter(ours), Counter(theirs)
    wanted = {piece: three_way(before[piece], left[piece], right[piece], max) for piece in {**left, **right}}
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
    sides = [_items(side)[shared:] for side in sorted((ours, theirs))]
    timed = [_timed(side, shared) for side in sorted((ours, theirs))]
    first, second = (
        [(at, item) for at, item in zip(times, items, strict=True) if item[1] < wanted[item[0]]]
        for times, items in zip(timed, sides, strict=True)
    )
    common = [item for item in _items(ours)[:shared] if item[1] < wanted[item[0]]]
    if {item for _, item in first} <= {item for _, item in second}:
        first, second = second, first
    known = {item for _, item in first}
    rest = [(at, item) for at, item in second if item not in known]
    merged = (*common, *_in_time(first, rest))
    return list(with_spoken_wordings(merged, [_items(ours), _items(theirs)], _parse, _written))


def _items(pieces: Iterable[bytes]) -> list[Item]:
    seen: Counter[bytes] = Counter()
    items = []
    for piece in pieces:
        items.append((piece, seen[piece]))
        seen[piece] += 1
    return items


def _timed(pieces: Sequence[bytes], shared: int) -> list[bytes]:
    """Return the time of each entry after the first `shared`; one without any is as late as what is before it."""
    times, latest = [], b""
    for piece in pieces:
        at = _AT.search(piece)
        latest = max(latest, at[1]) if at else latest
        times.append(latest)
    return times[shared:]


def _in_time(first: Sequence[tuple[bytes, Item]], second: Sequence[tuple[bytes, Item]]) -> list[Item]:
    """Return two lists as one by time, each in its own order."""
    merged: list[Item] = []
    number = 0
    for at, item in first:
        while number < len(second) and second[number][0] < at:
            merged.append(second[number][1])
            number += 1
        merged.append(item)
    return [*merged, *(item for _, item in second[number:])]
