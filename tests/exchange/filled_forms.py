"""Fill in a form as people do: in Word, box by box, and in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import datetime

import docx
from docx.table import Table

from mou_tui.exchange.data_file import data_file
from mou_tui.exchange.export import export_file
from mou_tui.reports.feedback import COLUMNS
from mou_tui.session.model import Answer
from tests.strategies import EMPTY, SMALL

NOW = datetime(2026, 12, 4, 10)
SESSION = EMPTY.with_answer("alpha", Answer("The SRO waits.")).with_answer("gamma", Answer("The SRO walks."))
WHO = "Who are you?"


class WordForm:
    """A form that is open in Word.

    Args:
        data: the form; by default of the session above.
    """

    def __init__(self, data: bytes = b"") -> None:
        data = data or export_file(SMALL, SESSION, "feedback", "docx", now=NOW)
        self.document = docx.Document(io.BytesIO(data))

    def box(self, label: str) -> Table:
        """The box below a label ("Your words for 1.1")."""
        return next(table for table in self.document.tables if table.rows[0].cells[0].text == label)

    def type(self, label: str, text: str) -> WordForm:
        """Type a text into a box; each line is a paragraph, and words of another look are runs of their own."""
        cell = self.box(label).rows[1].cells[0]
        for index, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            first, space, rest = line.partition(" ")
            paragraph.add_run(first)
            paragraph.add_run(space + rest)
        return self

    def saved(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def word_form(typed: Mapping[str, str], data: bytes = b"") -> bytes:
    """A form with texts in its boxes, by their labels."""
    form = WordForm(data)
    for label, text in typed.items():
        form.type(label, text)
    return form.saved()


def table_form(
    *rows: tuple[str, str, str, str], separator: str = ",", encoding: str = "utf-8-sig", line_end: str = "\r\n"
) -> bytes:
    """The form as a spreadsheet saves it; each row: how its caption begins, words, reason, and who."""
    held = list(csv.DictReader(io.StringIO(data_file(SMALL, SESSION, "feedback", "csv").decode("utf-8-sig"))))
    _, _, words, reason, who = COLUMNS
    for caption, *values in rows:
        row = next(row for row in held if row["clause"].startswith(caption))
        row |= dict(zip((words, reason, who), values, strict=True))
    output = io.StringIO()
    writer = csv.DictWriter(output, COLUMNS, delimiter=separator, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(held)
    return output.getvalue().encode(encoding)
