"""Two sessions made into one: what only one side changed is there, and what both changed is side by side.

The base is the session that both began with, or as much of it as a copy that was sent, or the history that both hold,
remembers. Where there is none, nothing is known to have been removed, and whatever differs is kept from both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import attrgetter

from mou_tui.errors import Refused
from mou_tui.frozen import NamedTuple
from mou_tui.merging.adoption import require_same_words, with_adoption
from mou_tui.merging.clauses import merged_answer
from mou_tui.merging.earlier import merged_paragraphs
from mou_tui.merging.histories import as_report, merged_history
from mou_tui.merging.log import MergeLog
from mou_tui.merging.parts import merged_opening_and_parts, merged_parties
from mou_tui.merging.proposals import merged_proposals
from mou_tui.merging.records import Rule, latest, merged_extra, merged_record, merged_records, union
from mou_tui.merging.requirements import with_requirements
from mou_tui.merging.sent import sent_base
from mou_tui.merging.shared import shared_base
from mou_tui.merging.side import Side, reported_via, sides_of, with_caucuses
from mou_tui.merging.three_way import merged_order
from mou_tui.session.copies import CopyOf
from mou_tui.session.history import History
from mou_tui.session.model import NO_ANSWER, Answer, ChecklistRef, Session

_DOCUMENT: dict[str, Rule] = {"paragraphs": merged_paragraphs}
_MEETING: dict[str, Rule] = {"parties": union, "people": union, "left": union}


class Merged(NamedTuple):
    """What came of a merge.

    Attributes:
        session: The merged session.
        base: What both sides were held to have started from.
        is_base_whole: Whether that is a session, and not only what digests remember.
        contested: Places outside the clauses where the room is asked which of two texts holds.
    """

    session: Session
    base: Session
    is_base_whole: bool
    contested: tuple[str, ...]


def merge(
    ours: Session, theirs: Session, base: Session | None = None, *, at: str, parties: tuple[str, str] = ("", "")
) -> Merged:
    """Return two sessions as one.

    Args:
        ours: one side.
        theirs: the other; the order matters only for the order of alternatives.
        base: what both began with; by default what was remembered when a copy was sent, or what the history says
            that both hold.
        at: local time to the minute, of what the merge itself notes.
        parties: ids of the parties whose the sides are, where no copy says so.

    Raises:
        Refused: they are not of one agreement, or one is in force and the other has other words.
    """
    _check(ours, theirs)
    if base is not None:
        _check(ours, base)
    before = (
        base
        or sent_base(ours, theirs)
        or shared_base(ours, theirs)
        or Session(replace(ours.checklist, version="", extra={}))
    )
    log = MergeLog(before, ours, theirs, at)
    sides = sides_of(ours, theirs, parties)
    session = merged_opening_and_parts(before, ours, theirs, log)
    session = replace(
        session,
        checklist=_checklist(before, ours, theirs, log),
        depth=latest(before.depth, ours.depth, theirs.depth, "depth", log),
        parties=merged_parties(before, *sides, log),
        answers=_answers(before, *sides, log),
        extra=merged_extra(before.extra, ours.extra, theirs.extra, "", log),
    )
    session = with_requirements(_with_meetings(session, before, sides, log), before, ours, theirs, log)
    session = with_adoption(session, before, ours, theirs, log)
    known = {action.id for action in session.actions}
    asked = tuple(action for action in log.actions if action.id not in known)
    left, right = _histories(before, *sides)
    history = merged_history(before.history, left, right, log.entries)
    session = replace(session, actions=(*session.actions, *asked), history=history)
    require_same_words(session, ours, theirs)
    return Merged(session, before, base is not None, tuple(log.contested))


def why_apart(ours: Session, theirs: Session) -> str:
    """Return why two sessions cannot be merged, to follow what they are; empty if they can."""
    if ours.checklist.id != theirs.checklist.id:
        return "sessions of two different checklists"
    is_another = ours.agreement and theirs.agreement and ours.agreement != theirs.agreement
    return "copies of two different agreements" if is_another else ""


def _check(ours: Session, theirs: Session) -> None:
    if why := why_apart(ours, theirs):
        raise Refused(f"These are {why}, so they cannot be merged. Nothing was written.")


def _histories(base: Session, ours: Side, theirs: Side) -> Iterator[History]:
    """Yield the histories of both sides; what a party's copy notes of the positions of others is its report."""
    for side, right in ((ours, theirs), (theirs, ours)):
        history = side.session.history
        if side.is_reply:
            via = partial(reported_via, session=side.session, reporter=side.party)
            history = as_report(history, (base.history, right.session.history), side.party, via)
        yield history


def _checklist(base: Session, ours: Session, theirs: Session, log: MergeLog) -> ChecklistRef:
    left, right = ours.checklist, theirs.checklist
    return left if left == right else merged_record(base.checklist, left, right, "checklist", log, {"version": _newer})


def _newer(base: str, ours: str, theirs: str, place: str, log: MergeLog) -> str:
    """Return the later version of the checklist; it is no words of anybody."""
    return theirs if ours == base else ours if theirs == base else max(ours, theirs)


def _answers(base: Session, ours: Side, theirs: Side, log: MergeLog) -> dict[str, Answer]:
    before, left, right = base.answers, ours.session.answers, theirs.session.answers
    merged: dict[str, Answer] = {}
    for clause_id in dict.fromkeys((*before, *left, *right)):
        answer = merged_answer(clause_id, base.answer(clause_id), ours, theirs, log)
        # An answer without anything in it is kept as the sides have it.
        is_held = (clause_id in left) + (clause_id in right) - (clause_id in before) > 0
        if answer != NO_ANSWER or is_held:
            merged[clause_id] = answer
    order = merged_order(list(before), list(left), list(right), merged, str)
    return {clause_id: merged[clause_id] for clause_id in order}


def _with_meetings(session: Session, base: Session, sides: tuple[Side, Side], log: MergeLog) -> Session:
    """Return the session with the people, meetings, actions, and documents of both sides, in order of time."""
    ours, theirs = (side.session for side in sides)
    met = with_caucuses(sides[0], base, theirs), with_caucuses(sides[1], base, ours)
    return replace(
        session,
        people=merged_records(base.people, ours.people, theirs.people, "people", log, key=attrgetter("name")),
        meetings=merged_records(base.meetings, met[0], met[1], "meetings", log, _MEETING, key=attrgetter("began")),
        actions=merged_records(base.actions, ours.actions, theirs.actions, "actions", log, key=attrgetter("at")),
        earlier=merged_records(
            base.earlier, ours.earlier, theirs.earlier, "earlier", log, _DOCUMENT, key=attrgetter("read")
        ),
        taken_in=merged_records(
            base.taken_in, ours.taken_in, theirs.taken_in, "taken-in", log, {"kept": union}, key=attrgetter("at")
        ),
        proposals=merged_proposals(base.proposals, ours.proposals, theirs.proposals, log),
        agreement=ours.agreement or theirs.agreement,
        sent=merged_records(base.sent, ours.sent, theirs.sent, "sent", log, key=attrgetter("at")),
        copy=_copy(ours, theirs),
    )


def _copy(ours: Session, theirs: Session) -> CopyOf | None:
    """Return whose copy comes of two sessions: of two for one party the later, of a session and a copy none."""
    left, right = ours.copy, theirs.copy
    if left is None or right is None or left.to != right.to:
        return None
    return max(left, right, key=lambda copy: (copy.at, copy.id))
