"""What counsel sent back is taken in from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.recovery_files import fingerprint
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Answer, Session
from tests.commands.program import Run
from tests.exchange.word_edits import WordEditor


@pytest.fixture
def file(run: Run, session: Path, tmp_path: Path) -> Path:
    """The draft as counsel sent it back."""
    assert run("export", session.name, "--to", "docx").code == 0
    editor = WordEditor((tmp_path / "lake.docx").read_bytes(), "Ann Poe")
    editor.replace("Settled.", "Settled by quagga.")
    editor.comment("wait", "Is okapi meant?")
    path = tmp_path / "lake-back.docx"
    path.write_bytes(editor.saved())
    return path


def read(path: Path) -> Session:
    return decode(path.read_bytes(), path.name).session


def test_all_of_a_file_for_both_parties_is_taken_in_without_a_question(run: Run, session: Path, file: Path) -> None:
    done = run("take-in", session.name, file.name, "--as", "school district", "--yes")
    assert (done.code, done.err) == (
        0,
        "Open lake.mou.yaml to choose. “mou-tui restore” brings back what it held before.\n",
    )
    assert "1 edit and 1 comment from Ann Poe, for the School District;" in done.out
    assert done.out.endswith("1 edit stands beside its clause.\n")
    ((key, held),) = read(session).answer("scope").alternatives.items()
    assert (held.text, held.proposer(key), held.author) == ("Settled by quagga.", "district", "Ann Poe")
    assert b"okapi" not in session.read_bytes()

    again = run("take-in", session.name, file.name, "--as", "district", "--yes")
    assert (again.code, again.out.splitlines()[-1]) == (0, "It was taken in before; nothing is new.")


def test_the_account_as_data_has_none_of_the_words_and_changes_nothing(run: Run, session: Path, file: Path) -> None:
    before = session.read_bytes()
    done = run("take-in", session.name, file.name, "--json")
    told = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert told["authors"] == [{"name": "Ann Poe", "party": None, "edits": 1, "comments": 1}]
    assert (told["edits"], told["taken_in"]) == ([{"clause": "1.2", "taken": True, "why_not": None}], False)
    assert "quagga" not in done.out and "okapi" not in done.out
    assert session.read_bytes() == before

    assert json.loads(run("take-in", session.name, file.name, "--json", "--yes").out)["taken_in"] is True
    assert read(session).taken_in[0].name == file.name


def test_where_nobody_can_answer_nothing_is_taken_in(run: Run, session: Path, file: Path) -> None:
    before = session.read_bytes()
    done = run("take-in", session.name, file.name)
    assert done.code == 1
    assert "What is this file for?" in done.out and "--yes" in done.err
    assert "quagga" not in done.out and session.read_bytes() == before


def test_a_session_that_is_open_elsewhere_is_left_alone(run: Run, session: Path, file: Path) -> None:
    store = SessionStore.open(session)
    before = session.read_bytes()
    done = run("take-in", session.name, file.name, "--yes")
    assert (done.code, done.out) == (1, "") and done.err.endswith("Nothing was taken in.\n")
    assert run("take-in", session.name, file.name, "--json").code == 0
    store.close()
    assert session.read_bytes() == before


def test_words_that_were_never_saved_are_asked_about_first(run: Run, session: Path, file: Path) -> None:
    changed = read(session).with_answer("scope", Answer("Never saved."))
    LocalState(session).write_recovery(encode(changed), fingerprint(session.read_bytes()))
    done = run("take-in", session.name, file.name, "--yes")
    assert (done.code, done.out) == (1, "") and "were not saved" in done.err
    assert b"Never saved." in LocalState(session).recovery_path.read_bytes()


def test_what_cannot_be_read_is_one_message(run: Run, session: Path, file: Path, tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(b"%PDF-1.4")
    for name in ("none.docx", "old.pdf"):
        done = run("take-in", session.name, name, "--yes")
        assert (done.code, done.out) == (1, "") and name in done.err and done.err.count("\n") == 1
    wrong = run("take-in", session.name, file.name, "--as", "the moon", "--yes")
    assert (wrong.code, wrong.out) == (2, "") and "agency, district" in wrong.err
