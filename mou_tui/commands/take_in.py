"""The command that takes in what came back: counsel's edits, or a copy of the session."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui.commands.options import CHECKLIST, FILE, examples
from mou_tui.errors import MouError, UsageError
from mou_tui.language.text import for_display

if TYPE_CHECKING:
    from mou_tui.plain.console import Console
    from mou_tui.workspace.intake import Intake
    from mou_tui.workspace.workspace import Workspace


@click.command(
    "take-in",
    epilog=examples(
        "mou-tui take-in lake-city.mou.yaml draft-edited.docx",
        "mou-tui take-in lake-city.mou.yaml draft-edited.docx --as district --yes",
        "mou-tui take-in lake-city.mou.yaml lake-city-for-district.mou.yaml",
        "mou-tui take-in lake-city.mou.yaml lake-city-for-district.mou.yaml --wait 3.1 --yes --json",
        "mou-tui take-in lake-city.mou.yaml responses",
    ),
)
@click.argument("session", type=FILE)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "party", metavar="PARTY", help="The party that everybody in FILE speaks for: a name or an id.")
@click.option("--wait", "waiting", multiple=True, metavar="CLAUSE", help="Leave a clause of a copy for another time.")
@click.option(
    "--yes", is_flag=True, help="Do not ask: FILE is for both parties, and all of it is taken in; of forms, no reason."
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="One JSON object a line, without words of FILE; changes nothing without --yes.",
)
@CHECKLIST
def take_in(
    session: Path,
    files: tuple[Path, ...],
    party: str | None,
    waiting: tuple[str, ...],
    yes: bool,
    as_json: bool,
    checklist: str,
) -> None:
    """Take in what came back: edits and comments of counsel, the copy that a party worked on, or forms for feedback.

    FILE may be a Word document (.docx) or an OpenDocument text (.odt), with tracked changes or without. It asks first
    what the file is for, and shows nothing of it before. Each edit stands beside its clause as the wording of the party
    its author speaks for, until one is chosen; comments are left out unless you take them. Of advice to one side
    nothing enters but what you adopt.

    FILE may be a copy that “mou-tui send” wrote (.mou.yaml). What only one side changed is there; where both changed a
    clause, both wordings stand beside it until one is chosen. Single clauses can wait, and be taken from the same file
    another time.

    FILE may be a filled form for feedback (Word, OpenDocument or CSV), or a folder of them. Each proposal is shown with
    its reason, which enters only if you take it; with --yes only words do. A form read twice brings nothing twice.

    Each kind is one step; “mou-tui restore” brings back what was there.
    """
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    workspace = SessionRepository(ChecklistCatalog(checklist)).open(session, read_only=as_json and not yes)
    try:
        if yes or not as_json:
            _require_writable(workspace)
        party_id = party_id_of(workspace, party) if party else ""
        for file in files:
            _take_in(workspace, file, party_id, waiting, yes=yes, as_json=as_json)
    finally:
        status = workspace.close()
    if status.kind in ("failed", "conflict"):
        raise MouError(status.message)


def _require_writable(workspace: Workspace) -> None:
    """Refuse where the session cannot be changed, or holds words that somebody must be asked about first."""
    store = workspace.store
    if store.read_only:
        raise MouError(f"{store.state.message} Nothing was taken in.")
    workspace.adoption.require_open()
    if store.recovered:
        name = for_display(store.path.name)
        raise MouError(f"There are words of {name} that were not saved. Open it first, and say what becomes of them.")


def party_id_of(workspace: Workspace, name: str) -> str:
    """Return the id of the party that a person names by its name or id; raises UsageError."""
    from mou_tui.plain.stance_parser import parse_parties

    parties = workspace.session.parties
    by_id = [party for party in parties if party.id == name.casefold()]
    named = by_id or list(parse_parties(parties, name)[0])
    if len(named) != 1:
        ids = ", ".join(party.id for party in parties) or "none is named yet"
        raise UsageError(f"“{for_display(name, 60)}” is not one party of this session. Its parties: {ids}.")
    return named[0].id


def _take_in(
    workspace: Workspace, file: Path, party_id: str, waiting: tuple[str, ...], *, yes: bool, as_json: bool
) -> None:
    from mou_tui.exchange.forms.reader import FormsRead
    from mou_tui.workspace.intake import Intake
    from mou_tui.workspace.reply_file import ReplyFile, read_back

    came_back = read_back(file, workspace)
    if isinstance(came_back, ReplyFile):
        from mou_tui.commands.take_in_copy import take_in_copy

        take_in_copy(workspace, came_back, file, party_id, waiting, yes=yes, as_json=as_json)
        return
    if isinstance(came_back, FormsRead):
        from mou_tui.commands.take_in_forms import take_in_forms

        take_in_forms(workspace, came_back, file, yes=yes, as_json=as_json)
        return
    intake = Intake(workspace, came_back)
    if yes or as_json:
        intake.purpose = "both"
        if party_id:
            intake.match_all(party_id)
    if as_json:
        _report(workspace, intake, file, yes=yes)
    elif yes:
        _take_all(workspace, intake)
    else:
        _talk(workspace, intake, party_id)


def _report(workspace: Workspace, intake: Intake, file: Path, *, yes: bool) -> None:
    import json

    from mou_tui.workspace.intake_account import as_object

    # Before it is done: afterwards every edit stands beside its clause already.
    report = {"session": str(workspace.store.path), "path": str(file), **as_object(intake, workspace)}
    click.echo(json.dumps({**report, "taken_in": intake.finish() if yes else False}))


def _take_all(workspace: Workspace, intake: Intake) -> None:
    from mou_tui.workspace.intake_account import account, outcome

    click.echo(f"{for_display(intake.document.name)}: {account(intake, workspace)}")
    for remark in intake.document.remarks:
        click.echo(remark, err=True)
    sentence = outcome(intake)
    if not intake.finish():
        click.echo("It was taken in before; nothing is new.")
        return
    click.echo(sentence)
    tell_way_back(workspace)


def _talk(workspace: Workspace, intake: Intake, party_id: str) -> None:
    from mou_tui.plain.intake_talk import IntakeTalk

    if talk(lambda console: IntakeTalk(console, workspace, intake).run(party_id)):
        tell_way_back(workspace)


def talk(run: Callable[[Console], bool]) -> bool:
    """Talk about a file on standard input and output; return what comes of it.

    Raises:
        MouError: Somebody left, or nobody can answer; nothing was taken in.
    """
    from mou_tui.plain.console import CommandInterrupt, Console
    from mou_tui.plain.interrupts import Interrupts
    from mou_tui.plain.line_input import InputClosed
    from mou_tui.workspace.intake_step import NOTHING_TAKEN_IN

    interrupts = Interrupts()
    interrupts.listen()
    try:
        return run(Console(sys.stdin, sys.stdout, interrupts))
    except CommandInterrupt:
        raise MouError(NOTHING_TAKEN_IN) from None
    except InputClosed:
        raise MouError(f"{NOTHING_TAKEN_IN} Where nobody can answer, --yes does not ask.") from None


def tell_way_back(workspace: Workspace) -> None:
    """Say where to go on, and how to have back what was there before."""
    name = for_display(workspace.store.path.name)
    click.echo(f"Open {name} to choose. “mou-tui restore” brings back what it held before.", err=True)
