"""What every command of the line-by-line mode works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from mou_tui.checklist.model import Question
from mou_tui.plain.console import Console
from mou_tui.session.model import Answer
from mou_tui.workspace.workspace import Workspace


@dataclass
class PlainContext:
    """The open session and the console, handed to every command."""

    workspace: Workspace
    console: Console
    is_done: bool = False
    """Whether the person said quit."""
    _hints: set[str] = field(default_factory=set)

    @property
    def question(self) -> Question | None:
        """The current question; None on the opening."""
        return self.workspace.question

    @property
    def answer(self) -> Answer:
        """The answer to the current question."""
        return self.workspace.answer

    def say(self, text: str = "") -> None:
        """Say a text. Raises `InputClosed` where nobody can hear it."""
        self.console.say(text)

    def first_time(self, hint: str) -> str:
        """Return a hint the first time it is due in an interview, and an empty string from then on."""
        if hint in self._hints:
            return ""
        self._hints.add(hint)
        return hint
