"""What one can hear, line by line: the question, what helps to answer it, the answer, the whole."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.checklist.checklist import Question
from mou_tui.desk import Desk
from mou_tui.draft.find import search
from mou_tui.draft.review import FILTERS, review
from mou_tui.plain import accounts, telling
from mou_tui.plain.console import Console
from mou_tui.plain.meaning import numbered
from mou_tui.plain.phrases import aloud, number_of
from mou_tui.plain.words import Act

MOST = 20
"""Finds that are read out."""


class Hearing:
    """Says what a word asks to hear.

    Args:
        desk: the session on the table.
        console: where to talk.
    """

    def __init__(self, desk: Desk, console: Console) -> None:
        self._desk = desk
        self._say = console.say
        self.acts: Mapping[str, Act] = {
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
        telling.question(self._desk, self._say)

    def _guidance(self, _: str) -> None:
        if question := self._asked():
            telling.guidance(question, self._desk.checklist, self._desk.state, self._say)

    def _points(self, _: str) -> None:
        if question := self._asked():
            telling.points(question, self._desk.answer, self._say)

    def _examples(self, number: str) -> None:
        if question := self._asked():
            one = numbered(question.examples, number)
            telling.examples(question, self._desk.wording_of, self._say, one)

    def _asked(self) -> Question | None:
        if self._desk.question is None:
            self._say(telling.NOT_HERE)
        return self._desk.question

    def _show(self, _: str) -> None:
        telling.wording(self._desk, self._say)
        if self._desk.answer.current:
            self._say("")
            self._say("The agreement in force says:")
            self._say(self._desk.answer.current)

    def _list(self, _: str) -> None:
        accounts.progress(self._desk, self._say)

    def _find(self, words: str) -> None:
        found = list(search(self._desk.checklist, self._desk.session, words))
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
            accounts.advised(self._desk, self._say)
            return
        wanted = next((one for one in FILTERS if some and one.endswith(some.casefold())), None if some else FILTERS[0])
        if wanted:
            accounts.state(review(self._desk.checklist, self._desk.session), wanted, self._say)
        else:
            ways = ", ".join(one.split()[-1] for one in (*FILTERS[1:], "advice"))
            self._say(f"Say review, or review with one of: {ways}.")

    def _draft(self, part: str) -> None:
        accounts.draft(self._desk.draft(), part, self._say)
