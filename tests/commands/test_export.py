"""Documents are written from a session, and take the place of nothing."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tests.commands.program import SAMPLE, TOP, Run


def test_a_draft_goes_next_to_its_session(run: Run, session: Path, tmp_path: Path) -> None:
    done = run("export", session.name)
    assert (done.code, done.out, done.err) == (0, "", "Wrote lake.md\n")
    draft = (tmp_path / "lake.md").read_text(encoding="utf-8")
    assert draft.startswith("# Memorandum of Understanding")
    assert "[number] days" in draft


def test_a_draft_goes_where_it_is_wanted(run: Run, session: Path, tmp_path: Path) -> None:
    assert run("export", session.name, "-o", "my draft.md").code == 0
    printed = run("export", session.name, "-o", "-")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == (tmp_path / "my draft.md").read_text(encoding="utf-8")
    assert printed.out.endswith("\n")


def test_a_draft_replaces_nothing_unless_it_is_told_to(run: Run, session: Path, tmp_path: Path) -> None:
    (tmp_path / "lake.md").write_text("mine")
    refused = run("export", session.name)
    assert (refused.code, refused.out) == (1, "")
    assert "already there" in refused.err
    assert (tmp_path / "lake.md").read_text() == "mine"
    assert run("export", session.name, "--force").code == 0
    assert (tmp_path / "lake.md").read_text(encoding="utf-8").startswith("# Memorandum")


@pytest.mark.parametrize("damage", ["", "newer", "cut", "zeros", "none"])
def test_a_draft_never_takes_the_place_of_a_session(run: Run, session: Path, tmp_path: Path, damage: str) -> None:
    data = session.read_bytes()
    damaged = {"newer": data.replace(b'format: "1"', b'format: "3"'), "cut": data[:-4], "zeros": bytes(40), "none": b""}
    data = damaged.get(damage, data)
    (tmp_path / "other.mou.yaml").write_bytes(data)
    done = run("export", session.name, "-o", "other.mou.yaml", "--force")
    assert (done.code, done.out) == (1, "")
    assert "is a session" in done.err
    assert (tmp_path / "other.mou.yaml").read_bytes() == data


def test_a_draft_never_gets_the_name_of_a_session(run: Run, session: Path, tmp_path: Path) -> None:
    done = run("export", session.name, "-o", "new.MOU.yaml")
    assert done.code == 1 and "is how a session is named" in done.err
    link = tmp_path / "link.md"
    (tmp_path / "damaged.mou.yaml").write_bytes(b"\0")
    link.symlink_to("damaged.mou.yaml")
    assert run("export", session.name, "-o", "link.md", "--force").code == 1
    assert link.read_bytes() == b"\0" and not (tmp_path / "new.MOU.yaml").exists()


@pytest.mark.parametrize("name", ["d.doc", "d.odt", "d.csv", "d.ics", "d.yaml"])
def test_a_draft_never_gets_a_name_of_another_kind(run: Run, session: Path, tmp_path: Path, name: str) -> None:
    done = run("export", session.name, "-o", name)
    assert done.code == 2 and "this writes Markdown. Name it “d.md”" in done.err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("words", [("-o", "d.html"), ("-o", "d.HTM"), ("--to", "html"), ("--to", "html", "-o", "d")])
def test_the_kind_is_asked_for_or_said_by_the_name(run: Run, session: Path, tmp_path: Path, words: list[str]) -> None:
    done = run("export", session.name, *words)
    assert (done.code, done.err) == (0, f"Wrote {words[-1] if '-o' in words else 'lake.html'}\n")
    (written,) = [path for path in tmp_path.iterdir() if path.suffix.lower() in (".html", ".htm") or path.name == "d"]
    assert written.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--to", "html", "-o", "d.md"), "“d.md” is the name of a Markdown file, and this writes a web page. Name it"),
        (
            ("--to", "md", "-o", "d.html"),
            "“d.html” is the name of a web page, and this writes Markdown. Name it “d.md”",
        ),
        (("--document", "calendar", "--to", "html"), "an entry for a calendar (.ics). Leave out --to."),
        (("--notes",), "--reference and --notes are for Word documents. Add --to docx."),
        (("--redline", "first", "--to", "pdf"), "--redline is for Word, Markdown and web pages. Add --to docx, md or"),
        (
            ("--notes", "--to", "docx", "--document", "record"),
            "--notes and --redline are for the draft. Leave out --document.",
        ),
        (("--document", "calendar", "-o", "d.html"), "and this writes an entry for a calendar. Name it “d.ics”"),
    ],
)
def test_a_kind_that_is_not_the_one_of_the_name_is_refused(
    run: Run, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    (tmp_path / "sample.mou.yaml").write_bytes(SAMPLE.read_bytes())
    done = run("export", "sample.mou.yaml", *words)
    assert (done.code, done.out) == (2, "") and why in done.err
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("d.")]


def test_a_word_file_is_one_and_no_terminal_is_filled_with_it(run: Run, session: Path, tmp_path: Path) -> None:
    assert run("export", session.name, "--to", "docx").err == "Wrote lake.docx\n"
    with zipfile.ZipFile(tmp_path / "lake.docx") as archive:
        assert "word/document.xml" in archive.namelist()


def test_without_what_writes_word_files_the_command_that_installs_it_is_said(
    run: Run, session: Path, tmp_path: Path
) -> None:
    missing = "u.find_spec = lambda name, *rest: name != 'docx' and spec(name, *rest) or None"
    (tmp_path / "sitecustomize.py").write_text(f"import importlib.util as u; spec = u.find_spec; {missing}")
    done = run("export", session.name, "-o", "d.docx", PYTHONPATH=f"{tmp_path}{os.pathsep}{TOP}")
    assert (done.code, done.out) == (1, "")
    assert "To write Word documents, mou-tui needs python-docx. Install it with: " in done.err
    assert done.err.endswith("-m pip install python-docx\n")
    assert not (tmp_path / "d.docx").exists()


def test_a_redline_is_made_against_a_milestone_or_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sample.mou.yaml").write_bytes(SAMPLE.read_bytes())
    done = run("export", "sample.mou.yaml", "--redline", "first reading")
    assert done.code == 0 and done.err.endswith("Wrote sample-redline.docx\n")
    assert "Compared with First reading; numbers are text in it" in done.err
    (tmp_path / "old.txt").write_text("1. Purpose\nThe officer keeps the peace.\n", encoding="utf-8")
    done = run("export", "sample.mou.yaml", "--redline", "old.txt", "-o", "other.docx")
    assert done.code == 0 and "Compared with old.txt" in done.err
    with zipfile.ZipFile(tmp_path / "other.docx") as archive:
        body = archive.read("word/document.xml")
    assert b"<w:delText" in body and b"<w:ins " in body
    assert run("export", "sample.mou.yaml", "--redline", "none.docx").code == 1
    for words, name in ((("--to", "md"), "sample-redline.md"), (("-o", "red.html"), "red.html")):
        done = run("export", "sample.mou.yaml", "--redline", "old.txt", *words)
        assert done.code == 0 and done.err.endswith(f"Wrote {name}\n")
        page = (tmp_path / name).read_text(encoding="utf-8")
        assert "<del>The officer keeps the peace.</del>" in page and "<ins>" in page


def test_there_is_no_copy_to_sign_while_something_is_open(run: Run, session: Path, tmp_path: Path) -> None:
    done = run("export", session.name, "--document", "copy")
    assert (done.code, done.out) == (1, "")
    assert "There is no copy to sign yet: 24 points still open.\n- Open clauses: 2.1 Duties of the SRO: " in done.err
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize("name", ["d.txt", "d", "d v2.final", "d.markdown"])
def test_any_other_name_is_the_persons_own(run: Run, session: Path, tmp_path: Path, name: str) -> None:
    assert run("export", session.name, "-o", name).code == 0
    assert (tmp_path / name).exists()


@pytest.mark.parametrize("words", [("export", "FILE", "-o", ""), ("open", ""), ("status", " "), ("new", "")])
def test_an_empty_name_is_none(run: Run, session: Path, words: tuple[str, ...]) -> None:
    done = run(*(session.name if word == "FILE" else word for word in words))
    assert done.code == 2 and "an empty name is no file" in done.err


def test_blanks_can_be_lines_to_write_on(run: Run, session: Path) -> None:
    draft = run("export", session.name, "-o", "-", "--blanks", "underline").out
    assert "wait ____________ days" in draft
    assert "[number]" not in draft


def test_a_draft_is_never_refused_because_something_is_open(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.mou.yaml").write_text("format: 1\nchecklist:\n  id: sro\n  version: 1\n...\n")
    done = run("export", "bare.mou.yaml", "-o", "-")
    assert done.code == 0
    assert done.out.count("[Not yet settled]") == 24


def test_a_draft_that_cannot_be_written_says_why(run: Run, session: Path) -> None:
    done = run("export", session.name, "-o", "no/such/folder/draft.md")
    assert (done.code, done.out) == (1, "")
    assert "its folder is gone" in done.err


def test_a_draft_is_unicode_on_any_terminal(run: Run, session: Path) -> None:
    done = run("export", session.name, "-o", "-", PYTHONIOENCODING="ascii")
    assert (done.code, done.err) == (0, "")
    assert "“the Police Department”" in done.out
    assert run("checklist", "show", PYTHONIOENCODING="ascii").code == 0


@pytest.mark.parametrize(
    ("document", "name", "begins"),
    [
        ("record", "sample-record.md", "# Record of the discussion\n"),
        ("signing", "sample-signing.md", "# Before you sign: what is still open\n"),
        ("worksheet", "sample-worksheet.md", "# SRO agreement: worksheet\n"),
        ("calendar", "sample-calendar.ics", "BEGIN:VCALENDAR\n"),
    ],
)
def test_every_document_goes_next_to_its_session_under_its_own_name(
    run: Run, tmp_path: Path, document: str, name: str, begins: str
) -> None:
    (tmp_path / "sample.mou.yaml").write_bytes(SAMPLE.read_bytes())
    done = run("export", "sample.mou.yaml", "--document", document)
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {name}\n")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_without_a_review_date_there_is_nothing_for_a_calendar(run: Run, session: Path, tmp_path: Path) -> None:
    done = run("export", session.name, "--document", "calendar")
    assert (done.code, done.out) == (1, "")
    assert "There is no review date for a calendar. 10.1 Review and amendment is empty." in done.err
    assert not list(tmp_path.glob("*.ics"))
