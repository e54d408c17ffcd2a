"""The command that records that an agreement was adopted."""

from __future__ import annotations

from pathlib import Path

import click

from mou_tui.commands.options import CHECKLIST, FILE, examples
from mou_tui.errors import MouError, Refused, UsageError
from mou_tui.language.text import for_display


@click.command(
    epilog=examples(
        'mou-tui adopt lake-city.mou.yaml --on "March 9, 2027" --by "Resolution 2027-14" --signed "March 12, 2027"',
        'mou-tui adopt lake-city.mou.yaml --on "March 9, 2027" --compare signed.pdf',
        'mou-tui adopt lake-city.mou.yaml --posted "the website, March 15, 2027"',
    )
)
@click.argument("file", type=FILE)
@click.option("--on", "adopted", metavar="DATE", help="When it was adopted.")
@click.option("--by", "resolution", metavar="WORDS", help="By which votes or resolutions.")
@click.option("--signed", metavar="DATE", help="When the last party signed.")
@click.option("--kept-at", metavar="WORDS", help="Who keeps the signed copy, and where.")
@click.option("--posted", metavar="WORDS", help="Where it was posted, and when.")
@click.option("--filed", metavar="WORDS", help="Where it was filed, and when.")
@click.option("--compare", type=FILE, metavar="SIGNED", help="The signed file: what differs in it is listed first.")
@click.option("--yes", is_flag=True, help="Record it even if SIGNED differs.")
@click.option("--anyway", is_flag=True, help="Record it even if clauses, blanks or proposals are left open.")
@CHECKLIST
def adopt(file: Path, compare: Path | None, yes: bool, anyway: bool, checklist: str, **given: str | None) -> None:
    """Record that an agreement was adopted: it is in force, and its words are locked from then on.

    Later, what was posted or filed can still be added. A change in mid-term is an amendment (“mou-tui amend”); the next
    term begins with a review (“mou-tui renew”).
    """
    from mou_tui.workspace.field_reading import given_value
    from mou_tui.workspace.forms import in_force_fields
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    workspace = SessionRepository(ChecklistCatalog(checklist)).open(file)
    try:
        if workspace.store.read_only:
            raise MouError(f"{workspace.store.state.message} Nothing was recorded.")
        fields = in_force_fields(workspace.adoption.recorded)
        values = {field.id: given_value(field, given[field.id] or field.value) for field in fields}
        if not values["adopted"]:
            raise UsageError("Say with --on when it was adopted.")
        workspace.adoption.require_ready()
        if workspace.adoption.left_open and not anyway:
            raise Refused(
                f"{workspace.adoption.left_open} Nothing was recorded. To record it all the same, say --anyway."
            )
        if compare:
            signed = workspace.adoption.compare_signed(compare)
            click.echo(signed.text, err=True)
            if signed.differences and not yes:
                raise Refused("Nothing was recorded. If the differences are as they should be, say --yes.")
        workspace.adoption.record(**values)
        message = workspace.adoption.locked_message
    finally:
        status = workspace.close()
    if status.kind in ("failed", "conflict"):
        raise MouError(status.message)
    click.echo(f"{for_display(file.name)}: {message}", err=True)
