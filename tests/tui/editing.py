"""Somebody who edits a session at random, and what must be true after everything they do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from rich.cells import cell_len
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import OptionList

from mou_tui.persistence.local_state import LocalState
from mou_tui.session.codec import decode
from mou_tui.session.model import OPENING
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.workspace import Workspace
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person

FORTY = "\n".join(
    f"{number}. A line of some words, long enough to wrap at least once or twice." for number in range(40)
)
PASTES = (
    *(
        FORTY,
        "One line.",
        "\n\n\n",
        "\n",
        "First.\n\nSecond.\n",
        "日本語の文章、とても広い。" * 9,
        "e\u0301\u200d👩‍👩‍👧 flags 🏴",
    ),
    *(
        "a\tb\n\tc\n\t\t",
        "[amount] within ___ days",
        "x" * 300,
        "",
        "  spaces  at   ends  ",
        "a\r\nb\rc",
        "a\u2028b\x0bc\x85d",
    ),
)
TYPED = ("a", "We agree. ", "two words", "\n", "\n\n", "é", "字", " ", "The SRO waits", ".", "Within [number] days ")
MOVES = (
    *("up", "down", "left", "right", "home", "end", "ctrl+home", "ctrl+end", "pageup", "pagedown", "ctrl+left"),
    *("ctrl+right", "shift+left", "shift+up", "shift+end", "shift+pagedown", "shift+ctrl+left"),
)
EDITS = ("backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+x", "ctrl+v", "ctrl+shift+k", "enter")
SIZES = (SMALL, NARROW, WIDE, (40, 12), (200, 50), (20, 6))

Result = TypeVar("Result")
Sit = Callable[[], AbstractAsyncContextManager[Person]]


class Editing(RuleBasedStateMachine):
    """Does to a session what a person may do, in any order.

    Args:
        sit: sits somebody down before a session of its own.
    """

    def __init__(self, sit: Sit) -> None:
        super().__init__()
        self._sit = sit
        self._loop = asyncio.new_event_loop()
        self._asked: asyncio.Queue[Callable[[Person], Awaitable[None]] | None] = asyncio.Queue()
        self._answered: asyncio.Queue[None] = asyncio.Queue()

    @initialize()
    def begin(self) -> None:
        """Sit down."""
        # One task from the beginning to the end: the library tells by the context of a task which app it is in.
        self._task = self._loop.create_task(self._go_on())
        self._do(_nothing)

    async def _go_on(self) -> None:
        async with self._sit() as person:
            while do := await self._asked.get():
                await do(person)
                await _come_back(person)
                _check(person)
                self._answered.put_nowait(None)

    def _do(self, do: Callable[[Person], Awaitable[None]]) -> None:
        self._asked.put_nowait(do)
        self._loop.run_until_complete(self._until_answered())

    async def _until_answered(self) -> None:
        answered = asyncio.ensure_future(self._answered.get())
        await asyncio.wait({answered, self._task}, return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            answered.cancel()
            self._task.result()

    def teardown(self) -> None:
        """Get up."""
        if hasattr(self, "_task") and not self._task.done():
            self._asked.put_nowait(None)
            self._loop.run_until_complete(self._task)
        self._loop.close()

    @rule(text=st.sampled_from(TYPED))
    def type(self, text: str) -> None:
        """Type."""
        self._do(lambda person: person.types(text))

    @rule(text=st.sampled_from(PASTES))
    def paste(self, text: str) -> None:
        """Paste."""
        self._do(lambda person: person.pastes(text))

    @rule(keys=st.lists(st.sampled_from(["ctrl+z", "ctrl+y", "f9"]), min_size=1, max_size=4))
    def undo_and_redo(self, keys: list[str]) -> None:
        """Take back and do again."""
        self._do(lambda person: person.press(*keys))

    @rule(key=st.sampled_from(MOVES))
    def move(self, key: str) -> None:
        """Move the cursor."""
        self._do(lambda person: person.press(key))

    @rule(key=st.sampled_from(EDITS), is_all=st.booleans())
    def cut(self, key: str, is_all: bool) -> None:
        """Delete or cut, all of it or what is selected."""
        self._do(lambda person: person.press(*["ctrl+a"] * is_all, key))

    @rule(where=st.sampled_from(["append", "replace", "cursor"]), index=st.integers(0, 2))
    def take(self, where: str, index: int) -> None:
        """Take an example."""

        async def do(person: Person) -> None:
            if question := person.workspace.question:
                person.interview.controllers.answer.insert_example(
                    question.examples[min(index, len(question.examples) - 1)]
                )
                await person.settles()
                downs = ("append", "replace", "cursor").index(where)
                if not isinstance(person.app.screen, InterviewScreen):
                    await person.press(*["down"] * downs, "enter")

        self._do(do)

    @rule(text=st.sampled_from(["thirty", "9 days", "x"]))
    def fill(self, text: str) -> None:
        """Fill a blank, in the clause."""

        async def do(person: Person) -> None:
            await person.press("f5")
            await person.types(text)

        self._do(do)

    @rule(words=st.sampled_from(["thirty", "日本"]), is_list=st.booleans())
    def fill_from_list(self, words: str, is_list: bool) -> None:
        """Fill the first blank of all, and take that back in the list or not."""

        async def do(person: Person) -> None:
            await person.does("blanks")
            # Nobody fills a blank in a list that is not on the screen yet.
            while not any(
                rows.option_count for rows in person.app.screen.query("BlanksScreen #rows").results(OptionList)
            ):
                await person.settles()
            if blanks := person.interview.workspace.blanks.blanks:
                person.interview.workspace.blanks.fill(blanks[:2], words)
            await person.press(*["ctrl+z"] * is_list, "escape")

        self._do(do)

    @rule(size=st.sampled_from(SIZES))
    def resize(self, size: tuple[int, int]) -> None:
        """Make the window another size."""

        async def do(person: Person) -> None:
            await person.pilot.resize_terminal(*size)
            await person.settles()

        self._do(do)

    @rule(key=st.sampled_from(["ctrl+n", "ctrl+b"]))
    def go(self, key: str) -> None:
        """Leave the question, or come back."""
        self._do(lambda person: person.press(key))

    @rule(keys=st.sampled_from([("a",), ("l",), ("o", "enter"), ("u",), ("right", "a"), ("o", "x", "enter")]))
    def say(self, keys: tuple[str, ...]) -> None:
        """Say what a party thinks."""
        self._do(lambda person: person.press("f7", *keys, "escape"))

    @rule(
        action=st.sampled_from(["begin", "end", "go on", "milestone", "decision", "restore", "clear", "depth", "adopt"])
    )
    def step(self, action: str) -> None:
        """Do something that is noted."""

        async def do(person: Person) -> None:
            _STEPS[action](person.workspace)
            person.interview.view.show_session()
            await person.settles()

        self._do(do)

    @rule(key=st.sampled_from(["f2", "f3", "f4", "tab", "shift+tab", "escape", "f12"]))
    def look(self, key: str) -> None:
        """Go elsewhere on the screen."""
        self._do(lambda person: person.press(key))

    @invariant()
    def runs(self) -> None:
        """The program goes on."""
        assert not (hasattr(self, "_task") and self._task.done())


def _unlocked(workspace: Workspace) -> Workspace:
    """Unlock the current clause; return its workspace."""
    workspace.locks.unlock(workspace.clause_id)
    return workspace


_STEPS: dict[str, Callable[[Workspace], object]] = {
    "begin": lambda workspace: workspace.meetings.begin(workspace.meetings.attendance()),
    "end": lambda workspace: workspace.meetings.end(),
    "go on": lambda workspace: workspace.meetings.go_on(),
    "milestone": lambda workspace: workspace.minutes.mark("first reading"),
    "decision": lambda workspace: workspace.minutes.capture("decision", "Settled."),
    "restore": lambda workspace: _unlocked(workspace).minutes.restore(
        workspace.clause_id, "As it once read.\n\nIn two paragraphs."
    ),
    "clear": lambda workspace: _unlocked(workspace).answers.clear(),
    "depth": lambda workspace: workspace.set_depth("full" if workspace.session.depth == "essential" else "essential"),
    "adopt": lambda workspace: workspace.answers.accept_example(),
}


async def _nothing(person: Person) -> None:
    await person.settles()


async def _come_back(person: Person) -> None:
    """Leave what a key has opened, and the parties, for the answer."""
    for _ in range(9):
        if isinstance(person.app.screen, InterviewScreen):
            break
        await person.press("escape")
    # A notice would hide what is behind it.
    person.app.clear_notifications()
    if person.at != "answer":
        person.interview.view.pages.show_page("question")
        person.interview.set_focus(person.editor)
    await person.settles()


def _check(person: Person) -> None:
    """What is on the screen, in the session and in the recovery copy is the same."""
    workspace, editor = person.workspace, person.editor
    if person.app._exception:
        raise person.app._exception
    if workspace.clause_id == OPENING and not workspace.session.opening:
        # An empty opening, and one with other spaces, is the one that is written from the parties.
        assert editor.text.split() in ([], workspace.text.split())
    else:
        assert editor.text == workspace.text
    start, end = editor.selection
    assert (editor.clamp_visitable(start), editor.clamp_visitable(end)) == (start, end)
    shown, expected = _rows(person), _expected_rows(person)
    assert shown == expected, f"shown {shown} where it is {expected}"
    workspace.store.flush()
    assert workspace.store.state.kind == "saved"
    assert decode(workspace.store.path.read_bytes(), "saved").session == workspace.session
    copy = LocalState(workspace.store.path).recovery_copy()
    if copy:
        assert decode(copy.data, "kept").session == workspace.session


def _rows(person: Person) -> list[str]:
    region = person.editor.content_region
    strips = person.app.screen._compositor.render_strips()[region.y : region.bottom]
    shown = strips[: person.editor.size.height]
    rows = [strip.crop(region.x, region.x + person.editor.wrap_width + 1).text.rstrip() for strip in shown]
    # The library shows an empty line that is selected as a bar.
    return rows if person.editor.selection.is_empty else ["" if row == "▌" else row for row in rows]


def _expected_rows(person: Person) -> list[str]:
    """The rows of the session's wording, broken anew, that belong in view."""
    editor, text = person.editor, person.editor.text
    is_hidden = person.app.size.height < 12
    if is_hidden or not text or "\t" in text or any(cell_len(letter) == 0 for letter in text if letter != "\n"):
        # A placeholder, tabs, and marks without a width are shown in other letters.
        return _rows(person)
    wrapped = WrappedDocument(editor.document, editor.wrap_width, editor.indent_width)
    rows = [row.rstrip() for line in wrapped.lines for row in line]
    top, height = editor.scroll_offset.y, len(_rows(person))
    rows = rows[top : top + height]
    return rows + [""] * (height - len(rows))
