"""The answer to one question, made of those of two sides: each field by its own rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TypeVar

from mou_tui.merging.alternatives import contested_entries, merged_alternatives, of_text, pending_texts
from mou_tui.merging.log import MergeLog
from mou_tui.merging.records import latest, merged_extra, merged_mapping
from mou_tui.merging.side import Side, reported_via, with_reported
from mou_tui.merging.three_way import canonical, greater, merged_set, three_way
from mou_tui.session.history import Entry
from mou_tui.session.meeting import IN_FAVOR, Alternative, Position
from mou_tui.session.model import Answer, Session

T = TypeVar("T")


def merged_answer(clause_id: str, base: Answer, ours: Side, theirs: Side, log: MergeLog) -> Answer:
    """Return what both sides have for one question.

    Args:
        clause_id: question id, or that of an own clause.
        base: the answer that both began with.
        ours: one side.
        theirs: the other.
        log: collects what happened.
    """
    left, right = ours.session.answer(clause_id), theirs.session.answer(clause_id)
    if left == right:
        return left
    text, both_texts = _text(clause_id, base, ours, theirs, log.at)
    alternatives = merged_alternatives(clause_id, base.alternatives, left.alternatives, right.alternatives, log)
    new = {key: held for key, held in both_texts.items() if key not in alternatives}
    if new:
        for entry in contested_entries(clause_id, text, new, log.at):
            log.add(entry)
    place = f"answers.{clause_id}"
    is_reworded = _is_reworded(clause_id, base, left), _is_reworded(clause_id, base, right)
    return Answer(
        text=text,
        taken=_of_text(text, base, left, right, attrgetter("taken")),
        not_applicable=log.settle(
            f"{place}.not-applicable",
            base.not_applicable,
            left.not_applicable,
            right.not_applicable,
            held=left.not_applicable != right.not_applicable
            and (
                _sets_aside_what_other_wrote(base, left, is_reworded[1])
                or _sets_aside_what_other_wrote(base, right, is_reworded[0])
            ),
        ),
        later=latest(base.later, left.later, right.later, f"{place}.later", log),
        current=log.settle(f"{place}.current", base.current, left.current, right.current),
        points=merged_set(base.points, left.points, right.points),
        not_blanks=merged_set(base.not_blanks, left.not_blanks, right.not_blanks),
        alternatives={**alternatives, **dict(sorted(new.items()))},
        positions=_positions(clause_id, base, ours, theirs, log),
        origin=_of_text(text, base, left, right, attrgetter("origin")),
        gone_through=_of_text(text, base, left, right, attrgetter("gone_through")),
        extra=merged_extra(base.extra, left.extra, right.extra, place, log),
    )


def _text(clause_id: str, base: Answer, ours: Side, theirs: Side, at: str) -> tuple[str, dict[str, Alternative]]:
    """Return the text on the table, and what is next to it because both changed it, or one had said yes to it."""
    sides = (ours, theirs)
    left, right = (side.session.answer(clause_id) for side in sides)
    changed = [side for side in sides if not _is_same_text(side.session.answer(clause_id), base)]
    is_agreed = any(_holds(clause_id, base, side, by) for side, by in ((theirs, ours), (ours, theirs)))
    is_contested = pending_texts(clause_id, base.alternatives, left.alternatives, right.alternatives)
    if not is_contested and not is_agreed and (len(changed) < 2 or _is_same_text(left, right)):
        return three_way(base.text, left.text, right.text, max), {}
    return base.text, dict(of_text(clause_id, side.session.answer(clause_id), side, at) for side in changed)


def _is_same_text(left: Answer, right: Answer) -> bool:
    return left.text.strip() == right.text.strip()


def _is_reworded(clause_id: str, base: Answer, side: Answer) -> bool:
    pending = pending_texts(clause_id, base.alternatives, side.alternatives, {})
    return pending or (not _is_same_text(base, side) and bool(side.text.strip()))


def _sets_aside_what_other_wrote(base: Answer, side: Answer, is_other_reworded: bool) -> bool:
    return is_other_reworded and bool(side.not_applicable) and side.not_applicable != base.not_applicable


def _holds(clause_id: str, base: Answer, side: Side, by: Side) -> bool:
    """Return whether a side said yes to the wording that the other has changed.

    In the copy of a party any yes that another party has given counts, else those given since both parted.

    Args:
        clause_id: question id.
        base: the answer both began with.
        side: the one that may have said yes.
        by: the one that may have changed the wording.
    """
    answer, changed = side.session.answer(clause_id), by.session.answer(clause_id)
    if not base.text.strip() or not _is_same_text(answer, base) or _is_same_text(changed, base):
        return False
    return any(
        position.stand in IN_FAVOR
        and position.wording == base.wording
        and (position != base.positions.get(party) or (by.is_reply and party != by.party))
        for party, position in answer.positions.items()
    )


def _of_text(text: str, base: Answer, ours: Answer, theirs: Answer, value: Callable[[Answer], T]) -> T:
    """Return what belongs to a wording, as the sides have it that have the wording."""
    holders = [side for side in (ours, theirs) if side.text.strip() == text.strip()]
    if base.text.strip() != text.strip():
        return max(map(value, holders), key=canonical)
    before = value(base)
    left, right = (value(side) if side in holders else before for side in (ours, theirs))
    return three_way(before, left, right, greater)


def _positions(clause_id: str, base: Answer, ours: Side, theirs: Side, log: MergeLog) -> Mapping[str, Position]:
    left, right = ours.session.answer(clause_id), theirs.session.answer(clause_id)

    def rule(
        before: Position | None, first: Position | None, second: Position | None, place: str, log: MergeLog
    ) -> Position | None:
        def choose(first: Position | None, second: Position | None) -> Position | None:
            chosen = max(first, second, key=_standing)
            given_way = second if chosen == first else first
            if given_way:
                reporting = next((side for side in (ours, theirs) if side.party == given_way.reported), ours)
                log.add(_entry(clause_id, place, given_way, reporting.session))
            return chosen

        return three_way(before, first, second, choose)

    return merged_mapping(
        base.positions,
        with_reported(left.positions, base, right, ours),
        with_reported(right.positions, base, left, theirs),
        "",
        log,
        rule,
        None,
    )


def _standing(position: Position | None) -> tuple[bool, str, str]:
    """Return what a position is chosen by: what a party said itself, then what it said last."""
    return (not position.reported, position.at, canonical(position)) if position else (False, "", "")


def _entry(clause_id: str, party: str, position: Position, session: Session) -> Entry:
    """Return what was noted when a position was given; the session is that of whoever reported it."""
    return Entry(
        position.at,
        "position",
        clause_id,
        party,
        position.stand,
        position.who,
        position.by,
        position.reason,
        position.meeting,
        via=reported_via(position.via, session, position.reported) if position.reported else position.via,
        speaker=position.speaker,
    )
