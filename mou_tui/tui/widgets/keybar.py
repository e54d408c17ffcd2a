"""The line at the bottom: the keys one needs most here, each of which can be clicked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from mou_tui.terminal_keys import tmux_prefix
from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.keymap import remapped


class KeyBar(Static):
    """Keys with a word or two each.

    One widget and not the library's Footer, which is a widget a key, made anew at every change of focus: a quarter of
    all the work of starting.
    """

    def __init__(self, actions: Iterable[ActionSpec]) -> None:
        super().__init__(id="keybar")
        self._actions = tuple(actions)
        self._keys: list[Content] = []
        self._line: Content | None = None

    def on_mount(self) -> None:
        """Show every key, as this person has them."""
        self.show(self._actions)

    def say(self, line: Content) -> None:
        """Say something in place of the keys, until `end`."""
        self._line = line
        self._line_up()

    def end(self) -> None:
        """Show the keys again."""
        self._line = None
        self._line_up()

    def show(self, actions: Iterable[ActionSpec], idle: Collection[str] = ()) -> None:
        """Show the keys of some actions but those of idle actions."""
        known = remapped(actions, getattr(self.app, "keys", {}))
        self._keys = [_key(action) for action in known if action.footer and action.id not in idle]
        self._line_up()

    def on_click(self) -> None:
        """Show the keys again once something that was said in their place was clicked."""
        self.end()

    def on_resize(self) -> None:
        """Use the whole width."""
        self._line_up()

    def _line_up(self) -> None:
        line = self._line or _in_line(self._keys, self.content_size.width)
        if line != self.content:
            self.update(line, layout=False)


def _in_line(keys: Sequence[Content], width: int) -> Content:
    """As many keys as have room, with more between them if there is; before any other the last, which tells of all."""
    spaced, close = Content("  "), Content(" ")
    lines = [spaced.join(keys), *(close.join((*keys[:left], keys[-1])) for left in reversed(range(len(keys))))]
    return next((line for line in lines if not width or line.cell_length <= width), lines[-1])


def _key(action: ActionSpec) -> Content:
    scope = "" if action.app else "focused." if action.focused else "screen."
    key = action.keys.partition(",")[0]
    # Inside tmux its own key arrives when it is pressed twice.
    key = f"{key}{key}" if key == tmux_prefix() else key
    key = key.replace("ctrl+", "^").replace("escape", "esc")
    # Not by markup, which takes ten times as long to make and is part of the start.
    return Content.assemble((key, "b"), f" {action.footer}").stylize(
        Style.from_meta({"@click": f"{scope}{action.action}"})
    )
