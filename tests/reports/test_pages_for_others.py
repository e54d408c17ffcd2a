"""What goes to those who were not in the room: the cover for the board, the page for families, the card for staff."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from random import Random

import pdfplumber
import pytest

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import fill_blanks
from mou_tui.draft.blocks import Block
from mou_tui.draft.markdown_writer import write
from mou_tui.exchange.export import TextDocument, export_file, paper
from mou_tui.reports import board_costs, family_page, staff_card
from mou_tui.reports.board_cover import NO_DIFFERENCE, NOTHING_EARLIER, board_cover
from mou_tui.session.codec import decode
from mou_tui.session.earlier import EarlierDocument, EarlierParagraph
from mou_tui.session.meeting import Alternative, Position
from mou_tui.session.model import Answer, Deferral, ExampleOrigin, Session, Signatory
from tests.checklist.content import FILLED, SRO, VALUES
from tests.documents import TODAY

NOW = datetime(2027, 1, 14, 10, 42)
DAY = "2027-01-14"
PAGES: dict[TextDocument, Callable[[Checklist, Session, str], tuple[Block, ...]]] = {
    "board": board_cover,
    "families": family_page.family_page,
    "staff": staff_card.staff_card,
}
every_page = pytest.mark.parametrize("document", list(PAGES))


@pytest.fixture(scope="module")
def sample() -> Session:
    return decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session


def text(document: TextDocument, session: Session) -> str:
    return " ".join(write(PAGES[document](SRO, session, DAY)).replace("\\\n", " ").split())


def page_count(session: Session, document: TextDocument) -> int:
    with pdfplumber.open(io.BytesIO(export_file(SRO, session, document, "pdf", now=NOW))) as pages:
        return len(pages.pages)


def answered(**texts: str) -> Session:
    session = replace(FILLED, depth="essential")
    for question_id, wording in texts.items():
        session = session.with_answer(question_id.replace("_", "-"), Answer(wording))
    return session


def every_question(choose: Random) -> Session:
    """A session in which each question has one of its examples."""
    session = FILLED
    for question in SRO.questions():
        wording = fill_blanks(choose.choice(question.examples).text, VALUES)
        session = session.with_answer(question.id, Answer(wording))
    return session


def objected(session: Session, question_id: str, reason: str, speaker: str = "") -> Session:
    answer = session.answer(question_id)
    position = Position("objects", answer.wording, reason, speaker=speaker, via="letter", who="Pat Quarles")
    return session.with_answer(question_id, replace(answer, positions={"district": position}))


def test_the_cover_has_two_pages_at_most_and_the_card_one(sample: Session) -> None:
    for session in (sample, every_question(Random(1))):
        assert page_count(session, "board") <= 2
        assert page_count(session, "staff") == 1


def test_every_question_that_a_page_names_is_one_of_the_checklist() -> None:
    sections = (*family_page.SECTIONS, family_page.CONTACTS, family_page.COMPLAINTS, *staff_card.SECTIONS)
    named = {question_id for section in sections for question_id in section.questions}
    known = {question.id for question in SRO.questions()}
    assert named | family_page.LOOK_UP | staff_card.LOOK_UP <= known
    assert board_costs.TOPIC in {topic.id for topic in SRO.topics}


@pytest.mark.parametrize("document", ["families", "staff"])
def test_a_clause_is_quoted_with_its_number_and_lists_stay_lists(document: TextDocument) -> None:
    page = write(PAGES[document](SRO, answered(duties="The SRO shall:\n\n1. listen;\n2. teach."), DAY))
    assert "**2.1 Duties of the SRO.** The SRO shall:\n\n1. listen;\n2. teach." in page


@pytest.mark.parametrize("document", ["families", "staff"])
def test_what_is_not_settled_is_named_and_not_quoted(document: TextDocument) -> None:
    settled = answered(not_discipline="The SRO stays out of it.")
    answer = settled.answer("not-discipline")
    assert "The SRO stays out of it." in text(document, settled)
    unsettled = (
        Answer(""),
        replace(answer, alternatives={"agency": Alternative("The SRO may help.")}),
        replace(answer, later=Deferral("the town lawyer")),
        replace(answer, taken=ExampleOrigin("separate", answer.wording)),
        objected(settled, "not-discipline", "the wording").answer("not-discipline"),
        replace(answer, positions={"agency": Position("agrees", "0" * 12)}),
        replace(answer, positions={"agency": Position("must-check", answer.wording)}),
    )
    for other in unsettled:
        page = text(document, settled.with_answer("not-discipline", other))
        assert "stays out of it" not in page
        assert "may help" not in page
        assert "*Nothing is settled on this yet: 2.2 Outside the SRO’s role; 2.3 School matter or crime.*" in page


@pytest.mark.parametrize("document", ["families", "staff"])
def test_what_was_left_out_and_what_is_to_be_filled_in_is_said(document: TextDocument) -> None:
    page = text(document, answered(complaints="Call [telephone number]."))
    assert "**3.3 Complaints.** Call [telephone number]." in page
    assert "What stands in square brackets is still to be filled in." in page
    left_out = answered().with_answer("complaints", Answer(not_applicable="The city hears them."))
    page = text(document, left_out)
    assert "**3.3 Complaints.** The agreement has no clause on this." in page
    assert "The city hears them." not in page
    assert "square brackets" not in page


@every_page
def test_it_says_what_the_short_names_of_the_parties_mean(document: TextDocument) -> None:
    page = text(document, FILLED)
    assert "Lake City Police Department (“the Police Department”) and Lake City School District (“the School" in page
    assert "[Police agency] and [School district]" in text(document, replace(FILLED, parties=()))


@every_page
def test_where_nobody_signs_yet_the_parties_are_a_blank(document: TextDocument) -> None:
    heard = replace(FILLED, parties=tuple(replace(party, part="consulted") for party in FILLED.parties))
    assert "[parties that sign]" in text(document, heard)


def test_only_settled_clauses_are_pointed_to() -> None:
    session = answered(arrest="Told at once.", searches="Perhaps.")
    page = text("staff", objected(session, "searches", "the wording"))
    assert page.endswith("**Also in the agreement:** 2.4 Arrests and citations.")


def test_the_page_for_families_begins_with_the_purpose() -> None:
    page = text("families", answered(purpose="Trust.", duties="Listen."))
    assert page.index("**1.1 Purpose and goals.** Trust.") < page.index("**2.1 ")


def test_the_page_for_families_explains_the_words_it_uses() -> None:
    page = text("families", answered(duties="The SRO shall listen to the Principal of a School."))
    assert "“the Schools” means Lake City High School and Birch Middle School, each a “School”." in page
    assert "“SRO” means a sworn officer of the Police Department" in page
    assert "“Principal” means the administrator" in page
    assert "“parent or guardian” means" not in page
    assert "means a sworn" not in text("families", answered(purpose="Trust."))
    own = replace(answered(duties="The SRO listens."), opening="Our own opening.")
    assert "means a sworn" not in text("families", own)


@every_page
def test_it_is_a_draft_until_every_signature_is_dated(document: TextDocument) -> None:
    session = every_question(Random(2))
    for question in SRO.questions():
        session = session.with_answer(
            question.id, Answer(session.answer(question.id).text.replace("[", "").replace("]", ""))
        )
    assert not session.parties[0].signatories
    assert "**Draft.** Nobody has signed" in text(document, session)
    for dates, is_draft in (
        (("January 5, 2027", ""), True),
        (("January 5, 2027", "soon"), True),
        (("January 5, 2027", "January 15, 2027"), True),
        (("January 5, 2027", "January 12, 2027"), False),
    ):
        parties = tuple(
            replace(party, signatories=(Signatory("Ada Lind", "Head", "", date),))
            for party, date in zip(session.parties, dates, strict=True)
        )
        signed = replace(session, parties=parties)
        assert ("**Draft.**" in text(document, signed)) is is_draft
        assert bool(paper(SRO, signed, document, now=NOW).standing) is is_draft
        if not is_draft:
            assert "Every signature is dated, the last one January 12, 2027." in text(document, signed)
            assert "Moved, that" not in text(document, signed)
            taken_back = signed.with_answer("complaints", Answer("Call [number]."))
            assert "**Draft.**" in text(document, taken_back)


@every_page
def test_a_checklist_of_ones_own_makes_a_page_of_what_it_asks(document: TextDocument) -> None:
    own = replace(SRO, topics=SRO.topics[:1], definitions=())
    page = write(PAGES[document](own, answered(purpose="Trust."), DAY))
    assert page.startswith("# ")
    assert "Duties" not in page


def test_the_cover_says_what_changes_from_the_agreement_that_was_read_in() -> None:
    assert NOTHING_EARLIER in text("board", answered(purpose="Trust."))
    paragraphs = (
        EarlierParagraph("Old purpose.", questions=("purpose",), placed=True),
        EarlierParagraph("Insurance.", outside="insurance", placed=True),
        EarlierParagraph("Whatever.", placed=True),
        EarlierParagraph("Perhaps.", questions=("duties",)),
    )
    session = replace(
        answered(duties="The SRO listens."), earlier=(EarlierDocument("e1", "old.docx", paragraphs=paragraphs),)
    )
    for question_id, answer in (
        ("purpose", Answer("New purpose.", current="Old purpose.")),
        ("force", Answer("Same.", current="Same.")),
        ("searches", Answer("", current="Gone.")),
    ):
        session = session.with_answer(question_id, answer)
    page = text("board", session)
    assert "Compared with “old.docx”." in page
    assert "**Changed (1):** 1.1 Purpose and goals." in page
    assert "**New: nothing in the earlier agreement was placed here (1):** 2.1 Duties of the SRO." in page
    assert "**In the earlier agreement, without wording now (1):** 2.6 Searches." in page
    assert "**As it was (1):** 2.7 Force and restraint." in page
    assert (
        "1 paragraph outside the topics and left to counsel, 1 paragraph placed nowhere and "
        "1 paragraph not confirmed yet and not compared." in page
    )


def test_the_cover_quotes_what_it_costs_or_says_that_nothing_is_settled(sample: Session) -> None:
    page = text("board", sample)
    assert board_costs.NONE_SETTLED in page
    assert "**9.1 Cost share.** The agreement has no clause on this. Reason recorded: The city pays" in page
    session = answered(
        cost_share="Each pays half.", training="Train.\n\nThe course costs at most $900.", scope="5 days."
    )
    page = text("board", session)
    assert board_costs.NONE_SETTLED not in page
    assert "**9.1 Cost share.** Each pays half." in page
    assert "**5.1 Training required, in part:** The course costs at most $900." in page
    assert "5 days." not in page
    assert "Each pays half" not in text("board", objected(session, "cost-share", "the share"))


def test_the_cover_says_where_positions_differ_and_names_no_person() -> None:
    session = answered(cost_share="Each pays half.", force="Only in danger.", purpose="Trust.")
    assert NO_DIFFERENCE in text("board", session)
    session = objected(session, "cost-share", "half is too much", speaker="Pat Quarles")
    force = replace(session.answer("force"), alternatives={"agency": Alternative("As policy says.", author="Lee Ames")})
    session = session.with_answer("force", force)
    earlier = replace(
        objected(session, "purpose", "too vague", speaker="Pat Quarles").answer("purpose"), text="Safety."
    )
    page = text("board", session.with_answer("purpose", earlier))
    assert "**9.1 Cost share:** the School District objects (half is too much)." in page
    assert "**2.7 Force and restraint:** other words from the Police Department, and none chosen yet." in page
    assert "objected (too vague) before the wording changed, and is to be asked again." in page
    assert "Quarles" not in page
    assert "Ames" not in page


def test_the_motion_has_blanks_for_what_nobody_said() -> None:
    page = text("board", replace(FILLED, facts={"start-date": "July 1, 2027"}))
    assert (
        "Moved, that the [governing body] of the Lake City School District approve the “Memorandum of Understanding: "
        "School Resource Officer Program” with the Lake City Police Department, for a term from July 1, 2027 to [end "
        "date], and authorize the Superintendent to sign it." in page
    )
    parties = (replace(FILLED.parties[0], signatories=(Signatory("Ada Lind", "the Mayor"),)),)
    page = text("board", replace(FILLED, title="The SRO pact", parties=parties))
    assert "approve the “The SRO pact” with [legal name of the school district]," in page
    assert "authorize the Mayor to sign it." in page
    assert "authorize [title of who signs] to sign it." in page
    assert "Lind" not in page


@every_page
@pytest.mark.parametrize("kind", ["md", "docx", "html", "pdf"])
def test_it_is_written_in_every_kind(sample: Session, document: TextDocument, kind: str) -> None:
    data = export_file(SRO, sample, document, kind, now=TODAY)  # type: ignore[arg-type]
    assert len(data) > 1_000
