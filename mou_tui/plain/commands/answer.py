"""What can be done to the answer on the table, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.draft.line_joining import join_lines
from mou_tui.draft.pasted_text import clean_paste
from mou_tui.errors import MouError
from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import nth
from mou_tui.plain.commands.locks import is_held
from mou_tui.plain.console import Console
from mou_tui.plain.text_changes import change_words
from mou_tui.plain.text_input import add_or_replace, write_lines
from mou_tui.plain.vocabulary import Handler
from mou_tui.session.undo import changed_places
from mou_tui.text import pluralize
from mou_tui.workspace.answers import Where
from mou_tui.workspace.undo_stack import Direction
from mou_tui.workspace.workspace import Workspace


class Deeds:
    """Does what a word says, asking first where it must.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._console = console
        self._say = console.say
        self._is_hint_due = True
        self.handlers: Mapping[str, Handler] = {
            "take": self._take,
            "adopt": self._adopt,
            "write": self._write,
            "change": self._change,
            "editor": self._edit,
            "fill": self._fill,
            "clear": self._clear,
            "join": self._join,
            "undo": lambda _: self._undo_or_redo("undo"),
            "redo": lambda _: self._undo_or_redo("redo"),
        }

    def _take(self, number: str) -> None:
        if self._workspace.question is None:
            self._say(question_speech.NOT_HERE)
            return
        chosen = nth(self._workspace.question.examples, number)
        if chosen is None:
            self._say("Say the number of an example, for example: take 1. Say examples to hear them.")
            return
        if is_held(self._workspace, self._say):
            return
        where = self._where() if self._workspace.answers.has_own_text else "replace"
        if where is None:
            return
        with self._workspace.undo_group(f"taking an example into {self._workspace.clause_name()}"):
            self._workspace.answers.insert_example(
                chosen, self._workspace.answers.merge_text(self._workspace.answers.example_text(chosen), where)
            )
        self._say(f"Taken: {chosen.label}. {question_speech.standing(self._workspace)}")
        if self._is_hint_due:
            self._is_hint_due = False
            self._say("Say adopt to use it as written, fill to fill its blanks, or change to change some words.")

    def _where(self) -> Where | None:
        """Where new words go, if there are words; None if nowhere."""
        if not self._workspace.text.strip():
            return "replace"
        return add_or_replace(self._console, "There are words in the answer already. Say add, replace or cancel:")

    def _adopt(self, _: str) -> None:
        if self._workspace.answers.accept_example():
            self._say(f"It is yours as it stands. {question_speech.standing(self._workspace)}")
        else:
            self._say("There is no untouched example in the answer.")

    def _write(self, first: str) -> str:
        where = None if is_held(self._workspace, self._say) else self._where()
        if where is None:
            return ""
        before = self._workspace.text
        start = f"{before}\n\n" if where == "append" else ""
        with self._workspace.undo_group(f"writing {self._workspace.clause_name()}"):
            word = write_lines(self._console, start, before, self._workspace.answers.write, first)
        cleaned = clean_paste(self._workspace.text)
        if cleaned.done and self._workspace.text != before:
            self._workspace.answers.rewrite(cleaned.text, "recognizing tables and lists")
            self._say(f"{cleaned.done}. Say undo to bring back what you typed.")
        self._say(question_speech.standing(self._workspace))
        return word

    def _change(self, _: str) -> None:
        if is_held(self._workspace, self._say):
            return
        changed = change_words(self._console, self._workspace.text)
        if changed is not None:
            with self._workspace.undo_group(f"the change in {self._workspace.clause_name()}"):
                self._workspace.answers.write(changed)
            self._say(f"Changed. {question_speech.standing(self._workspace)}")

    def _edit(self, _: str) -> None:
        from mou_tui.external_editor import UNCHANGED, edit_externally

        if is_held(self._workspace, self._say):
            return
        before = self._workspace.text
        try:
            wording = edit_externally(before)
        except MouError as error:
            self._say(error.message)
            return
        if wording == before:
            self._say(UNCHANGED)
            return
        with self._workspace.undo_group(f"editing {self._workspace.clause_name()}"):
            replaced = self._workspace.answers.write(wording)
        if replaced:
            self._say(f"{pluralize(replaced, 'control character')} replaced.")
        self._say(question_speech.standing(self._workspace))

    def _fill(self, rest: str) -> None:
        number, _, words = (part.strip() for part in rest.partition(" "))
        text = self._workspace.text
        blank = nth(question_speech.blanks_here(self._workspace), number)
        if blank is None or not words:
            self._say("Say the number of a blank and the words, for example: fill 1 30 days. Say blanks to hear them.")
            return
        if is_held(self._workspace, self._say):
            return
        with self._workspace.undo_group(f"filling a blank in {self._workspace.clause_name()}"):
            self._workspace.answers.write(text[: blank.start] + blank.filled(words) + text[blank.end :])
        self._say(f"Filled. {question_speech.standing(self._workspace)}")

    def _clear(self, _: str) -> None:
        if is_held(self._workspace, self._say):
            return
        is_cleared = self._workspace.answers.clear()
        self._say("Cleared. Say undo to take that back." if is_cleared else "There is nothing to clear.")

    def _join(self, _: str) -> None:
        if is_held(self._workspace, self._say):
            return
        joined = join_lines(self._workspace.text)
        if joined == self._workspace.text:
            self._say("No line here looks as if it goes on in the next one.")
            return
        self._say("As it is:")
        self._say(self._workspace.text)
        self._say("Joined:")
        self._say(joined)
        if self._console.choose("Join the lines? Say yes or no:", "yes", "no") == "yes":
            self._workspace.answers.rewrite(joined, "joining lines")
            self._say("Joined. Say undo to take that back.")

    def _undo_or_redo(self, direction: Direction) -> None:
        step = self._workspace.undo_stack.next(direction)
        if step is None:
            self._say(self._workspace.undo_stack.why_nothing(direction))
        elif not self._workspace.navigation.is_in_view(step):
            self._workspace.go(step.place)
            question_speech.question(self._workspace, self._say)
            does = "takes back" if direction == "undo" else "does again"
            self._say(f"Saying {direction} again {does}: {step.label}.")
        elif result := self._workspace.undo() if direction == "undo" else self._workspace.redo():
            self._say(result.words)
            if self._workspace.clause_id in changed_places(step):
                self._say(question_speech.standing(self._workspace))
