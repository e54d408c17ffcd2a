"""The interview, line by line: the same questions, deeds and words as on the full screen, from the same desk."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.cabinet import Cabinet
from mou_tui.checklist.checklist import Question
from mou_tui.desk import Desk
from mou_tui.draft.blanks import OPENING, find
from mou_tui.draft.find import search
from mou_tui.draft.markdown import render
from mou_tui.draft.review import count, review
from mou_tui.plain import telling
from mou_tui.plain.console import Console, Left
from mou_tui.plain.deeds import Deeds
from mou_tui.plain.words import WORDS, Word
from mou_tui.text import shown

Act = Callable[[str], "str | None"]
"""Does what a word says with what follows it; may give another word to obey."""

KNOWN = {word.word: word for word in WORDS}
MOST = 20
"""Finds that are read out."""


class Interview:
    """Asks, and does what is asked of it, until the person leaves.

    Args:
        desk: the session on the table.
        console: where to talk.
    """

    def __init__(self, desk: Desk, console: Console) -> None:
        self._desk = desk
        self._console = console
        self._deeds = Deeds(desk, console)
        self._done = False
        self._told = ""

    def run(self, *, ask_names: bool = False) -> int:
        """Go through the interview.

        Args:
            ask_names: whether to ask for the parties before the first question.

        Returns:
            0 if the person said quit; 1 if the input ended or Ctrl+C was pressed. Either way all is saved.
        """
        say = self._console.say
        say(f"{self._desk.title()}.")
        say("mou-tui, line by line. Everything is saved as you go. Type help to hear the words you can use.")
        left = False
        try:
            self._deeds.begin()
            if ask_names:
                self._deeds.names("")
            while not self._done:
                self._tell_question()
                self._obey(self._console.ask("Your word:", tuple(KNOWN)))
        except Left:
            left = True
        state = self._desk.store.close()
        say(state.message or f"Saved to {self._desk.store.path}.")
        return 1 if left or state.message else 0

    def _tell_question(self) -> None:
        if self._told != self._desk.place:
            self._told = self._desk.place
            telling.question(self._desk, self._console.say)

    def _obey(self, line: str) -> None:
        name, _, rest = line.partition(" ")
        word = KNOWN.get(name.casefold())
        if word is None:
            self._console.say("That is not one of the words. Type help to hear them, or write to write the answer.")
        elif word.changes and self._desk.store.read_only:
            self._console.say("This session is read-only. Nothing was changed.")
        else:
            self._act(word, rest.strip())

    def _act(self, word: Word, rest: str) -> None:
        own: Act | None = getattr(self, f"_{word.word}", None)
        act: Act = own or getattr(self._deeds, word.word)
        if then := act(rest):
            self._obey(then)

    def _next(self, _: str) -> None:
        following = self._desk.neighbour(+1)
        if following is None:
            self._console.say("That was the last question. Here is the review.")
            self._review("")
        else:
            self._desk.go(following)

    def _skip(self, _: str) -> None:
        self._next("")

    def _back(self, _: str) -> None:
        before = self._desk.neighbour(-1)
        if before is None:
            self._console.say("This is the beginning.")
        else:
            self._desk.go(before)

    def _open(self, _: str) -> None:
        following = self._desk.completeness().next_open(self._desk.place)
        if following is None:
            self._console.say("Nothing is open.")
        else:
            self._told = ""
            self._desk.go(following.id)

    def _go(self, number: str) -> None:
        if number.casefold() == OPENING:
            self._desk.go(OPENING)
            return
        progress = self._desk.completeness().questions
        wanted = [question for question in progress if number in (question.number, question.number.partition(".")[0])]
        if wanted:
            self._told = ""
            self._desk.go(wanted[0].id)
        else:
            self._console.say("Say the number of a clause or topic that is asked, for example: go 3.1. Or: go opening.")

    def _list(self, _: str) -> None:
        done = self._desk.completeness()
        self._console.say(f"Text {done.written} of {done.needed}, {count(done.blanks, 'blank')}.")
        for topic in done.topics:
            self._console.say(f"{topic.number}. {topic.title}: {topic.written} of {topic.needed} written.")

    def _guidance(self, _: str) -> None:
        if question := self._asked():
            telling.guidance(question, self._desk.checklist, self._desk.state, self._console.say)

    def _points(self, _: str) -> None:
        if question := self._asked():
            telling.points(question, self._desk.answer, self._console.say)

    def _examples(self, _: str) -> None:
        if question := self._asked():
            telling.examples(question, self._desk.wording_of, self._console.say)

    def _blanks(self, _: str) -> None:
        blanks = find(self._desk.wording)
        self._console.say(f"{count(len(blanks), 'blank')} in this answer.")
        for number, blank in enumerate(blanks, start=1):
            self._console.say(f"{number}. {blank.text}")

    def _show(self, _: str) -> None:
        self._console.say(self._desk.wording or "The answer is empty.")

    def _find(self, words: str) -> None:
        found = list(search(self._desk.checklist, self._desk.session, words))
        for one in found[:MOST]:
            self._console.say(f"{one.number or 'opening'}, {one.where}: {one.before}{one.found}{one.after}")
        self._console.say(f"{count(len(found), 'place')} found. Say go and a number to go there.")

    def _review(self, _: str) -> None:
        looked_over = review(self._desk.checklist, self._desk.session)
        done = looked_over.completeness
        self._console.say(f"Review. Text {done.written} of {done.needed}, {count(done.blanks, 'blank')}.")
        for title, rows in looked_over.sections:
            self._console.say(f"{title}.")
            for row in rows:
                self._console.say(f"{row.number} {row.label}: {row.words}.".strip(), indent=2)

    def _draft(self, _: str) -> None:
        self._console.say(render(self._desk.draft()))

    def _help(self, _: str) -> None:
        for word in WORDS:
            self._console.say(f"{word.word}{f' {word.takes}' if word.takes else ''}: {word.help}.")

    def _quit(self, _: str) -> None:
        self._done = True

    def _asked(self) -> Question | None:
        if self._desk.question is None:
            self._console.say("The opening has no guidance. It is written from the parties until you change it.")
        return self._desk.question


def run_plain(cabinet: Cabinet, desk: Desk | None, *, ask_names: bool = False) -> int:
    """Run the interview on standard input and output; without a session, say which there are.

    Returns:
        The exit code.
    """
    console = Console()
    if desk:
        return Interview(desk, console).run(ask_names=ask_names)
    for session in cabinet.listing():
        console.say(f"{session.title}: mou-tui open {shown(session.path)}")
    console.say("To start a new agreement: mou-tui new --plain. To look at a sample: mou-tui demo --plain.")
    return 0
