"""The remembered clause and cursor, as local state keeps them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.workspace.edit_location import EditLocation


@given(st.from_regex("[a-z][a-z0-9-]{0,30}", fullmatch=True), st.integers(0, 999_999_999))
def test_a_location_is_read_as_it_was_written(clause_id: str, cursor: int) -> None:
    location = EditLocation(clause_id, cursor)
    assert EditLocation.parse(str(location)) == location


def test_a_location_is_written_as_earlier_versions_wrote_it() -> None:
    assert str(EditLocation("command", 120)) == "command@120"


@pytest.mark.parametrize(
    "damaged", ["command", "command@", "command@-1", "command@1_0", "command@٣", "command@9999999999"]
)
def test_a_damaged_cursor_is_at_the_start(damaged: str) -> None:
    assert EditLocation.parse(damaged) == EditLocation("command", 0)


def test_nothing_remembered_names_no_clause() -> None:
    assert EditLocation.parse("") == EditLocation("", 0)
