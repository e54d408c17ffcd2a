"""Records with ids, such as parties, people and meetings: field by field, and none lost because the other lacks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING, Any, TypeVar

from mou_tui.merging.log import MergeLog
from mou_tui.merging.three_way import greater, merged_order, merged_set, three_way

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")
T = TypeVar("T")

NO_RULES: Mapping[str, Rule] = {}
Rule = Callable[[Any, Any, Any, str, MergeLog], Any]
"""Makes one value of three: what both began with, ours, theirs; then the place and the log."""


def latest(base: T, ours: T, theirs: T, place: str, log: MergeLog) -> T:
    """Return the value of the side that changed it; of two changes one, and the other goes into the history."""

    def choose(ours: T, theirs: T) -> T:
        chosen = greater(ours, theirs)
        log.give_way(place, theirs if chosen == ours else ours)
        return chosen

    return three_way(base, ours, theirs, choose)


def settled(base: str, ours: str, theirs: str, place: str, log: MergeLog) -> str:
    """Return a text as `MergeLog.settle` does."""
    return log.settle(place, base, ours, theirs)


def union(base: tuple[T, ...], ours: tuple[T, ...], theirs: tuple[T, ...], place: str, log: MergeLog) -> tuple[T, ...]:
    """Return what is in either, without what one side removed."""
    return merged_set(base, ours, theirs)


def merged_mapping(
    base: Mapping[str, T],
    ours: Mapping[str, T],
    theirs: Mapping[str, T],
    place: str,
    log: MergeLog,
    rule: Rule = latest,
    empty: object = "",
) -> dict[str, T]:
    """Return the entries of both mappings, each made by a rule; what one side changed outlives its removal.

    Args:
        base: what both began with.
        ours: one side.
        theirs: the other.
        place: where it is.
        log: collects what gives way.
        rule: for an entry that is in several.
        empty: stands for an entry that is not there.
    """
    merged = {}
    for key in dict.fromkeys((*base, *ours, *theirs)):
        held = [side.get(key, empty) for side in (base, ours, theirs)]
        is_in_both, is_in_either = key in ours and key in theirs, key in ours or key in theirs
        if is_in_both or (is_in_either and _is_news(key, base, ours, theirs)):
            # One that is missing on one side, though the other changed it, is as it was there.
            present = [held[0] if key not in side else side[key] for side in (ours, theirs)]
            merged[key] = rule(held[0], present[0], present[1], f"{place}.{key}" if place else key, log)
    order = merged_order(list(base), list(ours), list(theirs), merged, lambda key: "")
    return {key: merged[key] for key in order}


def _is_news(key: str, base: Mapping[str, T], ours: Mapping[str, T], theirs: Mapping[str, T]) -> bool:
    side = ours if key in ours else theirs
    return key not in base or side[key] != base[key]


def merged_extra(
    base: Mapping[str, T], ours: Mapping[str, T], theirs: Mapping[str, T], place: str, log: MergeLog
) -> dict[str, T]:
    """Return the keys that this program does not know."""
    return merged_mapping(base, ours, theirs, place, log)


def merged_record(
    base: R | None,
    ours: R,
    theirs: R,
    place: str,
    log: MergeLog,
    rules: Mapping[str, Rule] = NO_RULES,
) -> R:
    """Return a record of which each field is made by its rule, or by `latest`.

    Args:
        base: what both began with; None where it was added.
        ours: one side.
        theirs: the other.
        place: where it is.
        log: collects what gives way.
        rules: for fields, by name.
    """
    if ours == theirs:
        return ours
    values = {}
    for field in fields(ours):
        before = getattr(base, field.name) if base is not None else _default(field, getattr(ours, field.name))
        rule = rules.get(field.name, merged_extra if field.name == "extra" else latest)
        name = field.name.rstrip("_").replace("_", "-")
        where = place if field.name == "extra" else f"{place}.{name}"
        values[field.name] = rule(before, getattr(ours, field.name), getattr(theirs, field.name), where, log)
    return type(ours)(**values)


def _default(field: Field[Any], value: object) -> object:
    if field.name == "id":
        return value
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else type(value)()


def merged_records(
    base: Iterable[R],
    ours: Iterable[R],
    theirs: Iterable[R],
    place: str,
    log: MergeLog,
    rules: Mapping[str, Rule] = NO_RULES,
    *,
    key: Callable[[Any], str] = lambda record: "",
    identity: Callable[[Any], str] = lambda record: record.id,
    held: Iterable[str] = (),
) -> tuple[R, ...]:
    """Return the records of both lists in order.

    Args:
        base: what both began with.
        ours: one side.
        theirs: the other.
        place: where they are.
        log: collects what gives way.
        rules: for fields, by name.
        key: by what added records are sorted.
        identity: what tells a record from the others.
        held: ids of records that no side may remove alone.
    """
    sides = [_by_id(side, identity) for side in (base, ours, theirs)]
    before, left, right = sides
    kept: dict[tuple[str, int], R] = {}
    for record_id in dict.fromkeys((*before, *left, *right)):
        first, second = left.get(record_id), right.get(record_id)
        if first is not None and second is not None:
            where = f"{place}.{record_id[0]}"
            kept[record_id] = merged_record(before.get(record_id), first, second, where, log, rules)
            continue
        present = first if first is not None else second
        # What one side removed and the other left as it was is removed.
        if present is not None and (present != before.get(record_id) or record_id[0] in set(held)):
            kept[record_id] = present
    order = merged_order(list(before), list(left), list(right), kept, lambda record_id: key(kept[record_id]))
    return tuple(kept[record_id] for record_id in order)


def _by_id(records: Iterable[R], identity: Callable[[Any], str]) -> dict[tuple[str, int], R]:
    """Return records by id, and by how many of that id are before it: a file put together by hand may have two."""
    by_id: dict[tuple[str, int], R] = {}
    for record in records:
        number = 0
        while (identity(record), number) in by_id:
            number += 1
        by_id[identity(record), number] = record
    return by_id
