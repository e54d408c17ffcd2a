"""What one can hear, line by line: the question, what helps to answer it, the answer, the whole."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.checklist.model import Question
from mou_tui.plain import question_speech, summaries
from mou_tui.plain.command_parser import nth
from mou_tui.plain.console import Console
from mou_tui.plain.speech import aloud, number_of
from mou_tui.plain.vocabulary import Handler
from mou_tui.reports.review import FILTERS, review
from mou_tui.reports.search import search
from mou_tui.workspace.workspace import Workspace

MOST = 20
"""Finds that are read out."""


class Hearing:
    """Says what a word asks to hear.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {
            "again": self._again,
            "guidance": self._guidance,
            "points": self._points,
            "examples": self._examples,
            "show": self._show,
            "list": self._list,
            "find": self._find,
            "review": self._review,
            "draft": self._draft,
        }

    def _again(self, _: str) -> None:
        question_speech.question(self._workspace, self._say)

    def _guidance(self, _: str) -> None:
        if question := self._asked():
            question_speech.guidance(question, self._workspace.checklist, self._workspace.parties.state_code, self._say)

    def _points(self, _: str) -> None:
        if question := self._asked():
            question_speech.points(question, self._workspace.answer, self._say)

    def _examples(self, number: str) -> None:
        if question := self._asked():
            one = nth(question.examples, number)
            question_speech.examples(question, self._workspace.answers.example_text, self._say, one)

    def _asked(self) -> Question | None:
        if self._workspace.question is None:
            self._say(question_speech.NOT_HERE)
        return self._workspace.question

    def _show(self, _: str) -> None:
        question_speech.wording(self._workspace, self._say)
        if self._workspace.answer.current:
            self._say("")
            self._say("The agreement in force says:")
            self._say(self._workspace.answer.current)

    def _list(self, _: str) -> None:
        summaries.progress(self._workspace, self._say)

    def _find(self, words: str) -> None:
        found = list(search(self._workspace.checklist, self._workspace.session, words))
        self._say(f"{number_of(len(found), 'place').capitalize()} found.")
        for one in found[:MOST]:
            around = f"{one.before}{one.found}{one.after}"
            self._say(f"{one.number or 'Opening'}, {one.where}: {aloud(around)}")
        if len(found) > MOST:
            self._say(f"And {len(found) - MOST} more. Say more words to find fewer.")
        if found:
            self._say("To go to one, say go and its number.")

    def _review(self, some: str) -> None:
        if some and "advice".startswith(some.casefold()):
            summaries.advised(self._workspace, self._say)
            return
        wanted = next((one for one in FILTERS if some and one.endswith(some.casefold())), None if some else FILTERS[0])
        if wanted:
            summaries.state(review(self._workspace.checklist, self._workspace.session), wanted, self._say)
        else:
            ways = ", ".join(one.split()[-1] for one in (*FILTERS[1:], "advice"))
            self._say(f"Say review, or review with one of: {ways}.")

    def _draft(self, part: str) -> None:
        summaries.draft(self._workspace.draft(), part, self._say)
