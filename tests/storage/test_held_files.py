"""A file that another program holds is waited for, for a while."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from mou_tui.errors import CannotSave
from mou_tui.storage import platform_io
from mou_tui.storage.atomic_file import write_atomically
from tests.storage.files import NEW, OLD, temps


class HeldFile(PermissionError):
    """What Windows says while a sync client holds a file."""

    winerror = 32


@pytest.mark.parametrize("times", [1, 6])
def test_a_file_that_is_held_is_waited_for(file: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    monkeypatch.setattr(platform_io, "_PATIENCE", (0.0,) * 6)
    held = iter([True] * times)

    def replace(source: Path, target: Path) -> None:
        if next(held, False):
            raise HeldFile(errno.EACCES, "in use")
        source.rename(target)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW


def test_a_file_that_stays_held_is_given_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform_io, "_PATIENCE", (0.0,) * 6)

    def replace(source: Path, target: Path) -> None:
        raise HeldFile(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotSave, match="no permission"):
        write_atomically(file, NEW)
    assert file.read_bytes() == OLD
    assert temps(file.parent) == []
