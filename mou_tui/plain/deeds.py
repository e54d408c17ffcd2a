"""What can be done to the answer on the table, line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from mou_tui.desk import Desk, Where
from mou_tui.draft.blanks import find
from mou_tui.draft.review import count
from mou_tui.errors import MouError
from mou_tui.plain import telling
from mou_tui.plain.changing import change_words
from mou_tui.plain.console import Console
from mou_tui.plain.form import Field, Form
from mou_tui.plain.writing import write_lines

T = TypeVar("T")

Act = Callable[[str], "str | None"]
"""Does what a word says with what follows it; may give another line to obey."""

NOT_HERE = "The opening is written from the parties until you change it. That word is for questions."


class Deeds:
    """Does what a word says, asking first where it must.

    Args:
        desk: the session on the table.
        console: where to talk.
    """

    def __init__(self, desk: Desk, console: Console) -> None:
        self._desk = desk
        self._console = console
        self._say = console.say
        self._is_hint_due = True
        self.acts: Mapping[str, Act] = {
            "take": self._take,
            "adopt": self._adopt,
            "write": self._write,
            "change": self._change,
            "editor": self._edit,
            "fill": self._fill,
            "tick": self._tick,
            "later": self._later,
            "aside": self._aside,
            "current": self._current,
            "clear": self._clear,
            "undo": self._undo,
        }

    def _take(self, number: str) -> None:
        if self._desk.question is None:
            self._say(NOT_HERE)
            return
        chosen = numbered(self._desk.question.examples, number)
        if chosen is None:
            self._say("Say the number of an example, for example: take 1. Say examples to hear them.")
            return
        where = self._where() if self._desk.has_own_words else "replace"
        if where is None:
            return
        with self._desk.as_one_step(f"taking an example into {self._desk.name()}"):
            self._desk.take(chosen, self._desk.joined(self._desk.wording_of(chosen), where))
        self._say(f"Taken: {chosen.label}. {telling.standing(self._desk)}")
        if self._is_hint_due:
            self._is_hint_due = False
            self._say("Say adopt to use it as written, fill to fill its blanks, or change to change some words.")

    def _where(self) -> Where | None:
        """Where new words go, if there are words; None if nowhere."""
        if not self._desk.wording.strip():
            return "replace"
        return self._add_or_replace("There are words in the answer already. Say add, replace or cancel:")

    def _add_or_replace(self, prompt: str) -> Where | None:
        said = self._console.choose(prompt, "add", "replace", "cancel")
        if said == "cancel":
            self._say("Left as it was.")
            return None
        return "append" if said == "add" else "replace"

    def _adopt(self, _: str) -> None:
        if self._desk.adopt():
            self._say(f"It is yours as it stands. {telling.standing(self._desk)}")
        else:
            self._say("There is no untouched example in the answer.")

    def _write(self, first: str) -> str:
        where = self._where()
        if where is None:
            return ""
        before = self._desk.wording
        start = f"{before}\n\n" if where == "append" else ""
        with self._desk.as_one_step(f"writing {self._desk.name()}"):
            word = write_lines(self._console, start, before, self._desk.write, first)
        self._say(telling.standing(self._desk))
        return word

    def _change(self, _: str) -> None:
        changed = change_words(self._console, self._desk.wording)
        if changed is not None:
            with self._desk.as_one_step(f"the change in {self._desk.name()}"):
                self._desk.write(changed)
            self._say(f"Changed. {telling.standing(self._desk)}")

    def _edit(self, _: str) -> None:
        from mou_tui.editor import UNCHANGED, edit

        before = self._desk.wording
        try:
            wording = edit(before)
        except MouError as error:
            self._say(error.message)
            return
        if wording == before:
            self._say(UNCHANGED)
            return
        with self._desk.as_one_step(f"editing {self._desk.name()}"):
            replaced = self._desk.write(wording)
        if replaced:
            self._say(f"{count(replaced, 'control character')} replaced.")
        self._say(telling.standing(self._desk))

    def _fill(self, rest: str) -> None:
        number, _, words = (part.strip() for part in rest.partition(" "))
        text = self._desk.wording
        blank = numbered(find(text), number)
        if blank is None or not words:
            self._say("Say the number of a blank and the words, for example: fill 1 30 days. Say blanks to hear them.")
            return
        with self._desk.as_one_step(f"filling a blank in {self._desk.name()}"):
            self._desk.write(text[: blank.start] + words + text[blank.end :])
        self._say(f"Filled. {telling.standing(self._desk)}")

    def _tick(self, number: str) -> None:
        if self._desk.question is None:
            self._say(NOT_HERE)
            return
        points, was = self._desk.question.points, self._desk.answer.points
        chosen = numbered(points, number)
        if chosen is None:
            self._say("Say the number of a point, for example: tick 2. Say points to hear them.")
            return
        ticked = {*was} ^ {chosen.id}
        with self._desk.as_one_step(f"ticking a point of {self._desk.name()}"):
            self._desk.tick(point.id for point in points if point.id in ticked)
        self._say(f"{'No longer ticked' if chosen.id in was else 'Ticked'}: {chosen.text}.")

    def _later(self, _: str) -> None:
        if self._desk.question is None:
            self._say(NOT_HERE)
            return
        if self._desk.answer.later:
            self._desk.take_up()
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
        self._desk.put_off(said["who"], said["by"])
        self._say("Put off. It stays open until you say later again.")
        form.go_on()

    def _aside(self, _: str) -> None:
        if self._desk.question is None:
            self._say(NOT_HERE)
            return
        if self._desk.answer.not_applicable:
            self._desk.bring_back()
            self._say("It applies again.")
            return
        form = Form(self._console, lambda _: (Field("why", "Why does it not apply", hint="we have no cameras"),))
        said = form.ask()
        if not said or not said["why"]:
            self._say("Left as it was; to set a question aside, say why.")
            return
        self._desk.set_aside(said["why"])
        self._say("Set aside. In the draft it stands as Reserved.")
        form.go_on()

    def _current(self, _: str) -> str:
        if self._desk.question is None:
            self._say(NOT_HERE)
            return ""
        before, where = self._desk.answer.current, "replace"
        if before:
            self._say("The agreement in force says:")
            self._say(before)
            where = self._add_or_replace("Say add, replace or cancel:") or ""
            if not where:
                return ""
        self._say("Type what the agreement in force says. It is kept beside the answer and not counted.")
        start = f"{before}\n\n" if where == "append" else ""
        with self._desk.as_one_step(f"what the agreement in force says on {self._desk.name()}"):
            return write_lines(self._console, start, before, self._desk.note_current)

    def _clear(self, _: str) -> None:
        self._desk.clear()
        self._say("Cleared. Say undo to take that back.")

    def _undo(self, _: str) -> None:
        undone = self._desk.undo()
        if undone is None:
            self._say("There is nothing to take back.")
            return
        step, taken_back = undone
        kept = len(taken_back.kept)
        changed = f" {count(kept, 'answer')} changed since {'was' if kept == 1 else 'were'} left alone." if kept else ""
        self._say(f"Took back {step.label}.{changed}")
        if step.before.answer(self._desk.place) != step.after.answer(self._desk.place):
            self._say(telling.standing(self._desk))


def numbered(choices: Sequence[T], number: str) -> T | None:
    """The choice of a number, counted from 1; None if it is not the number of one."""
    place = int(number) - 1 if number.isascii() and number.isdecimal() and len(number) < 4 else -1
    return choices[place] if 0 <= place < len(choices) else None
