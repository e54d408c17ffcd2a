"""The room view in a window of its own, following a session that is edited in another window."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import WATCH
from mou_tui.tui.watch.follower import SessionFollower, Snapshot
from mou_tui.tui.widgets.blank_page import BREAK, BlankPage
from mou_tui.tui.widgets.clause import Clause
from mou_tui.tui.widgets.room_page import RoomPage

POLL_INTERVAL = 0.5
"""Seconds between two polls."""


class WatchScreen(Screen[None]):
    """Shows what a follower sees of a session.

    Args:
        follower: polls the session file.
    """

    ACTIONS = WATCH
    HELP = """The clause on the table of the session, as it was last saved; it follows the other window by itself.
Arrows and Page Up and Down scroll a long clause. Nothing is written here."""
    AUTO_FOCUS = "#clause"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(WATCH),
        *bindings(EVERYWHERE),
        Binding("escape", "uncover", show=False),
    ]

    @dataclass
    class Seen(Message):
        """Reports that the session looks different."""

        snapshot: Snapshot

    @dataclass
    class Failed(Message):
        """Reports that polling failed unexpectedly."""

        error: Exception

    def __init__(self, follower: SessionFollower) -> None:
        super().__init__()
        self._follower = follower
        self._is_over = threading.Event()
        self._blank = ""
        self._is_large = False
        self._is_covered = self._is_uncovered = False
        """Whether somebody blanked this screen here, or showed it again though the interview blanks it."""

    def compose(self) -> ComposeResult:
        """Compose the clause, and below it when it was saved."""
        yield BlankPage(id="blank-page")
        yield RoomPage(id="room")
        yield Static(id="watch-words")

    def on_mount(self) -> None:
        """Show the first snapshot, and start to poll."""
        self._show(self._follower.snapshot)
        # A daemon: a disk that never answers must not keep the program from ending.
        threading.Thread(target=self._poll, name="watch", daemon=True).start()

    def on_unmount(self) -> None:
        """Stop polling."""
        self._is_over.set()

    def _poll(self) -> None:
        while not self._is_over.wait(POLL_INTERVAL):
            try:
                snapshot = self._follower.poll()
            except Exception as error:
                self.post_message(self.Failed(error))
                return
            if snapshot:
                self.post_message(self.Seen(snapshot))

    @on(Seen)
    def _show_seen(self, event: Seen) -> None:
        self._show(event.snapshot)

    def _show(self, snapshot: Snapshot) -> None:
        if not snapshot.blank:
            self._is_uncovered = False
        self._blank = snapshot.blank
        self.query_one(RoomPage).show(snapshot.view)
        line = self.query_one("#watch-words", Static)
        line.update(Content(snapshot.status))
        line.set_class(not snapshot.is_current, "-trouble")
        self._show_break()

    def _show_break(self) -> None:
        """Show nothing of the agreement while the interview, or somebody here, says so."""
        asked = "" if self._is_uncovered else self._blank
        self.query_one(BlankPage).cover(BREAK if self._is_covered else asked)

    def action_blank(self) -> None:
        """Show nothing of the agreement, or all of it again, whatever the interview says."""
        if self.query_one(BlankPage).display:
            self.action_uncover()
        else:
            self._is_covered = True
            self._show_break()

    def action_enlarge(self) -> None:
        """Show a few words at a time, for the back of the room; or the clause as usual."""
        self._is_large = not self._is_large
        self.query_one(Clause).enlarge(self._is_large)

    def action_uncover(self) -> None:
        """Show the agreement again."""
        self._is_covered, self._is_uncovered = False, bool(self._blank)
        self._show_break()

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        raise event.error
