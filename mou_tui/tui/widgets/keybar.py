"""The line at the bottom: the keys one needs most here, each of which can be clicked."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.content import Content
from textual.widgets import Static

from mou_tui.tui.keymap import remapped
from mou_tui.tui.keys import Deed


class KeyBar(Static):
    """Keys with a word or two each.

    One widget and not the library's Footer, which is a widget a key, made anew at every change of focus: a quarter of
    all the work of starting.
    """

    def __init__(self, deeds: Iterable[Deed]) -> None:
        super().__init__(id="keybar")
        self._deeds = tuple(deed for deed in deeds if deed.footer)

    def on_mount(self) -> None:
        """Show every key, as this person has them."""
        self._deeds = remapped(self._deeds, getattr(self.app, "keys", {}))
        self.leave_out(())

    def leave_out(self, actions: Collection[str]) -> None:
        """Show every key but those of some actions."""
        self.update(Content("  ").join([_key(deed) for deed in self._deeds if deed.id not in actions]))


def _key(deed: Deed) -> Content:
    scope = "" if deed.app else "screen."
    key = deed.keys.partition(",")[0].replace("ctrl+", "^").replace("escape", "esc")
    return Content.from_markup(f"[@click={scope}{deed.action}][b]$key[/b] $word[/]", key=key, word=deed.footer)
