"""An app as one person needs it: their theme, their keys, a cursor to follow, colour only where it is wanted."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from textual import events
from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input, TextArea

from mou_tui.errors import MouError
from mou_tui.settings import LoadedSettings, remember_theme
from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import keymap, remapped
from mou_tui.tui.runtime.hardware_cursor import SHOW, position_of
from mou_tui.tui.runtime.themes import HIGH_CONTRAST


class PreferencesApp(App[None]):
    """Follows the settings, and says once what in them it could not follow.

    Args:
        loaded: the settings.
    """

    def __init__(self, loaded: LoadedSettings) -> None:
        # By itself Textual takes NO_COLOR for shades of grey; a terminal without colour shows none of them.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            # What one goes to is there at once; a scroll drawn in steps only keeps a slow line and a reader busy.
            self.animation_level = "none"
        self.add_class("-own-cursor", update=False)
        # The keys of actions, by id, where they are not the usual ones.
        self.keys, complaints = keymap(loaded.settings.keys)
        self._complaints = [*loaded.problems, *complaints]
        self.register_theme(HIGH_CONTRAST)
        theme = loaded.settings.theme
        if theme in self.available_themes:
            self.theme = theme
        elif theme:
            self._complaints.append(f"There is no theme “{theme}”. Ctrl+P, Theme lists those there are.")

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor goes after each frame; worked out then, for whatever moved since a key."""
        focused = self.screen.focused if self.screen_stack else None
        return position_of(focused) if focused else Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, _: Offset) -> None:
        # Textual's own fields tell it as they move.
        pass

    def on_mount(self) -> None:
        """Hear of another theme, and say what could not be followed."""
        if self.is_headless:
            self.remove_class("-own-cursor")
        self.app_resume_signal.subscribe(self, lambda _: self._show_cursor())
        self._show_cursor()
        self.set_keymap(self.keys)
        self.watch(self, "theme", self._remember_theme, init=False)
        if self._complaints:
            words = "\n".join((*self._complaints, "The usual settings hold there."))
            self.notify(words, title="Your settings", severity="warning", markup=False, timeout=15)

    def actions(self, screen: Screen[Any]) -> Iterable[ActionSpec]:
        """What can be done on a screen, with the keys this person has for it."""
        return remapped((*getattr(screen, "ACTIONS", ()), *EVERYWHERE), self.keys)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink but the terminal's, which the person has set up."""
        if isinstance(event.widget, (Input, TextArea)):
            event.widget.cursor_blink = False

    def _show_cursor(self) -> None:
        if self._driver:
            self._driver.write(SHOW)

    def _remember_theme(self, name: str) -> None:
        try:
            remember_theme(name)
        except MouError as error:
            self.notify(f"The theme is not remembered: {error.message}", severity="warning", markup=False)
