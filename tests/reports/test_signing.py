from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from mou_tui.checklist.model import Checklist
from mou_tui.draft.progress import assess_progress
from mou_tui.exchange.export import markdown
from mou_tui.reports.open_items import OpenItem
from mou_tui.reports.signing import ADVICE, TITLE, before_signing
from mou_tui.session.meeting import Action, Alternative, Position
from mou_tui.session.model import OPENING, Answer, Deferral, Party, Session, Signatory
from tests.documents import TODAY
from tests.strategies import EMPTY, SMALL, sessions

READER = MarkdownIt("commonmark").enable("table")
AGENCY = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
NAMED = replace(EMPTY, parties=(AGENCY, SCHOOLS), opening="Ours.")
SETTLED = "All is settled."
WORDING = Answer(SETTLED).wording
IN_FAVOR = {party: Position("agrees", WORDING) for party in ("agency", "district")}


def lines(session: Session, heading: str, checklist: Checklist = SMALL) -> list[str]:
    """What is under a heading."""
    return [line.whole for part in before_signing(checklist, session) if part.heading == heading for line in part.lines]


def settled(**others: Answer) -> Session:
    """A session in which everything is settled but this."""
    answers = {
        question.id: Answer(SETTLED, positions=IN_FAVOR, gone_through=WORDING)
        for question in SMALL.questions("essential")
    }
    return replace(NAMED, answers={**answers, **others})


def test_where_nothing_is_open_every_part_says_none() -> None:
    parts = before_signing(SMALL, settled())
    assert [part.heading for part in parts if part.lines] == ["Who signs", "Review date"]
    assert markdown(SMALL, settled(), "signing", now=TODAY).count("\n\nNone.\n") == 10


@pytest.mark.parametrize(
    ("answer", "heading", "line"),
    [
        (Answer(), "Open clauses", "1.1 About alpha: empty"),
        (
            Answer("A.", alternatives={"agency": Alternative("B.")}),
            "Open clauses",
            "1.1 About alpha: two wordings, choose A or B",
        ),
        (Answer("Wait [number] days, or ___."), "Blanks", "1.1 About alpha: [number], ___"),
        (
            Answer(SETTLED, positions={"district": Position("objects", Answer(SETTLED).wording, "the fee")}),
            "Objections",
            "1.1 About alpha: School District objects (the fee)",
        ),
        (
            Answer(SETTLED, positions={"district": Position("agrees", "another")}),
            "Positions to confirm",
            "1.1 About alpha: School District, since the wording changed",
        ),
        (
            Answer(SETTLED, positions={"district": Position("must-check", "another", who="the board", by="May 1")}),
            "Positions to confirm",
            "1.1 About alpha: School District (earlier: must check first, with the board, by May 1), "
            "since the wording changed",
        ),
        (
            Answer(SETTLED, positions={"agency": IN_FAVOR["agency"]}),
            "Positions not asked yet",
            "1.1 About alpha: School District",
        ),
        (
            Answer(SETTLED, later=Deferral("counsel", "Friday")),
            "To check first",
            "1.1 About alpha: counsel to check first, by Friday",
        ),
        (Answer(SETTLED, later=Deferral()), "To check first", "1.1 About alpha: someone to check first"),
        (
            Answer(SETTLED, positions={"agency": Position("must-check", Answer(SETTLED).wording, who="the Mayor")}),
            "To check first",
            "1.1 About alpha: Police Department must check first, with the Mayor",
        ),
    ],
)
def test_each_thing_that_is_open_is_under_its_heading(answer: Answer, heading: str, line: str) -> None:
    session = settled(alpha=answer)
    assert lines(session, heading) == [line]
    assert lines(settled(), heading) == []


def test_a_party_without_a_name_goes_by_what_it_is() -> None:
    for parties in ((), (Party("agency"), Party("district"))):
        open_lines = lines(replace(EMPTY, parties=parties), "Who signs")
        assert [line.partition(":")[0] for line in open_lines] == [role.label for role in SMALL.parties]


def test_every_line_about_a_clause_leads_to_it() -> None:
    session = replace(
        settled(alpha=Answer("Wait [days].")), opening="", actions=(Action("a1", "call", question="gamma"),)
    )
    by_heading = {part.heading: part.lines for part in before_signing(SMALL, session)}
    assert [line.clause_id for line in by_heading["Blanks"]] == [OPENING, "alpha"]
    assert [line.clause_id for line in by_heading["Open actions"]] == ["gamma"]


def test_what_is_set_aside_or_out_of_play_is_not_open() -> None:
    session = settled(alpha=Answer("Wait [days].", not_applicable="no cameras"))
    assert lines(session, "Blanks") == lines(session, "Open clauses") == lines(session, "Positions not asked yet") == []


def test_who_is_only_consulted_need_not_be_asked_before_signing() -> None:
    council = Party("parents", name="Parent Council", part="consulted")
    assert lines(settled().with_party(council), "Parties not asked yet") == []


def test_actions_that_are_done_are_not_open() -> None:
    actions = (
        Action("a1", "ask the insurer", "do", "Pat Doe", "Friday"),
        Action("a2", "call", "do", done="2027-01-20 10:00"),
        Action("a3", "what the law says", "check", "Lee Roe"),
    )
    session = replace(settled(), actions=actions)
    assert lines(session, "Open actions") == ["Pat Doe: ask the insurer, by Friday"]
    assert lines(session, "To check first") == ["Lee Roe: what the law says"]


@pytest.mark.parametrize(
    ("signatories", "expected"),
    [
        ((), "Lake City Police: who signs, authority and date still missing"),
        ((Signatory("Pat Doe", "Chief"),), "Lake City Police: Pat Doe, Chief; authority and date still missing"),
        (
            (Signatory("Pat Doe", "Chief", "vote of the council", "March 2"),),
            "Lake City Police: Pat Doe, Chief; authority: vote of the council; date: March 2",
        ),
        ((Signatory(authority="vote"),), "Lake City Police: authority: vote; name, title and date still missing"),
    ],
)
def test_who_signs_is_told_with_authority_and_date_and_what_is_missing(
    signatories: tuple[Signatory, ...], expected: str
) -> None:
    session = settled().with_party(replace(AGENCY, signatories=signatories))
    assert lines(session, "Who signs")[0] == expected


def test_only_signers_sign_and_none_is_forgotten() -> None:
    assert lines(EMPTY, "Who signs") == [
        "Police agency: its legal name, who signs, authority and date still missing",
        "School district: its legal name, who signs, authority and date still missing",
    ]
    council = Party("parents", name="Parent Council", part="consulted")
    assert len(lines(settled().with_party(council), "Who signs")) == 2


def test_the_review_date_is_told_with_its_words(sro: Checklist) -> None:
    session = replace(NAMED, facts={"start-date": "August 16, 2027"})
    session = session.with_answer("review", Answer("They shall review it each year by June 1."))
    assert lines(session, "Review date", sro) == [
        "June 1, 2028, computed from “by June 1” and “each year”, counted from the start date, August 16, 2027."
    ]
    (line,) = lines(NAMED, "Review date", sro)
    assert line.startswith("10.1 Review and amendment is empty.")


@given(sessions(SMALL))
def test_the_page_counts_what_is_counted_everywhere_else_and_promises_nothing(session: Session) -> None:
    done = assess_progress(SMALL, session)
    assert len(lines(session, "Objections")) == done.objections
    assert len(lines(session, "Positions to confirm")) == done.to_confirm
    assert len(lines(session, "To check first")) == done.later
    assert len(lines(session, "Open actions")) == done.actions_open
    ours = " ".join([TITLE, ADVICE, *(part.heading for part in before_signing(SMALL, session))]).casefold()
    assert "ready" not in ours
    assert "complete" not in ours


@given(sessions(SMALL))
def test_nobodys_words_can_forge_a_heading(session: Session) -> None:
    tokens = READER.parse(markdown(SMALL, session, "signing", now=TODAY))
    seen = [inline.content for token, inline in pairwise(tokens) if token.type == "heading_open"]
    assert seen == [TITLE, *(part.heading for part in before_signing(SMALL, session))]
    inlines = {child.type for token in tokens for child in token.children or ()}
    assert inlines <= {"text", "em_open", "em_close", "hardbreak"}
    assert {token.type for token in tokens} <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }


def test_a_line_reads_with_its_number() -> None:
    assert [OpenItem("About", "1.1").whole, OpenItem("About").whole] == ["1.1 About", "About"]


def test_clauses_without_wording_that_nobody_was_asked_about_are_counted_beside_the_positions() -> None:
    part = next(part for part in before_signing(SMALL, EMPTY) if part.heading == "Positions not asked yet")
    assert part.lines == ()
    unasked = f"{len(assess_progress(SMALL, EMPTY).questions)} open clauses nobody was asked about yet"
    assert part.count_label == f"Positions not asked yet: {unasked}"
    assert f"{unasked}." in markdown(SMALL, EMPTY, "signing", now=TODAY)
    assert f"{unasked}." not in markdown(SMALL, settled(), "signing", now=TODAY)
