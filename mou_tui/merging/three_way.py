"""The choice between two values and the one that both began with; the same whichever side is named first."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from mou_tui.storage.schema import to_plain

T = TypeVar("T")


def canonical(value: object) -> str:
    """Return a value as text that tells it from any other, by which values are put in order; empty for nothing."""
    return json.dumps(to_plain(value), ensure_ascii=False) if value else ""


def three_way(base: T, ours: T, theirs: T, choose: Callable[[T, T], T]) -> T:
    """Return the value of the side that changed it; where both did, what `choose` makes of theirs."""
    if ours in (theirs, base):
        return theirs
    return ours if theirs == base else choose(ours, theirs)


def greater(ours: T, theirs: T) -> T:
    """Return the value that comes last in canonical order."""
    return max(ours, theirs, key=canonical)


def merged_set(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Return the elements of both sides, without those that one of them removed."""
    removed = [value for value in base if value not in ours or value not in theirs]
    if list(ours) == list(base) or list(theirs) == list(base) or list(ours) == list(theirs):
        return tuple(three_way(tuple(base), tuple(ours), tuple(theirs), greater))
    kept = [value for value in base if value not in removed]
    added = {value for value in (*ours, *theirs) if value not in base}
    return (*kept, *sorted(added, key=canonical))


def merged_order(
    base: Sequence[T], ours: Sequence[T], theirs: Sequence[T], kept: Collection[T], key: Callable[[T], str]
) -> list[T]:
    """Return what is kept of both sides in order: as the side has it that changed the order, with additions last.

    Args:
        base: what both began with.
        ours: one side.
        theirs: the other.
        kept: what is in the result; nothing but elements of the three.
        key: by what additions of both sides are sorted.
    """
    if ours in (base, theirs) or theirs == base:
        changed = theirs if ours == base else ours
        if set(kept) <= set(changed):
            return [value for value in changed if value in kept]
        # That side removed what is kept: it gets the place that it has where both sides changed the order.
    lasting = [value for value in base if value in kept]
    orders = [[value for value in side if value in set(lasting)] for side in (ours, theirs)]
    whole = [order if len(order) == len(lasting) else lasting for order in orders]
    ordered = three_way(lasting, whole[0], whole[1], greater)
    added = dict.fromkeys(value for value in (*ours, *theirs) if value in kept and value not in set(lasting))
    return [*ordered, *sorted(added, key=lambda value: (key(value), canonical(value)))]


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Return texts in canonical order, each once but for the space around it."""
    by_words: dict[str, str] = {}
    for value in sorted(values):
        by_words[value.strip()] = value
    return tuple(by_words[words] for words in sorted(by_words))
