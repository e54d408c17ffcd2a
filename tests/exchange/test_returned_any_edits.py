"""Whatever edits some people make, each comes back under its clause and its author, and no other does."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given

from mou_tui.exchange.export import export_file
from mou_tui.exchange.returned.reader import parse_returned
from mou_tui.session.model import OPENING
from tests.examples import examples
from tests.exchange.any_edits import CLAUSES, SESSION, Edit, edits, expected, make
from tests.exchange.word_edits import WordEditor
from tests.strategies import SMALL

NOW = datetime(2027, 1, 14, 10, 42)


@examples(15)
@given(edits)
def test_every_edit_comes_back_and_none_is_invented(made: list[Edit]) -> None:
    editor = WordEditor(export_file(SMALL, SESSION, "draft", "docx", now=NOW))
    for edit in made:
        make(editor, edit)
    returned = parse_returned(editor.saved(), "back.docx", SMALL, SESSION)
    assert {(edit.clause, edit.author, edit.before, edit.after) for edit in returned.edits} == expected(made)
    assert len(returned.edits) == len(expected(made))
    assert set(returned.unchanged) == {OPENING, *CLAUSES} - {edit.clause for edit in made}
    assert not (returned.unplaced or returned.comments or returned.missing or returned.remarks)
