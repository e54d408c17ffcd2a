"""Parties the room adds to those the checklist knows: the city, the parents; signing or consulted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.plain.command_parser import nth
from mou_tui.plain.commands.rename import set_names
from mou_tui.plain.console import Console
from mou_tui.plain.form import HOW, YES_NO, Field, Form
from mou_tui.session.model import Party
from mou_tui.workspace.parties import PartiesAndFacts, normalize_line, read_signatories, with_ids, write_signatories
from mou_tui.workspace.workspace import Workspace

NEW = Party("", part="consulted")


def ask_another_party(console: Console, workspace: Workspace, number: str) -> None:
    """Add a party, or change the one of a number.

    Raises:
        Said, Left: as of `Console.ask`; what was said until then is set.
    """
    before = nth(workspace.session.parties, number) if number else NEW
    if before is None or before.id in (role.id for role in workspace.checklist.parties):
        console.say("Say party to add one, or party and the number of one that was added. Say names for the others.")
        return
    console.say(HOW)
    form = Form(console, lambda _: _fields(before))
    said = form.ask()
    party = _party(before, said) if said else before
    if party == before:
        console.say("Left as it was.")
        form.go_on()
    else:
        *_, party = with_ids([*(held for held in workspace.session.parties if held != before), party])
        set_names(console, workspace, PartiesAndFacts((party,)), form.go_on, lambda: _told(workspace, party))


def _told(workspace: Workspace, party: Party) -> str:
    known = [held.id for held in workspace.session.parties]
    if party.id not in known:
        return "That party is gone."
    if not (party.name or party.short):
        return "It stays as it was, for something rests on it. It can be given another name."
    words = "signs" if party.part == "signs" else "is consulted"
    name = party_in_sentence(workspace.checklist, party, begins=True)
    return f"{name} is party {known.index(party.id) + 1}, and {words}."


def _fields(party: Party) -> tuple[Field, ...]:
    return (
        Field("name", "Legal name of the party", party.name, "Lake City Parent Council"),
        Field("short", "What the agreement calls it", party.short, "the Parent Council"),
        Field("head", "Title of its head", party.head, "the Chair"),
        Field("part", "Does it sign, yes or no", "yes" if party.part == "signs" else "no", choices=YES_NO),
        Field("signatories", "Who signs", write_signatories(party.signatories), "Kim Low, Chair"),
    )


def _party(before: Party, said: Mapping[str, str]) -> Party:
    return replace(
        before,
        name=normalize_line(said["name"]),
        short=normalize_line(said["short"]),
        head=normalize_line(said["head"]),
        part="consulted" if said["part"].casefold().startswith("n") else "signs",
        signatories=read_signatories(said["signatories"]),
    )
