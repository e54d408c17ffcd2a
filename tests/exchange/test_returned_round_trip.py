"""Drafts that LibreOffice opened and saved, with edits by three people, bring back those edits and no others."""

from __future__ import annotations

import pytest

from mou_tui.exchange.returned.reader import read_returned
from mou_tui.session.model import OPENING
from tests.exchange.any_edits import CLAUSES, SESSION, expected
from tests.exchange.round_trip import FOLDER, comments, names, rich, scripted
from tests.strategies import SMALL


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("name", names())
def test_every_edit_and_comment_comes_back_and_none_is_invented(name: str, kind: str) -> None:
    returned = read_returned(FOLDER / f"{name}.{kind}", SMALL, SESSION)
    made = scripted(name)
    assert {(edit.clause, edit.author, edit.before, edit.after) for edit in returned.edits} == expected(made)
    assert set(returned.unchanged) == {OPENING, *CLAUSES} - {edit.clause for edit in made}
    told = {comment.quoted: (comment.text, comment.author) for comment in returned.comments}
    assert told == comments(name)
    assert all(comment.clause == CLAUSES[int(comment.quoted[1])] for comment in returned.comments)
    assert not (returned.unplaced or returned.missing or returned.remarks)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_lists_tables_and_alternatives_that_nobody_changed_are_as_they_were(kind: str) -> None:
    returned = read_returned(FOLDER / f"rich.{kind}", SMALL, rich())
    assert returned.unchanged == (OPENING, *CLAUSES)
    assert not (returned.edits or returned.unplaced or returned.comments or returned.missing or returned.remarks)
