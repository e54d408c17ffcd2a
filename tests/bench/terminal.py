"""A program run in a pseudo-terminal, and what it has written on its screen, and when."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from types import TracebackType

COLUMNS, LINES = 120, 40

_TOKEN = re.compile(
    r"\x1b\[[0-9;?<>=$ ]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b[()].|\x1b[^\[\]()]|[\r\n]|[^\x1b\r\n]+", re.S
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;?<>=$ ]*|\][^\x07]*|[()])?$", re.S)
_MOVE = re.compile(r"\x1b\[(?:(\d+);(\d+))?H")

# What a present-day terminal says when asked whether it can hold back a frame until it is whole.
_ANSWERS = {"\x1b[?2026$p": b"\x1b[?2026;2$y"}


@dataclass(frozen=True)
class Sighting:
    """A character that came up on the screen."""

    at: float
    row: int
    column: int


class Screen:
    """What is where, and when and where each rare letter came up."""

    def __init__(self) -> None:
        self.cells = [[" "] * COLUMNS for _ in range(LINES)]
        self.sightings: dict[str, list[Sighting]] = {}
        self.queries: list[str] = []
        self._row = self._column = 0
        self._rest = ""

    @property
    def text(self) -> str:
        """All lines of the screen."""
        return "\n".join("".join(line).rstrip() for line in self.cells)

    def column_of(self, character: str) -> int:
        """The rightmost column with a character in it; -1 if there is none."""
        columns = (column for line in self.cells for column, cell in enumerate(line) if cell == character)
        return max(columns, default=-1)

    def feed(self, text: str, at: float) -> None:
        """Take what the program wrote."""
        text = self._rest + text
        unfinished = _UNFINISHED.search(text)
        self._rest = unfinished[0] if unfinished else ""
        for token in _TOKEN.findall(text[: len(text) - len(self._rest)]):
            if token == "\r":
                self._column = 0
            elif token == "\n":
                self._row += 1
            elif token in _ANSWERS:
                self.queries.append(token)
            elif move := _MOVE.fullmatch(token):
                self._row, self._column = int(move[1] or 1) - 1, int(move[2] or 1) - 1
            elif not token.startswith("\x1b"):
                self._put(token, at)

    def _put(self, text: str, at: float) -> None:
        for character in text:
            if 0 <= self._row < LINES and 0 <= self._column < COLUMNS:
                self.cells[self._row][self._column] = character
            if is_rare(character):
                self.sightings.setdefault(character, []).append(Sighting(at, self._row, self._column))
            self._column += 2 if unicodedata.east_asian_width(character) in "WF" else 1


RARE_LETTERS = tuple(chr(code) for code in range(0x100, 0x250) if chr(code).isalpha())
"""Letters that no checklist or session holds: each is typed once, so its first sighting is its echo."""


def is_rare(character: str) -> bool:
    """Whether a character is one of the rare letters."""
    return "\u0100" <= character < "\u0250"


class Terminal:
    """A running program; use it as a context manager."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        _turn_off_echo(slave)
        self.screen = Screen()
        self._letters = iter(RARE_LETTERS)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self.started = perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(environment),
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def send(self, text: str) -> None:
        """Press keys."""
        os.write(self._master, text.encode())

    def read(self, seconds: float) -> bool:
        """Take what the program writes next; False if it writes nothing for that long or has ended."""
        readable, _, _ = select.select([self._master], [], [], seconds)
        if not readable:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return False
        at = perf_counter()
        self.screen.feed(self._decoder.decode(data), at)
        while self.screen.queries:
            os.write(self._master, _ANSWERS[self.screen.queries.pop()])
        return True

    def wait(self, until: Callable[[Screen], bool], limit: float = 10.0) -> None:
        """Read until the screen is as wished.

        Raises:
            TimeoutError: it did not become so.
        """
        deadline = perf_counter() + limit
        while not until(self.screen):
            left = deadline - perf_counter()
            if left <= 0 or (not self.read(left) and self._process.poll() is not None):
                raise TimeoutError(f"waited in vain; the screen:\n{self.screen.text}")

    def wait_until_quiet(self, seconds: float = 0.06, limit: float = 5.0) -> None:
        """Read until nothing has been written for a while."""
        deadline = perf_counter() + limit
        while perf_counter() < deadline and self.read(seconds):
            pass

    def next_letter(self) -> str:
        """A rare letter that was not yet typed here."""
        return next(self._letters)


def _take_terminal() -> None:
    """So that the program hears when the terminal goes away."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _turn_off_echo(slave: int) -> None:
    """Else the system itself would echo what is typed before the program takes over."""
    attributes = termios.tcgetattr(slave)
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(slave, termios.TCSANOW, attributes)
