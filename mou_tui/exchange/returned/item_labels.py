"""Label the items of a wording that was changed: where those of the source counted up, the new ones do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from mou_tui.draft.blocks import Item
from mou_tui.draft.list_labels import next_label
from mou_tui.exchange.returned.wording_lines import Entry, Line
from mou_tui.exchange.returned.wording_markup import written_label

Heads: TypeAlias = "Sequence[str | None]"
"""For each block of the source that counts up from the one before it, the first label of its list; else None."""


@dataclass(frozen=True)
class Piece:
    """Hold a block of the new wording."""

    entry: Entry
    lines: tuple[str, ...]
    old: int | None = None
    """Index of the block of the source that it was, if any."""


def relabeled(pieces: Sequence[Piece], continues: Heads) -> Iterator[Piece]:
    """Yield pieces with the labels of their items counting up where those of the source do.

    Args:
        pieces: the blocks of the new wording.
        continues: what `continuing` says of the blocks of the source.
    """
    series: dict[int, list[str]] = {}
    for index, piece in enumerate(pieces):
        entry = piece.entry
        if not isinstance(entry, Line) or not entry.label:
            series = {} if not isinstance(entry, Line) or not entry.level else series
            yield piece
            continue
        series = {level: labels for level, labels in series.items() if level <= entry.level}
        labels = series.setdefault(entry.level, [])
        label = _label(piece, entry, labels, pieces[index + 1 :], continues)
        labels.append(label)
        yield _with_label(piece, entry, label)


def _label(piece: Piece, entry: Line, labels: list[str], following: Iterable[Piece], continues: Heads) -> str:
    """Return the label of an item behind others of its level, whose labels are given."""
    after = next_label(labels[-1], labels[-2] if len(labels) > 1 else "") if labels else ""
    is_bullet = _is_bullet(entry)
    if after and _is_bullet(Line((), 0, labels[-1])) != is_bullet:
        after = ""
    if piece.old is None:
        return after or next(_heads(entry, following, continues), "") or written_label(entry.label)
    if continues[piece.old] is not None:
        return after or continues[piece.old] or entry.label
    return after if after and entry.label in labels else entry.label


def _heads(entry: Line, following: Iterable[Piece], continues: Heads) -> Iterator[str]:
    """Yield the first label of the list that an added item is before, if it does."""
    for piece in following:
        other = piece.entry
        if not isinstance(other, Line) or not other.label or other.level < entry.level:
            return
        if other.level == entry.level and piece.old is not None and _is_bullet(other) == _is_bullet(entry):
            yield continues[piece.old] or other.label
            return


def continuing(entries: Sequence[Entry]) -> list[str | None]:
    """Return for each item that counts up from the one before it the first label of its list; None for all else."""
    heads: list[str | None] = []
    series: dict[int, tuple[str, list[str]]] = {}
    for entry in entries:
        if not isinstance(entry, Line) or not entry.label:
            series = {} if not isinstance(entry, Line) or not entry.level else series
            heads.append(None)
            continue
        series = {level: held for level, held in series.items() if level <= entry.level}
        head, labels = series.get(entry.level, ("", []))
        if labels and entry.label == next_label(labels[-1], labels[-2] if len(labels) > 1 else ""):
            heads.append(head)
            labels.append(entry.label)
        else:
            heads.append(None)
            series[entry.level] = (entry.label, [entry.label])
    return heads


def _with_label(piece: Piece, entry: Line, label: str) -> Piece:
    first, *further_lines = piece.lines
    content = first.lstrip()
    held = next((held for held in (entry.label, written_label(entry.label)) if content.startswith(held)), label)
    if held == label:
        return piece
    indent = first[: len(first) - len(content)]
    return replace(piece, lines=(f"{indent}{label}{content[len(held) :]}", *further_lines))


def _is_bullet(line: Line) -> bool:
    return Item(line.label, ()).kind == "bullet"


def has_label(entry: Entry) -> bool:
    """Tell whether an entry is an item."""
    return isinstance(entry, Line) and bool(entry.label)
