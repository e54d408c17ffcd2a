"""Proposals from outside in the documents: what waits for an answer, and what became of each."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.draft.blocks import words_of
from mou_tui.draft.markdown_writer import write
from mou_tui.reports.agenda import agenda
from mou_tui.reports.record import record
from mou_tui.reports.review import review
from mou_tui.reports.room_view import room_view
from mou_tui.reports.signing import before_signing
from mou_tui.reports.status import as_object, as_words
from mou_tui.session.model import Answer
from mou_tui.session.proposals import OutsideProposal
from tests.strategies import EMPTY, SMALL

AT = "2026-12-04 10:00"
PROPOSALS = (
    OutsideProposal("00000001", "gamma", "The SRO quaggas.", "Because.", "parent", AT),
    OutsideProposal("00000002", "alpha", "The SRO waits a day.", "", "parent", AT, "in part", "Half a day."),
    OutsideProposal("00000003", "gamma", "", "# Not a heading", "student", AT),
    OutsideProposal("00000004", "own-0000000a", "A lot.", "", "other", AT),
    OutsideProposal("00000005", "alpha", "No.", "", "teacher", AT, "not"),
)
SESSION = replace(EMPTY.with_answer("gamma", Answer("The SRO walks.")), proposals=PROPOSALS)


def test_the_agenda_lists_the_clauses_with_proposals_that_wait() -> None:
    sections = dict(agenda(SMALL, SESSION).sections)
    items = sections["Proposals from outside, without an answer"]
    assert [(item.number, item.clause_id, item.text) for item in items] == [
        ("2.1", "gamma", "About gamma: 2 proposals from a parent and a student"),
        ("", "", "A clause that is gone: 1 proposal from somebody else"),
    ]


def test_they_are_open_before_anybody_signs_and_only_where_there_are_any() -> None:
    open_parts = {part.heading: part for part in before_signing(SMALL, SESSION)}
    assert open_parts["Proposals without an answer"].things == 3
    answered = replace(SESSION, proposals=tuple(replace(held, outcome="taken") for held in PROPOSALS))
    assert "Proposals without an answer" not in {part.heading for part in before_signing(SMALL, answered)}


def test_status_and_review_count_them() -> None:
    assert "3 proposals to answer" in as_words("a", SMALL, SESSION).splitlines()[1]
    assert as_object("a", SMALL, SESSION)["proposals_open"] == 3
    rows = {row.clause_id: row.status for _, rows in review(SMALL, SESSION).sections for row in rows}
    assert "2 proposals to answer" in rows["gamma"] and "proposal" not in rows["alpha"]


def test_the_record_says_of_each_what_became_of_it() -> None:
    text = words_of(record(SMALL, SESSION))
    part = text[text.index("Proposals from outside") : text.index("Still open")].splitlines()
    assert part == [
        "Proposals from outside",
        "1.1 About alpha, December 4, 2026. A parent proposed the following.",
        "The SRO waits a day.",
        "Taken in part. Half a day.",
        "1.1 About alpha, December 4, 2026. A teacher proposed the following.",
        "No.",
        "Not taken.",
        "2.1 About gamma, December 4, 2026. A parent proposed the following.",
        "The SRO quaggas.",
        "The reason given:",
        "Because.",
        "No answer yet.",
        "2.1 About gamma, December 4, 2026. A student gave a reason:",
        "# Not a heading",
        "No answer yet.",
        "A clause that is gone, December 4, 2026. Somebody else proposed the following.",
        "A lot.",
        "No answer yet.",
    ]
    assert "\n# Not" not in write(record(SMALL, SESSION))


def test_nothing_of_them_is_in_the_view_of_the_room() -> None:
    assert "quagga" not in repr(room_view(SMALL, SESSION, "gamma"))
