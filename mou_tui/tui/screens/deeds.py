"""What can be done to the wording on the table, apart from typing it.

A deed imports what it needs when it is done, so that nobody waits for dialogs at the start.
"""

from __future__ import annotations

from textual import on, work
from textual.widgets import Button

from mou_tui.checklist.checklist import Example
from mou_tui.errors import MouError
from mou_tui.session.steps import Step, TakenBack
from mou_tui.text import clean, count, shown
from mou_tui.tui.handoff import copy, lend
from mou_tui.tui.screens.desk_screen import DeskScreen
from mou_tui.tui.undo import announcement
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.cards import ExampleCard
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.undo_stack import Direction


class DeedsScreen(DeskScreen):
    """A screen with a desk, and an action for each deed."""

    @work
    async def _take(self, example: Example) -> None:
        """Put an example into the answer."""
        from mou_tui.tui.screens import asking

        if self.is_held():
            return
        where = await asking.where_to_put(self.app, self.desk)
        if where is None:
            return
        self.pages.turn_to("question")
        self.record()
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
            guidance.read_example(self.desk.place)

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
            self.tell_step(await asking.later(self.app, self.desk, self.begun))

    @work
    async def action_set_aside(self) -> None:
        """Say that the question does not apply, or that it does after all."""
        from mou_tui.tui.screens import asking

        if self.desk.question:
            self.tell_step(await asking.set_aside(self.app, self.desk, self.begun))

    async def action_clear(self) -> None:
        """Empty the answer."""
        if self.is_held():
            return
        if self.desk.clear():
            await self.show_question()
            self.tell_step("Cleared.")
        else:
            self.notify("There is nothing to clear.", markup=False)

    async def action_undo_step(self) -> None:
        """Take back the last thing done; what lies elsewhere is shown first."""
        await self._undo_or_redo("undo")

    async def action_redo_step(self) -> None:
        """Do again what was taken back last; what lies elsewhere is shown first."""
        await self._undo_or_redo("redo")

    async def _undo_or_redo(self, direction: Direction) -> None:
        self.record()
        step = self.desk.undo_stack.next(direction)
        if step is None:
            self.notify(self.desk.undo_stack.why_nothing(direction), markup=False)
        elif not self._is_shown(step):
            await self._show_step(step)
            self.notify(announcement(self.app, direction, step), markup=False)
        elif result := self.desk.undo() if direction == "undo" else self.desk.redo():
            await self._show_moved(result)

    def _is_shown(self, step: Step) -> bool:
        """Whether one sees what a step changes."""
        is_at_tab = step.kind != "current" or self.query_one(Guidance).shows("current")
        return self.desk.is_in_view(step) and self.pages.shows_question and is_at_tab

    async def _show_step(self, step: Step) -> None:
        if not self.desk.is_in_view(step):
            self.desk.aim_at(step)
            await self.go(step.place)
        self.pages.turn_to("question")
        editor = self.query_one(AnswerPanel).editor
        if step.kind == "current":
            self.query_one(Guidance).turn_to("current")
            editor = self.query_one(Guidance).current_editor
        self.set_focus(editor)

    async def _show_moved(self, result: TakenBack) -> None:
        """Show what an undo or a redo has changed; of typing, that is enough."""
        if result.step.kind == "current":
            self.query_one(Guidance).current_editor.show_text(self.desk.answer.current, result.step.behind)
        elif result.step.kind == "step":
            await self.show_question()
        if result.step.kind == "step" or result.stays:
            self.notify(result.words, markup=False)
        else:
            # What was announced has happened, and is seen.
            self.app.clear_notifications()
        self.show_session_soon()

    async def action_depth(self) -> None:
        """Switch between the essential questions and all of them."""
        full = self.desk.session.depth == "essential"
        self.desk.set_depth("full" if full else "essential")
        self.tell_step("All questions are asked now." if full else "Only the essential questions are asked now.")

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
        self.record()
        if self.is_held():
            return
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
        await self.change_names()

    async def change_names(self) -> None:
        """Ask for the parties and facts, set them, and show what that changed."""
        from mou_tui.tui.screens import asking

        done = await asking.names(self.app, self.desk)
        if done:
            await self.show_question()
        self.tell_step(done)

    @work
    async def action_save_elsewhere(self) -> None:
        """Go on in another file."""
        from mou_tui.tui.screens import asking

        done = await asking.save_elsewhere(self.app, self.desk)
        if done:
            self.show_whether_writable()
            self.show_session()
            self.notify(done, markup=False, timeout=10)

    @work
    async def action_strike(self) -> None:
        """Remove words for good."""
        from mou_tui.tui.screens.removal import strike

        self.record()
        if await strike(self.app, self.desk):
            # What was begun is remembered here as well, with the words in it.
            self.__dict__.pop("begun", None)
            await self.show_question()
            self.query_one(AnswerPanel).hold(self.desk.wording, self.desk.cursor)

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
