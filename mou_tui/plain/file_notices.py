"""What to say of a session file when it is opened: recovery of unsaved text, damage, notes, copies next to it."""

from __future__ import annotations

from mou_tui.errors import CannotSave
from mou_tui.language.dates import time_of_day
from mou_tui.language.text import for_display, pluralize
from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.speech import Say
from mou_tui.reports.comparison import compare_sessions
from mou_tui.workspace.workspace import Workspace


def offer_recovery(console: Console, workspace: Workspace) -> None:
    """Say what was noticed about the file, and offer text that was typed but not saved the last time.

    Raises:
        InputClosed: The person left; the text is offered again the next time.
    """
    store = workspace.store
    if store.replaced:
        console.say(f"{pluralize(store.replaced, 'control character')} in the file replaced.")
    for note in store.notes:
        console.say(str(note))
    if news := workspace.requirements.news:
        console.say(f"{news} To hear more, say requirements news.")
    if overdue := workspace.meetings.overdue():
        console.say(f"{overdue} Say agenda to hear what is open.")
    if store.recovered is None:
        return
    at = store.recovered.at
    console.say(f"There are words from {time_of_day(at)} on {at:%B} {at.day} that are not in the file.")
    if not store.recovered.matches_file:
        console.say("The file was changed after they were typed.")
    console.say("Whichever you choose, the other stays among the backups.")
    while store.recovered:
        try:
            choice = console.choose(
                "Say take to go on with those words, leave to go on with the file, or compare:",
                "take",
                "leave",
                "compare",
                may_leave=False,
            )
            if choice == "compare":
                console.say(compare_sessions(workspace.checklist, workspace.session, store.recovered.session))
            elif choice == "take":
                store.accept_recovery()
            else:
                store.decline_recovery()
        except CommandInterrupt:
            # Anything else that was done now would take the place of those words.
            console.say("First say which words to go on with. Ctrl+C leaves everything as it is.")
        except CannotSave as error:
            console.say(error.message)


def tell_damage(workspace: Workspace, say: Say) -> None:
    """Say that what the file holds of the history cannot be read; all else can, and the interview goes on."""
    problem = workspace.session.history.past.problem
    if problem:
        say(f"What happened until now cannot be read: {problem.message}")
        say("It stays in the file as it is, and you can go on.")


def offer_copies(console: Console, workspace: Workspace) -> None:
    """Offer what is in copies of the session that a program left next to it which keeps folders in step.

    Raises:
        CommandInterrupt: Another command was given.
        InputClosed: The person left.
    """
    from mou_tui.persistence.conflicted_copies import conflicted_copies

    if not conflicted_copies(workspace.store.path):
        return
    from mou_tui.plain.reply_talk import ReplyTalk
    from mou_tui.workspace.conflicted_copies import EXPLANATION, ConflictedCopies, question

    conflicted = ConflictedCopies(workspace, set())
    while copies := conflicted.read():
        console.say(f"{question(copies)} {EXPLANATION}")
        labels = [for_display(path.name) for path, _ in copies]
        try:
            index = console.pick("Which one?", labels)
        except CommandInterrupt:
            conflicted.decline(copies)
            raise
        conflicted.decline((copies[index],))
        if ReplyTalk(console, workspace, copies[index][1]).run(is_ours=True):
            console.say("Say undo to take all of it back.")
