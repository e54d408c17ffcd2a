"""Saying and asking, one line after another: no colour, no boxes, no cursor that moves."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Sequence
from typing import TextIO

from mou_tui.text import clean, clean_line


class Left(Exception):
    """The person left: the input ended, or Ctrl+C was pressed."""


class Console:
    """Two streams to talk over.

    Args:
        source: where answers come from.
        sink: where words go.
        width: at how many characters lines wrap.
    """

    def __init__(self, source: TextIO | None = None, sink: TextIO | None = None, width: int = 78) -> None:
        self._source = source or sys.stdin
        self._sink = sink or sys.stdout
        self._width = width

    def say(self, text: str = "", *, indent: int = 0) -> None:
        """Say something; each of its lines is wrapped."""
        for line in clean(text).text.split("\n"):
            margin = " " * indent
            wrapped = textwrap.wrap(line, self._width, initial_indent=margin, subsequent_indent=margin) or [""]
            for piece in wrapped:
                print(piece, file=self._sink)
        self._sink.flush()

    def ask(self, prompt: str, words: Sequence[str] = ()) -> str:
        """Ask for one line.

        Args:
            prompt: what to ask.
            words: what may be completed with Tab, where the terminal can do that.

        Raises:
            Left: the input ended, or Ctrl+C was pressed.
        """
        return clean_line(self.line(prompt, words)).text.strip()

    def line(self, prompt: str, words: Sequence[str] = ()) -> str:
        """Ask for one line and keep the space around it; raises as `ask` does."""
        try:
            return self._edited(prompt, words) if self._can_edit else self._plain(prompt)
        except (EOFError, KeyboardInterrupt):
            self.say()
            raise Left from None

    @property
    def _can_edit(self) -> bool:
        """Whether there is a terminal that can show a line being edited."""
        return self._source is sys.stdin and sys.stdin.isatty() and os.environ.get("TERM", "dumb") != "dumb"

    def _edited(self, prompt: str, words: Sequence[str]) -> str:
        import questionary

        asked = questionary.autocomplete(prompt, list(words), qmark="") if words else questionary.text(prompt, qmark="")
        return str(asked.unsafe_ask())

    def _plain(self, prompt: str) -> str:
        print(f"{prompt} ", end="", file=self._sink, flush=True)
        line = self._source.readline()
        if not line:
            raise EOFError
        if not self._source.isatty():
            print(file=self._sink)
        return line.rstrip("\n")
