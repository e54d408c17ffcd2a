"""The draft as it reads now, next to the answer that is being typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from time import perf_counter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from mou_tui.draft.markdown import Passage
from mou_tui.tui.runtime.immediate_paint import paint_at_once
from mou_tui.tui.widgets.preview.layout import DraftLayout, ScrollAnchor
from mou_tui.tui.widgets.preview.typeset import ROLES, Roles, Rows, TextRow

_MARK = "▌ "
_NO_MARK = "  "

# Enough to see the heading of the section above its first clause.
_ROWS_ABOVE = 2

# While nothing is typed, the rest of the draft is laid out in slices too short to be felt.
_SETTLE_AFTER_SECONDS = 0.1
_SLICE_SECONDS = 0.004
_SLICE_EVERY_SECONDS = 0.02


def _binding(keys: str, action: str, purpose: str) -> Binding:
    name = f"preview-{action.replace('_', '-')}"
    return Binding(keys, action, purpose, show=False, id=name, tooltip=purpose)


class Preview(ScrollView):
    """Shows the draft in passages; only what changed is laid out and painted again.

    Passages out of view keep an estimated height until they come into view or until nothing else is to do.
    """

    DEFAULT_CSS = """
    Preview {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $surface;
        & > .preview--heading-1 { text-style: bold underline; color: $text-primary; }
        & > .preview--heading-2 { text-style: bold; color: $text-primary; }
        & > .preview--heading-3 { text-style: bold; }
        & > .preview--strong { text-style: bold; }
        & > .preview--emphasis { text-style: italic; }
        & > .preview--blank { text-style: underline; background: $warning-muted; color: $text-warning; }
        &:ansi > .preview--blank { background: ansi_default; }
        & > .preview--marker { color: $text-muted; }
        & > .preview--current { color: $accent; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*(f"preview--{role}" for role in ROLES), "preview--current"}

    BINDINGS: ClassVar[list[BindingType]] = [
        _binding("up", "scroll_up", "Scroll up one line"),
        _binding("down", "scroll_down", "Scroll down one line"),
        _binding("pageup,b", "page_up", "Scroll up one page"),
        _binding("pagedown,space", "page_down", "Scroll down one page"),
        _binding("home,g", "scroll_home", "Go to the start of the draft"),
        _binding("end,G", "scroll_end", "Go to the end of the draft"),
    ]

    ALLOW_SELECT = True

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._layout = DraftLayout()
        self._awaited: tuple[Passage, ...] | None = None
        self._is_update_due = False
        self._is_settling = False
        self._current = ""
        self._followed = ""
        self._painted: list[tuple[TextRow, bool]] = []
        self._looks: dict[Roles, Style] = {}

    @property
    def allow_select(self) -> bool:
        """Whether text can be selected with the mouse."""
        return True

    def show(self, passages: Iterable[Passage]) -> None:
        """Show a draft in place of the one before, at the same place in it; paint what changed before returning.

        Without a size yet, the first resize shows it.
        """
        self._awaited = tuple(passages)
        if self.size and self._layout.width:
            self._update()
            paint_at_once(self)
        else:
            self._request_update()

    def follow(self, key: str) -> None:
        """Mark a passage as the current one and have it in view, now and as it changes."""
        self._current = key
        self._request_update()

    def on_resize(self) -> None:
        """Lay the draft out for the new width; paint it at once when it comes up first."""
        is_first = not self._layout.width
        self._update()
        if is_first:
            paint_at_once(self)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what has come into view."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._lay_out_from(self._layout.top(self.scroll_offset.y))
            self._painted = self._view()

    def action_scroll_end(self) -> None:
        """Scroll to the end, once it is known where that is."""
        self._layout.lay_out(self._layout.passages)
        self._lay_out_from(self._layout.top(self.scroll_offset.y))
        super().action_scroll_end()

    def notify_style_update(self) -> None:
        """Use the new colors."""
        super().notify_style_update()
        self._looks.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint what is selected."""
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, long lines whole again."""
        self._layout.lay_out(self._layout.passages)
        self._lay_out_from(self._layout.top(self.scroll_offset.y))
        text = ""
        for y in range(self._layout.height):
            span = selection.get_span(y)
            if span is None:
                continue
            row, _is_current = self._row(y)
            line = _NO_MARK + row.text
            start, end = max(span[0], len(_NO_MARK) + row.indent), len(line) if span[1] == -1 else span[1]
            chosen = line[start:end]
            text = f"{text}{row.separator}{chosen}" if text else chosen
        return text, "\n"

    def render_line(self, y: int) -> Strip:
        """Return one line of the view."""
        y += self.scroll_offset.y
        row, is_current = self._row(y)
        mark = Segment(_MARK, self._look(("current",))) if is_current else Segment(_NO_MARK, self._look(()))
        segments = [mark, *(Segment(piece.text, self._look(piece.roles)) for piece in row.pieces)]
        selection = self.text_selection
        if selection and (span := selection.get_span(y)):
            look = self.screen.get_component_rich_style("screen--selection")
            segments = list(_highlight(segments, *span, look))
        width = self._layout.width + len(_NO_MARK)
        return Strip(segments).apply_offsets(0, y).crop_extend(0, width, self._look(()))

    def _look(self, roles: Roles) -> Style:
        if roles not in self._looks:
            look = self.rich_style
            for role in roles:
                look += self.get_component_rich_style(f"preview--{role}", partial=True)
            self._looks[roles] = look
        return self._looks[roles]

    def _row(self, y: int) -> tuple[TextRow, bool]:
        """Return a row of the draft, and whether it is of the current passage."""
        row, key = self._layout.row(y)
        return row, bool(key) and key == self._current

    def _view(self) -> list[tuple[TextRow, bool]]:
        top = self.scroll_offset.y
        return [self._row(y) for y in range(top, top + self.size.height)]

    def _request_update(self) -> None:
        """Update once for all that was asked in this frame; without a size, the first resize does it."""
        if self.size and not self._is_update_due:
            self._is_update_due = True
            self.call_later(self._update)

    def _update(self) -> None:
        self._is_update_due = False
        width = self.scrollable_content_region.width - len(_NO_MARK)
        if width < 1:
            return

        top = self._layout.top(self.scroll_offset.y)
        before = self._layout.rows_of(self._current)
        if width != self._layout.width:
            self._layout.widen(width)
            self._followed = ""
        if self._awaited is not None:
            self._layout.replace_passages(self._awaited)
            self._awaited = None
        self._lay_out_from(top)
        if self._current in self._layout:
            self._keep_in_view(before)
        self._paint()
        self._settle_soon()

    def _keep_in_view(self, before: Rows) -> None:
        """Have the current passage in view if it is newly so, else the first of its rows that changed."""
        self._layout.lay_out([passage for passage in self._layout.passages if passage.key == self._current])
        rows = self._layout.rows_of(self._current)
        if self._current != self._followed:
            first, last = 0, len(rows)
            wanted = ScrollAnchor(self._current, -_ROWS_ABOVE)
        elif rows != before:
            first = next(index for index, (old, new) in enumerate(zip_longest(before, rows)) if old != new)
            # A word that has become too long for its row is in the next.
            last = min(first + 2, len(rows))
            wanted = ScrollAnchor(self._current, first - self.size.height // 2)
        else:
            return

        self._followed = self._current
        start = self._layout.start_of(self._current) - self.scroll_offset.y
        if start + first < 0 or start + last > self.size.height:
            self._lay_out_from(wanted)

    def _lay_out_from(self, top: ScrollAnchor) -> None:
        """Put a row at the top of the view, with all that is in view below it."""
        y = self._layout.lay_out_from(top, self.size.height)
        self._set_height(self._layout.height)
        if y != self.scroll_offset.y:
            # Not scroll_to, which would stop a smooth scroll that has just brought this into view.
            self.scroll_target_y = self.scroll_y = y

    def _set_height(self, height: int) -> None:
        """Tell the scrollbar; assigning the size would lay the whole screen out again, which cannot change."""
        self.set_reactive(Widget.virtual_size, Size(self.size.width, height))
        self.vertical_scrollbar.window_virtual_size = height

    def _paint(self) -> None:
        """Paint the rows of the view that differ from what was painted."""
        view = self._view()
        pairs = enumerate(zip_longest(view, self._painted))
        changed = [Region(0, y, self.size.width, 1) for y, (new, old) in pairs if new != old]
        self._painted = view
        if changed:
            self.refresh(*changed)

    def _settle_soon(self) -> None:
        if not self._is_settling and self._layout.is_estimated:
            self._is_settling = True
            self.set_timer(_SETTLE_AFTER_SECONDS, self._settle)

    def _settle(self) -> None:
        """Lay out a slice of what is out of view; with the last one, heights are no longer estimated."""
        deadline = perf_counter() + _SLICE_SECONDS
        for passage in self._layout.passages:
            if self._layout.lay_out([passage]) and perf_counter() > deadline:
                self.set_timer(_SLICE_EVERY_SECONDS, self._settle)
                return
        self._is_settling = False
        self._lay_out_from(self._layout.top(self.scroll_offset.y))
        self._paint()


def _highlight(segments: Iterable[Segment], start: int, end: int, look: Style) -> Iterator[Segment]:
    """Yield the same text with its selected characters in another look; an end of -1 is that of the line."""
    for text, style, _control in segments:
        first = max(0, start)
        last = len(text) if end == -1 else max(0, end)
        chosen_style = (style or Style.null()) + look
        parts = (text[:first], style), (text[first:last], chosen_style), (text[max(first, last) :], style)
        yield from (Segment(part, part_style) for part, part_style in parts if part)
        start, end = start - len(text), end if end == -1 else max(0, end - len(text))
