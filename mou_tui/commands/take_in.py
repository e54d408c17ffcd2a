"""The command that takes in what counsel sent back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui.commands.options import CHECKLIST, FILE, examples
from mou_tui.errors import MouError, UsageError
from mou_tui.text import for_display

if TYPE_CHECKING:
    from mou_tui.workspace.intake import Intake
    from mou_tui.workspace.workspace import Workspace


@click.command(
    "take-in",
    epilog=examples(
        "mou-tui take-in lake-city.mou.yaml draft-edited.docx",
        "mou-tui take-in lake-city.mou.yaml draft-edited.docx --as district --yes",
        "mou-tui take-in lake-city.mou.yaml draft-edited.docx --json",
    ),
)
@click.argument("session", type=FILE)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "party", metavar="PARTY", help="The party that everybody in FILE speaks for: a name or an id.")
@click.option("--yes", is_flag=True, help="Do not ask: FILE is for both parties, and every edit is taken in.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="One JSON object a line, without words of FILE; changes nothing without --yes.",
)
@CHECKLIST
def take_in(
    session: Path, files: tuple[Path, ...], party: str | None, yes: bool, as_json: bool, checklist: str
) -> None:
    """Take in the edits and comments that counsel sent back in a copy of the draft.

    FILE is a Word document (.docx) or an OpenDocument text (.odt), with tracked changes or without. It asks first what
    the file is for, and shows nothing of it before. Each edit stands beside its clause as the wording of the party its
    author speaks for, until one is chosen; comments are left out unless you take them. Of advice to one side nothing
    enters but what you adopt. All of it is taken in or nothing; “mou-tui restore” brings back what was there.
    """
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    workspace = SessionRepository(ChecklistCatalog(checklist)).open(session, read_only=as_json and not yes)
    try:
        if yes or not as_json:
            _require_writable(workspace)
        party_id = party_id_of(workspace, party) if party else ""
        for file in files:
            _take_in(workspace, file, party_id, yes=yes, as_json=as_json)
    finally:
        status = workspace.close()
    if status.kind in ("failed", "conflict"):
        raise MouError(status.message)


def _require_writable(workspace: Workspace) -> None:
    """Refuse where the session cannot be changed, or holds words that somebody must be asked about first."""
    store = workspace.store
    if store.read_only:
        raise MouError(f"{store.state.message} Nothing was taken in.")
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


def _take_in(workspace: Workspace, file: Path, party_id: str, *, yes: bool, as_json: bool) -> None:
    from mou_tui.exchange.returned.reader import read_returned
    from mou_tui.workspace.intake import Intake

    intake = Intake(workspace, read_returned(file, workspace.checklist, workspace.session))
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
    told = outcome(intake)
    if not intake.finish():
        click.echo("It was taken in before; nothing is new.")
        return
    click.echo(told)
    _tell_way_back(workspace)


def _talk(workspace: Workspace, intake: Intake, party_id: str) -> None:
    from mou_tui.plain.console import CommandInterrupt, Console
    from mou_tui.plain.intake_talk import NOTHING_NEW, IntakeTalk
    from mou_tui.plain.interrupts import Interrupts
    from mou_tui.plain.line_input import InputClosed

    interrupts = Interrupts()
    interrupts.listen()
    try:
        is_done = IntakeTalk(Console(sys.stdin, sys.stdout, interrupts), workspace, intake).run(party_id)
    except CommandInterrupt:
        raise MouError(NOTHING_NEW) from None
    except InputClosed:
        raise MouError(f"{NOTHING_NEW} Where nobody can answer, --yes does not ask.") from None
    if is_done:
        _tell_way_back(workspace)


def _tell_way_back(workspace: Workspace) -> None:
    name = for_display(workspace.store.path.name)
    click.echo(f"Open {name} to choose. “mou-tui restore” brings back what it held before.", err=True)
