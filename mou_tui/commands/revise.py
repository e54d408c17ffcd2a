"""Bringing an earlier agreement: the report on it, and a session that revises it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mou_tui.commands.options import CHECKLIST, FILE, NO_MOUSE, PLAIN, examples
from mou_tui.errors import UsageError
from mou_tui.text import for_display

if TYPE_CHECKING:
    from mou_tui.exchange.document import Document, Tracked


@click.command(
    epilog=examples(
        "mou-tui revise old-agreement.docx --report",
        "mou-tui revise old-agreement.pdf --report -o gaps.md",
        "mou-tui revise old-agreement.pdf --json",
    )
)
@click.argument("old", type=FILE)
@click.option("-o", "--output", metavar="FILE", help="Where to write; with --report or --json, - is standard output.")
@click.option("--report", is_flag=True, help="Only report what OLD covers and where nothing was found, as Markdown.")
@click.option("--json", "as_json", is_flag=True, help="Only report, as one JSON object.")
@click.option(
    "--tracked",
    type=click.Choice(["accepted", "rejected"]),
    default="accepted",
    show_default=True,
    help="How to read tracked changes in a Word document.",
)
@CHECKLIST
@PLAIN
@NO_MOUSE
def revise(
    old: Path, output: str | None, report: bool, as_json: bool, tracked: str, checklist: str, plain: bool
) -> None:
    """Read an earlier agreement, and see which topics it covers and where it seems silent.

    OLD is a Word document (.docx), an OpenDocument text, a PDF with text, a web page, rich text, Markdown or plain
    text. It is only read, and nothing of it leaves this computer.
    """
    document = _read(old, cast("Tracked", tracked))
    if report or as_json:
        _report(document, output, checklist, as_json=as_json)
        return
    raise UsageError("Add --report or --json.")


def _read(old: Path, tracked: Tracked) -> Document:
    from mou_tui.exchange.reader import read_document

    is_shown = sys.stderr.isatty()

    def progress(done: int, of: int) -> None:
        if is_shown:
            click.echo(f"\rReading page {done} of {of}", err=True, nl=done == of)

    return read_document(old, tracked=tracked, on_progress=progress)


def _report(document: Document, output: str | None, id_or_path: str, *, as_json: bool) -> None:
    import json

    from mou_tui.exchange.cues import load_cues
    from mou_tui.exchange.export import write_export
    from mou_tui.exchange.gap_report import as_markdown, as_object, gap_report
    from mou_tui.exchange.matching import Matcher
    from mou_tui.workspace.session_reader import ChecklistCatalog

    checklist = ChecklistCatalog(id_or_path).asked
    book = load_cues(checklist, id_or_path)
    report = gap_report(checklist, document, Matcher(checklist, book).match(document))
    if as_json:
        text = json.dumps(as_object(checklist, report), indent=2, ensure_ascii=False) + "\n"
    else:
        text = as_markdown(checklist, book, report)
    if output is None or output == "-":
        click.echo(text.encode(), nl=False)
        return
    write_export(text, Path(output))
    click.echo(f"Wrote {for_display(output)}", err=True)
