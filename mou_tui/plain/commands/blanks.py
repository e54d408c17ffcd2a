"""The blanks of the whole agreement, line by line: heard in one list, and gone through one after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mou_tui.draft.blank_items import BlankOccurrence, FactPrompt
from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.plain import question_speech, summaries
from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.form import Field, Form
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.speech import bare, number_of, unbracketed
from mou_tui.plain.vocabulary import END, Handler
from mou_tui.text import pluralize
from mou_tui.workspace.workspace import Workspace

ASSIGN, NONE, GO, BACK = "assign", "none", "go", "back"

HOW = (
    f"Say what belongs there; Enter alone leaves it. With a colon: :{ASSIGN} has somebody find out, :{NONE} says it is "
    f"no blank, :{GO} goes to it, :{BACK} goes one back, :{END} stops."
)


class Blanks:
    """Tells blanks, and goes through those of the whole agreement.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._filler = workspace.blanks
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {"blanks": self._blanks}

    def _blanks(self, some: str) -> None:
        wanted = some.casefold()
        if not wanted:
            question_speech.blanks(self._workspace, self._say)
        elif "all".startswith(wanted):
            summaries.blanks(self._filler, self._say)
        elif not "fill".startswith(wanted):
            self._say("Say blanks, or blanks with one of: all, fill.")
        elif self._workspace.store.read_only:
            self._say(question_speech.READ_ONLY)
        else:
            self._go_through()

    def _go_through(self) -> None:
        place = 0
        self._say(HOW if self._filler.blanks else "There are no blanks.")
        while place < len(blanks := self._filler.blanks):
            self._say("")
            self._say(f"Blank {place + 1} of {len(blanks)}, in {self._in_its_words(blanks[place])}")
            try:
                step = self._ask(blanks[place])
            except CommandInterrupt as said:
                if said.line not in (END, GO):
                    raise
                if said.line == GO:
                    self._workspace.go(blanks[place].place)
                    question_speech.question(self._workspace, self._say)
                return
            place = max(0, _still_there(blanks[:place], self._filler.blanks) + step)
        self._say(f"That is all. {number_of(len(self._filler.blanks), 'blank').capitalize()} left.")

    def _ask(self, one: BlankOccurrence) -> int:
        """Ask what belongs in a blank and do it; returns how many of the blanks that are left then to go on."""
        wanted = self._filler.wanted(one)
        prompt = "What belongs there?"
        if wanted:
            known = self._filler.words_for(one)
            hint = f"now {known}" if known else f"for example {wanted.hint}"
            prompt = f"{wanted.label}, filled wherever it stands, {hint}:"
        reached = self._filler.reached(self._filler.asked_once[wanted] if wanted else (one,))
        if sentence := asked_again_sentence(self._workspace.checklist, reached):
            self._say(sentence)
        try:
            words = self._console.ask(prompt, also=(ASSIGN, NONE, GO, BACK))
        except CommandInterrupt as said:
            if said.line == ASSIGN:
                return self._assign(one)
            if said.line == NONE:
                return self._say_none(one)
            if said.line == BACK:
                return -1
            raise
        except InputClosed as left:
            if wanted:
                self._filler.set_fact(wanted, left.unfinished)
            else:
                self._filler.fill((one,), left.unfinished)
            raise
        if not words and not (wanted and self._filler.words_for(one)):
            return 1
        self._fill(one, wanted, words)
        return 0

    def _fill(self, one: BlankOccurrence, wanted: FactPrompt | None, words: str) -> None:
        if wanted is None:
            self._fill_with_twins(one, words)
            return
        filled = self._filler.set_fact(wanted, words) if words else self._filler.fill_known()
        if filled:
            self._say(f"Filled, in {pluralize(filled, 'place')}.")

    def _fill_with_twins(self, one: BlankOccurrence, words: str) -> None:
        """Fill a blank, and those of the same name that are said to ask for the same; each by itself does not."""
        chosen: list[BlankOccurrence] = [one]
        try:
            twins = self._filler.twins(one) if words else ()
            if twins:
                self._say(f"{bare(one.blank).capitalize()} also stands in {pluralize(len(twins), 'other place')}.")
            for twin in twins:
                self._say(f"In {self._in_its_words(twin)}")
                if sentence := asked_again_sentence(self._workspace.checklist, self._filler.reached((twin,))):
                    self._say(sentence)
                said = self._console.ask(
                    f"Is it “{words}” there too? Say yes; Enter alone leaves it:", obeys=True
                ).casefold()
                chosen += [twin] if said and "yes".startswith(said) else []
        finally:
            filled = self._filler.fill(chosen, words)
            if filled:
                self._say(f"Filled, in {pluralize(filled, 'place')}.")

    def _assign(self, one: BlankOccurrence) -> int:
        fields = (Field("who", "Who finds out", hint="Pat Doe"), Field("by", "By when", hint="Friday"))
        form = Form(self._console, lambda _: fields)
        said = form.ask()
        if not said or not said["who"]:
            self._say("Left as it was.")
            return 0
        self._filler.assign(one, said["who"], said["by"])
        self._say(f"{said['who']} finds out. Say actions to hear what is to be done.")
        form.go_on()
        return 1

    def _say_none(self, one: BlankOccurrence) -> int:
        if why_not := self._filler.why_not_dismissed(one):
            self._say(why_not)
            return 0
        self._filler.dismiss(one)
        self._say(f"{bare(one.blank).capitalize()} is no blank in {one.where}. Say undo to take that back.")
        return 0

    def _in_its_words(self, one: BlankOccurrence) -> str:
        """Where a blank stands, and the words around it."""
        around = " ".join(f"{one.before}{one.blank.text}{one.after}".split())
        return f"{one.where}: {unbracketed(bare(one.blank))}. It reads: {around}"


def _still_there(before: Sequence[BlankOccurrence], now: Sequence[BlankOccurrence]) -> int:
    """How many of the blanks that were there before still are, whatever was filled since."""
    still = 0
    for one in before:
        if still < len(now) and (one.place, one.blank.text) == (now[still].place, now[still].blank.text):
            still += 1
    return still
