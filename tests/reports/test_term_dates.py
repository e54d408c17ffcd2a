"""A date of the agreement that is on no calendar is named until it is mended."""

from __future__ import annotations

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.reports.review import review
from mou_tui.reports.signing import before_signing
from mou_tui.session.model import OPENING, ChecklistRef, Session


@pytest.mark.parametrize(
    ("end", "named"),
    [("June 31, 2029", "End date “June 31, 2029”: June has 30 days"), ("June 30, 2029", ""), ("when both agree", "")],
)
def test_review_and_signing_page_name_it(sro: Checklist, end: str, named: str) -> None:
    session = Session(ChecklistRef(sro.id, sro.version), "essential", (), {"end-date": end})
    (_, (opening,)), *_ = review(sro, session).sections
    assert ("June has 30 days" in opening.status) is bool(named)
    assert named in opening.status
    items = [
        item for part in before_signing(sro, session) if part.heading == "Dates on no calendar" for item in part.lines
    ]
    assert [(item.text, item.clause_id) for item in items] == ([(named, OPENING)] if named else [])


def test_the_review_lists_it_among_what_is_open(sro: Checklist) -> None:
    facts = {"start-date": "July 1, 2027", "end-date": "June 0, 2029"}
    (_, (opening,)), *_ = review(sro, Session(ChecklistRef(sro.id, sro.version), "essential", (), facts)).sections
    assert "open" in opening.shown_by
