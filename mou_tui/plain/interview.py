"""The interview, line by line: the same questions, actions and words as on the full screen, from the same workspace."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from functools import partial
from io import TextIOWrapper

import mou_tui.plain.commands  # noqa: F401 - registers every command
from mou_tui.errors import MouError, Refused
from mou_tui.failures import Failures, command_for
from mou_tui.language.text import for_display
from mou_tui.persistence.save_status import SaveStatus
from mou_tui.persistence.save_tracker import is_copyable
from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import parse_command, suggestions
from mou_tui.plain.commands.meetings import resume_meeting
from mou_tui.plain.console import CommandInterrupt, Console, full_path
from mou_tui.plain.context import PlainContext
from mou_tui.plain.file_notices import offer_copies, offer_recovery, tell_damage
from mou_tui.plain.home import choose_session
from mou_tui.plain.interrupts import Interrupts
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.parties_form import ask_names
from mou_tui.plain.registry import dispatch
from mou_tui.plain.vocabulary import CANCEL, COMMANDS, END
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.sample import LEFT
from mou_tui.workspace.workspace import Workspace

SENTENCE = 4
"""Number of words from which on a line is taken for a sentence, not for a mistyped command."""

WELCOME = (
    "mou-tui, line by line. Everything is saved as you go. The usual way through a question: guidance, examples, "
    "take or write, next. Say help to hear every word."
)


class Interview:
    """Asks for commands and carries them out until the person leaves.

    Args:
        workspace: the open session.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._context = PlainContext(workspace, console)
        self._failures = Failures()
        self._warning = ""

    def run(self, *, ask_for_names: bool = False, opens_earlier: bool = False) -> int:
        """Go through the interview.

        Args:
            ask_for_names: whether to ask for the parties before the first question.
            opens_earlier: whether to go through the earlier agreement before the first question.

        Returns:
            0 if the person said quit; 1 if the input ended, Ctrl+C was pressed, or not all is in the file.
        """
        is_cut_short = False
        try:
            self._talk(ask_for_names, opens_earlier)
        except (InputClosed, KeyboardInterrupt):
            is_cut_short = True
        except MouError as error:
            is_cut_short = True
            self._context.say(error.message)
        except Exception as error:
            is_cut_short = True
            self._failures.add(error)
            self._failures.end()
        path = self._context.workspace.store.path
        status = self._close()
        is_sample = self._context.workspace.sample.is_open
        last = status.message or (LEFT if is_sample else f"Saved to {full_path(path)}.")
        if not self._failures.is_final:
            self._context.workspace.sample.discard()
        if self._failures.is_final:
            last = self._failures.farewell(
                status.message or f"Your words are saved in {full_path(path)}.", command_for(path)
            )
        try:
            self._context.say(last)
        except InputClosed:
            # A terminal that is gone hears no last words either.
            with contextlib.suppress(OSError):
                print(last, file=sys.stderr)
        return 1 if is_cut_short or status.kind in ("failed", "conflict") else 0

    def _close(self) -> SaveStatus:
        """Close the session, whatever fails on the way."""
        try:
            return self._context.workspace.close()
        except Exception as error:
            self._failures.add(error)
            self._failures.end()
            return self._context.workspace.store.close()

    def _talk(self, ask_for_names: bool, opens_earlier: bool) -> None:
        context = self._context
        context.say(f"{question_speech.title(context.workspace)}.")
        if context.workspace.sample.is_open:
            context.say("This is a sample with invented places. It is removed when you leave; elsewhere keeps a copy.")
        context.say(WELCOME)
        offer_recovery(context.console, context.workspace)
        tell_damage(context.workspace, context.say)
        self._run(partial(offer_copies, context.console, context.workspace))
        if ask_for_names:
            context.say("First, who makes this agreement?")
            self._run(lambda: ask_names(context.console, context.workspace, briefly=True))
        if opens_earlier:
            self._run(partial(self._carry_out, "earlier"))
        first = self._resume_meeting()
        question_speech.question(context.workspace, context.say)
        self._run(lambda: first)
        while not context.is_done:
            self._say_file_status()
            workspace = context.workspace
            where = question_speech.place_of(workspace, workspace.clause_id)
            blank = "Second screen blank. " if workspace.store.ui_state.second_screen.is_blank else ""
            line = context.console.line(f"{blank}Your word for {where}:", tuple(COMMANDS)).strip().removeprefix(":")
            self._try(line or "again")
            context.workspace.store.save()

    def _resume_meeting(self) -> str:
        """Ask which meeting this is; return the command that was given instead, if any."""
        try:
            resume_meeting(self._context)
        except CommandInterrupt as interrupt:
            return interrupt.line
        return ""

    def _say_file_status(self) -> None:
        """Say what is the matter with the file, once."""
        store = self._context.workspace.store
        message = store.state.message or store.message
        if is_copyable(store.state):
            message = f"{message} {question_speech.ELSEWHERE}"
        if message != self._warning:
            self._warning = message
            self._context.say(message or "All is well with the file again.")

    def _try(self, line: str) -> None:
        """Carry out a line; say what failed, and go on with what the session holds."""
        try:
            self._run(partial(self._carry_out, line))
        except MouError as error:
            self._context.say(error.message)
        except (InputClosed, KeyboardInterrupt):
            raise
        except Exception as error:
            parsed = parse_command(line)
            self._failures.add(error, f"“{parsed[0].name}”" if parsed else "")
            if self._failures.is_final:
                raise
            self._recover()

    def _recover(self) -> None:
        """After an error in the program, save, and go on with a new workspace around the same file."""
        old, failures = self._context.workspace, self._failures
        old.history.log_wordings()
        old.remember_location()
        status = old.store.flush()
        self._context.workspace = Workspace(old.checklist, old.store, old.clock, old.new_id)
        failures.recovered()
        safe = status.message or f"Your words are safe in {full_path(old.store.path)}."
        self._context.say(f"{failures.what} did not work ({failures.kinds}). {safe}")

    def _run(self, act: Callable[[], str | None]) -> None:
        """Do something, then carry out the command that was given in the course of it, and so on."""
        while True:
            try:
                line = act() or ""
            except CommandInterrupt as interrupt:
                line = interrupt.line
            except Refused as refusal:
                self._context.say(refusal.message)
                return
            if line == CANCEL:
                self._context.say("Left as it was.")
            if line in ("", CANCEL, END):
                return
            act = partial(self._carry_out, line)

    def _carry_out(self, line: str) -> str | None:
        """Carry out a line; may return another line to carry out."""
        parsed = parse_command(line)
        return self._suggest(line) if parsed is None else dispatch(self._context, *parsed)

    def _suggest(self, line: str) -> str | None:
        """Say what can be made of a line that is no command; a whole sentence may be meant for the answer."""
        context = self._context
        name = line.split()[0].casefold()
        if len(line.split()) >= SENTENCE and not context.workspace.read_only:
            prompt = "That begins with none of the words. Say yes to write it into the answer, or no:"
            return f"write {line}" if context.console.choose(prompt, "yes", "no") == "yes" else None
        if name in COMMANDS:
            return f"help {name}"
        similar = suggestions(line)
        suggestion = f" Did you mean {' or '.join(similar)}?" if similar else ""
        context.say(f"“{for_display(name, 20)}” is not one of the words.{suggestion} Say help to hear them.")
        return None


def run_plain(
    repository: SessionRepository, workspace: Workspace | None, *, ask_names: bool = False, opens_earlier: bool = False
) -> int:
    """Run the interview on standard input and output; without a session, ask first which.

    Returns:
        The exit code.
    """
    if isinstance(sys.stdin, TextIOWrapper):
        # Bytes that are not UTF-8 are reported and replaced like every other character nobody can read.
        sys.stdin.reconfigure(errors="surrogateescape")
    interrupts = Interrupts()
    interrupts.listen()
    console = Console(sys.stdin, sys.stdout, interrupts)
    try:
        for problem in repository.layer_problems:
            console.say(problem)
        workspace = workspace or choose_session(console, repository)
    except (InputClosed, KeyboardInterrupt):
        return 1
    return Interview(workspace, console).run(ask_for_names=ask_names, opens_earlier=opens_earlier) if workspace else 0
