"""The command that reads an earlier agreement, to report on it or to start a session that revises it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mou_tui.commands.options import CHECKLIST, FILE, NO_MOUSE, PLAIN, examples
from mou_tui.errors import UsageError
from mou_tui.language.text import for_display

if TYPE_CHECKING:
    from mou_tui.checklist.model import Depth
    from mou_tui.exchange.document import Document, Tracked


@click.command(
    epilog=examples(
        "mou-tui revise old-agreement.docx",
        "mou-tui revise old-agreement.docx amendment.pdf -o lake.mou.yaml",
        "mou-tui revise old-agreement.pdf --report",
        "mou-tui revise old-agreement.pdf --report -o gaps.docx",
        "mou-tui revise old-agreement.pdf --json -o report.json",
    )
)
@click.argument("old", type=FILE, nargs=-1, required=True, metavar="OLD...")
@click.option(
    "-o", "--output", metavar="FILE", help="The session to start, or the report to write (- is standard output)."
)
@click.option(
    "--report",
    is_flag=True,
    help="Only report what OLD covers and where nothing was found: as Markdown, or as the name of FILE says (.docx, "
    ".html, .pdf).",
)
@click.option("--json", "as_json", is_flag=True, help="Only report, as one JSON object.")
@click.option(
    "--tracked",
    type=click.Choice(["accepted", "rejected"]),
    default="accepted",
    show_default=True,
    help="How to read tracked changes in a Word document.",
)
@click.option(
    "--depth", type=click.Choice(["essential", "full"]), default="essential", show_default=True, help="What to ask."
)
@CHECKLIST
@PLAIN
@NO_MOUSE
def revise(
    old: tuple[Path, ...],
    output: str | None,
    report: bool,
    as_json: bool,
    tracked: str,
    depth: str,
    checklist: str,
    plain: bool,
) -> None:
    """Start a session from an earlier agreement, or report what that covers and where it seems silent.

    OLD is a Word document (.docx), an OpenDocument text, a PDF with text, a web page, rich text, Markdown or plain
    text; amendments follow the agreement. It is only read, and nothing of it leaves this computer.
    """
    documents = [_read(path, cast("Tracked", tracked)) for path in old]
    if report or as_json:
        if len(documents) > 1:
            raise UsageError("A report is on one file. Name only one.")
        _report(documents[0], output, checklist, as_json=as_json)
    else:
        _start(
            documents, Path(output) if output else None, checklist, "full" if depth == "full" else "essential", plain
        )


def _start(documents: list[Document], path: Path | None, id_or_path: str, depth: Depth, plain: bool) -> None:
    """Start a session with what the documents say, and go through them."""
    from mou_tui.commands.sessions import run_front_end
    from mou_tui.exchange.cues import load_cues
    from mou_tui.exchange.sensitive import remark_on
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.revised_session import proposed_names, start_revision
    from mou_tui.workspace.session_reader import ChecklistCatalog

    repository = SessionRepository(ChecklistCatalog(id_or_path))
    book = load_cues(repository.checklist, id_or_path)
    for document in documents:
        for remark in filter(None, (*document.remarks, remark_on(document))):
            click.echo(f"{document.name}: {remark}", err=True)
    names = proposed_names(repository.checklist, book, documents[0])
    workspace = start_revision(repository, book, documents, names, path=path, depth=depth)
    run_front_end(repository, workspace, plain=plain, ask_names=True, opens_earlier=True)


def _read(old: Path, tracked: Tracked) -> Document:
    from mou_tui.exchange.reader import read_document

    is_shown = sys.stderr.isatty()

    def progress(done: int, of: int) -> None:
        if is_shown:
            click.echo(f"\rReading page {done} of {of}", err=True, nl=done == of)

    return read_document(old, tracked=tracked, on_progress=progress)


def _report(document: Document, output: str | None, id_or_path: str, *, as_json: bool) -> None:
    import json
    from datetime import datetime

    from mou_tui.exchange.cues import load_cues
    from mou_tui.exchange.export_files import check_name, write_export
    from mou_tui.exchange.file_kinds import kind_of
    from mou_tui.exchange.gap_report import as_object, gap_report, report_file
    from mou_tui.exchange.matching import Matcher
    from mou_tui.workspace.session_reader import ChecklistCatalog

    kind = (kind_of(Path(output)) if output else None) or "md"
    if output and output != "-":
        check_name(Path(output), "json" if as_json else kind)
    checklist = ChecklistCatalog(id_or_path).asked
    book = load_cues(checklist, id_or_path)
    report = gap_report(checklist, document, Matcher(checklist, book).match(document))
    if as_json:
        data = (json.dumps(as_object(checklist, report), indent=2, ensure_ascii=False) + "\n").encode()
    else:
        data = report_file(checklist, book, [report], kind, now=datetime.now())
    if output is None or output == "-":
        click.echo(data, nl=False)
        return
    write_export(data, Path(output), "json" if as_json else kind)
    click.echo(f"Wrote {for_display(output)}", err=True)
