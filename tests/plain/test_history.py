"""The blanks of the whole agreement, and what happened until now."""

from __future__ import annotations

import pytest

from mou_tui.session.model import OPENING
from mou_tui.workspace.repository import SessionRepository
from tests.plain.conftest import Begin
from tests.plain.talking import talk

WITH_BLANKS = {"purpose": "For [number] days from [start date].", "scope": "Within [number] days, [day]."}


def test_the_blanks_of_the_whole_are_heard_and_what_was_said_to_be_none_is_not(begin: Begin) -> None:
    workspace = begin(purpose="For [number] days from [start date].", scope="Pay ___, [x] approved.")
    output = talk(workspace, "blanks all", "blanks some")
    text = " ".join(output.after("blanks all").split())
    assert text.startswith("6 blanks in the whole agreement. Asked once, filled everywhere: Start date, in the opening")
    assert "and 1.1. End date, in the opening. Schools, in the opening. In 1.1: number. In 1.2: a line to fill." in text
    assert output.after("blanks some") == "Say blanks, or blanks with one of: all, fill."


def test_one_goes_through_all_blanks(begin: Begin) -> None:
    workspace = begin(**WITH_BLANKS)
    output = talk(
        workspace,
        *("blanks fill", "July 1, 2027", "", ":back", "", ":assign", "Pat Doe", "Friday", "30", "yes", ":none"),
        *("blanks all", "actions", "show", "quit"),
    )
    assert (
        "Start date, filled wherever it stands, for example July 1, 2027: July 1, 2027 Thursday, July 1, 2027. "
        "Filled, in 2 places." in output
    )
    assert output.output.count("in the opening: end date.") == 2
    assert "Number also stands in 1 other place." in output
    assert workspace.answer.text == "For 30 days from July 1, 2027."
    scope = workspace.session.answer("scope")
    assert (scope.text, scope.not_blanks) == ("Within 30 days, [day].", ("[day]",))
    assert "That is all. 2 blanks left." in output
    assert "Pat Doe: fill [schools] in the opening, by Friday (November 20, 2026)." in output
    assert "No blanks, as the room said: day in 1.2." in output


def test_blanks_of_the_same_name_are_left_unless_one_says_so(begin: Begin) -> None:
    workspace = begin(**WITH_BLANKS)
    talk(workspace, "blanks fill", "", "", "", "30", "", ":go", "show", "quit")
    assert workspace.session.answer("purpose").text == "For 30 days from [start date]."
    assert workspace.session.answer("scope").text == WITH_BLANKS["scope"]
    assert workspace.clause_id == "purpose"


def test_going_through_the_blanks_is_left_by_any_word(begin: Begin, repository: SessionRepository) -> None:
    workspace = begin(**WITH_BLANKS)
    talk(workspace, "blanks fill", ":end", "blanks fill", ":next", "quit")
    assert workspace.clause_id == "scope"
    output = talk(repository.open(workspace.store.path, read_only=True), "blanks fill", "quit")
    assert "This session is read-only." in output.after("blanks fill")


def test_what_is_no_blank_is_not_told_as_one(begin: Begin) -> None:
    workspace = begin(purpose="A [initials] and a [number].")
    talk(workspace, "blanks fill", "", "", "", ":none", ":end", "quit")
    output = talk(workspace, "blanks", "fill 1 30", "show")
    assert "1 blank in this answer. Blank 1: number." in output
    assert workspace.answer.text == "A [initials] and a 30."
    assert "It has" not in output.after("show")


def test_what_changed_today_is_heard(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(
        workspace, "write", "replace", "Safer schools.", ":end", "next", "go opening", "write", "replace", "Ours."
    )
    output = talk(workspace, ":end", "history", "quit")
    text = " ".join(output.after("history").split())
    assert text == (
        "2 wordings changed today. Parties and definitions. It was written from the parties. Then it read: Ours. "
        "1.1 Purpose and goals. It was empty. Then it read: Safer schools."
    )


def test_two_moments_are_compared(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(
        workspace,
        *("milestone first reading", "write", "replace", "Safer schools.", ":end", "next"),
        *("history between", "7", "3", "2", "history between", ":cancel", "quit"),
    )
    assert "1. the beginning. 2. first reading, November 14, 2026. 3. now." in output
    assert "1 wording changed from first reading, November 14, 2026 to now." in output
    assert "It read: Safe schools. Then it read: Safer schools." in output


def test_all_that_happened_to_a_question_is_heard(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(
        workspace,
        *("say 2 objects the fee", "propose 2 Happy.", ":end", "choose b", "decide So be it.", "act ask", "Pat", "May"),
        *(
            "later",
            "the lawyer",
            "June",
            "back",
            "aside",
            "why not",
            "back",
            "clear",
            "propose 1 X",
            ":end",
            "propose 1",
            "withdraw",
        ),
        *("note Fine.", "history here", "history sometimes", "next", "history here", "quit"),
    )
    for text in (
        "November 14, 2026, 10:42 a.m.: wording 1: Safe schools.",
        "the School District objected: the fee.",
        "the School District proposed: Happy.",
        "the wording of the School District was chosen.",
        "wording 2: Happy.",
        "decided: So be it.",
        "Pat took on: ask, by May.",
        "the lawyer was to check first, by June.",
        "set aside: why not.",
        "it was cleared.",
        "the Police Department withdrew its proposal.",
        "noted: Fine.",
    ):
        assert text in output
    assert "Say history, or history with one of: today, between, here." in output
    assert output.after("history here") == "No things happened to 1.2."


def test_a_wording_that_came_back_within_the_minute_has_the_number_that_restore_takes(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    for text in ("Safer schools.", "Safe schools.", "Calm schools."):
        workspace.history.log_wordings()
        workspace.answers.write(text)
    workspace.history.log_wordings()
    output = talk(workspace, "history here", "restore 3", "quit")
    assert "wording 3: Safe schools." in output
    assert "wording 4: Calm schools." in output
    assert workspace.answer.text == "Safe schools."


@pytest.mark.parametrize("lines", [["restore 1"], ["restore", "1"]])
def test_an_earlier_wording_comes_back_and_goes_again(begin: Begin, lines: list[str]) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.answers.write("Safer schools.")
    workspace.history.log_wordings()
    before = workspace.session
    output = talk(workspace, *lines)
    assert "Wording 1 is back. Text: written." in output
    assert workspace.answer.text == "Safe schools."
    workspace.undo()
    assert workspace.session == before
    output = talk(workspace, "restore 2", "restore 9", "restore", "", "quit")
    assert output.after("restore 2") == "It reads so already."
    assert output.after("restore 9") == "No wording has that number. Say restore to hear them."
    assert workspace.session == before


def test_an_opening_in_our_words_comes_back(begin: Begin) -> None:
    workspace = begin()
    workspace.go(OPENING)
    workspace.answers.write("Ours.")
    workspace.answers.clear()
    talk(workspace, "restore 1", "quit")
    assert workspace.session.opening == "Ours."


def test_a_damaged_history_is_told_once_and_one_goes_on(begin: Begin, repository: SessionRepository) -> None:
    workspace = begin(purpose="Safe schools.")
    talk(workspace, "note Fine.", "quit")
    data = workspace.store.path.read_bytes()
    damaged = data.replace(b"kind: note", b'kind: ""')
    assert damaged != data
    workspace.store.path.write_bytes(damaged)
    workspace = repository.open(workspace.store.path)
    output = talk(workspace, "", "write", "replace", "Safer.", ":end", "next", "quit")
    assert output.output.count("What happened until now cannot be read:") == 1
    assert output.code == 0
    saved = workspace.store.path.read_bytes()
    assert b'kind: ""' in saved
    assert b"Safer." in saved


def test_a_wording_in_between_that_was_supported_is_told_and_brought_back(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    talk(workspace, "all", "unlock", "quit")
    workspace.answers.write("Safer schools.")
    workspace.history.log_wordings()
    talk(workspace, "all", "unlock", "quit")
    workspace.answers.write("Calm schools.")
    workspace.history.log_wordings()
    supported = "as supported at 10:42 a.m., November 14, 2026, by the Police Department and the School District"
    assert f"In between it read, {supported}: Safer schools. Then it read: Calm schools." in talk(workspace, "history")
    output = talk(workspace, "restore", "", "restore 2", "quit")
    assert (
        f"Wording 2, November 14, 2026, {supported}: Safer schools. It has “Safer” where “Calm” stands now." in output
    )
    assert "It replaces what stands there now: “Calm schools.”. Wording 2 is back." in output
    assert workspace.text == "Safer schools."
    assert workspace.progress().agreed == 1
