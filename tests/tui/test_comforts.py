"""The program as one person needs it: their keys, colours, cursor, editor, and a small screen."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

import pytest
from textual.widget import Widget

from mou_tui import settings
from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.settings import Loaded, Settings, load
from mou_tui.tui.app import MouApp
from mou_tui.tui.screens.help import HelpScreen
from mou_tui.tui.screens.interview import InterviewScreen
from mou_tui.tui.screens.review import ReviewScreen
from tests.bench.terminal import Screen, Terminal
from tests.tui.conftest import Begin
from tests.tui.sitting import NARROW, Person


@asynccontextmanager
async def at_home(
    cabinet: Cabinet, desk: Desk | None = None, loaded: Loaded | None = None, *, size: tuple[int, int] = NARROW
) -> AsyncIterator[Person]:
    """The program as a person set it up."""
    app = MouApp(cabinet, desk, loaded=loaded or load())
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Person(app, pilot)


class Recorder(Screen):
    """A screen that keeps all that was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written = ""

    def feed(self, text: str, at: float) -> None:
        self.written += text
        super().feed(text, at)


def program(*arguments: str | Path, home: Path, **environment: str) -> Terminal:
    """The program itself in a terminal of its own."""
    command = [sys.executable, "-m", "mou_tui", *map(str, arguments)]
    terminal = Terminal(command, {**os.environ, "MOU_TUI_HOME": str(home), "TERM": "xterm-256color", **environment})
    terminal.screen = Recorder()
    return terminal


def written(terminal: Terminal) -> str:
    """All that the program wrote."""
    assert isinstance(terminal.screen, Recorder)
    return terminal.screen.written


def keyed(**keys: str) -> Loaded:
    return Loaded(Settings(keys=keys))


async def test_a_theme_chosen_in_the_palette_is_there_the_next_time(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin()) as person:
        await person.press("ctrl+p")
        await person.types("theme")
        await person.press("enter")
        await person.types("mou-high-contrast")
        await person.press("enter")
        assert person.app.theme == "mou-high-contrast"

    async with at_home(cabinet) as person:
        assert person.app.theme == "mou-high-contrast"
        assert person.told == []


async def test_a_theme_there_is_not_is_told_and_stays_in_the_file(cabinet: Cabinet) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("theme: nrod\n", encoding="utf-8")
    async with at_home(cabinet) as person:
        assert "There is no theme “nrod”." in person.told[0]

    assert settings.path().read_text(encoding="utf-8") == "theme: nrod\n"


async def test_mistakes_in_the_settings_are_told_once_and_nothing_is_blocked(cabinet: Cabinet, begin: Begin) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("muose: no\n", encoding="utf-8")
    async with at_home(cabinet, begin()) as person:
        assert person.told == [
            "settings.yaml:1: unknown key “muose”; did you mean “mouse”?\nThe usual settings hold there."
        ]
        await person.types("We agree.")
        assert person.desk.wording == "We agree."


async def test_a_theme_that_cannot_be_remembered_is_taken_up_all_the_same(cabinet: Cabinet) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("muose: no\n", encoding="utf-8")
    async with at_home(cabinet) as person:
        person.app.theme = "nord"
        await person.pilot.pause()

        assert person.told[-1].startswith("The theme is not remembered: settings.yaml:1")


async def test_a_key_given_to_a_deed_does_it_and_the_usual_one_no_longer_does(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(), keyed(review="F12")) as person:
        await person.press("ctrl+r")
        assert isinstance(person.app.screen, InterviewScreen)
        await person.press("f12")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("f12")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_help_palette_and_footer_name_the_keys_that_were_given(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(), keyed(next="f12")) as person:
        assert "f12 Next" in person.screen

        await person.press("f1")
        assert isinstance(person.app.screen, HelpScreen)
        assert "F12     Go to the next question." in person.screen
        await person.press("escape", "ctrl+p")
        await person.types("next question")
        assert person.holds("Next question (F12)")


async def test_a_deed_without_a_key_can_be_given_one(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(purpose="We agree."), keyed(clear="f12")) as person:
        await person.press("f12")

        assert person.desk.wording == ""


async def test_keys_can_be_swapped(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(), keyed(next="ctrl+b", back="ctrl+n")) as person:
        here = person.desk.place
        await person.press("ctrl+b")
        assert person.desk.place != here
        await person.press("ctrl+n")
        assert person.desk.place == here
        assert person.told == []


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [
        ({"revew": "f12"}, "There is nothing called “revew” to give keys to. Did you mean “review”?"),
        ({"next": "ctrl+g"}, "“next” and “next_open” would both have ctrl+g."),
        ({"next": "f12", "back": "f12"}, "“next” and “back” would both have f12."),
        ({"review": "contrl+x"}, "“review”: contrl+x is no key."),
        ({"review": "Ctrl+W"}, "“review”: ctrl+w is for writing the answer."),
        ({"review": "x"}, "“review”: x is for writing the answer."),
        ({"quit": "escape"}, "“quit”: escape always does what it does."),
        ({"find": " , "}, "“find” is given no key."),
    ],
)
async def test_keys_that_cannot_be_given_are_told_and_the_usual_ones_stay(
    cabinet: Cabinet, begin: Begin, keys: dict[str, str], complaint: str
) -> None:
    async with at_home(cabinet, begin(), keyed(**keys)) as person:
        assert person.told == [f"{complaint}\nThe usual settings hold there."]
        here = person.desk.place
        await person.press("ctrl+n")
        assert person.desk.place != here
        await person.press("ctrl+r")
        assert isinstance(person.app.screen, ReviewScreen)


@pytest.fixture
def own_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script to fill, which is the person's own editor; the screen is lent to it without a terminal."""
    script = tmp_path / "edit.py"
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{script}'")
    monkeypatch.setattr(MouApp, "suspend", lambda _app: nullcontext())
    return script


def writes(own_editor: Path, text: str) -> None:
    own_editor.write_text(f"import pathlib, sys; pathlib.Path(sys.argv[1]).write_bytes({text.encode()!r})")


async def test_an_answer_is_written_in_ones_own_editor_as_one_step_of_undo(
    cabinet: Cabinet, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "The SRO shall report\nwithin [number] days.\n")
    async with at_home(cabinet, begin(purpose="We agree.")) as person:
        await person.types("Indeed: ")
        await person.press("f10")
        assert person.desk.wording == "The SRO shall report\nwithin [number] days."
        assert person.at == "answer"

        await person.press("ctrl+z")
        assert person.desk.wording == "Indeed: We agree."
        await person.press("ctrl+y")
        assert person.desk.wording == "The SRO shall report\nwithin [number] days."


async def test_control_characters_from_ones_own_editor_are_replaced_and_told(
    cabinet: Cabinet, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "We \x1b[31magree.\n")
    async with at_home(cabinet, begin()) as person:
        await person.press("f10")

        assert person.desk.wording == "We ␛[31magree."
        assert person.told == ["1 control characters were replaced in what you wrote."]


async def test_an_editor_that_fails_changes_nothing_and_says_so(
    cabinet: Cabinet, begin: Begin, own_editor: Path
) -> None:
    own_editor.write_text("import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('gone'); sys.exit(3)")
    async with at_home(cabinet, begin(purpose="We agree.")) as person:
        await person.press("f10")

        assert person.editor.text == person.desk.wording == "We agree."
        assert "ended with the code 3. Nothing was changed." in person.told[-1]


async def test_an_editor_that_changed_nothing_leaves_no_step(cabinet: Cabinet, begin: Begin, own_editor: Path) -> None:
    own_editor.write_text("")
    async with at_home(cabinet, begin(purpose="We agree.")) as person:
        await person.types("Yes. ")
        await person.press("f10")
        assert "Nothing was changed." in person.told[-1]

        await person.press("ctrl+z")
        assert person.desk.wording == "We agree."


async def test_where_the_screen_cannot_be_lent_that_is_said(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(purpose="We agree.")) as person:
        await person.press("f10")

        assert person.told == ["The screen cannot be lent to an editor here. Nothing was changed."]


async def test_ones_own_editor_is_not_offered_where_nothing_may_change(
    cabinet: Cabinet, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "gone")
    desk = begin(purpose="We agree.")
    desk.store.close()
    async with at_home(cabinet, cabinet.open(desk.store.path, read_only=True)) as person:
        await person.press("f10")

        assert person.desk.wording == person.editor.text == "We agree."


def test_the_terminal_is_the_editors_and_then_ours_again(begin: Begin, home: Path, own_editor: Path) -> None:
    desk = begin(purpose="We agree.")
    desk.store.close()
    own_editor.write_text(
        "import pathlib, sys, termios\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "echoes = bool(termios.tcgetattr(0)[3] & termios.ICANON)\n"
        "print('the editor', flush=True)\n"
        "file.write_text(file.read_text() + f' Lines: {echoes}.')\n"
    )
    with program("open", desk.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "We agree." in screen.text)
        terminal.send("\x1b[21~")
        terminal.wait(lambda screen: "Lines: True." in screen.text)
        terminal.send(" Back.")
        terminal.wait(lambda screen: "Back." in screen.text)
        terminal.send("\x11")
        terminal.wait_until_quiet(0.5)

        before, _, after = written(terminal).partition("the editor")
        assert before.rindex("\x1b[?1049l") > before.rindex("\x1b[?1049h")
        assert "\x1b[?1049h" in after
    assert "We agree. Lines: True. Back." in desk.store.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("before", [True, False])
def test_the_mouse_can_be_left_to_the_terminal(begin: Begin, home: Path, before: bool) -> None:
    desk = begin()
    desk.store.close()
    path = str(desk.store.path)
    arguments = ["--no-mouse", "open", path] if before else ["open", path, "--no-mouse"]
    with program(*arguments, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" not in written(terminal)


def test_the_mouse_can_be_left_to_the_terminal_for_good(begin: Begin, home: Path) -> None:
    desk = begin()
    desk.store.close()
    with program("open", desk.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" in written(terminal)

    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("mouse: no\n", encoding="utf-8")
    with program("open", desk.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" not in written(terminal)


def is_in_view(person: Person) -> bool:
    """Whether what has the focus is on the screen, at least with its first row."""
    focused = person.app.focused
    assert focused is not None
    place = person.app.screen.find_widget(focused)
    return bool(place.region.intersection(place.clip))


@pytest.mark.parametrize("screen", ["interview", "guidance", "review", "names", "home"])
async def test_what_has_the_focus_is_always_on_the_screen(cabinet: Cabinet, begin: Begin, screen: str) -> None:
    desk = None if screen == "home" else begin(purpose="We agree.")
    async with at_home(cabinet, desk, size=(40, 12)) as person:
        if screen == "guidance":
            await person.press("f4")
        elif screen == "review":
            await person.press("ctrl+r")
        elif screen == "names":
            person.interview.action_names()
            await person.pilot.pause()
        visited: set[Widget | None] = set()
        while person.app.focused not in visited:
            assert is_in_view(person), person.app.focused
            visited.add(person.app.focused)
            person.app.screen.focus_next()
            await person.pilot.pause()
        assert len(visited) > 3


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_on_a_small_screen_the_question_stands_whole_and_words_are_seen_as_they_are_typed(
    cabinet: Cabinet, begin: Begin, size: tuple[int, int]
) -> None:
    async with at_home(cabinet, begin(), size=size) as person:
        asked = max(person.desk.checklist.questions(), key=lambda question: len(question.ask))
        await person.interview.go(asked.id)
        await person.pilot.pause()
        assert person.holds(asked.ask)

        await person.types("The parties shall meet. " * 12 + "The end.")
        assert person.holds("The end.")
        assert "saved 10:42" in person.screen or "saving…" in person.screen


async def test_on_a_small_screen_guidance_opens_for_whoever_goes_there(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(purpose="We agree."), size=(40, 12)) as person:
        why = person.desk.question.why if person.desk.question else ""
        assert not person.holds(why)
        await person.press("f4")
        assert person.holds(why)
        await person.press("f4")
        assert "•" in person.screen

        await person.press("escape")
        assert person.at == "answer"
        assert "•" not in person.screen
        assert "We agree." in person.screen


async def test_on_a_small_screen_the_head_says_topic_count_and_whether_it_is_saved(
    cabinet: Cabinet, begin: Begin
) -> None:
    async with at_home(cabinet, begin(), size=(40, 12)) as person:
        assert person.lines[0] == "Topic 1 of 11    Text 0/23 · saved 10:42"
        await person.press("ctrl+b", "ctrl+b")
        assert person.lines[0] == "Opening          Text 0/23 · saved 10:42"


async def test_on_a_small_screen_every_row_of_a_dialog_can_be_reached(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(), size=(40, 12)) as person:
        await person.press("f8")
        assert "Set aside    Cancel" in person.screen
        await person.types("no cameras")
        await person.press("enter")
        assert "does not apply" in person.interview.desk.standing()
