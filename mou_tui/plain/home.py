"""Choosing a session by its number, or starting one."""

from __future__ import annotations

from mou_tui import paths
from mou_tui.cabinet import Cabinet, Listed
from mou_tui.desk import Desk
from mou_tui.errors import MouError
from mou_tui.names import Names
from mou_tui.plain.console import Console, Said, whole
from mou_tui.plain.lines import Left
from mou_tui.plain.naming import NamesForm
from mou_tui.plain.phrases import number_of
from mou_tui.text import count, shown

QUIT = "quit"
OTHERS = ("Start a new agreement", "Open another file", "Look at a half-finished sample")


def choose_session(console: Console, cabinet: Cabinet) -> Desk | None:
    """Ask which session to open, or whether to start one; None to leave.

    Raises:
        Left: the input ended, or Ctrl+C was pressed.
    """
    while True:
        listed = cabinet.listing()
        console.say("mou-tui, line by line. Your sessions, the newest first:" if listed else "There is no session yet.")
        choices = [*map(_words, listed), *OTHERS]
        for number, words in enumerate(choices, start=1):
            console.say(f"{number}. {words}.")
        numbers = [str(number) for number in range(1, len(choices) + 1)]
        try:
            said = console.choose(f"Say a number, or {QUIT}:", *numbers, QUIT, may_leave=False)
            desk = _open(console, cabinet, listed, int(said) - 1) if said != QUIT else None
        except Said as word:
            desk, said = None, word.line
        except MouError as error:
            console.say(error.message)
            continue
        if desk or said == QUIT:
            return desk


def _open(console: Console, cabinet: Cabinet, listed: list[Listed], place: int) -> Desk | None:
    if place < len(listed):
        return cabinet.open(listed[place].path)
    if place == len(listed):
        return _start(console, cabinet)
    if place == len(listed) + 1:
        return cabinet.open(paths.typed(console.ask("Which file?")))
    return cabinet.sample()


def _start(console: Console, cabinet: Cabinet) -> Desk | None:
    """Start a session with the names that are said; None if it is not to be."""
    form = NamesForm(console, cabinet.checklist, Names(), briefly=True)
    names = form.ask()
    if names is None:
        return None
    desk = cabinet.start(names)
    try:
        form.go_on()
    except Left:
        desk.store.close()
        console.say(f"Saved to {whole(desk.store.path)}.")
        raise
    except Said:
        # The first question is where any word for going on leads.
        pass
    return desk


def _words(session: Listed) -> str:
    """What to say of a session."""
    words = [session.title.replace("[", "").replace("]", "")]
    if session.completeness:
        done = session.completeness
        words += [f"{done.written} of {count(done.needed, 'question')} written", number_of(done.blanks, "blank")]
    if session.changed:
        words.append(f"changed {session.changed:%B} {session.changed.day} at {session.changed:%H:%M}")
    return ", ".join((*words, f"in {shown(session.path.name)}"))
