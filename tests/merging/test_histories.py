"""How the histories of two copies become one."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.reports.wording_versions import WordingVersions
from mou_tui.session.history import Entry
from mou_tui.session.model import Answer, Session
from tests.merging.two_copies import BASE, LEAVE, STAY, WAIT, beside, merged, said, sent_to_the_district, written


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
