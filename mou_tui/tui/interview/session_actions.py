"""Actions on the session as a whole: parties, depth, saving, copies, export, removal of words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mou_tui.language.text import for_display
from mou_tui.session.model import Session
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.current_session import ONLY_HERE
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView
from mou_tui.tui.runtime.handoff import copy
from mou_tui.workspace.sample import KEEP_FIRST, LOSES_WORK

if TYPE_CHECKING:
    from mou_tui.exchange.export import Document


class SessionController(Controller):
    """Does what concerns the whole session.

    Args:
        view: shows the interview.
        recorder: records what was typed.
        go_home: shows the list of sessions.
    """

    def __init__(self, view: InterviewView, recorder: TypingRecorder, go_home: Callable[[], object]) -> None:
        super().__init__(view)
        self._recorder = recorder
        self._go_home = go_home
        self._warned_of: Session | None = None

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {
            "names": self.edit_parties,
            "depth": self.toggle_depth,
            "save": self.save,
            "save_elsewhere": self.save_elsewhere,
            "keep_sample": self.save_elsewhere,
            "send": self.send_copy,
            "strike": self.remove_words,
            "in_force": self.record_adoption,
            "export": self.export,
            "export_record": self.export_record,
            "export_worksheet": self.export_worksheet,
            "export_agenda": self.export_agenda,
            "export_board": self.export_board,
            "export_families": self.export_families,
            "export_staff": self.export_staff,
            "export_feedback": self.export_feedback,
            "our_notes": lambda: self.open_our_notes(self._workspace.clause_id),
            "our_notes_in_general": lambda: self.open_our_notes(""),
            "copy_answer": self.copy_answer,
            "copy_draft": self.copy_draft,
            "home": self.home,
        }

    @in_background
    async def edit_parties(self) -> None:
        """Change the parties and facts."""
        await self.ask_parties()

    async def ask_parties(self) -> None:
        """Ask for the parties and facts, set them, and show what that changed."""
        from mou_tui.tui.dialogs import question_prompts

        outcome = await question_prompts.edit_parties(self.view.app, self._workspace)
        if outcome:
            await self.view.show_clause()
        self.view.report_step(outcome)

    def toggle_depth(self) -> None:
        """Switch between the essential questions and all of them."""
        full = self._workspace.session.depth == "essential"
        self._workspace.set_depth("full" if full else "essential")
        self.view.report_step(
            "All questions of the checklist are asked now." if full else "Only the essential questions are asked now."
        )

    def save(self) -> None:
        """Write the session file at once."""
        self._workspace.store.save()
        self.view.say(f"Saving to {for_display(self._workspace.store.path)}")

    @in_background
    async def save_elsewhere(self) -> None:
        """Go on in another file."""
        from mou_tui.tui.dialogs import question_prompts

        outcome = await question_prompts.save_elsewhere(self.view.app, self._workspace)
        if outcome:
            self.view.show_whether_writable()
            self.view.show_session()
            self.view.say(outcome, timeout=10)

    @in_background
    async def send_copy(self) -> None:
        """Write a copy for one party to work on."""
        from mou_tui.tui.dialogs.sending import send_copy

        self._recorder.record_all()
        if message := await send_copy(self.view.app, self._workspace):
            self.view.say(message, timeout=10)

    @in_background
    async def remove_words(self) -> None:
        """Remove words for good."""
        from mou_tui.tui.dialogs.removal import strike

        self._recorder.record_all()
        if await strike(self.view.app, self._workspace):
            await self.view.show_clause()
            self.view.panel.load_wording(self._workspace.text, self._workspace.navigation.cursor)

    @in_background
    async def record_adoption(self) -> None:
        """Record that the agreement was adopted."""
        from mou_tui.tui.dialogs.adoption import record_adoption

        self._recorder.record_all()
        outcome = await record_adoption(self.view.app, self._workspace)
        self.view.show_whether_writable()
        self.view.report_step(outcome)

    @in_background
    async def open_our_notes(self, clause_id: str) -> None:
        """Show our side's notes on a clause, or with an empty id in general."""
        from mou_tui.tui.dialogs.our_notes import open_notes

        self._recorder.record_all()
        await open_notes(self.view.app, self._workspace, clause_id)

    @in_background
    async def export(self) -> None:
        """Write the draft as a file."""
        await self._export("draft")

    @in_background
    async def export_record(self) -> None:
        """Write the minutes of the meetings as a file."""
        await self._export("record")

    @in_background
    async def export_worksheet(self) -> None:
        """Write the questions, with room for notes, as a file."""
        await self._export("worksheet")

    @in_background
    async def export_agenda(self) -> None:
        """Write the agenda as a file."""
        await self._export("agenda")

    @in_background
    async def export_board(self) -> None:
        """Write the cover for the board as a file."""
        await self._export("board")

    @in_background
    async def export_families(self) -> None:
        """Write the page for families as a file."""
        await self._export("families")

    @in_background
    async def export_staff(self) -> None:
        """Write the card for staff as a file."""
        await self._export("staff")

    @in_background
    async def export_feedback(self) -> None:
        """Write the form for feedback as a file."""
        await self._export("feedback")

    async def _export(self, document: Document) -> None:
        from mou_tui.tui.dialogs.export import export

        await export(self.view.app, self._workspace, document)

    def copy_answer(self) -> None:
        """Copy the answer."""
        clause = self._workspace.clause_name()
        self.view.say(f"Copied {clause} {copy(self.view.app, self._workspace.text)}.")

    def copy_draft(self) -> None:
        """Copy the draft."""
        from mou_tui.exchange.export import markdown

        workspace = self._workspace
        text = markdown(workspace.checklist, workspace.session, now=workspace.clock())
        self.view.say(f"Copied the draft {copy(self.view.app, text)}.")

    def home(self) -> None:
        """Save, and go to the list of sessions, which reads the file."""
        self._recorder.record_all()
        self._workspace.store.flush()
        if self._workspace.store.only_here:
            self.view.warn(f"{ONLY_HERE}\nSave elsewhere first (Ctrl+P).")
        elif self._workspace.sample.has_work and self._warned_of is not self._workspace.session:
            self._warned_of = self._workspace.session
            self.view.warn(f"{LOSES_WORK}\n{KEEP_FIRST}, or go home again to leave without one.")
        else:
            self._go_home()
