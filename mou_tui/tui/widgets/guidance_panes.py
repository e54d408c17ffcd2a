"""The panes of the guidance: why, discuss, points, examples, and the current agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import ContentSwitcher, Static

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.chosen_layers import LayerChoice, asked_points
from mou_tui.draft.guidance import OTHER_LAW, why_lines
from mou_tui.draft.points import covered_by_example
from mou_tui.session.model import Answer
from mou_tui.tui.widgets.cards import ExampleCard
from mou_tui.tui.widgets.checkbox_list import CheckboxList
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.workspace.workspace import Workspace

_READ_OTHER_LAW = f" To see them: Ctrl+P, “{OTHER_LAW}”."
COVERED = " (the example covers this)"


class GuidancePanes(ContentSwitcher):
    """Shows one pane of guidance on a question.

    Args:
        current_editor: the pane of the agreement in force.
    """

    @dataclass
    class Ticked(Message):
        """Reports which points are ticked now."""

        question_id: str
        points: tuple[str, ...]

    def __init__(self, current_editor: WordingEditor) -> None:
        self._why = Static(id="why")
        self._discuss = Static(id="discuss")
        self._points = CheckboxList(id="pane-points")
        self._examples = VerticalScroll(id="pane-examples", can_focus=False)
        why, discuss = VerticalScroll(self._why, id="pane-why"), VerticalScroll(self._discuss, id="pane-discuss")
        self._scrolled = why, discuss, self._examples
        self._current_editor = current_editor
        super().__init__(
            why,
            discuss,
            self._points,
            self._examples,
            current_editor,
            id="guidance-panes",
            initial="pane-why",
        )
        self._question: Question | None = None
        self._asked_points: Mapping[str, str] = {}
        """Who asks for points of the question, by the id of the point."""

    @property
    def question_id(self) -> str:
        """The id of the question whose guidance is shown; empty if none is."""
        return self._question.id if self._question else ""

    async def show(self, question: Question, workspace: Workspace) -> None:
        """Show the guidance on the current question, each pane from its beginning."""
        # Before the first await, so that the text of the editor always belongs to the question.
        self._question = question
        self._current_editor.load_wording(workspace.answer.current)
        choice = workspace.requirements.choice
        self._asked_points = asked_points(workspace.checklist, question.id, choice)
        self._why.update(_why(question, workspace.checklist, choice))
        self._discuss.update(Content("\n").join([Content(f"• {line}") for line in question.discuss]))
        self.show_points(workspace.answer)
        await self._show_examples(question, workspace)
        for pane in self._scrolled:
            pane.scroll_home(animate=False)

    async def _show_examples(self, question: Question, workspace: Workspace) -> None:
        await self._examples.remove_children()
        if not self._examples.is_attached:
            return
        order = [Static(Content(question.order).stylize("italic"), classes="example-order")] if question.order else []
        await self._examples.mount(
            *order,
            *(
                ExampleCard(example, workspace.answers.example_text(example), f"{at} of {len(question.examples)}")
                for at, example in enumerate(question.examples, start=1)
            ),
        )

    def show_points(self, answer: Answer) -> None:
        """Show which points are ticked."""
        if self._question is None:
            return
        covered = covered_by_example(self._question, answer)
        lines = [
            (point.id, Content(f"{point.text}{self._asked_by(point.id)}{COVERED if point.id in covered else ''}"))
            for point in self._question.points
        ]
        self._points.show(lines, answer.points)

    def _asked_by(self, point_id: str) -> str:
        asking = self._asked_points.get(point_id, "")
        return f" · {asking}" if asking else ""

    @property
    def examples(self) -> list[ExampleCard]:
        """The examples that are shown."""
        return list(self._examples.query_children(ExampleCard))

    @on(CheckboxList.Changed)
    def _report_ticked(self, event: CheckboxList.Changed) -> None:
        event.stop()
        self.post_message(self.Ticked(self.question_id, event.ticks.ticked))


def _why(question: Question, checklist: Checklist, choice: LayerChoice) -> Content:
    lines = (
        Content.assemble((f"{heading}: ", "bold"), line, _READ_OTHER_LAW if heading == OTHER_LAW else "")
        if heading
        else Content(line)
        for heading, line in why_lines(question, checklist, choice)
    )
    return Content("\n").join(lines)
