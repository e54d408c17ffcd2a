"""Going from question to question, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.plain import question_speech
from mou_tui.plain.console import Console
from mou_tui.plain.vocabulary import Handler
from mou_tui.session.model import OPENING
from mou_tui.workspace.workspace import Workspace


class Moving:
    """Goes where a word says, and tells what is asked there.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._console = console
        self.handlers: Mapping[str, Handler] = {
            "next": self._next,
            "skip": self._next,
            "back": self._back,
            "open": self._open,
            "go": self._go,
        }

    def _next(self, _: str) -> str | None:
        following = self._workspace.navigation.neighbor(+1)
        if following is None:
            self._console.say("That was the last question. Here is the review.")
            return "review"
        self._go_to(following)
        return None

    def _back(self, _: str) -> None:
        before = self._workspace.navigation.neighbor(-1)
        if before is None:
            self._console.say("This is the beginning.")
        else:
            self._go_to(before)

    def _open(self, _: str) -> None:
        following = self._workspace.progress().next_open(self._workspace.clause_id)
        if following is None:
            self._console.say("Nothing is open. Say review to hear the whole.")
        else:
            self._go_to(following.id)

    def _go(self, number: str) -> None:
        if number.casefold() == OPENING:
            self._go_to(OPENING)
            return
        progress = self._workspace.progress().questions
        wanted = [question.id for question in progress if number in (question.number, question.number.split(".")[0])]
        if wanted:
            self._go_to(wanted[0])
        else:
            self._console.say("Nothing of that number is asked. Say list to hear the topics, or for example: go 3.1.")

    def _go_to(self, place: str) -> None:
        self._workspace.go(place)
        question_speech.question(self._workspace, self._console.say)
