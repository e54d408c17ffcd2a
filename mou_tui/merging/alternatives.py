"""Wordings next to the current one: those of both sides, and the texts of a clause that both changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mou_tui.language.text import short_hash
from mou_tui.merging.log import MergeLog
from mou_tui.merging.side import Side
from mou_tui.merging.three_way import greater, merged_order, three_way
from mou_tui.session.format import is_own_alternative
from mou_tui.session.history import Entry
from mou_tui.session.meeting import LEFT_OUT, Alternative
from mou_tui.session.model import Answer

Alternatives = Mapping[str, Alternative]


def of_text(clause_id: str, answer: Answer, side: Side, at: str) -> tuple[str, Alternative]:
    """Return what a side wrote as an alternative to the text, with its id; the same for the same words of a party."""
    wording = answer.text if answer.text.strip() else LEFT_OUT
    is_from_elsewhere = answer.origin is not None and answer.origin.digest == answer.wording
    came_with = answer.origin.ref if answer.origin and is_from_elsewhere else side.copy_id
    alternative = Alternative(wording, at, party=side.party, from_=came_with)
    return _id("text", clause_id, alternative), alternative


def _id(slot: str, clause_id: str, alternative: Alternative) -> str:
    content = (slot, clause_id, alternative.party, alternative.text.strip())
    return "alt-" + short_hash("\n".join(content))[:8]


def is_text_of_side(clause_id: str, held_id: str, alternative: Alternative) -> bool:
    """Return whether an alternative is the text of one side, which a merge put next to the clause."""
    return held_id == _id("text", clause_id, alternative)


def pending_texts(clause_id: str, base: Alternatives, ours: Alternatives, theirs: Alternatives) -> bool:
    """Return whether a side holds texts of an earlier merge that the room has not settled."""
    return any(
        held_id not in base and is_text_of_side(clause_id, held_id, alternative)
        for alternatives in (ours, theirs)
        for held_id, alternative in alternatives.items()
    )


def merged_alternatives(
    clause_id: str, base: Alternatives, ours: Alternatives, theirs: Alternatives, log: MergeLog
) -> dict[str, Alternative]:
    """Return the alternatives of both sides, none of them lost but those that a side withdrew or chose.

    Where a party has two different ones, both stand under ids of their own.
    """
    merged: dict[str, Alternative] = {}
    apart: dict[str, Alternative] = {}
    for held_id in dict.fromkeys((*base, *ours, *theirs)):
        sides = [side.get(held_id) for side in (base, ours, theirs)]
        is_pending = _is_pending(clause_id, held_id, base, ours, theirs)
        result, newly_apart = _settled(clause_id, held_id, *sides, is_pending=is_pending)
        if result is not None:
            merged[held_id] = result
        apart |= newly_apart
    for new_id, alternative in apart.items():
        merged[new_id] = greater(merged[new_id], alternative) if new_id in merged else alternative
    for new_id in sorted(apart):
        if new_id not in {*base, *ours, *theirs}:
            log.add(_entry(clause_id, new_id, apart[new_id], log.at))
    order = merged_order(list(base), list(ours), list(theirs), merged, lambda key: "")
    return {held_id: merged[held_id] for held_id in (*order, *sorted(merged.keys() - set(order)))}


def _settled(
    clause_id: str,
    held_id: str,
    base: Alternative | None,
    ours: Alternative | None,
    theirs: Alternative | None,
    *,
    is_pending: bool,
) -> tuple[Alternative | None, dict[str, Alternative]]:
    """Return what is under an id, and what must be under one of its own."""
    changed = [side for side in (ours, theirs) if side is not None and not _is_same(side, base)]
    texts = {side.text.strip() for side in changed}
    if not is_pending and len(texts) <= 1:
        return three_way(base, ours, theirs, _either), {}
    party = "" if is_own_alternative(held_id) else held_id
    moved = [replace(side, party=side.party or party) for side in changed]
    return base, dict(sorted((_id(f"of {held_id}", clause_id, side), side) for side in moved))


def _either(ours: Alternative | None, theirs: Alternative | None) -> Alternative | None:
    return greater(ours, theirs) if ours and theirs else ours or theirs


def _is_same(left: Alternative, right: Alternative | None) -> bool:
    return right is not None and left.text.strip() == right.text.strip()


def _is_pending(clause_id: str, held_id: str, base: Alternatives, ours: Alternatives, theirs: Alternatives) -> bool:
    return any(
        other_id not in base and other_id == _id(f"of {held_id}", clause_id, alternative)
        for side in (ours, theirs)
        for other_id, alternative in side.items()
    )


def contested_entries(clause_id: str, text: str, alternatives: Alternatives, at: str) -> Iterator[Entry]:
    """Yield what happened to a clause that both sides changed: its text came back, and theirs were put next to it."""
    yield Entry(at, "wording", clause_id, text=text)
    for held_id in sorted(alternatives):
        yield _entry(clause_id, held_id, alternatives[held_id], at)


def _entry(clause_id: str, held_id: str, alternative: Alternative, at: str) -> Entry:
    party, author, text = alternative.party, alternative.author, alternative.text.strip()
    return Entry(at, "alternative", clause_id, party, who=author, text=text, id=held_id)
