"""The parties and facts: those the checklist knows, and parties the room adds; signing or consulted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.language.text import normalize_line
from mou_tui.plain.command_parser import nth
from mou_tui.plain.context import PlainContext
from mou_tui.plain.form import HOW, Form
from mou_tui.plain.parties_form import ask_names, signs_field, with_values
from mou_tui.plain.registry import command
from mou_tui.plain.rename_prompt import set_names
from mou_tui.session.model import Party
from mou_tui.workspace.forms import party_fields
from mou_tui.workspace.parties import PartiesAndFacts, with_ids

NEW = Party("", part="consulted")


@command("names")
def change_names(context: PlainContext, _: str) -> None:
    """Ask for the parties and facts, and set them."""
    ask_names(context.console, context.workspace)


@command("party")
def change_party(context: PlainContext, number: str) -> None:
    """Add a party, or change the one of a number that was added.

    Raises:
        CommandInterrupt: Another command was given; what was said until then is set.
        InputClosed: The person left; the same holds.
    """
    workspace = context.workspace
    before = nth(workspace.session.parties, number) if number else NEW
    if before is None or before.id in (role.id for role in workspace.checklist.parties):
        context.say("Say party to add one, or party and the number of one that was added. Say names for the others.")
        return
    context.say(HOW)
    known, is_set = before, False
    while not is_set:
        fields = party_fields(known)
        form = Form(context.console, (*fields[:3], signs_field(known), *fields[3:]))
        values = form.ask()
        if values is None:
            return
        known = _party(before, values)
        if known == before:
            context.say("Left as it was.")
            form.resume_interrupt()
            return
        *_, party = with_ids([*(other for other in workspace.session.parties if other != before), known])
        describe = partial(_describe, context, party)
        is_set = set_names(context.console, workspace, PartiesAndFacts((party,)), form.resume_interrupt, describe)


def _describe(context: PlainContext, party: Party) -> str:
    """Return what to say once a party is set."""
    workspace = context.workspace
    ids = [other.id for other in workspace.session.parties]
    if party.id not in ids:
        return "That party is gone."
    if not (party.name or party.short):
        return "It stays as it was, for something rests on it. It can be given another name."
    verb = "signs" if party.part == "signs" else "is consulted"
    name = party_in_sentence(workspace.checklist, party, begins=True)
    return f"{name} is party {ids.index(party.id) + 1}, and {verb}."


def _party(before: Party, values: Mapping[str, str]) -> Party:
    return replace(with_values(before, values), name=normalize_line(values["name"]))
