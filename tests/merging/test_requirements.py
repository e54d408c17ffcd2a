"""Merging what two sides pointed to beside the law."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.merging.sessions import merge
from mou_tui.session.model import Session
from mou_tui.session.requirements import LayerRef, PointedSentence
from tests.strategies import EMPTY

FIRST, SECOND = PointedSentence("wa", "climate", "alpha", "One."), PointedSentence("wa", "data", "alpha", "Two.")
BASE = replace(EMPTY, layers=(LayerRef("wa", "1"),), requirements=(FIRST,))


def merged(ours: Session, theirs: Session) -> Session:
    one = merge(ours, theirs, BASE, at="2026-11-30 10:00").session
    other = merge(theirs, ours, BASE, at="2026-11-30 10:00").session
    assert (one.layers, one.requirements) == (other.layers, other.requirements)
    return one


def test_what_either_side_pointed_to_stays_and_what_either_took_away_goes() -> None:
    theirs = replace(BASE, requirements=(FIRST, SECOND), layers=(*BASE.layers, LayerRef("us", "1")))
    assert merged(BASE, theirs).requirements == (FIRST, SECOND)
    assert merged(BASE, theirs).layers == theirs.layers
    assert merged(replace(BASE, requirements=()), theirs).requirements == (SECOND,)


def test_where_both_point_elsewhere_the_room_chooses_again() -> None:
    ours = replace(BASE, requirements=(replace(FIRST, text="Ours."),))
    theirs = replace(BASE, requirements=(replace(FIRST, text="Theirs."),))
    out = merged(ours, theirs)
    assert out.requirements == ()
    notes = [entry.text for entry in out.history.entries]
    assert notes == [
        f"The other copy had, for the sentence beside “wa.climate”: {text}" for text in ("Ours.", "Theirs.")
    ]
