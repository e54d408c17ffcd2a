"""The status of many sessions as a table or as lines of JSON: one at a time, so that memory does not grow with them."""

from __future__ import annotations

import csv
import gc
import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Literal

import click

from mou_tui.errors import CannotOpen, MouError
from mou_tui.exchange.data_file import csv_cell
from mou_tui.exchange.export_files import check_name
from mou_tui.language.text import for_display
from mou_tui.reports.portfolio import COLUMNS, damaged_row, portfolio_row
from mou_tui.storage.atomic_file import modified
from mou_tui.storage.streamed_file import streamed_file
from mou_tui.workspace.session_reader import ChecklistCatalog, read_session

ENDS = (".mou.yaml", ".mou.yml")
_COLLECT_EVERY = 200
"""Sessions after which what is no longer needed is looked for: a command does not do so by itself."""


def write_portfolio(
    paths: Iterable[Path], kind: Literal["csv", "json"], output: str | None, checklist: str, *, replace: bool
) -> None:
    """Write a row for each session among files and folders; one that cannot be read has its reason in its row.

    Raises:
        MouError: a folder cannot be listed, or the output cannot be written; then nothing stands under its name.
    """
    given = tuple(paths)
    to_file = output not in (None, "-")
    if to_file:
        check_name(Path(output or ""), kind)
    with streamed_file(Path(output or ""), replace=replace) if to_file else nullcontext(None) as file:
        write = file.write if file else _to_standard_output
        if kind == "csv":
            write(_csv_line(COLUMNS))
        for row in _with_progress(_rows(given, ChecklistCatalog(checklist)), given):
            write(_csv_line(row[column] for column in COLUMNS) if kind == "csv" else _json_line(row))
    if to_file:
        click.echo(f"Wrote {for_display(Path(output or ''))}", err=True)


def session_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that are named, and all sessions within the folders, folder by folder in the order of names."""
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 (the method raises for a name that is too long)
            yield path
            continue
        for folder, folders, names in os.walk(path, onerror=_refuse):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names) if name.casefold().endswith(ENDS))


def _refuse(error: OSError) -> None:
    raise CannotOpen(f"Cannot list “{for_display(str(error.filename))}”: {error.strerror}.") from error


def _rows(paths: Iterable[Path], checklists: ChecklistCatalog) -> Iterator[dict[str, str | int]]:
    today = date.today().isoformat()
    for number, file in enumerate(session_files(paths), start=1):
        try:
            answered, decoded = read_session(file, checklists, whole=False)
            changed = modified(file.stat()).strftime("%Y-%m-%d %H:%M")
            yield portfolio_row(str(file), answered, decoded.session, changed=changed, today=today)
        except MouError as error:
            yield damaged_row(str(file), error.message)
        except OSError as error:
            yield damaged_row(str(file), f"Cannot be read: {error.strerror}.")
        if number % _COLLECT_EVERY == 0:
            gc.collect()


def _with_progress(rows: Iterator[dict[str, str | int]], paths: Iterable[Path]) -> Iterator[dict[str, str | int]]:
    """Show on a terminal how far it is; into a file or a pipe, nothing."""
    if not sys.stderr.isatty():
        yield from rows
        return
    length = sum(1 for _ in session_files(paths))
    with click.progressbar(rows, length=length, label="Reading sessions", file=sys.stderr) as shown:
        yield from shown


def _csv_line(cells: Iterable[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(csv_cell, cells))
    return line.getvalue().encode("utf-8", "backslashreplace")


def _json_line(row: dict[str, str | int]) -> bytes:
    import json

    # In ASCII, so that any file name survives any pipe.
    return f"{json.dumps(row)}\n".encode()


def _to_standard_output(line: bytes) -> object:
    click.echo(line, nl=False)
    return None
