"""Files are replaced in one step: whatever fails, there is the old file or the new one."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mou_tui.errors import AlreadyExists, CannotOpen, CannotSave
from mou_tui.storage.atomic_file import FileChanged, read_bytes, remove_stale_temps, write_atomically
from tests.storage.files import NEW, OLD, posix, temps
from tests.torture.faults import Disk, Fault, faults


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("data", [b"", b"\0", b"a\r\nb", bytes(range(256)), b"x" * 3_000_000])
def test_what_is_written_is_read_back(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "é ü (1).mou.yaml"
    write_atomically(path, data)
    assert read_bytes(path, 4_000_000) == data
    assert temps(tmp_path) == []


@posix
def test_a_new_file_gets_the_mode_its_folder_gives(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "shared", NEW)
    finally:
        os.umask(before)
    assert mode(tmp_path / "shared") == 0o640


@posix
@pytest.mark.parametrize("kept", [0o600, 0o640, 0o664, 0o444])
def test_an_existing_file_keeps_its_mode(file: Path, kept: int) -> None:
    file.chmod(kept)
    write_atomically(file, NEW)
    assert (file.read_bytes(), mode(file)) == (NEW, kept)


@posix
def test_an_existing_file_keeps_its_group(file: Path) -> None:
    group = 12345 if os.geteuid() == 0 else os.getgroups()[-1]
    os.chown(file, -1, group)
    write_atomically(file, NEW)
    assert file.stat().st_gid == group


@posix
def test_a_private_file_is_for_its_owner_alone(file: Path) -> None:
    file.chmod(0o666)
    write_atomically(file, NEW, private=True)
    assert mode(file) == 0o600


@posix
def test_a_link_is_followed_and_stays(file: Path) -> None:
    far = file.with_name("far")
    far.mkdir()
    first, second = far / "first", file.with_name("second")
    first.symlink_to(file)
    second.symlink_to(first)
    write_atomically(second, NEW)
    assert file.read_bytes() == NEW
    assert first.is_symlink()
    assert second.is_symlink()
    assert temps(far) == []


@posix
def test_a_link_to_nothing_leads_to_the_new_file(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "there")
    write_atomically(link, NEW)
    assert (tmp_path / "there").read_bytes() == NEW
    assert link.is_symlink()


@posix
def test_links_in_a_circle_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(CannotSave, match="circle"):
        write_atomically(tmp_path / "a", NEW)
    with pytest.raises(CannotOpen, match="circle"):
        read_bytes(tmp_path / "a", 10)


def test_the_longest_name_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 120 + ".mou.yaml")
    write_atomically(path, OLD)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW


WAYS: dict[str, Callable[[Path], None]] = {
    "over an old file": lambda path: write_atomically(path, NEW),
    "over what was expected": lambda path: write_atomically(path, NEW, replacing=OLD),
    "for its owner alone": lambda path: write_atomically(path, NEW, private=True),
    "as a new file": lambda path: write_atomically(path.with_name("new"), NEW),
    "as a new file and no other": lambda path: write_atomically(path.with_name("new"), NEW, exclusive=True),
}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_call_fails_there_is_the_old_file_or_the_new_one(quick: Path, way: str) -> None:
    file, new = quick / "a.mou.yaml", quick / "new"
    file.write_bytes(OLD)
    for fault in faults(sum(1 for _ in calls_of(file, way))):
        file.write_bytes(OLD)
        new.unlink(missing_ok=True)
        watched = Disk(file.parent)
        watched.fault = fault
        failed = False
        with watched.watched():
            try:
                WAYS[way](file)
            except CannotSave as error:
                failed = True
                assert str(file.parent) in error.message, fault
            except AlreadyExists:
                failed = True
            watched.fault = None

        target = new if "new" in way else file
        assert file.read_bytes() in ((OLD,) if target is new else (OLD, NEW)), fault
        assert not new.exists() or new.read_bytes() == NEW, fault
        assert failed or target.read_bytes() == NEW, fault
        remove_stale_temps(file.parent, older_than=0)
        assert temps(file.parent) == []


def calls_of(file: Path, way: str) -> list[str]:
    watched = Disk(file.parent)
    with watched.watched():
        WAYS[way](file)
    return watched.calls


def test_a_save_that_failed_is_never_sent_to_the_disk_a_second_time(file: Path) -> None:
    calls = calls_of(file, "over an old file")
    watched = Disk(file.parent)
    watched.fault = Fault(calls.index("fsync") + 1, errno.EIO, "once")
    with watched.watched(), pytest.raises(CannotSave, match="disk reports an error"):
        write_atomically(file, NEW)
    assert watched.calls.count("fsync") == 1


def test_a_disk_that_keeps_something_else_than_was_written_is_not_trusted(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.write
    monkeypatch.setattr(os, "write", lambda file, data: really(file, bytes(len(data))))
    with pytest.raises(CannotSave, match="disk reports an error"):
        write_atomically(file, NEW)
    assert file.read_bytes() == OLD
    assert temps(file.parent) == []


def test_the_folder_is_sent_to_the_disk_after_the_name_is_given(file: Path) -> None:
    calls = calls_of(file, "over an old file")
    assert calls.index("fsync") < calls.index("replace") < len(calls) - 1 - calls[::-1].index("fsync")


def test_an_existing_file_is_never_replaced_when_a_new_one_is_asked_for(file: Path) -> None:
    with pytest.raises(AlreadyExists, match="is already there"):
        write_atomically(file, NEW, exclusive=True)
    assert file.read_bytes() == OLD
    assert temps(file.parent) == []


@posix
def test_a_new_file_can_be_asked_for_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_args: object, **_options: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    write_atomically(tmp_path / "first", NEW, exclusive=True)
    with pytest.raises(AlreadyExists):
        write_atomically(tmp_path / "first", OLD, exclusive=True)
    assert (tmp_path / "first").read_bytes() == NEW
    assert temps(tmp_path) == []


@posix
def test_a_name_is_given_back_when_there_are_no_hard_links_and_the_disk_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CannotSave, match="no permission"):
        write_atomically(tmp_path / "first", NEW, exclusive=True)
    assert not (tmp_path / "first").exists()


def test_a_file_that_was_changed_is_left_as_it_is(file: Path) -> None:
    with pytest.raises(FileChanged, match="changed by someone else"):
        write_atomically(file, NEW, replacing=b"older still")
    assert file.read_bytes() == OLD
    assert temps(file.parent) == []


def test_a_file_changed_while_it_is_saved_is_left_as_it_is(file: Path) -> None:
    theirs = b"their" + OLD[5:]
    replaced_at = calls_of(file, "over what was expected").index("replace") + 1
    # The last calls before the replacement are the last look; what comes after it is looked at in the next save.
    last_look = replaced_at - 5
    for moment in range(1, last_look + 1):
        file.write_bytes(OLD)

        def edit(number: int, name: str, moment: int = moment) -> None:
            if number == moment:
                file.write_bytes(theirs)

        with Disk(file.parent, before=edit).watched(), pytest.raises(FileChanged):
            write_atomically(file, NEW, replacing=OLD)
        assert file.read_bytes() == theirs, moment


@posix
@pytest.mark.parametrize("limit", [1, 1000, 4096])
def test_a_full_disk_leaves_the_old_file(file: Path, limit: int) -> None:
    script = (
        "import resource, sys; from pathlib import Path; from mou_tui.storage.atomic_file import write_atomically\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "from mou_tui.errors import CannotSave\n"
        f"try: write_atomically(Path({str(file)!r}), b'n' * 5000)\n"
        "except CannotSave as error: print(error.message)\n"
    )
    output = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert output == f"Cannot save “{file}”: a limit on the size of files is reached. Save again, or save elsewhere.\n"
    assert file.read_bytes() == OLD
    assert temps(file.parent) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "the disk is full. Free some space, or save elsewhere."),
        (errno.EACCES, "there is no permission. Save again, or save elsewhere."),
        (errno.EROFS, "the disk is read-only. Save again, or save elsewhere."),
        (errno.ENOENT, "its folder is gone. Save again, or save elsewhere."),
        (errno.ETXTBSY, f"the system says “{os.strerror(errno.ETXTBSY)}”. Save again, or save elsewhere."),
    ],
)
def test_the_reason_is_said_in_words(file: Path, error: int, words: str) -> None:
    watched = Disk(file.parent)
    watched.fault = Fault(calls_of(file, "over an old file").index("replace") + 1, error, "once")
    with watched.watched(), pytest.raises(CannotSave) as caught:
        write_atomically(file, NEW)
    assert caught.value.message == f"Cannot save “{file}”: {words}"


def test_a_folder_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="its folder is gone"):
        write_atomically(tmp_path / "gone" / "a.mou.yaml", NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="it is a folder"):
        write_atomically(tmp_path, NEW)


@posix
def test_a_name_with_an_escape_sequence_is_shown_harmlessly(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as caught:
        read_bytes(tmp_path / "a\x1b]0;owned\x07\u202eb", 10)
    assert caught.value.message.isprintable()
