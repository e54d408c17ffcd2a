"""The real program, on a real terminal or between pipes."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds after which a program that says nothing has stopped."""

# A new session has no terminal of its own until it takes one; without it Ctrl+C and hanging up would not be heard.
ON_TERMINAL = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from mou_tui.cli import main; main()"

_PROMPT = re.compile(r"(?:^|\n)[^\n]*[:?] $")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What the program finds around it: a home in a folder, and little else."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(ROOT),
        "MOU_TUI_HOME": str(folder / "home"),
        "LC_ALL": "C.UTF-8",
        **more,
    }


def piped(arguments: Sequence[str], lines: Sequence[str], folder: Path, **more: str) -> tuple[int, str]:
    """Run the program in a folder with lines for its input; gives its exit code and all it said."""
    done = subprocess.run(
        [sys.executable, "-m", "mou_tui", *arguments],
        input="".join(f"{line}\n" for line in lines).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env=environment(folder, **more),
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout.decode()


class Terminal:
    """The program on a terminal, and somebody who types."""

    def __init__(
        self, arguments: Sequence[str], folder: Path, until: Callable[[str], bool] | None = None, **more: str
    ) -> None:
        self.output = ""
        """All that the program sent to the terminal, and the echo of what was typed."""
        self._file, theirs = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", ON_TERMINAL, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=environment(folder, **more),
            start_new_session=True,
        )
        os.close(theirs)
        self.hears(until or _asked)

    def types(self, *lines: str) -> None:
        """Type lines, each once it is asked for."""
        for line in lines:
            self.sends(f"{line}\n")
            self.hears(_asked)

    def begins(self, words: str) -> None:
        """Type words without Enter, and wait until they are on the screen."""
        self.sends(words)
        self.hears(lambda output: output.endswith(words))

    def sends(self, keys: str) -> None:
        """Press keys."""
        os.write(self._file, keys.encode())

    def hears(self, until: Callable[[str], bool]) -> None:
        """Listen until something is heard, or the program ends."""
        before = len(self.output)
        while self._listens(PATIENCE):
            if until(self.output[before:]):
                return
        if self._process.poll() is None:
            raise TimeoutError(f"waited in vain after:\n{self.output}")

    def _listens(self, patience: float) -> bool:
        """Take in what is said next; False if the program has ended, or says nothing for some seconds."""
        readable, _, _ = select.select([self._file], [], [], patience)
        try:
            sent = os.read(self._file, 1 << 16) if readable else b""
        except OSError:
            return False
        self.output += sent.decode().replace("\r\n", "\n")
        return bool(sent)

    def interrupts(self) -> None:
        """Press Ctrl+C, and again if nothing comes of it: readline leaves one at the very end of a key to the next."""
        self.sends("\x03")
        while not self._listens(1.0) and self._process.poll() is None:
            self.sends("\x03")

    def ends(self) -> int:
        """Wait for the program to end; gives its exit code."""
        while self._listens(PATIENCE):
            pass
        return self._process.wait(PATIENCE)

    def hangs_up(self) -> int:
        """Close the window; gives the exit code of the program."""
        os.close(self._file)
        self._file = -1
        return self._process.wait(PATIENCE)

    def stop(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def close(self) -> None:
        """Leave nothing behind."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if self._file >= 0:
            os.close(self._file)


@contextlib.contextmanager
def terminal(
    arguments: Sequence[str], folder: Path, until: Callable[[str], bool] | None = None, **more: str
) -> Iterator[Terminal]:
    """The program on a terminal, which is cleared away; it is used once `until` holds of what it said, or it asks."""
    program = Terminal(arguments, folder, until, **more)
    try:
        yield program
    finally:
        program.close()


def _asked(output: str) -> bool:
    # Only a prompt is sent without the end of its line.
    return bool(_PROMPT.search(output))
