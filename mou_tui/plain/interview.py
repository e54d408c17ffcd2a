"""The interview, line by line: the same questions, deeds and words as on the full screen, from the same desk."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping
from functools import partial
from io import TextIOWrapper

from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.errors import MouError, TooLarge
from mou_tui.failures import Failures, command_for
from mou_tui.plain import exporting, keeping, removal, telling
from mou_tui.plain.adding import ask_another_party
from mou_tui.plain.alternatives import Alternatives
from mou_tui.plain.blanks import Blanks
from mou_tui.plain.console import Console, Said, whole
from mou_tui.plain.deeds import Deeds
from mou_tui.plain.hearing import Hearing
from mou_tui.plain.helping import tell_help
from mou_tui.plain.history import History
from mou_tui.plain.home import choose_session
from mou_tui.plain.interrupts import Interrupts
from mou_tui.plain.lines import Left
from mou_tui.plain.locking import Locking
from mou_tui.plain.marking import Marking
from mou_tui.plain.meaning import like, meant
from mou_tui.plain.meetings import Meetings
from mou_tui.plain.minutes import Minutes
from mou_tui.plain.moving import Moving
from mou_tui.plain.naming import ask_names
from mou_tui.plain.positions import Positions
from mou_tui.plain.preparing import Preparing
from mou_tui.plain.signing import Signing
from mou_tui.plain.words import CANCEL, END, WORDS, Act
from mou_tui.room import Room
from mou_tui.session.savestate import SaveState
from mou_tui.text import count, shown

SENTENCE = 4
"""Words from which on a line is taken for a sentence, not for a mistyped word."""

WELCOME = (
    "mou-tui, line by line. Everything is saved as you go. The usual way through a question: guidance, examples, "
    "take or write, next. Say help to hear every word."
)


class Interview:
    """Asks, and does what is asked of it, until the person leaves.

    Args:
        desk: the session on the table.
        console: where to talk.
    """

    def __init__(self, desk: Desk, console: Console) -> None:
        self._console = console
        self._say = console.say
        self._failures = Failures()
        self._build(desk)
        self._is_done = False
        self._warned = ""

    def _build(self, desk: Desk) -> None:
        """Make everything that a word may need, around a desk."""
        self._desk = desk
        console = self._console
        room = Room(desk)
        self._meetings = Meetings(desk, room, console)
        self.acts: Mapping[str, Act] = {
            **Hearing(desk, console).acts,
            **Deeds(desk, console).acts,
            **Locking(desk, console).acts,
            **Marking(desk, console).acts,
            **Blanks(desk, room, console).acts,
            **Moving(desk, console).acts,
            **Positions(desk, room, console).acts,
            **Alternatives(desk, room, console).acts,
            **self._meetings.acts,
            **Preparing(desk, room, console).acts,
            **Minutes(desk, room, console).acts,
            "names": self._names,
            "depth": self._depth,
            "party": lambda number: ask_another_party(console, desk, number),
            "export": lambda what: exporting.export(console, desk, what),
            "record": lambda _: exporting.export(console, desk, "record"),
            "save": lambda _: keeping.save(console, desk),
            "elsewhere": lambda _: keeping.elsewhere(console, desk),
            "strike": lambda _: removal.strike(console, desk),
            **History(desk, room, console).acts,
            **Signing(desk, room, console).acts,
            "help": lambda name: tell_help(name, console.say),
            "quit": self._quit,
        }

    def run(self, *, ask_for_names: bool = False) -> int:
        """Go through the interview.

        Args:
            ask_for_names: whether to ask for the parties before the first question.

        Returns:
            0 if the person said quit; 1 if the input ended, Ctrl+C was pressed, or not all is in the file.
        """
        is_left = False
        try:
            self._talk(ask_for_names)
        except (Left, KeyboardInterrupt):
            is_left = True
        except MouError as error:
            is_left = True
            self._say(error.message)
        except Exception as error:
            is_left = True
            self._failures.add(error)
            self._failures.end()
        path = self._desk.store.path
        state = self._leave()
        last = state.message or f"Saved to {whole(path)}."
        if self._failures.is_final:
            last = self._failures.farewell(
                state.message or f"Your words are saved in {whole(path)}.", command_for(path)
            )
        try:
            self._say(last)
        except Left:
            # A terminal that is gone hears no last words either.
            with contextlib.suppress(OSError):
                print(last, file=sys.stderr)
        return 1 if is_left or state.kind in ("failed", "conflict") else 0

    def _leave(self) -> SaveState:
        """Leave the session, whatever fails on the way."""
        try:
            return self._desk.leave()
        except Exception as error:
            self._failures.add(error)
            self._failures.end()
            return self._desk.store.close()

    def _talk(self, ask_for_names: bool) -> None:
        self._say(f"{telling.title(self._desk)}.")
        self._say(WELCOME)
        keeping.begin(self._console, self._desk)
        keeping.tell_damage(self._desk, self._say)
        if ask_for_names:
            self._say("First, who makes this agreement?")
            self._do(lambda: ask_names(self._console, self._desk, briefly=True))
        word = self._resume_meeting()
        telling.question(self._desk, self._say)
        self._do(lambda: word)
        while not self._is_done:
            self._warn()
            place = telling.place_of(self._desk, self._desk.place)
            line = self._console.line(f"Your word for {place}:", tuple(WORDS)).strip().removeprefix(":")
            self._try(line or "again")
            self._desk.store.save()

    def _resume_meeting(self) -> str:
        """Ask which meeting this is; gives the word that was said instead."""
        try:
            self._meetings.resume()
        except Said as said:
            return said.line
        return ""

    def _warn(self) -> None:
        """Say what is the matter with the file, once."""
        message = self._desk.store.state.message or self._desk.store.message
        if message != self._warned:
            self._warned = message
            self._say(message or "All is well with the file again.")

    def _try(self, line: str) -> None:
        """Do what a line says; what fails is said, and one goes on with what the session holds."""
        try:
            self._do(partial(self._heed, line))
        except MouError as error:
            self._say(error.message)
        except (Left, KeyboardInterrupt):
            raise
        except Exception as error:
            said = meant(line)
            self._failures.add(error, f"“{said[0].word}”" if said else "")
            if self._failures.is_final:
                raise
            self._go_on_anew()

    def _go_on_anew(self) -> None:
        """After an error, write what was said, and go on with nothing that may be at fault."""
        gone, failures = self._desk, self._failures
        gone.settle()
        gone.remember()
        state = gone.store.flush()
        self._build(Desk(gone.checklist, gone.store, gone.clock, gone.new_id))
        failures.recovered()
        safe = state.message or f"Your words are safe in {whole(gone.store.path)}."
        self._say(f"{failures.what} did not work ({failures.kinds}). {safe}")

    def _do(self, act: Callable[[], str | None]) -> None:
        """Do something, and then what was said in the course of it."""
        while True:
            try:
                line = act() or ""
            except Said as said:
                line = said.line
            except TooLarge as refusal:
                self._say(refusal.message)
                return
            if line == CANCEL:
                self._say("Left as it was.")
            if line in ("", CANCEL, END):
                return
            act = partial(self._heed, line)

    def _heed(self, line: str) -> str | None:
        """Do what a line says; may give another line to heed."""
        said = meant(line)
        if said is None:
            return self._wonder(line)
        word, rest = said
        if word.changes and self._desk.store.read_only:
            self._say(telling.READ_ONLY)
            return None
        return self.acts[word.word](rest)

    def _wonder(self, line: str) -> str | None:
        """Say what can be made of a line that is no word; a whole sentence may be meant for the answer."""
        name = line.split()[0].casefold()
        if len(line.split()) >= SENTENCE and not self._desk.store.read_only:
            prompt = "That begins with none of the words. Say yes to write it into the answer, or no:"
            return f"write {line}" if self._console.choose(prompt, "yes", "no") == "yes" else None
        if name in WORDS:
            return f"help {name}"
        near = like(line)
        suggestion = f" Did you mean {' or '.join(near)}?" if near else ""
        self._say(f"“{shown(name, 20)}” is not one of the words.{suggestion} Say help to hear them.")
        return None

    def _names(self, _: str) -> None:
        ask_names(self._console, self._desk)

    def _depth(self, _: str) -> None:
        full = self._desk.session.depth == "essential"
        self._desk.set_depth("full" if full else "essential")
        asked = count(len(self._desk.completeness().questions), "question")
        self._say(f"{'All are' if full else 'Only the essential ones are'} asked now: {asked}.")

    def _quit(self, _: str) -> None:
        self._is_done = True


def run_plain(cabinet: Cabinet, desk: Desk | None, *, ask_names: bool = False) -> int:
    """Run the interview on standard input and output; without a session, ask first which.

    Returns:
        The exit code.
    """
    if isinstance(sys.stdin, TextIOWrapper):
        # What is not text is told and replaced like every other character nobody can read.
        sys.stdin.reconfigure(errors="surrogateescape")
    interrupts = Interrupts()
    interrupts.listen()
    console = Console(sys.stdin, sys.stdout, interrupts)
    try:
        desk = desk or choose_session(console, cabinet)
    except (Left, KeyboardInterrupt):
        return 1
    return Interview(desk, console).run(ask_for_names=ask_names) if desk else 0
