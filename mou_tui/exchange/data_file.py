"""Write a document as data for other programs: a table, or an object."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping

from mou_tui.checklist.model import Checklist
from mou_tui.errors import UsageError
from mou_tui.exchange.file_kinds import WITH_DATA, DataKind
from mou_tui.language.text import join_and
from mou_tui.session.model import Session

_LIST_ENDS = "; "
_OBEYED = ("=", "+", "-", "@", "\t", "\r")


def data_file(checklist: Checklist, session: Session, document: str, kind: DataKind) -> bytes:
    """Return a document as CSV or JSON, UTF-8.

    Raises:
        UsageError: it is a document to be read, and holds no table.
    """
    rows: list[Mapping[str, object]]
    if document == "requirements":
        from mou_tui.reports.requirements import requirement_rows_of, requirements_object

        whole = requirements_object(checklist, session)
        rows = list(requirement_rows_of(whole))
    elif document == "duties":
        from mou_tui.reports.duties import COLUMNS, duty_rows

        rows = list(duty_rows(checklist, session))
        if kind == "csv":
            return as_csv(COLUMNS, rows).encode()
        whole = {"duties": rows}
    elif document == "deadlines":
        from mou_tui.reports.obligations import COLUMNS as OF_DATES
        from mou_tui.reports.obligations import obligation_rows

        rows = list(obligation_rows(checklist, session))
        if kind == "csv":
            return as_csv(OF_DATES, rows).encode()
        whole = {"deadlines": rows}
    elif document == "feedback":
        from mou_tui.reports.feedback import COLUMNS as OF_FORM
        from mou_tui.reports.feedback import feedback_rows

        rows = list(feedback_rows(checklist, session))
        if kind == "csv":
            # A spreadsheet needs the mark to see that it is UTF-8, and people fill it in with one.
            return as_csv(OF_FORM, rows).encode("utf-8-sig")
        whole = {"feedback": rows}
    else:
        raise UsageError(f"Only {join_and(WITH_DATA)} can be written as {kind.upper()}.")
    if kind == "json":
        return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()
    from mou_tui.reports.requirements import COLUMNS as OF_REQUIREMENTS

    return as_csv(OF_REQUIREMENTS, rows).encode()


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows as CSV with a head; values of a list are parted by `; `, and no cell is a formula."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    head = tuple(columns)
    writer.writerow(head)
    writer.writerows([csv_cell(row[column]) for column in head] for row in rows)
    return output.getvalue()


def csv_cell(value: object) -> str:
    """Return a value as the text of a cell; a spreadsheet would obey one that begins like a formula."""
    text = _LIST_ENDS.join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return f"'{text}" if text.startswith(_OBEYED) else text
