"""The plain door and the full screen leave the same behind: from the same deeds, byte for byte the same files."""

from __future__ import annotations

import io
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from textual.widgets import Button, Input, TextArea

from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.export import default_path, markdown, save
from mou_tui.names import Names, named
from mou_tui.plain.console import Console
from mou_tui.plain.interview import Interview
from mou_tui.reading import Checklists
from mou_tui.room import Room
from mou_tui.session.codec import encode
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.tui.widgets.tickbox import TickBox
from tests.plain.conftest import NOW
from tests.plain.talking import Lines, Moment
from tests.plain.terminal import piped
from tests.tui.sitting import Person, sitting

AGENCY, DISTRICT = "Lake City Police Department", "Lake City Unified School District"
FILES = ("lake.mou.yaml", "lake.md", "lake-record.md")
FIRST = "At Birch High.\nOn every school day."
SECOND = "“Schools” are — [schools] 漢字, *both*; ask the School District Clerk."

Done = Callable[[Person], Awaitable[None]]


@dataclass(frozen=True)
class Deed:
    """A deed as it is done through either door."""

    said: tuple[str, ...]
    """What is said to the plain door."""
    done: Done
    """What is done on the full screen."""


def deed(*said: str, done: Done) -> Deed:
    return Deed(said, done)


def lines(text: str) -> list[str]:
    """The lines of a text, as one types them within an answer."""
    return [f":{line}" if line.startswith(":") else line for line in text.split("\n")]


def press(*keys: str) -> Done:
    async def done(person: Person) -> None:
        await person.press(*keys)

    return done


def does(action: str) -> Done:
    return lambda person: person.does(action)


def go(number: str) -> Deed:
    async def done(person: Person) -> None:
        questions = person.desk.completeness().questions
        await person.interview.go(next(one.id for one in questions if one.number == number))

    return deed(f"go {number}", done=done)


def take(number: int, where: str = "") -> Deed:
    async def done(person: Person) -> None:
        question = person.desk.question
        assert question
        person.interview.query_one(Guidance).read_example(question.id, question.examples[number - 1].id)
        await person.press("enter", *{"": [], "add": ["enter"], "replace": ["down", "enter"]}[where])

    return deed(f"take {number}", *filter(None, [where]), done=done)


def write(text: str, where: str = "") -> Deed:
    async def done(person: Person) -> None:
        person.editor.focus()
        if where == "add":
            person.editor.move_cursor(person.editor.document.end)
            await person.pastes(f"\n\n{text}")
        else:
            person.editor.select_all()
            await person.pastes(text)

    return deed("write", *filter(None, [where]), *lines(text), ":end", done=done)


def fill(words: str) -> Deed:
    async def done(person: Person) -> None:
        person.editor.focus()
        person.editor.move_cursor(person.editor.document.start)
        await person.press("f5")
        await person.types(words)

    return deed(f"fill 1 {words}", done=done)


def tick(number: int) -> Deed:
    async def done(person: Person) -> None:
        person.interview.query_one(Guidance).turn_to("points")
        person.interview.query_one("#pane-points").focus()
        await person.press("home", *["down"] * (number - 1), "space")

    return deed(f"tick {number}", done=done)


def current(text: str) -> Deed:
    async def done(person: Person) -> None:
        person.interview.query_one(Guidance).turn_to("current")
        person.interview.query_one("#pane-current").focus()
        await person.pastes(text)

    return deed("current", *lines(text), ":end", done=done)


def asked(word: str, key: str, *answers: str) -> Deed:
    """A deed that asks for a few words."""

    async def done(person: Person) -> None:
        await person.press(key)
        for answer in answers:
            await person.types(answer)
            await person.press("enter")

    return deed(word, *answers, done=done)


def names(*said: str, changed: dict[str, str], signs: str = "") -> Deed:
    """The names, where those places change that are surely the old name."""

    async def done(person: Person) -> None:
        await person.does("names")
        for line, value in changed.items():
            person.one(f"#{line}", Input).focus()
            person.one(f"#{line}", Input).value = ""
            await person.pastes(value)
        if signs:
            person.one(f"#{signs}", TickBox).focus()
            await person.press("space")
        person.one("#done", Button).focus()
        await person.press("enter")
        if person.app.screen is not person.interview:
            person.one("#done", Button).focus()
            await person.press("enter")

    return deed("names", *said, done=done)


def in_room(*said: str, does: Callable[[Room], object]) -> Deed:
    """A deed of the meeting, done through the room."""

    async def done(person: Person) -> None:
        does(Room(person.desk))

    return deed(*said, done=done)


def moves(*said: str, steps: tuple[str, ...]) -> Deed:
    """A deed of keys, and of words that are typed, which are marked with a space before them."""

    async def done(person: Person) -> None:
        for step in steps:
            await (person.types(step[1:]) if step.startswith(" ") else person.press(step))

    return deed(*said, done=done)


def begin_meeting(*said: str, agency: str, others: str) -> Deed:
    """Begin a meeting with somebody for the agency, nobody named for the district, and others."""

    async def done(person: Person) -> None:
        await person.does("meeting")
        await person.pastes(agency)
        await person.press("enter", "enter")
        await person.pastes(others)
        await person.press("enter", "enter")

    return deed("meeting begin", *said, done=done)


def meeting(*said: str, button: str) -> Deed:
    """End the meeting, or go on with the last one."""

    async def done(person: Person) -> None:
        await person.does("meeting")
        person.one(button, Button).focus()
        await person.press("enter")

    return deed(*said, done=done)


def propose(*said: str, party: int, text: str) -> Deed:
    """Write down what the party of a number wants instead; without a text it is withdrawn."""

    async def done(person: Person) -> None:
        await person.press("f7", *["right"] * (party - 1), "p")
        dialog = person.one("TextArea", TextArea)
        dialog.select_all()
        if text:
            await person.pastes(text)
        else:
            await person.press("delete")
        await person.press("escape", "enter", "escape")

    return deed(*said, done=done)


def choose(*said: str, place: int) -> Deed:
    """Choose the wording at a place."""

    async def done(person: Person) -> None:
        await person.does("choose")
        await person.press(*["tab"] * place, "enter")

    return deed(*said, done=done)


async def name_moment(person: Person) -> None:
    """Give the moment a name."""
    await person.does("milestone")
    await person.types("first reading")
    await person.press("enter")


async def take_down_check(person: Person) -> None:
    """Take down that the law is to be checked, for no question."""
    await person.press("f6")
    await person.types("the law")
    await person.clicks("Check first")
    await person.clicks("belongs to 1.2")
    await person.clicks("Take down")


async def take_down_note(person: Person) -> None:
    """Take down a note, for no question."""
    await person.press("f6", "f6", "f6")
    await person.types("Fine.")
    await person.clicks("belongs to 1.2")
    await person.clicks("Take down")


def finish_first(room: Room) -> None:
    """Say that the first action is done."""
    room.minutes.finish(next(item.action for item in room.meetings.agenda().items if item.action))


async def restore_first(person: Person) -> None:
    """Bring the first wording of the question back."""
    noted = (entry for entry in person.desk.session.history.entries if entry.kind == "wording")
    first = next(entry.text for entry in noted if entry.place == person.desk.place)
    Room(person.desk).minutes.restore(person.desk.place, first)


def go_through(room: Room) -> None:
    """Go through all blanks."""
    _, baseline, days, *_ = room.filling.blanks
    room.filling.assign(baseline, "Pat")
    room.filling.fill([days], "9")
    room.filling.say_none(room.filling.blanks[2])
    *_, schools = room.filling.blanks
    wanted = room.filling.wanted(schools)
    assert wanted
    room.filling.make_known(wanted, "Birch High")


NEXT, OPEN = deed("next", done=press("ctrl+n")), deed("open", done=press("ctrl+g"))
ADOPT, UNDO = deed("adopt", done=press("ctrl+o")), deed("undo", done=press("f9"))
CLEAR, DEPTH = deed("clear", done=does("clear")), deed("depth", done=does("depth"))

TALK = (
    *(take(1), ADOPT, fill("weapons, and worse"), tick(3), tick(1), NEXT),
    *(write(FIRST), take(2, "add"), fill("the first year"), OPEN, take(3), take(1), ADOPT),
    *(write("And more.", "add"), OPEN, take(2), ADOPT, UNDO, write(SECOND, "replace")),
    *(asked("later", "ctrl+l", "the town lawyer", "June 3"), tick(2)),
    *(go("3.1"), current("Old clause.\n\n: with a colon"), asked("aside", "f8", "we have none"), take(2)),
    *(asked("aside", "f8", "after all not"), deed("aside", done=press("f8")), UNDO),
    *(go("3.2"), write("Words\twith a tab, \x1b[31mred."), CLEAR, UNDO, CLEAR, write(":colon\n::two")),
    *(DEPTH, go("1.3"), take(1), DEPTH, NEXT),
    names(
        *("Lake City Police", "", "the Chief", "", "Pat Doe, Chief of Police; Lee Roe,  Mayor"),
        *("", "the District", "", "no", "", "va", "Birch High", "", "June 30, 2030", "all", "no"),
        changed={
            "role-agency-name": "Lake City Police",
            "role-agency-head": "the Chief",
            "role-agency-signatories": "Pat Doe, Chief of Police; Lee Roe,  Mayor",
            "role-district-short": "the District",
            "fact-state": "va",
            "fact-schools": "Birch High",
            "fact-end-date": "June 30, 2030",
        },
        signs="role-district-signs",
    ),
    *(UNDO, names(":back", "", ":end", changed={})),
    # The places of all that follows from the name change with it.
    names("Lake City Sheriff", ":end", "all", changed={"role-agency-name": "Lake City Sheriff"}),
    *(go("2.2"), asked("later", "ctrl+l")),
    *(deed("go opening", done=lambda person: person.interview.go("opening")), write("Ours.\n\nAll of it.", "replace")),
    *(CLEAR, UNDO),
    *(go("1.2"), write("Each School, [number] days: [sic].", "replace")),
)

MEETING = (
    begin_meeting(
        "", "Pat Doe, Chief", "yes", "", "Ana Cruz,  parent", agency="Pat Doe, Chief", others="Ana Cruz, parent"
    ),
    moves("say 1 agrees", steps=("f7", "a", "escape")),
    moves("say district objects", "the  fee", steps=("f7", "o", " the fee", "enter", "escape")),
    moves(
        "say 1 check with the lawyer by May",
        steps=("f7", "c", " the lawyer", "enter", " May", "enter", "enter", "escape"),
    ),
    moves("say 1 not asked", steps=("f7", "u", "escape")),
    moves("all", steps=("f12",)),
    *(UNDO, moves("all", steps=("f12",))),
    propose("propose district", "None.", "At all.", ":end", party=2, text="None.\nAt all."),
    propose("propose 1 Some.", ":end", party=1, text="Some."),
    propose("propose 1", "withdraw", party=1, text=""),
    choose("choose b", place=1),
    *(UNDO, choose("choose", "a", place=0)),
    moves("decide So be it.", steps=("f6", " So be it.", "enter")),
    deed("note whole: Fine.", done=take_down_note),
    moves("act ask", "Pat", "May 1", steps=("f6", "f6", " ask", "enter", " Pat", "enter", " May 1", "enter")),
    deed("check", "the law", "", "", "no", done=take_down_check),
    in_room("done 1", does=finish_first),
    deed("milestone first reading", done=name_moment),
    in_room("confirm", "yes", "stop", does=lambda room: room.positions.confirm_prepared(["duties"])),
    # On the full screen this is done by itself; line by line it is asked for.
    deed("unlock", "restore 1", done=restore_first),
    in_room(
        *("blanks fill", "", ":assign", "Pat", "", "9", ":none", "", "", "", "Birch High"),
        does=go_through,
    ),
    meeting("meeting end", button="#end"),
    meeting("meeting go on", button="#go-on"),
    meeting("meeting end", button="#end"),
)

SCRIPT = (*TALK, *MEETING)


def begin(cabinet: Cabinet, path: Path) -> Desk:
    """A new session, as `mou-tui new` makes it."""
    agency, district = cabinet.checklist.parties
    return cabinet.start(Names((named(agency, AGENCY), named(district, DISTRICT))), path=path)


def plainly(cabinet: Cabinet, path: Path, script: tuple[Deed, ...]) -> list[str]:
    """Do deeds through the plain door; gives the session after each."""
    desk, seen, heard = begin(cabinet, path), [], io.StringIO()

    def see() -> None:
        seen.append(encode(desk.session).decode())

    said: list[str | Moment] = []
    for deed in script:
        said += [*deed.said, see]
    source = Lines([*said, "export", "", "show", "record", "", "quit"], heard)
    assert Interview(desk, Console(source, heard)).run() == 0
    return seen


async def on_screen(cabinet: Cabinet, path: Path, script: tuple[Deed, ...]) -> list[str]:
    """Do deeds on the full screen; gives the session after each."""
    seen = []
    async with sitting(cabinet, begin(cabinet, path)) as person:
        for deed in script:
            await deed.done(person)
            await person.pilot.pause()
            seen.append(encode(person.desk.session).decode())
        await person.does("export")
        await person.press("enter", "enter")
        record = markdown(person.desk.checklist, person.desk.session, "record")
        save(record, default_path(path, "record"))
    return seen


def fixed(checklists: Checklists) -> Cabinet:
    """A cabinet in which it is always the same morning, and ids are counted."""
    ids = count(1)
    return Cabinet(checklists, clock=lambda: NOW, new_id=lambda: f"{next(ids):08x}")


def without_times(text: str) -> str:
    """A file without the times of the day in it and the ids, which differ from one run to the next."""
    text = re.sub(r'"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}"', "now", text)
    text = re.sub(r"[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}", "that day", text)
    text = re.sub(r"[0-9]{1,2}:[0-9]{2} [ap]\.m\.", "then", text)
    ids = dict.fromkeys(re.findall(r'(?:- id: |  id: |meeting: |  - )"?([0-9a-f]{8})"?$', text, re.MULTILINE))
    for number, one in enumerate(ids):
        text = re.sub(rf'"?{one}"?', f"id {number}", text)
    return text


async def test_both_doors_leave_the_same_behind(checklists: Checklists, tmp_path: Path) -> None:
    folders = plain, full, pipe = tmp_path / "plain", tmp_path / "full", tmp_path / "pipe"
    for folder in folders:
        folder.mkdir()

    through_plain = plainly(fixed(checklists), plain / "lake.mou.yaml", SCRIPT)
    on_full = await on_screen(fixed(checklists), full / "lake.mou.yaml", SCRIPT)
    for number, (deed, one, other) in enumerate(zip(SCRIPT, through_plain, on_full, strict=True), start=1):
        assert one == other, f"after deed {number}, {deed.said}"
    for name in FILES:
        assert (plain / name).read_bytes() == (full / name).read_bytes()

    new = ("new", "lake.mou.yaml", "--plain", "--agency", AGENCY, "--district", DISTRICT)
    said = [line for deed in SCRIPT for line in deed.said]
    code, heard = piped(new, [*said, "export", "", "show", "record", "", "quit"], pipe)
    assert code == 0, heard
    for name in FILES:
        assert without_times((pipe / name).read_text()) == without_times((plain / name).read_text()), name
