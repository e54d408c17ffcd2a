"""Commands about layers: what states and funders ask of an agreement."""

from __future__ import annotations

import click

from mou_tui.commands.options import CHECKLIST, examples


@click.group()
def layer() -> None:
    """List what states and funders ask."""


@layer.command(
    "list", epilog=examples("mou-tui layer list --csv > requirements.csv", "mou-tui layer list --json | head")
)
@click.option("--csv", "as_csv", is_flag=True, help="As CSV, a row for each requirement.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON list, an object for each requirement.")
@CHECKLIST
def list_(as_csv: bool, as_json: bool, checklist: str) -> None:
    """Print every requirement of every layer, with its citation and the day it was read."""
    from mou_tui.checklist import requirement_table
    from mou_tui.checklist.loader import load
    from mou_tui.errors import UsageError

    if as_csv and as_json:
        raise UsageError("It is CSV or JSON. Leave out --csv or --json.")
    layers = load(checklist).layers
    if as_csv:
        click.echo(requirement_table.as_csv(layers), nl=False)
    elif as_json:
        click.echo(requirement_table.as_json(layers))
    else:
        click.echo(requirement_table.as_words(layers))
