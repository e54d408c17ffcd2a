"""Every file-system call of a save made to fail in turn: old words intact, new words safe.

Run by hand from the top folder: `python -m tests.torture.faults`. It changes a session and saves it, again and
again; each time another call fails, with each of four errors, once or from there on for ever, or after it was
done. Then it looks at what is on the disk, pretends the program was killed there and opens the session again, and
lets the disk recover and saves. Opening after a kill is treated in the same way. Prints the list, and exits 1 if
anything was lost.
"""

from __future__ import annotations

import errno
import os
import pathlib
import shutil
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Literal, get_args
from unittest import mock

from mou_tui.errors import MouError
from mou_tui.persistence.local_state import LocalState, fingerprint
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import encode
from mou_tui.session.model import Answer, ChecklistRef, Session

How = Literal["once", "for ever", "after it was done"]

HOWS: tuple[How, ...] = get_args(How)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EPERM)
OLD, NEW = "What was agreed before.", "What the room has said since."

BY_PATH = ("open", "stat", "lstat", "replace", "rename", "link", "unlink", "mkdir", "scandir", "listdir")
BY_FILE = ("write", "read", "fsync", "close", "fstat", "fchmod", "fchown")


@dataclass(frozen=True)
class Fault:
    """Which call fails, and how."""

    call: int
    error: int
    how: How

    def __str__(self) -> str:
        return f"call {self.call} {errno.errorcode[self.error]} {self.how}"


class Disk:
    """The calls that reach one folder, counted; each may be answered by something else."""

    def __init__(self, folder: Path, before: Callable[[int, str], object] | None = None) -> None:
        self.folder = os.path.realpath(folder)
        self.calls: list[str] = []
        self.fault: Fault | None = None
        self._before = before
        self._files: set[object] = set()
        self._one_at_a_time = threading.RLock()

    @contextmanager
    def watched(self) -> Iterator[Disk]:
        """Stand between the program and the operating system."""
        # Python 3.10 keeps what it needs of `os` for paths at hand, where a change to `os` does not reach it.
        at_hand = getattr(pathlib, "_normal_accessor", None)
        with ExitStack() as patches:
            for name in (*BY_PATH, *BY_FILE):
                watched = partial(self._call, name, getattr(os, name))
                patches.enter_context(mock.patch.object(os, name, watched))
                if name != "open" and hasattr(at_hand, name):
                    patches.enter_context(mock.patch.object(at_hand, name, watched))
            yield self

    def _call(self, name: str, real: Callable[..., object], *args: object, **options: object) -> object:
        if not self._concerns(args[0]):
            return real(*args, **options)
        with self._one_at_a_time:
            self.calls.append(name)
            number = len(self.calls)
            if self._before:
                self._before(number, name)
            fault = self.fault
            if fault is None or not (number == fault.call or (number > fault.call and fault.how == "for ever")):
                return self._really(name, real, *args, **options)
            # Linux closes a file even when it reports an error for it.
            if name == "close" or fault.how == "after it was done":
                opened = self._really(name, real, *args, **options)
                if name == "open" and isinstance(opened, int):
                    os.close(opened)
            raise OSError(fault.error, os.strerror(fault.error))

    def _really(self, name: str, real: Callable[..., object], *args: object, **options: object) -> object:
        result = real(*args, **options)
        if name == "open":
            self._files.add(result)
        elif name == "close":
            self._files.discard(args[0])
        return result

    def _concerns(self, what: object) -> bool:
        if isinstance(what, int):
            return what in self._files
        return isinstance(what, str | os.PathLike) and os.fspath(what).startswith(self.folder)


def session(words: str) -> Session:
    """A session in which this was said."""
    return Session(ChecklistRef("sro", "1"), answers={"mission.purpose": Answer(words)})


def text_of(session: Session) -> str:
    """What was said in a session."""
    return session.answer("mission.purpose").text


@dataclass(frozen=True)
class Trial:
    """What became of a save or an opening on disks of which one fails.

    Attributes:
        calls: The calls that reached that disk.
        wrong: What was lost or said falsely.
    """

    calls: list[str]
    wrong: list[str]


def try_save(home: Path, which: str, fault: Fault | None) -> Trial:
    """Save once.

    Args:
        home: An empty folder.
        which: The disk that fails: "session" or "state".
        fault: How; none to count the calls.
    """
    path = _make(home)
    store = SessionStore.create(path, session(OLD))
    disk = Disk(home / which)
    with disk.watched():
        disk.fault = fault
        store.record(session(NEW))
        state = store.flush(10)
        disk.fault = None
        calls = list(disk.calls)
    wrong = list(_wrong_on_disk(store, path, which))
    wrong += _wrong_after_kill(home, path)
    if state.kind == "failed" and str(path) not in state.message:
        wrong.append(f"does not name the file: {state.message}")

    after = store.flush(10)
    if after.kind != "saved" or path.read_bytes() != encode(session(NEW)):
        wrong.append(f"not saved when the disk was well again: {after}")
    if store.close().kind != "saved":
        wrong.append("not saved at the end")
    return Trial(calls, wrong)


def try_open(home: Path, which: str, fault: Fault | None) -> Trial:
    """Open a session once that a killed program has left with words that were never saved."""
    path = _make(home)
    SessionStore.create(path, session(OLD)).close()
    before = path.read_bytes()
    LocalState(path).write_recovery(encode(session(NEW)), fingerprint(before))
    disk = Disk(home / which)
    wrong = []
    with disk.watched():
        disk.fault = fault
        try:
            SessionStore.open(path).close()
        except MouError as error:
            if str(path) not in error.message:
                wrong.append(f"does not name the file: {error.message}")
        except OSError as error:
            wrong.append(f"not said in words: {error}")
        disk.fault = None
    if path.read_bytes() != before:
        wrong.append("the file was changed")
    again = SessionStore.open(path)
    if again.recovered is None or text_of(again.recovered.session) != NEW:
        wrong.append("the words that were never saved are lost")
    again.close()
    return Trial(disk.calls, wrong)


def _make(home: Path) -> Path:
    os.environ["MOU_TUI_HOME"] = str(home)
    path = home / "session" / "a.mou.yaml"
    path.parent.mkdir(parents=True)
    return path


def _wrong_on_disk(store: SessionStore, path: Path, which: str) -> Iterator[str]:
    held = path.read_bytes()
    if held not in (encode(session(OLD)), encode(session(NEW))):
        yield "the file is neither the old one nor the new one"
    if store.state.kind == "saved" and held != encode(session(NEW)):
        yield "it says “saved”, and it is not"
    if store.state.kind not in ("saved", "failed"):
        yield f"it is neither saved nor failed: {store.state}"
    if which == "state" and store.state.kind != "saved":
        yield "the file was not saved, and nothing was wrong with its disk"
    if text_of(store.session) != NEW:
        yield "the words are gone from memory"
    temps = [file.name for file in path.parent.iterdir() if file.name.endswith(".tmp")]
    if len(temps) > 1:
        yield f"left behind: {temps}"


def _wrong_after_kill(home: Path, path: Path) -> Iterator[str]:
    """Open a copy of everything, as a program would that is started after this one was killed."""
    left = home.with_name(home.name + "-left")
    shutil.copytree(home, left)
    elsewhere = left / "session" / path.name
    os.environ["MOU_TUI_HOME"] = str(left)
    # What this computer keeps goes by the path, which is another one in the copy.
    (kept,) = (left / "state" / "sessions").iterdir()
    kept.rename(LocalState(elsewhere).folder)
    try:
        again = SessionStore.open(elsewhere)
        texts = {text_of(again.session), *([text_of(again.recovered.session)] if again.recovered else [])}
        again.close()
        if NEW not in texts:
            yield f"after a kill only {texts} is left"
    except MouError as error:
        yield f"after a kill it cannot be opened: {error.message}"
    finally:
        os.environ["MOU_TUI_HOME"] = str(home)
        shutil.rmtree(left)


def faults(calls: int, errors: Sequence[int] = ERRORS, hows: Sequence[How] = HOWS) -> Iterator[Fault]:
    """Every way in which one of so many calls can fail."""
    for call in range(1, calls + 1):
        for error in errors:
            for how in hows:
                yield Fault(call, error, how)


def run(
    folder: Path, errors: Sequence[int] = ERRORS, hows: Sequence[How] = HOWS
) -> Iterator[tuple[str, str, Fault, list[str]]]:
    """Try every fault; give what was done on which disk, the call, the fault and what went wrong."""
    homes = (folder / str(number) for number in count())
    for doing, trial in (("save", try_save), ("open", try_open)):
        for which in ("session", "state"):
            untouched = trial(next(homes), which, None)
            assert not untouched.wrong, untouched.wrong
            for fault in faults(len(untouched.calls), errors, hows):
                home = next(homes)
                tried = trial(home, which, fault)
                shutil.rmtree(home)
                yield f"{doing}, {which} disk", untouched.calls[fault.call - 1], fault, tried.wrong


def main() -> int:
    """Print one line for every call, and what went wrong."""
    tried: Counter[tuple[str, int, str]] = Counter()
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        for where, call, fault, wrong in run(Path(folder)):
            tried[where, fault.call, call] += 1
            for what in wrong:
                print(f"LOST  {where}, {call}, {fault}: {what}")
            lost += bool(wrong)
    for (where, number, call), points in tried.items():
        print(f"{where:20}{number:4} {call:10}{points:4} faults")
    print(f"{sum(tried.values())} faults at {len(tried)} calls; {lost} lost anything")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
