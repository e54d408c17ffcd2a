"""Changes the answer other than by typing: examples, blanks, the external editor, whether it applies.

Each action imports the dialogs it needs when it runs, so that the program starts without them.
"""

from __future__ import annotations

from mou_tui.checklist.model import Example
from mou_tui.draft.line_joining import join_lines
from mou_tui.errors import MouError
from mou_tui.language.text import clean, pluralize
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.current_clause import CurrentClause
from mou_tui.tui.interview.view import InterviewView
from mou_tui.tui.runtime.handoff import edit_externally
from mou_tui.workspace.answers import NOTED_ALREADY, NOTHING_TO_NOTE


class AnswerController(Controller):
    """Changes the answer to the current question.

    Args:
        view: shows the interview.
        clause: opens the next clause once nothing is left to do on this one.
    """

    def __init__(self, view: InterviewView, clause: CurrentClause) -> None:
        super().__init__(view)
        self._clause = clause

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {
            "take": self.take,
            "adopt": self.adopt,
            "later": self.defer,
            "set_aside": self.mark_not_applicable,
            "points_done": self.go_through_points,
            "clear": self.clear,
            "join_lines": self.join_lines,
            "next_blank": self.next_blank,
            "compare_earlier": self.compare_with_earlier,
            "editor": self.edit_externally,
            "write": self.write,
        }

    def take(self) -> None:
        """Show the first example, or the next; Enter takes the one that is shown."""
        if self._workspace.question is None:
            self.view.say("The opening has no examples; it is written from the parties.")
        else:
            self.view.pages.show_page("question")
            self.view.guidance.focus_next_example(self._workspace.clause_id)

    @in_background
    async def insert_example(self, example: Example) -> None:
        """Put an example into the answer, where the person wants it."""
        from mou_tui.tui.dialogs import question_prompts

        if self._workspace.read_only or self.view.keys.refuse_if_locked():
            return
        where = await question_prompts.where_to_put(self.view.app, self._workspace)
        if where is None:
            return
        self.view.pages.show_page("question")
        answers = self._workspace.answers
        answers.insert_example(example, self.view.panel.insert_wording(answers.example_text(example), where))
        self.view.guidance.show_points(self._workspace.answer)
        self.view.say(self._what_is_left())
        self.view.show_session_soon()

    def _what_is_left(self) -> str:
        """Return what makes an example that was taken the parties' own: its blanks filled, or accepted as it is."""
        adopt, blank = key_of(self.view.app, "adopt"), self._selected_blank()
        return blank or f"This is an example. {adopt} makes it yours as it stands; so does any change."

    def _selected_blank(self) -> str:
        """Return what is selected if it is a blank, and how many there are; else nothing."""
        editor = self.view.panel.editor
        index, count = editor.selected_blank()
        if not count:
            return ""
        following = f" {key_of(self.view.app, 'next_blank')}: next blank," if count > 1 else " Blank"
        return f"Type over {' '.join(editor.selected_text.split())}.{following} {index} of {count}."

    def adopt(self) -> None:
        """Use the example as written."""
        if self._workspace.answers.accept_example():
            self.view.show_session_soon()
            self.view.panel.go_to_next()
        else:
            self.view.say("There is no example to use here: the answer is empty, or its words are yours already.")

    @in_background
    async def defer(self) -> None:
        """Put the question off, or take it up again."""
        from mou_tui.tui.dialogs import question_prompts

        if self._workspace.question:
            message = await question_prompts.defer(self.view.app, self._workspace)
            await self._report_and_go_on(message, is_dealt_with=bool(self._workspace.answer.later))

    @in_background
    async def mark_not_applicable(self) -> None:
        """Say that the question does not apply, or that it does after all."""
        from mou_tui.tui.dialogs import question_prompts

        if self._workspace.question:
            message = await question_prompts.mark_not_applicable(self.view.app, self._workspace)
            await self._report_and_go_on(message, is_dealt_with=bool(self._workspace.answer.not_applicable))

    async def _report_and_go_on(self, message: str | None, *, is_dealt_with: bool) -> None:
        """Say what was noted; where nothing is left to do on the question for now, go on to the next."""
        following = self._workspace.navigation.neighbor(+1) if message and is_dealt_with else None
        if following is None:
            self.view.report_step(message)
            return
        await self._clause.open(following)
        self.view.say(f"{message} {key_of(self.view.app, 'undo_step')} takes it back.")

    def go_through_points(self) -> None:
        """Show the points; once they are shown, note that the room went through them."""
        if self._workspace.question and self._workspace.answer.text.strip() and self.view.guidance.tab != "points":
            self.view.pages.show_page("question")
            self.view.guidance.show_page("points")
            key = key_of(self.view.app, "points_done")
            self.view.say(
                f"These are the points of {self._workspace.clause_name()}. {key} again: we went through them."
            )
        elif self._workspace.answers.go_through_points():
            self.view.report_step(f"Noted that you went through the points of {self._workspace.clause_name()}.")
        elif self._workspace.answer.text.strip():
            self.view.say(NOTED_ALREADY)
        else:
            self.view.say(NOTHING_TO_NOTE)

    async def clear(self) -> None:
        """Empty the answer."""
        if self.view.keys.refuse_if_locked():
            return
        if self._workspace.answers.clear():
            await self.view.show_clause()
            self.view.report_step("Cleared.")
        else:
            self.view.say("There is nothing to clear.")

    @in_background
    async def join_lines(self) -> None:
        """Join lines that a machine broke, once the text was shown before and after."""
        from mou_tui.tui.screens.line_joining import JoinLinesDialog

        if self.view.keys.refuse_if_locked():
            return
        text = self._workspace.text
        joined = join_lines(text)
        if joined == text:
            self.view.say("No line here looks as if it goes on in the next one.")
        elif await self.view.app.push_screen_wait(JoinLinesDialog(text, joined)):
            self._workspace.answers.rewrite(joined, "joining lines")
            await self.view.show_clause()
            self.view.report_step("Lines joined.")

    def compare_with_earlier(self) -> None:
        """Show what the earlier agreement says on this question next to the answer."""
        from mou_tui.tui.dialogs.comparison import NOTHING_EARLIER, comparison

        dialog = comparison(self._workspace, self._workspace.clause_id)
        if dialog is None:
            self.view.say(NOTHING_EARLIER)
        else:
            self.view.app.push_screen(dialog)

    def next_blank(self) -> None:
        """Select the next blank in the answer."""
        editor = self.view.panel.editor
        self.view.screen.set_focus(editor)
        is_selected = editor.next_blank()
        self.view.say(self._selected_blank() if is_selected else "There is no blank in this answer.")

    def edit_externally(self) -> None:
        """Write the answer in the person's own editor; what comes back is one step of undo."""
        from mou_tui.external_editor import UNCHANGED

        if self.view.keys.refuse_if_locked():
            return
        editor = self.view.panel.editor
        try:
            written = clean(edit_externally(self.view.app, editor.text))
        except MouError as error:
            self.view.warn(error.message, timeout=10)
            return
        self.view.focus_answer()
        if written.text == editor.text:
            self.view.say(UNCHANGED)
            return
        editor.insert_wording(written.text, whole=True)
        if written.replaced:
            self.view.say(f"{pluralize(written.replaced, 'control character')} replaced in what you wrote.")

    def write(self) -> None:
        """Go back into the answer, unless nothing can be said among the parties, where Enter may be for typing."""
        if not self.view.panel.are_parties_refused:
            self.view.focus_answer()
