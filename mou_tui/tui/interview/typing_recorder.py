"""Records what is typed: the one way from the editors of the interview to the session."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.errors import Refused
from mou_tui.tui.interview.view import InterviewView
from mou_tui.tui.widgets.editor import Typed
from mou_tui.tui.widgets.guidance import Guidance


class TypingRecorder:
    """Writes each text into the session as it is typed, so that no other part of the interview has to ask for it.

    Args:
        view: shows what follows, once what was typed is on the screen.
    """

    def __init__(self, view: InterviewView) -> None:
        self._view = view
        self._workspace = view.workspace
        self._is_stopped = False
        self._guidance: Guidance | None = None
        self._once: list[Callable[[], None]] = []

    def watch_answer(self) -> None:
        """Record what is typed into the answer from now on."""
        editor = self._view.panel.editor
        workspace, locks = self._workspace, self._workspace.locks
        editor.is_locked = lambda: workspace.read_only or bool(locks.holders(workspace.clause_id))
        editor.on_typed = self.record_answer
        # Found now, for it is asked when the screen closes too, and nothing can be queried then.
        self._guidance = self._view.guidance

    def watch_current(self) -> None:
        """Record what is typed of the agreement in force from now on; its editor is made for that."""
        workspace, current_editor = self._workspace, self._view.guidance.current_editor
        current_editor.is_locked = lambda: workspace.read_only
        current_editor.on_typed = self.record_current

    def on_next_typing(self, listener: Callable[[], None]) -> None:
        """Call something once, when the person next types."""
        self._once.append(listener)

    def record_answer(self, typed: Typed) -> None:
        """Record the text of the current clause as it is being typed."""
        self._write_answer(typed)
        self._follow_up()

    def record_current(self, typed: Typed) -> None:
        """Record what the agreement in force says as it is being typed."""
        self._write_current(typed)
        self._follow_up()

    def record_all(self) -> None:
        """Record where the cursor is, and what an error may have kept from being recorded."""
        self._write_answer(self._view.panel.editor.typed)
        if self._shows_current:
            self._write_current(self._view.guidance.current_editor.typed)

    def _write_answer(self, typed: Typed) -> None:
        # While another clause comes up, the editor may still hold the text of the one before.
        if self._is_writable and self._view.shown_clause_id == self._workspace.clause_id:
            try:
                self._workspace.answers.write_typed(typed.text, group=typed.group, cursor=typed.cursor)
                self._workspace.navigation.cursor = typed.cursor
            except Refused as refusal:
                self._refuse(refusal)

    def _write_current(self, typed: Typed) -> None:
        if self._is_writable and self._shows_current:
            try:
                self._workspace.answers.set_current(typed.text, group=typed.group)
            except Refused as refusal:
                self._refuse(refusal)

    @property
    def _is_writable(self) -> bool:
        return not (self._workspace.read_only or self._is_stopped)

    @property
    def _shows_current(self) -> bool:
        return self._guidance is not None and self._guidance.question_id == self._workspace.clause_id

    def _follow_up(self) -> None:
        while self._once:
            self._once.pop()()
        self._view.show_session_soon()

    def _refuse(self, refusal: Refused) -> None:
        # Not at once: the editor is in the midst of the edit.
        self._view.screen.call_later(self._show_recorded)
        self._view.warn(refusal.message)

    def _show_recorded(self) -> None:
        """Show what the session holds in place of what it did not take."""
        self._view.panel.load_wording(self._workspace.text, self._workspace.navigation.cursor)
        if self._shows_current:
            self._view.guidance.current_editor.load_wording(self._workspace.answer.current)

    def stop(self) -> None:
        """Record all, and nothing from then on: the session goes on without this screen."""
        if not self._is_stopped:
            try:
                self.record_all()
            finally:
                self._is_stopped = True
                self._workspace.history.log_wordings()
                self._workspace.remember_location()
                self._workspace.store.flush()

    def close(self) -> None:
        """Record all, and close the session; nothing after `stop`."""
        if not self._is_stopped:
            self.record_all()
            self._workspace.close()
