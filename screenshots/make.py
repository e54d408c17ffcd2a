"""What the README shows of the program, made by the program: its pictures, its keys and its commands.

    pip install -e ".[pictures]"
    python screenshots/make.py              pictures, keys and commands
    python screenshots/make.py --readme     keys and commands only; needs nothing else installed

The pictures are of the real program, driven by keys in a scratch home at a fixed time. SVG names fonts that computers
have instead of one from the net; PNG is drawn with DejaVu Sans Mono, which must be installed.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import click
from textual.pilot import Pilot
from textual.widgets import TextArea

from mou_tui import paths
from mou_tui.cli import cli
from mou_tui.exchange.cues import cues_of
from mou_tui.exchange.reader import read_document
from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.catalog import SCREENS
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.app import MouApp
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SAMPLE, SUFFIX, SessionRepository
from mou_tui.workspace.revised_session import proposed_names, start_revision
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace

HERE = Path(__file__).parent
README = HERE.parent / "README.md"

NOW = datetime(2027, 1, 14, 10, 42)
PATIENCE = 1000
"""How many times to look whether the whole screen is there."""
FONTS = '"DejaVu Sans Mono", Menlo, Consolas, monospace'
CELL = 12.2
"""Width of a character in the SVG that Textual writes."""
ROW = 24.65
"""Height of a row, which overlaps the next a little."""
BASELINE = 18.5
"""How far below the top of its row text stands."""


@dataclass(frozen=True)
class Picture:
    """One picture: which screen at which size, and the keys that lead there."""

    name: str
    width: int
    height: int
    place: str = ""
    """The question on the table; empty for the home screen."""
    keys: tuple[str, ...] = ()
    state: str = ""
    """The state whose law applies; empty for that of the sample."""
    is_revision: bool = False
    """Whether it shows a session that revises the earlier agreement beside this file."""


def _palette(name: str) -> tuple[str, ...]:
    """The keys that choose an action by its name."""
    return ("ctrl+p", *("space" if letter == " " else letter for letter in name), "enter")


PICTURES = (
    Picture("home", 80, 24),
    Picture("interview", 120, 40, "conduct-line", ("f4",)),
    Picture("interview-80x24", 80, 24, "searches", ("ctrl+t",)),
    Picture("review", 80, 24, "arrest", ("ctrl+r",)),
    Picture("positions", 80, 24, "arrest", ("f7",)),
    Picture("alternatives", 120, 40, "who-chooses"),
    Picture("agenda", 80, 24, "arrest", ("ctrl+r", "a")),
    Picture("before-you-sign", 80, 24, "arrest", ("ctrl+r", "s")),
    Picture("law-nebraska", 100, 30, "questioning", state="Nebraska"),
    Picture("law-virginia", 100, 30, "review", state="Virginia"),
    Picture("law-washington", 100, 30, "counting", state="Washington"),
    Picture(
        "state-requirements", 80, 24, "arrest", (*_palette("State requirements"), "w", "enter"), state="Washington"
    ),
    Picture("deadlines", 80, 24, "arrest", _palette("Deadlines"), state="Washington"),
    Picture("room-view", 100, 30, "who-chooses", ("ctrl+d",)),
    Picture("earlier-agreement", 120, 40, keys=("down", "down"), is_revision=True),
    Picture("gap-report", 80, 24, keys=("a", "r", *("down",) * 12), is_revision=True),
)


def fill_home(repository: SessionRepository) -> Path:
    """Put the sample and two sessions of other invented towns into an empty home; return the file of the sample."""
    form_drafts = (("Ferris Bay", 4, 26), ("Port Ellery", 22, 3))
    for town, answered, days in form_drafts:
        path = _begin(repository, town, answered)
        _date(path, NOW - timedelta(days=days, hours=2, minutes=17))
    sample = paths.documents() / f"alder-valley-and-lake-marion{SUFFIX}"
    shutil.copyfile(paths.content() / SAMPLE, sample)
    _date(sample, NOW - timedelta(minutes=33))
    return sample


def _begin(repository: SessionRepository, town: str, answered: int) -> Path:
    agency, district = repository.checklist.parties[:2]
    parties = (
        party_from_legal_name(agency, f"{town} Police Department"),
        party_from_legal_name(district, f"{town} Unified School District"),
    )
    workspace = repository.start(PartiesAndFacts(parties))
    for place in workspace.navigation.clause_ids()[1 : answered + 1]:
        workspace.go(place)
        if workspace.question:
            example = workspace.question.examples[0]
            workspace.answers.insert_example(example, workspace.answers.example_text(example))
            workspace.answers.accept_example()
    workspace.store.close()
    return workspace.store.path


def _date(path: Path, when: datetime) -> None:
    os.utime(path, (when.timestamp(), when.timestamp()))


async def draw(picture: Picture, repository: SessionRepository, session: Path, theme: str = "") -> str:
    """Drive the program to a picture and return it as SVG."""
    workspace = repository.open(session) if picture.place else None
    if workspace:
        workspace.go(picture.place)
    if workspace and picture.state:
        workspace.parties.update((), {"state": picture.state})
    if picture.is_revision:
        workspace = _revise(repository)
    app = MouApp(repository, workspace, opens="earlier" if picture.is_revision else "")
    async with app.run_test(size=(picture.width, picture.height)) as pilot:
        if theme:
            app.theme = theme
        last = "#old-text" if picture.is_revision else "#why" if workspace else "#home-list"
        await _wait_for_all(pilot, last, has_more_to_do=picture.is_revision)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        for editor in app.screen.query(TextArea):
            editor.cursor_blink = False
        if workspace:
            await asyncio.to_thread(workspace.store.flush)
        await pilot.pause()
        svg = app.export_screenshot(title="mou-tui")
    if workspace:
        workspace.store.close()
    return with_local_fonts(_with_solid_bars(svg))


def _revise(repository: SessionRepository) -> Workspace:
    """Start a session from the earlier agreement beside this file."""
    book = cues_of(repository.checklist)
    document = read_document(HERE / "old-agreement.txt")
    names = proposed_names(repository.checklist, book, document)
    return start_revision(repository, book, [document], names)


async def _wait_for_all(pilot: Pilot[None], last: str, *, has_more_to_do: bool = False) -> None:
    # The interview shows the answer first, and the rest as soon as it can be typed in.
    for _ in range(PATIENCE):
        if pilot.app.screen.query(last):
            break
        await pilot.pause(0.01)
    if not has_more_to_do:
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def with_local_fonts(svg: str) -> str:
    """Take the font from the net out of an SVG, which an image is not given, and name some that computers have."""
    svg = re.sub(r"\s*@font-face \{[^}]*\}", "", svg)
    return svg.replace("Fira Code, monospace", FONTS).replace("font-family: arial", f"font-family: {FONTS}")


_BAR = re.compile(
    r'<text class="(?P<style>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+"[^>]*>'
    r"(?P<cells>(?:[│▁-▏]|&#160;)+)</text>"
)


def _with_solid_bars(svg: str) -> str:
    """Draw bars as boxes, since only some fonts reach from row to row."""
    return _BAR.sub(lambda bar: "".join(_boxes(bar)), svg)


def _boxes(bar: re.Match[str]) -> Iterable[str]:
    for index, char in enumerate(bar["cells"].replace("&#160;", " ")):
        if char == " ":
            continue
        left, top, width, height = _part_of_cell(char)
        yield (
            f'<rect class="{bar["style"]}" x="{float(bar["x"]) + (index + left) * CELL:.1f}"'
            f' y="{float(bar["y"]) - BASELINE + top * ROW:.1f}" width="{width * CELL:.1f}"'
            f' height="{height * ROW:.1f}" shape-rendering="crispEdges"/>'
        )


def _part_of_cell(char: str) -> tuple[float, float, float, float]:
    """Left, top, width and height of a bar, in parts of its cell; blocks come in eighths in the order of Unicode."""
    if char == "│":
        return 0.45, 0, 0.1, 1
    eighths = ord(char) - 0x2580
    return (0, 1 - eighths / 8, 1, eighths / 8) if eighths <= 8 else (0, 0, 2 - eighths / 8, 1)


def keys_table() -> str:
    """The keys of every screen, as the README shows them."""
    screens = {**SCREENS, "Everywhere": EVERYWHERE}
    lines = ["| where | key | what it does | id |", "|---|---|---|---|"]
    lines += [_keys_row(screen, action) for screen, actions in screens.items() for action in actions]
    return "\n".join(lines)


def _keys_row(screen: str, action: ActionSpec) -> str:
    keys = ", ".join(f"`{key}`" for key in action.shown_keys.split(", ") if key)
    return f"| {screen} | {keys or 'palette'} | **{action.name}.** {action.help} | `{action.id}` |"


def commands() -> str:
    """Every command with all it takes, as the README shows them."""
    return "\n".join(["```", *_described(cli, "mou-tui"), "```"])


def _described(command: click.Command, words: str) -> Iterator[str]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            part = command.get_command(context, name)
            assert part
            yield from _described(part, f"{words} {name}")
        return
    pieces = [words, *command.collect_usage_pieces(click.Context(command))[1:]]
    pieces += [_option(option) for option in command.params if isinstance(option, click.Option)]
    # A space that cannot break keeps an option and its value on one line.
    usage = " ".join(piece.replace(" ", "\xa0") for piece in pieces)
    yield textwrap.fill(usage, 110, subsequent_indent=" " * 8, break_on_hyphens=False, break_long_words=False).replace(
        "\xa0", " "
    )
    yield textwrap.fill(" ".join((command.help or "").split()), 110, initial_indent=" " * 4, subsequent_indent=" " * 4)


def _option(option: click.Option) -> str:
    name = max(option.opts, key=len)
    if option.is_flag:
        return f"[{name}]"
    choices = "|".join(map(str, option.type.choices)) if isinstance(option.type, click.Choice) else ""
    return f"[{name} {choices or option.metavar or option.type.name.upper()}]"


def refreshed(readme: str) -> str:
    """A README with keys and commands as they are now, between their markers."""
    for name, words in (("keys", keys_table()), ("commands", commands())):
        start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = readme.partition(start)
        readme = f"{before}{start}{words}\n{end}{rest.partition(end)[2]}"
    return readme


def make_pictures() -> None:
    """Write the pictures beside this file."""
    from resvg_py import svg_to_bytes

    with tempfile.TemporaryDirectory() as home:
        os.environ["MOU_TUI_HOME"] = home
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        repository = SessionRepository(ChecklistCatalog(), clock=lambda: NOW)
        session = fill_home(repository)
        said = session.read_bytes()
        for picture in PICTURES:
            # Each begins with the sample as it is, whatever was done for the one before.
            session.write_bytes(said)
            _date(session, NOW - timedelta(minutes=33))
            svg = asyncio.run(draw(picture, repository, session))
            (HERE / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
            png = svg_to_bytes(svg_string=svg, monospace_family="DejaVu Sans Mono")
            (HERE / f"{picture.name}.png").write_bytes(bytes(png))


def main() -> None:
    """Write what the README shows."""
    if "--readme" not in sys.argv[1:]:
        make_pictures()
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
