"""The interview, line by line: the same questions, actions and words as on the full screen, from the same workspace."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping
from functools import partial
from io import TextIOWrapper

from mou_tui.errors import MouError, TooLarge
from mou_tui.failures import Failures, command_for
from mou_tui.persistence.save_status import SaveStatus
from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import parse_command, suggestions
from mou_tui.plain.commands import documents, files, removal
from mou_tui.plain.commands.add_party import ask_another_party
from mou_tui.plain.commands.agenda import Preparing
from mou_tui.plain.commands.agreement_parts import Parts
from mou_tui.plain.commands.alternatives import Alternatives
from mou_tui.plain.commands.answer import Deeds
from mou_tui.plain.commands.blanks import Blanks
from mou_tui.plain.commands.earlier import Earlier
from mou_tui.plain.commands.flags import Marking
from mou_tui.plain.commands.help import say_help
from mou_tui.plain.commands.history import History
from mou_tui.plain.commands.locks import Locking
from mou_tui.plain.commands.meetings import Meetings
from mou_tui.plain.commands.minutes import Minutes
from mou_tui.plain.commands.navigation import Moving
from mou_tui.plain.commands.positions import Positions
from mou_tui.plain.commands.question import Hearing
from mou_tui.plain.commands.signing import Signing
from mou_tui.plain.console import CommandInterrupt, Console, full_path
from mou_tui.plain.home import choose_session
from mou_tui.plain.interrupts import Interrupts
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.parties_form import ask_names
from mou_tui.plain.vocabulary import CANCEL, COMMANDS, END, Handler
from mou_tui.text import for_display, pluralize
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace

SENTENCE = 4
"""Words from which on a line is taken for a sentence, not for a mistyped word."""

WELCOME = (
    "mou-tui, line by line. Everything is saved as you go. The usual way through a question: guidance, examples, "
    "take or write, next. Say help to hear every word."
)


class Interview:
    """Asks, and does what is asked of it, until the person leaves.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._console = console
        self._say = console.say
        self._failures = Failures()
        self._build(workspace)
        self._is_done = False
        self._warned = ""

    def _build(self, workspace: Workspace) -> None:
        """Make everything that a word may need, around a workspace."""
        self._workspace = workspace
        console = self._console
        self._meetings = Meetings(workspace, console)
        self.handlers: Mapping[str, Handler] = {
            **Hearing(workspace, console).handlers,
            **Deeds(workspace, console).handlers,
            **Locking(workspace, console).handlers,
            **Marking(workspace, console).handlers,
            **Blanks(workspace, console).handlers,
            **Moving(workspace, console).handlers,
            **Positions(workspace, console).handlers,
            **Alternatives(workspace, console).handlers,
            **self._meetings.handlers,
            **Preparing(workspace, console).handlers,
            **Earlier(workspace, console).handlers,
            **Minutes(workspace, console).handlers,
            "names": self._names,
            "depth": self._depth,
            "party": lambda number: ask_another_party(console, workspace, number),
            "export": lambda what: documents.export(console, workspace, what),
            "record": lambda _: documents.export(console, workspace, "record"),
            "save": lambda _: files.save(console, workspace),
            "elsewhere": lambda _: files.elsewhere(console, workspace),
            "strike": lambda _: removal.strike(console, workspace),
            **Parts(workspace, console).handlers,
            **History(workspace, console).handlers,
            **Signing(workspace, console).handlers,
            "help": lambda name: say_help(name, console.say),
            "quit": self._quit,
        }

    def run(self, *, ask_for_names: bool = False, opens_earlier: bool = False) -> int:
        """Go through the interview.

        Args:
            ask_for_names: whether to ask for the parties before the first question.
            opens_earlier: whether to go through the earlier agreement before the first question.

        Returns:
            0 if the person said quit; 1 if the input ended, Ctrl+C was pressed, or not all is in the file.
        """
        is_left = False
        try:
            self._talk(ask_for_names, opens_earlier)
        except (InputClosed, KeyboardInterrupt):
            is_left = True
        except MouError as error:
            is_left = True
            self._say(error.message)
        except Exception as error:
            is_left = True
            self._failures.add(error)
            self._failures.end()
        path = self._workspace.store.path
        state = self._leave()
        last = state.message or f"Saved to {full_path(path)}."
        if self._failures.is_final:
            last = self._failures.farewell(
                state.message or f"Your words are saved in {full_path(path)}.", command_for(path)
            )
        try:
            self._say(last)
        except InputClosed:
            # A terminal that is gone hears no last words either.
            with contextlib.suppress(OSError):
                print(last, file=sys.stderr)
        return 1 if is_left or state.kind in ("failed", "conflict") else 0

    def _leave(self) -> SaveStatus:
        """Leave the session, whatever fails on the way."""
        try:
            return self._workspace.close()
        except Exception as error:
            self._failures.add(error)
            self._failures.end()
            return self._workspace.store.close()

    def _talk(self, ask_for_names: bool, opens_earlier: bool) -> None:
        self._say(f"{question_speech.title(self._workspace)}.")
        self._say(WELCOME)
        files.begin(self._console, self._workspace)
        files.tell_damage(self._workspace, self._say)
        if ask_for_names:
            self._say("First, who makes this agreement?")
            self._do(lambda: ask_names(self._console, self._workspace, briefly=True))
        if opens_earlier:
            self._do(lambda: self._heed("earlier"))
        word = self._resume_meeting()
        question_speech.question(self._workspace, self._say)
        self._do(lambda: word)
        while not self._is_done:
            self._warn()
            place = question_speech.place_of(self._workspace, self._workspace.clause_id)
            line = self._console.line(f"Your word for {place}:", tuple(COMMANDS)).strip().removeprefix(":")
            self._try(line or "again")
            self._workspace.store.save()

    def _resume_meeting(self) -> str:
        """Ask which meeting this is; gives the word that was said instead."""
        try:
            self._meetings.resume()
        except CommandInterrupt as said:
            return said.line
        return ""

    def _warn(self) -> None:
        """Say what is the matter with the file, once."""
        message = self._workspace.store.state.message or self._workspace.store.message
        if message != self._warned:
            self._warned = message
            self._say(message or "All is well with the file again.")

    def _try(self, line: str) -> None:
        """Do what a line says; what fails is said, and one goes on with what the session holds."""
        try:
            self._do(partial(self._heed, line))
        except MouError as error:
            self._say(error.message)
        except (InputClosed, KeyboardInterrupt):
            raise
        except Exception as error:
            said = parse_command(line)
            self._failures.add(error, f"“{said[0].word}”" if said else "")
            if self._failures.is_final:
                raise
            self._go_on_anew()

    def _go_on_anew(self) -> None:
        """After an error, write what was said, and go on with nothing that may be at fault."""
        gone, failures = self._workspace, self._failures
        gone.history.log_wordings()
        gone.remember_location()
        state = gone.store.flush()
        self._build(Workspace(gone.checklist, gone.store, gone.clock, gone.new_id))
        failures.recovered()
        safe = state.message or f"Your words are safe in {full_path(gone.store.path)}."
        self._say(f"{failures.what} did not work ({failures.kinds}). {safe}")

    def _do(self, act: Callable[[], str | None]) -> None:
        """Do something, and then what was said in the course of it."""
        while True:
            try:
                line = act() or ""
            except CommandInterrupt as said:
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
        said = parse_command(line)
        if said is None:
            return self._wonder(line)
        word, rest = said
        if word.changes and self._workspace.store.read_only:
            self._say(question_speech.READ_ONLY)
            return None
        return self.handlers[word.word](rest)

    def _wonder(self, line: str) -> str | None:
        """Say what can be made of a line that is no word; a whole sentence may be meant for the answer."""
        name = line.split()[0].casefold()
        if len(line.split()) >= SENTENCE and not self._workspace.store.read_only:
            prompt = "That begins with none of the words. Say yes to write it into the answer, or no:"
            return f"write {line}" if self._console.choose(prompt, "yes", "no") == "yes" else None
        if name in COMMANDS:
            return f"help {name}"
        near = suggestions(line)
        suggestion = f" Did you mean {' or '.join(near)}?" if near else ""
        self._say(f"“{for_display(name, 20)}” is not one of the words.{suggestion} Say help to hear them.")
        return None

    def _names(self, _: str) -> None:
        ask_names(self._console, self._workspace)

    def _depth(self, _: str) -> None:
        full = self._workspace.session.depth == "essential"
        self._workspace.set_depth("full" if full else "essential")
        asked = pluralize(len(self._workspace.progress().questions), "question")
        self._say(f"{'All are' if full else 'Only the essential ones are'} asked now: {asked}.")

    def _quit(self, _: str) -> None:
        self._is_done = True


def run_plain(
    repository: SessionRepository, workspace: Workspace | None, *, ask_names: bool = False, opens_earlier: bool = False
) -> int:
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
        workspace = workspace or choose_session(console, repository)
    except (InputClosed, KeyboardInterrupt):
        return 1
    return Interview(workspace, console).run(ask_for_names=ask_names, opens_earlier=opens_earlier) if workspace else 0
