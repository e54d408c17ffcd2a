"""Which format a session is written in, and what of it is kept although this program does not know it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import decode, encode
from mou_tui.session.earlier import Origin
from mou_tui.session.history import Entry, History
from mou_tui.session.in_force import InForce
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, Party, Session
from mou_tui.workspace.workspace import Workspace
from tests.strategies import EMPTY, SMALL

OF_020 = sorted((Path(__file__).parents[1] / "data" / "v020").glob("*.mou.yaml"))

TOLD = replace(
    EMPTY,
    history=History(
        added=(
            Entry("2027-01-13 18:00", "decision", "alpha", text="We wait.\nkind: of"),
            Entry("2027-01-13 18:09", "note", text="They left."),
        )
    ),
)


def format_of(data: bytes) -> str:
    """The format that a file says it is in."""
    return data.split(b'format: "')[1][:1].decode()


def from_elsewhere(data: bytes) -> bytes:
    """A file in which the second thing that happened is of a kind that this program does not know."""
    changed = data.replace(b"  kind: note\n", b"  kind: ballot\n  votes:\n  - yes\n  - no\n")
    assert changed != data
    return changed


def test_there_are_files_of_an_earlier_version() -> None:
    assert [path.name for path in OF_020] == ["full-depth.mou.yaml", "sample.mou.yaml", "two-meetings.mou.yaml"]


@pytest.mark.parametrize("path", OF_020, ids=lambda path: path.name)
def test_a_file_of_version_0_2_0_comes_back_byte_for_byte(path: Path, quick: Path) -> None:
    data = path.read_bytes()
    assert encode(decode(data, path.name).session) == data
    assert encode(decode(data, path.name, whole=False).session) == data

    ours = quick / path.name
    ours.write_bytes(data)
    store = SessionStore.open(ours)
    store.record(replace(store.session, opening="Changed."))
    store.flush()
    store.record(replace(store.session, opening=decode(data, path.name).session.opening))
    store.close()
    assert ours.read_bytes() == data


@pytest.mark.parametrize(
    "session",
    [
        replace(EMPTY, title="The Agreement"),
        replace(EMPTY, in_force=InForce("2027-04-30")),
        replace(EMPTY, parties=(Party("agency", through="Police Department"),)),
        EMPTY.with_answer("alpha", Answer("x", origin=Origin("earlier", "0123abcd", "0123456789ab"))),
        EMPTY.with_answer("alpha", Answer("x", alternatives={"alt-0123abcd": Alternative("y", party="district")})),
    ],
)
def test_what_version_0_2_0_would_misread_asks_for_format_2(session: Session) -> None:
    data = encode(session)
    assert format_of(data) == "2"
    decoded = decode(data, "a.mou.yaml")
    assert decoded.session == session
    assert not decoded.newer


@pytest.mark.parametrize(
    "session",
    [
        replace(EMPTY, agreement="0123456789ab", extra={"x-own": ["a", "b"]}),
        EMPTY.with_answer("alpha", Answer("x", gone_through="0123456789ab")),
        EMPTY.with_answer("alpha", Answer("x", alternatives={"district": Alternative("y")})),
        replace(EMPTY, history=History(added=(Entry("", "note", text="x", id="0123abcd", corrects="4567cdef"),))),
    ],
)
def test_what_it_merely_keeps_does_not(session: Session) -> None:
    data = encode(session)
    assert format_of(data) == "1"
    assert decode(data, "a.mou.yaml").session == session


def test_a_session_goes_back_to_format_1_when_nothing_asks_for_the_second_any_more() -> None:
    titled = decode(encode(replace(EMPTY, extra={"title": "T"})), "a.mou.yaml").session
    assert format_of(encode(replace(titled, extra={}))) == "1"


@pytest.mark.parametrize("whole", [True, False])
def test_an_unknown_kind_of_entry_is_kept_and_hides_none_of_the_others(whole: bool) -> None:
    data = from_elsewhere(encode(TOLD))
    session = decode(data, "a.mou.yaml", whole=whole).session
    assert session.history.past.problem is None
    assert [entry.kind for entry in session.history.entries] == ["decision"]
    (unknown,) = session.history.past.unknown
    assert isinstance(unknown, dict)
    assert unknown["kind"] == "ballot"
    assert encode(session) == data.replace(b'format: "1"', b'format: "2"')


@pytest.mark.parametrize("more", [b"x-more: 1\n", b"note: after\n"])
def test_it_is_kept_where_the_history_is_not_the_end_of_the_file(more: bytes) -> None:
    data = from_elsewhere(encode(TOLD)).replace(b"...\n", more + b"...\n")
    session = decode(data, "a.mou.yaml").session
    again = decode(encode(session), "a.mou.yaml").session
    assert again == session
    assert again.history.past.unknown == session.history.past.unknown != ()
    assert format_of(encode(session)) == "2"


def test_one_goes_on_with_such_a_file_and_it_stays_in_it(quick: Path) -> None:
    path = quick / "a.mou.yaml"
    path.write_bytes(from_elsewhere(encode(TOLD)))
    workspace = Workspace(SMALL, SessionStore.open(path))
    assert not workspace.store.read_only
    workspace.go("alpha")
    workspace.answers.write("Agreed after all.")
    workspace.close()
    saved = path.read_bytes()
    assert b"  kind: ballot\n  votes:\n  - yes\n  - no\n" in saved
    assert b"Agreed after all." in saved


def test_words_that_look_like_a_kind_of_entry_ask_for_nothing() -> None:
    assert format_of(encode(decode(encode(TOLD), "a.mou.yaml").session)) == "1"
