"""Commands that show and check checklists."""

from __future__ import annotations

from pathlib import Path

import click

from mou_tui.commands.content_check import ON, STRICT, day_of_check, end_check
from mou_tui.commands.options import FILE, Named, examples
from mou_tui.language.text import pluralize


@click.group()
def checklist() -> None:
    """Show a checklist, or write and check one of your own."""


@checklist.command("show")
@click.argument("id_or_file", type=Named("checklist"), default="sro")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option("--ids", is_flag=True, help="The ids of questions and points, which layers name.")
def show(id_or_file: str, as_json: bool, ids: bool) -> None:
    """Print what is asked."""
    from mou_tui.checklist.loader import load
    from mou_tui.checklist.outline import as_ids, as_object, as_words

    loaded = load(id_or_file)
    if as_json:
        import json

        click.echo(json.dumps(as_object(loaded), indent=2))
    else:
        click.echo(as_ids(loaded) if ids else as_words(loaded))


@checklist.command(
    "check", epilog=examples("mou-tui checklist check my-checklist.yaml", "mou-tui checklist check --strict sro")
)
@click.argument("id_or_file", type=Named("checklist"), default="sro")
@ON
@STRICT
def check(id_or_file: str, day: str | None, strict: bool) -> None:
    """Report every mistake in a checklist with its line, and warn of what wants a second look."""
    from mou_tui.checklist.content_warnings import checklist_warnings
    from mou_tui.checklist.loader import load_with_mistakes
    from mou_tui.draft.example_check import example_warnings

    on = day_of_check(day)
    checked, reader = load_with_mistakes(id_or_file)
    if not checked or not reader.is_whole:
        reader.refuse()
        return
    warnings = reader.located((*checklist_warnings(checked, on), *example_warnings(checked)))
    lines = sum(len(layer.lines) for layer in checked.layers)
    law = f", {len(checked.layers)} layers with {lines} lines" if checked.layers else ""
    asked = pluralize(sum(1 for _ in checked.questions()), "question")
    summary = f"No mistakes: {pluralize(len(checked.topics), 'topic')}, {asked}{law}."
    end_check(reader.problems, warnings, summary, strict=strict)


@checklist.command("new", epilog=examples("mou-tui checklist new visits.yaml"))
@click.argument("file", type=FILE)
def new(file: Path) -> None:
    """Write a sample checklist with comments, to be changed into one of your own. FILE must not exist."""
    from mou_tui.checklist.loader import available
    from mou_tui.commands.starters import starter, write_starter

    write_starter("checklist", file, starter("checklist", file, available()))


@checklist.command("schema", epilog=examples("mou-tui checklist schema topic > topic.schema.json"))
@click.argument("kind", type=click.Choice(["checklist", "topic", "sources", "cues"]), default="checklist")
def schema(kind: str) -> None:
    """Print the JSON Schema by which an editor completes and checks a checklist, or one kind of file of its folder."""
    from mou_tui.commands.starters import schema_text

    click.echo(schema_text(kind))
