"""Only whole files of a sensible size are read, and temp files of crashes are removed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from mou_tui.errors import CannotOpen
from mou_tui.storage import atomic_file
from mou_tui.storage.atomic_file import read_bytes, remove_stale_temps
from tests.storage.files import OLD, posix


@posix
@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_only_files_are_read_and_nothing_is_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "thing"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path = Path("/dev/zero")
    with pytest.raises(CannotOpen, match="it is a folder" if kind == "folder" else "it is not an ordinary file"):
        read_bytes(path, 10)


def test_a_file_over_the_limit_is_refused(file: Path) -> None:
    assert read_bytes(file, len(OLD)) == OLD
    with pytest.raises(CannotOpen, match="larger than"):
        read_bytes(file, len(OLD) - 1)


def test_a_file_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match=r"Cannot open “.*nothing”: it is not there\."):
        read_bytes(tmp_path / "nothing", 10)


def test_only_temp_files_that_crashes_left_are_removed(tmp_path: Path) -> None:
    stale, young = ".~a.mou.yaml.123-0123abcd.tmp", ".~a.mou.yaml.124-0123abcd.tmp"
    others = [".~a.mou.yaml", "a.tmp", ".~a.123-0123abcd.tmp.mine", "~a.mou.yaml.123-0123abcd.tmp", "a.mou.yaml"]
    for name in (stale, young, *others):
        (tmp_path / name).write_bytes(OLD)
    (tmp_path / ".~b.1-00000000.tmp").mkdir()
    long_ago = time.time() - 2 * atomic_file.STALE
    for name in (stale, *others):
        os.utime(tmp_path / name, (long_ago, long_ago))
    remove_stale_temps(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {young, *others, ".~b.1-00000000.tmp"}


def test_a_folder_that_cannot_be_swept_is_left_alone(tmp_path: Path) -> None:
    remove_stale_temps(tmp_path / "gone")
