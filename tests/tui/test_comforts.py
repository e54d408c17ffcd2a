"""The program as one person needs it: their keys, colours, cursor, editor, and a small screen."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import BLACK
from textual.command import CommandList
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.widget import Widget

from mou_tui import settings
from mou_tui.settings import LoadedSettings, Settings, load
from mou_tui.tui.app import MouApp
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.help import HelpScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.tui.widgets.preview.widget import Preview
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.bench.terminal import Screen, Terminal
from tests.tui.capture import HERE as CAPTURES
from tests.tui.capture import SCENES, Scene, capture
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, Person


@asynccontextmanager
async def at_home(
    repository: SessionRepository,
    workspace: Workspace | None = None,
    loaded: LoadedSettings | None = None,
    *,
    size: tuple[int, int] = NARROW,
) -> AsyncIterator[Person]:
    """The program as a person set it up."""
    app = MouApp(repository, workspace, loaded=loaded or load())
    async with app.run_test(size=size, notifications=True) as pilot:
        person = Person(app, pilot)
        await person.sees_all()
        await person.settles()
        yield person


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


def keyed(**keys: str) -> LoadedSettings:
    return LoadedSettings(Settings(keys=keys))


async def test_a_theme_chosen_in_the_palette_is_there_the_next_time(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin()) as person:
        await person.press("ctrl+p")
        await person.types("theme")
        await person.press("enter")
        await person.types("mou-high-contrast")
        await person.press("enter")
        assert person.app.theme == "mou-high-contrast"

    async with at_home(repository) as person:
        assert person.app.theme == "mou-high-contrast"
        assert person.told == []


async def test_a_theme_there_is_not_is_told_and_stays_in_the_file(repository: SessionRepository) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("theme: nrod\n", encoding="utf-8")
    async with at_home(repository) as person:
        assert "There is no theme “nrod”." in person.told[0]

    assert settings.path().read_text(encoding="utf-8") == "theme: nrod\n"


async def test_mistakes_in_the_settings_are_told_once_and_nothing_is_blocked(
    repository: SessionRepository, begin: Begin
) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("muose: no\n", encoding="utf-8")
    async with at_home(repository, begin()) as person:
        assert person.told == [
            "settings.yaml:1: unknown key “muose”; did you mean “mouse”?\nThe usual settings hold there."
        ]
        await person.types("We agree.")
        assert person.workspace.text == "We agree."


async def test_a_theme_that_cannot_be_remembered_is_taken_up_all_the_same(repository: SessionRepository) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("muose: no\n", encoding="utf-8")
    async with at_home(repository) as person:
        person.app.theme = "nord"
        await person.pilot.pause()

        assert person.told[-1].startswith("The theme is not remembered: settings.yaml:1")


async def test_a_key_given_to_a_deed_does_it_and_the_usual_one_no_longer_does(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), keyed(review="F11")) as person:
        await person.press("ctrl+r")
        assert isinstance(person.app.screen, InterviewScreen)
        await person.press("f11")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("f11")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_help_palette_and_footer_name_the_keys_that_were_given(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), keyed(next="f11")) as person:
        assert "f11 Next" in person.screen

        await person.press("f1")
        assert isinstance(person.app.screen, HelpScreen)
        assert "F11     Go to the next question." in person.screen
        await person.press("escape", "ctrl+p")
        await person.types("next question")
        assert person.holds("Next question (F11)")


async def test_what_the_program_says_names_the_keys_that_were_given(
    repository: SessionRepository, begin: Begin
) -> None:
    given = keyed(undo_step="f11", take="alt+t", positions="shift+f2", proposes="X", capture="alt+n")
    async with at_home(repository, begin(), given) as person:
        assert person.told == []
        assert person.holds("or take an example (Alt+T).")
        await person.types("We agree.")
        await person.does("clear")
        assert person.told[-1] == "Cleared. F11 takes it back."
        await person.does("choose")
        assert person.told[-1] == "There is only one wording. In the parties (Shift+F2), X proposes another."
        await person.press("alt+n")
        assert person.holds("Alt+N next")
        assert "What was decided?" in person.screen
        await person.press("alt+n")
        assert "What was decided?" not in person.screen


async def test_a_deed_without_a_key_can_be_given_one(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin(purpose="We agree."), keyed(clear="f11")) as person:
        await person.press("f11")

        assert person.workspace.text == ""


async def test_keys_can_be_swapped(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin(), keyed(next="ctrl+b", back="ctrl+n")) as person:
        here = person.workspace.clause_id
        await person.press("ctrl+b")
        assert person.workspace.clause_id != here
        await person.press("ctrl+n")
        assert person.workspace.clause_id == here
        assert person.told == []


async def test_a_deed_may_keep_the_key_it_has_and_a_party_may_have_another_letter(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(purpose="Safe."), keyed(positions="f7", agrees="y")) as person:
        assert person.told == []
        await person.press("f7")
        assert "y agrees" in person.lines[-1]
        await person.press("y")
        assert person.workspace.answer.positions["agency"].stand == "agrees"


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [
        ({"revew": "f11"}, "There is nothing called “revew” to give keys to. Did you mean “review”?"),
        ({"next": "ctrl+g"}, "“next” and “next_open” would both have ctrl+g."),
        ({"next": "f11", "back": "f11"}, "“next” and “back” would both have f11."),
        ({"review": "contrl+x"}, "“review”: contrl+x is no key."),
        ({"review": "Ctrl+W"}, "“review”: ctrl+w is for writing the answer."),
        ({"review": "f7"}, "“review”: f7 is for writing the answer."),
        ({"positions": "ctrl+k"}, "“positions”: ctrl+k is for writing the answer."),
        ({"review": "x"}, "“review”: x is for writing the answer."),
        ({"export": "e"}, "“export”: e is for writing the answer."),
        ({"quit": "escape"}, "“quit”: escape always does what it does."),
        ({"find": " , "}, "“find” is given no key."),
    ],
)
async def test_keys_that_cannot_be_given_are_told_and_the_usual_ones_stay(
    repository: SessionRepository, begin: Begin, keys: dict[str, str], complaint: str
) -> None:
    async with at_home(repository, begin(), keyed(**keys)) as person:
        assert person.told == [f"{complaint}\nThe usual settings hold there."]
        here = person.workspace.clause_id
        await person.press("ctrl+n")
        assert person.workspace.clause_id != here
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
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "The SRO shall report\nwithin [number] days.\n")
    async with at_home(repository, begin(purpose="We agree.")) as person:
        await person.types("Indeed: ")
        await person.press("f10")
        assert person.workspace.text == "The SRO shall report\nwithin [number] days."
        assert person.at == "answer"

        await person.press("ctrl+z")
        assert person.workspace.text == "Indeed: We agree."
        await person.press("ctrl+y")
        assert person.workspace.text == "The SRO shall report\nwithin [number] days."


async def test_control_characters_from_ones_own_editor_are_replaced_and_told(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "We \x1b[31magree.\n")
    async with at_home(repository, begin()) as person:
        await person.press("f10")

        assert person.workspace.text == "We ␛[31magree."
        assert person.told == ["1 control character replaced in what you wrote."]


async def test_ctrl_c_in_ones_own_editor_ends_neither(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    interrupt = "import os, pathlib, signal, sys; os.kill(os.getppid(), signal.SIGINT)"
    own_editor.write_text(f"{interrupt}; pathlib.Path(sys.argv[1]).write_text('We agree.')")
    async with at_home(repository, begin()) as person:
        await person.press("f10")
        await person.types("Indeed: ")

        assert person.app.is_running
        assert "Indeed: " in person.workspace.text


async def test_an_editor_that_fails_changes_nothing_and_says_so(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    own_editor.write_text("import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('gone'); sys.exit(3)")
    async with at_home(repository, begin(purpose="We agree.")) as person:
        await person.press("f10")

        assert person.editor.text == person.workspace.text == "We agree."
        assert "ended with the code 3. Nothing was changed." in person.told[-1]


async def test_an_editor_that_changed_nothing_leaves_no_step(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    own_editor.write_text("")
    async with at_home(repository, begin(purpose="We agree.")) as person:
        await person.types("Yes. ")
        await person.press("f10")
        assert "Nothing was changed." in person.told[-1]

        await person.press("ctrl+z")
        assert person.workspace.text == "We agree."


async def test_where_the_screen_cannot_be_lent_that_is_said(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin(purpose="We agree.")) as person:
        await person.press("f10")

        assert person.told == ["The screen cannot be lent to an editor here. Nothing was changed."]


async def test_ones_own_editor_is_not_offered_where_nothing_may_change(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "gone")
    workspace = begin(purpose="We agree.")
    workspace.store.close()
    async with at_home(repository, repository.open(workspace.store.path, read_only=True)) as person:
        await person.press("f10")

        assert person.workspace.text == person.editor.text == "We agree."


def test_the_terminal_is_the_editors_and_then_ours_again(begin: Begin, home: Path, own_editor: Path) -> None:
    workspace = begin(purpose="We agree.")
    workspace.store.close()
    own_editor.write_text(
        "import pathlib, sys, termios\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "echoes = bool(termios.tcgetattr(0)[3] & termios.ICANON)\n"
        "print('the editor', flush=True)\n"
        "file.write_text(file.read_text() + f' Lines: {echoes}.')\n"
    )
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "We agree." in screen.text)
        terminal.send("\x1b[21~")
        terminal.wait(lambda screen: "Lines: True." in screen.text)
        terminal.send(" Back.")
        terminal.wait(lambda screen: "Back." in screen.text)
        assert written(terminal).rindex("\x1b[?25h") > written(terminal).rindex("\x1b[?25l")
        terminal.send("\x11")
        terminal.wait_until_quiet(0.5)

        before, _, after = written(terminal).partition("the editor")
        assert before.rindex("\x1b[?1049l") > before.rindex("\x1b[?1049h")
        assert "\x1b[?1049h" in after
    assert "We agree. Lines: True. Back." in workspace.store.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("before", [True, False])
def test_the_mouse_can_be_left_to_the_terminal(begin: Begin, home: Path, before: bool) -> None:
    workspace = begin()
    workspace.store.close()
    path = str(workspace.store.path)
    arguments = ["--no-mouse", "open", path] if before else ["open", path, "--no-mouse"]
    with program(*arguments, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" not in written(terminal)


def test_the_mouse_can_be_left_to_the_terminal_for_good(begin: Begin, home: Path) -> None:
    workspace = begin()
    workspace.store.close()
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" in written(terminal)

    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("mouse: no\n", encoding="utf-8")
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" not in written(terminal)


async def is_in_view(person: Person) -> bool:
    """Whether what has the focus is on the screen, or comes there within a few frames."""
    focused = person.app.focused
    assert focused is not None
    for _frame in range(20):
        place = person.app.screen.find_widget(focused)
        if place.region.intersection(place.clip):
            return True
        await person.pilot.pause()
    return False


@pytest.mark.parametrize("screen", ["interview", "guidance", "review", "names", "home"])
async def test_what_has_the_focus_is_always_on_the_screen(
    repository: SessionRepository, begin: Begin, screen: str
) -> None:
    workspace = None if screen == "home" else begin(purpose="We agree.")
    async with at_home(repository, workspace, size=(40, 12)) as person:
        if screen == "guidance":
            await person.press("f4")
        elif screen == "review":
            await person.press("ctrl+r")
        elif screen == "names":
            await person.interview.run_action("names")
            await person.settles()
        visited: set[Widget | None] = set()
        while person.app.focused not in visited:
            assert await is_in_view(person), person.app.focused
            visited.add(person.app.focused)
            person.app.screen.focus_next()
        assert len(visited) > 3


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_on_a_small_screen_the_question_stands_whole_and_words_are_seen_as_they_are_typed(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with at_home(repository, begin(), size=size) as person:
        asked = max(person.workspace.checklist.questions(), key=lambda question: len(question.ask))
        await person.interview.clause.open(asked.id)
        await person.pilot.pause()
        assert person.holds(asked.ask)

        await person.types("The parties shall meet. " * 12 + "The end.")
        assert person.holds("The end.")
        assert "saved 10:42" in person.screen or "saving…" in person.screen


async def test_on_a_small_screen_guidance_opens_for_whoever_goes_there(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(purpose="We agree."), size=(40, 12)) as person:
        why = person.workspace.question.why if person.workspace.question else ""
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
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), size=(40, 12)) as person:
        assert person.lines[0] == "Topic 1  Text 0 of 24 · Agreed 0 · saved"
        await person.press("ctrl+b", "ctrl+b")
        assert person.lines[0] == "Opening  Text 0 of 24 · Agreed 0 · saved"


async def test_on_a_small_screen_every_row_of_a_dialog_can_be_reached(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), size=(40, 12)) as person:
        await person.press("f8")
        assert "Set aside    Cancel" in person.screen
        await person.types("no cameras")
        await person.press("enter")
        assert "does not apply" in person.interview.workspace.answers.text_status()


def before_cursor(person: Person) -> str:
    """What stands on the cursor's row before it."""
    x, y = person.app.cursor_position
    row = person.lines[y].ljust(x)
    return next(row[:end] for end in range(len(row) + 1) if cell_len(row[:end]) == x)


@pytest.mark.parametrize(
    "text",
    [
        "We agree.",
        "警察官は学校で生徒を守る。",
        "An emoji 👮 and é.",
        "Words. " * 40 + "The end.",
        "One\n\n  two",
        "漢" * 100,
    ],
)
async def test_the_terminals_cursor_is_where_the_next_letter_goes(
    repository: SessionRepository, begin: Begin, text: str
) -> None:
    async with at_home(repository, begin()) as person:
        await person.types(text)
        assert before_cursor(person).endswith(text[-3:].lstrip("\n"))

        await person.pilot.resize_terminal(52, 14)
        await person.pilot.pause()
        assert before_cursor(person).endswith(text[-3:].lstrip("\n"))


async def test_the_terminals_cursor_is_in_the_field_one_fills(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin()) as person:
        await person.press("ctrl+l")
        assert before_cursor(person).strip("█│ ") == ""
        await person.types("the 弁護士")
        assert before_cursor(person).endswith("the 弁護士")
        await person.press("left")
        assert before_cursor(person).endswith("the 弁護")
        await person.types(" and so on" * 12)
        assert before_cursor(person).endswith(" and so on")


async def test_the_terminals_cursor_is_at_the_row_or_button_one_is_on(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin()) as person:
        await person.press("tab")
        assert "Next" in person.lines[person.app.cursor_position.y]
        await person.press("f2", "end")
        assert "Review and export" in person.lines[person.app.cursor_position.y]
        await person.press("ctrl+r", *["down"] * 30)
        assert person.row.split("  ")[0] in person.lines[person.app.cursor_position.y]


def test_the_terminals_cursor_is_shown_and_no_other_is_drawn(begin: Begin, home: Path) -> None:
    workspace = begin(purpose="We agree.")
    workspace.store.close()
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "We agree." in screen.text)
        terminal.wait_until_quiet(0.5)
        assert written(terminal).rindex("\x1b[?25h") > written(terminal).rindex("\x1b[?25l")

        letter = terminal.next_letter()
        terminal.send(letter)
        terminal.wait(lambda screen: f"{letter}We agree." in screen.text)
        terminal.wait_until_quiet(0.2)
        row, column = re.findall(r"\x1b\[(\d+);(\d+)H", written(terminal))[-1]
        line = terminal.screen.text.splitlines()[int(row) - 1]
        assert line[int(column) - 2] == letter


def test_nothing_moves_while_nobody_does_anything(begin: Begin, home: Path) -> None:
    workspace = begin(purpose="We agree.")
    workspace.store.close()
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "We agree." in screen.text)
        terminal.wait_until_quiet(1.0)
        before = len(written(terminal))
        terminal.wait_until_quiet(1.5, limit=1.5)
        assert len(written(terminal)) == before


def luminance(colour: tuple[int, ...]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(segment: Segment) -> float:
    """How much text stands out from what is behind it, as WCAG 2.2 reckons."""
    style = segment.style
    assert style and style.color and style.bgcolor
    colours = style.color.get_truecolor(), style.bgcolor.get_truecolor(foreground=False)
    dark, light = sorted(luminance(colour) for colour in colours)
    return (light + 0.05) / (dark + 0.05)


def words_on(person: Person) -> Iterator[Segment]:
    """The pieces of text on the screen that is on top, as they are coloured."""
    screen = person.app.screen
    boxes = screen.query(".dialog-box, CommandList, CommandInput") or [screen]
    box = Region.from_union([box.region for box in boxes])
    for y, strip in enumerate(screen._compositor.render_strips()):
        if box.y <= y < box.bottom:
            coloured = strip.crop(box.x, box.right).apply_filter(ANSIToTruecolor(person.app.ansi_theme), BLACK)
            yield from (
                segment for segment in coloured if any(char.isalnum() or char in "■◧·≈□▸[]" for char in segment.text)
            )


async def test_in_high_contrast_every_text_stands_out_seven_to_one(repository: SessionRepository) -> None:
    loaded = LoadedSettings(Settings(theme="mou-high-contrast"))
    async with at_home(repository, repository.sample(), loaded, size=(120, 40)) as person:
        seen = 0
        for keys in (
            (), ("f4",), ("f4",), ("f4",), ("f4",), ("tab",), ("ctrl+t",), ("f2",), ("f3",), ("ctrl+g",),
            ("ctrl+g", "f5"), ("ctrl+l",), ("escape", "ctrl+f", "d"), ("escape", "ctrl+p"), ("escape", "ctrl+r"),
            ("f1",),
        ):  # fmt: skip
            await person.press(*keys)
            for segment in words_on(person):
                seen += 1
                assert contrast(segment) >= 7, (keys, segment)
        assert seen > 500


def look(person: Person, words: str) -> Style:
    """How words on the screen are painted."""
    found = next((segment for segment in words_on(person) if words in segment.text), None)
    assert found, person.screen
    return found.style or Style.null()


async def test_in_high_contrast_the_row_that_has_the_focus_is_black_on_yellow(repository: SessionRepository) -> None:
    loaded = LoadedSettings(Settings(theme="mou-high-contrast"))
    async with at_home(repository, repository.sample(), loaded) as person:
        for key, words in (("f2", "Purpose and goals"), ("ctrl+r", "1.1 Purpose and goals")):
            await person.press(key)
            row = look(person, words)
            assert row.bgcolor
            assert row.bgcolor.get_truecolor() == (255, 255, 0)


async def test_without_colour_every_state_can_be_told(
    repository: SessionRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_home(repository, repository.sample()) as person:
        assert any(line.startswith("█The Police Department") for line in person.lines)
        assert look(person, "Why").underline
        assert not look(person, "Discuss").underline

        await person.press("tab")
        assert any(line.startswith("│The Police Department") for line in person.lines)
        assert look(person, "Next").reverse
        assert not look(person, "Back").reverse

        await person.press("f2", "down")
        assert "▸  Purpose and goals" in person.screen
        assert look(person, "Schools, days and hours").underline
        assert not look(person, "Purpose and goals").underline

        await person.press("escape", "enter")
        await person.types("Within [number] minutes. ")
        await person.press("f5")
        assert look(person, "[number]").reverse
        await person.press("f3")
        assert look(person, "[number]").underline
        assert not look(person, "minutes").underline

        await person.press("ctrl+p")
        commands = person.app.screen.query_one(CommandList)
        while "Back to the previous" not in str(commands.get_option_at_index(commands.highlighted or 0).prompt):
            await person.press("down")
        assert look(person, "Back to the previous").underline


@pytest.mark.parametrize("theme", ["textual-dark", "mou-high-contrast", "ansi-light"])
def test_no_color_leaves_no_colour_in_what_the_terminal_gets(begin: Begin, home: Path, theme: str) -> None:
    workspace = begin(purpose="We agree on [number] things.")
    workspace.store.close()
    settings.remember_theme(theme)
    with program("open", workspace.store.path, home=home, NO_COLOR="1") as terminal:
        terminal.wait(lambda screen: "We agree" in screen.text)
        terminal.send("\t\x1bOQ")
        terminal.wait_until_quiet(0.5)
        codes = {code for codes in re.findall(r"\x1b\[([\d;]+)m", written(terminal)) for code in codes.split(";")}
        assert codes
        assert codes.isdisjoint(
            {str(code) for code in (*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108))}
        )


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_the_terminals_own_colours_focus_blanks_and_scrollbars_are_seen(
    repository: SessionRepository, theme: str
) -> None:
    async with at_home(repository, repository.sample(), LoadedSettings(Settings(theme=theme))) as person:
        await person.press("f2")
        row = look(person, "Purpose and goals")
        assert row.bgcolor
        assert not row.bgcolor.is_default

        await person.press("escape", "ctrl+g", "ctrl+g", "f3")
        assert look(person, "[number]").underline
        scrollbar = person.interview.query_one(Preview).vertical_scrollbar.styles
        assert scrollbar.scrollbar_color != scrollbar.scrollbar_background


async def reads(person: Person, words: str) -> None:
    """Wait a few frames for words to come up."""
    for _frame in range(100):
        if words in person.screen:
            return
        await person.pilot.pause()
    raise AssertionError(person.screen)


async def test_the_draft_can_be_read_as_markdown_source(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin(purpose="We *agree*:\n\n- one\n  - two\\\n    three")) as person:
        await person.press("f3")
        await reads(person, "1.1 Purpose and goals. We agree:")
        await person.interview.run_action("source")
        await reads(person, "**1.1 Purpose and goals.**")
        assert person.at == "preview"
        assert "We *agree*:" in person.screen
        beside_the_scrollbar = re.sub(r" +[▁-█]$", "", person.screen.replace("\xa0", " "), flags=re.MULTILINE)
        assert "▌ - one\n▌   - two\\\n▌     three" in beside_the_scrollbar

        await person.press("escape")
        await person.types("Now: ")
        await person.press("f3")
        await reads(person, "Now: We *agree*:")

        await person.interview.run_action("source")
        await reads(person, "1.1 Purpose and goals. Now: We agree:")


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_screens_look_as_they_were_last_approved(repository: SessionRepository, scene: Scene) -> None:
    approved = (CAPTURES / f"{scene.name}.txt").read_text(encoding="utf-8")
    assert await capture(scene, repository) == approved, "if that is meant: python -m tests.tui.capture"


async def test_the_settings_in_the_readme_are_followed(repository: SessionRepository, begin: Begin) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert example
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text(example[1], encoding="utf-8")
    async with at_home(repository, begin()) as person:
        assert person.told == []
        await person.press("alt+r")
        assert isinstance(person.app.screen, ReviewScreen)
        assert person.app.theme == "mou-high-contrast"
