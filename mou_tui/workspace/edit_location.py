"""The remembered place of the cursor: a clause, and a position in its text."""

from __future__ import annotations

import re

from mou_tui.frozen import NamedTuple


class EditLocation(NamedTuple):
    """Where the cursor is in a session.

    Local state keeps it as text ("command@120"), so that `str` and `parse` must stay inverse to each other.

    Attributes:
        clause_id: Id of a question, or `opening`; empty where nothing is remembered.
        cursor: How many characters of the clause's text are before the cursor.
    """

    clause_id: str
    cursor: int = 0

    @classmethod
    def parse(cls, text: str) -> EditLocation:
        """Read a location from local state; a damaged cursor counts as 0."""
        clause_id, _, cursor = text.partition("@")
        return cls(clause_id, int(cursor) if re.fullmatch("[0-9]{1,9}", cursor) else 0)

    def __str__(self) -> str:
        return f"{self.clause_id}@{self.cursor}"
