"""The list of topics, with the progress of text and agreement, below a heading and above what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mou_tui.checklist.model import Checklist

if TYPE_CHECKING:
    from mou_tui.draft.progress import Progress
    from mou_tui.tui.widgets.topic_list import TopicList


class Topics(Vertical):
    """Holds the heading, the rows and the counts of what is open; empty until they are made."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._rows: TopicList | None = None
        self._shown: tuple[Progress, str, Checklist] | None = None
        self._lines: tuple[str, ...] = ()
        self._total = 0

    async def fill(self) -> None:
        """Make the heading, the rows and the footer."""
        from mou_tui.tui.widgets.topic_list import TopicList

        rows = TopicList()
        await self.mount(Static(id="topics-heading"), rows, Static(id="topics-foot"))
        self._rows = rows

    def show(self, progress: Progress, clause_id: str, checklist: Checklist) -> None:
        """Show the progress and the current clause, once there are rows."""
        if not self._rows:
            return
        from mou_tui.tui.widgets.topic_list import foot_lines, heading

        if self._shown is None or self._shown[2] is not checklist:
            self._total = sum(len(topic.questions) for topic in checklist.topics)
        self._shown = progress, clause_id, checklist
        width = max(20, self.size.width - 3)
        self.query_one("#topics-heading", Static).update(heading(width + 1), layout=False)
        lines = foot_lines(progress, self._total)
        self._show_foot(lines)
        self._rows.show(progress, clause_id, width, self.size.height - 1 - len(lines))

    def _show_foot(self, lines: tuple[str, ...]) -> None:
        """Show the counts of open items."""
        if lines != self._lines:
            self._lines = lines
            foot = self.query_one("#topics-foot", Static)
            foot.display = bool(lines)
            foot.update(Content("\n".join(lines)))

    def on_resize(self) -> None:
        """Use the whole width."""
        if self._shown:
            self.show(*self._shown)
