"""A copy goes to a party, comes back changed, and is merged with what was done meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Action, Meeting, Position
from mou_tui.session.model import Deferral, Session
from tests.commands.program import SESSION, Run

SECRET = "the union is against it"


def read(path: Path) -> Session:
    return decode(path.read_bytes(), path.name).session


def told() -> Session:
    """A session with much that one side alone knows."""
    scope = SESSION.answer("scope")
    checks = Position("must-check", scope.wording, SECRET, SECRET, "Friday")
    alone = Meeting("m1", "2026-11-24 10:00", "2026-11-24 11:00", ("agency",))
    both = Meeting("m2", "2026-11-25 10:00", "2026-11-25 11:00", ("agency", "district"))
    entries = (
        Entry("2026-11-24 10:10", "decision", text=SECRET, meeting="m1"),
        Entry("2026-11-25 10:10", "decision", text="Both ask counsel.", meeting="m2"),
        Entry("2026-11-25 10:11", "note", text=SECRET, meeting="m2"),
        Entry("2026-11-25 10:12", "wording", "purpose", text=SECRET),
        Entry("2026-11-25 10:13", "position", "scope", "agency", "must-check", SECRET, text=SECRET),
    )
    answer = replace(scope, positions={"agency": checks}, later=Deferral(SECRET, "Friday"))
    return replace(
        SESSION.with_answer("scope", answer),
        meetings=(alone, both),
        actions=(Action("a1", SECRET),),
        history=SESSION.history.add(*entries),
        extra={"x-own": SECRET},
    )


def test_the_copy_holds_what_may_go_and_says_what_does_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lake.mou.yaml").write_bytes(encode(told()))
    done = run("send", "lake.mou.yaml", "--to", "School District", "--yes")

    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [
        "In the copy:",
        "  2 parties with names and signatories, and 0 facts",
        "  the wording of 5 clauses, with examples, points and what does not apply",
        "  1 position; “must check first” of others without its reason",
        "  1 meeting this party was at, with 1 decision",
        "Not in the copy:",
        "  1 meeting this party was not at",
        "  1 decision from outside those meetings",
        "  1 note",
        "  1 action",
        "  earlier wordings and the rest of the history",
        "  anything else that this computer keeps",
        "  --caucus 2026-11-24 sends the meeting of November 24, 2026 that the Police Department held alone",
        "Wrote lake-for-district.mou.yaml",
    ]
    copy = tmp_path / "lake-for-district.mou.yaml"
    assert SECRET not in copy.read_text(encoding="utf-8")
    sent, session = read(copy), read(tmp_path / "lake.mou.yaml")
    assert sent.copy and (sent.copy.to, sent.copy.from_) == ("district", "agency")
    assert [held.id for held in session.sent] == [sent.copy.id]
    assert session.agreement == sent.agreement
    assert sent.answer("scope").positions["agency"].stand == "must-check"
    assert SECRET in session.answer("scope").positions["agency"].reason


def test_a_meeting_that_one_party_held_alone_goes_if_it_is_chosen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lake.mou.yaml").write_bytes(encode(told()))
    assert run("send", "lake.mou.yaml", "--to", "district", "--caucus", "2026-11-25", "--yes").code == 2
    done = run("send", "lake.mou.yaml", "--to", "district", "--caucus", "2026-11-24", "--yes")

    assert "  1 meeting that one party held alone, chosen, with 1 decision" in done.err.splitlines()
    sent = read(tmp_path / "lake-for-district.mou.yaml")
    assert [(meeting.id, meeting.caucus) for meeting in sent.meetings] == [("m1", "agency"), ("m2", "")]
    assert [entry.text for entry in sent.history.entries] == [SECRET, "Both ask counsel."]


def test_the_copy_of_a_party_is_mailed_back_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lake.mou.yaml").write_bytes(encode(told()))
    assert run("send", "lake.mou.yaml", "--to", "district", "--yes").code == 0
    again = run("send", "lake-for-district.mou.yaml", "--to", "agency", "--yes")
    assert again.code == 1
    assert "Mail the file lake-for-district.mou.yaml back." in again.err


def test_a_copy_that_comes_back_is_merged_with_what_was_done_meanwhile(run: Run, tmp_path: Path) -> None:
    file, copy = tmp_path / "lake.mou.yaml", tmp_path / "lake-for-district.mou.yaml"
    file.write_bytes(encode(told()))
    assert run("send", file, "--to", "district", "--yes").code == 0
    session, reply = read(file), read(copy)
    for path, before, texts in (
        (file, session, {"purpose": "Ours.", "duties": "The SRO shall listen."}),
        (copy, reply, {"purpose": "Theirs.", "scope": "All schools."}),
    ):
        for clause_id, text in texts.items():
            before = before.with_answer(clause_id, replace(before.answer(clause_id), text=text))
        path.write_bytes(encode(before))
    done = run("merge", file, copy, "-o", "out.mou.yaml")

    assert (done.code, done.err.splitlines()[0].partition(";")[0]) == (
        0,
        "1 clause changed by them, 1 by us, 1 by both",
    )
    out = read(tmp_path / "out.mou.yaml")
    assert out.answer("purpose").text == SESSION.answer("purpose").text
    assert {held.text: held.party for held in out.answer("purpose").alternatives.values()} == {
        "Ours.": "agency",
        "Theirs.": "district",
    }
    assert out.answer("duties").text == "The SRO shall listen."
    assert out.answer("scope").text == "All schools."
    assert out.answer("scope").positions == session.answer("scope").positions
    assert out.answer("scope").later == session.answer("scope").later
    assert [meeting.caucus for meeting in out.meetings] == ["agency", ""]
    assert out.actions == session.actions
    assert not [entry for entry in out.history.entries if entry.text.startswith("The other copy")]


def test_nothing_is_sent_to_nobody_or_over_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lake.mou.yaml"
    file.write_bytes(encode(told()))
    before = file.read_bytes()
    (tmp_path / "taken.mou.yaml").write_text("mine")

    assert run("send", file, "--to", "the mayor", "--yes").code == 2
    over = run("send", file, "--to", "district", "-o", "taken.mou.yaml", "--yes")
    unasked = run("send", file, "--to", "district")

    assert (over.code, unasked.code) == (1, 1)
    assert "already there" in over.err
    assert "--yes does not ask" in unasked.err
    assert (tmp_path / "taken.mou.yaml").read_text() == "mine"
    assert file.read_bytes() == before
    assert not (tmp_path / "lake-for-district.mou.yaml").exists()
