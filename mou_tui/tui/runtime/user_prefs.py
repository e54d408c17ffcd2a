"""Applies a person's settings: theme, keys, terminal cursor, color."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input, TextArea

from mou_tui.errors import MouError
from mou_tui.settings import LoadedSettings, remember_theme
from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import keymap, remapped
from mou_tui.tui.runtime.hardware_cursor import SHOW
from mou_tui.tui.runtime.themes import HIGH_CONTRAST, focus_variables


class PreferencesApp(App[None]):
    """Applies the settings, and reports once what could not be applied.

    Args:
        loaded: the settings, with the problems found in them.
    """

    def __init__(self, loaded: LoadedSettings) -> None:
        # For NO_COLOR Textual shows shades of gray, which a terminal without color cannot (8.2.8; no upstream issue
        # found).
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            # A scroll drawn in steps keeps a slow connection and a screen reader busy.
            self.animation_level = "none"
        self.add_class("-own-cursor", update=False)
        # Keys by action id, where they are not the usual ones.
        self.keys, complaints = keymap(loaded.settings.keys)
        self._complaints = [*loaded.problems, *complaints]
        self.register_theme(HIGH_CONTRAST)
        theme = loaded.settings.theme
        if theme in self.available_themes:
            self.theme = theme
        elif theme:
            self._complaints.append(f"There is no theme “{theme}”. Ctrl+P, Theme lists those there are.")

    def get_css_variables(self) -> dict[str, str]:
        """Return the colors of the theme, and those of what has the focus."""
        variables = super().get_css_variables()
        return {**variables, **focus_variables(variables)}

    def on_mount(self) -> None:
        """Watch for another theme, and report what could not be applied."""
        if self.is_headless:
            self.remove_class("-own-cursor")
        self.app_resume_signal.subscribe(self, lambda _: self._show_cursor())
        self._show_cursor()
        if self.keys:
            self.set_keymap(self.keys)
        self.watch(self, "theme", self._remember_theme, init=False)
        if self._complaints:
            message = "\n".join((*self._complaints, "The usual settings hold there."))
            self.notify(message, title="Your settings", severity="warning", markup=False, timeout=15)

    def actions(self, screen: Screen[Any]) -> Iterable[ActionSpec]:
        """Return the actions of a screen, with the keys this person has for them."""
        return remapped((*getattr(screen, "ACTIONS", ()), *EVERYWHERE), self.keys)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Stop the cursor of a field from blinking; the terminal's own is set up by the person."""
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
