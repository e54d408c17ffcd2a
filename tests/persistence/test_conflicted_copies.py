"""Copies of a session that programs leave beside it which keep folders in step are told by their names."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from mou_tui.persistence.conflicted_copies import conflicted_copies
from mou_tui.persistence.session_file import SessionFile

COPIES = [
    "lake (conflicted copy 2026-11-30).mou.yaml",
    "lake (Ann Poe's conflicted copy 2026-11-30).mou.yaml",
    "lake.mou (Ann Poe's conflicted copy 2026-11-30).yaml",
    "lake.mou (conflicted copy 2026-11-30 101112).yaml",
    "lake (SFConflict ann@example.org 2026-11-30-10-11-12).mou.yaml",
    "lake.mou.sync-conflict-20261130-101112-ABCDEFG.yaml",
    "lake.sync-conflict-20261130-101112-ABCDEFG.mou.yaml",
    "lake.mou_conflict-20261130-101112.yaml",
    "lake-LAPTOP.mou.yaml",
    "lake.mou-DESKTOP-4F2K1.yaml",
    "lake (1).mou.yaml",
    "lake.mou (2).yaml",
    "lake 2.mou.yaml",
    "lake (1) (conflicted copy 2026-11-30).mou.yaml",
]
OTHERS = [
    "lake.mou.yaml",
    "lake-2.mou.yaml",
    "lake-for-district.mou.yaml",
    "lake-city.mou.yaml",
    "lake city.mou.yaml",
    "lake.our-notes.yaml",
    "lake (1).md",
    "lake (first reading).mou.yaml",
    "mylake (1).mou.yaml",
    ".~lake.mou.yaml.12-ab.tmp",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    for other in (*OTHERS, name):
        (tmp_path / other).touch()

    assert conflicted_copies(tmp_path / "lake.mou.yaml") == (tmp_path / name,)


def test_a_folder_named_as_a_copy_is_none(tmp_path: Path) -> None:
    (tmp_path / "lake (1).mou.yaml").mkdir()

    assert conflicted_copies(tmp_path / "lake.mou.yaml") == ()


def test_our_own_conflict_file_is_one(tmp_path: Path) -> None:
    file = SessionFile(tmp_path / "lake.mou.yaml")
    other = file.write_conflict_copy(b"theirs", datetime(2026, 11, 30, 10, 42))

    assert conflicted_copies(file.path) == (other.path,)


def test_a_folder_that_cannot_be_listed_has_none(tmp_path: Path) -> None:
    assert conflicted_copies(tmp_path / "gone" / "lake.mou.yaml") == ()
    assert conflicted_copies(tmp_path / "lake.yaml") == ()
