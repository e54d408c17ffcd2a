"""What a reply changes, and what it leaves as the sender has it."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.merging.outgoing import outgoing
from mou_tui.session.codec import encode
from mou_tui.session.copies import CopyOf
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Meeting
from mou_tui.session.model import Signatory
from mou_tui.session.parts import Exhibit
from tests.merging.two_copies import (
    AT,
    BASE,
    FRAMED,
    LEAVE,
    STAY,
    WAIT,
    beside,
    merged,
    said,
    sent_to_the_district,
    written,
)


def test_a_reply_names_the_proposers() -> None:
    logged = replace(BASE, history=BASE.history.add(Entry("2026-12-01 10:00", "wording", "alpha", text=WAIT)))
    ours, copy = sent_to_the_district(logged)
    out = merged(written(ours, LEAVE), written(copy, STAY), None)

    assert (out.answer("alpha").text, beside(out)) == (WAIT, {LEAVE: "agency", STAY: "district"})
    assert out.copy is None


def test_what_a_reply_lacks_was_not_removed() -> None:
    ours, copy = sent_to_the_district(BASE)
    out = merged(ours, replace(copy, answers={}, facts={}, parties=()), None)

    assert out.answers == BASE.answers
    assert out.parties == BASE.parties


def test_what_a_reply_cleared_was_removed() -> None:
    ours, copy = sent_to_the_district(BASE)
    cleared = written(copy, "")
    cleared = replace(cleared, history=cleared.history.add(Entry("2026-12-05 10:00", "wording", "alpha")))

    assert merged(ours, cleared, None).answer("alpha").text == ""


def test_a_reply_does_not_change_alone_what_the_sender_agreed_to_before() -> None:
    ours, copy = sent_to_the_district(said(BASE, "agency"))
    out = merged(ours, written(copy, LEAVE), None)

    assert (out.answer("alpha").text, beside(out)) == (WAIT, {LEAVE: "district"})


def test_the_positions_of_a_reply_count_for_its_party_and_others_are_reported() -> None:
    ours, copy = sent_to_the_district(BASE)
    reply = said(said(copy, "district"), "agency")

    positions = merged(ours, reply, None).answer("alpha").positions
    assert (positions["district"].reported, positions["agency"].reported) == ("", "district")

    own = said(ours, "agency", "objects")
    assert merged(own, reply, None).answer("alpha").positions["agency"].stand == "objects"


def test_a_reply_does_not_rename_another_party() -> None:
    ours, copy = sent_to_the_district(BASE)
    renamed = copy.with_party(replace(copy.party("agency"), name="Lake Police"))
    renamed = renamed.with_party(replace(renamed.party("district"), name="Lake District"))
    out = merged(ours, renamed, None)

    assert (out.party("agency").name, out.party("district").name) == ("Lake City Police", "Lake District")
    assert ["Lake Police" in action.what for action in out.actions] == [True]


def test_a_meeting_that_one_party_held_alone_is_its_caucus() -> None:
    ours, copy = sent_to_the_district(BASE)
    alone = Meeting("m1", "2026-12-05 10:00", "2026-12-05 11:00", ("district",))
    both = Meeting("m2", "2026-12-06 10:00", "2026-12-06 11:00", ("agency", "district"))
    out = merged(ours, replace(copy, meetings=(alone, both)), None)

    assert [meeting.caucus for meeting in out.meetings] == ["district", ""]


def test_of_two_copies_for_one_party_comes_the_later_copy() -> None:
    _, copy = sent_to_the_district(BASE)
    later = replace(copy, copy=CopyOf("89abcdef", "district", "agency", "2026-12-20 09:00"))
    assert merged(copy, later).copy == merged(later, copy).copy == later.copy
    assert merged(BASE, copy).copy is None


def test_keys_that_the_program_does_not_know_go_to_nobody() -> None:
    strange = {"private": "ours alone"}
    party = replace(BASE.parties[0], signatories=(Signatory("Pat Doe", extra=strange),), extra=strange)
    session = replace(FRAMED, parties=(party, BASE.parties[1]), exhibits=(Exhibit("map", "Map", extra=strange),))
    session = session.with_answer("alpha", replace(session.answer("alpha"), extra=strange))
    made = outgoing(session, "district", copy_id="0000000a", agreement="00000000000a", at=AT)
    assert b"ours alone" not in encode(made.copy)
