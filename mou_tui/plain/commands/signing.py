"""Before anybody signs: what is still open, and who signs with what authority."""

from __future__ import annotations

from pathlib import Path

from mou_tui import paths
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.errors import MouError
from mou_tui.plain import summaries
from mou_tui.plain.context import PlainContext
from mou_tui.plain.form import HOW, UNCHANGED, Form
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.registry import command
from mou_tui.session.model import Party
from mou_tui.workspace.adoption import EXPLANATION, RECORDED
from mou_tui.workspace.forms import SIGNED_FILE, in_force_fields, signatory_fields
from mou_tui.workspace.parties import write_signatories


@command("sign")
def tell_open_items(context: PlainContext, _: str) -> None:
    """Say what is still open, who signs, and when the agreement is reviewed."""
    summaries.signing(context.workspace, context.say)


@command("deadlines")
def tell_dates(context: PlainContext, _: str) -> None:
    """Say what has to be done by when."""
    summaries.dates(context.workspace, context.say)


@command("signer")
def ask_signatory(context: PlainContext, argument: str) -> None:
    """Ask who signs for a party, which `argument` may name, and record it."""
    workspace = context.workspace
    party, _ = ask_party(context.console, workspace, argument)
    if party is None:
        return
    if party.part != "signs":
        context.say(f"{party_in_sentence(workspace.checklist, party, begins=True)} is consulted and does not sign.")
        return
    index = _ask_index(context, party)
    person = workspace.signatories.signatory(party.id, index)
    context.say(HOW)
    form = Form(context.console, signatory_fields(person, party.head))
    values = form.ask()
    if values is None:
        return
    workspace.signatories.write(party.id, index, **values)
    people = write_signatories(workspace.session.party(party.id).signatories)
    context.say(f"For {party_in_sentence(workspace.checklist, party)}: {people or 'nobody yet'}.")
    form.resume_interrupt()


@command("inforce")
def ask_adoption(context: PlainContext, _: str) -> None:
    """Ask when it was adopted and signed, and where it is kept, posted and filed, and record it."""
    workspace = context.workspace
    adoption = workspace.adoption
    adoption.require_ready()
    if not adoption.is_recorded:
        context.say(EXPLANATION)
    if adoption.left_open:
        context.say(f"Left open: {adoption.left_open}")
    context.say(HOW)
    is_first = not adoption.is_recorded
    fields = (*in_force_fields(adoption.recorded), *([SIGNED_FILE] if is_first else []))
    form = Form(context.console, fields, today=workspace.history.today)
    values = dict(form.ask() or {})
    if not values:
        return
    signed_file = values.pop(SIGNED_FILE.id, "").strip()
    if signed_file:
        _tell_differences(context, paths.typed(signed_file))
    if is_first and not _confirms(context):
        context.say(UNCHANGED)
    elif adoption.record(**values):
        context.say(f"{RECORDED} {adoption.locked_message}")
    form.resume_interrupt()


def _tell_differences(context: PlainContext, path: Path) -> None:
    """Say what differs in the signed file, or why it cannot be read; whoever hears it decides."""
    try:
        context.say(context.workspace.adoption.compare_signed(path).text)
    except MouError as error:
        context.say(error.message)


def _confirms(context: PlainContext) -> bool:
    """Ask once more before the words are locked."""
    prompt = "Say record to record it and lock its words, or leave to leave all as it was:"
    return context.console.choose(prompt, "record", "leave") == "record"


def _ask_index(context: PlainContext, party: Party) -> int:
    """Ask which signatory of a party is meant; the index one past the last is another person."""
    people = party.signatories
    if not people:
        return 0
    for number, person in enumerate(people, start=1):
        context.say(f"{number}. {write_signatories([person])}.")
    numbers = [str(number) for number in range(1, len(people) + 1)]
    choice = context.console.choose("Which one? Say the number, or another:", *numbers, "another")
    return len(people) if choice == "another" else int(choice) - 1
