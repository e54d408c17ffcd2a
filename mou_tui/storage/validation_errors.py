"""Gather the mistakes of one file while it is read, so that a person sees all of them at once."""

from __future__ import annotations

from collections.abc import Iterable

from mou_tui.errors import InvalidFile, Problem
from mou_tui.language.text import for_display
from mou_tui.storage.yaml_reader import Document, Path, PlainData

_MOST_REPORTED = 100
_LONGEST_QUOTE = 60


class ValidationErrors:
    """Collect the mistakes of one document, each with its path.

    Attributes:
        count: How many there are so far.
        paths: Where there is a mistake; what is missing is among them, too.
    """

    def __init__(self, document: Document, name: str) -> None:
        self.count = 0
        self.paths: set[Path] = set()
        self._document = document
        self._name = name
        self._problems: list[Problem] = []

    def missing(self, path: Path) -> None:
        """Note a key that should be there."""
        self._add(path, self._line(path[:-1]), f"{_path_name(path)} is missing")

    def unknown(self, path: Path, known: Iterable[str]) -> None:
        """Note an unknown key, and name the one that was probably meant."""
        if self.count >= _MOST_REPORTED:
            self.count += 1
            return
        line = self._document.key_line(path) or self._line(path)
        self._add(path, line, f"unknown key {_path_name(path)}{did_you_mean(str(path[-1]), known)}")

    def mismatch(self, path: Path, value: PlainData, allowed: str) -> None:
        """Note a value that is not one of those allowed."""
        if isinstance(value, str):
            actual = f"“{for_display(value, _LONGEST_QUOTE)}”" if value else "empty"
        else:
            actual = "a list" if isinstance(value, list) else "a mapping"
        self.wrong(path, f"is {actual}; allowed: {allowed}")

    def wrong(self, path: Path, fault: str) -> None:
        """Note anything else about the value at a path, as the end of a sentence about it."""
        self._add(path, self._line(path), f"{_path_name(path)} {fault}")

    @property
    def problems(self) -> list[Problem]:
        """The mistakes in the order of their lines; where they are too many to read, the last says how many more."""
        problems = sorted(self._problems, key=lambda problem: problem.line)
        if omitted := self.count - len(problems):
            problems.append(Problem(self._name, 0, f"and {omitted:,} more mistakes"))
        return problems

    def refuse(self) -> None:
        """Raise the mistakes, if there are any.

        Raises:
            InvalidFile: There are.
        """
        if self.count:
            raise InvalidFile(self.problems)

    def _add(self, path: Path, line: int, fault: str) -> None:
        self.count += 1
        self.paths.add(path)
        if len(self._problems) < _MOST_REPORTED:
            self._problems.append(Problem(self._name, line, fault))

    def _line(self, path: Path) -> int:
        while path and not self._document.line(path):
            path = path[:-1]
        return self._document.line(path)


def did_you_mean(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """Return the end of a sentence that names the known word that was probably meant; empty if none is like it."""
    if len(word) > _LONGEST_QUOTE:
        return ""
    from difflib import get_close_matches

    return "".join(f"; did you mean “{meant}”?" for meant in get_close_matches(word, known, n=1, cutoff=likeness))


def _path_name(path: Path) -> str:
    """Return the name of a path: its key, or the number of the entry under a key."""
    if not path:
        return "the file"
    *before, last = path
    if isinstance(last, str):
        return f"“{for_display(last, _LONGEST_QUOTE)}”"
    key = next((step for step in reversed(before) if isinstance(step, str)), None)
    return f"entry {last + 1} of {_path_name((key,))}" if key else f"entry {last + 1}"
