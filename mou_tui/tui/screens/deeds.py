"""What can be done to the wording on the table, apart from typing it.

A deed imports what it needs when it is done, so that nobody waits for dialogs at the start.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on, work
from textual.screen import Screen
from textual.widgets import Button

from mou_tui.checklist.checklist import Example
from mou_tui.desk import Desk
from mou_tui.draft.blanks import blanks_of, find
from mou_tui.errors import MouError
from mou_tui.session.session import OPENING
from mou_tui.text import clean, count, shown
from mou_tui.tui.deed import changing
from mou_tui.tui.handoff import copy, lend
from mou_tui.tui.keys import EVERYWHERE, INTERVIEW, POSITIONS
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.cards import ExampleCard
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.tui.widgets.pages import Pages
from mou_tui.tui.widgets.ticks import TickList

if TYPE_CHECKING:
    from mou_tui.room import Room
    from mou_tui.tui.screens.begun import Begun

_CHANGES = changing(INTERVIEW)


class DeedsScreen(Screen[None]):
    """A screen with a desk, and an action for each deed; what it shows is for the screen that extends it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._is_update_due = False
        self._has_blanks = self._are_there_blanks

    @cached_property
    def room(self) -> Room:
        """The room around the desk."""
        from mou_tui.room import Room

        return Room(self.desk)

    @cached_property
    def begun(self) -> Begun:
        """What was typed into dialogs and not given."""
        from mou_tui.tui.screens.begun import Begun

        return Begun(self.desk.store)

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
        desk = self.desk
        return bool(find(desk.wording) if desk.place == OPENING else blanks_of(desk.answer))

    def show_whether_writable(self) -> None:
        """Let nobody type where nothing is written."""
        for editor in self.query(WordingEditor):
            editor.read_only = self.desk.store.read_only
        self.query_one(TickList).disabled = self.desk.store.read_only
        self.show_keys()

    @property
    def is_with_parties(self) -> bool:
        """Whether one is in the row of the parties."""
        return self.focused is not None and self.focused.id == "agreement"

    def show_keys(self) -> None:
        """Show the keys that do something now: in the row of the parties, those of the parties."""
        if self.is_with_parties:
            self.query_one(KeyBar).show(POSITIONS)
            return
        idle = {deed.id for deed in INTERVIEW if not self.check_action(deed.id, ())}
        self.query_one(KeyBar).show((*INTERVIEW, *EVERYWHERE), idle)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what changes the session only where it may change."""
        if action == "next_blank":
            return self._has_blanks
        return None if action in _CHANGES and self.desk.store.read_only else True

    @work
    async def _take(self, example: Example) -> None:
        """Put an example into the answer."""
        from mou_tui.tui.screens import asking

        where = await asking.where_to_put(self.app, self.desk)
        if where is None:
            return
        self.pages.turn_to("question")
        self.desk.take(example, self.query_one(AnswerPanel).put(self.desk.wording_of(example), where))
        self.query_one(Guidance).show_points(self.desk.answer)
        self.show_session_soon()

    @on(ExampleCard.Wanted)
    def _take_wanted(self, event: ExampleCard.Wanted) -> None:
        if not self.desk.store.read_only:
            self._take(event.example)

    def action_take(self) -> None:
        """Take the example being read, or turn to the examples to read one."""
        guidance = self.query_one(Guidance)
        if self.desk.question is None:
            self.notify("The opening has no examples; it is written from the parties.", markup=False)
        elif guidance.chosen and guidance.tab == "examples":
            self._take(guidance.chosen)
        else:
            guidance.read_example("")

    @on(Button.Pressed, "#adopt")
    def action_adopt(self) -> None:
        """Use the example as written."""
        if self.desk.adopt():
            self.show_session_soon()
            self.query_one(AnswerPanel).go_to_next()
        else:
            self.notify(
                "There is no example to use here: the answer is empty, or its words are yours already.", markup=False
            )

    @work
    async def action_later(self) -> None:
        """Put the question off, or take it up again."""
        from mou_tui.tui.screens import asking

        if self.desk.question:
            self._tell_step(await asking.later(self.app, self.desk, self.begun))

    @work
    async def action_set_aside(self) -> None:
        """Say that the question does not apply, or that it does after all."""
        from mou_tui.tui.screens import asking

        if self.desk.question:
            self._tell_step(await asking.set_aside(self.app, self.desk, self.begun))

    async def action_clear(self) -> None:
        """Empty the answer."""
        self.desk.clear()
        await self.show_question()
        self._tell_step("Cleared.")

    async def action_undo_step(self) -> None:
        """Take back the last step."""
        taken_back = self.desk.undo()
        if taken_back is None:
            self.notify("There is no step to take back. Ctrl+Z undoes typing in the answer.", markup=False)
            return
        await self.show_question()
        self.notify(taken_back.words, markup=False)

    async def action_depth(self) -> None:
        """Switch between the essential questions and all of them."""
        full = self.desk.session.depth == "essential"
        self.desk.set_depth("full" if full else "essential")
        self._tell_step("All questions are asked now." if full else "Only the essential questions are asked now.")

    def _tell_step(self, words: str | None) -> None:
        if words:
            self.notify(f"{words} F9 takes it back.", markup=False)
            self.show_session_soon()

    def action_next_blank(self) -> None:
        """Select the next blank in the answer."""
        editor = self.query_one(AnswerPanel).editor
        self.set_focus(editor)
        if not editor.next_blank():
            self.notify("There is no blank in this answer.", markup=False)

    def action_editor(self) -> None:
        """Write the answer in the person's own editor; what comes back is one step of undo."""
        from mou_tui.editor import UNCHANGED

        editor = self.query_one(AnswerPanel).editor
        before = editor.text
        self.desk.write(before)
        try:
            written = clean(lend(self.app, before))
        except MouError as error:
            self.notify(error.message, severity="warning", markup=False, timeout=10)
            return
        self.pages.turn_to("question")
        self.set_focus(editor)
        if written.text == before:
            self.notify(UNCHANGED, markup=False)
            return
        editor.put(written.text, whole=True)
        if written.replaced:
            self.notify(f"{count(written.replaced, 'control character')} replaced in what you wrote.", markup=False)

    @work
    async def action_names(self) -> None:
        """Change the parties and facts."""
        from mou_tui.tui.screens import asking

        done = await asking.names(self.app, self.desk)
        if done:
            await self.show_question()
        self._tell_step(done)

    @work
    async def action_save_elsewhere(self) -> None:
        """Go on in another file."""
        from mou_tui.tui.screens import asking

        done = await asking.save_elsewhere(self.app, self.desk)
        if done:
            self.show_whether_writable()
            self.show_session()
            self.notify(done, markup=False, timeout=10)

    def action_save(self) -> None:
        """Write the session file at once."""
        self.desk.store.save()
        self.notify(f"Saving to {shown(self.desk.store.path)}", markup=False)

    def action_copy_answer(self) -> None:
        """Copy the answer."""
        self.notify(f"Copied {self.desk.name()} {copy(self.app, self.desk.wording)}.", markup=False)

    def action_copy_draft(self) -> None:
        """Copy the draft."""
        from mou_tui.draft.markdown import render

        self.notify(f"Copied the draft {copy(self.app, render(self.desk.draft()))}.", markup=False)

    @work
    async def action_export(self) -> None:
        """Write the draft as a file."""
        from mou_tui.tui.screens.exporting import export

        await export(self.app, self.desk)
