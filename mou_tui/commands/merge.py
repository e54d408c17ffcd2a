"""The command that merges two copies of a session."""

from __future__ import annotations

from pathlib import Path

import click

from mou_tui.commands.options import FILE, examples
from mou_tui.language.text import for_display


@click.command(
    epilog=examples(
        "mou-tui merge lake-city.mou.yaml from-the-district.mou.yaml -o merged.mou.yaml",
        "mou-tui merge ours.mou.yaml theirs.mou.yaml --base before.mou.yaml -o merged.mou.yaml",
        "mou-tui merge ours.mou.yaml theirs.mou.yaml --theirs-from district -o merged.mou.yaml --json",
    )
)
@click.argument("ours", type=FILE)
@click.argument("theirs", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, metavar="OUT", help="The session to write.")
@click.option("--base", type=FILE, metavar="BASE", help="What both began with; without it, what a sent copy remembers.")
@click.option("--ours-from", metavar="PARTY", help="The party whose OURS is, by name or id, where no copy says so.")
@click.option("--theirs-from", metavar="PARTY", help="The same of THEIRS.")
@click.option("--json", "as_json", is_flag=True, help="Say what happened as one JSON object.")
@click.option("--force", is_flag=True, help="Replace OUT if it is there.")
def merge(
    ours: Path,
    theirs: Path,
    output: Path,
    base: Path | None,
    ours_from: str | None,
    theirs_from: str | None,
    as_json: bool,
    force: bool,
) -> None:
    """Merge two copies of a session, clause by clause, into a new one.

    What only one of them changed is there. Where both changed the words of a clause, those of BASE stay on the table
    and both stand beside them as alternatives, until the room chooses; where nothing says what both began with, so
    does whatever differs. Meetings, decisions, notes and history come together in order of time. Nothing of either is
    lost, and neither file is changed.
    """
    from datetime import datetime

    from mou_tui.merging.account import account_of, as_object, as_words
    from mou_tui.workspace.merged_files import merge_files

    now, parties = datetime.now(), (ours_from or "", theirs_from or "")
    merged, sides = merge_files(ours, theirs, output, base, now=now, parties=parties, replace=force)
    account = account_of(merged, *sides)
    if as_json:
        import json

        click.echo(json.dumps({"file": str(output), **as_object(account)}))
    else:
        click.echo(as_words(account), err=True)
        click.echo(f"Wrote {for_display(output)}", err=True)
