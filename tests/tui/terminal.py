"""The real program in a pseudo-terminal: keys go in, and what it writes is put on a screen to be read."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from rich.cells import get_character_cell_size

PATIENCE = 20.0
"""Seconds after which what was waited for does not come any more."""

ESCAPE, ENTER, TAB, SHIFT_TAB = "\x1b", "\r", "\t", "\x1b[Z"
UP, DOWN, RIGHT, LEFT, END = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[F"
F1, F2, F3, F5, F6, F7, F8, F9, F12 = (
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    *(f"\x1b[{number}~" for number in (15, 17, 18, 19, 20, 24)),
)

SEQUENCE = re.compile(
    rb"\x1b\[([<>=?]?)[0-9;:]*([ -/]*[@-~])"  # control sequences: private mark and final byte tell what they do
    rb"|\x1b([\]PX^_])(.*?)(?:\x07|\x1b\\)"  # strings: titles, the clipboard, links
    rb"|\x1b([ -/]*[0-OQ-WYZ\\`-~])",
    re.S,
)
TOKEN = re.compile(
    rb"\x1b\[(?P<row>\d+);(?P<column>\d+)H|" + SEQUENCE.pattern + rb"|(?P<end>[\r\n])|(?P<text>[^\x1b\r\n]+)", re.S
)


class Terminal:
    """The program, running in a terminal.

    Args:
        arguments: what follows its name.
        size: columns and lines of the terminal.
        module: what to run; by default the program itself.
    """

    def __init__(self, *arguments: str | Path, size: tuple[int, int] = (80, 24), module: str = "mou_tui") -> None:
        self._columns, self._lines = size
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", self._lines, self._columns, 0, 0))
        self.output = b""
        self._cells = [[" "] * self._columns for _ in range(self._lines)]
        self._row = self._column = self._drawn = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            cwd=Path(__file__).parents[2],
            start_new_session=True,
        )
        os.close(slave)

    @property
    def screen(self) -> str:
        """What is on the screen, row by row."""
        return "\n".join("".join(line) for line in self._cells)

    def press(self, keys: str, until: str) -> None:
        """Press keys, and wait until words are on the screen."""
        self.send(keys)
        self.wait(until)

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self.master, keys.encode())

    def paste(self, text: str, until: str) -> None:
        """Paste as a terminal does, which takes out escape characters, and wait until words are on the screen."""
        self.press(pasted(text), until)

    def wait(self, until: str, gone: Sequence[str] = ()) -> None:
        """Wait until words are on the screen, and others are not there any more."""
        deadline = monotonic() + PATIENCE
        while until not in self.screen or any(words in self.screen for words in gone):
            if monotonic() > deadline or not self._read(deadline - monotonic()):
                raise AssertionError(f"{until!r} did not come up, or {gone!r} did not go:\n{self.screen}")

    def end(self) -> int:
        """Wait for the program to end, and return its exit code."""
        deadline = monotonic() + PATIENCE
        while self._read(max(0.0, deadline - monotonic())):
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Leave nothing running."""
        self.process.kill()
        self.process.wait()
        os.close(self.master)

    def _read(self, seconds: float) -> bool:
        readable, _, _ = select.select([self.master], [], [], seconds)
        try:
            data = os.read(self.master, 1 << 16) if readable else b""
        except OSError:
            return False
        self.output += data
        self._draw()
        return bool(data)

    def _draw(self) -> None:
        """Put what was written since the last time on the screen, as far as it is whole."""
        while token := TOKEN.match(self.output, self._drawn):
            try:
                text = (token["text"] or b"").decode()
            except UnicodeDecodeError:
                return
            self._drawn = token.end()
            if token["row"]:
                self._row, self._column = int(token["row"]) - 1, int(token["column"]) - 1
            elif token["end"]:
                self._row, self._column = (self._row, 0) if token["end"] == b"\r" else (self._row + 1, self._column)
            if text:
                self._put(
                    [
                        cell
                        for character in text
                        for cell in (character, *[""] * (get_character_cell_size(character) - 1))
                    ]
                )

    def _put(self, cells: list[str]) -> None:
        if self._row < self._lines and self._column < self._columns:
            line = self._cells[self._row]
            line[self._column : self._column + len(cells)] = cells
            del line[self._columns :]
        self._column += len(cells)


def pasted(text: str) -> str:
    """What a terminal sends for a text that is pasted."""
    return "\x1b[200~" + text.replace("\x1b", "") + "\x1b[201~"


def ctrl(letter: str) -> str:
    """What a terminal sends for a letter with Ctrl."""
    return chr(ord(letter) & 0x1F)
