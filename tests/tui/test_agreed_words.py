"""Agreed words are not changed by a stray key: it says how to go on, in place of the keys, and does nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mou_tui.session.model import Party
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

TEXT = "Safe schools."
LINE = (
    "Police Department and School District agreed. To change the words: F7, then p (new ones beside) or "
    "Ctrl+U (these; both are asked again)"
)
CONSULTED = Party("parents", name="Lake City Parents’ Council", short="the Parents’ Council", part="consulted")


def is_held(person: Person) -> bool:
    """Whether nothing was changed, and the last line says how to go on."""
    return (
        person.editor.text == person.workspace.answer.text == TEXT
        and " ".join(line.strip() for line in person.lines[-2:]) == LINE
    )


@pytest.mark.parametrize("key", ["x", "enter", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+x"])
async def test_a_key_that_would_change_them_changes_nothing(
    repository: SessionRepository, begin: Begin, key: str
) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.press("f12", "ctrl+a" if key == "ctrl+x" else "right", key)
        assert is_held(person)
        before = person.workspace.session
        await person.press("right")
        assert person.lines[-1].startswith(" Ctrl+N Next")
        assert person.workspace.session is before


async def test_a_paste_with_line_ends_or_typing_as_fast_as_one_unlocks_nothing(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.press("f12")
        await person.pastes("One.\ne\n\nTwo.\n")
        assert is_held(person)
        await person.types("One.\ne\n\npTwo.\n")
        assert is_held(person)


async def test_no_letter_typed_among_the_parties_unlocks_them(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.press("f12", "f7")
        for letter in "bdefghijkmqrtvxyzBDEFGHIJKMQRTVXYZ .,;:’":
            await person.types(letter)
        await person.press("escape", "end")
        await person.types("x")
        assert is_held(person)


async def test_an_example_clearing_and_an_editor_of_ones_own_are_held_before_they_ask(
    repository: SessionRepository, begin: Begin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'w').write('Anything else.')")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.press("f12", "ctrl+t", "enter")
        assert is_held(person)
        await person.does("clear")
        assert is_held(person)
        await person.does("editor")
        assert is_held(person)


async def test_bringing_an_earlier_wording_back_is_held_as_well(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.press("end")
        await person.types(" Daily.")
        await person.press("f12")
        await person.does("history")
        await person.press("r")
        assert person.workspace.answer.text == f"{TEXT} Daily."
        assert (
            "F7 then Ctrl+U unlocks it: the Police Department and the School District will be asked again"
            in person.messages[-1]
        )


@pytest.mark.parametrize(
    "keys",
    [("f7", "o", "escape", "escape"), ("f7", "n", "n", "escape"), ("f7", "right", "right", "a", "escape")],
    ids=["objection", "no position", "only consulted"],
)
async def test_what_no_signing_party_supports_is_not_locked(
    repository: SessionRepository, begin: Begin, keys: tuple[str, ...]
) -> None:
    workspace = begin(purpose=TEXT)
    workspace.store.record(workspace.session.with_party(CONSULTED))
    async with open_interview(repository, workspace) as person:
        await person.press(*keys, "end")
        await person.types("x")
        assert person.editor.text == person.workspace.answer.text == f"{TEXT}x"


async def test_unlocked_it_stays_so_until_a_new_position_is_given(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=TEXT, scope="Everywhere.")) as person:
        await person.press("f12", "f7", "ctrl+u")
        assert person.at == "answer" and person.editor.text == TEXT
        assert person.holds("1.1 is unlocked.")
        await person.press("end", "x", "backspace", "ctrl+n", "ctrl+b", "y")
        assert person.workspace.answer.text == f"{TEXT}y"
        await person.press("f12", "z")
        assert person.workspace.answer.text == f"{TEXT}y"


async def test_it_is_locked_again_when_the_session_is_opened(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose=TEXT)
    async with open_interview(repository, workspace) as person:
        await person.press("f12", "f7", "ctrl+u")
    async with open_interview(repository, repository.open(workspace.store.path)) as person:
        await person.press("x")
        assert is_held(person)


async def test_f7_p_puts_another_wording_next_to_it(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.press("f12", "x", "f7", "p")
        await person.types(" Calm ones.")
        await person.press("tab", "enter")
        assert person.workspace.answer.text == TEXT
        assert person.workspace.answer.alternatives["agency"].text == f"{TEXT} Calm ones."


async def test_undo_and_redo_go_through_agreed_words(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.press("end", "!", "f12", "ctrl+z")
        assert person.workspace.answer.positions == {}
        await person.press("ctrl+z")
        assert person.editor.text == person.workspace.answer.text == TEXT
        await person.press("ctrl+y", "ctrl+y")
        assert person.editor.text == person.workspace.answer.text == f"{TEXT}!"
        assert set(person.workspace.answer.positions) == {"agency", "district"}
        await person.types("x")
        assert person.editor.text == f"{TEXT}!"


@pytest.mark.parametrize("size", [NARROW, SMALL, WIDE])
async def test_the_line_fits_and_says_how_to_go_on_at_any_size(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(purpose=TEXT), size=size) as person:
        await person.press("f12", "x")
        line = " ".join(row.strip() for row in person.lines[-2:])
        assert "agreed" in line.lower() and "F7, then p (new" in line and "Ctrl+U (these; both" in line
        assert line.rstrip().endswith("asked again)")
        if size == WIDE:
            assert "The Police Department and the School District agreed to these words." in line


async def test_the_words_of_the_line_can_be_clicked(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.press("f12", "x")
        await person.clicks("Ctrl+U")
        await person.press("end", "x")
        assert person.workspace.answer.text == f"{TEXT}x"
