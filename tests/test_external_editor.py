from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave
from mou_tui.external_editor import edit_externally


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script to fill, which is the person's editor; it finds the file as `file`."""
    script = tmp_path / "an editor" / "edit.py"
    script.parent.mkdir()
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{script}' --wait")
    monkeypatch.setenv("EDITOR", "never-this-one")
    return script


def does(editor: Path, *lines: str) -> None:
    setting = ["import os, pathlib, sys", "file = pathlib.Path(sys.argv[-1])"]
    editor.write_text("\n".join((*setting, *lines)), encoding="utf-8")


def left() -> list[Path]:
    state = paths.state()
    return sorted(state.rglob("*")) if state.exists() else []


def test_what_the_editor_wrote_comes_back(editor: Path) -> None:
    does(editor, "file.write_text(file.read_text(encoding='utf-8') + ' Sí.\\n', encoding='utf-8')")

    assert edit_externally("We agree.") == "We agree. Sí."
    assert left() == []


def test_the_file_is_for_its_owner_alone_and_says_what_it_is(editor: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    does(
        editor,
        f"seen = pathlib.Path({str(seen)!r})",
        "seen.write_text(f'{file.stat().st_mode:o} {file.parent.stat().st_mode:o} {file}')",
    )
    edit_externally("We agree.")

    mode, folder_mode, name = seen.read_text().split(" ", 2)
    assert stat.S_IMODE(int(mode, 8)) == 0o600
    assert stat.S_IMODE(int(folder_mode, 8)) == 0o700
    assert name.endswith(".md")
    assert Path(name).is_relative_to(paths.state())


def test_what_editors_leave_next_to_the_file_goes_too(editor: Path) -> None:
    does(editor, "(file.parent / 'answer.md~').write_text('a backup')", "(file.parent / '.answer.md.swp').touch()")
    edit_externally("We agree.")

    assert left() == []


@pytest.mark.parametrize(
    ("before", "written", "after"),
    [
        ("We agree.", b"We agree.\n", "We agree."),
        ("We agree.\n", b"We agree.\n", "We agree.\n"),
        ("We agree.", b"We agree.\n\n", "We agree.\n"),
        ("We agree.", b"\xef\xbb\xbfOne\r\ntwo\r\n", "One\ntwo"),
        ("We agree.", b"", ""),
    ],
)
def test_line_ends_are_as_the_person_meant_them(editor: Path, before: str, written: bytes, after: str) -> None:
    does(editor, f"file.write_bytes({written!r})")

    assert edit_externally(before) == after


@pytest.mark.parametrize(
    ("action", "why"),
    [
        ("sys.exit(1)", "ended with the code 1"),
        ("file.unlink()", "it is not there"),
        ("file.write_bytes(b'\\xff')", "did not save in UTF-8"),
        ("file.write_bytes(b'x' * 5_000_000)", "larger than"),
        ("file.unlink(); file.mkdir()", "it is a folder"),
        ("os.kill(os.getpid(), 9)", "ended with the code -9"),
    ],
)
def test_an_editor_that_fails_gives_nothing_back_and_leaves_nothing(editor: Path, action: str, why: str) -> None:
    does(editor, action)
    with pytest.raises(CannotOpen, match=why):
        edit_externally("We agree.")

    assert left() == []


def test_editor_is_used_where_visual_is_not_set(editor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    does(editor, "file.write_text('From EDITOR.')")
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{editor}'")
    monkeypatch.setenv("VISUAL", "")

    assert edit_externally("We agree.") == "From EDITOR."


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ("", "No editor is set"),
        ("no-such-editor-anywhere", "cannot be started: it is not there"),
        ("'unbalanced", "quotation mark"),
    ],
)
def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, named: str, why: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named)
    with pytest.raises(CannotOpen, match=why):
        edit_externally("We agree.")


def test_a_state_folder_that_cannot_be_made_is_told(editor: Path, home: Path) -> None:
    does(editor, "pass")
    home.write_text("a file in its place")
    with pytest.raises(CannotSave):
        edit_externally("We agree.")


def test_ctrl_c_is_the_editors(editor: Path) -> None:
    does(editor, "import signal", "os.kill(os.getppid(), signal.SIGINT)", "file.write_text('Still here.')")

    assert edit_externally("We agree.") == "Still here."
