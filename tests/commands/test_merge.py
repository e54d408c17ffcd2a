"""Two copies of a session are merged from the command line, and by git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Answer, Session
from tests.commands.program import SESSION, TOP, Run


def with_text(session: Session, clause_id: str, text: str) -> Session:
    return session.with_answer(clause_id, replace(session.answer(clause_id), text=text))


def read(path: Path) -> Session:
    return decode(path.read_bytes(), path.name).session


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """What two copies began with, and both: each changed a clause of its own, and both the same one."""
    base = SESSION.with_answer("pilot", Answer("One year."))
    sessions = {
        "base": base,
        "ours": with_text(with_text(base, "scope", "All schools."), "pilot", "Two years."),
        "theirs": with_text(with_text(base, "duties", "The SRO shall listen."), "pilot", "Half a year."),
    }
    paths = []
    for name, session in sessions.items():
        paths.append(tmp_path / f"{name}.mou.yaml")
        paths[-1].write_bytes(encode(session))
    return paths[0], paths[1], paths[2]


def test_what_one_changed_is_there_and_what_both_changed_stands_side_by_side(
    run: Run, tmp_path: Path, files: tuple[Path, Path, Path]
) -> None:
    before = [path.read_bytes() for path in files]
    done = run("merge", "ours.mou.yaml", "theirs.mou.yaml", "--base", "base.mou.yaml", "-o", "out.mou.yaml")

    assert (done.code, done.out) == (0, "")
    assert done.err == (
        "1 clause changed by them, 1 by us, 1 by both; nothing lost. "
        "1 clause has wordings side by side: open the session to choose.\nWrote out.mou.yaml\n"
    )
    out = read(tmp_path / "out.mou.yaml")
    assert out.answer("scope").text == "All schools."
    assert out.answer("duties").text == "The SRO shall listen."
    assert out.answer("pilot").text == "One year."
    texts = {alternative.text for alternative in out.answer("pilot").alternatives.values()}
    assert texts == {"Two years.", "Half a year."}
    assert [path.read_bytes() for path in files] == before


def test_whose_a_file_is_can_be_said(run: Run, tmp_path: Path, files: tuple[Path, Path, Path]) -> None:
    arguments = ("merge", *files[1:], "--base", files[0], "-o", "out.mou.yaml")
    assert run(*arguments, "--theirs-from", "the mayor").code == 2
    assert run(*arguments, "--ours-from", "agency", "--theirs-from", "Lake City USD").code == 0

    alternatives = read(tmp_path / "out.mou.yaml").answer("pilot").alternatives.values()
    assert {held.text: held.party for held in alternatives} == {"Two years.": "agency", "Half a year.": "district"}


def test_without_a_base_whatever_differs_is_kept_from_both(
    run: Run, tmp_path: Path, files: tuple[Path, Path, Path]
) -> None:
    assert run("merge", "ours.mou.yaml", "theirs.mou.yaml", "-o", "out.mou.yaml").code == 0

    out = read(tmp_path / "out.mou.yaml")
    scope = out.answer("scope")
    assert (scope.text, {held.text for held in scope.alternatives.values()}) == ("", {"All schools.", "Settled."})
    assert out.answer("purpose") == SESSION.answer("purpose")


def test_json_names_the_clauses_and_none_of_their_words(run: Run, files: tuple[Path, Path, Path]) -> None:
    done = run("merge", *files[1:], "--base", files[0], "-o", "out.mou.yaml", "--json")

    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == {
        "file": "out.mou.yaml",
        "changed_by_us": ["scope"],
        "changed_by_them": ["duties"],
        "changed_by_both": ["pilot"],
        "side_by_side": ["pilot"],
        "to_settle": [],
        "came_in": {},
    }


def test_nothing_is_replaced_unless_that_is_asked_for(run: Run, tmp_path: Path, files: tuple[Path, Path, Path]) -> None:
    (tmp_path / "out.mou.yaml").write_text("mine")
    done = run("merge", *files[1:], "-o", "out.mou.yaml")
    assert done.code == 1
    assert "already there" in done.err
    assert (tmp_path / "out.mou.yaml").read_text() == "mine"

    assert run("merge", *files[1:], "-o", "out.mou.yaml", "--force").code == 0
    assert read(tmp_path / "out.mou.yaml").answers


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (None, 1, "Cannot open “theirs.mou.yaml”"),
        (b"", 2, "theirs.mou.yaml"),
        (b"\xff\xfe\x00", 2, "theirs.mou.yaml"),
        (b"hello\n", 2, "theirs.mou.yaml"),
        (b"<<<<<<< HEAD\n" + encode(SESSION), 2, "theirs.mou.yaml"),
        (encode(SESSION)[:-40], 2, "theirs.mou.yaml"),
        (encode(replace(SESSION, checklist=replace(SESSION.checklist, id="other"))), 1, "two different checklists"),
        (encode(SESSION).replace(b'format: "1"', b'format: "9"'), 1, "newer mou-tui"),
        (encode(replace(SESSION, agreement="bbbbbbbbbbbb")), 1, "two different agreements"),
    ],
)
def test_a_file_that_cannot_be_merged_is_named_and_nothing_is_written(
    run: Run, tmp_path: Path, content: bytes | None, code: int, message: str
) -> None:
    (tmp_path / "ours.mou.yaml").write_bytes(encode(replace(SESSION, agreement="aaaaaaaaaaaa")))
    if content is not None:
        (tmp_path / "theirs.mou.yaml").write_bytes(content)
    done = run("merge", "ours.mou.yaml", "theirs.mou.yaml", "-o", "out.mou.yaml")

    assert done.code == code
    assert message in done.err
    assert not (tmp_path / "out.mou.yaml").exists()


def git(folder: Path, *arguments: str) -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": str(TOP),
        **{f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def readme_lines(*beginnings: str) -> list[str]:
    """Lines of the README to be copied, with this program in place of the one on the path."""
    lines = (TOP / "README.md").read_text(encoding="utf-8").splitlines()
    chosen = [line for line in lines if line.startswith(beginnings)]
    assert len(chosen) == len(beginnings)
    return [line.replace("mou-tui ", f"{sys.executable} -m mou_tui ") for line in chosen]


def configure(folder: Path) -> None:
    """Set git up as the README says."""
    for line in readme_lines("echo '*.mou.yaml merge", "git config merge.mou.driver", "git config diff.mou.textconv"):
        subprocess.run(["sh", "-c", line], cwd=folder, check=True, timeout=60)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_merges_two_branches_without_a_conflict_and_shows_words(
    tmp_path: Path, files: tuple[Path, Path, Path]
) -> None:
    base, ours, theirs = (path.read_bytes() for path in files)
    folder = tmp_path / "repository"
    folder.mkdir()
    session = folder / "lake.mou.yaml"
    git(folder, "init", "-q", "-b", "main")
    configure(folder)
    session.write_bytes(base)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    git(folder, "checkout", "-qb", "district")
    session.write_bytes(theirs)
    git(folder, "commit", "-qam", "Change what the district wants")
    git(folder, "checkout", "-q", "main")
    session.write_bytes(ours)
    shown = git(folder, "diff")
    git(folder, "commit", "-qam", "Change what the agency wants")
    git(folder, "merge", "-q", "--no-edit", "district")

    assert any(line.startswith("+") and "All schools." in line for line in shown.splitlines())
    assert "answers:" not in shown
    out = read(session)
    assert b"<<<<<<<" not in session.read_bytes()
    assert out.answer("duties").text == "The SRO shall listen."
    assert {held.text for held in out.answer("pilot").alternatives.values()} == {"Two years.", "Half a year."}
