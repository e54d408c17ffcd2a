"""What the interview shows: the clause, its guidance, the topics, the draft, and whether all is saved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from mou_tui.draft.guidance import asks_for_grant
from mou_tui.persistence.save_tracker import is_copyable
from mou_tui.session.model import OPENING
from mou_tui.session.standing import kind_of_session
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.key_hints import KeyHints
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.tui.widgets.header import Header
from mou_tui.tui.widgets.pages import Pages
from mou_tui.tui.widgets.question_header import QuestionHeader
from mou_tui.tui.widgets.topics import Topics
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from textual.app import App


class InterviewView:
    """Shows the session of a workspace in the widgets of the interview.

    Args:
        screen: holds the widgets.
        workspace: the open session.
        keys: the key bar.
    """

    def __init__(self, screen: Screen[None], workspace: Workspace, keys: KeyHints) -> None:
        self.screen = screen
        self.workspace = workspace
        self.keys = keys
        self.shown_clause_id = ""
        """Id of the clause whose text the editor holds."""
        self._banner = ""
        self._is_update_due = False
        self._is_draft_ready = False
        self._is_source = False

    @property
    def app(self) -> App[None]:
        """The app that shows the screen."""
        return self.screen.app

    # Cached, because their contents are needed once more when the screen closes, and nothing can be queried then.

    @cached_property
    def panel(self) -> AnswerPanel:
        """The answer."""
        return self.screen.query_one(AnswerPanel)

    @cached_property
    def guidance(self) -> Guidance:
        """The guidance."""
        return self.screen.query_one(Guidance)

    @cached_property
    def pages(self) -> Pages:
        """The topics, the question and the draft."""
        return self.screen.query_one(Pages)

    @property
    def is_present(self) -> bool:
        """Whether the screen is still shown; a coroutine may go on after it was closed."""
        return self.screen.is_attached and self.screen.display

    def focus_answer(self) -> None:
        """Show the question, and let the person go on writing."""
        self.pages.show_page("question")
        self.screen.set_focus(self.panel.editor)

    async def show_clause(self) -> None:
        """Show the current clause with its guidance."""
        # The text before anything is waited for: what the editor holds always belongs to the current clause.
        if self.is_present:
            self.show_text()
            await self.show_surroundings()

    def show_text(self) -> None:
        """Show the text of the current clause, and the question."""
        workspace = self.workspace
        # Where the same text stays, so do the cursor and what is in view.
        if (self.shown_clause_id, self.panel.editor.text) != (workspace.clause_id, workspace.text):
            self.panel.load_wording(workspace.text, workspace.navigation.cursor)
        self.shown_clause_id = workspace.clause_id
        question = workspace.question
        grant = question is not None and asks_for_grant(question, workspace.checklist, workspace.requirements.choice)
        self.screen.query_one(QuestionHeader).show(workspace.clause_name(), question, grant)

    async def show_surroundings(self) -> None:
        """Show the guidance on the current clause, and everything that follows from the session."""
        self.guidance.set_class(self.workspace.question is None, "-nothing")
        self.guidance.set_class(not self.workspace.text.strip(), "-unanswered")
        # In the same frame as the text: no position may ever stand below a question it is not about.
        self.show_session()
        self._follow()
        await self.guidance.show(self.workspace)

    def show_replaced_text(self) -> None:
        """Show the text that a step, or undoing one, has put in place of what the editor holds."""
        if self.screen.is_attached:
            self.panel.show_text(self.workspace.text, self.workspace.behind)
            self.shown_clause_id = self.workspace.clause_id
            self.guidance.set_class(not self.workspace.text.strip(), "-unanswered")

    def show_session_soon(self) -> None:
        """Show what follows from the session once what was typed is on the screen; at most once a frame."""
        if not self._is_update_due:
            self._is_update_due = True
            self.screen.call_after_refresh(self._show_session_now)

    def _show_session_now(self) -> None:
        self._is_update_due = False
        if self.is_present:
            self.show_session()
            self.keys.update()

    def show_session(self) -> None:
        """Bring topics, header, draft and status up to the session."""
        if not self.is_present:
            return
        from mou_tui.draft.draft import session_title

        workspace, session, editor = self.workspace, self.workspace.session, self.panel.editor
        if editor.virtual_size.height > editor.size.height:
            self.guidance.remove_class("-unanswered")
        if self._is_draft_ready:
            # First, because whoever types reads along here.
            self._show_draft()
        progress = workspace.progress()
        self.screen.query_one(Topics).show(progress, workspace.clause_id, workspace.checklist)
        self.screen.query_one(Header).show(
            (session_title(workspace.checklist, session), session_title(workspace.checklist, session, is_short=True)),
            kind_of_session(session),
            progress,
            workspace.clause_id,
            workspace.store.state,
            session.meeting,
            is_sample=workspace.sample.is_open,
        )
        is_writable = not workspace.read_only
        self.panel.show_standing(
            self._statuses(),
            workspace.answers.status_note(),
            has_acceptable_example=workspace.answers.has_acceptable_example and is_writable,
            undecided=bool(workspace.answer.alternatives) and is_writable,
        )
        editor.not_blanks = workspace.answer.not_blanks
        self._show_agreement()
        self.guidance.follow_wordings(workspace)
        self.show_saved()

    def _statuses(self) -> Sequence[str]:
        """Return the state of the text and its points, in ever fewer words; first with the key for the points."""
        from mou_tui.draft.points import LOOK_AGAIN, NOT_GONE_THROUGH

        full, *shorter = self.workspace.answers.text_statuses()
        if full.endswith((NOT_GONE_THROUGH, LOOK_AGAIN)):
            return f"{full} ({key_of(self.app, 'points_done')})", full, *shorter
        return full, *shorter

    def _show_agreement(self) -> None:
        from mou_tui.draft.draft import letter_on_table

        workspace = self.workspace
        agreement = workspace.positions.agreement
        is_asked = workspace.question is not None and bool(agreement.stances) and agreement.state != "not-applicable"
        is_muted = agreement.state == "not-asked" and workspace.meetings.current is None
        letter = letter_on_table(workspace.answer)
        self.panel.show_agreement(agreement if is_asked else None, muted=is_muted, letter=letter)

    def start_draft(self) -> None:
        """Let the draft be shown from now on."""
        self._is_draft_ready = True

    def toggle_source(self) -> None:
        """Show the draft as Markdown source, or again as it reads."""
        self._is_source = not self._is_source
        self.show_session()

    def _show_draft(self) -> None:
        from mou_tui.draft.markdown import as_source, passages

        shown = passages(self.workspace.draft())
        self.pages.show_draft(map(as_source, shown) if self._is_source else shown)

    def _follow(self) -> None:
        """Scroll the draft to the current clause."""
        if self.is_present and self._is_draft_ready:
            clause_id = self.workspace.clause_id
            self.pages.follow(clause_id if clause_id == OPENING else self.workspace.checklist.number(clause_id))

    def show_saved(self) -> None:
        """Show whether all is saved, and what keeps it from being saved."""
        if not self.is_present:
            return
        state = self.workspace.store.state
        message = state.message or self.workspace.store.message
        if is_copyable(state):
            from mou_tui.tui.interview.lock_messages import copy_to_work_on

            message = f"{message} {copy_to_work_on(self.app)}"
        message = "\n".join(filter(None, (message, self.workspace.adoption.locked_message)))
        if self.workspace.store.ui_state.second_screen.is_blank:
            blank = f"The second screen is blank. {key_of(self.app, 'blank')} shows the agreement there again."
            message = f"{message}\n{blank}".strip()
        if message != self._banner:
            self._banner = message
            banner = self.screen.query_one("#banner", Static)
            banner.display = bool(message)
            banner.update(Content(message))
        self.screen.query_one(Header).show_saved(state)

    def show_whether_writable(self) -> None:
        """Let nobody tick where nothing is written; the editors refuse what is typed there by themselves."""
        self.screen.query_one("#pane-points").disabled = self.workspace.read_only
        self.keys.update()
        self.keys.show()

    def say(self, message: str, *, timeout: float | None = None) -> None:
        """Say something above the keys until the person goes on."""
        self.screen.notify(message, markup=False, timeout=timeout)

    def warn(self, message: str, *, title: str = "", timeout: float = 20) -> None:
        """Say something that went wrong."""
        self.screen.notify(message, title=title, severity="warning", markup=False, timeout=timeout)

    def report_step(self, message: str | None, *, timeout: float | None = None, remark: str = "") -> None:
        """Say what was done, if anything was, the key that takes it back, and a remark; show what follows from it."""
        if message:
            self.say(f"{message} {key_of(self.app, 'undo_step')} takes it back.{remark}", timeout=timeout)
            self.show_session_soon()
