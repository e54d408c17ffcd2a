"""The history in the file: understood only when asked, kept byte for byte, written piece by piece."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.draft.progress import assess_progress
from mou_tui.errors import InvalidFile
from mou_tui.persistence.store import SessionStore
from mou_tui.reports.wording_history import BEGINNING, WordingHistory
from mou_tui.session.codec import decode, encode
from mou_tui.session.encoder import Encoder
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Meeting
from mou_tui.session.model import Answer, Session
from mou_tui.workspace.workspace import Workspace
from tests.documents import record
from tests.examples import examples
from tests.story import Story
from tests.strategies import EMPTY, SMALL, answers, entries, parties, sessions

TOLD = (
    Entry("2027-01-13 18:00", "wording", "alpha", text="First."),
    Entry("2027-01-13 18:05", "position", "alpha", "agency", "agrees"),
    Entry("2027-01-13 18:09", "decision", "alpha", text="We wait.\n\nAnd wait."),
    Entry("2027-01-13 18:20", "wording", "alpha", text="Second."),
)
SESSION = replace(
    EMPTY.with_answer("alpha", Answer("Second.")),
    meetings=(Meeting("m1", "2027-01-13 18:00", "2027-01-13 19:00"),),
    history=History(added=TOLD),
)

DAMAGES = {
    "no kind": (b"kind: decision", b'kind: ""'),
    "an open quotation": (b'at: "2027-01-13 18:05"', b'at: "2027-01-13 18:05'),
    "a key twice": (b"  kind: position\n", b"  kind: position\n  kind: position\n"),
    "no mapping": (b"  kind: decision\n", b"  kind\n"),
    "a conflict set in": (b"  kind: position\n", b"  <<<<<<< ours\n  kind: position\n"),
}


def damaged(damage: str) -> bytes:
    """The file with one line of its history damaged."""
    old, new = DAMAGES[damage]
    data = encode(SESSION)
    assert data.count(old) == 1
    return data.replace(old, new)


def in_history(data: bytes) -> bytes:
    """The entries of a file as they are in it."""
    _, _, history = data.partition(b"\nhistory:\n")
    return history.removesuffix(b"...\n")


def test_a_history_is_not_understood_before_somebody_asks() -> None:
    session = decode(damaged("no kind"), "a.mou.yaml", whole=False).session
    assert assess_progress(SMALL, session).written == 1
    assert encode(session) == damaged("no kind")


@given(sessions(SMALL))
def test_a_history_understood_later_is_the_one_understood_at_once(session: Session) -> None:
    data = encode(session)
    lazily = decode(data, "a.mou.yaml", whole=False).session
    assert encode(lazily) == data
    assert lazily.history.entries == session.history.entries
    assert lazily == session == decode(data, "a.mou.yaml").session


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_line_of_the_history_is_refused_by_whoever_wants_all_of_it(damage: str) -> None:
    data = damaged(damage)
    changed = next(
        number
        for number, (old, new) in enumerate(zip(encode(SESSION).split(b"\n"), data.split(b"\n"), strict=False), 1)
        if old != new
    )
    with pytest.raises(InvalidFile) as caught:
        decode(data, "a.mou.yaml")
    (problem, *_) = caught.value.problems
    assert str(problem).startswith(f"a.mou.yaml:{problem.line}: ")
    # An open quotation is noticed only where the next one begins.
    assert problem.line == changed or (
        damage == "an open quotation" and changed < problem.line < len(data.split(b"\n"))
    )


@pytest.mark.parametrize("damage", DAMAGES)
def test_with_a_damaged_history_the_session_opens_and_loses_nothing(quick: Path, damage: str) -> None:
    path = quick / "a.mou.yaml"
    path.write_bytes(damaged(damage))
    workspace = Workspace(SMALL, SessionStore.open(path))
    assert not workspace.store.read_only
    assert workspace.text == "Second."
    problem = workspace.session.history.past.problem
    assert problem is not None
    assert problem.message.startswith("a.mou.yaml:")
    assert workspace.session.history.entries == ()
    assert WordingHistory(workspace.session).at("alpha", BEGINNING) == "Second."
    assert record(SMALL, workspace.session).count("Part of this record is missing") == 1

    workspace.answers.write("Third.")
    workspace.minutes.capture("note", "We went on.")
    workspace.close()

    saved = path.read_bytes()
    assert in_history(saved).startswith(in_history(damaged(damage)))
    added = in_history(saved).removeprefix(in_history(damaged(damage)))
    assert b"We went on." in added
    assert b"Third." in added
    again = decode(saved, "a.mou.yaml", whole=False).session
    assert again.answer("alpha").text == "Third."
    assert again.meetings == SESSION.meetings
    with pytest.raises(InvalidFile):
        decode(saved, "a.mou.yaml")


def test_histories_that_cannot_be_understood_are_the_same_only_where_the_file_is() -> None:
    first, second = (decode(damaged(how), "a.mou.yaml", whole=False).session for how in ("no mapping", "no kind"))
    assert first == decode(damaged("no mapping"), "a.mou.yaml", whole=False).session
    assert first != second


def test_once_the_line_is_mended_all_of_it_is_there_again(quick: Path) -> None:
    path = quick / "a.mou.yaml"
    path.write_bytes(damaged("no kind"))
    workspace = Workspace(SMALL, SessionStore.open(path))
    workspace.minutes.capture("note", "We went on.")
    workspace.close()
    mended = path.read_bytes().replace(b'kind: ""', b"kind: decision")
    entries = decode(mended, "a.mou.yaml").session.history.entries
    assert [entry.text for entry in entries if entry.kind != "position"] == [
        *("First.", "We wait.\n\nAnd wait.", "Second.", "We went on."),
    ]


@pytest.mark.parametrize("line", [b"x-more: 1\n", b"- not of the history\n"])
def test_a_history_that_is_not_the_end_of_the_file_is_read_all_the_same(line: bytes) -> None:
    data = encode(SESSION).replace(b"...\n", line + b"...\n")
    if line.startswith(b"x-"):
        session = decode(data, "a.mou.yaml", whole=False).session
        assert session.history.entries == TOLD
        assert session.extra == {"x-more": "1"}
    else:
        with pytest.raises(InvalidFile):
            decode(data, "a.mou.yaml")


def test_a_history_that_is_there_twice_is_refused() -> None:
    data = encode(SESSION).replace(b"\nhistory:\n", b"\nhistory:\n- at: x\n  kind: note\nhistory:\n")
    with pytest.raises(InvalidFile, match="stands here again"):
        decode(data, "a.mou.yaml", whole=False)


def test_control_characters_in_the_history_are_replaced_before_anybody_sees_them() -> None:
    data = encode(SESSION).replace(b"text: First.", b'text: "F\\x1b[31mirst."')
    session = decode(data, "a.mou.yaml", whole=False).session
    assert session.history.entries[0].text == "F\u241b[31mirst."


def test_the_story_in_its_file_is_what_was_told(tmp_path: Path) -> None:
    story = Story(tmp_path / "a.mou.yaml")
    session = story.tell()
    assert decode(story.path.read_bytes(), "a.mou.yaml").session == session


CHANGES = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(["alpha", "beta", "gamma"]), answers),
    st.tuples(st.just("party"), st.just(""), parties(st.sampled_from(["agency", "district"]))),
    st.tuples(st.just("entry"), st.just(""), entries),
    st.tuples(st.just("opening"), st.just(""), st.sampled_from(["", "Ours.", "Two\nlines."])),
    st.tuples(st.just("back"), st.just(""), st.none()),
)


@examples(26)
@given(sessions(SMALL), st.lists(CHANGES, max_size=8))
def test_written_in_pieces_a_session_is_the_file_it_would_be_written_anew(
    session: Session, changes: list[tuple[str, str, object]]
) -> None:
    encoder, before = Encoder(), session
    assert encoder.encode(session) == encode(session)
    for what, place, value in changes:
        earlier = session
        if what == "answer" and isinstance(value, Answer):
            session = session.with_answer(place, value)
        elif what == "party":
            session = session.with_party(value)  # type: ignore[arg-type]
        elif what == "entry" and isinstance(value, Entry):
            session = replace(session, history=session.history.add(value))
        elif what == "opening":
            session = replace(session, opening=str(value))
        else:
            session = before
        before = earlier
        assert encoder.encode(session) == encode(session)


def test_what_did_not_change_is_not_written_again() -> None:
    encoder = Encoder()
    session = SESSION.with_answer("gamma", Answer("Of gamma."))
    encoder.encode(session)
    first = dict(encoder._known)
    encoder.encode(
        replace(session.with_answer("alpha", Answer("Third.")), history=session.history.add(Entry("x", "note")))
    )
    fresh = {place[:2] for place, piece in encoder._known.items() if first.get(place) is not piece}
    assert fresh == {("answers", "alpha"), ("history", "")}
    assert sum(place[0] == "history" and piece is first.get(place) for place, piece in encoder._known.items()) == 4


def test_pieces_of_answers_that_are_gone_are_forgotten() -> None:
    encoder = Encoder()
    encoder.encode(SESSION)
    for number in range(20):
        encoder.encode(SESSION.with_answer("alpha", Answer(f"Version {number}.")))
    assert sum(place[:2] == ("answers", "alpha") for place in encoder._known) == 1
