"""The three pages of the interview: topics, question, draft. Side by side where it is wide, one at a time where not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.tui.widgets.question_header import QuestionHeader
from mou_tui.tui.widgets.topics import Topics

if TYPE_CHECKING:
    from mou_tui.draft.markdown import Passage
    from mou_tui.tui.widgets.preview.widget import Preview

Page = Literal["topics", "question", "draft"]

_FOCUS: dict[Page, str] = {"topics": "#topics-list", "question": "#answer", "draft": "#preview"}


class Pages(Horizontal):
    """Holds the pages; each keeps its place while another is shown."""

    def __init__(self, id: str) -> None:
        # From the first, so that nothing is styled twice at the start.
        super().__init__(id=id, classes="-question")
        self._preview: Preview | None = None

    def compose(self) -> ComposeResult:
        """Compose the question; the topics and the draft are only room kept free."""
        yield Topics(id="topics")
        with Vertical(id="question"):
            yield QuestionHeader(id="ask")
            yield Guidance(id="guidance")
            yield AnswerPanel(id="answer-panel")
        yield Vertical(id="draft")

    async def fill(self) -> None:
        """Make the topics and the draft; not before the question is on the screen, so that nobody waits to type."""
        from mou_tui.tui.widgets.preview.widget import Preview

        await self.query_one(Topics).fill()
        draft = self.query_one("#draft")
        if draft.is_attached:
            self._preview = Preview(id="preview")
            await draft.mount(self._preview)

    def show_draft(self, passages: Iterable[Passage]) -> None:
        """Show a draft, once it is made."""
        if self._preview:
            self._preview.show(passages)

    def follow(self, key: str) -> None:
        """Have a passage of the draft in view."""
        if self._preview:
            self._preview.follow(key)

    def show_page(self, page: Page) -> None:
        """Show a page."""
        for name in _FOCUS:
            self.set_class(name == page, f"-{name}")

    def visit(self, page: Page) -> None:
        """Show a page and go there, once it is made; from there, go back to the answer."""
        if self.has_focus_at(page):
            page = "question"
        for widget in self.query(_FOCUS[page]):
            self.show_page(page)
            self.screen.set_focus(widget)

    def has_focus_at(self, page: Page) -> bool:
        """Return whether one is at a page."""
        focused = self.screen.focused
        return focused is not None and f"#{focused.id}" == _FOCUS[page]

    @property
    def shows_question(self) -> bool:
        """Whether the question is to be seen."""
        return self.query_one("#question").display

    @property
    def visited(self) -> bool:
        """Whether one is at the topics or the draft."""
        return self.has_focus_at("topics") or self.has_focus_at("draft")
