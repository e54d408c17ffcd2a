"""The home screen: lists the sessions, and starts a new one, a revision or the sample."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from mou_tui.language.dates import time_of_day
from mou_tui.language.text import for_display, pluralize
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import HOME
from mou_tui.tui.dialogs.file_picker import FilePicker
from mou_tui.tui.dialogs.form_drafts import DraftStorage, FormDraft, FormKey
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.workspace.folders import AGREEMENTS, SESSIONS
from mou_tui.workspace.repository import SessionRepository, SessionSummary

WELCOME = """A guided interview that turns the SRO checklist of the COPS Office into a draft agreement \
between a police agency and a school district. Eleven topics; everything is saved as you go."""


class HomeScreen(Screen[None]):
    """Lists the sessions, newest first, with the progress of each."""

    ACTIONS = HOME
    HELP = "Enter opens the session."
    AUTO_FOCUS = "#new"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HOME), *bindings(EVERYWHERE)]

    @dataclass
    class OpenRequested(Message):
        """Asks to open the session at a path."""

        path: Path

    @dataclass
    class NewRequested(Message):
        """Asks to start a session."""

    @dataclass
    class ReviseRequested(Message):
        """Asks to start a session from the earlier agreement at a path."""

        path: Path

    @dataclass
    class TakeInRequested(Message):
        """Asks to take in what counsel sent back, into the session at a path."""

        path: Path

    @dataclass
    class SampleRequested(Message):
        """Asks to open the sample."""

    def __init__(self, repository: SessionRepository, drafts: DraftStorage) -> None:
        """Make the screen; `drafts` keeps what is typed into its forms and not submitted."""
        super().__init__()
        self._repository = repository
        self._drafts = drafts
        self._listed: list[SessionSummary] = []

    def compose(self) -> ComposeResult:
        """Compose a welcome, the sessions, buttons and the keys."""
        yield Static("mou-tui", classes="screen-title")
        with Vertical(id="home"):
            yield Static(WELCOME, id="welcome")
            yield OptionList(id="home-list", compact=True)
        with Horizontal(classes="screen-buttons"):
            yield Button("Start a new agreement", id="new", variant="primary", compact=True)
            yield Button("Open a file", id="open", compact=True)
            yield Button("Revise", id="revise", compact=True)
            yield Button("Look at the sample", id="sample", compact=True)
            yield Button("Quit", id="quit", compact=True)
        yield KeyBar((*HOME, *EVERYWHERE))

    def on_mount(self) -> None:
        """Look for sessions in the background."""
        self.query_one("#home-list").display = False
        self._load_sessions()

    @work(thread=True, exclusive=True)
    def _load_sessions(self) -> None:
        listed = self._repository.listing()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, listed)

    def _show(self, listed: list[SessionSummary]) -> None:
        if not self.is_attached:
            return
        self._listed = listed
        rows = self.query_one("#home-list", OptionList)
        rows.clear_options()
        rows.add_options([Option(_content(session)) for session in listed])
        rows.display = bool(listed)
        if listed:
            rows.highlighted = 0
            # Not if the person has moved the focus by now. Not by `focus`: a new screen is still settling its own.
            if self.focused is None or self.focused.id == "new":
                self.set_focus(rows)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the session."""
        self.post_message(self.OpenRequested(self._listed[event.option_index].path))

    @on(Button.Pressed, "#new")
    def action_new(self) -> None:
        """Start a session."""
        self.post_message(self.NewRequested())

    @on(Button.Pressed, "#sample")
    def action_sample(self) -> None:
        """Open the sample."""
        self.post_message(self.SampleRequested())

    @on(Button.Pressed, "#open")
    @work
    async def action_open(self) -> None:
        """Ask for a session file, and open it."""
        if path := await self._pick("Open a session", SESSIONS, "Open", "open"):
            self.post_message(self.OpenRequested(path))

    @on(Button.Pressed, "#revise")
    @work
    async def action_revise(self) -> None:
        """Ask for an earlier agreement, and start a session from it."""
        explanation = "Word, PDF, OpenDocument, web page or text. It is only read; it stays on this computer."
        if path := await self._pick("Revise an earlier agreement", AGREEMENTS, "Read", "read", explanation):
            self.post_message(self.ReviseRequested(path))

    def action_take_in(self) -> None:
        """Open the session of the row, and take in what counsel sent back."""
        row = self.query_one("#home-list", OptionList).highlighted
        if row is None or row >= len(self._listed):
            self.notify("First open the session that the file belongs to, or start one.", markup=False)
        else:
            self.post_message(self.TakeInRequested(self._listed[row].path))

    async def _pick(
        self, title: str, endings: tuple[str, ...], done: str, form: str, explanation: str = ""
    ) -> Path | None:
        draft = FormDraft(self._drafts, FormKey(form))
        return await self.app.push_screen_wait(FilePicker(title, endings, done, explanation, draft=draft))

    @on(Button.Pressed, "#quit")
    async def _quit(self) -> None:
        await self.run_action("app.quit")


def _content(session: SessionSummary) -> Content:
    done = session.progress
    progress = f"Text {done.written} of {done.needed} · {pluralize(done.blanks, 'blank')}" if done else ""
    when = (
        f"{session.changed:%b} {session.changed.day}, {session.changed.year}, {time_of_day(session.changed)}"
        if session.changed
        else ""
    )
    facts = " · ".join(
        filter(None, (session.kind, session.standing or progress, when, for_display(session.path.name, 60)))
    )
    return Content.assemble((session.title, "bold"), "\n  ", facts)
