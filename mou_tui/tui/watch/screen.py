"""The room view in a window of its own: follows a session that is worked on in another one."""

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

EVERY = 0.5
"""Seconds from one look to the next."""


class WatchScreen(Screen[None]):
    """Shows what a watch sees.

    Args:
        watch: looks at the session.
    """

    HELP = """The clause on the table of the session, as it was last saved; it follows the other window by itself.
Arrows and Page Up and Down scroll a long clause. Nothing is written here."""
    AUTO_FOCUS = "#clause"
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)

    @dataclass
    class Seen(Message):
        """There is something else to be seen."""

        sight: Snapshot

    @dataclass
    class Failed(Message):
        """Looking failed in a way nobody thought of."""

        error: Exception

    def __init__(self, watch: SessionFollower) -> None:
        super().__init__()
        self._watch = watch
        self._is_over = threading.Event()

    def compose(self) -> ComposeResult:
        """The clause over when it was saved."""
        yield RoomPage(id="room")
        yield Static(id="watch-words")

    def on_mount(self) -> None:
        """Show what was seen at first, and go on looking."""
        self._show(self._watch.sight)
        # A daemon: a disk that never answers must not keep the program from ending.
        threading.Thread(target=self._look, name="watch", daemon=True).start()

    def on_unmount(self) -> None:
        """Look no longer."""
        self._is_over.set()

    def _look(self) -> None:
        while not self._is_over.wait(EVERY):
            try:
                sight = self._watch.look()
            except Exception as error:
                self.post_message(self.Failed(error))
                return
            if sight:
                self.post_message(self.Seen(sight))

    @on(Seen)
    def _show_seen(self, event: Seen) -> None:
        self._show(event.sight)

    def _show(self, sight: Snapshot) -> None:
        self.query_one(RoomPage).show(sight.view)
        words = self.query_one("#watch-words", Static)
        words.update(Content(sight.words))
        words.set_class(not sight.is_current, "-trouble")

    @on(Failed)
    def _fail(self, event: Failed) -> None:
        raise event.error
