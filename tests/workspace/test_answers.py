"""Answers through the workspace: typing, examples, clearing, and what each leaves in the session."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.draft.draft import session_title
from mou_tui.draft.renaming import rename_hits
from mou_tui.session.codec import decode
from mou_tui.session.model import OPENING, Answer, Deferral
from mou_tui.workspace.answers import NO_REASON
from tests.strategies import EMPTY, SMALL
from tests.workspace.parties import POLICE, SCHOOLS, OpenWorkspace

SHORT, LONG = SMALL.question("alpha").examples


def test_what_is_typed_is_recorded_and_cleaned(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    assert workspace.answers.write("The SRO\x1b[31m waits.") == 1
    assert workspace.session.answer("alpha").text == "The SRO\u241b[31m waits."
    assert workspace.answers.write("The SRO waits.") == 0


def test_what_is_typed_comes_to_the_file(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.write("The SRO waits.")
    workspace.store.flush()
    saved = decode(workspace.store.path.read_bytes(), "a.mou.yaml").session
    assert saved.answer("alpha").text == "The SRO waits."


def test_the_opening_is_written_from_the_parties_until_it_is_changed(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(replace(EMPTY, parties=(POLICE, SCHOOLS)))
    workspace.go(OPENING)
    assert workspace.text.startswith("Between Lake City Police (“the Police Department”)")
    workspace.answers.write(workspace.text + "\n")
    assert workspace.session.opening == ""
    workspace.answers.write("Ours.")
    assert workspace.text == "Ours."
    workspace.answers.clear()
    assert workspace.text.startswith("Between Lake City Police")
    workspace.undo()
    assert workspace.text == "Ours."


def test_an_example_is_taken_with_what_is_known_and_its_points(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(replace(EMPTY, parties=(POLICE,)))
    wording = workspace.answers.example_text(SHORT)
    assert wording == "The Police Department shall tell [school district]."
    workspace.answers.insert_example(SHORT, wording)
    assert workspace.answer.is_unmodified_example
    assert workspace.answer.points == ("first",)
    assert workspace.answers.text_status() == "Text: example, not yet yours · 1 blank"


def test_an_example_joined_to_own_words_is_the_rooms_own(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.write("Our words.")
    assert workspace.answers.has_own_text
    workspace.answers.insert_example(
        SHORT, workspace.answers.merge_text(workspace.answers.example_text(SHORT), "append")
    )
    assert workspace.text == "Our words.\n\n[Police agency] shall tell [school district]."
    assert not workspace.answer.is_unmodified_example
    workspace.answers.insert_example(
        LONG, workspace.answers.merge_text(workspace.answers.example_text(LONG), "replace")
    )
    assert workspace.answer.is_unmodified_example
    assert not workspace.answers.has_own_text
    assert workspace.answer.points == ("first", "second")


def test_an_example_is_adopted_once_and_that_can_be_taken_back(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    assert not workspace.answers.accept_example()
    workspace.answers.insert_example(SHORT, workspace.answers.example_text(SHORT))
    assert workspace.answers.accept_example()
    assert not workspace.answers.accept_example()
    assert workspace.answers.text_status() == "Text: has blanks · 2 blanks"
    taken_back = workspace.undo()
    assert taken_back is not None
    assert taken_back.step.label == "using 1.1 as written"
    assert workspace.answer.is_unmodified_example


def test_taking_an_example_into_a_question_set_aside_brings_it_back(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.mark_not_applicable("not ours")
    workspace.answers.insert_example(SHORT, workspace.answers.example_text(SHORT))
    assert workspace.answer.not_applicable == ""


def test_a_question_is_set_aside_with_a_reason_on_one_line(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.mark_not_applicable(" no\ncameras ")
    assert workspace.answer.not_applicable == "no cameras"
    assert workspace.answers.status_note() == "Does not apply: no cameras"
    workspace.answers.mark_applicable()
    assert not workspace.session.answers
    workspace.answers.mark_not_applicable("  ")
    assert workspace.answer.not_applicable == NO_REASON


def test_a_question_is_put_off_and_taken_up_again(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.defer(" the town lawyer ", "")
    assert workspace.answer.later == Deferral("the town lawyer", "")
    assert workspace.answers.status_note() == "Later: the town lawyer to check first"
    workspace.answers.resume()
    assert not workspace.session.answers


def test_clearing_empties_the_wording_and_keeps_what_is_not_wording(open_workspace: OpenWorkspace) -> None:
    answer = Answer(
        "Words.", later=Deferral("counsel"), current="Old words.", points=("first",), extra={"mood": "good"}
    )
    workspace = open_workspace(EMPTY.with_answer("alpha", answer))
    workspace.answers.clear()
    assert workspace.answer == Answer(later=Deferral("counsel"), current="Old words.", extra={"mood": "good"})
    workspace.undo()
    assert workspace.answer == answer


def test_filling_and_clearing_leaves_the_session_as_it_was(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.insert_example(SHORT, workspace.answers.example_text(SHORT))
    workspace.answers.clear()
    assert not workspace.session.answers


def test_names_fill_blanks_change_old_names_and_are_one_step(open_workspace: OpenWorkspace) -> None:
    session = replace(
        EMPTY.with_answer("alpha", Answer("The Police Department tells [school district].")), parties=(POLICE,)
    )
    workspace = open_workspace(session)
    chosen = [(hit, "the Sheriff’s Office") for hit in rename_hits(workspace.session, "the Police Department")]

    workspace.parties.update([replace(POLICE, short="the Sheriff’s Office"), SCHOOLS], {"state": "Ohio"}, chosen)

    assert workspace.text == "The Sheriff’s Office tells the School District."
    assert workspace.session.facts == {"state": "Ohio"}
    workspace.undo()
    assert workspace.session == session


def test_a_step_that_changes_nothing_is_no_step(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.clear()
    workspace.set_depth("essential")
    workspace.answers.mark_applicable()
    assert workspace.undo() is None


def test_what_was_said_since_is_taken_back_before_a_step(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(EMPTY.with_answer("gamma", Answer("For [police agency].")))
    workspace.parties.update([POLICE], {})
    workspace.go("delta")
    workspace.answers.write("Said since.")
    workspace.undo()
    assert workspace.session.answer("gamma").text == "For the Police Department."
    assert workspace.session.answer("delta").text == ""
    taken_back = workspace.undo()
    assert taken_back is not None
    assert taken_back.kept == ()
    assert workspace.session.answer("gamma").text == "For [police agency]."


def test_ticks_and_the_current_agreement_are_recorded(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.set_points(["second"])
    assert workspace.answers.set_current("What is\x00 in force.") == 1
    assert workspace.answer == Answer(current="What is\u2400 in force.", points=("second",))


def test_the_workspace_counts_and_drafts_what_is_on_it(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.answers.write("Settled.")
    assert workspace.progress().written == 1
    assert workspace.draft().open == ("2.1", "2.2", "3.1")
    assert session_title(workspace.checklist, workspace.session) == "[school district] and [police agency]"


def test_a_step_is_heard_of_only_where_it_puts_other_words_in_its_place(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(EMPTY.with_answer("alpha", Answer("For [school district].")))
    replaced: list[str] = []
    workspace.on_text_replaced = lambda: replaced.append(workspace.text)

    workspace.answers.write("Typed for [school district].")
    workspace.answers.defer("counsel", "")
    assert replaced == []
    workspace.parties.update([SCHOOLS], {})
    workspace.undo()
    assert replaced == ["Typed for the School District.", "Typed for [school district]."]
