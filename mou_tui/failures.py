"""Errors of the program itself: whether it recovers or ends, and how they are reported.

Both front ends save what was said, go on once, and stop where that does not help. What is reported names the kind of an
error and the line of the program it came from, and never what people wrote.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from mou_tui.language.text import for_display

SOON = 10.0
"""Seconds within which a second error ends the program."""

PROGRAM = "mou-tui"
"""The command that starts it."""

_DEEPEST = 8
"""Errors behind an error that are looked at."""


class Failures:
    """Records the errors of one run of a front end.

    From the first error until `recovered`, whatever else fails is put down to the same trouble.

    Args:
        clock: seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._errors: list[BaseException] = []
        self._recovered_at: float | None = None
        self.is_open = False
        """Whether there is an error that the program has not got over."""
        self.is_final = False
        """Whether the program must end."""
        self.attempt = ""
        """What did not work, as the person would call it; empty where nobody knows."""

    def add(self, error: BaseException, attempt: str = "") -> None:
        """Record an error.

        Args:
            error: what was raised.
            attempt: what was being done, as the person would call it.
        """
        if any(error is known for known in self._errors):
            # The library hands on the same error once more where somebody waits for what failed.
            return
        if not self.is_open:
            is_soon = self._recovered_at is not None and self._clock() - self._recovered_at < SOON
            if not is_soon:
                self._errors.clear()
            self.is_open, self.is_final, self.attempt = True, self.is_final or is_soon, attempt
        behind = [other for other in reversed(_chain(error)) if not any(other is known for known in self._errors)]
        if self._errors and len(behind) == len(_chain(error)):
            # Whoever raises the first again shows this one too.
            _chain(self._errors[0])[-1].__cause__ = error
        self._errors += behind

    def recovered(self) -> None:
        """Note that the program has recovered; the next error counts as a new one."""
        self.is_open, self._recovered_at = False, self._clock()

    def end(self) -> None:
        """Note that the program cannot go on."""
        self.is_final = True

    @property
    def kinds(self) -> str:
        """Return the types of the errors, in order ("IndexError")."""
        return ", then ".join(dict.fromkeys(type(error).__name__ for error in self._errors))

    @property
    def report(self) -> str:
        """Return the types of the errors with their origin ("IndexError in editor.py, line 57")."""
        return "; then ".join(dict.fromkeys(_place_of(error) for error in self._errors))

    @property
    def what(self) -> str:
        """Return what did not work, to begin a sentence."""
        return f"{self.attempt[:1].upper()}{self.attempt[1:]}" if self.attempt else "Something"

    def farewell(self, safe: str, command: str) -> str:
        """Return the message to print when an error has ended the program.

        Args:
            safe: where the words are; empty where there are none.
            command: what to type to go on.
        """
        lines = (f"{self.what} did not work, and mou-tui had to stop ({self.report}).", safe, f"To go on: {command}")
        return "\n".join(filter(None, lines))


def command_for(path: Path, verb: str = "open") -> str:
    """Return a command for a file, quoted for the shell and spelled as the program was started.

    Args:
        path: the file.
        verb: what to do with it, in one word or two (`layer check`).
    """
    return _quoted([*_program(), *verb.split(), for_display(path)])


def program_command() -> str:
    """Return the command that starts the program, spelled as it was started."""
    return _quoted(_program())


def _program() -> list[str]:
    """Return the words by which this shell finds the program: the bare name only where it starts this very program."""
    started = Path(sys.argv[0])
    if started == Path(__file__).with_name("__main__.py"):
        return [sys.orig_argv[0], "-m", "mou_tui"]
    if started.stem != PROGRAM:
        return [PROGRAM]
    on_path = shutil.which(PROGRAM)
    is_on_path = on_path is not None and Path(on_path).resolve() == Path(shutil.which(started) or started).resolve()
    return [PROGRAM if is_on_path else for_display(started)]


def _quoted(command: list[str]) -> str:
    return subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)


def _chain(error: BaseException) -> list[BaseException]:
    """Return an error, the one it was raised for or over, and so on."""
    chain: list[BaseException] = []
    behind: BaseException | None = error
    while behind is not None and len(chain) < _DEEPEST and not any(behind is known for known in chain):
        chain.append(behind)
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)
    return chain


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    name = type(error).__name__
    return f"{name} in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else name
