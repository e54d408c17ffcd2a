"""Commands that report the progress of a session and write documents from it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mou_tui.commands.options import CHECKLIST, FILE, Named, examples
from mou_tui.errors import CannotOpen, MouError, UsageError
from mou_tui.language.text import for_display, join_and

if TYPE_CHECKING:
    from datetime import datetime

    from mou_tui.checklist.model import Checklist
    from mou_tui.draft.markdown import Blanks
    from mou_tui.exchange.export import Document, WordLook
    from mou_tui.exchange.file_kinds import DocumentKind
    from mou_tui.exchange.redline import RedlineKind
    from mou_tui.session.model import Session


@click.command(
    epilog=examples(
        "mou-tui status lake-city.mou.yaml",
        "mou-tui status --json *.mou.yaml",
        "mou-tui status agreements --csv -o agreements.csv",
    )
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE_OR_FOLDER...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="A table, a row for each session.")
@click.option(
    "-o", "--output", metavar="OUT", type=Named(), help="Where to write the table, or the lines for a folder."
)
@click.option("--force", is_flag=True, help="Replace OUT if it is there.")
@CHECKLIST
def status(
    files: tuple[Path, ...], as_json: bool, as_csv: bool, output: str | None, force: bool, checklist: str
) -> None:
    """Say how far sessions are; of a folder, those in it and below, with --csv or --json."""
    from datetime import date

    if as_csv and as_json:
        raise UsageError("It is CSV or JSON. Leave out --csv or --json.")
    if as_csv or output is not None or any(map(os.path.isdir, files)):
        from mou_tui.commands.portfolio import write_portfolio

        if not (as_csv or as_json):
            named = next((for_display(file) for file in files if os.path.isdir(file)), "")  # noqa: PTH112
            if not named:
                raise UsageError("Only a table, or lines for programs, go into a file. Add --csv or --json.")
            raise CannotOpen(f"“{named}” is a folder. To sum up the sessions in it, add --csv or --json.")
        write_portfolio(files, "csv" if as_csv else "json", output, checklist, replace=force)
        return

    from mou_tui.reports.status import as_object, as_words
    from mou_tui.workspace.session_reader import ChecklistCatalog, read_session
    from mou_tui.workspace.unrecognized import unrecognized

    checklists, today = ChecklistCatalog(checklist), f"{date.today()}"
    worst = 0
    for file in files:
        try:
            answered, decoded = read_session(file, checklists)
        except MouError as error:
            click.echo(error.message, err=True)
            worst = max(worst, error.exit_code)
            continue
        notes = unrecognized(decoded, answered, for_display(file.name))
        if as_json:
            import json

            # In ASCII, so that any file name survives any pipe.
            click.echo(json.dumps(as_object(str(file), answered, decoded.session, notes, today=today)))
        else:
            click.echo(as_words(str(file), answered, decoded.session, notes, today=today))
    sys.exit(worst)


@click.command(
    epilog=examples(
        "mou-tui export lake-city.mou.yaml",
        "mou-tui export lake-city.mou.yaml -o - | less",
        "mou-tui export lake-city.mou.yaml --to docx --notes",
        "mou-tui export lake-city.mou.yaml --redline old-agreement.docx",
        "mou-tui export lake-city.mou.yaml --redline --to html",
        "mou-tui export lake-city.mou.yaml --document record -o minutes.html",
        "mou-tui export lake-city.mou.yaml --document record",
        "mou-tui export lake-city.mou.yaml --document calendar -o review.ics",
        "mou-tui export lake-city.mou.yaml --document duties --to csv",
        "mou-tui export lake-city.mou.yaml --document feedback --to docx",
    )
)
@click.argument("file", type=FILE)
@click.option(
    "-o", "--output", metavar="OUT", type=Named(), help="Where to write; - is standard output. By default beside FILE."
)
@click.option(
    "--document",
    type=click.Choice(
        [
            *("draft", "record", "worksheet", "agenda", "signing", "copy", "calendar", "changes"),
            *("board", "families", "staff", "requirements", "duties", "deadlines", "feedback", "amendment"),
        ]
    ),
    default="draft",
    show_default=True,
    help="The agreement; the minutes of the meetings; the blank checklist to print before one; what the next one has "
    "to settle; what is still open before you sign; the copy to sign, once nothing is; the review date and all "
    "deadlines for a calendar (.ics); what changed from an earlier agreement; the cover for the board; the page for "
    "families; the card for staff; what state law and funders ask, beside your words; every duty of the draft; the "
    "deadlines; the form in which parents, teachers and students propose other words; only what an "
    "amendment changes, to be signed.",
)
@click.option(
    "--to",
    type=click.Choice(["md", "docx", "html", "pdf", "csv", "json"]),
    help="Markdown, Word, a web page or PDF; requirements, duties, deadlines and feedback as CSV or JSON too. Without "
    "it, the ending of OUT says which; Markdown if it says nothing.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --to json.")
@click.option(
    "--blanks",
    type=click.Choice(["show", "underline"]),
    default="show",
    show_default=True,
    help="How blanks print in the draft.",
)
@click.option("--reference", type=FILE, metavar="DOCX", help="A Word document whose look a Word document takes.")
@click.option("--notes", is_flag=True, help="Objections and open points as comments, in a draft for Word.")
@click.option(
    "--redline",
    is_flag=False,
    flag_value="",
    metavar="[OLD]",
    help="The draft with what changed from the earlier agreement in the session, from a file, or from a milestone by "
    "its name: tracked in Word, or with <del> and <ins> in Markdown or a web page.",
)
@click.option("--force", is_flag=True, help="Replace OUT if it is there.")
@CHECKLIST
def export(
    file: Path,
    output: str | None,
    document: str,
    to: str | None,
    as_json: bool,
    blanks: str,
    reference: Path | None,
    notes: bool,
    redline: str | None,
    force: bool,
    checklist: str,
) -> None:
    """Write a document made from a session, whatever is still open in it."""
    from datetime import datetime

    from mou_tui.exchange.export import PLAIN_LOOK, default_path, export_file, file_kind, word_look
    from mou_tui.exchange.export_files import check_name, write_export
    from mou_tui.exchange.file_kinds import BINARY, WITH_DATA, document_kind_of
    from mou_tui.workspace.session_reader import ChecklistCatalog, read_session
    from mou_tui.workspace.unrecognized import unrecognized

    if as_json and to not in (None, "json"):
        raise UsageError(f"It is JSON or {to}. Leave out --json or --to.")
    to = "json" if as_json else to
    named = document_kind_of(Path(output), document) if output else None
    page_kind = cast("DocumentKind", to or named or ("md" if redline is None else "docx"))
    made = cast("Document", document)
    if made == "calendar" and to:
        raise UsageError("The review date is an entry for a calendar (.ics). Leave out --to.")
    if page_kind in ("csv", "json") and document not in WITH_DATA:
        raise UsageError(f"Only {join_and(WITH_DATA)} can be written as {page_kind.upper()}. Choose another kind.")
    kind = file_kind(made, page_kind)
    if kind != "docx" and (reference or notes):
        raise UsageError("--reference and --notes are for Word documents. Add --to docx.")
    if kind == "pdf" and redline is not None:
        raise UsageError("--redline is for Word, Markdown and web pages. Add --to docx, md or html.")
    if made != "draft" and (notes or redline is not None):
        raise UsageError("--notes and --redline are for the draft. Leave out --document.")
    if notes and redline is not None:
        raise UsageError("A redline has no comments. Leave out --notes or --redline.")
    look = word_look(reference, has_notes=notes) if kind == "docx" else PLAIN_LOOK
    usual = default_path(file, made, page_kind)
    path = (
        Path(output) if output is not None else usual if redline is None else usual.with_stem(f"{usual.stem}-redline")
    )
    if output != "-":
        check_name(path, kind)
    checklists = ChecklistCatalog(checklist)
    answered, decoded = read_session(file, checklists)
    # A working paper for counsel must not be silent about a law that was left out of it.
    for note in (*checklists.layer_problems, *unrecognized(decoded, answered, for_display(file.name))):
        click.echo(note, err=True)
    session, how, now = decoded.session, cast("Blanks", blanks), datetime.now()
    if redline is None:
        data = export_file(answered, session, made, page_kind, how, now=now, look=look)
    else:
        data = _redline(answered, session, redline, how, cast("RedlineKind", kind), now, look)
    if output == "-":
        if kind in BINARY and sys.stdout.isatty():
            raise UsageError("A terminal cannot show that kind of file. Name a file with -o.")
        # Bytes, for a document is UTF-8 wherever it goes.
        click.echo(data, nl=False)
        return
    write_export(data, path, kind, replace=force)
    click.echo(f"Wrote {for_display(path)}", err=True)


def _redline(
    checklist: Checklist,
    session: Session,
    old_name: str,
    blanks: Blanks,
    kind: RedlineKind,
    now: datetime,
    look: WordLook,
) -> bytes:
    """Return the draft with its changes marked, and say what it is compared with."""
    from mou_tui.exchange.redline import old_text, write_redline

    old = old_text(checklist, session, old_name, now=now)
    for remark in old.remarks:
        click.echo(remark, err=True)
    click.echo(
        f"Compared with {for_display(old.name)}; numbers are text in it, and rows of tables are lines.", err=True
    )
    return write_redline(checklist, session, old, blanks, kind, now=now, look=look)
