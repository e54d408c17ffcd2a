"""Merge which laws and grants apply, and what the room pointed to for each requirement."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TypeVar

from mou_tui.merging.log import MergeLog
from mou_tui.session.model import Session

T = TypeVar("T")


def with_requirements(session: Session, base: Session, ours: Session, theirs: Session, log: MergeLog) -> Session:
    """Return a merged session with the layers and pointed sentences of both sides.

    Where the sides point to different sentences, none is pointed to any more and both are noted: the room has to
    choose.
    """
    layers = _merged(base.layers, ours.layers, theirs.layers, lambda layer: layer.id, both_stay=True)
    pointed = _merged(
        base.requirements, ours.requirements, theirs.requirements, lambda item: (item.layer, item.line), both_stay=False
    )
    known = {(item.layer, item.line) for item in pointed}
    for item in (*ours.requirements, *theirs.requirements):
        if item not in base.requirements and (item.layer, item.line) not in known:
            log.give_way(f"requirements.{item.layer}.{item.line}", item.text)
    return replace(session, layers=layers, requirements=pointed)


def _merged(
    base: tuple[T, ...], ours: tuple[T, ...], theirs: tuple[T, ...], key: Callable[[T], Hashable], *, both_stay: bool
) -> tuple[T, ...]:
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    before, left, right = ({key(item): item for item in items} for items in (base, ours, theirs))
    merged: list[T] = []
    for name in sorted({**before, **left, **right}, key=str):
        old, first, second = before.get(name), left.get(name), right.get(name)
        if first in (old, second):
            kept = second
        elif second == old:
            kept = first
        else:
            kept = max(filter(None, (first, second)), key=str) if both_stay else None
        merged += [kept] if kept is not None else []
    return tuple(merged)
