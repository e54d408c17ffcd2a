"""The three pages of the interview: topics, question, draft. Side by side where it is wide, one at a time where not."""

from __future__ import annotations

from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.ask import Ask
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.tui.widgets.preview import Preview
from mou_tui.tui.widgets.topics import Topics

Page = Literal["topics", "question", "draft"]

_FOCUS: dict[Page, str] = {"topics": "#topics-list", "question": "#answer", "draft": "#preview"}


class Pages(Horizontal):
    """Holds the pages; each keeps its place while another is shown."""

    def __init__(self, id: str) -> None:
        # From the first, so that nothing is styled twice at the start.
        super().__init__(id=id, classes="-question")

    def compose(self) -> ComposeResult:
        """Topics, question, draft."""
        yield Topics(id="topics")
        with Vertical(id="question"):
            yield Ask(id="ask")
            yield Guidance(id="guidance")
            yield AnswerPanel(id="answer-panel")
        with Vertical(id="draft"):
            yield Preview(id="preview")

    def turn_to(self, page: Page) -> None:
        """Show a page."""
        for name in _FOCUS:
            self.set_class(name == page, f"-{name}")

    def visit(self, page: Page) -> None:
        """Show a page and go there; from there, go back to the answer."""
        if self.query_one(_FOCUS[page]).has_focus:
            page = "question"
        self.turn_to(page)
        self.query_one(_FOCUS[page]).focus()

    @property
    def visited(self) -> bool:
        """Whether one is at the topics or the draft."""
        return any(self.query_one(_FOCUS[page]).has_focus for page in ("topics", "draft"))
