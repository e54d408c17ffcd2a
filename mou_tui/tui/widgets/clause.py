"""The current clause, laid out to be read from the back of the room."""

from __future__ import annotations

from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from mou_tui.reports.room_view import RoomView
from mou_tui.tui.widgets.marked_rows import first_difference
from mou_tui.tui.widgets.preview.typeset import BLANK_ROW, ROLES, Roles, Rows
from mou_tui.tui.widgets.room_layout import LOOKS, lay_out, lay_out_large


def _binding(keys: str, action: str) -> Binding:
    return Binding(keys, action, show=False, id=f"clause-{action.replace('_', '-')}")


class Clause(ScrollView):
    """Shows a room view, and scrolls a long one to what has just changed."""

    DEFAULT_CSS = """
    Clause {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        background: $background;
        & > .clause--label, & > .clause--whose { text-style: bold; color: $text-primary; }
        & > .clause--notice { text-style: bold; color: $text-warning; }
        & > .clause--ask { text-style: italic; }
        & > .clause--in-favor { color: $text-success; }
        & > .clause--against { text-style: bold; color: $text-error; }
        & > .clause--unsettled { color: $foreground-muted; }
        & > .clause--heading-1, & > .clause--heading-2, & > .clause--heading-3 { text-style: bold; }
        & > .clause--strong, & > .clause--large { text-style: bold; }
        & > .clause--emphasis { text-style: italic; }
        & > .clause--blank { text-style: underline; background: $warning-muted; color: $text-warning; }
        &:ansi > .clause--label, &:ansi > .clause--whose { color: $foreground; }
        &:ansi > .clause--blank { background: ansi_default; }
        & > .clause--differs { text-style: bold underline; }
        & > .clause--marker { color: $foreground-muted; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"clause--{look}" for look in (*ROLES, *LOOKS)}

    BINDINGS: ClassVar[list[BindingType]] = [
        _binding("up", "scroll_up"),
        _binding("down", "scroll_down"),
        _binding("pageup", "page_up"),
        _binding("pagedown,space", "page_down"),
        _binding("home", "scroll_home"),
        _binding("end", "scroll_end"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = True
        self._view: RoomView | None = None
        self._rows: Rows = ()
        self._pinned: Rows = ()
        self._head: Rows = ()
        self._was_shown = False
        """Whether the clause was laid out, and scrolled to where reading it begins."""
        self._is_large = False
        self._looks: dict[Roles, Style] = {}

    def show(self, view: RoomView) -> None:
        """Show a clause: another one from its top, the same one scrolled to what changed."""
        is_same = self._view is not None and (self._view.number, self._view.label) == (view.number, view.label)
        before, self._view = self._rows, view
        self._lay_out()
        if not is_same:
            self._scroll_to_beginning()
        elif before:
            changed = [y for y, (old, new) in enumerate(zip_longest(before, self._rows)) if old != new]
            self._scroll_to_change(changed)

    def enlarge(self, is_large: bool) -> None:
        """Lay the clause out for the back of the room, or as usual."""
        self._is_large = is_large
        self._lay_out()
        self._scroll_to_beginning()

    def action_page_down(self) -> None:
        """Scroll down by as many rows as are seen."""
        self.scroll_relative(y=self._rows_seen - 1, animate=False)

    def action_page_up(self) -> None:
        """Scroll up by as many rows as are seen."""
        self.scroll_relative(y=1 - self._rows_seen, animate=False)

    def on_resize(self) -> None:
        """Lay out the clause for the new size."""
        self._lay_out()
        if not self._was_shown:
            self._scroll_to_beginning()

    def notify_style_update(self) -> None:
        """Use the new colors."""
        super().notify_style_update()
        self._looks.clear()

    def render_line(self, y: int) -> Strip:
        """Return a line of the view."""
        pinned = y - self.size.height + len(self._pinned)
        scrolled = y - len(self._head) + self.scroll_offset.y
        if pinned >= 0:
            row = self._pinned[pinned]
        elif y < len(self._head):
            row = self._head[y]
        else:
            row = self._rows[scrolled] if scrolled < len(self._rows) else BLANK_ROW
        segments = [Segment(span.text, self._look(span.roles)) for span in row.pieces]
        return Strip(segments).crop_extend(0, self.size.width, self._look(()))

    def _look(self, roles: Roles) -> Style:
        if roles not in self._looks:
            look = self.rich_style
            for role in roles:
                look += self.get_component_rich_style(f"clause--{role}", partial=True)
            self._looks[roles] = look
        return self._looks[roles]

    def _lay_out(self) -> None:
        if self._view and self.size:
            width = self.scrollable_content_region.width
            self._rows, self._pinned, self._head = (
                lay_out_large(self._view, width) if self._is_large else lay_out(self._view, width, self.size.height)
            )
            self.virtual_size = Size(width, len(self._rows) + len(self._pinned) + len(self._head))
            self.refresh()

    @property
    def _rows_seen(self) -> int:
        """How many rows are seen of those that are scrolled."""
        return max(1, self.size.height - len(self._pinned) - len(self._head))

    def _scroll_to_beginning(self) -> None:
        """Scroll to the top; of two wordings to where they first differ, if that is out of sight there."""
        self._was_shown = bool(self._rows)
        # Among three or more nobody knows which one is on the screen unless they begin with their letters.
        is_pair = self._view is not None and len(self._view.wordings) == 2
        difference = (is_pair and first_difference(self._rows)) or 0
        self.scroll_to(y=difference - 2 if difference >= self._rows_seen - 1 else 0, animate=False, force=True)

    def _scroll_to_change(self, changed: list[int]) -> None:
        top, height = self.scroll_offset.y, self._rows_seen
        if changed and not any(top <= y < top + height for y in changed):
            self.scroll_to(y=changed[0] - height // 2, animate=False)
