"""A copy of the session that a party worked on is taken in from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Meeting, Position
from mou_tui.session.model import Answer, Session
from tests.commands.program import Run


def read(path: Path) -> Session:
    return decode(path.read_bytes(), path.name).session


def reword(path: Path, **texts: str) -> None:
    session = read(path)
    for clause_id, text in texts.items():
        session = session.with_answer(clause_id, replace(session.answer(clause_id), text=text))
    path.write_bytes(encode(session))


@pytest.fixture
def copy(run: Run, session: Path) -> Path:
    """A copy that went to the district, worked on there and here."""
    assert run("send", session.name, "--to", "district", "--yes").code == 0
    path = session.with_name("lake-for-district.mou.yaml")
    reword(path, purpose="Theirs.", scope="Settled by quagga.")
    reword(session, purpose="Ours.")
    held = read(path)
    position = Position("agrees", held.answer("duties").wording, at="2099-12-01 10:10", meeting="m9")
    held = held.with_answer("duties", replace(held.answer("duties"), positions={"agency": position}))
    met = Meeting("m9", "2099-12-01 10:00", parties=("district",))
    noted = held.history.add(Entry("2099-12-01 10:05", "decision", text="Ask the board.", meeting="m9"))
    path.write_bytes(encode(replace(held, meetings=(*held.meetings, met), history=noted)))
    return path


def test_all_of_a_copy_is_taken_in_as_one_step(run: Run, session: Path, copy: Path) -> None:
    done = run("take-in", session.name, copy.name, "--yes")

    assert done.code == 0
    assert done.out.splitlines()[0].startswith("lake-for-district.mou.yaml, from the School District, who had the copy")
    assert "1 clause changed by them, 1 by both, something said of 1 clause, 1 meeting, 1 decision; nothing lost." in (
        done.out
    )
    out = read(session)
    assert out.answer("scope").text == "Settled by quagga."
    assert {held.text: held.party for held in out.answer("purpose").alternatives.values()} == {
        "Ours.": "agency",
        "Theirs.": "district",
    }
    (meeting,) = out.meetings
    assert (meeting.caucus, meeting.ended) == ("district", "2099-12-01 10:05")
    assert out.answer("duties").positions["agency"].reported == "district"
    assert [(held.name, held.party) for held in out.taken_in] == [(copy.name, "district")]

    again = run("take-in", session.name, copy.name, "--yes")
    assert (again.code, "Nothing in it is new." in again.out) == (0, True)
    assert read(session) == out


def undated(session: Session) -> dict[str, Answer]:
    """The answers, without when their alternatives were taken in: a minute may pass between two commands."""
    return {
        clause_id: replace(
            answer, alternatives={held_id: replace(held, at="") for held_id, held in answer.alternatives.items()}
        )
        for clause_id, answer in session.answers.items()
    }


def test_a_clause_can_wait_and_is_taken_from_the_same_file_later(run: Run, session: Path, copy: Path) -> None:
    reference = session.read_bytes()
    assert run("take-in", session.name, copy.name, "--yes").code == 0
    whole = read(session)
    session.write_bytes(reference)

    assert run("take-in", session.name, copy.name, "--wait", "1.2", "--wait", "purpose", "--yes").code == 0
    waiting = read(session)
    assert (waiting.answer("scope").text, waiting.answer("purpose").text) == ("Settled.", "Ours.")
    assert not waiting.answer("purpose").alternatives
    assert waiting.meetings == whole.meetings
    assert run("take-in", session.name, copy.name, "--yes").code == 0
    assert undated(read(session)) == undated(whole)


def test_the_account_as_data_has_none_of_the_words_and_changes_nothing(run: Run, session: Path, copy: Path) -> None:
    before = session.read_bytes()
    done = run("take-in", session.name, copy.name, "--json")
    told = json.loads(done.out)

    assert (done.code, done.err, told["taken_in"]) == (0, "", False)
    assert (told["changed_by_them"], told["changed_by_both"], told["said_of"]) == (["scope"], ["purpose"], ["duties"])
    assert (told["party"], told["older_copy"], told["came_in"]) == ("district", False, {"meeting": 1, "decision": 1})
    assert "quagga" not in done.out and session.read_bytes() == before
    assert json.loads(run("take-in", session.name, copy.name, "--json", "--yes").out)["taken_in"] is True


def test_what_cannot_be_taken_in_is_said_and_changes_nothing(run: Run, session: Path, copy: Path) -> None:
    reply = read(copy)
    others = {
        "cut.mou.yaml": copy.read_bytes()[:-300],
        "newer.mou.yaml": copy.read_bytes().replace(b'format: "2"', b'format: "9"'),
        "another.mou.yaml": encode(replace(reply, agreement="fedcba987654")),
        "other-parties.mou.yaml": encode(
            replace(reply, agreement="", parties=tuple(replace(party, name="Elm") for party in reply.parties))
        ),
        "other-checklist.mou.yaml": encode(replace(reply, checklist=replace(reply.checklist, id="other"))),
        "nothing.mou.yaml": b"",
    }
    for name, data in others.items():
        session.with_name(name).write_bytes(data)
    before = session.read_bytes()
    for name in (*others, session.name):
        done = run("take-in", session.name, name, "--yes")
        assert done.code != 0 and done.out == ""
        assert name in done.err and done.err.count("\n") == 1
        assert "Nothing was changed." in done.err
    assert session.read_bytes() == before


def test_an_unchanged_copy_brings_nothing(run: Run, session: Path) -> None:
    assert run("send", session.name, "--to", "district", "--yes").code == 0
    before = session.read_bytes()
    done = run("take-in", session.name, "lake-for-district.mou.yaml", "--yes")
    assert (done.code, "Nothing in it is new." in done.out) == (0, True)
    assert session.read_bytes() == before


def test_the_answer_to_an_older_copy_is_said_and_not_taken_in_unseen(run: Run, session: Path, copy: Path) -> None:
    assert run("send", session.name, "--to", "district", "-o", "second.mou.yaml", "--yes").code == 0
    before = session.read_bytes()
    done = run("take-in", session.name, copy.name, "--yes")
    assert (done.code, done.out) == (1, "")
    assert "It answers an older copy" in done.err and "without --yes" in done.err
    assert session.read_bytes() == before
    assert json.loads(run("take-in", session.name, copy.name, "--json").out)["older_copy"] is True
