"""What every action of the interview finds on its screen: the workspace, and the ways to show what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.screen import Screen

from mou_tui.draft.blanks import blanks_of, find_blanks
from mou_tui.session.model import OPENING
from mou_tui.tui.actions.action import ActionSpec, mutating_ids
from mou_tui.tui.actions.interview import EVERYWHERE, INTERVIEW, POSITIONS
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.lock_messages import lock_line
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.checkbox_list import CheckboxList
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.tui.widgets.pages import Pages
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.tui.dialogs.form_drafts import FormDrafts
    from mou_tui.workspace.workspace import Workspace

_CHANGES = mutating_ids(INTERVIEW)
_BACK = ActionSpec("leave", "Back to the answer", "Leave the parties.", "escape", "back")
_WRITE = next(action for action in INTERVIEW if action.id == "write")._replace(keys="enter", footer="write")


class InterviewBase(Screen[None]):
    """A screen with a workspace; what it shows is for the screen that extends it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._is_update_due = False
        self._has_blanks = self._are_there_blanks

    @cached_property
    def workspace(self) -> Workspace:
        """The room around the workspace."""
        return self.workspace

    @cached_property
    def form_drafts(self) -> FormDrafts:
        """What was typed into dialogs and not given."""
        from mou_tui.tui.dialogs.form_drafts import FormDrafts

        return FormDrafts(self.workspace.store)

    @property
    def pages(self) -> Pages:
        """The pages."""
        return self.query_one(Pages)

    def record(self) -> None:
        """Record what the editors hold now."""

    async def go(self, place: str) -> None:
        """Put a place on the table and show it."""

    async def show_question(self) -> None:
        """Show the question on the table."""

    def show_session(self) -> None:
        """Show what follows from the session."""

    def show_session_soon(self) -> None:
        """Show what follows from the session once what was typed is on the screen; at most once a frame."""
        if not self._is_update_due:
            self._is_update_due = True
            self.call_after_refresh(self._show_session_now)

    def _show_session_now(self) -> None:
        self._is_update_due = False
        self.show_session()
        if self._has_blanks != self._are_there_blanks:
            self._has_blanks = not self._has_blanks
            self.show_keys()

    @property
    def _are_there_blanks(self) -> bool:
        workspace = self.workspace
        return bool(find_blanks(workspace.text) if workspace.clause_id == OPENING else blanks_of(workspace.answer))

    def show_whether_writable(self) -> None:
        """Let nobody type where nothing is written."""
        for editor in self.query(WordingEditor):
            editor.read_only = self.workspace.store.read_only
        self.query_one(CheckboxList).disabled = self.workspace.store.read_only
        self.show_keys()

    @property
    def is_with_parties(self) -> bool:
        """Whether one is in the row of the parties."""
        return self.focused is not None and self.focused.id == "agreement"

    def show_keys(self) -> None:
        """Show the keys that do something now: in the row of the parties, those of the parties."""
        bar = self.query_one(KeyBar)
        if self.is_with_parties:
            bar.show(self._keys_of_parties())
            return
        idle = {action.id for action in INTERVIEW if not self.check_action(action.id, ())}
        resting = (_WRITE,) if self.query_one(AnswerPanel).has_focus else ()
        bar.show((*resting, *INTERVIEW, *EVERYWHERE), idle)

    def _keys_of_parties(self) -> Iterable[ActionSpec]:
        if self.query_one(AnswerPanel).are_parties_refused:
            return (_BACK,)
        if not self.workspace.locks.holders(self.workspace.clause_id):
            return (action for action in POSITIONS if action.id != "unlocks")
        # Where there is no room for all, what is needed least gives way.
        return sorted(POSITIONS, key=lambda action: (action.id == "back_to_answer", action.id == "not_asked"))

    def is_held(self) -> bool:
        """Whether the clause on the table is locked; if so, it is said what can be done."""
        holders = self.workspace.locks.holders(self.workspace.clause_id)
        if holders:
            parties, keys = key_of(self.app, "positions"), ("proposes", "unlocks")
            propose, unlock = (f"{parties} {key_of(self.app, key)}" for key in keys)
            width = self.query_one(KeyBar).content_size.width
            self.say_for_keys(lock_line(self.workspace.checklist, holders, width, propose=propose, unlock=unlock))
        return bool(holders)

    def say_for_keys(self, line: Content) -> None:
        """Say something in place of the keys until the person goes on."""
        bar = self.query_one(KeyBar)
        bar.say(line)
        if isinstance(self.app, BaseApp):
            self.app.until_one_goes_on(bar.end)

    @on(WordingEditor.Held)
    def _say_held(self) -> None:
        self.is_held()

    @on(AnswerPanel.Rested)
    def _say_rested(self) -> None:
        self.say_for_keys(Content.assemble(("enter", "bold"), " goes on writing in the answer"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what changes the session only where it may change."""
        if action == "next_blank":
            return self._has_blanks
        return None if action in _CHANGES and self.workspace.store.read_only else True

    def report_step(self, words: str | None, *, timeout: float | None = None) -> None:
        """Say what was done, if anything was, and that it can be taken back; for so many seconds."""
        if words:
            self.notify(f"{words} {key_of(self.app, 'undo_step')} takes it back.", markup=False, timeout=timeout)
            self.show_session_soon()
