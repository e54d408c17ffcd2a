"""What becomes of one clause that two copies changed, and of who said yes to it."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.merging.outgoing import outgoing
from mou_tui.merging.sent import digests_of
from mou_tui.merging.sessions import merge
from mou_tui.reports.wording_versions import WordingVersions
from mou_tui.session.codec import encode
from mou_tui.session.copies import CopyOf, SentCopy
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Alternative, Meeting, Position, Stance
from mou_tui.session.model import Answer, Party, Session, Signatory
from mou_tui.session.parts import Exhibit, OwnClause, ReplacedAgreement
from tests.strategies import EMPTY

AT = "2026-12-10 09:00"
WAIT, LEAVE, STAY = "The SRO shall wait.", "The SRO may leave.", "The SRO shall stay."
BASE = replace(
    EMPTY,
    parties=(Party("agency", name="Lake City Police"), Party("district", name="Lake City USD")),
    answers={"alpha": Answer(WAIT), "beta": Answer(STAY)},
)


def written(session: Session, text: str, clause_id: str = "alpha") -> Session:
    return session.with_answer(clause_id, replace(session.answer(clause_id), text=text))


def said(session: Session, party: str, stand: Stance = "agrees") -> Session:
    answer = session.answer("alpha")
    position = Position(stand, answer.wording, at="2026-12-01 10:00")
    return session.with_answer("alpha", replace(answer, positions={**answer.positions, party: position}))


def merged(ours: Session, theirs: Session, base: Session | None = BASE) -> Session:
    return merge(ours, theirs, base, at=AT).session


def beside(session: Session, clause_id: str = "alpha") -> dict[str, str]:
    """The wordings beside a clause, each with the party that wants it."""
    alternatives = session.answer(clause_id).alternatives
    return {held.text: held.proposer(held_id) for held_id, held in alternatives.items()}


def sent_to_the_district(session: Session) -> tuple[Session, Session]:
    """The session that remembers what was sent, and the copy of the district."""
    copy = CopyOf("0123abcd", "district", "agency", AT)
    sent = SentCopy("0123abcd", "district", AT, digests_of(session))
    return replace(session, agreement="0123456789ab", sent=(sent,)), replace(
        session, agreement="0123456789ab", copy=copy
    )


def test_two_texts_stand_beside_the_one_both_began_with() -> None:
    out = merged(written(BASE, LEAVE), written(BASE, STAY))

    assert out.answer("alpha").text == WAIT
    assert beside(out) == {LEAVE: "", STAY: ""}
    assert all(held_id.startswith("alt-") for held_id in out.answer("alpha").alternatives)
    assert [(entry.kind, entry.text) for entry in out.history.entries] == [
        ("alternative", LEAVE),
        ("alternative", STAY),
        ("wording", WAIT),
    ]


def test_the_same_text_on_both_sides_is_just_there() -> None:
    out = merged(written(BASE, LEAVE), written(BASE, f"{LEAVE}\n"))

    assert out.answer("alpha").text.strip() == LEAVE
    assert not beside(out)


def test_a_text_that_one_cleared_and_the_other_rewrote_is_asked() -> None:
    out = merged(written(BASE, ""), written(BASE, STAY))

    assert (out.answer("alpha").text, beside(out)) == (WAIT, {"Reserved.": "", STAY: ""})


def test_what_the_other_said_yes_to_meanwhile_is_not_changed_alone() -> None:
    out = merged(said(BASE, "agency"), written(BASE, LEAVE))

    assert (out.answer("alpha").text, beside(out)) == (WAIT, {LEAVE: ""})
    assert out.answer("alpha").positions["agency"].wording == Answer(WAIT).wording


def test_an_objection_holds_up_nothing_and_is_to_confirm() -> None:
    out = merged(said(BASE, "agency", "objects"), written(BASE, LEAVE))

    answer = out.answer("alpha")
    assert (answer.text, beside(out)) == (LEAVE, {})
    assert answer.positions["agency"].wording == Answer(WAIT).wording != answer.wording


def test_a_clause_set_aside_by_one_and_rewritten_by_the_other_still_applies_and_is_asked() -> None:
    aside = BASE.with_answer("alpha", replace(BASE.answer("alpha"), not_applicable="no schools"))
    out = merged(aside, written(BASE, LEAVE))

    assert (out.answer("alpha").text, out.answer("alpha").not_applicable) == (LEAVE, "")
    assert ["no schools" in action.what for action in out.actions] == [True]


def test_two_alternatives_of_one_party_both_stand() -> None:
    def proposed(text: str) -> Session:
        return BASE.with_answer("alpha", Answer(WAIT, alternatives={"district": Alternative(text)}))

    out = merged(proposed(LEAVE), proposed(STAY))

    assert beside(out) == {LEAVE: "district", STAY: "district"}


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


def test_of_a_fact_the_earlier_words_stay_and_the_room_is_asked() -> None:
    base = BASE.with_fact("start-date", "July 1")
    ours, theirs = base.with_fact("start-date", "August 1"), base.with_fact("start-date", "May 1")
    result = merge(ours, theirs, base, at=AT)

    assert result.session.facts == {"start-date": "July 1"}
    assert result.contested == ("facts.start-date",)
    proposals = [action.proposes for action in result.session.actions]
    assert sorted(held.text for held in proposals if held) == ["August 1", "May 1"]


def test_a_fact_that_one_cleared_and_the_other_rewrote_is_asked() -> None:
    base = replace(BASE, facts={"state": "Ohio"})
    ours, theirs = replace(base, facts={}), replace(base, facts={"state": "Iowa"})
    out = merge(ours, theirs, base, at=AT)

    assert (out.session.facts, out.contested) == ({"state": "Ohio"}, ("facts.state",))
    assert sorted(action.proposes.text for action in out.session.actions if action.proposes) == ["", "Iowa"]
    assert merged(out.session, ours, base) == out.session == merged(out.session, theirs, base)
    assert merged(ours, base, base).facts == {}


def test_what_a_reply_notes_of_the_positions_of_others_is_its_report_in_the_history() -> None:
    session, copy = sent_to_the_district(BASE)
    said = [
        Entry("2026-12-01 10:00", "position", "alpha", "agency", "agrees"),
        Entry("2026-12-01 10:01", "position", "alpha", "district", "objects", text="the fee"),
        Entry("2026-12-01 10:02", "position", "alpha", "agency", "agrees", via="letter"),
    ]
    copy = replace(copy, history=copy.history.add(*said))
    out = merged(session, copy, None)

    assert [entry.via for entry in out.history.entries] == [
        "as reported by Lake City USD",
        "",
        "letter, as reported by Lake City USD",
    ]
    assert merged(out, copy, None) == out


def test_a_position_keeps_the_wording_it_was_given_on_when_another_was_noted_before_it() -> None:
    session, copy = sent_to_the_district(written(BASE, WAIT))
    first = Entry("2026-12-01 09:00", "wording", "alpha", text=WAIT)
    session = replace(session, history=session.history.add(first))
    ours = written(session, LEAVE)
    ours = replace(ours, history=ours.history.add(Entry("2026-12-02 09:00", "wording", "alpha", text=LEAVE)))
    agreed = Entry("2026-12-03 09:00", "position", "alpha", "district", "objects")
    theirs = replace(copy, history=copy.history.add(replace(first, at=""), agreed))
    out = merged(ours, theirs, None)

    assert [(entry.kind, entry.at[:10]) for entry in out.history.entries] == [
        ("wording", "2026-12-01"),
        ("wording", "2026-12-02"),
        ("position", "2026-12-03"),
    ]
    assert out.history.entries[-1].wording == Answer(WAIT).wording
    (version,) = (held for held in WordingVersions(out).of("alpha") if held.positions)
    assert version.text == WAIT
    assert merged(out, theirs, None) == out == merged(out, ours, None)


def test_what_was_there_before_anything_was_noted_stays_so_after_a_second_merge() -> None:
    session, copy = sent_to_the_district(BASE)
    before, after = (Entry(at, "wording", "alpha", text=WAIT) for at in ("", "2026-12-01 09:00"))
    session = replace(session, history=session.history.add(before))
    out = merged(written(session, LEAVE), written(copy, STAY), None)
    assert merged(out, written(copy, STAY), None) == out

    known = replace(session, history=BASE.history.add(after))
    theirs = written(replace(copy, history=copy.history.add(before)), STAY)
    assert "" not in [entry.at for entry in merged(known, theirs, None).history.entries]


def test_of_two_copies_for_one_party_comes_the_later_copy() -> None:
    _, copy = sent_to_the_district(BASE)
    later = replace(copy, copy=CopyOf("89abcdef", "district", "agency", "2026-12-20 09:00"))
    assert merged(copy, later).copy == merged(later, copy).copy == later.copy
    assert merged(BASE, copy).copy is None


def test_of_two_copies_of_one_session_the_history_they_share_says_what_is_new() -> None:
    noted = replace(BASE, history=BASE.history.add(Entry("2026-12-01 10:00", "wording", "alpha", text=WAIT)))
    agreed = said(noted, "agency")
    ours, theirs = written(agreed, LEAVE), written(agreed, STAY, "beta")
    theirs = replace(
        theirs,
        history=theirs.history.add(
            Entry("", "wording", "beta", text=BASE.answer("beta").text),
            Entry("2026-12-02 10:00", "wording", "beta", text=STAY),
        ),
    )
    out = merged(ours, theirs, None)

    assert [out.answer(clause_id).text for clause_id in ("alpha", "beta")] == [LEAVE, STAY]
    assert not beside(out)


def test_history_comes_together_in_order_of_time() -> None:
    def noted(session: Session, *minutes: str) -> Session:
        entries = (Entry(f"2026-12-05 10:{minute}", "note", text=minute) for minute in minutes)
        return replace(session, history=session.history.add(*entries))

    base = noted(BASE, "01")
    out = merged(noted(base, "02", "05"), noted(base, "03", "05", "09"), base)

    assert [entry.text for entry in out.history.entries] == ["01", "02", "03", "05", "09"]


FRAMED = replace(
    BASE,
    title="Agreement on SROs",
    counsel="The parties insure themselves.",
    replaces=ReplacedAgreement("The agreement of 2023", "July 1, 2023"),
    clauses=(OwnClause("own-0000000a", "one", "Parking"),),
    exhibits=(Exhibit("map", "Map of the schools"),),
)


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


def test_keys_that_the_program_does_not_know_go_to_nobody() -> None:
    strange = {"private": "ours alone"}
    party = replace(BASE.parties[0], signatories=(Signatory("Pat Doe", extra=strange),), extra=strange)
    session = replace(FRAMED, parties=(party, BASE.parties[1]), exhibits=(Exhibit("map", "Map", extra=strange),))
    session = session.with_answer("alpha", replace(session.answer("alpha"), extra=strange))
    made = outgoing(session, "district", copy_id="0000000a", agreement="00000000000a", at=AT)
    assert b"ours alone" not in encode(made.copy)
