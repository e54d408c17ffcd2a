"""Whatever is being asked, the end of the input and Ctrl+C lose nothing, and say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.persistence.local_state import LocalState, fingerprint
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Answer, Deferral, Session, Signatory
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from tests.plain.conftest import Begin
from tests.plain.talking import CTRL_C, talk

WRITTEN = ("write We agree.", ":end")
"""Said before everything else, and never lost."""

ends = pytest.mark.parametrize("end", [pytest.param((), id="end"), pytest.param((CTRL_C,), id="ctrl-c")])
End = tuple[str, ...]


def saved(path: Path) -> Session:
    """What a session file says."""
    return decode(path.read_bytes(), path.name).session


@ends
@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ([], "Your word for 1.1:"),
        (["next", "write"], "Line 1:"),
        (["take 1"], "Say add, replace or cancel:"),
        (["The SRO shall be there always."], "Say yes to write it into the answer, or no:"),
        (["change"], "Which words, as they stand?"),
        (["change", "e"], "Say the number of one, or all:"),
        (["change", "agree"], "To what? :empty takes them out:"),
        (["current"], "Line 1:"),
        (["later"], "Who must check first, for example the city attorney:"),
        (["later", ""], "By when, for example Friday, or the next meeting:"),
        (["aside"], "Why does it not apply, for example the agency has no body cameras:"),
        (["names"], "Police agency, legal name, now Lake City Police Department:"),
        (["names", "", "", ""], "Does it sign, yes or no, now yes:"),
        (["say"], "Which party? Say its number or its name; Enter alone leaves everything as it was:"),
        (["say 1"], "What does the Police Department say?"),
        (["propose 1"], "Line 1:"),
        (["propose"], "Which party? Say its number or its name; Enter alone leaves everything as it was:"),
        (["meeting begin"], "Is the Police Department at the table, yes or no, now yes:"),
        (["decide"], "What was decided:"),
        (["note"], "What should be in the minutes:"),
        (["act"], "What is to be done:"),
        (["check"], "What must be checked first:"),
        (["milestone"], "What is this moment called, for example first reading:"),
        (["blanks fill"], "Start date, filled wherever it stands, for example July 1, 2027:"),
        (["blanks fill", ":assign"], "Who finds out, for example Pat Doe:"),
        (["history between"], "From which moment? Say its number:"),
        (["history between", "1"], "To which moment? Say its number:"),
        (["signer 1"], "Name, for example Pat Doe:"),
        (["signer"], "Which party? Say its number or its name; Enter alone leaves everything as it was:"),
        (["party"], "Legal name, for example Lake City Parent Council:"),
        (["milestone now", "restore"], "Say its number; Enter alone leaves it as it is:"),
        (["record"], "Write the record to which file? Enter alone takes {record}, beside the session:"),
        (["export"], "Write the draft to which file? Enter alone takes {draft}, beside the session:"),
        (["elsewhere"], "In which file do you go on? :cancel leaves it:"),
    ],
)
def test_leaving_where_nothing_was_said_yet_changes_nothing(
    begin: Begin, words: list[str], asked: str, end: End
) -> None:
    workspace = begin()
    path = workspace.store.path
    output = talk(workspace, *WRITTEN, *words, *end)
    stem = path.name.removesuffix(".mou.yaml")
    assert output.asked.endswith(asked.format(draft=f"{stem}.md", record=f"{stem}-record.md"))
    assert output.code == 1
    assert f"Saved to {path}." in output
    assert saved(path).answers == {"purpose": Answer("We agree.")}
    assert (saved(path).meetings, saved(path).actions) == ((), ())
    assert saved(path).party("agency").name == "Lake City Police Department"
    assert not list(path.parent.glob("*.md"))


@ends
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["write", "add", "One.", "Two."], Answer("We agree.\n\nOne.\nTwo.")),
        (["write", "add", "One.", ""], Answer("We agree.\n\nOne.")),
        (["write", "replace", ""], Answer("We agree.")),
        (["The SRO shall be there always.", "yes", "add"], Answer("We agree.\n\nThe SRO shall be there always.")),
        (["current", "Old one.", "Old two."], Answer("We agree.", current="Old one.\nOld two.")),
        (["later", "the lawyer"], Answer("We agree.", later=Deferral("the lawyer"))),
    ],
)
def test_what_was_said_before_leaving_is_kept(begin: Begin, words: list[str], expected: Answer, end: End) -> None:
    workspace = begin()
    output = talk(workspace, *WRITTEN, *words, *end)
    assert saved(workspace.store.path).answer("purpose") == expected
    assert output.code == 1
    assert f"Saved to {workspace.store.path}." in output


@ends
@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        (["say 2 objects"], "position", ("purpose", "district", "objects", "", "", "")),
        (["say 1 check"], "position", ("purpose", "agency", "must-check", "", "", "")),
        (["say 1 check", "the lawyer"], "position", ("purpose", "agency", "must-check", "the lawyer", "", "")),
        (["propose 2", "Happy.", "For all."], "alternative", ("purpose", "district", "", "", "", "Happy.\nFor all.")),
        (["propose 2 Happy."], "alternative", ("purpose", "district", "", "", "", "Happy.")),
        (["decide", "So be it."], "decision", ("purpose", "", "", "", "", "So be it.")),
        (["note", "Fine."], "note", ("purpose", "", "", "", "", "Fine.")),
        (["act ask the insurer"], "action", ("purpose", "", "", "", "", "ask the insurer")),
        (["act", "ask", "Pat"], "action", ("purpose", "", "", "Pat", "", "ask")),
        (["check the grant", "Pat"], "action", ("purpose", "", "", "Pat", "", "the grant")),
        (["blanks fill", ":assign", "Pat"], "action", ("", "", "", "Pat", "", "fill [start date] in the opening")),
    ],
)
def test_what_was_said_for_the_minutes_before_leaving_is_kept(
    begin: Begin, words: list[str], kind: str, expected: tuple[str, ...], end: End
) -> None:
    workspace = begin()
    output = talk(workspace, *WRITTEN, *words, *end)
    assert output.code == 1
    (entry,) = [entry for entry in saved(workspace.store.path).history.entries if entry.kind == kind]
    assert (entry.place, entry.party, entry.stand, entry.who, entry.by, entry.text) == expected


@ends
def test_who_was_said_to_be_there_before_leaving_is_kept(begin: Begin, end: End) -> None:
    workspace = begin()
    talk(workspace, "meeting begin", "", "Pat Doe, Chief", "no", *end)
    session = saved(workspace.store.path)
    (meeting,) = session.meetings
    assert (meeting.parties, [person.name for person in session.people]) == (("agency",), ["Pat Doe"])


@ends
def test_blanks_said_to_be_the_same_before_leaving_are_filled(begin: Begin, end: End) -> None:
    workspace = begin(purpose="[a] for [number].", scope="[number]", duties="[number]")
    output = talk(workspace, "blanks fill", "", "", "", "", "30", "yes", *end)
    assert "Is it “30” there too? Say yes; Enter alone leaves it:" in output
    answers = saved(workspace.store.path).answers
    assert [answer.text for answer in answers.values()] == ["[a] for 30.", "30", "[number]"]


@ends
@pytest.mark.parametrize("lines", [[], ["new"]])
def test_leaving_where_the_meeting_is_asked_for_changes_nothing(
    begin: Begin, repository: SessionRepository, lines: list[str], end: End
) -> None:
    workspace = begin(purpose="We agree.")
    workspace.close()
    before = workspace.store.path.read_bytes()
    output = talk(repository.open(workspace.store.path), *lines, *end)
    assert output.code == 1
    assert workspace.store.path.read_bytes() == before


@ends
@pytest.mark.parametrize("words", [["confirm"], ["choose"]])
def test_leaving_before_anything_is_confirmed_or_chosen_settles_nothing(
    begin: Begin, words: list[str], end: End
) -> None:
    workspace = begin(scope="Everywhere.")
    workspace.go("scope")
    talk(workspace, "propose 2 At school.", ":end", *words, *end)
    answer = saved(workspace.store.path).answer("scope")
    assert (answer.text, list(answer.alternatives), answer.positions) == ("Everywhere.", ["district"], {})


@ends
def test_names_said_before_leaving_are_kept(begin: Begin, end: End) -> None:
    workspace = begin(purpose="The Police Department acts.")
    talk(workspace, "names", "", "the Police", "", "no", "Pat Doe, Chief", "Lake County Schools", *end)
    session = saved(workspace.store.path)
    agency, district = session.parties
    assert (agency.short, agency.part) == ("the Police", "consulted")
    assert agency.signatories == (Signatory("Pat Doe", "Chief"),)
    assert (district.name, district.short) == ("Lake County Schools", "the School District")
    assert session.facts == {"state": "Iowa"}
    # Nobody said yet where the old name is to change.
    assert session.answer("purpose").text == "The Police Department acts."


@ends
def test_a_party_named_before_leaving_is_kept(begin: Begin, end: End) -> None:
    workspace = begin()
    talk(workspace, "party", "Lake City Parent Council", "the Parents", *end)
    party = saved(workspace.store.path).parties[-1]
    assert (party.name, party.short, party.part) == ("Lake City Parent Council", "the Parents", "consulted")


@ends
def test_who_signs_said_before_leaving_is_kept(begin: Begin, end: End) -> None:
    workspace = begin()
    talk(workspace, "signer 2", "Ann Poe", "", "board vote", *end)
    assert saved(workspace.store.path).party("district").signatories == (
        Signatory("Ann Poe", "Superintendent", "board vote"),
    )


@ends
def test_places_where_a_name_was_to_change_are_kept(begin: Begin, end: End) -> None:
    workspace = begin(purpose="The Police Department acts. The Police Department waits.")
    output = talk(workspace, "names", "", "the Police", ":end", "yes", *end)
    assert output.output.rstrip().count("Change “The Police Department” to “the Police” there?") == 2
    session = saved(workspace.store.path)
    assert session.party("agency").short == "the Police"
    assert session.answer("purpose").text == "The Police acts. The Police Department waits."


@ends
def test_names_of_a_new_session_are_kept(repository: SessionRepository, end: End) -> None:
    workspace = repository.start(PartiesAndFacts())
    talk(workspace, "Lake City Police", *end, ask_for_names=True)
    assert saved(workspace.store.path).party("agency").short == "the Police Department"


@ends
@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["there.md"], "Say show to print them as they are, or lines to write on:"),
        (["there.md", "show"], "Say keep to keep it, or replace:"),
    ],
)
def test_leaving_before_a_draft_is_written_writes_none(
    begin: Begin, words: list[str], asked: str, end: End, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    there = tmp_path / "there.md"
    there.write_text("Mine.")
    output = talk(begin(purpose="For [number] days."), "export", *words, *end)
    assert output.asked.endswith(asked)
    assert output.code == 1
    assert there.read_text() == "Mine."


@pytest.fixture
def killed(begin: Begin) -> Path:
    """A session file whose last words only the recovery copy has, as after a power cut."""
    workspace = begin(purpose="Saved.")
    session, path = workspace.session, workspace.store.path
    workspace.store.close()
    data = encode(session.with_answer("purpose", Answer("Typed and never saved.")))
    LocalState(path).write_recovery(data, fingerprint(path.read_bytes()))
    return path


@ends
@pytest.mark.parametrize("words", [[], ["compare"], ["later"], [":next"]])
def test_words_to_recover_are_offered_again_after_leaving(
    repository: SessionRepository, killed: Path, words: list[str], end: End
) -> None:
    before = killed.read_bytes()
    output = talk(repository.open(killed), *words, *end)
    assert output.asked.endswith("Say take to go on with those words, leave to go on with the file, or compare:")
    assert output.code == 1
    assert killed.read_bytes() == before

    output = talk(repository.open(killed), "take", "", "show", "quit")
    assert output.after("show") == "Typed and never saved."
    assert saved(killed).answer("purpose").text == "Typed and never saved."


def test_words_to_recover_are_compared_and_left_among_the_backups(repository: SessionRepository, killed: Path) -> None:
    output = talk(repository.open(killed), "compare", "leave", "", "show", "quit")
    assert "Not in it: Typed and never saved." in output
    assert output.after("show") == "Saved."
    reopened = repository.open(killed)
    assert reopened.store.recovered is None
    reopened.store.close()
