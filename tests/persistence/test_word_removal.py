"""Words removed for good: they are in no byte of any file the program keeps, and in no step that could come back."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from mou_tui.cli import cli
from mou_tui.draft.blanks import blanks_of, find_blanks
from mou_tui.errors import CannotSave, UsageError
from mou_tui.language.text import short_hash
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SessionStore
from mou_tui.persistence.word_removal import remove
from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry, History
from mou_tui.session.in_force import AmendedAgreement, InForce
from mou_tui.session.meeting import Action, Alternative, Meeting, Person, Position
from mou_tui.session.model import Answer, Deferral, ExampleOrigin, Party, Session
from mou_tui.session.parts import Exhibit
from mou_tui.session.redaction import ASK_COUNSEL, Redaction
from mou_tui.session.standing import agreement_digest
from mou_tui.workspace.word_removal import remove_for_good
from mou_tui.workspace.workspace import Workspace
from tests.storage_helpers import kill
from tests.strategies import EMPTY, SMALL

NAME = "Jordan Quillfeather"
DAY = date(2026, 11, 30)
STAND_IN = "[removed 2026-11-30]"
TEXT = f"The officer spoke with {NAME}.\n\nAnd with {NAME.upper()} again."

EVERYWHERE = replace(
    EMPTY,
    parties=(Party("agency", name="Police", head=f"the friend of {NAME}"),),
    facts={"state": f"Ohio ({NAME})"},
    opening=f"Because of Jordan\nQuillfeather.\n\n{'x' * 90}",
    answers={
        "alpha": Answer(
            TEXT,
            ExampleOrigin("short", short_hash(TEXT)),
            later=Deferral(NAME, f"when {NAME} is back"),
            current=f"Of {NAME}.",
            not_blanks=(f"[{NAME}]",),
            alternatives={"agency": Alternative(f"Not {NAME}")},
            positions={"agency": Position("objects", Answer(TEXT).wording, f"{NAME} said so", NAME)},
        ),
        "beta": Answer(not_applicable=f"{NAME} left"),
    },
    people=(Person("p1", NAME, f"parent of {NAME}", "agency"),),
    meetings=(Meeting("m1", "2026-11-25 10:42"),),
    actions=(Action("a1", f"call {NAME}", who=NAME, due=f"with {NAME}"),),
    history=History(
        added=(
            Entry("2026-11-25 10:42", "wording", "alpha", text=TEXT),
            Entry("2026-11-25 10:43", "note", text=f"said in confidence: {NAME}", who=NAME),
        )
    ),
    extra={"x-more": {f"{NAME} here": [NAME]}},
)


def holding(*folders: Path) -> list[str]:
    """The files beneath some folders in which a part of the name stands, in any letters."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if b"quillfeather" in path.read_bytes().lower().replace(b"\\u0071", b"q")]


def test_no_part_of_a_session_keeps_them() -> None:
    redaction = Redaction(NAME, DAY)
    session = redaction.session(EVERYWHERE)
    assert redaction.count == 24
    assert b"uillfeather" not in encode(session).lower()
    assert decode(encode(session), "a").session == session
    answer = session.answer("alpha")
    assert answer.text == f"The officer spoke with {STAND_IN}.\n\nAnd with {STAND_IN} again."
    assert answer.is_unmodified_example
    assert answer.positions["agency"].wording == answer.wording


def test_nor_does_what_was_recorded_of_the_adoption() -> None:
    adoption = InForce(f"on {NAME}", f"by {NAME}", NAME, f"kept by {NAME}", f"posted by {NAME}", f"filed by {NAME}")
    amended = AmendedAgreement("", "", NAME, NAME, NAME, NAME, exhibits=(Exhibit("e1", f"map of {NAME}"),))
    redaction = Redaction(NAME, DAY)
    session = redaction.session(replace(EMPTY, in_force=adoption, amends=amended))
    assert redaction.count == 11
    assert b"uillfeather" not in encode(session).lower()


def test_what_was_adopted_is_known_as_such_without_them() -> None:
    adopted = replace(EVERYWHERE, in_force=InForce("March 9, 2027", digest=agreement_digest(EVERYWHERE)))
    session = Redaction(NAME, DAY).session(adopted)
    assert session.in_force and session.in_force.digest == agreement_digest(session) != agreement_digest(adopted)


def test_a_mark_that_says_yes_is_no_word() -> None:
    taken = ExampleOrigin("short", short_hash("Yes, yes."), adopted=True)
    session = EMPTY.with_answer("alpha", Answer("Yes, yes.", taken)).with_party(Party("agency", attest=True))
    struck = Redaction("yes", DAY).session(session)
    assert struck.answer("alpha").text == f"{STAND_IN}, {STAND_IN}."
    assert struck.party("agency").attest


def test_what_is_in_their_place_is_no_blank_anywhere() -> None:
    session = Redaction(NAME, DAY).session(EVERYWHERE)
    answer = session.answer("alpha")
    because = session.opening.partition("\n\n")[0]
    assert STAND_IN in because and not find_blanks(because)
    assert not blanks_of(answer)
    assert STAND_IN in answer.alternatives["agency"].text and not find_blanks(answer.alternatives["agency"].text)


def test_what_a_file_holds_of_the_history_is_without_them_too() -> None:
    redaction = Redaction(NAME, DAY)
    read = decode(encode(EVERYWHERE), "a", whole=False).session
    session = redaction.session(read)
    assert b"uillfeather" not in encode(session).lower()
    assert [entry.kind for entry in session.history.entries] == ["wording", "note"]
    unknown = encode(EVERYWHERE).replace(b"kind: note", b"kind: ballot")
    assert b"uillfeather" not in encode(Redaction(NAME, DAY).session(decode(unknown, "a").session)).lower()


@pytest.mark.parametrize(
    "written",
    [
        "JORDAN QUILLFEATHER",
        "Jordan\n      Quillfeather",
        "Jordan\u00a0Quillfeather",
        "Jordan Quill\u00adfeather",
        "Jordan Quill-\nfeather",
        "**Jordan** Quillfeather",
        "_Jordan Quillfeather_",
        "Jordan Quillfeather’s",
    ],
)
def test_they_are_found_however_they_are_written(written: str) -> None:
    assert "feather" not in Redaction(NAME, DAY).redact(f"a {written} b").lower()


@pytest.mark.parametrize(("words", "text"), [("José", "Jose\u0301"), ("O'Hara", "O’HARA"), ("王明", "学生王明说")])
def test_accents_marks_and_other_scripts(words: str, text: str) -> None:
    assert STAND_IN in Redaction(words, DAY).redact(text)


def test_a_part_of_another_word_stays() -> None:
    assert Redaction("Ann", DAY).redact("An annual plan: Ann, ANN’s.") == f"An annual plan: {STAND_IN}, {STAND_IN}’s."


@pytest.mark.parametrize("words", ["", " ", "-", "a", "[]"])
def test_what_is_no_word_is_not_looked_for(words: str) -> None:
    with pytest.raises(UsageError, match="two letters"):
        Redaction(words, DAY)


def test_a_session_without_them_stays_byte_for_byte(path: Path) -> None:
    SessionStore.create(path, EVERYWHERE).close()
    data = path.read_bytes()
    removal = remove(path, "Nobody At All", DAY)
    assert removal.times == 0
    assert path.read_bytes() == data


def left_by_a_kill(path: Path) -> None:
    """A session with backups, a recovery copy, an unfinished form, and the name in all of them."""
    SessionStore.create(path, EVERYWHERE).close()
    store = SessionStore.open(path)
    store.record(replace(EVERYWHERE, opening=f"{NAME} once more"))
    store.ui_state.remember_form_drafts(json.dumps([["later", "alpha", {"who": NAME}]]))
    store.flush()
    store.record(replace(EVERYWHERE, opening=f"{NAME} at the very last"))
    store.flush()
    kill(store)
    store._file.local.backups.add(b"\0broken: " + NAME.encode(), store._clock())
    path.with_name(f".~{path.name}.4711-0123abcd.tmp").write_text(NAME)


def test_no_file_that_is_kept_has_a_byte_of_them(path: Path, home: Path) -> None:
    left_by_a_kill(path)
    editing = home / "state" / "editing-0123" / "clause.md"
    editing.parent.mkdir()
    editing.write_text(f"Ask {NAME}.\n")
    assert len(holding(home, path.parent)) >= 6
    removal = remove(path, NAME, DAY)
    assert holding(home, path.parent) == []
    assert removal.copies.removed == 1
    assert removal.copies.changed >= 3
    store = SessionStore.open(path)
    assert store.session.opening == f"{STAND_IN} at the very last"
    store.close()
    assert all(decode(backup.read(), "a") for backup in LocalState(path).backups.list())


def test_files_it_cannot_reach_are_named(path: Path) -> None:
    SessionStore.create(path, EVERYWHERE).close()
    path.with_name("a.md").write_text(f"with {NAME}\n")
    path.with_name("other.md").write_text("without\n")
    with zipfile.ZipFile(path.with_name("a.docx"), "w") as parts:
        parts.writestr("word/document.xml", "<w:t>Jordan</w:t><w:t> Quillfeather</w:t>")
    copy = path.with_name("copy.mou.yaml")
    store = SessionStore.open(path)
    store.save_elsewhere(copy)
    store.close()
    removal = remove(path, NAME, DAY)
    assert [file.name for file in removal.still_in] == ["a.docx", "a.md", "copy.mou.yaml"]
    assert removal.others == (copy,)
    report = "\n".join(removal.lines)
    assert "They still stand in “a.docx”, “a.md” and “copy.mou.yaml”." in report
    assert "run mou-tui strike on it" in report
    assert "out of reach" in report


def test_nothing_brings_them_back_in_a_session_that_is_open(path: Path, home: Path) -> None:
    SessionStore.create(path, EVERYWHERE).close()
    workspace = Workspace(SMALL, SessionStore.open(path))
    workspace.go("alpha")
    workspace.answers.write(f"New words of {NAME}.")
    workspace.minutes.capture("note", f"{NAME} was mentioned")
    workspace.answers.clear()
    workspace.undo()
    shown: list[str] = []
    workspace.on_text_replaced = lambda: shown.append(workspace.text)
    workspace.store.flush()
    assert holding(home, path.parent)

    removal = remove_for_good(workspace, NAME)
    assert removal.times > 10
    assert holding(home, path.parent) == []
    assert shown == [workspace.text]
    assert STAND_IN[:9] in workspace.text
    workspace.undo()
    workspace.answers.write(f"{workspace.text} And on.")
    workspace.close()
    assert holding(home, path.parent) == []
    session: Session = decode(path.read_bytes(), "a").session
    assert session.answer("alpha").text.endswith("And on.")


def test_where_the_file_cannot_be_written_it_says_that_they_are_not_gone(path: Path) -> None:
    store = SessionStore.create(path, EVERYWHERE)
    workspace = Workspace(SMALL, store)
    path.unlink()
    path.mkdir()
    with pytest.raises(CannotSave, match="The words are not gone yet"):
        remove_for_good(workspace, NAME)
    path.rmdir()
    workspace.close()


def test_a_history_that_cannot_be_read_is_not_passed_over(path: Path) -> None:
    path.write_bytes(encode(EVERYWHERE).replace(b"kind: note", b"kind:"))
    before = path.read_bytes()
    store = SessionStore.open(path)
    with pytest.raises(CannotSave, match="The history cannot be read"):
        remove_for_good(Workspace(SMALL, store), NAME)
    store.close()
    assert path.read_bytes() == before


def test_the_command_says_first_to_ask_counsel_and_asks_before_it_does_anything(path: Path, home: Path) -> None:
    left_by_a_kill(path)
    run = CliRunner().invoke
    refused = run(cli, ["strike", str(path)], input=f"{NAME}\nn\n")
    assert refused.exit_code == 1
    assert refused.stderr.startswith(ASK_COUNSEL)
    assert holding(path.parent)
    done = run(cli, ["strike", str(path), "--yes"], input=f"{NAME}\n")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "“[removed " in done.stderr
    assert holding(home, path.parent) == []


def test_purge_says_so_too(path: Path) -> None:
    SessionStore.create(path, EVERYWHERE).close()
    assert ASK_COUNSEL in CliRunner().invoke(cli, ["purge", str(path)], input="n\n").stderr
