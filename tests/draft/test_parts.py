"""The frame of the agreement: who contracts, its title, what it replaces, own clauses, exhibits, counsel's text."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import render
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.draft.progress import assess_progress
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Answer, Session
from mou_tui.session.parts import Exhibit, OwnClause, ReplacedAgreement
from tests.checklist.content import FILLED, SRO

LUNCH = OwnClause("own-0123abcd", "roles", "Lunch duty")


def framed() -> Session:
    """A session with every part of the frame."""
    agency, district = FILLED.parties
    city = replace(agency, name="City of Lake City", through="Police Department", attest=True, approved_as_to_form=True)
    return replace(
        FILLED,
        parties=(city, district),
        title="Interlocal Agreement on School Resource Officers",
        replaces=ReplacedAgreement("School Officer Agreement", "August 12, 2019"),
        clauses=(LUNCH,),
        exhibits=(Exhibit("e1", "Cost schedule", "to come from finance"), Exhibit("e2", "List of schools")),
        counsel="Nothing in this agreement creates a joint venture.",
        answers={LUNCH.id: Answer("No SRO supervises lunch.")},
    )


def test_a_city_contracts_by_and_through_its_department_wherever_it_is_named() -> None:
    markdown = render(assemble(SRO, framed()))
    name = "City of Lake City, by and through its Police Department"
    assert f"This agreement is between the {name} (“the Police Department”) and" in markdown
    assert f"**{name}**" in markdown


def test_a_signature_block_has_the_lines_that_its_party_asks_for_and_no_other() -> None:
    first, second = assemble(SRO, framed()).signatures
    assert (first.attest, first.approved_as_to_form) == (True, True)
    assert (second.attest, second.approved_as_to_form) == (False, False)
    markdown = render(assemble(SRO, framed()))
    assert markdown.count("Attest:") == markdown.count("Approved as to form, counsel:") == 1
    assert "Attest:" not in render(assemble(SRO, FILLED))


def test_the_title_and_the_agreement_that_is_replaced_are_in_the_draft() -> None:
    draft = assemble(SRO, framed())
    assert draft.title == "Interlocal Agreement on School Resource Officers"
    replaced = "this agreement replaces “School Officer Agreement” of August 12, 2019 between the parties."
    assert replaced in draft.opening
    assert "replaces" not in assemble(SRO, FILLED).opening


def test_an_own_clause_is_numbered_counted_and_written_like_any_other() -> None:
    checklist = with_own_clauses(SRO, (LUNCH,))
    assert checklist.number(LUNCH.id) == "2.16"
    assert "**2.16 Lunch duty.** No SRO supervises lunch." in render(assemble(checklist, framed()))
    before, after = assess_progress(SRO, FILLED), assess_progress(checklist, framed())
    assert (after.needed, after.written) == (before.needed + 1, before.written + 1)
    assert with_own_clauses(checklist, (LUNCH,)) == checklist
    assert with_own_clauses(checklist, ()) == SRO


def test_an_own_clause_of_a_topic_that_is_not_there_is_at_the_end() -> None:
    checklist = with_own_clauses(SRO, (replace(LUNCH, topic="gone"),))
    assert checklist.number(LUNCH.id) == "11.4"


def test_counsel_has_a_section_before_the_signatures_and_the_undiscussed_is_after_them() -> None:
    markdown = render(assemble(SRO, framed()))
    order = [
        "## 12. Terms from counsel\n\nNothing in this agreement creates a joint venture.",
        "## Exhibits",
        "Exhibit A. Cost schedule (to come from finance)",
        "Exhibit B. List of schools",
        "Each person who signs below",
        "## Matters left to counsel",
    ]
    places = [markdown.index(words) for words in order]
    assert places == sorted(places)
    assert "Reserved for terms from counsel." in render(assemble(SRO, FILLED))


def test_the_frame_is_kept_in_the_file_and_asks_for_format_2() -> None:
    data = encode(framed())
    assert data.splitlines()[1] == b'format: "2"'
    assert decode(data, "a.mou.yaml").session == framed()
    assert encode(FILLED).splitlines()[1] == b'format: "1"'
