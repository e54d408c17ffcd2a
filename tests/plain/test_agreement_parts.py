"""The frame of the agreement and clauses of the room's own, line by line."""

from __future__ import annotations

from tests.plain.conftest import Begin
from tests.plain.talking import talk

SAID = (
    *("frame", "Interlocal Agreement", "Officer Agreement", "August 12, 2019"),
    *("Cost schedule (from finance); List of schools", "No joint venture."),
    *("Police Department", "attest, approved as to form", "", ""),
)


def test_the_frame_is_asked_line_by_line_and_is_in_the_draft(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, *SAID, "quit")
    assert "Title of the agreement, for example Interlocal Agreement on School Officers:" in output
    assert "The parts of the agreement are set." in output
    draft, session = workspace.draft(), workspace.session
    assert draft.title == "Interlocal Agreement"
    assert "replaces “Officer Agreement” of August 12, 2019" in draft.opening
    assert ", by and through its Police Department (“" in draft.opening
    assert [(exhibit.title, exhibit.note) for exhibit in draft.exhibits] == [
        ("Cost schedule", "from finance"),
        ("List of schools", ""),
    ]
    assert (draft.counsel_text, draft.signatures[0].attest, session.parties[0].approved_as_to_form) == (
        "No joint venture.",
        True,
        True,
    )


def test_the_frame_is_one_step_that_can_be_taken_back(begin: Begin) -> None:
    workspace = begin()
    before = workspace.session
    output = talk(workspace, *SAID, "undo", "quit")
    assert "Took back changing the parts of the agreement" in output
    assert workspace.session == before


def test_a_clause_of_ones_own_is_added_written_renamed_and_removed(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "go 2.1", "clause", "Lunch duty", "write No SRO supervises lunch.", ":end", "show", "quit")
    assert "Lunch duty" in output
    place = workspace.clause_id
    assert workspace.checklist.number(place) == "2.16"
    assert workspace.session.answer(place).text == "No SRO supervises lunch."

    talk(workspace, "clause", "Cafeteria duty", "quit")
    assert workspace.checklist.question(place).label == "Cafeteria duty"

    output = talk(workspace, "clause", "", "undo", "quit")
    assert "“Cafeteria duty” is gone; undo brings it back." in output
    assert workspace.session.answer(place).text == "No SRO supervises lunch."


def test_a_clause_of_ones_own_is_asked_and_counted_and_called_your_own(begin: Begin) -> None:
    workspace = begin()
    workspace.new_id = lambda: "0000abcd"
    asked = len(workspace.progress().questions)
    heard = talk(workspace, "go 2.1", "clause", "Lunch duty", "go 2.16", "quit").after("go 2.16")
    assert "Your own clause" in heard
    assert "Essential" not in heard
    assert len(workspace.progress().questions) == asked + 1
    assert "own-0000abcd" in [question.id for question in workspace.progress().questions if question.open]

    talk(workspace, "undo", "undo", "quit")
    assert len(workspace.progress().questions) == asked


def test_taking_back_the_current_clause_leads_to_a_place_that_is_there(begin: Begin) -> None:
    workspace = begin()
    talk(workspace, "go 2.1", "clause", "Lunch duty", "undo", "undo", "undo", "list", "quit")
    assert workspace.session.clauses == ()
    assert workspace.clause_id in workspace.navigation.clause_ids()
