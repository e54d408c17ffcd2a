"""Writing the draft to a file."""

from __future__ import annotations

import zipfile
from pathlib import Path

from textual.widgets import Input

from mou_tui.exchange.export import markdown
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


async def test_the_draft_goes_next_to_the_session_unless_another_place_is_named(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.does("export")
        await person.press("enter", "enter", "enter")

        (written,) = workspace.store.path.parent.glob("*.md")
        assert written.read_text("utf-8") == markdown(workspace.checklist, workspace.session, now=workspace.clock())
        assert str(written.name) in person.messages[-1]


async def test_blanks_print_as_they_are_or_as_lines(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    async with open_interview(repository, begin(purpose="Pay [amount].")) as person:
        for name, downs in (("shown.md", 0), ("lines.md", 1)):
            await person.does("export")
            await person.press("enter", "ctrl+e", "ctrl+u")
            await person.types(str(tmp_path / name))
            await person.press("enter", *["down"] * downs, "enter")

    assert "Pay [amount]." in (tmp_path / "shown.md").read_text("utf-8")
    assert "Pay ___" in (tmp_path / "lines.md").read_text("utf-8")


async def test_the_kind_is_chosen_and_is_the_one_to_begin_at_the_next_time(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.does("export")
        await person.press("down", "down", "enter", "enter", "enter")
        (written,) = workspace.store.path.parent.glob("*.html")
        assert "Safe schools." in written.read_text("utf-8")

        written.unlink()
        await person.does("export")
        await person.press("enter", "enter", "enter")
        assert written.exists()

        await person.does("export")
        await person.press("enter", "ctrl+e", "ctrl+u")
        await person.types("draft.md")
        await person.press("enter")
        assert "was not written" in person.screen
        assert "“draft.html”" in person.screen


async def test_a_word_file_of_the_draft_goes_out_alone_with_comments_or_with_tracked_changes(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.positions.take("district", "objects", "the fee")
    workspace.minutes.mark("first reading")
    async with open_interview(repository, workspace) as person:
        for downs, holds in ((0, None), (1, "word/comments.xml"), (2, None)):
            path = tmp_path / f"{downs}.docx"
            await person.does("export")
            await person.press("home", "down", "enter", "ctrl+e", "ctrl+u")
            await person.types(str(path))
            await person.press("enter", "enter")
            assert "With tracked changes from “first reading”" in person.screen
            await person.press(*["down"] * downs, "enter")
            with zipfile.ZipFile(path) as archive:
                assert ("word/comments.xml" in archive.namelist()) == bool(holds)
                assert archive.read("word/document.xml").count(b"mou_clause_purpose") == (0 if downs == 2 else 1)


async def test_the_changes_from_a_milestone_go_out_as_a_web_page_too(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.minutes.mark("first reading")
    workspace.answers.write("Safer schools.")
    async with open_interview(repository, workspace) as person:
        await person.does("export")
        await person.press("home", "down", "down", "enter", "ctrl+e", "ctrl+u")
        await person.types(str(tmp_path / "red.html"))
        await person.press("enter", "enter")
        assert "With the changes from “first reading”" in person.screen
        await person.press("down", "enter")
        assert "<del>Safe</del><ins>Safer</ins> schools." in (tmp_path / "red.html").read_text("utf-8")


async def test_a_file_that_is_there_is_replaced_only_when_told_to(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    there = tmp_path / "draft.md"
    there.write_text("precious")
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("ctrl+r")
        for keys, replaced in ((["escape"], False), (["enter"], False), (["down", "enter"], True)):
            await person.press("e", "enter", "enter", "ctrl+e", "ctrl+u")
            await person.types(str(there))
            await person.press("enter", "enter")
            assert "already" in person.screen
            await person.press(*keys)

            assert ("Safe schools." in there.read_text("utf-8")) is replaced
            assert isinstance(person.app.screen, ReviewScreen)


async def test_what_cannot_be_written_is_said_and_the_interview_goes_on(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        for path in ("/nowhere/at/all/draft.md", "~nobody-of-this-name/draft.md", "x" * 300 + ".md"):
            await person.does("export")
            await person.press("enter", "ctrl+e", "ctrl+u")
            await person.pastes(path)
            await person.press("enter", "enter")
            assert "was not written" in person.screen
            await person.press("enter")

        assert person.at == "answer-panel"


async def test_the_review_exports_every_document(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    folder = workspace.store.path.parent
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+r")
        for downs, name in (
            (1, "record"),
            (2, "worksheet"),
            (3, "agenda"),
            (6, "board"),
            (7, "families"),
            (8, "staff"),
        ):
            await person.press("e")
            assert "The card for staff" in person.screen
            await person.press(*["down"] * downs, "enter", "enter", "enter")
            (written,) = folder.glob(f"*-{name}.md")
            assert written.read_text("utf-8").startswith("# ")
            assert isinstance(person.app.screen, ReviewScreen)


EDGES = str.maketrans("█│", "  ")


async def test_a_long_path_begins_at_a_folder_and_shows_its_name_whole(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.does("export")
        await person.press("enter")
        line = person.query("#field-path", Input)
        whole = line.value
        assert len(whole) > line.size.width
        name = Path(whole).name
        await person.settles()
        assert f"{name},in" in "".join(person.screen.translate(EDGES).split())
        await person.press("ctrl+e", "ctrl+u")
        await person.types(f"/{'a long folder name/' * 5}draft.md")
        whole = line.value
        (row,) = (row for row in person.lines if ".md" in row and ", in" not in row)
        shown = row.partition("…")[2].rstrip(" █│▊▎")
        assert shown.startswith("/a long folder name/")
        assert whole.endswith(shown)
        await person.press("home")
        assert person.holds(whole[:50])
        await person.press("end", "backspace")
        assert line.value == whole[:-1]
