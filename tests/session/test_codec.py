from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.errors import InvalidFile, MouError, NewerFormat
from mou_tui.session.codec import HEADER, decode, encode
from mou_tui.session.meeting import Person
from mou_tui.session.model import Answer, ChecklistRef, Deferral, ExampleOrigin, Party, Session, Signatory
from tests.examples import examples
from tests.strategies import EMPTY, SMALL, sessions, sessions_in_force, texts

FULL = Session(
    ChecklistRef("small", "1"),
    "full",
    (Party("agency", "police", "Lake City Police", "the PD", "the Chief", "signs", (Signatory("Pat", "Chief"),)),),
    {"state": "Ohio"},
    "Ours.\n\nAll of it.",
    {
        "alpha": Answer(
            "The SRO waits.\nAnd waits.",
            ExampleOrigin("short", "0123456789ab", adopted=True),
            later=Deferral("counsel", "Friday"),
            current="The SRO does not wait.",
            points=("first",),
        ),
        "beta": Answer(not_applicable="no cameras"),
    },
)


def as_file(*lines: str) -> bytes:
    return "\n".join((*lines, "...", "")).encode()


@examples(50)
@given(sessions(SMALL) | sessions_in_force(SMALL))
def test_every_session_reads_back_exactly(session: Session) -> None:
    decoded = decode(encode(session), "a.mou.yaml")
    assert decoded.session == session
    assert decoded.replaced == 0
    assert not decoded.newer


@given(sessions(SMALL))
def test_the_same_session_is_always_the_same_file(session: Session) -> None:
    written = encode(session)
    assert encode(decode(written, "a.mou.yaml").session) == written


@given(texts)
def test_every_clean_answer_reads_back_exactly(text: str) -> None:
    session = EMPTY.with_answer("alpha", Answer(text, current=text))
    assert decode(encode(session), "a.mou.yaml").session == session


def test_a_person_can_read_the_file() -> None:
    assert (
        encode(FULL).decode()
        == f"""\
# {HEADER}
format: "1"
checklist:
  id: small
  version: "1"
depth: full
parties:
- id: agency
  kind: police
  name: Lake City Police
  short: the PD
  head: the Chief
  signatories:
  - name: Pat
    title: Chief
facts:
  state: Ohio
opening: |-
  Ours.

  All of it.
answers:
  alpha:
    text: |-
      The SRO waits.
      And waits.
    taken:
      example: short
      digest: "0123456789ab"
      adopted: "yes"
    later:
      who: counsel
      by: Friday
    current: The SRO does not wait.
    points:
    - first
  beta:
    not-applicable: no cameras
...
"""
    )


def test_a_file_as_a_careful_hand_writes_it_is_read() -> None:
    data = as_file(
        "format: 1",
        "checklist:",
        "  id: 'small'",
        '  version: "1"',
        "parties: []",
        "facts: {}",
        "answers:",
        "  alpha:",
        "    text: Plain words, on one line",
        "    taken:",
        "      example: short",
        "      digest: 0123456789ab",
        "      adopted: yes",
    )
    session = decode(data, "a.mou.yaml").session
    assert session.answer("alpha") == Answer(
        "Plain words, on one line", ExampleOrigin("short", "0123456789ab", adopted=True)
    )


def test_what_another_version_wrote_is_kept_and_written_again() -> None:
    data = as_file(
        "format: 1",
        "checklist:",
        "  id: small",
        "  version: 1",
        "  mood: good",
        "parties:",
        "- id: agency",
        "  telephone: 555-0100",
        "answers:",
        "  alpha:",
        "    text: Words.",
        "    votes:",
        "      agency: agrees",
        "hearings:",
        "- date: 2027-01-14",
    )
    session = decode(data, "a.mou.yaml").session
    changed = session.with_answer("alpha", session.answer("alpha").write("Other words."))

    again = decode(encode(changed), "a.mou.yaml").session

    assert again.extra == {"hearings": [{"date": "2027-01-14"}]}
    assert again.checklist.extra == {"mood": "good"}
    assert again.party("agency").extra == {"telephone": "555-0100"}
    assert again.answer("alpha").extra == {"votes": {"agency": "agrees"}}


def test_control_characters_are_replaced_and_counted() -> None:
    data = as_file(
        "format: 1", "checklist:", "  id: small", "  version: 1", 'opening: "a\\x1b[31mb\\u202Ec"', "x: \u200e"
    )
    decoded = decode(data, "a.mou.yaml")
    assert decoded.session.opening == "a\u241b[31mb\ufffdc"
    assert decoded.replaced == 3


def test_a_newer_file_is_shown_as_far_as_it_is_understood() -> None:
    newer = encode(FULL).replace(b'format: "1"', b"format: 3")
    decoded = decode(newer, "a.mou.yaml")
    assert decoded.newer
    assert decoded.session == FULL


def test_a_newer_file_in_another_form_is_left_alone() -> None:
    data = as_file("format: 3", "checklist: all of them")
    with pytest.raises(NewerFormat, match=r"a\.mou\.yaml was written by a newer mou-tui \(format 3\)"):
        decode(data, "a.mou.yaml")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "a.mou.yaml: is empty"),
        (b"\0\0\0\0", "a.mou.yaml: holds nothing but zeros"),
        (b"just words\n...\n", "a.mou.yaml:1: not a mou-tui session"),
        (b"- a\n- b\n...\n", "a.mou.yaml:1: not a mou-tui session"),
        (b"format: one\n...\n", "a.mou.yaml:1: not a mou-tui session"),
        (b"format: 0\n...\n", "a.mou.yaml:1: not a mou-tui session"),
        (b"format:\n- 1\n...\n", "not a mou-tui session"),
        (b"format: 1\n...\n", "“checklist” is missing"),
        (b"format: 1\nchecklist:\n  id: small\n", "looks cut off"),
        (b"format: 1\nformat: 2\n...\n", "a.mou.yaml:2: “format” stands here again"),
        (encode(FULL).replace(b"depth: full", b"depth: deep"), "allowed: essential, full"),
        (encode(FULL).replace(b'adopted: "yes"', b"adopted: perhaps"), "allowed: yes, no"),
        (encode(FULL).replace(b"answers:\n", b"answers: none\n<<<<<<< ours\n"), "unresolved git conflict"),
        ("format: 1\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_session_is_refused_and_the_line_named(data: bytes, expected: str) -> None:
    with pytest.raises(InvalidFile) as caught:
        decode(data, "a.mou.yaml")
    assert expected in caught.value.message


@given(st.data())
def test_a_session_that_lost_its_end_is_refused(data: st.DataObject) -> None:
    written = encode(FULL)
    cut = data.draw(st.integers(0, len(written) - 5))
    with pytest.raises(InvalidFile):
        decode(written[:cut], "a.mou.yaml")


@examples(50)
@given(st.data())
def test_a_damaged_session_is_read_or_refused_and_never_anything_else(data: st.DataObject) -> None:
    written = bytearray(encode(FULL))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(written) - 1))
        damage = data.draw(
            st.binary(max_size=4) | st.sampled_from([b"\n", b": ", b"- ", b"|", b'"', b"\x00", b"&a ", b"[", b"{"])
        )
        written[place : place + data.draw(st.integers(0, 4))] = damage
    try:
        session = decode(bytes(written), "a.mou.yaml").session
    except MouError as error:
        assert error.message
    else:
        assert decode(encode(session), "a.mou.yaml").session == session


def test_an_empty_session_is_a_short_file() -> None:
    assert len(encode(replace(EMPTY)).splitlines()) == 6


MUCH = 10_000


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_history_may_hold_more_than_all_else_together(line_end: str) -> None:
    entries = ("- at: 2026-11-25 10:42\n  kind: note" for _ in range(MUCH))
    data = as_file("format: 1", "checklist:", "  id: small", "  version: 1", "history:", *entries)
    read = decode(data.replace(b"\n", line_end.encode()), "a.mou.yaml").session
    assert len(read.history.entries) == MUCH
    assert decode(encode(read), "a.mou.yaml").session == read


def test_what_holds_more_than_can_be_read_at_once_is_neither_read_nor_written() -> None:
    people = tuple(Person(f"p{number}", "Ann Poe") for number in range(MUCH))
    with pytest.raises(InvalidFile, match="holds 50,047 entries, of at most 20,000"):
        encode(replace(FULL, people=people))

    keys = (f"key{number}: text" for number in range(2 * MUCH))
    with pytest.raises(InvalidFile, match=r"a\.mou\.yaml:20000: holds more than 20,000 entries"):
        decode(as_file("format: 1", *keys), "a.mou.yaml")


@pytest.mark.parametrize(
    ("name", "data", "is_agreement"),
    [
        ("README.md", b"# Notes\n\n```\n...\n```\nformat: any\n", True),
        ("front.md", b"---\ntitle: x\nformat: pdf\n---\nText: more\n", True),
        ("old.docx", b"PK\x03\x04\x14\x00 \x00\xff", True),
        ("notes.txt", b"hello\n...\nworld\n", True),
        ("quarto.yml", b"format: html\ntoc: yes\n", False),
        ("compose.yaml", b"services:\n  web:\n    image: x\n", False),
        ("checklist.yaml", b"parties:\n- id: agency\nfacts:\n- id: state\nopening: x\n", False),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", False),
    ],
)
def test_another_kind_of_file_is_called_so_and_an_agreement_is_shown_its_way(
    name: str, data: bytes, is_agreement: bool
) -> None:
    with pytest.raises(InvalidFile) as caught:
        decode(data, name)
    assert f"{name}: is not a mou-tui session" in caught.value.message
    assert ("mou-tui revise" in caught.value.message) is is_agreement


@pytest.mark.parametrize("name", ["lake.mou.yaml", "lake.yaml", "lake.txt"])
def test_a_session_that_is_cut_off_is_damaged_whatever_its_name(name: str) -> None:
    data = encode(EMPTY.with_answer("alpha", Answer("The SRO waits.")))
    for end in (len(data) // 2, len(data) - 5):
        with pytest.raises(InvalidFile) as caught:
            decode(data[:end], name)
        assert "not a mou-tui session" not in caught.value.message
