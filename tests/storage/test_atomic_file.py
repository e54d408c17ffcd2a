from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.errors import AlreadyExists, CannotOpen, CannotSave, MouError
from mou_tui.storage import atomic_file, platform_io
from mou_tui.storage.atomic_file import FileChanged, read_bytes, remove_stale_temps, write_atomically
from tests.torture.faults import Disk, Fault, faults

OLD, NEW = b"old\n" * 500, b"new\n" * 700

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes, pipes or groups")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.mou.yaml"
    path.write_bytes(OLD)
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def temps(folder: Path) -> list[str]:
    return [found.name for found in folder.iterdir() if found.name.startswith(".~")]


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
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said == f"Cannot save “{file}”: a limit on the size of files is reached. Save again, or save elsewhere.\n"
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


def test_one_folder_holds_everything_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOU_TUI_HOME", str(tmp_path))
    assert all(tmp_path in place.parents for place in (paths.documents(), paths.state(), paths.config()))


def test_without_a_home_folder_nothing_is_made_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOU_TUI_HOME", raising=False)
    for name in ("user_state_path", "user_config_path", "user_documents_path"):
        monkeypatch.setattr(f"platformdirs.{name}", lambda *_args, **_options: Path("~/somewhere"))
    for place in (paths.documents, paths.state, paths.config):
        with pytest.raises(MouError, match="MOU_TUI_HOME"):
            place()


def test_the_checklists_are_found() -> None:
    assert (paths.content() / "sro" / "checklist.yaml").is_file()
