from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.checklist.loader import available, find, load
from mou_tui.checklist.snapshot import SNAPSHOT, encode_snapshot, read_snapshot


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what comes with the program, with a snapshot next to the YAML, as in a wheel."""
    copy = tmp_path / "content"
    shutil.copytree(paths.content(), copy)
    monkeypatch.setattr("mou_tui.checklist.loader.content", lambda: copy)
    monkeypatch.setattr("mou_tui.checklist.loader.read_snapshot", read_snapshot)
    for checklist_id in available():
        folder = find(checklist_id)
        (folder / SNAPSHOT).write_bytes(encode_snapshot(folder, load(checklist_id)))
    return copy


def test_the_snapshot_of_each_checklist_says_what_its_files_say(content: Path) -> None:
    for checklist_id in available():
        assert read_snapshot(content / checklist_id) == replace(load(checklist_id), layers=())


def test_a_start_reads_no_yaml_where_there_is_a_snapshot(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = load()
    monkeypatch.setattr("mou_tui.checklist.file_reader.read_mended", None)

    checklist = load(defer_layers=True)

    assert replace(checklist, layers=()) == replace(expected, layers=())


def test_the_layers_are_at_hand_with_a_snapshot_too(content: Path) -> None:
    assert tuple(load(defer_layers=True).layers) == load().layers


def test_a_checkout_has_no_snapshot() -> None:
    assert not list(paths.content().rglob(SNAPSHOT))


@pytest.mark.parametrize("name", ["checklist.yaml", "sources.yaml", "topics/01-mission.yaml"])
def test_an_edited_checklist_is_not_read_from_its_old_snapshot(content: Path, name: str) -> None:
    path = next((content / "sro").glob(name), None) or sorted((content / "sro" / "topics").glob("*.yaml"))[0]
    before = load(defer_layers=True)
    path.write_bytes(path.read_bytes() + b"# Read again.\n")

    assert read_snapshot(content / "sro") is None
    assert replace(load(defer_layers=True), layers=()) == replace(before, layers=())


def test_an_edited_question_is_asked_as_it_now_is(content: Path) -> None:
    path = sorted((content / "sro" / "topics").glob("*.yaml"))[0]
    label = load().topics[0].questions[0].label
    path.write_text(path.read_text(encoding="utf-8").replace(f"label: {label}", "label: Why", 1), encoding="utf-8")

    assert load(defer_layers=True).topics[0].questions[0].label == "Why"


def test_a_topic_that_was_added_or_taken_out_is_seen(content: Path) -> None:
    last = sorted((content / "sro" / "topics").glob("*.yaml"))[-1]
    data = last.read_bytes()

    last.unlink()
    assert read_snapshot(content / "sro") is None
    last.with_name("00-first.yaml").write_bytes(data)
    assert read_snapshot(content / "sro") is None
    last.with_name("00-first.yaml").unlink()
    last.write_bytes(data)
    assert read_snapshot(content / "sro") is not None


def test_a_damaged_or_foreign_snapshot_is_passed_over(content: Path) -> None:
    path = content / "sro" / SNAPSHOT
    whole = path.read_bytes()
    expected = replace(load(), layers=())
    damaged = (
        b"",
        b"\n",
        whole[:-1],
        whole[: len(whole) // 2],
        whole.replace(b"Purpose", b"Porpoise", 1),
        whole.split(b"\n")[1],
        b"0" * 64 + whole[64:],
        b"\xff\xfe" + whole,
        b"{}",
    )
    for data in damaged:
        path.write_bytes(data)
        assert read_snapshot(content / "sro") is None
    assert replace(load(defer_layers=True), layers=()) == expected


def test_a_snapshot_of_another_version_of_the_program_is_passed_over(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = content / "sro"
    monkeypatch.setattr("mou_tui.checklist.snapshot.to_plain", lambda _checklist: {"colour": "blue"})
    (folder / SNAPSHOT).write_bytes(encode_snapshot(folder, load()))

    assert read_snapshot(folder) is None


def test_a_link_or_a_folder_in_place_of_the_snapshot_does_no_harm(content: Path) -> None:
    path = content / "sro" / SNAPSHOT
    path.unlink()
    path.mkdir()

    assert read_snapshot(content / "sro") is None
    assert load(defer_layers=True).topics == load().topics
