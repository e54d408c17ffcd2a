"""Deeds that need a word from the person first: ask, then do, then say what was done.

Each takes the app to ask on and the desk to do it at, and returns a sentence, or None if the person thought better
of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.app import App

from mou_tui import paths
from mou_tui.desk import Desk
from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.draft.compare import compare
from mou_tui.errors import MouError
from mou_tui.names import Names, changes, left_alone, names_of
from mou_tui.text import shown
from mou_tui.tui.screens.begun import Asked, Begun, Unfinished
from mou_tui.tui.screens.dialogs import ChoiceDialog, Field, FormDialog, MessageDialog
from mou_tui.tui.screens.names import NamesScreen
from mou_tui.tui.screens.rename import Change, RenameScreen

Where = Literal["append", "replace", "cursor"]

PLACES: tuple[tuple[Where, str], ...] = (
    ("append", "Add it after your words"),
    ("replace", "Put it in place of your words"),
    ("cursor", "Put it at the cursor"),
)


async def recovery(app: App[None], desk: Desk) -> bool:
    """Offer words that were typed but not saved the last time; whether they were taken."""
    recovered = desk.store.recovered
    if recovered is None:
        return False
    when = f"{recovered.at:%H:%M} on {recovered.at:%b} {recovered.at.day}"
    title = f"There are words from {when} that are not in the file."
    explanation = "Whichever you choose, the other stays among the backups."
    if not recovered.follows:
        explanation = f"The file was changed after they were typed. {explanation}"
    choices = [
        ("take", "Go on with those words"),
        ("compare", "Compare first"),
        ("leave", "Go on with the file as it is"),
    ]
    while True:
        chosen = await app.push_screen_wait(ChoiceDialog(title, choices, explanation))
        if chosen == "compare":
            words = compare(desk.checklist, desk.session, recovered.session)
            await app.push_screen_wait(MessageDialog("The file, and the words not in it", words))
        elif chosen == "take":
            try:
                desk.store.accept_recovery()
            except MouError as error:
                await app.push_screen_wait(MessageDialog("Nothing was changed", error.message))
            else:
                return True
        elif chosen == "leave":
            desk.store.decline_recovery()
            return False


async def save_elsewhere(app: App[None], desk: Desk) -> str | None:
    """Go on in another file."""
    fields = [Field("path", "Save to", str(desk.store.path.with_name(f"copy of {desk.store.path.name}")))]
    given = await app.push_screen_wait(FormDialog("Save elsewhere", fields, "Save"))
    if given is None or not given["path"].strip():
        return None
    path = paths.typed(given["path"])
    try:
        desk.store.save_elsewhere(path)
    except MouError as error:
        await app.push_screen_wait(MessageDialog("It was not saved there", error.message))
        return None
    return f"You go on in {shown(path)}."


async def later(app: App[None], desk: Desk, begun: Begun) -> str | None:
    """Put the question off and say who checks; or take it up again."""
    if desk.answer.later:
        desk.take_up()
        return "Nobody needs to check any more."
    fields = [Field("who", "Who checks?", hint="the town lawyer"), Field("by", "By when?", hint="the next meeting")]
    title = f"Later: someone must check {desk.name()} first"
    unfinished = Unfinished(begun, Asked("later", desk.place))
    given = await app.push_screen_wait(FormDialog(title, fields, "Put off", unfinished=unfinished))
    if given is None:
        return None
    desk.put_off(given["who"], given["by"])
    return "Put off. It stays open until someone takes it up."


async def set_aside(app: App[None], desk: Desk, begun: Begun) -> str | None:
    """Say that the question does not apply, and why; or that it does after all."""
    if desk.answer.not_applicable:
        desk.bring_back()
        return "It applies again."
    fields = [Field("reason", "Why not?", hint="the agency has no body cameras", required=True)]
    explanation = "It will stand as “Reserved” in the draft. The answer is kept."
    title, unfinished = f"{desk.name()} does not apply", Unfinished(begun, Asked("set-aside", desk.place))
    given = await app.push_screen_wait(FormDialog(title, fields, "Set aside", explanation, unfinished=unfinished))
    if given is None:
        return None
    desk.set_aside(given["reason"])
    return "Set aside."


async def names(app: App[None], desk: Desk) -> str | None:
    """Change the parties and facts; every place where an old name stands is shown before it changes."""
    typed = names_of(desk.checklist, desk.session)
    while True:
        given = await app.push_screen_wait(NamesScreen(desk.checklist, typed, title="Parties and facts", done="Done"))
        if given is None:
            return None
        found = sorted(changes(desk.session, given), key=lambda change: desk.order(change[0].place))
        chosen = await _where_to_rename(app, desk, given, found)
        if chosen is not None:
            if not desk.set_names(given.parties, given.facts, chosen):
                return None
            return f"Parties and facts are set. {left_alone(desk.checklist, found, chosen)}".rstrip()
        typed = given


async def _where_to_rename(app: App[None], desk: Desk, given: Names, found: Sequence[Change]) -> list[Change] | None:
    """The places where names change, once it is said which agreed clauses that reaches; None to go back."""

    def reach(chosen: Sequence[Change]) -> str:
        return asked_again_sentence(desk.checklist, desk.reached_by_names(given.parties, given.facts, chosen))

    if found:
        return await app.push_screen_wait(RenameScreen(desk.checklist, found, reach))
    if not (by_blanks := reach(())):
        return []
    choices = [("set", "Set them"), ("back", "Back to the form")]
    title = "These names fill blanks in agreed clauses."
    return [] if await app.push_screen_wait(ChoiceDialog(title, choices, by_blanks)) == "set" else None


async def where_to_put(app: App[None], desk: Desk) -> Where | None:
    """Where an example goes: in place of everything, unless the room's own words stand there."""
    if not desk.has_own_words:
        return "replace"
    title, undo = "There are words in the answer already.", "Ctrl+Z in the answer takes it back."
    chosen = await app.push_screen_wait(ChoiceDialog(title, PLACES, undo))
    return next((place for place, _ in PLACES if place == chosen), None)
