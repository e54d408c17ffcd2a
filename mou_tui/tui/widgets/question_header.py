"""The question itself."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from mou_tui.checklist.model import Question
from mou_tui.session.parts import is_own_clause


class QuestionHeader(Static):
    """The question as one would say it aloud, with its number and what kind of question it is."""

    def show(self, number: str, question: Question | None, asks_for_grant: bool = False) -> None:
        """Show a question, or the opening."""
        if question is None:
            self.update(Content.assemble(("Opening ", "bold"), "Who makes this agreement, and what do its words mean?"))
            return
        tags = ["your own clause"] if is_own_clause(question.id) else ["essential"] if question.essential else []
        tags += ["whole room"] if question.together else []
        tags += ["check your grant award"] if asks_for_grant else []
        kind = Content(f"  {' · '.join(tags)}").stylize("dim") if tags else Content("")
        self.update(Content.assemble((f"{number} ", "bold"), question.ask) + kind)
