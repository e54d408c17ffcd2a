"""The rows at the bottom: the keys one needs most here, in words that can be read aloud; each can be clicked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from mou_tui.tui.actions.action import ActionSpec, spelled
from mou_tui.tui.actions.keymap import remapped

MAX_ROWS = 3
"""Rows that the keys of a list take at most; in the interview the answer has all but one."""
ROOM_FOR_ROWS = 16
"""Rows of a screen below which one of them is all that is left for keys."""
BETWEEN = Content("  ")


class KeyBar(Static):
    """Keys with a word or two each.

    One widget and not the library's Footer, which is a widget a key, made anew at every change of focus: a quarter of
    all the work of starting.

    Args:
        actions: what to show, the most needed first; the last, which tells of all, is never left out.
        max_rows: rows to take at most.
    """

    def __init__(self, actions: Iterable[ActionSpec], max_rows: int = MAX_ROWS) -> None:
        super().__init__(id="keybar")
        self._actions = tuple(actions)
        self._keys: list[Content] = []
        self._max_rows = max_rows
        self._rows = 1
        self._line: Content | None = None

    def on_mount(self) -> None:
        """Show every key, as this person has them."""
        self.show(self._actions, max_rows=self._max_rows)

    def say(self, line: Content) -> None:
        """Say something in place of the keys, until `end`."""
        self._line = line
        self._line_up()

    def end(self) -> None:
        """Show the keys again."""
        self._line = None
        self._line_up()

    def show(
        self, actions: Iterable[ActionSpec], idle: Collection[str] = (), *, max_rows: int = MAX_ROWS, whose: str = ""
    ) -> None:
        """Show the keys of some actions but those of idle actions, on so many rows at most, after a name for whom."""
        known = remapped(actions, getattr(self.app, "keys", {}))
        self._keys = [_key(action) for action in known if action.footer and action.id not in idle]
        if whose:
            self._keys.insert(0, Content(f"{whose}:").stylize("b"))
        self._max_rows = max_rows
        self._line_up()

    def on_click(self) -> None:
        """Show the keys again once something that was said in their place was clicked."""
        self.end()

    def on_resize(self) -> None:
        """Use the whole width."""
        self._line_up()

    def _line_up(self) -> None:
        # The bar is as wide as the screen, which is known before the bar has been laid out.
        width = self.content_size.width or self.app.size.width - 2
        most = 1 if self.app.size.height < ROOM_FOR_ROWS else MAX_ROWS if self._line else self._max_rows
        rows = _in_rows(self._keys, width, most)
        if self._line:
            rows = self._line.wrap(width)[:most]
        if len(rows) != self._rows:
            self._rows = len(rows)
            self.styles.height = self._rows
        shown = Content("\n").join(rows)
        if shown != self.content:
            self.update(shown, layout=False)


def _in_rows(keys: Sequence[Content], width: int, most: int) -> list[Content]:
    """Return the keys in rows of a width, as few as hold them; in the most rows there may be, those that have room."""
    for count in range(len(keys), 0, -1):
        rows = _filled([*keys[: count - 1], keys[-1]], width)
        if len(rows) <= most:
            return rows
    return [Content("")]


def _filled(keys: Sequence[Content], width: int) -> list[Content]:
    rows: list[Content] = []
    for key in keys:
        longer = BETWEEN.join((rows[-1], key)) if rows else key
        if rows and longer.cell_length <= width:
            rows[-1] = longer
        else:
            rows.append(key)
    return rows


def _key(action: ActionSpec) -> Content:
    scope = "" if action.app else "focused." if action.focused else "screen."
    shown = spelled(action.keys.partition(",")[0])
    # Not by markup, which takes ten times as long to make and is part of the start.
    return Content.assemble((shown, "b"), f" {action.footer}").stylize(
        Style.from_meta({"@click": f"{scope}{action.action}"})
    )
