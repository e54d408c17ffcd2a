"""Choosing a session, or starting one."""

from __future__ import annotations

from mou_tui.errors import MouError
from mou_tui.language.dates import time_of_day
from mou_tui.language.text import for_display, lower_first, pluralize
from mou_tui.plain.console import CommandInterrupt, Console, full_path
from mou_tui.plain.file_choice import ask_file
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.parties_form import NamesForm
from mou_tui.plain.speech import number_of
from mou_tui.workspace.folders import AGREEMENTS, SESSIONS
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository, SessionSummary
from mou_tui.workspace.workspace import Workspace

QUIT = "quit"
OTHER_CHOICES = (
    "Start a new agreement",
    "Open another file",
    "Look at a half-finished sample",
    "Revise an earlier agreement",
)


def choose_session(console: Console, repository: SessionRepository) -> Workspace | None:
    """Ask which session to open, or whether to start one; return None to leave.

    Raises:
        InputClosed: The input ended, or Ctrl+C was pressed.
    """
    while True:
        sessions = repository.listing()
        heading = "mou-tui, line by line. Your sessions, the newest first:"
        console.say(heading if sessions else "There is no session yet.")
        try:
            index = console.pick("Which session?", [*map(_describe, sessions), *OTHER_CHOICES], leave=QUIT)
            workspace = _open(console, repository, sessions, index)
        except CommandInterrupt as interrupt:
            if interrupt.line == QUIT:
                return None
        except MouError as error:
            console.say(error.message)
        else:
            if workspace:
                return workspace


def _open(
    console: Console, repository: SessionRepository, sessions: list[SessionSummary], index: int
) -> Workspace | None:
    if index < len(sessions):
        return repository.open(sessions[index].path)
    if index == len(sessions):
        return _start(console, repository)
    if index == len(sessions) + 1:
        return repository.open(ask_file(console, "Which file? Enter alone lists your folders:", SESSIONS))
    if index == len(sessions) + 2:
        return repository.sample()
    return _revise(console, repository)


def _revise(console: Console, repository: SessionRepository) -> Workspace | None:
    """Start a session from an earlier agreement; None if it is not to be."""
    from mou_tui.exchange.cues import cues_of
    from mou_tui.exchange.reader import read_document
    from mou_tui.workspace.revised_session import proposed_names, start_revision

    prompt = "Which file is the earlier agreement? It is only read. Enter alone lists your folders:"
    path = ask_file(console, prompt, AGREEMENTS)
    book = cues_of(repository.checklist)
    document = read_document(path)
    names = proposed_names(repository.checklist, book, document)
    workspace = start_revision(repository, book, [document], names)
    console.say(f"Read {pluralize(document.word_count, 'word')} from {document.name}. Say earlier to go through them.")
    return workspace


def _start(console: Console, repository: SessionRepository) -> Workspace | None:
    """Start a session with the names that are given; return None if the person cancels."""
    form = NamesForm(console, repository.checklist, PartiesAndFacts(), briefly=True)
    names = form.ask(unchanged="")
    if names is None:
        return None
    workspace = repository.start(names)
    try:
        form.resume_interrupt()
    except InputClosed:
        workspace.store.close()
        console.say(f"Saved to {full_path(workspace.store.path)}.")
        raise
    except CommandInterrupt:
        # A command given meanwhile leads to the first question, as starting does.
        pass
    return workspace


def _describe(session: SessionSummary) -> str:
    """Return what to say of a session: its title, how far it is, when it changed, its file."""
    parts = [session.title.replace("[", "").replace("]", "")]
    if session.kind:
        parts.append(lower_first(session.kind))
    if session.standing:
        parts.append(lower_first(session.standing))
    elif session.progress:
        done = session.progress
        parts += [f"{done.written} of {pluralize(done.needed, 'question')} written", number_of(done.blanks, "blank")]
    if session.changed:
        parts.append(f"changed {session.changed:%B} {session.changed.day} at {time_of_day(session.changed)}")
    return ", ".join((*parts, f"in {for_display(session.path.name)}"))
