"""Name what is given as a date of the agreement or of a signature and is on no calendar."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.language.impossible_dates import why_impossible
from mou_tui.session.model import Session


def impossible_term_dates(checklist: Checklist, session: Session) -> tuple[str, ...]:
    """Return what is wrong with the dates among the facts ("End date “June 31, 2029”: June has 30 days")."""
    return tuple(_impossible(checklist, session))


def _impossible(checklist: Checklist, session: Session) -> Iterator[str]:
    for fact in checklist.facts:
        value = session.facts.get(fact.id, "")
        if fact.kind == "date" and (reason := why_impossible(value)):
            yield f"{fact.label} “{value}”: {reason}"
