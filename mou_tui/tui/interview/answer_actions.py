"""What can be done to the wording on the table, apart from typing it.

A action imports what it needs when it is done, so that nobody waits for dialogs at the start.
"""

from __future__ import annotations

from textual import on, work
from textual.widgets import Button

from mou_tui.checklist.model import Example
from mou_tui.draft.line_joining import join_lines
from mou_tui.errors import MouError
from mou_tui.session.undo import UndoResult, UndoStep
from mou_tui.text import clean, for_display, pluralize
from mou_tui.tui.interview.base import InterviewBase
from mou_tui.tui.interview.undo_actions import announcement
from mou_tui.tui.runtime.handoff import copy, edit_externally
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.cards import ExampleCard
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.workspace.undo_stack import Direction


class AnswerActions(InterviewBase):
    """A screen with a workspace, and an action for each action."""

    @work
    async def _take(self, example: Example) -> None:
        """Put an example into the answer."""
        from mou_tui.tui.dialogs import question_prompts

        if self.is_held():
            return
        where = await question_prompts.where_to_put(self.app, self.workspace)
        if where is None:
            return
        self.pages.show_page("question")
        self.record()
        self.workspace.answers.insert_example(
            example, self.query_one(AnswerPanel).put(self.workspace.answers.example_text(example), where)
        )
        self.query_one(Guidance).show_points(self.workspace.answer)
        self.show_session_soon()

    @on(ExampleCard.Wanted)
    def _take_wanted(self, event: ExampleCard.Wanted) -> None:
        if not self.workspace.store.read_only:
            self._take(event.example)

    def action_take(self) -> None:
        """Take the example being read, or turn to the examples to read one."""
        guidance = self.query_one(Guidance)
        if self.workspace.question is None:
            self.notify("The opening has no examples; it is written from the parties.", markup=False)
        elif guidance.chosen and guidance.tab == "examples":
            self._take(guidance.chosen)
        else:
            guidance.read_example(self.workspace.clause_id)

    @on(Button.Pressed, "#adopt")
    def action_adopt(self) -> None:
        """Use the example as written."""
        if self.workspace.answers.accept_example():
            self.show_session_soon()
            self.query_one(AnswerPanel).go_to_next()
        else:
            self.notify(
                "There is no example to use here: the answer is empty, or its words are yours already.", markup=False
            )

    @work
    async def action_later(self) -> None:
        """Put the question off, or take it up again."""
        from mou_tui.tui.dialogs import question_prompts

        if self.workspace.question:
            self.report_step(await question_prompts.defer(self.app, self.workspace, self.form_drafts))

    @work
    async def action_set_aside(self) -> None:
        """Say that the question does not apply, or that it does after all."""
        from mou_tui.tui.dialogs import question_prompts

        if self.workspace.question:
            self.report_step(await question_prompts.mark_not_applicable(self.app, self.workspace, self.form_drafts))

    async def action_clear(self) -> None:
        """Empty the answer."""
        if self.is_held():
            return
        if self.workspace.answers.clear():
            await self.show_question()
            self.report_step("Cleared.")
        else:
            self.notify("There is nothing to clear.", markup=False)

    @work
    async def action_join_lines(self) -> None:
        """Join lines that a machine broke, once they were shown before and after."""
        from mou_tui.tui.screens.line_joining import JoinLinesDialog

        self.record()
        if self.is_held():
            return
        joined = join_lines(self.workspace.text)
        if joined == self.workspace.text:
            self.notify("No line here looks as if it goes on in the next one.", markup=False)
        elif await self.app.push_screen_wait(JoinLinesDialog(self.workspace.text, joined)):
            self.workspace.answers.rewrite(joined, "joining lines")
            await self.show_question()
            self.report_step("Lines joined.")

    async def action_undo_step(self) -> None:
        """Take back the last thing done; what lies elsewhere is shown first."""
        await self._undo_or_redo("undo")

    async def action_redo_step(self) -> None:
        """Do again what was taken back last; what lies elsewhere is shown first."""
        await self._undo_or_redo("redo")

    async def _undo_or_redo(self, direction: Direction) -> None:
        self.record()
        step = self.workspace.undo_stack.next(direction)
        if step is None:
            self.notify(self.workspace.undo_stack.why_nothing(direction), markup=False)
        elif not self._is_shown(step):
            await self._show_step(step)
            self.notify(announcement(self.app, direction, step), markup=False)
        elif result := self.workspace.undo() if direction == "undo" else self.workspace.redo():
            await self._show_moved(result)

    def _is_shown(self, step: UndoStep) -> bool:
        """Whether one sees what a step changes."""
        is_at_tab = step.kind != "current" or self.query_one(Guidance).shows("current")
        return self.workspace.navigation.is_in_view(step) and self.pages.shows_question and is_at_tab

    async def _show_step(self, step: UndoStep) -> None:
        if not self.workspace.navigation.is_in_view(step):
            self.workspace.navigation.aim_at(step)
            await self.go(step.place)
        self.pages.show_page("question")
        editor = self.query_one(AnswerPanel).editor
        if step.kind == "current":
            self.query_one(Guidance).show_page("current")
            editor = self.query_one(Guidance).current_editor
        self.set_focus(editor)

    async def _show_moved(self, result: UndoResult) -> None:
        """Show what an undo or a redo has changed; of typing, that is enough."""
        if result.step.kind == "current":
            self.query_one(Guidance).current_editor.show_text(self.workspace.answer.current, result.step.behind)
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
        full = self.workspace.session.depth == "essential"
        self.workspace.set_depth("full" if full else "essential")
        self.report_step("All questions are asked now." if full else "Only the essential questions are asked now.")

    def action_next_blank(self) -> None:
        """Select the next blank in the answer."""
        editor = self.query_one(AnswerPanel).editor
        self.set_focus(editor)
        if not editor.next_blank():
            self.notify("There is no blank in this answer.", markup=False)

    def action_editor(self) -> None:
        """Write the answer in the person's own editor; what comes back is one step of undo."""
        from mou_tui.external_editor import UNCHANGED

        editor = self.query_one(AnswerPanel).editor
        before = editor.text
        self.record()
        if self.is_held():
            return
        try:
            written = clean(edit_externally(self.app, before))
        except MouError as error:
            self.notify(error.message, severity="warning", markup=False, timeout=10)
            return
        self.pages.show_page("question")
        self.set_focus(editor)
        if written.text == before:
            self.notify(UNCHANGED, markup=False)
            return
        editor.put(written.text, whole=True)
        if written.replaced:
            self.notify(f"{pluralize(written.replaced, 'control character')} replaced in what you wrote.", markup=False)

    @work
    async def action_names(self) -> None:
        """Change the parties and facts."""
        await self.change_names()

    async def change_names(self) -> None:
        """Ask for the parties and facts, set them, and show what that changed."""
        from mou_tui.tui.dialogs import question_prompts

        done = await question_prompts.edit_parties(self.app, self.workspace)
        if done:
            await self.show_question()
        self.report_step(done)

    @work
    async def action_save_elsewhere(self) -> None:
        """Go on in another file."""
        from mou_tui.tui.dialogs import question_prompts

        done = await question_prompts.save_elsewhere(self.app, self.workspace)
        if done:
            self.show_whether_writable()
            self.show_session()
            self.notify(done, markup=False, timeout=10)

    @work
    async def action_frame(self) -> None:
        """Set the parts of the agreement that are not answers."""
        from mou_tui.tui.dialogs.agreement_parts import ask_frame

        self.record()
        if await ask_frame(self.app, self.workspace):
            self.show_session()

    @work
    async def action_contracting(self) -> None:
        """Set how each party contracts and signs."""
        from mou_tui.tui.dialogs.agreement_parts import ask_contracting

        self.record()
        if await ask_contracting(self.app, self.workspace):
            self.show_session()

    @work
    async def action_own_clause(self) -> None:
        """Add a clause of the room's own, or change the one on the table."""
        from mou_tui.tui.dialogs.agreement_parts import ask_clause

        self.record()
        if await ask_clause(self.app, self.workspace):
            await self.show_question()

    @work
    async def action_strike(self) -> None:
        """Remove words for good."""
        from mou_tui.tui.dialogs.removal import strike

        self.record()
        if await strike(self.app, self.workspace):
            # What was begun is remembered here as well, with the words in it.
            self.__dict__.pop("form_drafts", None)
            await self.show_question()
            self.query_one(AnswerPanel).hold(self.workspace.text, self.workspace.navigation.cursor)

    def action_save(self) -> None:
        """Write the session file at once."""
        self.workspace.store.save()
        self.notify(f"Saving to {for_display(self.workspace.store.path)}", markup=False)

    def action_copy_answer(self) -> None:
        """Copy the answer."""
        self.notify(f"Copied {self.workspace.clause_name()} {copy(self.app, self.workspace.text)}.", markup=False)

    def action_copy_draft(self) -> None:
        """Copy the draft."""
        from mou_tui.draft.markdown import render

        self.notify(f"Copied the draft {copy(self.app, render(self.workspace.draft()))}.", markup=False)

    @work
    async def action_export(self) -> None:
        """Write the draft as a file."""
        from mou_tui.tui.dialogs.export import export

        await export(self.app, self.workspace)
