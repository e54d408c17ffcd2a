"""The form for people outside the room: every clause with its places, nobody's name, and the same as a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime

import pytest

from mou_tui.draft.blocks import Table, plain_text, words_of
from mou_tui.exchange.data_file import data_file
from mou_tui.exchange.export import export_file
from mou_tui.exchange.file_kinds import DocumentKind
from mou_tui.reports.feedback import COLUMNS, NO_NAMES, feedback_form
from mou_tui.session.model import Answer, Session
from tests.strategies import EMPTY, SMALL

NOW = datetime(2026, 12, 4, 10)
SESSION = replace(
    EMPTY.with_answer("alpha", Answer("The SRO waits.\n\n- one;\n- two."))
    .with_answer("gamma", Answer(not_applicable="no cameras"))
    .with_answer("delta", Answer("=SUM(1)", alternatives={})),
    depth="full",
)


def labels(session: Session) -> list[str]:
    places = [block for block in feedback_form(SMALL, session) if isinstance(block, Table)]
    assert all(place.rows[1:] == (((),),) for place in places)
    return [plain_text(place.rows[0][0]) for place in places]


def test_each_clause_that_applies_has_a_place_for_words_and_one_for_a_reason() -> None:
    assert labels(SESSION) == [
        "Who are you?",
        *(
            f"Your {kind} for {number}"
            for number in ("1.1", "1.2", "2.2", "3.1", "3.2")
            for kind in ("words", "reason")
        ),
    ]


def test_it_shows_the_wording_and_asks_to_name_no_student() -> None:
    text = words_of(feedback_form(SMALL, SESSION))
    assert NO_NAMES in text and text.index(NO_NAMES) < text.index("1.1 About alpha") < text.index("The SRO waits.")
    assert "Nothing is written here yet." in text and "no cameras" not in text


def test_as_a_table_it_is_what_a_spreadsheet_reads_and_obeys_nothing() -> None:
    data = data_file(SMALL, SESSION, "feedback", "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0] == dict.fromkeys(COLUMNS, "") | {
        "clause": "1.1 About alpha",
        "what it says now": "The SRO waits.\n\n- one;\n- two.",
    }
    assert rows[2]["what it says now"] == "'=SUM(1)"


@pytest.mark.parametrize("kind", ["md", "docx", "html", "json"])
def test_every_kind_of_file_has_the_places(kind: DocumentKind) -> None:
    assert export_file(SMALL, SESSION, "feedback", kind, now=NOW)
