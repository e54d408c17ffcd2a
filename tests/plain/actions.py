"""Actions that are taken in both front ends, by words and by keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from textual.widgets import Button, Input, TextArea

from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.workspace.workspace import Workspace
from tests.tui.interview_app import Person

AGENCY, DISTRICT = "Lake City Police Department", "Lake City Unified School District"
FIRST = "At Birch High.\nOn every school day."
SECOND = "“Schools” are — [schools] 漢字, *both*; ask the School District Clerk."
Done = Callable[[Person], Awaitable[None]]


@dataclass(frozen=True)
class BothWays:
    """An action as it is done in either front end."""

    typed: tuple[str, ...]
    """The lines typed in the line-by-line interview."""
    done: Done
    """What is done on the full screen."""


def action(*typed: str, done: Done) -> BothWays:
    return BothWays(typed, done)


def lines(text: str) -> list[str]:
    """The lines of a text, as one types them within an answer."""
    return [f":{line}" if line.startswith(":") else line for line in text.split("\n")]


def press(*keys: str) -> Done:
    async def done(person: Person) -> None:
        await person.press(*keys)

    return done


def does(action: str) -> Done:
    return lambda person: person.does(action)


def go(number: str) -> BothWays:
    async def done(person: Person) -> None:
        questions = person.workspace.progress().questions
        await person.interview.controllers.clause.open(
            next(question.id for question in questions if question.number == number)
        )

    return action(f"go {number}", done=done)


def take(number: int, where: str = "") -> BothWays:
    async def done(person: Person) -> None:
        question = person.workspace.question
        assert question
        person.interview.query_one(Guidance).focus_example(question.id, question.examples[number - 1].id)
        await person.press("enter", *{"": [], "add": ["enter"], "replace": ["down", "enter"]}[where])

    return action(f"take {number}", *filter(None, [where]), done=done)


def write(text: str, where: str = "") -> BothWays:
    async def done(person: Person) -> None:
        person.editor.focus()
        if where == "add":
            person.editor.move_cursor(person.editor.document.end)
            await person.pastes(f"\n\n{text}")
        else:
            person.editor.select_all()
            await person.pastes(text)

    return action("write", *filter(None, [where]), *lines(text), ":end", done=done)


def fill(words: str) -> BothWays:
    async def done(person: Person) -> None:
        person.editor.focus()
        person.editor.move_cursor(person.editor.document.start)
        await person.press("f5")
        await person.types(words)

    return action(f"fill 1 {words}", done=done)


def tick(number: int) -> BothWays:
    async def done(person: Person) -> None:
        person.interview.query_one(Guidance).show_page("points")
        person.interview.query_one("#pane-points").focus()
        await person.press("home", *["down"] * (number - 1), "space")

    return action(f"tick {number}", done=done)


def current(text: str) -> BothWays:
    async def done(person: Person) -> None:
        person.interview.query_one(Guidance).show_page("current")
        person.interview.query_one("#pane-current").focus()
        await person.pastes(text)

    return action("current", *lines(text), ":end", done=done)


def asked(word: str, key: str, *answers: str) -> BothWays:
    """An action that asks for a few words."""

    async def done(person: Person) -> None:
        await person.press(key)
        for answer in answers:
            await person.types(answer)
            await person.press("enter")

    return action(word, *answers, done=done)


def names(*typed: str, changed: dict[str, str], signs: str = "") -> BothWays:
    """The names, where those places change that are surely the old name."""

    async def done(person: Person) -> None:
        await person.does("names")
        for line, value in changed.items():
            field = next(
                widget for widget in person.app.screen.query(f"#{line}") if isinstance(widget, Input | TextArea)
            )
            field.focus()
            field.select_all()
            await person.pastes(value)
        if signs:
            person.query(f"#{signs}", AsciiCheckbox).focus()
            await person.press("space")
        person.query("#done", Button).focus()
        await person.press("enter")
        if person.app.screen is not person.interview:
            person.query("#done", Button).focus()
            await person.press("enter")

    return action("names", *typed, done=done)


def in_room(*typed: str, does: Callable[[Workspace], object]) -> BothWays:
    """An action of the meeting, done through the room."""

    async def done(person: Person) -> None:
        does(person.workspace)

    return action(*typed, done=done)


def moves(*typed: str, steps: tuple[str, ...]) -> BothWays:
    """An action of keys, and of words that are typed, which are marked with a space before them."""

    async def done(person: Person) -> None:
        for step in steps:
            await (person.types(step[1:]) if step.startswith(" ") else person.press(step))

    return action(*typed, done=done)


def begin_meeting(*typed: str, agency: str, others: str) -> BothWays:
    """Begin a meeting with somebody for the agency, nobody named for the district, and others."""

    async def done(person: Person) -> None:
        await person.does("meeting")
        await person.pastes(agency)
        await person.press("enter", "enter")
        await person.pastes(others)
        await person.press("enter", "enter")

    return action("meeting begin", *typed, done=done)


def meeting(*typed: str, button: str) -> BothWays:
    """End the meeting, or go on with the last one."""

    async def done(person: Person) -> None:
        await person.does("meeting")
        person.query(button, Button).focus()
        await person.press("enter")

    return action(*typed, done=done)


def propose(*typed: str, party: int, text: str) -> BothWays:
    """Write down what the party of a number wants instead; without a text it is withdrawn."""

    async def done(person: Person) -> None:
        await person.press("f7", *["right"] * (party - 1), "p")
        dialog = person.query("TextArea", TextArea)
        dialog.select_all()
        if text:
            await person.pastes(text)
        else:
            await person.press("delete")
        await person.press("tab", "enter", "escape")

    return action(*typed, done=done)


def choose(*typed: str, place: int) -> BothWays:
    """Choose the wording at a place."""

    async def done(person: Person) -> None:
        await person.does("choose")
        await person.press(*["tab"] * place, "enter")

    return action(*typed, done=done)


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
    person.workspace.locks.unlock(person.workspace.clause_id)
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
