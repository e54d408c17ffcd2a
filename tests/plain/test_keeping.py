"""Saving, going on in another file, and the draft as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.export import markdown
from tests.plain.conftest import Begin
from tests.plain.talking import talk


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one is in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def draft(desk: Desk) -> str:
    return markdown(desk.checklist, desk.session)


def test_the_draft_is_written_beside_the_session_or_where_one_says(begin: Begin) -> None:
    desk = begin(purpose="Safe schools.")
    heard = talk(desk, "export", "", "show", "export", "my draft.md", "show")
    beside = desk.store.path.with_name(desk.store.path.name.replace(".mou.yaml", ".md"))
    assert beside.read_text("utf-8") == Path("my draft.md").read_text("utf-8") == draft(desk)
    assert "Wrote my draft.md." in heard


@pytest.mark.parametrize(("said", "printed"), [("show", "For [number] days."), ("lines", r"For \_\_\_")])
def test_blanks_print_as_they_are_or_as_lines(begin: Begin, said: str, printed: str) -> None:
    heard = talk(begin(purpose="For [number] days."), "export", "out.md", said)
    assert "blanks. Say show to print them as they are, or lines to write on:" in heard
    assert printed in Path("out.md").read_text("utf-8")


def test_no_file_is_replaced_without_asking(begin: Begin) -> None:
    Path("out.md").write_text("Mine.")
    desk = begin()
    heard = talk(desk, "export", "out.md", "show", "keep")
    assert "Nothing was written." in heard
    assert Path("out.md").read_text() == "Mine."
    talk(desk, "export", "out.md", "show", "replace")
    assert Path("out.md").read_text("utf-8") == draft(desk)


def test_a_session_is_never_replaced_by_a_draft(begin: Begin) -> None:
    desk = begin(purpose="Safe schools.")
    desk.store.flush()
    heard = talk(desk, "export", str(desk.store.path), "show", "replace", "quit")
    assert "is a session; a document never takes its place." in heard
    assert b"Safe schools." in desk.store.path.read_bytes()


def test_a_draft_that_cannot_be_written_is_told(begin: Begin) -> None:
    heard = talk(begin(), "export", "no/such/folder/out.md", "show", "export", ":cancel", "save", "quit")
    assert "Cannot save" in heard
    assert "Left as it was." in heard
    assert heard.code == 0


def test_one_goes_on_in_another_file(begin: Begin) -> None:
    desk = begin(purpose="Safe schools.")
    before = desk.store.path
    heard = talk(desk, "elsewhere", "other.mou.yaml", "write", "add", "More.", ":end", "quit")
    assert "You go on in other.mou.yaml." in heard
    assert "More." in Path("other.mou.yaml").read_text("utf-8")
    assert "More." not in before.read_text("utf-8")


@pytest.mark.parametrize("said", ["", ":cancel"])
def test_one_may_stay_in_the_file(begin: Begin, said: str) -> None:
    desk = begin()
    before = desk.store.path
    heard = talk(desk, "elsewhere", said, "quit")
    assert "Left as it was." in heard
    assert desk.store.path == before


def test_of_a_read_only_session_a_copy_is_worked_on(begin: Begin, cabinet: Cabinet) -> None:
    store = begin(purpose="Safe schools.").store
    store.close()
    desk = cabinet.open(store.path, read_only=True)
    talk(desk, "elsewhere", "copy.mou.yaml", "write", "replace", "Ours.", ":end", "quit")
    assert "Ours." in Path("copy.mou.yaml").read_text("utf-8")
    assert "Ours." not in store.path.read_text("utf-8")


def test_a_file_somebody_else_changed_is_told_at_once_and_at_the_end(begin: Begin) -> None:
    desk = begin(purpose="Safe schools.")
    desk.store.flush()
    path = desk.store.path
    theirs = path.read_bytes().replace(b"Safe schools.", b"Theirs.")

    def meanwhile() -> None:
        path.write_bytes(theirs)

    heard = talk(desk, meanwhile, "write", "replace", "Ours.", ":end", "save", "show", "quit")
    assert heard.code == 1
    assert "Theirs is untouched; yours goes on in" in heard.after("save")
    assert "Theirs is untouched; yours goes on in" in heard.after("quit")
    assert path.read_bytes() == theirs
    assert "Ours." in desk.store.path.read_text("utf-8")
    assert desk.store.path != path


@pytest.mark.parametrize(
    ("said", "name"),
    [("record", "-record.md"), ("signing", "-signing.md"), ("w", "-worksheet.md"), ("calendar", "-calendar.ics")],
)
def test_every_document_is_written_beside_the_session(begin: Begin, said: str, name: str) -> None:
    review = "The parties shall review this agreement every year, by May 1."
    desk = begin(purpose="For [number] days.", review=review)
    desk.set_names((), {"start-date": "July 1, 2027"})
    heard = talk(desk, f"export {said}", "", "quit")
    path = desk.store.path.with_name(desk.store.path.name.replace(".mou.yaml", name))
    assert f"Wrote {path}." in heard
    assert path.read_text("utf-8")
    assert "to print them as they are" not in heard


def test_a_document_that_cannot_be_made_or_is_none_is_told(begin: Begin) -> None:
    desk = begin()
    heard = talk(desk, "export calendar", "", "export nonsense", "quit")
    assert "There is no review date for a calendar." in heard
    assert heard.after("export nonsense") == "Say export, or export with one of: record, signing, worksheet, calendar."
    assert not list(desk.store.path.parent.glob("*.ics"))


def test_words_are_removed_for_good(begin: Begin, home: Path) -> None:
    desk = begin(purpose="Ask Jordan Quillfeather.")
    heard = talk(desk, "strike", "Jordan Quillfeather", "yes", "undo", "quit")
    assert "ask counsel before you remove anything" in heard
    assert "Removed in" in heard
    assert "There is nothing to take back." in heard
    files = [path for path in desk.store.path.parents[1].rglob("*") if path.is_file()]
    assert not [path for path in files if b"Quillfeather" in path.read_bytes()]
    assert b"Ask [removed " in desk.store.path.read_bytes()


def test_they_stay_where_one_thinks_better_of_it(begin: Begin) -> None:
    desk = begin(purpose="Ask Jordan Quillfeather.")
    for lines in ((":cancel",), ("Jordan Quillfeather", "no"), ("-", "yes")):
        talk(desk, "strike", *lines, "quit")
    assert b"Ask Jordan Quillfeather." in desk.store.path.read_bytes()
