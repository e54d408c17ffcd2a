"""Showing and checking checklists."""

from __future__ import annotations

import click


@click.group()
def checklist() -> None:
    """Show or check a checklist."""


@checklist.command("show")
@click.argument("id_or_file", default="sro")
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
@click.argument("id_or_file", default="sro")
def check(id_or_file: str) -> None:
    """Report every mistake in a checklist with its line."""
    from mou_tui.checklist.loader import load

    loaded = load(id_or_file)
    asked = sum(1 for _ in loaded.questions())
    click.echo(f"No mistakes: {len(loaded.topics)} topics, {asked} questions.", err=True)
