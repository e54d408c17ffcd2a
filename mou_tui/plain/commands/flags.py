"""What can be said of a question beside its answer, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import nth
from mou_tui.plain.console import Console
from mou_tui.plain.form import Field, Form
from mou_tui.plain.text_input import add_or_replace, write_lines
from mou_tui.plain.vocabulary import Handler
from mou_tui.workspace.answers import Where
from mou_tui.workspace.workspace import Workspace


class Marking:
    """Ticks points, puts questions off and aside, and takes down what is in force.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {
            "tick": self._tick,
            "later": self._later,
            "aside": self._aside,
            "current": self._current,
        }

    def _tick(self, number: str) -> None:
        if self._workspace.question is None:
            self._say(question_speech.NOT_HERE)
            return
        points, was = self._workspace.question.points, self._workspace.answer.points
        chosen = nth(points, number)
        if chosen is None:
            self._say("Say the number of a point, for example: tick 2. Say points to hear them.")
            return
        ticked = {*was} ^ {chosen.id}
        with self._workspace.undo_group(f"ticking a point of {self._workspace.clause_name()}"):
            self._workspace.answers.set_points(point.id for point in points if point.id in ticked)
        self._say(f"{'No longer ticked' if chosen.id in was else 'Ticked'}: {chosen.text}.")

    def _later(self, _: str) -> None:
        if self._workspace.question is None:
            self._say(question_speech.NOT_HERE)
            return
        if self._workspace.answer.later:
            self._workspace.answers.resume()
            self._say("Nobody needs to check any more.")
            return
        self._say("Enter alone leaves it open; :cancel leaves all as it was.")
        form = Form(
            self._console,
            lambda _: (
                Field("who", "Who must check first", hint="the town lawyer"),
                Field("by", "By when", hint="the next meeting"),
            ),
        )
        said = form.ask()
        if said is None:
            self._say("Left as it was.")
            return
        self._workspace.answers.defer(said["who"], said["by"])
        self._say("Put off. It stays open until you say later again.")
        form.go_on()

    def _aside(self, _: str) -> None:
        if self._workspace.question is None:
            self._say(question_speech.NOT_HERE)
            return
        if self._workspace.answer.not_applicable:
            self._workspace.answers.mark_applicable()
            self._say("It applies again.")
            return
        form = Form(self._console, lambda _: (Field("why", "Why does it not apply", hint="we have no cameras"),))
        said = form.ask()
        if not said or not said["why"]:
            self._say("Left as it was; to set a question aside, say why.")
            return
        self._workspace.answers.mark_not_applicable(said["why"])
        self._say("Set aside. In the draft it stands as Reserved.")
        form.go_on()

    def _current(self, _: str) -> str:
        if self._workspace.question is None:
            self._say(question_speech.NOT_HERE)
            return ""
        before = self._workspace.answer.current
        where: Where | None = "replace"
        if before:
            self._say("The agreement in force says:")
            self._say(before)
            where = add_or_replace(self._console, "Say add, replace or cancel:")
        if where is None:
            return ""
        self._say("Type what the agreement in force says. It is kept beside the answer and not counted.")
        start = f"{before}\n\n" if where == "append" else ""
        with self._workspace.undo_group(f"what the agreement in force says on {self._workspace.clause_name()}"):
            return write_lines(self._console, start, before, self._workspace.answers.set_current)
