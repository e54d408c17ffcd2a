"""Saving, going on in another file, and the draft as a file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from mou_tui.exchange.export import markdown
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.plain.conftest import Begin
from tests.plain.talking import talk


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one is in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def draft(workspace: Workspace) -> str:
    return markdown(workspace.checklist, workspace.session, now=workspace.clock())


def test_the_draft_is_written_next_to_the_session_or_where_one_says(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(workspace, "export", "", "show", "export", "my draft.md", "show")
    default_path = workspace.store.path.with_name(workspace.store.path.name.replace(".mou.yaml", ".md"))
    assert default_path.read_text("utf-8") == Path("my draft.md").read_text("utf-8") == draft(workspace)
    assert "Wrote my draft.md." in output


@pytest.mark.parametrize(("line", "printed"), [("show", "For [number] days."), ("lines", "For ____________ days.")])
def test_blanks_print_as_they_are_or_as_lines(begin: Begin, line: str, printed: str) -> None:
    output = talk(begin(purpose="For [number] days."), "export", "out.md", line)
    assert "blanks. Say show to print them as they are, or lines to write on:" in output
    assert printed in Path("out.md").read_text("utf-8")


def test_a_document_is_written_as_the_kind_that_is_said_or_named_and_that_is_the_next_one(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    talk(workspace, "export web", "", "show", "export signing", "", "export", "out.md", "show", "quit")
    for name in ("", "-signing"):
        page = workspace.store.path.with_name(workspace.store.path.name.replace(".mou.yaml", f"{name}.html"))
        assert page.read_text("utf-8").startswith("<!doctype html>")
    assert Path("out.md").read_text("utf-8") == draft(workspace)


def test_a_name_of_another_kind_than_was_said_is_refused(begin: Begin) -> None:
    output = talk(begin(), "export web", "out.md", "show", "quit")
    assert "“out.md” is the name of a Markdown file, and this writes a web page. Name it “out.html”." in output
    assert not Path("out.md").exists()


def test_comments_go_out_with_a_draft_for_word(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.positions.take("district", "objects", "the fee")
    output = talk(workspace, "export word notes", "", "show", "export pdf notes", "x.pdf", "quit")
    (written,) = workspace.store.path.parent.glob("*.docx")
    with zipfile.ZipFile(written) as archive:
        assert b"the fee" in archive.read("word/comments.xml")
    assert "Comments go out with a draft for Word alone." in output


def test_a_redline_is_made_from_a_milestone(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.minutes.mark("first reading")
    output = talk(workspace, "redline", "redline first", "red.docx", "show", "quit")
    assert "No earlier agreement was read into this session." in output
    assert "Write the changes from first reading to which file?" in output
    with zipfile.ZipFile("red.docx") as archive:
        assert b"Safe schools." in archive.read("word/document.xml")
    output = talk(workspace, "redline first", "red.md", "show", "redline first", "red.pdf", "quit")
    assert "Safe schools." in Path("red.md").read_text("utf-8")
    assert "Name a file .docx, .md or .html." in output


def test_no_file_is_replaced_without_asking(begin: Begin) -> None:
    Path("out.md").write_text("Mine.")
    workspace = begin()
    output = talk(workspace, "export", "out.md", "show", "keep")
    assert "Nothing was written." in output
    assert Path("out.md").read_text() == "Mine."
    talk(workspace, "export", "out.md", "show", "replace")
    assert Path("out.md").read_text("utf-8") == draft(workspace)


def test_a_session_is_never_replaced_by_a_draft(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.flush()
    output = talk(workspace, "export", str(workspace.store.path), "show", "replace", "quit")
    assert "is a session; a document never takes its place." in output
    assert b"Safe schools." in workspace.store.path.read_bytes()


def test_a_draft_that_cannot_be_written_is_told(begin: Begin) -> None:
    output = talk(begin(), "export", "no/such/folder/out.md", "show", "export", ":cancel", "save", "quit")
    assert "Cannot save" in output
    assert "Left as it was." in output
    assert output.code == 0


def test_one_goes_on_in_another_file(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    before = workspace.store.path
    output = talk(workspace, "elsewhere", "other.mou.yaml", "write", "add", "More.", ":end", "quit")
    assert "You are now working in other.mou.yaml." in output
    assert "More." in Path("other.mou.yaml").read_text("utf-8")
    assert "More." not in before.read_text("utf-8")


@pytest.mark.parametrize("line", ["", ":cancel"])
def test_one_may_stay_in_the_file(begin: Begin, line: str) -> None:
    workspace = begin()
    before = workspace.store.path
    output = talk(workspace, "elsewhere", line, "quit")
    assert "Left as it was." in output
    assert workspace.store.path == before


def test_of_a_read_only_session_a_copy_is_worked_on(begin: Begin, repository: SessionRepository) -> None:
    store = begin(purpose="Safe schools.").store
    store.close()
    workspace = repository.open(store.path, read_only=True)
    talk(workspace, "elsewhere", "copy.mou.yaml", "write", "replace", "Ours.", ":end", "quit")
    assert "Ours." in Path("copy.mou.yaml").read_text("utf-8")
    assert "Ours." not in store.path.read_text("utf-8")


def test_a_file_somebody_else_changed_is_told_at_once_and_at_the_end(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.flush()
    path = workspace.store.path
    theirs = path.read_bytes().replace(b"Safe schools.", b"Theirs.")

    def meanwhile() -> None:
        path.write_bytes(theirs)

    output = talk(workspace, meanwhile, "write", "replace", "Ours.", ":end", "save", "show", "quit")
    assert output.code == 1
    assert "Theirs is untouched; yours goes on in" in output.after("save")
    assert "Theirs is untouched; yours goes on in" in output.after("quit")
    assert path.read_bytes() == theirs
    assert "Ours." in workspace.store.path.read_text("utf-8")
    assert workspace.store.path != path


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("record", "-record.md"),
        ("signing", "-signing.md"),
        ("w", "-worksheet.md"),
        ("calendar", "-calendar.ics"),
        ("board", "-board.md"),
        ("families", "-families.md"),
        ("parents", "-families.md"),
        ("staff card", "-staff.md"),
    ],
)
def test_every_document_is_written_next_to_the_session(begin: Begin, line: str, name: str) -> None:
    review = "The parties shall review this agreement every year, by May 1."
    workspace = begin(purpose="For [number] days.", review=review)
    workspace.parties.update((), {"start-date": "July 1, 2027"})
    output = talk(workspace, f"export {line}", "", "quit")
    path = workspace.store.path.with_name(workspace.store.path.name.replace(".mou.yaml", name))
    assert f"Wrote {path}." in output
    assert path.read_text("utf-8")
    assert "to print them as they are" not in output


def test_a_document_that_cannot_be_made_or_is_none_is_told(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "export calendar", "", "export nonsense", "quit")
    assert "There is no review date for a calendar." in output
    choices = (
        "record, signing, worksheet, agenda, copy, calendar, changes, board, families, staff, requirements, duties, "
        "deadlines, amendment, feedback"
    )
    words = " ".join(output.after("export nonsense").split())
    assert words.startswith(f"Say export, or export with one of: {choices}. A kind may follow: markdown, ")
    assert not list(workspace.store.path.parent.glob("*.ics"))


def test_words_are_removed_for_good(begin: Begin, home: Path) -> None:
    workspace = begin(purpose="Ask Jordan Quillfeather.")
    output = talk(workspace, "strike", "Jordan Quillfeather", "yes", "undo", "quit")
    assert "ask counsel before you remove anything" in output
    assert "Removed in" in output
    assert "There is nothing to take back." in output
    files = [path for path in workspace.store.path.parents[1].rglob("*") if path.is_file()]
    assert not [path for path in files if b"Quillfeather" in path.read_bytes()]
    assert b"Ask [removed " in workspace.store.path.read_bytes()


def test_they_stay_where_one_thinks_better_of_it(begin: Begin) -> None:
    workspace = begin(purpose="Ask Jordan Quillfeather.")
    for lines in ((":cancel",), ("Jordan Quillfeather", "no"), ("-", "yes")):
        talk(workspace, "strike", *lines, "quit")
    assert b"Ask Jordan Quillfeather." in workspace.store.path.read_bytes()
