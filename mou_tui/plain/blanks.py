"""The blanks of the whole agreement, line by line: heard in one list, and gone through one after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mou_tui.desk import Desk
from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.draft.fillins import FillIn, Wanted
from mou_tui.plain import accounts, telling
from mou_tui.plain.console import Console, Said
from mou_tui.plain.form import Field, Form
from mou_tui.plain.lines import Left
from mou_tui.plain.phrases import bare, number_of, unbracketed
from mou_tui.plain.words import END, Act
from mou_tui.room import Room
from mou_tui.text import count

ASSIGN, NONE, GO, BACK = "assign", "none", "go", "back"

HOW = (
    f"Say what belongs there; Enter alone leaves it. With a colon: :{ASSIGN} has somebody find out, :{NONE} says it is "
    f"no blank, :{GO} goes to it, :{BACK} goes one back, :{END} stops."
)


class Blanks:
    """Tells blanks, and goes through those of the whole agreement.

    Args:
        desk: the session on the table.
        room: the people around it.
        console: where to talk.
    """

    def __init__(self, desk: Desk, room: Room, console: Console) -> None:
        self._desk = desk
        self._filling = room.filling
        self._console = console
        self._say = console.say
        self.acts: Mapping[str, Act] = {"blanks": self._blanks}

    def _blanks(self, some: str) -> None:
        wanted = some.casefold()
        if not wanted:
            telling.blanks(self._desk, self._say)
        elif "all".startswith(wanted):
            accounts.blanks(self._filling, self._say)
        elif not "fill".startswith(wanted):
            self._say("Say blanks, or blanks with one of: all, fill.")
        elif self._desk.store.read_only:
            self._say(telling.READ_ONLY)
        else:
            self._go_through()

    def _go_through(self) -> None:
        place = 0
        self._say(HOW if self._filling.blanks else "There are no blanks.")
        while place < len(blanks := self._filling.blanks):
            self._say("")
            self._say(f"Blank {place + 1} of {len(blanks)}, in {self._in_its_words(blanks[place])}")
            try:
                step = self._ask(blanks[place])
            except Said as said:
                if said.line not in (END, GO):
                    raise
                if said.line == GO:
                    self._desk.go(blanks[place].place)
                    telling.question(self._desk, self._say)
                return
            place = max(0, _still_there(blanks[:place], self._filling.blanks) + step)
        self._say(f"That is all. {number_of(len(self._filling.blanks), 'blank').capitalize()} left.")

    def _ask(self, one: FillIn) -> int:
        """Ask what belongs in a blank and do it; returns how many of the blanks that are left then to go on."""
        wanted = self._filling.wanted(one)
        prompt = "What belongs there?"
        if wanted:
            known = self._filling.words_for(one)
            hint = f"now {known}" if known else f"for example {wanted.hint}"
            prompt = f"{wanted.label}, filled wherever it stands, {hint}:"
        reached = self._filling.reached(self._filling.asked_once[wanted] if wanted else (one,))
        if sentence := asked_again_sentence(self._desk.checklist, reached):
            self._say(sentence)
        try:
            words = self._console.ask(prompt, also=(ASSIGN, NONE, GO, BACK))
        except Said as said:
            if said.line == ASSIGN:
                return self._assign(one)
            if said.line == NONE:
                return self._say_none(one)
            if said.line == BACK:
                return -1
            raise
        except Left as left:
            if wanted:
                self._filling.make_known(wanted, left.unfinished)
            else:
                self._filling.fill((one,), left.unfinished)
            raise
        if not words and not (wanted and self._filling.words_for(one)):
            return 1
        self._fill(one, wanted, words)
        return 0

    def _fill(self, one: FillIn, wanted: Wanted | None, words: str) -> None:
        if wanted is None:
            self._fill_with_twins(one, words)
            return
        filled = self._filling.make_known(wanted, words) if words else self._filling.fill_known()
        if filled:
            self._say(f"Filled, in {count(filled, 'place')}.")

    def _fill_with_twins(self, one: FillIn, words: str) -> None:
        """Fill a blank, and those of the same name that are said to ask for the same; each by itself does not."""
        chosen: list[FillIn] = [one]
        try:
            twins = self._filling.twins(one) if words else ()
            if twins:
                self._say(f"{bare(one.blank).capitalize()} also stands in {count(len(twins), 'other place')}.")
            for twin in twins:
                self._say(f"In {self._in_its_words(twin)}")
                if sentence := asked_again_sentence(self._desk.checklist, self._filling.reached((twin,))):
                    self._say(sentence)
                said = self._console.ask(
                    f"Is it “{words}” there too? Say yes; Enter alone leaves it:", obeys=True
                ).casefold()
                chosen += [twin] if said and "yes".startswith(said) else []
        finally:
            filled = self._filling.fill(chosen, words)
            if filled:
                self._say(f"Filled, in {count(filled, 'place')}.")

    def _assign(self, one: FillIn) -> int:
        fields = (Field("who", "Who finds out", hint="Pat Doe"), Field("by", "By when", hint="Friday"))
        form = Form(self._console, lambda _: fields)
        said = form.ask()
        if not said or not said["who"]:
            self._say("Left as it was.")
            return 0
        self._filling.assign(one, said["who"], said["by"])
        self._say(f"{said['who']} finds out. Say actions to hear what is to be done.")
        form.go_on()
        return 1

    def _say_none(self, one: FillIn) -> int:
        if why_not := self._filling.why_not_none(one):
            self._say(why_not)
            return 0
        self._filling.say_none(one)
        self._say(f"{bare(one.blank).capitalize()} is no blank in {one.where}. Say undo to take that back.")
        return 0

    def _in_its_words(self, one: FillIn) -> str:
        """Where a blank stands, and the words around it."""
        around = " ".join(f"{one.before}{one.blank.text}{one.after}".split())
        return f"{one.where}: {unbracketed(bare(one.blank))}. It reads: {around}"


def _still_there(before: Sequence[FillIn], now: Sequence[FillIn]) -> int:
    """How many of the blanks that were there before still are, whatever was filled since."""
    still = 0
    for one in before:
        if still < len(now) and (one.place, one.blank.text) == (now[still].place, now[still].blank.text):
            still += 1
    return still
