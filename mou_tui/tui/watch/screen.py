"""The room view in a window of its own, following a session that is edited in another window."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.watch.follower import SessionFollower, Snapshot
from mou_tui.tui.widgets.room_page import RoomPage

POLL_INTERVAL = 0.5
"""Seconds between two polls."""


class WatchScreen(Screen[None]):
    """Shows what a follower sees of a session.

    Args:
        follower: polls the session file.
    """

    HELP = """The clause on the table of the session, as it was last saved; it follows the other window by itself.
Arrows and Page Up and Down scroll a long clause. Nothing is written here."""
    AUTO_FOCUS = "#clause"
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)

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

    def compose(self) -> ComposeResult:
        """Compose the clause, and below it when it was saved."""
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
        self.query_one(RoomPage).show(snapshot.view)
        line = self.query_one("#watch-words", Static)
        line.update(Content(snapshot.status))
        line.set_class(not snapshot.is_current, "-trouble")

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        raise event.error
