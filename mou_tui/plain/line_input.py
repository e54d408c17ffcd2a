"""Where typed lines come from: a terminal that can edit them, one that cannot, or a pipe.

A terminal that can edit gets the line editor its person knows from the shell (readline). It sends the letters that were
typed and nothing else, where a toolkit that draws its prompt sends a dozen control sequences at every key, and has a
screen reader say the line again each time.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TextIO

from mou_tui.plain.interrupts import Interrupts


class InputClosed(Exception):
    """The person left: the input ended, or Ctrl+C was pressed.

    Attributes:
        unfinished: What was typed of a line that was not ended.
    """

    def __init__(self, unfinished: str = "") -> None:
        super().__init__(unfinished)
        self.unfinished = unfinished


class LineSource(Protocol):
    """Reads one line after another."""

    def read(self, prompt: str, completions: Sequence[str]) -> str:
        """Return the next line as it was typed, without its end.

        Args:
            prompt: what to ask.
            completions: what Tab completes, where it does.

        Raises:
            InputClosed: There is no next line.
        """


def lines_from(source: TextIO, sink: TextIO, interrupts: Interrupts) -> LineSource:
    """Return a reader for the lines of a source, with the best editing its terminal has."""
    if not (source.isatty() and sink.isatty()):
        return PipedLines(source, sink, interrupts)
    if os.environ.get("TERM", "dumb") == "dumb" and os.name != "nt":
        return TypedLines(source, sink, interrupts)
    return EditedLines(interrupts)


class PipedLines:
    """Lines of a pipe, a file or a string.

    Args:
        source: where they come from.
        sink: where prompts go.
        interrupts: the signals that may come instead.
    """

    def __init__(self, source: TextIO, sink: TextIO, interrupts: Interrupts) -> None:
        self._source = source
        self._sink = sink
        self._interrupts = interrupts

    def read(self, prompt: str, completions: Sequence[str]) -> str:
        """Return the next line; the prompt is ended here, for nobody presses Enter on the screen it is on."""
        print(prompt, file=self._sink, flush=True)
        line = ""
        with contextlib.suppress(KeyboardInterrupt), self._interrupts.heeded():
            line = self._source.readline()
        if not line:
            raise InputClosed
        return line.removesuffix("\n")


class TypedLines:
    """Lines of a terminal that does no more than show one after another.

    Args:
        source: where they come from.
        sink: where prompts go.
        interrupts: the signals that may come instead.
    """

    def __init__(self, source: TextIO, sink: TextIO, interrupts: Interrupts) -> None:
        self._source = source
        self._sink = sink
        self._interrupts = interrupts

    def read(self, prompt: str, completions: Sequence[str]) -> str:
        """Return the next line; what was typed of one that Ctrl+C breaks off is not lost."""
        line, unfinished = "", ""
        try:
            with self._interrupts.heeded(), _keeping_what_is_typed(self._source):
                print(prompt, end=" ", file=self._sink, flush=True)
                line = self._source.readline()
        except KeyboardInterrupt:
            unfinished = _typed_so_far(self._source)
        if not line:
            raise InputClosed(unfinished)
        return line.removesuffix("\n")


class EditedLines:
    """Lines of a terminal on which they can be edited, with the keys of the shell.

    Args:
        interrupts: the signals that may come instead.
    """

    def __init__(self, interrupts: Interrupts) -> None:
        self._interrupts = interrupts
        try:
            import readline
        except ImportError:
            # On Windows the console itself edits lines.
            return
        if "libedit" in (readline.__doc__ or ""):
            readline.parse_and_bind("bind ^I rl_complete")
        else:
            readline.parse_and_bind("tab: complete")
            # Every prompt would switch it on and off with control sequences.
            readline.parse_and_bind("set enable-bracketed-paste off")
        readline.set_completer_delims(" ")

    def read(self, prompt: str, completions: Sequence[str]) -> str:
        """Return the next line; what was typed of one that Ctrl+C breaks off is not lost."""
        readline = sys.modules.get("readline")
        if readline:
            readline.set_completer(_completer(completions))
        line = None
        with contextlib.suppress(KeyboardInterrupt, EOFError), self._interrupts.heeded():
            line = input(f"{prompt} ")
        if line is None:
            raise InputClosed(readline.get_line_buffer() if readline else "")
        return line


def _completer(completions: Sequence[str]) -> Callable[[str, int], str | None]:
    def complete(prefix: str, number: int) -> str | None:
        fitting = [f"{word} " for word in completions if word.startswith(prefix)]
        return fitting[number] if number < len(fitting) else None

    return complete


@contextlib.contextmanager
def _keeping_what_is_typed(terminal: TextIO) -> Iterator[None]:
    """Keep what was typed in the terminal when Ctrl+C is pressed, so that it can still are read."""
    import termios

    before = termios.tcgetattr(terminal)
    during = [*before]
    during[3] |= termios.NOFLSH
    termios.tcsetattr(terminal, termios.TCSANOW, during)
    try:
        yield
    finally:
        # Of a terminal that is gone there is nothing to put back.
        with contextlib.suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSANOW, before)


def _typed_so_far(terminal: TextIO) -> str:
    """Return what was typed of a line that was not ended, which the terminal holds back until then."""
    import termios

    with contextlib.suppress(termios.error, OSError):
        before = termios.tcgetattr(terminal)
        during = [*before]
        during[3] &= ~termios.ICANON
        termios.tcsetattr(terminal, termios.TCSANOW, during)
        try:
            ready, _, _ = select.select([terminal], [], [], 0.1)
            typed = os.read(terminal.fileno(), 4096) if ready else b""
            return typed.decode(terminal.encoding, "surrogateescape").split("\n")[0]
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
    return ""
