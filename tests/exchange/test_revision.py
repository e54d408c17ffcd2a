"""Going through an earlier agreement: no word is dropped, all can be taken back, and its wording starts the answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.checklist.model import Checklist
from mou_tui.errors import TooLarge
from mou_tui.exchange import revision
from mou_tui.exchange.document import Document
from mou_tui.exchange.export import markdown
from mou_tui.exchange.matching import SURE, Match, Matcher
from mou_tui.exchange.parties import proposed
from mou_tui.exchange.reader import parse
from mou_tui.exchange.revision import ParagraphRef
from mou_tui.session.codec import decode
from mou_tui.session.model import ChecklistRef, Session
from mou_tui.workspace.revision import Revision
from tests.documents import TODAY
from tests.exchange.conftest import TEXT


def ref_of(made: Revision, words: str) -> ParagraphRef:
    return next(ref for ref in made.all() if words in made.paragraph(ref).text)


def text_of(session: Session) -> list[str]:
    return " ".join(held.text for document in session.earlier for held in document.paragraphs).split()


def test_what_was_read_is_kept_in_the_file_with_its_name_and_digest(going_through: Revision, old: Document) -> None:
    going_through.workspace.store.save()
    going_through.workspace.store.flush()
    kept = decode(going_through.workspace.store.path.read_bytes(), "new").session.earlier[0]
    assert (kept.name, kept.sha256, kept.read) == ("old.txt", old.sha256, "2026-11-25 10:42")
    assert text_of(going_through.workspace.session) == TEXT.split()


def test_the_same_file_is_not_read_in_twice(going_through: Revision, old: Document) -> None:
    assert not going_through.read_in(old)


def test_nothing_is_current_before_somebody_confirmed_it(going_through: Revision) -> None:
    session = going_through.workspace.session
    assert not any(answer.current or answer.text for answer in session.answers.values())
    going_through.confirm([ref_of(going_through, "remain employees")])
    assert "remain employees" in going_through.workspace.session.answer("command").current


def test_the_unsure_ones_come_first_and_the_surest_go_in_one_step(going_through: Revision) -> None:
    sure = going_through.sure()
    assert sure
    waiting = going_through.to_confirm()
    assert waiting[-len(sure) :] == sure
    unsure = [going_through.match(ref).confidence for ref in waiting[: -len(sure)]]
    assert unsure == sorted(unsure)
    assert all(going_through.match(ref).confidence >= SURE for ref in sure)
    assert going_through.confirm(sure)
    assert not going_through.sure()
    going_through.workspace.undo()
    assert going_through.sure() == sure


def test_what_belongs_nowhere_is_in_the_tray_and_in_the_changes(going_through: Revision, sro: Checklist) -> None:
    ferry = ref_of(going_through, "The ferry")
    going_through.leave_in_tray(ferry)
    assert going_through.tray() == [ferry]
    words = markdown(sro, going_through.workspace.session, "changes", now=TODAY)
    assert "## Placed nowhere (1)" in words
    assert "“The ferry to the island leaves at nine.”" in words
    assert "ferry" not in "".join(answer.text for answer in going_through.workspace.session.answers.values())


def test_moving_a_paragraph_moves_its_words(going_through: Revision) -> None:
    ref = ref_of(going_through, "reimburse")
    going_through.confirm([ref])
    going_through.place(ref, ["funding-end", "overtime"])
    session = going_through.workspace.session
    assert session.answer("cost-share").current == ""
    assert "reimburse" in session.answer("funding-end").current
    assert "reimburse" in session.answer("overtime").current
    going_through.place(ref, [], "general")
    assert going_through.workspace.session.answer("overtime").current == ""


def test_what_somebody_wrote_as_current_is_left_alone(going_through: Revision) -> None:
    ref = ref_of(going_through, "reimburse")
    going_through.confirm([ref])
    going_through.workspace.go("cost-share")
    going_through.workspace.answers.set_current("In our own words.")
    going_through.leave_in_tray(ref)
    assert going_through.workspace.session.answer("cost-share").current == "In our own words."


def test_splitting_and_joining_keep_every_word(going_through: Revision) -> None:
    ref = ref_of(going_through, "remain employees")
    text = going_through.paragraph(ref).text
    assert going_through.split(ref, text.index("The principal"))
    assert going_through.paragraph(ref).text.endswith("City.")
    assert text_of(going_through.workspace.session) == TEXT.split()
    assert going_through.join(ref)
    assert text_of(going_through.workspace.session) == TEXT.split()
    going_through.workspace.undo()
    going_through.workspace.undo()
    assert going_through.paragraph(ref).text == text


def test_earlier_wording_starts_the_answers_without_its_numbers(going_through: Revision) -> None:
    going_through.confirm(going_through.to_confirm())
    questions = going_through.takeable()
    assert "command" in questions
    assert going_through.take(questions)
    answer = going_through.workspace.session.answer("command")
    assert answer.text.startswith("Chain of Command. SROs shall remain employees")
    assert answer.is_unreviewed
    assert answer.origin is not None
    assert answer.origin.ref == going_through.workspace.session.earlier[0].id
    assert going_through.workspace.progress().written == 0
    going_through.workspace.go("command")
    assert going_through.workspace.answers.accept_example()
    assert going_through.workspace.progress().written == 1


def test_words_of_the_room_are_never_written_over(going_through: Revision) -> None:
    going_through.workspace.go("command")
    going_through.workspace.answers.write("Ours.")
    going_through.confirm(going_through.to_confirm())
    going_through.take(["command"])
    assert going_through.workspace.session.answer("command").text == "Ours."


def test_an_amendment_is_read_together_with_the_agreement(going_through: Revision) -> None:
    amendment = parse(b"Costs. The District shall pay the City sixty percent of the salary.\n", "amendment.txt")
    assert going_through.read_in(amendment)
    going_through.confirm(going_through.to_confirm())
    current = going_through.workspace.session.answer("cost-share").current
    assert current.index("fifty percent") < current.index("sixty percent")


def test_the_changes_show_what_is_gone_and_what_is_new(going_through: Revision, sro: Checklist) -> None:
    going_through.confirm(going_through.to_confirm())
    going_through.take(going_through.takeable())
    workspace = going_through.workspace
    workspace.go("cost-share")
    workspace.answers.write(workspace.answer.text.replace("fifty", "sixty"))
    workspace.go("complaints")
    workspace.answers.write("A parent may complain to either office.")
    words = markdown(sro, workspace.session, "changes", now=TODAY)
    assert "~~fifty~~ **sixty** percent" in words
    assert "### 9.1 Cost share: changed" in words
    assert "### 3.1 Employment and command: as in the earlier agreement, not yet looked at" in words
    assert "Complaints: new" in words
    text = markdown(sro, workspace.session, "record", now=TODAY)
    assert "## Changes from the earlier agreement" in text
    assert "#### 9.1 Cost share: changed" in text


def test_the_report_follows_what_the_room_confirmed(going_through: Revision) -> None:
    going_through.place(ref_of(going_through, "The ferry"), ["overtime"])
    coverage = going_through.coverage().question("overtime")
    assert [going_through.workspace.session.earlier[0].paragraphs[index].text for index in coverage.paragraphs] == [
        "The ferry to the island leaves at nine."
    ]


def test_more_than_a_session_can_hold_is_refused_and_what_it_holds_can_be_saved(
    going_through: Revision, tmp_path: Path
) -> None:
    session = going_through.workspace.session
    many = "\n\n".join(f"{number}. The SRO shall patrol hall {number} of the school." for number in range(1, 1_480))
    going_through.read_in(parse(many.encode(), "many.txt"))
    going_through.confirm(going_through.to_confirm())
    going_through.take(going_through.takeable())
    assert going_through.workspace.store.flush().kind == "saved"
    with pytest.raises(TooLarge, match="a session holds 1,500"):
        going_through.read_in(parse(f"{many}\n\nMore.".encode(), "more.txt"))
    assert len(going_through.workspace.session.earlier) == len(session.earlier) + 1


ACTIONS = st.lists(
    st.tuples(st.sampled_from(["confirm", "place", "tray", "split", "join"]), st.integers(0, 40)),
    max_size=12,
)


@given(ACTIONS)
def test_whatever_is_done_no_word_of_the_old_agreement_is_lost(actions: list[tuple[str, int]]) -> None:
    document = parse(TEXT.encode(), "old.txt")
    matches = [Match() for _ in document.paragraphs]
    kept = revision.earlier_document(document, matches, document_id="0a0b0c0d", at="2026-11-25 10:42")
    session = Session(ChecklistRef("sro", "1"), earlier=(kept,))
    for action, number in actions:
        refs = list(revision.placeable(session))
        ref = refs[number % len(refs)]
        if action == "confirm":
            session = revision.confirm(session, [ref])
        elif action == "place":
            session = revision.place(session, [ref], ["command", "term"][: number % 3])
        elif action == "tray":
            session = revision.place(session, [ref], ())
        elif action == "split":
            session = revision.split(session, ref, number)
        elif action == "join":
            session = revision.join(session, ref)
        assert "".join(text_of(session)) == "".join(TEXT.split())


def test_parties_and_facts_are_proposed(sro: Checklist, matcher: Matcher) -> None:
    text = (
        "AGREEMENT\n\nThis agreement is between the CITY OF ELM, for its Police Department, and the Elm County School "
        "District No. 7, in the State of Ohio.\n\nIt is effective July 1, 2014 through June 30, 2017.\n"
    )
    document = parse(text.encode(), "old.txt")
    proposal = proposed(sro, document, matcher.match(document))
    assert proposal.parties == {"agency": "City of Elm", "district": "Elm County School District No. 7"}
    assert proposal.facts == {"state": "Ohio", "start-date": "July 1, 2014", "end-date": "June 30, 2017"}
