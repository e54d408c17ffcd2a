"""The errors that the program reports to a person.

Each error carries a calm sentence (what happened, where, what to do) and the exit code of a command that
ends with it; none prints itself: the front ends decide where and how it is shown.

    MouError              1   could not do what was asked, and says why
    ├── UsageError        2   the command was given in a way that makes no sense
    ├── InvalidFile       2   a file is not what it should be; every problem with its line
    ├── CannotOpen        1   a file could not be read
    ├── CannotSave        1   a file could not be written
    ├── AlreadyExists     1   writing would replace something that is there
    ├── Refused           1   a step was not taken, and the session is as it was
    │   ├── TooLarge          more than a session can hold was to be put into it
    │   └── Locked            a clause that parties agreed to was to be changed
    └── NewerFormat       1   a file was made by a later version of the program
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from mou_tui.frozen import NamedTuple


class MouError(Exception):
    """Reports what could not be done, in a sentence a person can act on.

    Attributes:
        message: What happened, where, and what to do about it.
        exit_code: What a command that ends with this error exits with.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(MouError):
    """Reports an invalid command line."""

    exit_code = 2


class Problem(NamedTuple):
    """Describes one mistake in a file.

    Attributes:
        file: The name of the file, as a person would know it.
        line: Its line, counted from 1; 0 when it concerns the file as a whole.
        what: What is wrong there.
    """

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        location = f"{self.file}:{self.line}" if self.line else self.file
        return f"{location}: {self.what}"


class InvalidFile(MouError):
    """Reports the mistakes in a file.

    Attributes:
        problems: Every mistake that was found, in the order they are to be read.
    """

    exit_code = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CannotOpen(MouError):
    """Reports that a file could not be read."""


class CannotSave(MouError):
    """Reports that a file could not be written; what was there before is unchanged."""


class AlreadyExists(MouError):
    """Reports that writing would replace an existing file."""


class Refused(MouError):
    """A step was not taken; the session is as it was, and nothing is wrong with the program."""


class Locked(Refused):
    """A clause that parties agreed to was to be changed before anybody unlocked it."""


class TooLarge(Refused):
    """Reports a change that exceeds what a session can hold; nothing was changed."""


class NewerFormat(MouError):
    """Reports a file of a later version of the program."""
