"""The interview: the question, what helps to answer it, the answer, and the draft beside it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Static, TextArea

from mou_tui.draft.guidance import asks_for_grant
from mou_tui.errors import TooLarge
from mou_tui.session.model import OPENING
from mou_tui.text import pluralize
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE, INTERVIEW, POSITIONS
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.navigation import NavigationActions
from mou_tui.tui.runtime.base_app import BaseApp, size_classes
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.tui.widgets.header import Header
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.tui.widgets.pages import Pages
from mou_tui.tui.widgets.question_header import QuestionHeader
from mou_tui.tui.widgets.topics import Topics
from mou_tui.workspace.unrecognized import in_short
from mou_tui.workspace.workspace import Workspace

ONLY_HERE = "Nothing can be written now, so what you typed last is only in this window."


class InterviewScreen(NavigationActions):
    """Routes between the workspace, which holds the session, and the widgets, which show it."""

    ACTIONS = (*INTERVIEW, *POSITIONS)
    HELP = """Type the clause in the answer. Tab goes on to Next, Esc leaves the answer. All is saved as you type.
The text of a clause is: · empty, ≈ an example not yet yours, □ has blanks, ■ written, – does not apply; … someone
checks first. Of a topic: · not begun, ◧ begun, ■ all written. The parties have, beside it: · not been asked, ◌ been
asked in part, ✓ agreed, ⚑ an objection, … to check first, ↻ to confirm, for the wording changed. Among the parties,
below the answer, left and right choose one, a letter says what it thinks. Whoever gets the file can read all of it."""

    AUTO_FOCUS = "#answer"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(INTERVIEW),
        *bindings(EVERYWHERE),
        Binding("escape", "leave", show=False),
        Binding("enter", "write", show=False),
    ]

    @dataclass
    class HomeWanted(Message):
        """The person wants the list of sessions."""

    @dataclass
    class SavingChanged(Message):
        """Whether the session is saved may have changed."""

    def __init__(
        self, workspace: Workspace, *, ask_names: bool = False, is_begun: bool = False, opens_earlier: bool = False
    ) -> None:
        super().__init__(workspace)
        self._ask_names = ask_names
        self._opens_earlier = opens_earlier
        self._is_begun = is_begun
        self._is_given_up = False
        self._banner = ""
        self._is_new = True
        self._held = ""
        self._is_draft_ready = False
        self._is_source = False

    def compose(self) -> ComposeResult:
        """Head, three columns (or pages, where it is narrow), footer."""
        yield Header(id="head")
        yield Static(id="banner")
        yield Pages(id="pages")
        yield KeyBar((*INTERVIEW, *EVERYWHERE))

    def on_mount(self) -> None:
        """Show the question on the table, and hear how saving goes."""
        self._panel, self._guidance = self.query_one(AnswerPanel), self.query_one(Guidance)
        self.workspace.store.subscribe(lambda _state: self._hear_of_saving())
        self.watch(self.app, "app_focus", self._save_when_left, init=False)
        self._panel.editor.read_only = self.workspace.store.read_only
        self._panel.editor.is_locked = self._is_locked
        self._show_wording()
        self.call_after_refresh(self._show_the_rest_soon)

    def _show_the_rest_soon(self) -> None:
        # A letter typed at the first sight of the answer is behind these in the queues of the app and of the editor;
        # making the rest would keep its echo waiting.
        self.app.call_later(self._panel.editor.call_later, self.call_after_refresh, self._show_the_rest)

    async def _show_the_rest(self) -> None:
        """Show what one can type without, once the answer is on the screen."""
        if isinstance(self.app, BaseApp):
            self.app.read_styles()
        if self._is_there:
            await self._panel.fill()
        if self._is_there:
            await self.pages.fill()
            await self._show_surroundings()
        if not self._is_there:
            return
        self.show_whether_writable()
        self._make_draft_ready()
        self._begin()

    @work
    async def _make_draft_ready(self) -> None:
        """Read every answer once, letting keys through in between; long answers take some milliseconds."""
        from mou_tui.draft.block_parser import parse

        for answer in self.workspace.session.answers.values():
            parse(answer.text, answer.not_blanks)
            await asyncio.sleep(0)
        if not self._is_there:
            return
        self._is_draft_ready = True
        self.show_session()
        self._follow()

    def _follow(self) -> None:
        if not (self._is_there and self._is_draft_ready):
            return
        place = self.workspace.clause_id
        self.pages.follow(place if place == OPENING else self.workspace.checklist.number(place))

    @work
    async def _begin(self) -> None:
        """Settle what must be settled before the first question."""
        from mou_tui.tui.dialogs import question_prompts

        if await question_prompts.recovery(self.app, self.workspace):
            await self.show_question()
        if self._is_begun:
            return
        if replaced := self.workspace.store.replaced:
            self.notify(f"{pluralize(replaced, 'control character')} in the file replaced.", markup=False)
        if notes := in_short(self.workspace.store.notes):
            self.notify(notes, severity="warning", timeout=20, markup=False)
        if self.workspace.store.ui_state.form_drafts and not self.workspace.store.read_only:
            self._tell_begun()
        if self._ask_names:
            await self.change_names()
            self.set_focus(self._panel.editor)
        if self._opens_earlier:
            self.action_earlier()
        await self.ask_for_meeting()
        await self.understand_history()

    def _tell_begun(self) -> None:
        from mou_tui.tui.dialogs.form_draft_locations import describe_drafts

        if words := describe_drafts(self.form_drafts, self.workspace, partial(key_of, self.app)):
            self.notify(words, markup=False, timeout=10)

    def _save_when_left(self, focused: bool) -> None:
        if not focused:
            self.workspace.store.save()

    def _is_locked(self) -> bool:
        return bool(self.workspace.locks.holders(self.workspace.clause_id))

    def on_screen_suspend(self) -> None:
        """Let no letter that is meant for another screen land in the answer when that one is left."""
        is_writing = isinstance(self.focused, (TextArea, Input))
        if is_writing or (self.is_with_parties and not self.app.screen.is_modal):
            self._panel.rest()

    @on(AnswerPanel.FocusMoved)
    def _show_other_keys(self) -> None:
        self.show_keys()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what may have changed behind a dialog or the review."""
        if self._is_new:
            # What was styled while the screen was made need not be styled once more.
            event.refresh_styles = self._is_new = False
        else:
            self.show_session()

    def on_resize(self, event: events.Resize) -> None:
        """Lay nothing out for a size it is laid out for; a screen hears of its first one three times over."""
        # The size of a screen is always that of the terminal; its outer size is the one it is laid out for.
        if event.size == self.outer_size and all(map(self.has_class, size_classes(event.size))):
            event.prevent_default()

    async def show_question(self) -> None:
        """Show the question on the table with its guidance and answer."""
        # The wording before anything is waited for: what the editor holds always belongs to the place on the table.
        if self._is_there:
            self._show_wording()
            await self._show_surroundings()

    def _show_wording(self) -> None:
        # Where the same words stay, so do the cursor and what is in view.
        if (self._held, self._panel.editor.text) != (self.workspace.clause_id, self.workspace.text):
            self._panel.hold(self.workspace.text, self.workspace.navigation.cursor)
        self._held = self.workspace.clause_id
        question = self.workspace.question
        grant = question is not None and asks_for_grant(question, self.workspace.checklist)
        self.query_one(QuestionHeader).show(self.workspace.clause_name(), question, grant)

    async def _show_surroundings(self) -> None:
        self._guidance.set_class(self.workspace.question is None, "-nothing")
        await self._guidance.show(self.workspace)
        self.show_session()
        self._follow()

    def show_session(self) -> None:
        """Bring sidebar, head, preview and standing up to the session."""
        workspace = self.workspace
        if not self._is_there:
            return
        completeness = workspace.progress()
        if self._is_draft_ready:
            self._show_draft()
        self.query_one(Topics).show(completeness, workspace.clause_id)
        topic = workspace.checklist.topic_of(workspace.clause_id).id if workspace.question else ""
        self.query_one(Header).show(
            workspace.title(), completeness, topic, workspace.store.state, workspace.session.meeting
        )
        adoptable = workspace.answers.has_acceptable_example and not workspace.store.read_only
        undecided = bool(workspace.answer.alternatives) and not workspace.store.read_only
        self._panel.show_standing(
            workspace.answers.text_status(),
            workspace.answers.status_note(),
            has_acceptable_example=adoptable,
            undecided=undecided,
        )
        self._panel.editor.not_blanks = workspace.answer.not_blanks
        self.show_agreement()
        self._show_saved()

    def _show_draft(self) -> None:
        from mou_tui.draft.markdown import as_source, passages

        found = passages(self.workspace.draft())
        self.pages.show_draft(map(as_source, found) if self._is_source else found)

    @property
    def _is_there(self) -> bool:
        """Whether there is still something to show things on; what was asked for a moment ago may come too late."""
        return self.is_attached and self.display

    def _hear_of_saving(self) -> None:
        # Called from the thread that saves: a message is all that may pass from there to here.
        self.post_message(self.SavingChanged())

    @on(SavingChanged)
    def _show_saved(self) -> None:
        state = self.workspace.store.state
        if not self._is_there:
            return
        banner = self.query_one("#banner", Static)
        words = state.message or self.workspace.store.message
        if words != self._banner:
            self._banner = words
            banner.display = bool(words)
            banner.update(Content(words))
        self.query_one(Header).show_saved(state)

    @on(AnswerPanel.Edited)
    def _type_on(self) -> None:
        self.drop_meeting_line()
        self.record()

    @on(Guidance.CurrentEdited)
    def record(self) -> None:
        """Record what the editors hold now; a message may come late, when another question is on the table."""
        if not (self.workspace.store.read_only or self._is_given_up):
            try:
                self._record_typed()
            except TooLarge as refusal:
                self._put_back(refusal)
            self.show_session_soon()

    def _record_typed(self) -> None:
        for typed in self._panel.editor.take_typed():
            self.workspace.answers.write(typed.text, group=typed.group, cursor=typed.cursor)
            self.workspace.navigation.cursor = typed.cursor
        if self._guidance.question_id == self.workspace.clause_id:
            for typed in self._guidance.current_editor.take_typed():
                self.workspace.answers.set_current(typed.text, group=typed.group)

    def _put_back(self, refusal: TooLarge) -> None:
        """Show what the session holds in place of what it did not take, and say why."""
        self._panel.hold(self.workspace.text, self.workspace.navigation.cursor)
        if self._guidance.question_id == self.workspace.clause_id:
            self._guidance.current_editor.hold(self.workspace.answer.current)
        self.notify(refusal.message, severity="warning", timeout=20, markup=False)

    @on(Guidance.Ticked)
    def _tick(self, event: Guidance.Ticked) -> None:
        if event.question_id == self.workspace.clause_id:
            self.workspace.answers.set_points(event.points)
            self.show_session_soon()

    @on(Button.Pressed, "#more")
    def _show_commands(self) -> None:
        self.app.action_command_palette()

    def action_source(self) -> None:
        """Go to the draft, and show it as Markdown source, or again as it reads."""
        self._is_source = not self._is_source
        self.show_session()
        if not self.pages.has_focus_at("draft"):
            self.action_draft()

    def action_home(self) -> None:
        """Save, and go to the list of sessions, which reads the file."""
        self.record()
        self.workspace.store.flush()
        if self.workspace.store.only_here:
            self.notify(f"{ONLY_HERE}\nSave elsewhere first (Ctrl+P).", severity="warning", timeout=20, markup=False)
        else:
            self.post_message(self.HomeWanted())

    def give_up(self) -> None:
        """Write what was typed last, and say nothing more to the session, which goes on without this screen."""
        if self._is_given_up:
            return
        try:
            # While another question comes up, the editor may still hold the wording of the one before.
            if self._held == self.workspace.clause_id:
                self.record()
        finally:
            self._is_given_up = True
            self.workspace.history.log_wordings()
            self.workspace.remember_location()
            self.workspace.store.flush()

    def on_unmount(self) -> None:
        """Leave nothing unsaved behind."""
        if not self._is_given_up:
            self.record()
            self.workspace.close()
