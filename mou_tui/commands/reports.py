"""What a session comes to: how far it is, and the documents made from it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_tui.commands.options import CHECKLIST, FILE, examples
from mou_tui.errors import MouError
from mou_tui.text import shown

if TYPE_CHECKING:
    from mou_tui.export import Document


@click.command(epilog=examples("mou-tui status lake-city.mou.yaml", "mou-tui status --json *.mou.yaml"))
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@CHECKLIST
def status(files: tuple[Path, ...], as_json: bool, checklist: str) -> None:
    """Say how far sessions are."""
    from mou_tui.reading import Checklists, read
    from mou_tui.status import as_object, as_words

    checklists = Checklists(checklist)
    worst = 0
    for file in files:
        try:
            answered, decoded = read(file, checklists)
        except MouError as error:
            click.echo(error.message, err=True)
            worst = max(worst, error.exit_code)
            continue
        if as_json:
            import json

            # In ASCII, so that any file name survives any pipe.
            click.echo(json.dumps(as_object(file, answered, decoded.session)))
        else:
            click.echo(as_words(file, answered, decoded.session))
    sys.exit(worst)


@click.command(
    epilog=examples(
        "mou-tui export lake-city.mou.yaml",
        "mou-tui export lake-city.mou.yaml -o - | less",
        "mou-tui export lake-city.mou.yaml --document worksheet",
    )
)
@click.argument("file", type=FILE)
@click.option(
    "-o", "--output", metavar="OUT", help="Where to write; - is standard output. By default beside FILE, ending in .md."
)
@click.option(
    "--document",
    type=click.Choice(["draft", "worksheet"]),
    default="draft",
    show_default=True,
    help="The agreement, or the blank checklist to print before the meeting.",
)
@click.option(
    "--blanks", type=click.Choice(["show", "underline"]), default="show", show_default=True, help="How blanks print."
)
@click.option("--force", is_flag=True, help="Replace OUT if it is there.")
@CHECKLIST
def export(file: Path, output: str | None, document: str, blanks: str, force: bool, checklist: str) -> None:
    """Write a document as Markdown: the draft, whatever is still open, or the blank checklist as a worksheet."""
    from mou_tui.export import default_path, markdown, save
    from mou_tui.reading import Checklists, read

    answered, decoded = read(file, Checklists(checklist))
    kind: Document = "worksheet" if document == "worksheet" else "draft"
    text = markdown(answered, decoded.session, kind, "underline" if blanks == "underline" else "show")
    if output == "-":
        # Bytes, for a draft is UTF-8 wherever it goes.
        click.echo(text.encode(), nl=False)
        return
    path = Path(output) if output else default_path(file, kind)
    save(text, path, replace=force)
    click.echo(f"Wrote {shown(path)}", err=True)
