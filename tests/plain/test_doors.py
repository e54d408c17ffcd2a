"""The plain door and the full screen leave the same behind: from the same actions, byte for byte the same files."""

from __future__ import annotations

import io
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from textual.widgets import Button, Input, TextArea

from mou_tui.exchange.export import default_path, markdown, write_export
from mou_tui.plain.console import Console
from mou_tui.plain.interview import Interview
from mou_tui.session.codec import encode
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.plain.conftest import NOW
from tests.plain.talking import Lines, Moment
from tests.plain.terminal import piped
from tests.tui.interview_app import Person, open_interview

AGENCY, DISTRICT = "Lake City Police Department", "Lake City Unified School District"
FILES = ("lake.mou.yaml", "lake.md", "lake-record.md")
FIRST = "At Birch High.\nOn every school day."
SECOND = "“Schools” are — [schools] 漢字, *both*; ask the School District Clerk."

Done = Callable[[Person], Awaitable[None]]


@dataclass(frozen=True)
class Deed:
    """An action as it is done through either door."""

    said: tuple[str, ...]
    """What is said to the plain door."""
    done: Done
    """What is done on the full screen."""


def action(*said: str, done: Done) -> Deed:
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
        questions = person.workspace.progress().questions
        await person.interview.clause.open(next(one.id for one in questions if one.number == number))

    return action(f"go {number}", done=done)


def take(number: int, where: str = "") -> Deed:
    async def done(person: Person) -> None:
        question = person.workspace.question
        assert question
        person.interview.query_one(Guidance).focus_example(question.id, question.examples[number - 1].id)
        await person.press("enter", *{"": [], "add": ["enter"], "replace": ["down", "enter"]}[where])

    return action(f"take {number}", *filter(None, [where]), done=done)


def write(text: str, where: str = "") -> Deed:
    async def done(person: Person) -> None:
        person.editor.focus()
        if where == "add":
            person.editor.move_cursor(person.editor.document.end)
            await person.pastes(f"\n\n{text}")
        else:
            person.editor.select_all()
            await person.pastes(text)

    return action("write", *filter(None, [where]), *lines(text), ":end", done=done)


def fill(words: str) -> Deed:
    async def done(person: Person) -> None:
        person.editor.focus()
        person.editor.move_cursor(person.editor.document.start)
        await person.press("f5")
        await person.types(words)

    return action(f"fill 1 {words}", done=done)


def tick(number: int) -> Deed:
    async def done(person: Person) -> None:
        person.interview.query_one(Guidance).show_page("points")
        person.interview.query_one("#pane-points").focus()
        await person.press("home", *["down"] * (number - 1), "space")

    return action(f"tick {number}", done=done)


def current(text: str) -> Deed:
    async def done(person: Person) -> None:
        person.interview.query_one(Guidance).show_page("current")
        person.interview.query_one("#pane-current").focus()
        await person.pastes(text)

    return action("current", *lines(text), ":end", done=done)


def asked(word: str, key: str, *answers: str) -> Deed:
    """An action that asks for a few words."""

    async def done(person: Person) -> None:
        await person.press(key)
        for answer in answers:
            await person.types(answer)
            await person.press("enter")

    return action(word, *answers, done=done)


def names(*said: str, changed: dict[str, str], signs: str = "") -> Deed:
    """The names, where those places change that are surely the old name."""

    async def done(person: Person) -> None:
        await person.does("names")
        for line, value in changed.items():
            person.one(f"#{line}", Input).focus()
            person.one(f"#{line}", Input).value = ""
            await person.pastes(value)
        if signs:
            person.one(f"#{signs}", AsciiCheckbox).focus()
            await person.press("space")
        person.one("#done", Button).focus()
        await person.press("enter")
        if person.app.screen is not person.interview:
            person.one("#done", Button).focus()
            await person.press("enter")

    return action("names", *said, done=done)


def in_room(*said: str, does: Callable[[Workspace], object]) -> Deed:
    """An action of the meeting, done through the room."""

    async def done(person: Person) -> None:
        does(person.workspace)

    return action(*said, done=done)


def moves(*said: str, steps: tuple[str, ...]) -> Deed:
    """An action of keys, and of words that are typed, which are marked with a space before them."""

    async def done(person: Person) -> None:
        for step in steps:
            await (person.types(step[1:]) if step.startswith(" ") else person.press(step))

    return action(*said, done=done)


def begin_meeting(*said: str, agency: str, others: str) -> Deed:
    """Begin a meeting with somebody for the agency, nobody named for the district, and others."""

    async def done(person: Person) -> None:
        await person.does("meeting")
        await person.pastes(agency)
        await person.press("enter", "enter")
        await person.pastes(others)
        await person.press("enter", "enter")

    return action("meeting begin", *said, done=done)


def meeting(*said: str, button: str) -> Deed:
    """End the meeting, or go on with the last one."""

    async def done(person: Person) -> None:
        await person.does("meeting")
        person.one(button, Button).focus()
        await person.press("enter")

    return action(*said, done=done)


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

    return action(*said, done=done)


def choose(*said: str, place: int) -> Deed:
    """Choose the wording at a place."""

    async def done(person: Person) -> None:
        await person.does("choose")
        await person.press(*["tab"] * place, "enter")

    return action(*said, done=done)


async def name_moment(person: Person) -> None:
    """Give the moment a name."""
    await person.does("milestone")
    await person.types("first reading")
    await person.press("enter")


async def take_down_check(person: Person) -> None:
    """Record that the law is to be checked, for no question."""
    await person.press("f6")
    await person.types("the law")
    await person.clicks("Check first")
    await person.clicks("belongs to 1.2")
    await person.clicks("Record")


async def take_down_note(person: Person) -> None:
    """Record a note, for no question."""
    await person.press("f6", "f6", "f6")
    await person.types("Fine.")
    await person.clicks("belongs to 1.2")
    await person.clicks("Record")


def finish_first(workspace: Workspace) -> None:
    """Say that the first action is done."""
    workspace.minutes.finish(next(item.action for item in workspace.meetings.agenda().items if item.action))


async def restore_first(person: Person) -> None:
    """Bring the first wording of the question back."""
    noted = (entry for entry in person.workspace.session.history.entries if entry.kind == "wording")
    first = next(entry.text for entry in noted if entry.place == person.workspace.clause_id)
    person.workspace.minutes.restore(person.workspace.clause_id, first)


def go_through(workspace: Workspace) -> None:
    """Go through all blanks."""
    _, baseline, days, *_ = workspace.blanks.blanks
    workspace.blanks.assign(baseline, "Pat")
    workspace.blanks.fill([days], "9")
    workspace.blanks.dismiss(workspace.blanks.blanks[2])
    *_, schools = workspace.blanks.blanks
    wanted = workspace.blanks.wanted(schools)
    assert wanted
    workspace.blanks.set_fact(wanted, "Birch High")


NEXT, OPEN = action("next", done=press("ctrl+n")), action("open", done=press("ctrl+g"))
ADOPT, UNDO = action("adopt", done=press("ctrl+o")), action("undo", done=press("f9"))
CLEAR, DEPTH = action("clear", done=does("clear")), action("depth", done=does("depth"))

TALK = (
    *(take(1), ADOPT, fill("weapons, and worse"), tick(3), tick(1), NEXT),
    *(write(FIRST), take(2, "add"), fill("the first year"), OPEN, take(3), take(1), ADOPT),
    *(write("And more.", "add"), OPEN, take(2), ADOPT, UNDO, write(SECOND, "replace")),
    *(asked("later", "ctrl+l", "the town lawyer", "June 3"), tick(2)),
    *(go("3.1"), current("Old clause.\n\n: with a colon"), asked("aside", "f8", "we have none"), take(2)),
    *(asked("aside", "f8", "after all not"), action("aside", done=press("f8")), UNDO),
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
    *(
        action("go opening", done=lambda person: person.interview.clause.open("opening")),
        write("Ours.\n\nAll of it.", "replace"),
    ),
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
    action("note whole: Fine.", done=take_down_note),
    moves("act ask", "Pat", "May 1", steps=("f6", "f6", " ask", "enter", " Pat", "enter", " May 1", "enter")),
    action("check", "the law", "", "", "no", done=take_down_check),
    in_room("done 1", does=finish_first),
    action("milestone first reading", done=name_moment),
    in_room("confirm", "yes", "stop", does=lambda workspace: workspace.positions.confirm_prepared(["duties"])),
    # On the full screen this is done by itself; line by line it is asked for.
    action("unlock", "restore 1", done=restore_first),
    in_room(
        *("blanks fill", "", ":assign", "Pat", "", "9", ":none", "", "", "", "Birch High"),
        does=go_through,
    ),
    meeting("meeting end", button="#end"),
    meeting("meeting go on", button="#go-on"),
    meeting("meeting end", button="#end"),
)

SCRIPT = (*TALK, *MEETING)


def begin(repository: SessionRepository, path: Path) -> Workspace:
    """A new session, as `mou-tui new` makes it."""
    agency, district = repository.checklist.parties
    return repository.start(
        PartiesAndFacts((party_from_legal_name(agency, AGENCY), party_from_legal_name(district, DISTRICT))), path=path
    )


def plainly(repository: SessionRepository, path: Path, script: tuple[Deed, ...]) -> list[str]:
    """Do actions through the plain door; gives the session after each."""
    workspace, seen, heard = begin(repository, path), [], io.StringIO()

    def see() -> None:
        seen.append(encode(workspace.session).decode())

    said: list[str | Moment] = []
    for action in script:
        said += [*action.said, see]
    source = Lines([*said, "export", "", "show", "record", "", "quit"], heard)
    assert Interview(workspace, Console(source, heard)).run() == 0
    return seen


async def on_screen(repository: SessionRepository, path: Path, script: tuple[Deed, ...]) -> list[str]:
    """Do actions on the full screen; gives the session after each."""
    seen = []
    async with open_interview(repository, begin(repository, path)) as person:
        for action in script:
            await action.done(person)
            await person.pilot.pause()
            seen.append(encode(person.workspace.session).decode())
        await person.does("export")
        await person.press("enter", "enter")
        record = markdown(person.workspace.checklist, person.workspace.session, "record")
        write_export(record, default_path(path, "record"))
    return seen


def fixed(checklists: ChecklistCatalog) -> SessionRepository:
    """A repository in which it is always the same morning, and ids are counted."""
    ids = count(1)
    return SessionRepository(checklists, clock=lambda: NOW, new_id=lambda: f"{next(ids):08x}")


def without_times(text: str) -> str:
    """A file without the times of the day in it and the ids, which differ from one run to the next."""
    text = re.sub(r'"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}"', "now", text)
    text = re.sub(r"[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}", "that day", text)
    text = re.sub(r"[0-9]{1,2}:[0-9]{2} [ap]\.m\.", "then", text)
    ids = dict.fromkeys(re.findall(r'(?:- id: |  id: |meeting: |  - )"?([0-9a-f]{8})"?$', text, re.MULTILINE))
    for number, one in enumerate(ids):
        text = re.sub(rf'"?{one}"?', f"id {number}", text)
    return text


async def test_both_doors_leave_the_same_behind(checklists: ChecklistCatalog, tmp_path: Path) -> None:
    folders = plain, full, pipe = tmp_path / "plain", tmp_path / "full", tmp_path / "pipe"
    for folder in folders:
        folder.mkdir()

    through_plain = plainly(fixed(checklists), plain / "lake.mou.yaml", SCRIPT)
    on_full = await on_screen(fixed(checklists), full / "lake.mou.yaml", SCRIPT)
    for number, (action, one, other) in enumerate(zip(SCRIPT, through_plain, on_full, strict=True), start=1):
        assert one == other, f"after deed {number}, {action.said}"
    for name in FILES:
        assert (plain / name).read_bytes() == (full / name).read_bytes()

    new = ("new", "lake.mou.yaml", "--plain", "--agency", AGENCY, "--district", DISTRICT)
    said = [line for action in SCRIPT for line in action.said]
    code, heard = piped(new, [*said, "export", "", "show", "record", "", "quit"], pipe)
    assert code == 0, heard
    for name in FILES:
        assert without_times((pipe / name).read_text()) == without_times((plain / name).read_text()), name
