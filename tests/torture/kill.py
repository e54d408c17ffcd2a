"""The program is killed while keys arrive: what it leaves can be read, and at most 250 ms of typing are lost.

    python -m tests.torture.kill --trials 1000              kill -9, at a random moment
    python -m tests.torture.kill --trials 200 --by TERM     a signal: TERM, HUP or INT, or the terminal closed (close)
    python -m tests.torture.kill --bare                     not the program but its store alone, behind a plain loop

Each trial runs the program in a pseudo-terminal on a session of usual size, types letters that no session holds, ends
it, and opens the session again as the next start would. After a kill, what counts is how long before the end the first
key was pressed that is neither in the file nor in the recovery copy. After a signal every key must be in the file, the
program gone within two seconds and the terminal as it was. Prints the figures, and exits 1 if one is over its bound.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import monotonic

from mou_tui.errors import MouError
from mou_tui.persistence.store import SessionStore
from mou_tui.session.model import Answer, Session
from tests.bench.sessions import write_usual
from tests.bench.terminal import RARE_LETTERS

PROGRAM = (sys.executable, "-m", "mou_tui", "open")
BARE = (sys.executable, "-m", "tests.torture.kill", "--typist")
READY = b"Next"
"""What is on the screen as soon as keys are taken."""
KEYS_A_SECOND = 30
LOST_AT_MOST = 0.25
GONE_WITHIN = 2.0

*_LETTERS, _LAST = RARE_LETTERS
_LEAVE_SCREEN, _ENTER_SCREEN = b"\x1b[?1049l", b"\x1b[?1049h"
_SHOW_CURSOR, _HIDE_CURSOR = b"\x1b[?25h", b"\x1b[?25l"


@dataclass
class Trial:
    """What became of what was typed.

    Attributes:
        keys: When each letter was typed.
        lost: How long before the end the first letter was typed that is lost; 0 if none is.
        lost_keys: How many are lost.
        gone: How long the program took to end.
        wrong: Everything that must not be, however slow the machine is.
    """

    keys: list[tuple[float, str]] = field(default_factory=list)
    lost: float = 0.0
    lost_keys: int = 0
    gone: float = 0.0
    wrong: list[str] = field(default_factory=list)

    @property
    def too_slow(self) -> list[str]:
        """What took longer than it may."""
        slow = [f"{self.lost * 1000:.0f} ms of typing lost"] if self.lost > LOST_AT_MOST else []
        return slow + ([f"{self.gone:.1f} s to end"] if self.gone > GONE_WITHIN else [])


class Running:
    """A program in a pseudo-terminal of its own, whose output is always read."""

    def __init__(self, command: Sequence[str]) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.settings = termios.tcgetattr(self.slave)
        self.written = b""
        self.process = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def press(self, letter: str) -> tuple[float, str]:
        """Press a key; returns when, and which."""
        os.write(self.master, letter.encode())
        return monotonic(), letter

    def read(self, seconds: float) -> bool:
        """Take what the program writes for so long; say whether it wrote anything."""
        until, before = monotonic() + seconds, len(self.written)
        while (left := until - monotonic()) > 0 and select.select([self.master], [], [], left)[0]:
            self.written += os.read(self.master, 1 << 16)
        return len(self.written) > before

    def wait_until_quiet(self, seconds: float, limit: float, after: bytes = b"") -> None:
        """Read until nothing has been written for a while, after a certain text was."""
        until = monotonic() + limit
        while monotonic() < until and (self.read(seconds) or after not in self.written):
            pass

    def end(self, by: str) -> float:
        """End the program and return how long that took."""
        start = monotonic()
        if by == "close":
            os.close(self.master)
        else:
            self.process.send_signal(getattr(signal, f"SIG{by}"))
        while self.process.poll() is None and monotonic() < start + 10:
            if by == "close":
                select.select([], [], [], 0.005)
            else:
                self.read(0.005)
        gone = monotonic() - start
        self.process.kill()
        self.process.wait()
        return gone

    def left_behind(self) -> list[str]:
        """What is not as it was before the program."""
        self.read(0.05)
        wrong = []
        if self.written.rfind(_LEAVE_SCREEN) < self.written.rfind(_ENTER_SCREEN):
            wrong.append("the terminal still shows the program")
        if self.written.rfind(_SHOW_CURSOR) < self.written.rfind(_HIDE_CURSOR):
            wrong.append("the cursor is hidden")
        if termios.tcgetattr(self.slave) != self.settings:
            wrong.append("the terminal does not echo as before")
        return wrong


def run(command: Sequence[str], path: Path, by: str, random: Random, at_most: float = 3.0) -> Trial:
    """Type into the program for some seconds, end it, and look at what it left."""
    write_usual(path)
    trial, running = Trial(), Running((*command, str(path)))
    try:
        running.wait_until_quiet(0.2, 30, after=READY)
        until = monotonic() + random.uniform(0.05, at_most)
        while monotonic() < until:
            trial.keys.append(running.press(random.choice(_LETTERS)))
            running.read(random.expovariate(KEYS_A_SECOND))
        if by != "KILL":
            # A key the terminal still holds was never the program's to lose; this one the program has seen.
            trial.keys.append(running.press(_LAST))
            running.wait_until_quiet(0.1, 30, after=_LAST.encode())
        ended = monotonic()
        trial.gone = running.end(by)
        if by not in ("KILL", "close"):
            trial.wrong += running.left_behind()
    finally:
        os.close(running.slave)
        if by != "close":
            os.close(running.master)
    _judge(trial, path, by, ended)
    return trial


def _judge(trial: Trial, path: Path, by: str, ended: float) -> None:
    typed = "".join(letter for _, letter in trial.keys)
    try:
        store = SessionStore.open(path)
    except MouError as error:
        trial.wrong.append(f"unreadable: {error.message}")
        return
    if store.read_only:
        trial.wrong.append(f"locked: {store.state.message}")
    length = _length_of(typed, store.session)
    if store.recovered and by == "KILL":
        length = max(length, _length_of(typed, store.recovered.session))
    store.close()

    trial.lost_keys = len(typed) - length
    trial.lost = ended - trial.keys[length][0] if trial.lost_keys else 0.0
    if by != "KILL" and trial.lost_keys:
        trial.wrong.append(f"{trial.lost_keys} of {len(typed)} keys are not in the file")


def _length_of(typed: str, session: Session) -> int:
    """How much of what was typed, from its start, is in one answer."""
    texts = [answer.text for answer in session.answers.values()]
    return next(length for length in range(len(typed), -1, -1) if any(typed[:length] in text for text in [*texts, ""]))


def typist(path: Path) -> None:
    """Record every key into a store, and nothing else: what the program comes down to."""
    import tty

    store = SessionStore.open(path)
    settings = termios.tcgetattr(0)

    def stop(_signal: int, _frame: object) -> None:
        store.close()
        sys.exit()

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        signal.signal(getattr(signal, name), stop)
    tty.setcbreak(0)
    try:
        print(READY.decode(), flush=True)
        question, text = "mission.purpose", ""
        while letter := sys.stdin.read(1):
            text += letter
            store.record(store.session.with_answer(question, Answer(text)))
    finally:
        termios.tcsetattr(0, termios.TCSANOW, settings)


def main() -> int:
    """Run the trials and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--by", default="KILL", choices=("KILL", "TERM", "HUP", "INT", "close"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--typist", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.typist:
        typist(options.typist)
        return 0

    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        os.environ["MOU_TUI_HOME"] = folder
        seeds = range(options.seed, options.seed + options.trials)
        paths = [Path(folder) / f"{seed}.mou.yaml" for seed in seeds]
        command = BARE if options.bare else PROGRAM
        trials = list(pool.map(lambda path, seed: run(command, path, options.by, Random(seed)), paths, seeds))

    for seed, trial in zip(seeds, trials, strict=True):
        for what in trial.wrong + trial.too_slow:
            print(f"WRONG  seed {seed}: {what}")
    lost = sorted(trial.lost * 1000 for trial in trials)
    wrong = sum(bool(trial.wrong + trial.too_slow) for trial in trials)
    keys = sum(len(trial.keys) for trial in trials)
    print(f"{len(trials)} trials by {options.by}, {keys} keys; {wrong} went wrong")
    print(f"typing lost: median {median(lost):.0f} ms, most {lost[-1]:.0f} ms")
    if options.by != "KILL":
        print(f"gone after: median {median(t.gone for t in trials):.2f} s, most {max(t.gone for t in trials):.2f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
