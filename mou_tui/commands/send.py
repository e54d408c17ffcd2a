"""The command that writes the copy of a session for one party."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui.commands.options import CHECKLIST, FILE, examples
from mou_tui.errors import AlreadyExists, MouError, UsageError
from mou_tui.language.text import for_display

if TYPE_CHECKING:
    from mou_tui.workspace.workspace import Workspace


@click.command(
    epilog=examples(
        "mou-tui send lake-city.mou.yaml --to district",
        'mou-tui send lake-city.mou.yaml --to "School District" -o for-the-district.mou.yaml --yes',
    )
)
@click.argument("file", type=FILE)
@click.option("--to", "party", required=True, metavar="PARTY", help="The party it goes to: a name or an id.")
@click.option(
    "--caucus",
    "days",
    multiple=True,
    metavar="DAY",
    help="Send a meeting of that day too (2026-11-24) that one party held alone.",
)
@click.option("-o", "--output", type=FILE, metavar="OUT", help="Where to write the copy. By default beside FILE.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@CHECKLIST
def send(file: Path, party: str, days: tuple[str, ...], output: Path | None, yes: bool, checklist: str) -> None:
    """Write a copy of a session for one party to work on, and say first what is in it and what is not.

    It holds the wordings, what each party said of them, and the meetings that the party was at; no notes, actions,
    earlier wordings or other meetings. A meeting that one party held alone goes only if it is chosen. FILE remembers
    what was sent, so that “mou-tui take-in” can tell later who changed what. Whoever gets the copy can read all of
    it.
    """
    from mou_tui.commands.take_in import party_id_of
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.sending import caucuses, default_copy_path, prepare_copy, write_copy
    from mou_tui.workspace.session_reader import ChecklistCatalog

    workspace = SessionRepository(ChecklistCatalog(checklist)).open(file)
    try:
        if workspace.store.read_only:
            raise MouError(f"{for_display(file)} cannot be changed now, so nothing was sent.")
        party_id = party_id_of(workspace, party)
        path = output or default_copy_path(file, party_id)
        if path.exists():
            raise AlreadyExists(f"“{for_display(path)}” is already there, so nothing was sent. Name another with -o.")
        outgoing = prepare_copy(workspace, party_id, _chosen(workspace, party_id, days))
        click.echo("In the copy:", err=True)
        for line in outgoing.included:
            click.echo(f"  {line}", err=True)
        click.echo("Not in the copy:", err=True)
        for line in outgoing.withheld:
            click.echo(f"  {line}", err=True)
        for meeting, name in caucuses(workspace, party_id):
            if meeting.day not in days:
                click.echo(f"  --caucus {meeting.day} sends {name}", err=True)
        if not yes:
            try:
                click.confirm(f"Write it as {for_display(path)}?", abort=True, err=True)
            except click.Abort:
                raise MouError("Nothing was written. Where nobody can answer, --yes does not ask.") from None
        write_copy(workspace, outgoing, path)
    finally:
        status = workspace.close()
    if status.kind in ("failed", "conflict"):
        raise MouError(status.message)
    click.echo(f"Wrote {for_display(path)}", err=True)


def _chosen(workspace: Workspace, party_id: str, days: tuple[str, ...]) -> list[str]:
    """Return the ids of the meetings of these days that go only if they are chosen; raises UsageError."""
    from mou_tui.workspace.sending import caucuses

    meetings = [meeting for meeting, _ in caucuses(workspace, party_id)]
    if unknown := [day for day in days if day not in {meeting.day for meeting in meetings}]:
        raise UsageError(f"No party held a meeting alone on “{for_display(unknown[0], 20)}”. Nothing was sent.")
    return [meeting.id for meeting in meetings if meeting.day in days]
