"""Commands about layers: what states and funders ask of an agreement."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui.commands.content_check import ON, STRICT, day_of_check, end_check
from mou_tui.commands.options import CHECKLIST, FILE, examples
from mou_tui.language.text import for_display, pluralize

if TYPE_CHECKING:
    from mou_tui.checklist.layers import Layer
    from mou_tui.errors import Problem


@click.group()
def layer() -> None:
    """List what states and funders ask, or write and check a layer of your own."""


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
    from mou_tui.checklist.own_layers import own_layers, with_own_layers
    from mou_tui.errors import UsageError

    if as_csv and as_json:
        raise UsageError("It is CSV or JSON. Leave out --csv or --json.")
    loaded = load(checklist)
    own = own_layers(loaded)
    for problem in own.problems:
        click.echo(problem, err=True)
    layers = with_own_layers(loaded, own.layers).layers
    if as_csv:
        click.echo(requirement_table.as_csv(layers), nl=False)
    elif as_json:
        click.echo(requirement_table.as_json(layers))
    else:
        click.echo(requirement_table.as_words(layers))


@layer.command(
    "check",
    epilog=examples(
        "mou-tui layer check nebraska-center.yaml",
        "mou-tui layer check --strict --on 2028-06-01 layers/*.yaml",
        "mou-tui layer check ours.yaml --checklist my-checklist",
    ),
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@ON
@STRICT
@CHECKLIST
def check(files: tuple[Path, ...], day: str | None, strict: bool, checklist: str) -> None:
    """Report every mistake in layers of your own, each with its line and how to mend it.

    A layer without mistakes is used once it is in the folder of your layers, which “mou-tui doctor” names.
    """
    from mou_tui.checklist.content_warnings import layer_warnings
    from mou_tui.checklist.layer_reader import read_layer
    from mou_tui.checklist.loader import load
    from mou_tui.checklist.own_layers import is_shipped, shipped_ids
    from mou_tui.errors import CannotOpen

    on = day_of_check(day)
    loaded = load(checklist, defer_layers=True)
    checked: list[Layer] = []
    mistakes: list[Problem] = []
    warnings: list[Problem] = []
    unopened: list[Path] = []
    for file in files:
        taken = {layer.id for layer in checked} | (frozenset() if is_shipped(file) else shipped_ids())
        try:
            layer, reader = read_layer(file, for_display(file), {loaded.id: loaded}, taken)
        except CannotOpen as error:
            click.echo(error.message, err=True)
            unopened.append(file)
            continue
        mistakes += reader.problems
        if layer:
            checked.append(layer)
            warnings += reader.located(layer_warnings(layer, on))
    lines = pluralize(sum(len(layer.lines) for layer in checked), "line")
    summary = f"No mistakes: {pluralize(len(checked), 'layer')} with {lines}." if checked else ""
    end_check(mistakes, warnings, summary, strict=strict)
    if unopened:
        sys.exit(1)


@layer.command(
    "new",
    epilog=examples("mou-tui layer new nebraska-center.yaml --state Nebraska", "mou-tui layer new grant-2027.yaml"),
)
@click.argument("file", type=FILE)
@click.option("--state", default="", metavar="STATE", help="The state whose law it is; without it, a grant.")
def new(file: Path, state: str) -> None:
    """Write a sample layer with comments, to be changed into one of your own. FILE must not exist."""
    from datetime import date

    from mou_tui.checklist.loader import load
    from mou_tui.checklist.own_layers import shipped_ids
    from mou_tui.commands.starters import starter, with_value, write_starter
    from mou_tui.errors import UsageError

    text = with_value(starter("layer", file, shipped_ids()), "read", f'"{date.today().isoformat()}"')
    if state:
        fact = load(defer_layers=True).fact("state")
        code = fact.short_form(state) if fact else ""
        if not fact or code not in fact.short_forms:
            raise UsageError(f"“{for_display(state, 60)}” is no state; write its name or its postal code, as VA.")
        name = fact.short_forms[code].removeprefix("the ")
        values = {"level": f"law\nstate: {code}", "title": name, "heading": f"{name} law"}
        for key, value in values.items():
            text = with_value(text, key, value)
    write_starter("layer", file, text)


@layer.command("schema", epilog=examples("mou-tui layer schema > layer.schema.json"))
def schema() -> None:
    """Print the JSON Schema by which an editor completes and checks a layer."""
    from mou_tui.commands.starters import schema_text

    click.echo(schema_text("layer"))
