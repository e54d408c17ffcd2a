"""What two sides recorded of the adoption; the words of an agreement in force come out of a merge as they were."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.errors import Refused
from mou_tui.language.text import lower_first
from mou_tui.merging.log import MergeLog
from mou_tui.merging.records import merged_record
from mou_tui.session.in_force import InForce
from mou_tui.session.model import Session
from mou_tui.session.standing import agreement_digest, standing


def with_adoption(session: Session, base: Session, ours: Session, theirs: Session, log: MergeLog) -> Session:
    """Return a merged session with what both sides recorded of the adoption, and of what the agreement amends."""
    return replace(
        session,
        in_force=_merged(base.in_force, ours.in_force, theirs.in_force, log),
        amends=ours.amends or theirs.amends,
        renews=ours.renews or theirs.renews,
    )


def require_same_words(merged: Session, *sides: Session) -> None:
    """Let a merge stand if no side is in force, or the words are still those of the side that is.

    Raises:
        Refused: the other side has other words, and they would change what was adopted.
    """
    for side in sides:
        if side.in_force and (_has_open_choices(merged) or agreement_digest(merged) != agreement_digest(side)):
            raise Refused(
                f"One of these is an agreement as it was adopted ({lower_first(standing(side))}), and the other has "
                "other words, so they cannot be merged. A change in mid-term is an amendment. Nothing was written."
            )


def _merged(base: InForce | None, ours: InForce | None, theirs: InForce | None, log: MergeLog) -> InForce | None:
    if ours and theirs:
        return merged_record(base, ours, theirs, "in-force", log)
    if ours == base:
        return theirs
    return ours if theirs == base else ours or theirs


def _has_open_choices(session: Session) -> bool:
    return any(answer.alternatives for answer in session.answers.values())
