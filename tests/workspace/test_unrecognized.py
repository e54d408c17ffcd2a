"""What a careful hand can get wrong in a session file, and that nothing of it goes unsaid."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mou_tui.cli import cli
from mou_tui.errors import InvalidFile
from mou_tui.session.codec import decode
from mou_tui.storage.yaml_reader import read
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.unrecognized import in_short, unrecognized

SAMPLE = (Path(__file__).parents[1] / "data" / "v020" / "sample.mou.yaml").read_bytes()


def notes_on(data: bytes) -> list[str]:
    """What is said of a session file."""
    decoded = decode(data, "a.mou.yaml", whole=False)
    return [str(note) for note in unrecognized(decoded, ChecklistCatalog().for_session(decoded.session), "a.mou.yaml")]


def changed(old: bytes, new: bytes) -> tuple[bytes, int]:
    """The sample with one line in other words, and which line that is."""
    before, _, after = SAMPLE.partition(old)
    assert after
    return before + new + after, before.count(b"\n") + new.count(b"\n", 0, len(new) - len(new.lstrip())) + 1


@pytest.mark.parametrize("data", [SAMPLE], ids=["sample"])
def test_of_a_file_that_nobody_edited_nothing_is_said(data: bytes) -> None:
    assert notes_on(data) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"\n  purpose:\n", b"\n  purpos:\n", "“purpos” is not a question of this checklist (did you mean “purpose”?)"),
        (b"\n    text: |-", b"\n    txt: |-", "“txt” is not a key that this version knows (did you mean “text”?)"),
        (b"\n  schools:", b"\n  school:", "“school” is not a fact of this checklist (did you mean “schools”?)"),
        (b"\n    - need\n", b"\n    - needs\n", "“needs” is not a point of its question (did you mean “need”?)"),
        (b"\nanswers:\n", b"\nanswrs: none\nanswers:\n", "“answrs” is not a key that this version knows"),
        (b"\n  kind: position\n", b"\n  kind: positoin\n", "“positoin” is not a kind of entry that this version knows"),
        (b"\nanswers:\n", b"\n# the old ones\nanswers:\n", "a comment, which is not kept"),
    ],
)
def test_what_means_nothing_is_told_with_its_line(old: bytes, new: bytes, expected: str) -> None:
    data, line = changed(old, new)
    (note,) = notes_on(data)
    assert note.startswith(f"a.mou.yaml:{line}: {expected}")


def test_a_party_that_is_none_of_the_parties_is_told() -> None:
    data, line = changed(b"\n      agency:\n", b"\n      agncy:\n")
    assert notes_on(data)[0].startswith(f"a.mou.yaml:{line}: “agncy” is not a party of this session")


@pytest.mark.parametrize(
    ("value", "cut"),
    [
        (b"The City pays item #4", "The City pays item"),
        (b"a\n      b #4", "a b"),
        (b"#4 is paid by the City", ""),
        (b"a\t#4", "a"),
        ("Präambel 😀 #4".encode(), "Präambel 😀"),
    ],
)
def test_a_text_that_a_comment_would_cut_is_refused_with_its_line(value: bytes, cut: str) -> None:
    lines = (b"format: 1", b"checklist:", b"  id: sro", b'  version: "1"', b"answers:", b"  purpose:")
    data = b"\n".join((*lines, b"    text: " + value, b"..."))
    with pytest.raises(InvalidFile) as caught:
        decode(data + b"\n", "a.mou.yaml")
    (problem,) = caught.value.problems
    assert problem.line == 7 + value.count(b"\n")
    assert "begins a comment in YAML" in problem.what
    assert f"after “{cut}” would be lost" in problem.what or not cut


@pytest.mark.parametrize(
    "written", [b'a: "item #4"', b"a: 'item #4'", b"a: |-\n  item #4\n  # 5", b"a: item#4", b'a: "x\n  # 4"']
)
def test_a_sign_within_the_text_is_part_of_it(written: bytes) -> None:
    document = read(written + b"\n", "a", comments="apart")
    assert isinstance(document.value, dict)
    assert "4" in str(document.value["a"]) or "# 5" in str(document.value["a"])
    assert document.comments == ()


def test_settings_take_a_comment_anywhere_and_checklists_where_it_is_plainly_one() -> None:
    assert read(b"mouse: no  #never\n", "a").value == {"mouse": "no"}
    assert read(b"depth: full  # never\n", "a", comments="spaced").value == {"depth": "full"}
    with pytest.raises(InvalidFile):
        read(b"text: item #4\n", "a", comments="spaced")


def test_words_that_a_comment_hides_below_a_block_are_told() -> None:
    data, line = changed(b"\n    taken:\n", b"\n    #4 of the invoices\n    taken:\n")
    assert notes_on(data) == [f"a.mou.yaml:{line}: a comment, which is not kept when the session is saved"]


def test_it_is_told_at_opening_and_by_status_and_export(tmp_path: Path) -> None:
    path = tmp_path / "a.mou.yaml"
    path.write_bytes(changed(b"\n  purpose:\n", b"\n  purpos:\n")[0])
    workspace = SessionRepository(ChecklistCatalog()).open(path)
    (note,) = (note for note in workspace.store.notes if "“purpos”" in str(note))
    workspace.close()
    assert b"\n  purpos:\n" in path.read_bytes()

    run = CliRunner().invoke
    assert str(note) in run(cli, ["status", str(path)]).stdout
    assert json.loads(run(cli, ["status", "--json", str(path)]).stdout)["notes"][0] == str(note)
    assert str(note) in run(cli, ["export", str(path), "-o", str(tmp_path / "a.md")]).stderr


def test_of_many_the_first_are_told() -> None:
    data = SAMPLE.replace(b"\n    text: |-", b"\n    txt: |-")
    decoded = decode(data, "a.mou.yaml")
    notes = unrecognized(decoded, ChecklistCatalog().for_session(decoded.session), "a.mou.yaml")
    lines = in_short(notes).split("\n")
    assert len(lines) == 4
    assert lines[-1] == f"… and {len(notes) - 3} more; “mou-tui status” lists them."


@pytest.mark.parametrize("data", [b"# Title\n\nSome *text*: here.\n", b"PK\x03\x04\x14\0\xff\xfe", b"%PDF-1.7\n"])
def test_a_file_that_never_was_a_session_is_told_so(data: bytes) -> None:
    with pytest.raises(InvalidFile, match=r"README\.md: is not a mou-tui session"):
        decode(data, "README.md")
