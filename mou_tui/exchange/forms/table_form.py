"""Read a filled form out of a table of text (CSV), however a spreadsheet saved it."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections.abc import Mapping, Sequence

from mou_tui.exchange.document import CannotRead
from mou_tui.exchange.forms.model import Place
from mou_tui.exchange.plain_text import decode
from mou_tui.reports.feedback import COLUMNS

MOST_ROWS = 2_000
_GUARD = re.compile(r"^'(?=[=+\-@\t\r])")
"""What is written before the text of a cell that a spreadsheet would obey."""
_SEPARATORS = ",;\t"
_CLAUSE, _SHOWN, _WORDS, _REASON, _WHO = (column.partition(" (")[0] for column in COLUMNS)


def table_text(data: bytes) -> str:
    """Return the text of a form saved as a table; empty where the bytes are none."""
    # Some programs end lines as old computers did.
    text = decode(data).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    # Some programs say first how cells are parted.
    text = rest if first.strip().casefold() in ("sep=,", "sep=;", "sep=\t") else text
    return text if _separator(text) else ""


def read_table(text: str, name: str) -> tuple[Place, ...]:
    """Return what is in the rows of a form; a row that does not say from whom it is goes with the one above.

    Raises:
        CannotRead: it is damaged, or holds far more than a form.
    """
    try:
        head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    except csv.Error as error:
        raise CannotRead(f"“{name}” is damaged. Save it again as CSV, and choose that file.") from error
    if len(rows) > MOST_ROWS:
        raise CannotRead(f"“{name}” holds far more rows than a form, so it was not read.")
    columns = _columns(head)
    cells = [{key: row[index] if index < len(row) else "" for key, index in columns.items()} for row in rows]
    who = next((whose for row in cells if (whose := row.get(_WHO, "").strip())), "")
    places = []
    for row in cells:
        who = row.get(_WHO, "").strip() or who
        shown = _GUARD.sub("", row.get(_SHOWN, ""))
        places.append(Place(row[_CLAUSE].strip(), row.get(_WORDS, ""), row.get(_REASON, ""), who, shown))
    return tuple(places)


def _separator(text: str) -> str:
    """Return what parts the cells of the head of a form; empty where the first line is no such head."""
    first = text.partition("\n")[0]
    with contextlib.suppress(csv.Error):
        heads = ((separator, next(csv.reader([first], delimiter=separator), [])) for separator in _SEPARATORS)
        return next((separator for separator, head in heads if _is_head(_columns(head))), "")
    return ""


def _is_head(columns: Mapping[str, int]) -> bool:
    return _CLAUSE in columns and (_WORDS in columns or _REASON in columns)


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Return where each column is, by the beginning of its name: people shorten what is in brackets."""
    names = [" ".join(cell.casefold().split()) for cell in head]
    places = (
        (key, [index for index, name in enumerate(names) if name.startswith(key)])
        for key in (_CLAUSE, _SHOWN, _WORDS, _REASON, _WHO)
    )
    return {key: indexes[0] for key, indexes in places if indexes}
