"""What belongs in the minutes, line by line: decisions, notes, who does what by when, milestones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import nth
from mou_tui.plain.console import Console
from mou_tui.plain.form import YES_NO, Field, Form
from mou_tui.plain.speech import number_of
from mou_tui.plain.vocabulary import Handler
from mou_tui.reports.agenda import action_words
from mou_tui.reports.meeting_log import as_sentence
from mou_tui.session.meeting import Action
from mou_tui.text import capitalize_first
from mou_tui.workspace.minutes import READERS, Kind
from mou_tui.workspace.workspace import Workspace

NO_QUESTION = "whole:"
"""What a decision, a note or an action begins with that belongs to no question."""


class Minutes:
    """Takes down what belongs in the minutes.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._minutes = workspace.minutes
        self._console = console
        self._say = console.say
        self._is_warning_due = True
        self.handlers: Mapping[str, Handler] = {
            "decide": partial(self._capture, "decision"),
            "note": partial(self._capture, "note"),
            "correct": self._correct,
            "act": partial(self._act, is_check=False),
            "check": partial(self._act, is_check=True),
            "actions": self._tell,
            "done": self._done,
            "milestone": self._milestone,
        }

    def _capture(self, kind: Kind, words: str) -> None:
        what = Field("what", "What was decided" if kind == "decision" else "What is to be noted")
        said, form = self._ask(words, [what])
        if not said or not said["what"]:
            self._say("Left as it was.")
            return
        is_here = self._is_here(said)
        self._minutes.capture(kind, said["what"], here=is_here)
        self._told("Decided" if kind == "decision" else "Noted", is_here)
        form.go_on()

    def _correct(self, words: str) -> None:
        """Put a decision or a note right, by its number; without one, tell them all."""
        remarks = self._minutes.remarks
        number, _, text = words.partition(" ")
        remark = nth(remarks, number)
        if remark is None:
            self._say("The decisions and notes, oldest first:" if remarks else "No decision or note is there yet.")
            for place, held in enumerate(remarks, start=1):
                corrected = "corrected, " if held.corrections else ""
                self._say(f"{place}. {capitalize_first(f'{corrected}{held.entry.kind}')}: {held.text}")
            if remarks:
                self._say("To put one right, say correct and its number.")
            return
        what = Field("what", "What should it say", remark.text)
        form = Form(self._console, lambda _: [what], {"what": text.strip()} if text.strip() else {})
        said = form.ask()
        if not said or not self._minutes.correct(remark, said["what"]):
            self._say("Left as it was.")
            return
        self._say(as_sentence(f"Corrected: the {remark.entry.kind} says now: {said['what']}"))
        self._say("The record keeps what it said first.")
        form.go_on()

    def _act(self, words: str, *, is_check: bool) -> None:
        fields = [
            Field("what", "What is to be checked" if is_check else "What is to be done"),
            Field("who", "By whom", hint="Pat Doe"),
            Field("due", "By when", hint="the next meeting"),
        ]
        said, form = self._ask(words, fields)
        if not said or not said["what"]:
            self._say("Left as it was.")
            return
        is_here = self._is_here(said)
        self._minutes.act(said["what"], said["who"], said["due"], here=is_here, check=is_check)
        number = len(self._workspace.session.actions)
        self._told(f"Action {number}", is_here and self._workspace.question is not None)
        form.go_on()

    def _ask(self, words: str, fields: list[Field]) -> tuple[Mapping[str, str] | None, Form]:
        """Ask for what was not said with the word itself; said so, it belongs to the question on the table."""
        is_here = not words.casefold().startswith(NO_QUESTION)
        what = words if is_here else words[len(NO_QUESTION) :].strip()
        if not what and is_here and self._workspace.question:
            fields = [
                *fields,
                Field("here", f"Does it belong to {self._workspace.clause_name()}, yes or no", "yes", choices=YES_NO),
            ]
        form = Form(
            self._console, lambda said: fields if said.get("what") else fields[:1], {"what": what} if what else {}
        )
        said = form.ask()
        return (None if said is None else {"here": "yes" if is_here else "no", **said}), form

    def _is_here(self, said: Mapping[str, str]) -> bool:
        return not said["here"].casefold().startswith("n")

    def _told(self, what: str, is_here: bool) -> None:
        of = (
            question_speech.place_of(self._workspace, self._workspace.clause_id)
            if is_here
            else "no question in particular"
        )
        warning = f" {READERS}" if self._is_warning_due else ""
        self._is_warning_due = False
        self._say(f"{what}, for {of}.{warning}")

    def _tell(self, some: str) -> None:
        actions = self._workspace.session.actions
        wanted = [(number, one) for number, one in enumerate(actions, 1) if some.casefold() == "all" or not one.done]
        still_open = sum(not action.done for action in actions)
        self._say(f"{number_of(still_open, 'action').capitalize()} still to be done.")
        for number, action in wanted:
            self._say(f"{number}. {self._words(action)}.")
        if still_open:
            self._say("When one is done, say done and its number.")

    def _done(self, number: str) -> None:
        action = nth(self._workspace.session.actions, number)
        if action is None:
            self._say("Say the number of an action, for example: done 1. Say actions to hear them.")
            return
        self._minutes.finish(action.id)
        self._say(f"{'Not done after all' if action.done else 'Done'}: {action_words(action)}.")

    def _words(self, action: Action) -> str:
        place = action.question if action.question in self._workspace.checklist else ""
        kinds = ["done"] if action.done else []
        kinds += ["to check"] if action.kind == "check" else []
        kinds += [f"for {self._workspace.checklist.number(place)}"] if place else []
        words = ", ".join([*kinds, action_words(action)])
        return capitalize_first(words)

    def _milestone(self, words: str) -> None:
        name = Field("name", "What is this moment called", hint="first reading")
        form = Form(self._console, lambda _: [name], {"name": words} if words else {})
        said = form.ask()
        if not said or not said["name"]:
            self._say("Left as it was.")
            return
        self._minutes.mark(said["name"])
        self._say(f"Milestone: {said['name']}.")
        form.go_on()
