"""The interview: the question, what helps to answer it, the answer, and the draft beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Footer, SelectionList, Static

from mou_tui.checklist.checklist import Example
from mou_tui.desk import Desk
from mou_tui.draft.blanks import OPENING
from mou_tui.draft.markdown import passages, render
from mou_tui.tui.handoff import copy
from mou_tui.tui.keys import CHANGES, EVERYWHERE, INTERVIEW, bindings
from mou_tui.tui.screens import asking
from mou_tui.tui.screens.exporting import export
from mou_tui.tui.screens.find import FindScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.ask import Ask
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.tui.widgets.guidance import ExampleCard, Guidance
from mou_tui.tui.widgets.head import Head
from mou_tui.tui.widgets.preview import Preview
from mou_tui.tui.widgets.topics import REVIEW, Topics

PAGES = ("question", "topics", "draft")
WIDTHS = [(0, "-narrow"), (110, "-wide")]
"""Cells from which the three pages stand side by side."""
HEIGHTS = [(0, "-short"), (23, "-normal"), (34, "-tall")]
"""Rows from which there is more room for guidance."""


class InterviewScreen(Screen[None]):
    """Routes between the desk, which holds the session, and the widgets, which show it."""

    DEEDS = INTERVIEW
    HELP = """Type the clause in the answer. **Tab** goes on to *Next*, **Esc** leaves the answer.
Everything is saved as you type."""

    AUTO_FOCUS = "#answer"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(INTERVIEW),
        *bindings(EVERYWHERE),
        Binding("escape", "leave", show=False),
    ]

    @dataclass
    class HomeWanted(Message):
        """The person wants the list of sessions."""

    @dataclass
    class SavingChanged(Message):
        """Whether the session is saved may have changed."""

    def __init__(self, desk: Desk, *, ask_names: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self._ask_names = ask_names
        self._is_update_due = False
        self._reviewed = ""

    def compose(self) -> ComposeResult:
        """Head, three columns (or pages, where it is narrow), footer."""
        yield Head(id="head")
        yield Static(id="banner")
        with Horizontal(id="pages"):
            yield Topics(id="topics")
            with Vertical(id="question"):
                yield Ask(id="ask")
                yield Guidance(id="guidance")
                yield AnswerPanel(id="answer-panel")
            with Vertical(id="draft"):
                yield Preview(id="preview")
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        """Show the question on the table, and hear how saving goes."""
        self.turn_page("question")
        self.desk.store.subscribe(lambda _state: self._hear_of_saving())
        self.watch(self.app, "app_focus", self._save_when_left, init=False)
        self._show_whether_writable()
        await self.show_question()
        self._begin()

    @work
    async def _begin(self) -> None:
        """Settle what must be settled before the first question."""
        if await asking.recovery(self.app, self.desk):
            await self.show_question()
        if replaced := self.desk.store.replaced:
            self.notify(f"{replaced} control characters in the file were replaced.", markup=False)
        if self._ask_names:
            self.action_names()

    def _save_when_left(self, focused: bool) -> None:
        if not focused:
            self.desk.store.save()

    def _show_whether_writable(self) -> None:
        for editor in self.query(WordingEditor):
            editor.read_only = self.desk.store.read_only
        self.query_one(SelectionList).disabled = self.desk.store.read_only
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what changes the session only where it may change."""
        return None if action in CHANGES and self.desk.store.read_only else True

    def on_screen_resume(self) -> None:
        """Show what may have changed behind a dialog or the review."""
        if self.is_mounted:
            self._update_views()

    async def go(self, place: str) -> None:
        """Put a place on the table and show it."""
        self._reviewed = ""
        self.desk.go(place)
        self.turn_page("question")
        await self.show_question()
        self.query_one("#answer").focus()

    async def show_question(self) -> None:
        """Show the question on the table with its guidance and answer."""
        desk, question = self.desk, self.desk.question
        self.query_one(Ask).show(desk.name(), question)
        guidance = self.query_one(Guidance)
        guidance.set_class(question is None, "-nothing")
        if question:
            await guidance.show(question, desk.answer, desk.checklist, desk.wording_of)
        self.query_one(AnswerPanel).hold(desk.wording)
        self._update_views()
        self.query_one(Preview).follow(desk.checklist.number(question.id) if question else OPENING)

    def _update_soon(self) -> None:
        if not self._is_update_due:
            self._is_update_due = True
            self.call_after_refresh(self._update_views)

    def _update_views(self) -> None:
        """Bring sidebar, head, preview and standing up to the session."""
        self._is_update_due = False
        desk = self.desk
        completeness = desk.completeness()
        self.query_one(Preview).show(tuple(passages(desk.draft())))
        self.query_one(Topics).show(completeness, desk.place)
        topic = desk.checklist.topic_of(desk.place).id if desk.question else ""
        self.query_one(Head).show(desk.title(), completeness, topic, desk.store.state)
        self.query_one(AnswerPanel).show_standing(desk.standing(), adoptable=desk.answer.as_offered)
        self._show_saved()

    def _hear_of_saving(self) -> None:
        # Called from the thread that saves: a message is all that may pass from there to here.
        self.post_message(self.SavingChanged())

    @on(SavingChanged)
    def _show_saved(self) -> None:
        state = self.desk.store.state
        banner = self.query_one("#banner", Static)
        banner.display = bool(state.message)
        if state.message:
            banner.update(Content(state.message))
        self.query_one(Head).show_saved(state)

    def turn_page(self, page: str) -> None:
        """Show a page where there is room for one only."""
        for name in PAGES:
            self.set_class(name == page, f"-page-{name}")

    @on(AnswerPanel.Edited)
    def _record(self, event: AnswerPanel.Edited) -> None:
        self.desk.write(event.text)
        self._update_soon()

    @on(Guidance.Ticked)
    def _tick(self, event: Guidance.Ticked) -> None:
        self.desk.tick(event.points)
        self._update_soon()

    @on(Guidance.CurrentEdited)
    def _note_current(self, event: Guidance.CurrentEdited) -> None:
        self.desk.note_current(event.text)

    @on(Topics.Chosen)
    async def _go_to_chosen(self, event: Topics.Chosen) -> None:
        if event.place == REVIEW:
            self.action_review()
        else:
            await self.go(event.place)

    @on(ExampleCard.Wanted)
    def _take_wanted(self, event: ExampleCard.Wanted) -> None:
        if not self.desk.store.read_only:
            self.take(event.example)

    @on(Button.Pressed, "#next")
    async def action_next(self) -> None:
        """Go to the next question, or to the review after the last."""
        place = self.desk.neighbour(+1)
        if place is None:
            self.action_review()
        else:
            await self.go(place)

    @on(Button.Pressed, "#back")
    async def action_back(self) -> None:
        """Go to the question before."""
        place = self.desk.neighbour(-1)
        if place is None:
            self.notify("This is the beginning.", markup=False)
        else:
            await self.go(place)

    async def action_next_open(self) -> None:
        """Go to the next question with something left to do."""
        following = self.desk.completeness().next_open(self.desk.place)
        if following is None:
            self.notify("Nothing is open. Ctrl+R reviews the whole.", markup=False)
        else:
            await self.go(following.id)

    @work
    async def take(self, example: Example) -> None:
        """Put an example into the answer."""
        where = await asking.where_to_put(self.app, self.desk)
        if where is None:
            return
        self.turn_page("question")
        self.desk.take(example, self.query_one(AnswerPanel).put(self.desk.wording_of(example), where))
        self.query_one(Guidance).show_points(self.desk.answer)
        self._update_soon()

    def action_take(self) -> None:
        """Take the example being read, or turn to the examples to read one."""
        guidance = self.query_one(Guidance)
        if self.desk.question is None:
            self.notify("The opening has no examples; it is written from the parties.", markup=False)
        elif guidance.chosen and guidance.tab == "examples":
            self.take(guidance.chosen)
        else:
            guidance.read_examples()

    @on(Button.Pressed, "#adopt")
    def action_adopt(self) -> None:
        """Use the example as written."""
        if self.desk.adopt():
            self._update_soon()
            self.query_one("#next").focus()
        else:
            self.notify("There is no untouched example in the answer.", markup=False)

    @work
    async def action_later(self) -> None:
        """Put the question off, or take it up again."""
        if self.desk.question:
            self._tell_step(await asking.later(self.app, self.desk))

    @work
    async def action_set_aside(self) -> None:
        """Say that the question does not apply, or that it does after all."""
        if self.desk.question:
            self._tell_step(await asking.set_aside(self.app, self.desk))

    async def action_clear(self) -> None:
        """Empty the answer."""
        self.desk.clear()
        await self.show_question()
        self._tell_step("Cleared.")

    async def action_undo_step(self) -> None:
        """Take back the last step."""
        undone = self.desk.undo()
        if undone is None:
            self.notify("There is no step to take back. Ctrl+Z undoes typing in the answer.", markup=False)
            return
        step, taken_back = undone
        kept = f" {len(taken_back.kept)} answers changed since were left as they are." if taken_back.kept else ""
        await self.show_question()
        self.notify(f"Took back {step.label}.{kept}", markup=False)

    async def action_depth(self) -> None:
        """Switch between the essential questions and all of them."""
        full = self.desk.session.depth == "essential"
        self.desk.set_depth("full" if full else "essential")
        self._tell_step("All questions are asked now." if full else "Only the essential questions are asked now.")

    def _tell_step(self, words: str | None) -> None:
        if words:
            self.notify(f"{words} F9 takes it back.", markup=False)
            self._update_soon()

    def action_next_blank(self) -> None:
        """Select the next blank in the answer."""
        editor = self.query_one(AnswerPanel).editor
        editor.focus()
        if not editor.next_blank():
            self.notify("There is no blank in this answer.", markup=False)

    def action_guidance(self) -> None:
        """Show the next guidance tab."""
        self.turn_page("question")
        self.query_one(Guidance).turn()

    def action_topics(self) -> None:
        """Go to the topics, or back."""
        self._visit("topics", "#topics-list")

    def action_draft(self) -> None:
        """Go to the draft, or back."""
        self._visit("draft", "#preview")

    def _visit(self, page: str, selector: str) -> None:
        target = self.query_one(selector)
        if target.has_focus:
            self._return_to_answer()
        else:
            self.turn_page(page)
            target.focus()

    def _return_to_answer(self) -> None:
        self.turn_page("question")
        self.query_one("#answer").focus()

    def action_leave(self) -> None:
        """Leave the answer for the Next button; from anywhere else, go to the topics, and from there back."""
        focused = self.focused
        if focused and focused.id == "answer":
            self.query_one("#next").focus()
        elif self._reviewed:
            self.action_review()
        elif focused and focused.id in ("topics-list", "preview"):
            self._return_to_answer()
        else:
            self.action_topics()

    def action_save(self) -> None:
        """Write the session file at once."""
        self.desk.store.save()
        self.notify(f"Saving to {self.desk.store.path}", markup=False)

    def action_copy_answer(self) -> None:
        """Copy the answer."""
        self.notify(f"Copied {self.desk.name()} {copy(self.app, self.desk.wording)}.", markup=False)

    def action_copy_draft(self) -> None:
        """Copy the draft."""
        self.notify(f"Copied the draft {copy(self.app, render(self.desk.draft()))}.", markup=False)

    @work
    async def action_review(self) -> None:
        """See what is missing; a row chosen there leads to its question, and Esc from there back to the row."""
        place = await self.app.push_screen_wait(ReviewScreen(self.desk, self._reviewed or self.desk.place))
        if place:
            await self.go(place)
            self._reviewed = place

    @work
    async def action_names(self) -> None:
        """Change the parties and facts."""
        done = await asking.names(self.app, self.desk)
        if done:
            await self.show_question()
        self._tell_step(done)

    @work
    async def action_find(self) -> None:
        """Find words, or go to a number."""
        place = await self.app.push_screen_wait(FindScreen(self.desk))
        if place:
            await self.go(place)

    @work
    async def action_save_elsewhere(self) -> None:
        """Go on in another file."""
        done = await asking.save_elsewhere(self.app, self.desk)
        if done:
            self._show_whether_writable()
            self._show_saved()
            self.notify(done, markup=False, timeout=10)

    @work
    async def action_export(self) -> None:
        """Write the draft as a file."""
        await export(self.app, self.desk)

    def action_home(self) -> None:
        """Go to the list of sessions."""
        self.post_message(self.HomeWanted())

    def on_unmount(self) -> None:
        """Leave nothing unsaved behind."""
        self.desk.store.close()
