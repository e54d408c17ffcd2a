"""What two copies changed outside the clauses."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.merging.outgoing import outgoing
from mou_tui.merging.sessions import merge
from mou_tui.session.parts import Exhibit
from tests.merging.two_copies import AT, FRAMED, merged


def test_what_one_side_alone_changed_outside_the_clauses_is_there_after_a_reply() -> None:
    made = outgoing(FRAMED, "district", copy_id="0000000a", agreement="00000000000a", at=AT)
    ours = replace(made.original, title="Agreement on school officers")
    theirs = replace(made.copy, counsel="Each party insures itself.", exhibits=(Exhibit("map", "Map"),))

    out = merge(ours, theirs, at=AT).session

    assert (out.title, out.counsel, out.exhibits[0].title) == (ours.title, theirs.counsel, "Map")
    assert (out.clauses, out.replaces, out.actions) == (FRAMED.clauses, FRAMED.replaces, ())


def test_no_place_is_left_empty_where_nobody_knows_what_both_began_with() -> None:
    one = replace(FRAMED, opening="These parties agree.", facts={"state": "Ohio"})
    other = replace(FRAMED, title="Agreement on school officers", opening="The parties agree.", facts={"state": "Utah"})

    out = merged(one, other, None)

    assert out.title in (one.title, other.title)
    assert out.opening in (one.opening, other.opening)
    assert out.facts["state"] in ("Ohio", "Utah")
    assert {action.proposes.place for action in out.actions if action.proposes} >= {"opening", "facts.state"}
