"""Read the files of a checklist, note every mistake in them, and know the line of each value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from mou_tui.checklist.layer_files import LIMIT
from mou_tui.checklist.text_limits import Fault, Steps
from mou_tui.errors import InvalidFile, Problem
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import clean, for_display, may_be_unclean
from mou_tui.storage.atomic_file import read_bytes
from mou_tui.storage.mended_yaml import read_mended
from mou_tui.storage.schema import from_plain_in_part
from mou_tui.storage.yaml_reader import Document, PlainData

T = TypeVar("T")

MOST_REPORTED = 200
"""How many mistakes are named."""

LONGEST = 400
"""Characters of a fault; what it quotes may be of any length."""


class _ReadFile(NamedTuple):
    """Hold where the values of a file are, in the checklist and in the file."""

    name: str
    position: Steps
    document: Document
    mistaken: Collection[Steps]
    """The ways, within the file, to what has a mistake."""
    emptied: Collection[int]
    """The lines whose text could not be read."""

    def locate(self, steps: Steps) -> tuple[int, int]:
        """Return how far the file leads along a way in the checklist, and the line it leads to."""
        if steps[: len(self.position)] != self.position:
            return 0, 0
        inside = steps[len(self.position) :]
        while inside and inside not in self.document.lines:
            inside = inside[:-1]
        return len(self.position) + len(inside), self.document.lines.get(inside, 0)

    def has_mistake(self, steps: Steps, line: int) -> bool:
        """Tell whether something on a way in the checklist, or the line it leads to, has a mistake already."""
        inside = steps[len(self.position) :]
        return line in self.emptied or any(inside[:end] in self.mistaken for end in range(1, len(inside) + 1))


class FileReader:
    """Read the files of one checklist, or of one layer.

    Attributes:
        is_whole: Whether every file could be read, however many mistakes it has.
    """

    def __init__(self) -> None:
        self.is_whole = True
        self._problems: list[Problem] = []
        self._files: list[_ReadFile] = []

    def read(self, kind: type[T], path: Path, name: str, position: Steps = ()) -> T | None:
        """Return a file as a value, with something empty in place of what has a mistake.

        Args:
            kind: the type of the value.
            path: the file.
            name: what to call it in messages.
            position: where the value is in the checklist.

        Returns:
            The value; None if the file cannot be read as YAML at all.

        Raises:
            CannotOpen: it is not there, too large, or cannot be read.
        """
        data = read_bytes(path, LIMIT)
        document, problems, emptied = read_mended(data, name, comments="spaced")
        self._problems += problems
        if document is None:
            self.is_whole = False
            return None
        value, errors = from_plain_in_part(kind, document, name)
        self._problems += (problem for problem in errors.problems if problem.line not in emptied)
        self._files.append(_ReadFile(name, position, document, errors.paths, emptied))
        unclean = _unclean(document.value) if may_be_unclean(data) else ()
        self.note(
            ((*position, *steps), "holds characters that a terminal might obey; delete them") for steps in unclean
        )
        return value

    def leave_out_last(self) -> None:
        """Forget where the values of the file are that was read last; its mistakes stay noted."""
        self._files.pop()

    def note(self, faults: Iterable[Fault]) -> None:
        """Note mistakes in what was read, but for those that only follow from a mistake at the same place."""
        self._problems += self.located(faults)

    def located(self, faults: Iterable[Fault]) -> Iterator[Problem]:
        """Yield faults with their files and lines, but for those that only follow from a mistake at the same place."""
        for steps, fault in faults:
            file = max(self._files, key=lambda file: file.locate(steps))
            _, line = file.locate(steps)
            if not file.has_mistake(steps, line):
                yield Problem(file.name, line, for_display(fault, LONGEST))

    @property
    def problems(self) -> list[Problem]:
        """The mistakes in the order of their files and lines; where they are too many, the last says how many more."""
        problems = sorted(self._problems, key=lambda problem: (problem.file, problem.line))
        omitted = len(problems) - MOST_REPORTED
        rest = [Problem(problems[-1].file, 0, f"and {omitted:,} more mistakes")] if omitted > 0 else []
        return [*problems[:MOST_REPORTED], *rest]

    def refuse(self) -> None:
        """Raise the mistakes.

        Raises:
            InvalidFile: there are any.
        """
        if self._problems:
            raise InvalidFile(self.problems)


def _unclean(value: PlainData, steps: Steps = ()) -> Iterator[Steps]:
    """Yield the paths whose text, or name, has characters that a terminal would obey and not show."""
    if isinstance(value, str):
        if clean(value).replaced:
            yield steps
        return
    for step, entry in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(step, str) and clean(step).replaced:
            yield (*steps, step)
        yield from _unclean(entry, (*steps, step))
