"""What is outside the topics goes to counsel by its kind, or becomes a clause of the room's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.draft.agreement import agreement_of
from mou_tui.draft.progress import assess_progress
from mou_tui.errors import TooLarge
from mou_tui.exchange.export import markdown
from mou_tui.exchange.outside_text import proposed_caption
from mou_tui.exchange.revision import ParagraphRef
from mou_tui.session.codec import decode
from mou_tui.session.earlier import EarlierParagraph
from mou_tui.session.limits import ANSWER
from mou_tui.session.meeting import Position
from mou_tui.session.model import Party
from mou_tui.workspace.agreement_parts import AgreementParts
from mou_tui.workspace.outside_paragraphs import OutsideParagraphs
from mou_tui.workspace.revision import Revision
from tests.documents import TODAY


def that_says(going_through: Revision, words: str) -> ParagraphRef:
    return next(ref for ref in going_through.all() if words in going_through.paragraph(ref).text)


def test_a_notice_goes_to_the_terms_from_counsel_under_its_line(going_through: Revision) -> None:
    ref, outside = that_says(going_through, "Notices shall"), OutsideParagraphs(going_through)
    assert outside.kind_of(ref) == "notices"
    assert outside.give_to_counsel(ref, "notices")
    session = going_through.workspace.session
    assert session.counsel.startswith("Formal notices and addresses. Notices. Notices shall be in writing")
    assert going_through.paragraph(ref).placed
    assert "Formal notices and addresses. Notices." in markdown(going_through.workspace.checklist, session, now=TODAY)
    going_through.workspace.undo()
    assert not going_through.workspace.session.counsel
    assert not going_through.paragraph(ref).placed


def test_terms_stand_by_their_kinds_and_none_twice(going_through: Revision) -> None:
    outside = OutsideParagraphs(going_through)
    refs = {words: that_says(going_through, words) for words in ("Notices shall", "ferry", "keep the schools")}
    outside.give_to_counsel(refs["Notices shall"], "notices")
    outside.give_to_counsel(refs["ferry"], "insurance")
    outside.give_to_counsel(refs["keep the schools"], "notices")
    outside.give_to_counsel(refs["keep the schools"], "notices")
    terms = going_through.workspace.session.counsel.split("\n\n")
    assert [term.split(". ")[0] for term in terms] == [
        "Formal notices and addresses",
        "Formal notices and addresses",
        "Insurance and workers’ compensation",
    ]
    assert not going_through.tray()


def test_the_terms_survive_the_form_for_the_other_parts(going_through: Revision) -> None:
    outside = OutsideParagraphs(going_through)
    for words, kind in (("Notices shall", "notices"), ("ferry", "general")):
        outside.give_to_counsel(that_says(going_through, words), kind)
    terms, parts = going_through.workspace.session.counsel, AgreementParts(going_through.workspace)
    shown = {line.id: line.value for line in parts.lines()}
    assert "\n" not in shown["counsel"]
    parts.write({**shown, "title": "School Officer Agreement"})
    assert going_through.workspace.session.counsel == terms


def test_a_paragraph_becomes_a_clause_of_the_rooms_own_that_nobody_has_looked_at(going_through: Revision) -> None:
    ref, outside = that_says(going_through, "ferry"), OutsideParagraphs(going_through)
    assert outside.make_own_clause(ref, "expenses", "  The  ferry ")
    workspace = going_through.workspace
    [clause] = workspace.session.clauses
    answer = workspace.session.answer(clause.id)
    assert (clause.topic, clause.caption) == ("expenses", "The ferry")
    assert answer.text == "The ferry to the island leaves at nine."
    assert answer.is_unreviewed
    assert answer.current == answer.text
    assert going_through.belongs(going_through.paragraph(ref)).endswith("The ferry")
    assert not going_through.tray()
    index = next(index for index, held in enumerate(workspace.session.earlier[0].paragraphs) if "ferry" in held.text)
    assert index not in going_through.coverage().unplaced
    workspace.store.save()
    workspace.store.flush()
    assert decode(workspace.store.path.read_bytes(), "new").session.clauses == (clause,)
    workspace.undo()
    assert not workspace.session.clauses
    assert not workspace.session.answer(clause.id).text


def test_without_a_caption_it_stays_where_it_is(going_through: Revision) -> None:
    before = going_through.workspace.session
    assert not OutsideParagraphs(going_through).make_own_clause(that_says(going_through, "ferry"), "expenses", "  ")
    assert going_through.workspace.session is before


def test_when_the_clause_is_removed_its_paragraph_is_in_the_tray_again(going_through: Revision) -> None:
    ref = that_says(going_through, "ferry")
    OutsideParagraphs(going_through).make_own_clause(ref, "expenses", "The ferry")
    [clause] = going_through.workspace.session.clauses
    AgreementParts(going_through.workspace).caption_clause(clause.id, "")
    assert going_through.tray() == [ref]
    going_through.workspace.undo()
    assert not going_through.tray()


def test_terms_longer_than_a_text_may_be_are_refused_and_nothing_changes(going_through: Revision) -> None:
    workspace, outside = going_through.workspace, OutsideParagraphs(going_through)
    workspace.commit("filling", replace(workspace.session, counsel="x" * (ANSWER - 9)))
    before = workspace.session
    with pytest.raises(TooLarge):
        outside.give_to_counsel(that_says(going_through, "ferry"), "general")
    assert workspace.session is before


@pytest.mark.parametrize(("words", "caption"), [("Notices shall", "Notices"), ("Chain of Command", "Chain of Command")])
def test_the_caption_it_was_printed_with_is_proposed(going_through: Revision, words: str, caption: str) -> None:
    assert proposed_caption(going_through.paragraph(that_says(going_through, words))) == caption


@pytest.mark.parametrize(
    ("heading", "caption"),
    [
        ("ARTICLE ONE. ASSIGNMENT OF DEPUTIES", "Assignment of deputies"),
        ("3. Other › 3.2 Lunch duty", "Lunch duty"),
        ("Lunch duty", "Lunch duty"),
        ("", ""),
    ],
)
def test_without_one_the_heading_above_is_proposed_without_its_number(heading: str, caption: str) -> None:
    assert proposed_caption(EarlierParagraph("As before.", heading=heading)) == caption


def test_nobody_has_agreed_on_earlier_wording_before_somebody_looked_at_it(going_through: Revision) -> None:
    workspace = going_through.workspace
    going_through.confirm(going_through.all())
    going_through.take(["command"])
    session = workspace.session.with_party(Party("agency", part="signs")).with_party(Party("district", part="signs"))
    answer = session.answer("command")
    position = Position("agrees", answer.wording, "", "", "", "2026-11-25 10:42", "")
    agreed = replace(answer, positions={"agency": position, "district": position})
    session = session.with_answer("command", agreed)
    assert agreement_of(session, "command").state == "partly"
    progress = assess_progress(workspace.checklist, session)
    assert (progress.written, progress.agreed) == (0, 0)
    looked = session.with_answer("command", agreed.let_stand("2026-11-25 10:50"))
    assert agreement_of(looked, "command").state == "agreed"
    assert assess_progress(workspace.checklist, looked).agreed == 1
