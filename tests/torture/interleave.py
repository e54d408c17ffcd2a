"""Two people, several programs and one file, in random order: nobody's words are lost.

Run by hand from the top folder: `python -m tests.torture.interleave [PLAYS] [SEED]`. In each play somebody types
into the program, which saves, is closed, is killed, is opened again or a second time. Somebody else edits the file
behind its back: in place or by another file, with the same size and time, from an old copy, or removes it; and some
of that comes in the middle of a save, before one of its calls. At the end every word typed, and every word edited
that its own author did not take out again, must be in the file, in a conflict file, in a backup or in a recovery
copy. Exits 1 if one is not.

One moment is left out, because no call of any operating system compares and replaces: from the last look at the
file to the call that replaces it. How long that is, is measured and printed.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from mou_tui.errors import CannotOpen, InvalidFile
from mou_tui.persistence import maintenance
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import decode, encode
from tests.torture.faults import Disk, session, text_of

WORD = re.compile(rb"[te]\d{4}")
STEPS = 25
# The last look at a file is an opening, and what comes after it until the replacement is left out.
MOMENTS = ("open", "stat", "lstat", "write", "fsync", "fchmod", "link", "unlink")


@dataclass
class Play:
    """What happened to one file, and what must be found at the end."""

    folder: Path
    random: Random
    wanted: set[bytes] = field(default_factory=set)
    steps: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    now: datetime = datetime(2026, 3, 4, 12)
    store: SessionStore | None = None

    def __post_init__(self) -> None:
        self.path = self.folder / "session" / "a.mou.yaml"
        self.path.parent.mkdir(parents=True)
        self._old = encode(session("start"))
        self._words = 0

    def clock(self) -> datetime:
        """The time of the play."""
        return self.now

    def new_word(self, kind: str) -> str:
        """A word nobody has said, that must not be lost: t for typed, e for edited."""
        self._words += 1
        word = f"{kind}{self._words:04}"
        self.wanted.add(word.encode())
        return word

    # What the program does

    def type(self) -> None:
        if self.store:
            words = text_of(self.store.session)
            self.store.record(session(f"{words} {self.new_word('t')}"))

    def flush(self) -> None:
        if self.store:
            self.store.flush(10)

    def flush_while_edited(self) -> None:
        if self.store:
            moment, edits = self.random.randrange(1, 40), iter([self.edit])

            def interrupt(number: int, name: str) -> None:
                if number >= moment and name in MOMENTS:
                    for edit in edits:
                        self.steps.append(f"before {name}, call {number}:")
                        edit()

            with Disk(self.path.parent, before=interrupt).watched():
                self.store.flush(10)

    def close(self) -> None:
        if self.store:
            self.store.close(10)
            self.store = None

    def kill(self) -> None:
        if self.store:
            # The recovery copy is at most 250 ms behind; what is typed within them is the subject of `kill.py`.
            for saver in self.store._autosave.workers:
                if self.random.random() < 0.5 or saver is self.store._autosave.recovery:
                    saver.finish(10)
            for saver in self.store._autosave.workers:
                saver.stop(10)
            self.store._file.local.release()
            self.store = None

    def open(self) -> None:
        if self.store is None:
            path = self.random.choice(sorted(self.path.parent.glob("*.mou.yaml")) or [self.path])
            try:
                self.store = SessionStore.open(path, clock=self.clock)
            except (CannotOpen, InvalidFile):
                for backup in maintenance.backups(path)[:1]:
                    maintenance.restore(path, backup, clock=self.clock)
                    self.store = SessionStore.open(path, clock=self.clock)
                if self.store is None:
                    self.store = SessionStore.create(path, session("start"), clock=self.clock)
            if self.store.recovered:
                decide = self.random.choice([self.store.accept_recovery, self.store.decline_recovery, self.flush])
                self.steps.append(f"recovered: {decide.__name__}")
                decide()

    def open_a_second_time(self) -> None:
        if self.store:
            second = SessionStore.open(self.store.path, clock=self.clock) if self.store.path.exists() else None
            if second and self.random.random() < 0.5:
                second.save_elsewhere(self.path.with_name(f"copy-{self._words}.mou.yaml"))
                second.record(session(f"{text_of(second.session)} {self.new_word('t')}"))
            if second:
                second.close(10)

    def wait(self) -> None:
        self.now += timedelta(minutes=self.random.choice([1, 6, -30]))

    # What somebody else does

    def edit(self) -> None:
        path = self.random.choice(sorted(self.path.parent.glob("*.mou.yaml")) or [self.path])
        before = path.read_bytes() if path.exists() else b""
        stat = path.stat() if path.exists() else None
        how = self.random.choice(["in place", "by another file", "same size and time", "from an old copy", "remove"])
        self.steps.append(f"edit {path.name} {how}")

        if how == "remove":
            path.unlink(missing_ok=True)
            after = b""
        elif how == "same size and time" and (theirs := re.findall(rb"e\d{4}", before)) and stat:
            after = before.replace(theirs[-1], self.new_word("e").encode())
            path.write_bytes(after)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        else:
            start = self._old if how == "from an old copy" or not before else before
            words = text_of(decode(start, path.name).session)
            after = encode(session(f"{words} {self.new_word('e')}"))
            if how == "by another file":
                other = path.with_name("other")
                other.write_bytes(after)
                other.replace(path)
            else:
                path.write_bytes(after)
            self._old = self.random.choice([self._old, after])
        # Who takes out their own words does not want them; what was typed is wanted all the same.
        self.wanted -= {word for word in WORD.findall(before) if word not in after and word.startswith(b"e")}

    def found(self) -> set[bytes]:
        """Every word that is still somewhere on the disk."""
        files = (file for file in self.folder.rglob("*.mou.yaml") if file.is_file())
        return {word for file in files for word in WORD.findall(file.read_bytes())}


def play(folder: Path, seed: int) -> Play:
    """Play once in an empty folder."""
    os.environ["MOU_TUI_HOME"] = str(folder)
    game = Play(folder, Random(seed))
    game.store = SessionStore.create(game.path, session("start"), clock=game.clock)
    acts = {
        game.type: 6,
        game.flush: 3,
        game.flush_while_edited: 4,
        game.edit: 3,
        game.open: 4,
        game.open_a_second_time: 1,
        game.close: 1,
        game.kill: 1,
        game.wait: 2,
    }
    for act in game.random.choices(list(acts), weights=list(acts.values()), k=STEPS):
        game.steps.append(act.__name__)
        act()
    game.random.choice([game.close, game.kill])()
    game.lost = sorted(word.decode() for word in game.wanted - game.found())
    return game


def unseen_moment() -> float:
    """Measure how long it is from the last look at the file to the call that replaces it, in microseconds."""
    times: list[tuple[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MOU_TUI_HOME"] = folder
        path = Path(folder) / "session" / "a.mou.yaml"
        path.parent.mkdir()
        store = SessionStore.create(path, session("start"))
        moments = []
        for number in range(200):
            times.clear()
            with Disk(path.parent, before=lambda _number, name: times.append((name, perf_counter()))).watched():
                store.record(session(f"word {number}"))
                store.flush(10)
            replaced = max(index for index, (name, _) in enumerate(times) if name == "replace")
            looked = max(index for index, (name, _) in enumerate(times[:replaced]) if name == "open")
            moments.append(times[replaced][1] - times[looked][1])
        store.close()
    return median(moments) * 1e6


def main() -> int:
    """Play many times and print what was lost."""
    plays = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    did: Counter[str] = Counter()
    words = lost = 0
    for seed in range(first, first + plays):
        folder = Path(tempfile.mkdtemp(prefix="interleave-"))
        game = play(folder, seed)
        did.update(step.split(":")[0] for step in game.steps if not step.startswith(("edit", "before")))
        did.update(f"edit {step.split('yaml ')[1]}" for step in game.steps if step.startswith("edit "))
        words += len(game.wanted)
        lost += len(game.lost)
        if game.lost:
            print(f"LOST  seed {seed}: {game.lost} in {folder}; " + "; ".join(game.steps))
        else:
            shutil.rmtree(folder)
    for step, times in sorted(did.items()):
        print(f"{step:24}{times:8}")
    print(f"{plays} plays, {words} words, {lost} lost")
    print(f"left out: {unseen_moment():.0f} µs of every save (median of 200, with the watching)")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
