"""Somebody who talks with the program line by line: what they say, and what they hear."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mou_tui.plain.console import Console
from mou_tui.plain.interview import Interview
from mou_tui.workspace.workspace import Workspace

CTRL_C = "\x03"
"""Said in place of a line: Ctrl+C is pressed."""

Moment = Callable[[], None]
"""In place of a line: something to do just before the next one is said."""


@dataclass(frozen=True)
class Talk:
    """What came of it."""

    code: int
    output: str
    """All that was heard, with what was said after each prompt."""

    def __contains__(self, words: str) -> bool:
        """Whether the words were heard, however they were broken into lines."""
        return " ".join(words.split()) in " ".join(self.output.split())

    @property
    def asked(self) -> str:
        """What was asked last."""
        before, _, _ = " ".join(self.output.split()).rpartition(" Saved to ")
        return before.removesuffix(" ^C")

    def after(self, line: str) -> str:
        """What was heard after something was last said, up to the next prompt."""
        _, _, rest = self.output.rpartition(f" {line}\n")
        return re.split(r"\nYour word for .*:", rest)[0].strip()


class Lines(io.StringIO):
    """The lines somebody says, which are heard as well; after the last one the input ends."""

    def __init__(self, lines: Iterable[str | Moment], sink: io.StringIO) -> None:
        super().__init__()
        self._rest = iter(lines)
        self._sink = sink

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        for line in self._rest:
            if callable(line):
                line()
                continue
            # The prompt was ended because this is no terminal; what was said belongs on its line.
            self._sink.seek(self._sink.tell() - 1)
            self._sink.write(f" {line.replace(CTRL_C, '^C')}\n")
            if line == CTRL_C:
                raise KeyboardInterrupt
            return f"{line}\n"
        return ""


def talk(workspace: Workspace, *lines: str | Moment, ask_for_names: bool = False) -> Talk:
    """Say lines to the interview, one after the other."""
    output = io.StringIO()
    code = Interview(workspace, Console(Lines(lines, output), output)).run(ask_for_names=ask_for_names)
    return Talk(code, output.getvalue())
