"""Going from question to question, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.desk import Desk
from mou_tui.plain import telling
from mou_tui.plain.console import Console
from mou_tui.plain.words import Act
from mou_tui.session.session import OPENING


class Moving:
    """Goes where a word says, and tells what is asked there.

    Args:
        desk: the session on the table.
        console: where to talk.
    """

    def __init__(self, desk: Desk, console: Console) -> None:
        self._desk = desk
        self._console = console
        self.acts: Mapping[str, Act] = {
            "next": self._next,
            "skip": self._next,
            "back": self._back,
            "open": self._open,
            "go": self._go,
        }

    def _next(self, _: str) -> str | None:
        following = self._desk.neighbour(+1)
        if following is None:
            self._console.say("That was the last question. Here is the review.")
            return "review"
        self._go_to(following)
        return None

    def _back(self, _: str) -> None:
        before = self._desk.neighbour(-1)
        if before is None:
            self._console.say("This is the beginning.")
        else:
            self._go_to(before)

    def _open(self, _: str) -> None:
        following = self._desk.completeness().next_open(self._desk.place)
        if following is None:
            self._console.say("Nothing is open. Say review to hear the whole.")
        else:
            self._go_to(following.id)

    def _go(self, number: str) -> None:
        if number.casefold() == OPENING:
            self._go_to(OPENING)
            return
        progress = self._desk.completeness().questions
        wanted = [question.id for question in progress if number in (question.number, question.number.split(".")[0])]
        if wanted:
            self._go_to(wanted[0])
        else:
            self._console.say("Nothing of that number is asked. Say list to hear the topics, or for example: go 3.1.")

    def _go_to(self, place: str) -> None:
        self._desk.go(place)
        telling.question(self._desk, self._console.say)
