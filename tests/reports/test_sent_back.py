"""What counsel sent back comes to the agenda, to the review, and into the record."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.reports.agenda import agenda
from mou_tui.reports.review import review
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Alternative, Meeting
from mou_tui.session.model import Answer, Session
from mou_tui.session.taken_in import TakenIn
from tests.documents import record
from tests.strategies import SMALL
from tests.workspace.driver import NAMED

AT = "2026-12-04 09:00"
BESIDE = {
    "agency": Alternative("The SRO waits an hour."),
    "alt-00000001": Alternative("The SRO waits a day.", AT, party="district", author="Ann Poe", from_="0123abcd"),
    "alt-00000002": Alternative("The SRO waits a week.", AT, author="Lee Roe", from_="0123abcd"),
}
DOCUMENT = TakenIn("0123abcd", "counsel.docx", "ab" * 32, "district", AT, ("Under “Insurance”: Each party insures.",))
SESSION = replace(NAMED.with_answer("alpha", Answer("The SRO waits.", alternatives=BESIDE)), taken_in=(DOCUMENT,))


def matters(session: Session) -> dict[str, list[str]]:
    return {title: [item.text for item in items] for title, items in agenda(SMALL, session).sections}


def test_the_agenda_says_who_sent_wordings_back_and_what_fits_under_no_clause() -> None:
    listed = matters(SESSION)
    assert listed["Alternatives to choose from"] == [
        "About alpha: 4 wordings; sent back by the School District (Ann Poe) and Lee Roe"
    ]
    assert listed["Sent back by counsel, under no clause"] == [
        "counsel.docx of December 4, 2026: Under “Insurance”: Each party insures."
    ]


def test_what_fits_under_no_clause_is_on_one_agenda_and_stays_in_the_record() -> None:
    met = replace(SESSION, meetings=(Meeting("m", "2026-12-08 18:00", "2026-12-08 19:30"),))
    assert "Sent back by counsel, under no clause" not in matters(met)
    text = record(SMALL, met)
    assert "counsel.docx of December 4, 2026 was taken in, from the School District; this fits under no clause:" in text
    assert "> Under “Insurance”: Each party insures." in text


def test_a_wording_that_a_party_proposed_at_the_table_was_not_sent_back() -> None:
    session = NAMED.with_answer("alpha", Answer("The SRO waits.", alternatives={"agency": BESIDE["agency"]}))
    assert matters(session)["Alternatives to choose from"] == ["About alpha: 2 wordings"]
    assert "sent back" not in review(SMALL, session).sections[1][1][0].status


def test_a_wording_that_a_merge_put_beside_was_not_sent_back() -> None:
    assert "sent back" not in review(SMALL, replace(SESSION, taken_in=())).sections[1][1][0].status


def test_the_review_says_who_sent_wordings_back() -> None:
    (row, *_) = review(SMALL, SESSION).sections[1][1]
    assert "sent back by the School District (Ann Poe) and Lee Roe" in row.status


def test_the_record_names_who_wrote_each_wording() -> None:
    entries = [
        Entry(AT, "alternative", "alpha", held.proposer(key), who=held.author, text=held.text, id=key)
        for key, held in BESIDE.items()
        if held.from_
    ]
    text = record(SMALL, replace(SESSION, history=History(added=tuple(entries))))
    assert "The School District (Ann Poe) proposed the following. Not decided yet." in text
    assert "Lee Roe proposed the following. Not decided yet." in text
