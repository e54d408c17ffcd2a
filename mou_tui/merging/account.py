"""What a merge came to: which clauses which side changed, what came in, and what the room is asked; no words of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from mou_tui.frozen import NamedTuple
from mou_tui.language.text import join_and, pluralize
from mou_tui.merging.alternatives import is_text_of_side
from mou_tui.merging.sessions import Merged
from mou_tui.session.model import Session

_NOTED = ("decision", "note", "milestone")


class Account(NamedTuple):
    """What each side changed, by clause id.

    Attributes:
        ours: Clauses that only ours changed.
        theirs: Clauses that only theirs changed.
        both: Clauses that both changed.
        side_by_side: Clauses of which the texts of both stand side by side.
        asked: Places outside the clauses where the room is asked which text holds.
        brought: How many decisions, notes, milestones, meetings and actions came from theirs, by kind.
    """

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    both: tuple[str, ...]
    side_by_side: tuple[str, ...]
    asked: tuple[str, ...]
    brought: Mapping[str, int]


def account_of(merged: Merged, ours: Session, theirs: Session) -> Account:
    """Return what a merge of two sessions came to."""
    changed = [_changed(merged, *sides) for sides in ((ours, theirs), (theirs, ours))]
    side_by_side = tuple(
        clause_id
        for clause_id, answer in merged.session.answers.items()
        if any(is_text_of_side(clause_id, key, alternative) for key, alternative in answer.alternatives.items())
    )
    every = tuple(merged.session.answers)
    return Account(
        ours=tuple(clause_id for clause_id in every if clause_id in changed[0] - changed[1]),
        theirs=tuple(clause_id for clause_id in every if clause_id in changed[1] - changed[0]),
        both=tuple(clause_id for clause_id in every if clause_id in changed[0] & changed[1]),
        side_by_side=side_by_side,
        asked=merged.contested,
        brought=_brought(ours, theirs),
    )


def _changed(merged: Merged, side: Session, other: Session) -> set[str]:
    """Return the clauses that a side changed; of what only digests remember, nothing but the words can be compared."""
    base, clause_ids = merged.base, {**merged.base.answers, **side.answers}
    if merged.is_base_whole:
        return {clause_id for clause_id in clause_ids if side.answer(clause_id) != base.answer(clause_id)}
    texts = ((key, [held.answer(key).text.strip() for held in (base, side, other)]) for key in clause_ids)
    return {clause_id for clause_id, (before, text, other_text) in texts if text not in (before, other_text)}


def _brought(ours: Session, theirs: Session) -> Mapping[str, int]:
    brought = Counter(kind for kind, *_ in (_noted(theirs) - _noted(ours)).elements())
    meetings, actions = ({held.id for held in side} for side in (ours.meetings, ours.actions))
    brought["meeting"] = sum(meeting.id not in meetings for meeting in theirs.meetings)
    brought["action"] = sum(action.id not in actions for action in theirs.actions)
    return {kind: brought[kind] for kind in ("meeting", *_NOTED, "action") if brought[kind]}


def _noted(session: Session) -> Counter[tuple[str, str, str]]:
    return Counter((entry.kind, entry.at, entry.text) for entry in session.history.entries if entry.kind in _NOTED)


def as_words(account: Account) -> str:
    """Return the account in a sentence or two ("3 clauses changed by them, 2 by both; nothing lost.")."""
    groups = [(account.theirs, "by them"), (account.ours, "by us"), (account.both, "by both")]
    counted = [(len(clauses), by) for clauses, by in groups if clauses]
    changes = [f"{pluralize(counted[0][0], 'clause')} changed {counted[0][1]}"] if counted else ["No clause changed"]
    changes += [f"{count} {by}" for count, by in counted[1:]]
    things = [pluralize(count, kind) for kind, count in account.brought.items()]
    came = f"; {join_and(things)} of theirs came in" if things else ""
    sentences = [f"{', '.join(changes)}{came}; nothing lost."]
    if account.side_by_side:
        clauses_have = "clause has" if len(account.side_by_side) == 1 else "clauses have"
        sentences.append(
            f"{len(account.side_by_side)} {clauses_have} wordings side by side: open the session to choose."
        )
    if account.asked:
        places = "place" if len(account.asked) == 1 else "places"
        sentences.append(f"Outside the clauses, {len(account.asked)} {places} to settle: see the agenda.")
    return " ".join(sentences)


def as_object(account: Account) -> dict[str, object]:
    """Return the account as data for other programs."""
    return {
        "changed_by_us": list(account.ours),
        "changed_by_them": list(account.theirs),
        "changed_by_both": list(account.both),
        "side_by_side": list(account.side_by_side),
        "to_settle": list(account.asked),
        "came_in": dict(account.brought),
    }
