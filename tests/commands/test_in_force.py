"""What programs and documents say of an agreement that is in force."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import decode, encode
from mou_tui.session.in_force import InForce
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, Session
from tests.commands.program import SESSION, Run


def read(path: Path) -> Session:
    return decode(path.read_bytes(), path.name).session


@pytest.fixture
def in_force(run: Run, tmp_path: Path) -> Path:
    session = SESSION.with_answer("review", Answer("The parties review it by June 1, 2026."))
    held = InForce("March 9, 2026", "Resolution 14", "March 12, 2026", "the Clerk")
    path = tmp_path / "lake.mou.yaml"
    path.write_bytes(encode(replace(session.with_fact("start-date", "April 1, 2026"), in_force=held)))
    return path


def test_status_says_since_when_and_when_it_is_reviewed(run: Run, in_force: Path) -> None:
    assert run("status", in_force.name).out.splitlines()[1] == (
        "In force since April 1, 2026 · review due since June 1, 2026"
    )
    status = json.loads(run("status", "--json", in_force.name).out)
    assert (status["in_force"]["since"], status["in_force"]["resolution"]) == ("2026-04-01", "Resolution 14")
    assert (status["review"], status["review_due"]) == ("2026-06-01", True)
    (row,) = csv.DictReader(run("status", "--csv", in_force.name).out.splitlines())
    assert (row["in_force"], row["review_due"]) == ("2026-04-01", "yes")


@pytest.mark.parametrize("document", ["draft", "record", "families", "staff", "board", "signing"])
def test_every_document_says_so_and_none_calls_it_a_draft(run: Run, in_force: Path, document: str) -> None:
    done = run("export", in_force.name, "--document", document, "-o", "-")
    assert "in force since April 1, 2026" in done.out
    assert "Draft of" not in done.out
    assert "For discussion" not in done.out
    assert "**Draft.**" not in done.out


def test_an_adoption_is_recorded_from_the_command_line(run: Run, session: Path) -> None:
    assert run("adopt", session.name).code == 2
    done = run("adopt", session.name, "--on", "3/9/2026", "--signed", "March 12, 2026", "--anyway")
    assert done.code == 0
    assert "In force since March 12, 2026" in done.err
    assert run("adopt", session.name, "--posted", "the website").code == 0
    held = read(session).in_force
    assert held and (held.adopted, held.signed, held.posted) == ("March 9, 2026", "March 12, 2026", "the website")


def test_a_signed_file_that_differs_is_recorded_only_when_told(run: Run, session: Path, tmp_path: Path) -> None:
    (tmp_path / "signed.txt").write_text("Another agreement altogether.\n", encoding="utf-8")
    adopt = ("adopt", session.name, "--on", "March 9, 2026", "--compare", "signed.txt", "--anyway")
    done = run(*adopt)
    assert done.code == 1
    assert "signed: Another agreement altogether." in done.err
    assert read(session).in_force is None
    assert run(*adopt, "--yes").code == 0
    assert read(session).in_force is not None


def test_what_leaves_something_open_is_recorded_only_anyway(run: Run, session: Path) -> None:
    done = run("adopt", session.name, "--on", "March 9, 2026")
    assert done.code == 1
    assert "words that nobody looked at yet, 5 blanks are left and 1 check is still to be made." in done.err
    assert "--anyway" in done.err
    assert read(session).in_force is None


def test_a_clause_with_two_wordings_is_decided_first(run: Run, session: Path) -> None:
    before = read(session)
    undecided = replace(before.answer("scope"), alternatives={"a1": Alternative("Other.")})
    session.write_bytes(encode(before.with_answer("scope", undecided)))
    done = run("adopt", session.name, "--on", "March 9, 2026", "--anyway")
    assert done.code == 1
    assert "Choose one of the wordings of 1.2 " in done.err
    assert read(session).in_force is None


def test_a_review_begins_in_a_file_of_its_own(run: Run, in_force: Path) -> None:
    before = in_force.read_bytes()
    done = run("renew", in_force.name)
    assert (done.code, done.out, done.err) == (0, "", "Wrote lake-review.mou.yaml\n")
    renewed = read(in_force.with_name("lake-review.mou.yaml"))
    assert renewed.renews and renewed.answer("scope").current == "Settled."
    assert in_force.read_bytes() == before
    again = run("renew", in_force.name)
    assert (again.code, again.out) == (1, "")
    assert read(in_force.with_name("lake-review.mou.yaml")) == renewed


def test_what_is_not_in_force_is_renewed_only_anyway_and_amended_never(run: Run, session: Path, tmp_path: Path) -> None:
    done = run("renew", session.name, "-o", "next.mou.yaml")
    assert done.code == 1 and "--anyway" in done.err
    assert not (tmp_path / "next.mou.yaml").exists()
    assert run("renew", session.name, "-o", "next.mou.yaml", "--anyway").code == 0
    amended = run("amend", session.name)
    assert amended.code == 1 and "it can be changed as it is" in amended.err


def test_a_copy_is_not_sent_to_be_worked_on(run: Run, in_force: Path) -> None:
    done = run("send", in_force.name, "--to", "district", "--yes")
    assert (done.code, done.out) == (1, "")
    assert "A change in mid-term is an amendment" in done.err
    assert [path.name for path in in_force.parent.glob("*.yaml")] == [in_force.name]
