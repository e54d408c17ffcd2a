"""The line that asks, where a session is gone on with, whether there is a meeting."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView

if TYPE_CHECKING:
    from mou_tui.tui.widgets.meeting_line import MeetingLine


class MeetingPrompt:
    """Shows the line until the person does something else.

    Args:
        view: where it is shown.
        recorder: tells when the person types.
    """

    def __init__(self, view: InterviewView, recorder: TypingRecorder) -> None:
        self._view = view
        self._recorder = recorder
        self._line: MeetingLine | None = None

    async def ask(self) -> None:
        """End a meeting of another day; where a session is gone on with, ask in one line for a new one."""
        workspace = self._view.workspace
        store, meetings = workspace.store, workspace.meetings
        if workspace.read_only or not self._view.screen.is_attached:
            return
        if meetings.current:
            # When it ended is in the history, which takes long to read.
            await asyncio.to_thread(lambda: store.session.history.entries)
        meetings.let_lapse()
        self._view.show_session_soon()
        is_known = any(party.name for party in workspace.session.parties)
        if is_known and not store.is_new:
            self.ask_once_more()
            self._recorder.on_next_typing(self.drop)

    def ask_once_more(self) -> None:
        """Ask in one line for a meeting, where none is open: what is recorded outside of one never counts as its."""
        meetings = self._view.workspace.meetings
        if self._line or meetings.current or self._view.workspace.read_only:
            return
        from mou_tui.tui.widgets.meeting_line import MeetingLine

        self._line = MeetingLine(meetings.last, key_of(self._view.app, "meeting"))
        self._view.screen.mount(self._line, before="#keybar")

    def drop(self) -> None:
        """Ask no more."""
        if self._line:
            self._line.remove()
            self._line = None
