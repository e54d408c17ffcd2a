"""What counsel did to a Word file is told clause by clause, in the very words of the session."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from mou_tui.exchange.export import export_file
from mou_tui.exchange.returned.model import Reply, ReturnedComment, ReturnedDocument, ReturnedEdit, UnplacedText
from mou_tui.exchange.returned.reader import parse_returned
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import OPENING, Answer, Session
from tests.exchange.word_edits import DAY, WordEditor
from tests.strategies import EMPTY, SMALL

NOW = datetime(2027, 1, 14, 10, 42)
ALPHA = "The SRO *wears* a [color] uniform at [number] schools, see Section 2.1.\n\nThe District   pays."
BETA = "The SRO:\n(a) greets;\n(b) listens, and\n(c) writes."
GAMMA = "| Who | How much |\n|---|---|\n| City | half |\n| District | half |"
SESSION = Session(
    EMPTY.checklist,
    "full",
    answers={"alpha": Answer(ALPHA), "beta": Answer(BETA), "gamma": Answer(GAMMA), "delta": Answer("One.\n\nTwo.")},
)
ANN, BOB = "Ann Counsel", "Bob Counsel"


def edited(author: str = ANN, session: Session = SESSION) -> WordEditor:
    return WordEditor(export_file(SMALL, session, "draft", "docx", now=NOW), author)


def read(editor: WordEditor, session: Session = SESSION) -> ReturnedDocument:
    return parse_returned(editor.saved(), "back.docx", SMALL, session)


@pytest.mark.parametrize("author", [ANN, ""])
def test_words_that_changed_leave_all_others_as_they_were_typed(author: str) -> None:
    editor = edited(author)
    editor.replace("pays", "pays half")
    after = ALPHA.replace("pays", "pays half")
    returned = read(editor)
    assert returned.edits == (ReturnedEdit("alpha", ALPHA, after, author, DAY if author else ""),)
    assert returned.unchanged == (OPENING, "beta", "gamma", "delta", "epsilon", "zeta")
    assert not returned.unplaced and not returned.comments and not returned.missing


def test_each_author_has_an_edit_without_those_of_the_others() -> None:
    editor = edited()
    editor.replace("[color]", "blue")
    editor.author = BOB
    editor.replace("pays", "pays half")
    editor.author = ""
    editor.replace("uniform", "badge")
    untracked = ALPHA.replace("uniform", "badge")
    assert read(editor).edits == (
        ReturnedEdit("alpha", ALPHA, untracked),
        ReturnedEdit("alpha", untracked, untracked.replace("[color]", "blue"), ANN, DAY),
        ReturnedEdit("alpha", untracked, untracked.replace("pays", "pays half"), BOB, DAY),
    )


@pytest.mark.parametrize("author", [ANN, ""])
def test_paragraphs_are_added_deleted_split_and_joined(author: str) -> None:
    editor = edited(author)
    editor.add_paragraph("pays.", "The City trains.")
    editor.delete_paragraph("One.")
    editor.split("listens")
    alpha, beta, delta = read(editor).edits
    assert alpha.after == f"{ALPHA}\n\nThe City trains."
    assert beta.after == "The SRO:\n(a) greets;\n(b)\n(c) listens, and\n(d) writes."
    assert delta.after == "Two."
    editor = edited(author)
    editor.join("One.")
    assert [edit.after for edit in read(editor).edits] == ["One.Two."]


@pytest.mark.parametrize("author", [ANN, ""])
def test_an_item_that_is_added_moves_the_labels_behind_it(author: str) -> None:
    editor = edited(author)
    editor.add_paragraph("greets;", "helps;")
    assert [edit.after for edit in read(editor).edits] == [
        "The SRO:\n(a) greets;\n(b) helps;\n(c) listens, and\n(d) writes."
    ]
    editor = edited(author)
    editor.delete_paragraph("greets;")
    assert [edit.after for edit in read(editor).edits] == ["The SRO:\n(a) listens, and\n(b) writes."]


@pytest.mark.parametrize("author", [ANN, ""])
def test_a_cell_of_a_table_changes_alone(author: str) -> None:
    editor = edited(author)
    editor.replace("half", "a third")
    assert [edit.after for edit in read(editor).edits] == [GAMMA.replace("half", "a third", 1)]


def test_a_clause_whose_words_are_all_deleted_is_a_deletion() -> None:
    editor = edited()
    for text in ("About delta", "One.", "Two."):
        editor.delete_paragraph(text)
    (edit,) = read(editor).edits
    assert (edit.clause, edit.before, edit.after, edit.is_deletion) == ("delta", "One.\n\nTwo.", "", True)
    editor = edited("")
    for text in ("About delta", "One.", "Two."):
        editor.delete_paragraph(text)
    returned = read(editor)
    assert returned.missing == ("delta",) and not returned.edits


def test_words_for_a_clause_that_has_none_are_its_wording() -> None:
    editor = edited()
    editor.replace("[Not yet settled]", "Both train.")
    editor.add_paragraph("Both train.", "Each year.")
    assert read(editor).edits == (ReturnedEdit("epsilon", "", "Both train.\n\nEach year.", ANN, DAY),)


def test_of_alternatives_the_one_that_was_changed_is_named() -> None:
    alternatives = {"agency": Alternative("The City pays all."), "district": Alternative("The City pays [number].")}
    answer = Answer("Each pays half.", alternatives=alternatives)
    session = replace(SESSION, answers={**SESSION.answers, "alpha": answer})
    editor = edited(session=session)
    editor.replace("[number]", "a third")
    returned = read(editor, session)
    assert returned.edits == (
        ReturnedEdit("alpha", "The City pays [number].", "The City pays a third.", ANN, DAY, alternative="district"),
    )


def test_comments_are_under_their_clause_with_their_replies() -> None:
    editor = edited()
    first = editor.comment("pays", "Who pays?")
    editor.author = BOB
    editor.comment("pays", "The District.", reply_to=first)
    editor.comment("Each person", "And notarized?")
    returned = read(editor)
    assert not returned.edits
    assert returned.comments == (
        ReturnedComment("alpha", "Who pays?", ANN, DAY, "pays", (Reply("The District.", BOB, DAY),)),
        ReturnedComment("", "And notarized?", BOB, DAY, "Each person"),
    )
    assert returned.authors == (ANN, BOB)


def test_what_is_in_no_clause_is_told_with_its_heading() -> None:
    editor = edited()
    editor.replace("An agreement", "The agreement")
    editor.replace("Reserved for terms from counsel.", "Notices go to counsel.")
    editor.replace("About alpha", "About the SRO")
    editor.replace("Insurance", "")
    returned = read(editor)
    assert not returned.edits
    assert returned.unplaced == (
        UnplacedText("The agreement", ANN, ""),
        UnplacedText("About the SRO", ANN, "1.1 About alpha"),
        UnplacedText("Notices go to counsel.", ANN, "Terms from counsel"),
    )
    assert returned.remarks == (f"{ANN} deleted “Insurance”, which is in no clause.",)


def test_the_opening_is_a_wording_too() -> None:
    editor = edited()
    editor.replace("Between", "By and between")
    (edit,) = read(editor).edits
    assert edit.clause == OPENING
    assert edit.after == edit.before.replace("Between", "By and between")


def test_what_word_changes_by_itself_is_no_change() -> None:
    session = replace(SESSION, answers={"alpha": Answer('The "SRO" isn\'t an on-site  guard... of 5 schools.')})
    editor = edited("", session)
    paragraph = editor.paragraph("SRO")
    editor.replace_at(paragraph, 0, 999, "The “SRO” isn’t an on\u2011site guard… of\u00a05 schools. ")
    assert not read(editor, session).edits
