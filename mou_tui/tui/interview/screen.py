"""The interview: the question, what helps to answer it, the answer, and the draft next to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Button, Input, Static, TextArea

from mou_tui.tui.actions.action import ActionHandlers, bindings
from mou_tui.tui.actions.interview import EVERYWHERE, INTERVIEW, KEY_BAR
from mou_tui.tui.actions.positions import POSITIONS
from mou_tui.tui.interview.key_hints import KeyHints
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView
from mou_tui.tui.runtime.sized_screen import SizedScreen
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.tui.widgets.header import Header
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.tui.widgets.pages import Pages
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.tui.interview.controllers import Controllers
    from mou_tui.tui.interview.startup import Opens
    from mou_tui.tui.widgets.agreement import AgreementRow
    from mou_tui.tui.widgets.cards import ExampleCard, WordingCard
    from mou_tui.tui.widgets.guidance_panes import GuidancePanes
    from mou_tui.tui.widgets.topic_list import TopicList


class InterviewScreen(SizedScreen[None]):
    """Hands each action and each message of a widget to the controller whose matter it is.

    Args:
        workspace: the open session.
        ask_names: whether to ask for the parties before the first question.
        opens: what to show before the first question.
        is_resumed: whether the interview was open before, and is only made anew.
    """

    ACTIONS = (*INTERVIEW, *POSITIONS)
    HELP = """Type the clause in the answer. Tab goes on to Next, Esc leaves the answer. All is saved as you type.
The text of a clause is: · empty, ≈ an example not yet yours, □ has blanks, ■ written, – does not apply; … someone
checks first. The parties have, beside it: · not been asked, ◌ been asked in part, ✓ agreed, ⚑ an objection, … to check
first, ↻ to confirm, for the wording changed. Among the parties, below the answer, left and right choose one, a letter
says what it thinks. Whoever gets the file can read all of it."""

    AUTO_FOCUS = "#answer"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(INTERVIEW),
        *bindings(EVERYWHERE),
        Binding("escape", "leave", show=False),
        Binding("enter", "write", show=False),
    ]

    class HomeRequested(Message):
        """The person wants the list of sessions."""

    @dataclass
    class SessionRequested(Message):
        """The person goes on in another session."""

        path: Path
        ask_names: bool

    class SavingChanged(Message):
        """Whether the session is saved may have changed."""

    def __init__(
        self, workspace: Workspace, *, ask_names: bool = False, is_resumed: bool = False, opens: Opens = ""
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self._ask_names = ask_names
        self._is_resumed = is_resumed
        self._opens = opens
        self._is_new = True
        self._keys = KeyHints(self, workspace)
        self.view = InterviewView(self, workspace, self._keys)
        self._recorder = TypingRecorder(self.view)

    @cached_property
    def controllers(self) -> Controllers:
        """What does the actions; made after the answer is on the screen, or for the first action."""
        from mou_tui.tui.interview.controllers import Controllers

        return Controllers(
            self.view,
            self._recorder,
            lambda: self.post_message(self.HomeRequested()),
            lambda path, ask_names: self.post_message(self.SessionRequested(path, ask_names)),
        )

    @property
    def action_handlers(self) -> ActionHandlers:
        """What each action does, by its id."""
        return self.controllers.handlers

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what changes the session only where it may change."""
        return self._keys.is_enabled(action)

    def compose(self) -> ComposeResult:
        """Header, three columns (or pages, where it is narrow), keys."""
        yield Header(id="head")
        yield Static(id="banner")
        yield Pages(id="pages")
        yield KeyBar(KEY_BAR, max_rows=1)

    def on_mount(self) -> None:
        """Show the current clause; the rest follows once that is on the screen."""
        self.workspace.store.subscribe(lambda _state: self._note_saving())
        self.workspace.on_text_replaced = self.view.show_replaced_text
        self.watch(self.app, "app_focus", self._save_when_left, init=False)
        self.watch(self, "focused", self._keys.show, init=False)
        self._recorder.watch_answer()
        self.view.show_text()
        self.call_after_refresh(self._complete_soon)

    def _complete_soon(self) -> None:
        """Complete the interview after whatever is typed at the first sight of the answer."""
        # A letter typed then is behind these in the queues of the app and of the editor; making the rest would keep
        # its echo waiting.
        self.app.call_later(self.view.panel.editor.call_later, self._complete)

    def _complete(self) -> None:
        if not self.is_attached:
            return
        from mou_tui.tui.interview.startup import Startup

        self._recorder.watch_current()
        startup = Startup(
            self.view, self.controllers, ask_names=self._ask_names, opens=self._opens, is_resumed=self._is_resumed
        )
        startup.prepare_draft()

    def _note_saving(self) -> None:
        # Called from the thread that saves: a message is all that may pass from there to here.
        self.post_message(self.SavingChanged())

    def _save_when_left(self, focused: bool) -> None:
        if not focused:
            self.workspace.store.save()

    def on_screen_suspend(self) -> None:
        """Let no letter that is meant for another screen land in the answer when that one is left."""
        is_writing = isinstance(self.focused, (TextArea, Input))
        if is_writing or (self._keys.is_with_parties and not self.app.screen.is_modal):
            self.view.panel.rest()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what may have changed behind a dialog or the review."""
        if self._is_new:
            # What was styled while the screen was made need not be styled once more.
            event.refresh_styles = self._is_new = False
        else:
            self.view.show_session()

    def stop(self) -> None:
        """Record what was typed last, and nothing from then on: the session goes on without this screen."""
        self._recorder.stop()

    def on_unmount(self) -> None:
        """Leave nothing unsaved behind."""
        self._recorder.close()

    @on(SavingChanged)
    def _show_saved(self) -> None:
        self.view.show_saved()

    @on(Button.Pressed, "#next, #back, #adopt, #choose")
    async def _run_button(self, event: Button.Pressed) -> None:
        await self.run_action(event.button.id or "")

    @on(Button.Pressed, "#more")
    def _show_commands(self) -> None:
        self.app.action_command_palette()

    @on(WordingEditor.EditRefused)
    def _explain_lock(self) -> None:
        self._keys.refuse_if_locked()

    @on(AnswerPanel.TypingIgnored)
    def _explain_resting(self) -> None:
        self._keys.explain_resting()

    @on(AnswerPanel.FocusMoved)
    def _show_keys(self) -> None:
        self._keys.show()

    # By name, for what sends these is not imported before the answer is on the screen.

    async def on_topic_list_chosen(self, event: TopicList.Chosen) -> None:
        """Go to a clause, or to the review."""
        if event.clause_id:
            await self.controllers.clause.open(event.clause_id)
        else:
            self.controllers.lists.review()

    def on_guidance_panes_ticked(self, event: GuidancePanes.Ticked) -> None:
        """Record which points are ticked."""
        if event.question_id == self.workspace.clause_id:
            self.workspace.answers.set_points(event.points)
            self.view.show_session_soon()

    def on_example_card_insert_requested(self, event: ExampleCard.InsertRequested) -> None:
        """Insert an example."""
        self.controllers.answer.insert_example(event.example)

    async def on_wording_card_chosen(self, event: WordingCard.Chosen) -> None:
        """Make a wording the answer."""
        await self.controllers.positions.choose(event.alternative)

    def on_agreement_row_visited(self) -> None:
        """Show the keys of the parties while the row has the focus."""
        self._keys.show()

    def on_agreement_row_clicked(self, event: AgreementRow.Clicked) -> None:
        """Go to the party."""
        if not self.workspace.read_only:
            self.controllers.positions.visit(event.party)

    def on_agreement_row_left(self) -> None:
        """Go back to the answer."""
        self.set_focus(self.view.panel.editor)

    def on_agreement_row_position_taken(self, event: AgreementRow.PositionTaken) -> None:
        """Record what the party says."""
        self.controllers.positions.record_stance(event.party, event.stance)

    def on_agreement_row_second_press_wanted(self, event: AgreementRow.SecondPressWanted) -> None:
        """Say that the letter counts when it is pressed once more."""
        self.controllers.positions.ask_for_second_press(event.party, event.action_id)

    def on_agreement_row_position_cleared(self, event: AgreementRow.PositionCleared) -> None:
        """Record that the party was not asked yet."""
        self.controllers.positions.forget_stance(event.party)

    def on_agreement_row_reason_requested(self, event: AgreementRow.ReasonRequested) -> None:
        """Ask why the party thinks so."""
        self.controllers.positions.ask_reason(event.party)

    def on_agreement_row_speaker_requested(self, event: AgreementRow.SpeakerRequested) -> None:
        """Ask who spoke for the party."""
        self.controllers.positions.ask_speaker(event.party)

    def on_agreement_row_proposal_requested(self, event: AgreementRow.ProposalRequested) -> None:
        """Put what the party wants next to the wording."""
        self.controllers.positions.propose(event.party)

    def on_agreement_row_unlock_requested(self) -> None:
        """Let the clause be changed."""
        self.controllers.positions.unlock()
