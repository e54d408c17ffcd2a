"""What can be done to the answer on the table, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.desk import Desk, Where
from mou_tui.errors import MouError
from mou_tui.plain import telling
from mou_tui.plain.changing import change_words
from mou_tui.plain.console import Console
from mou_tui.plain.locking import is_held
from mou_tui.plain.meaning import numbered
from mou_tui.plain.words import Act
from mou_tui.plain.writing import add_or_replace, write_lines
from mou_tui.session.steps import changed_places
from mou_tui.text import count
from mou_tui.undo_stack import Direction


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
            "clear": self._clear,
            "undo": lambda _: self._undo_or_redo("undo"),
            "redo": lambda _: self._undo_or_redo("redo"),
        }

    def _take(self, number: str) -> None:
        if self._desk.question is None:
            self._say(telling.NOT_HERE)
            return
        chosen = numbered(self._desk.question.examples, number)
        if chosen is None:
            self._say("Say the number of an example, for example: take 1. Say examples to hear them.")
            return
        if is_held(self._desk, self._say):
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
        return add_or_replace(self._console, "There are words in the answer already. Say add, replace or cancel:")

    def _adopt(self, _: str) -> None:
        if self._desk.adopt():
            self._say(f"It is yours as it stands. {telling.standing(self._desk)}")
        else:
            self._say("There is no untouched example in the answer.")

    def _write(self, first: str) -> str:
        where = None if is_held(self._desk, self._say) else self._where()
        if where is None:
            return ""
        before = self._desk.wording
        start = f"{before}\n\n" if where == "append" else ""
        with self._desk.as_one_step(f"writing {self._desk.name()}"):
            word = write_lines(self._console, start, before, self._desk.write, first)
        self._say(telling.standing(self._desk))
        return word

    def _change(self, _: str) -> None:
        if is_held(self._desk, self._say):
            return
        changed = change_words(self._console, self._desk.wording)
        if changed is not None:
            with self._desk.as_one_step(f"the change in {self._desk.name()}"):
                self._desk.write(changed)
            self._say(f"Changed. {telling.standing(self._desk)}")

    def _edit(self, _: str) -> None:
        from mou_tui.editor import UNCHANGED, edit

        if is_held(self._desk, self._say):
            return
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
        blank = numbered(telling.blanks_here(self._desk), number)
        if blank is None or not words:
            self._say("Say the number of a blank and the words, for example: fill 1 30 days. Say blanks to hear them.")
            return
        if is_held(self._desk, self._say):
            return
        with self._desk.as_one_step(f"filling a blank in {self._desk.name()}"):
            self._desk.write(text[: blank.start] + words + text[blank.end :])
        self._say(f"Filled. {telling.standing(self._desk)}")

    def _clear(self, _: str) -> None:
        if is_held(self._desk, self._say):
            return
        is_cleared = self._desk.clear()
        self._say("Cleared. Say undo to take that back." if is_cleared else "There is nothing to clear.")

    def _undo_or_redo(self, direction: Direction) -> None:
        step = self._desk.undo_stack.next(direction)
        if step is None:
            self._say(self._desk.undo_stack.why_nothing(direction))
        elif not self._desk.is_in_view(step):
            self._desk.go(step.place)
            telling.question(self._desk, self._say)
            does = "takes back" if direction == "undo" else "does again"
            self._say(f"Saying {direction} again {does}: {step.label}.")
        elif result := self._desk.undo() if direction == "undo" else self._desk.redo():
            self._say(result.words)
            if self._desk.place in changed_places(step):
                self._say(telling.standing(self._desk))
