"""Commands that show and check checklists."""

from __future__ import annotations

import click

from mou_tui.commands.options import Named


@click.group()
def checklist() -> None:
    """Show or check a checklist."""


@checklist.command("show")
@click.argument("id_or_file", type=Named("checklist"), default="sro")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def show(id_or_file: str, as_json: bool) -> None:
    """Print what is asked."""
    from mou_tui.checklist.loader import load
    from mou_tui.checklist.outline import as_object, as_words

    loaded = load(id_or_file)
    if as_json:
        import json

        click.echo(json.dumps(as_object(loaded), indent=2))
    else:
        click.echo(as_words(loaded))


@checklist.command("check")
@click.argument("id_or_file", type=Named("checklist"), default="sro")
@click.option("--on", "day", metavar="DATE", help="Warn of what was read long before this day; today unless given.")
def check(id_or_file: str, day: str | None) -> None:
    """Report every mistake in a checklist with its line."""
    from datetime import date

    from mou_tui.checklist.layers import stale_lines
    from mou_tui.checklist.loader import load
    from mou_tui.dates import parse_date

    on = parse_date(day) if day is not None else date.today().isoformat()
    if not on:
        raise click.BadParameter(f"“{day}” is not a day; write it as 2026-11-30.", param_hint="'--on'")
    loaded = load(id_or_file)
    for stale in stale_lines(loaded.layers, on):
        click.echo(f"Warning: {stale.message}", err=True)
    asked = sum(1 for _ in loaded.questions())
    lines = sum(len(layer.lines) for layer in loaded.layers)
    law = f", {len(loaded.layers)} layers with {lines} lines" if loaded.layers else ""
    click.echo(f"No mistakes: {len(loaded.topics)} topics, {asked} questions{law}.", err=True)
