"""Screens that return a result exactly once."""

from __future__ import annotations

from collections.abc import Iterable

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Static

from mou_tui.tui.actions.action import spelled
from mou_tui.tui.runtime.sized_screen import SizedScreen

KEYS_BELOW = "#keybar, .dialog-keys"
"""What shows the keys of a screen, or of another dialog."""


class SafeDismissScreen(SizedScreen[ScreenResultType]):
    """Returns a result, ignoring a second attempt."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Return the result and close the screen.

        A second Enter or click before the screen is gone would close the screen below as well.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()


class SafeDismissDialog(SafeDismissScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """Returns a result from a dialog over another screen, whose keys give way to those of the dialog."""

    @property
    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that do something here, each with a word or two."""
        return [
            (spelled(binding.key.partition(",")[0]), binding.description)
            for binding in self.BINDINGS
            if isinstance(binding, Binding) and binding.show
        ]

    def on_mount(self) -> None:
        """Show the keys where the screen below has its own, which do nothing now."""
        shown = [Content.assemble((key, "bold"), f" {words}") for key, words in self.keys]
        line = Static(Content("  ").join(shown), classes="dialog-keys")
        below = self.app.screen_stack[-2].query(KEYS_BELOW) if len(self.app.screen_stack) > 1 else ()
        line.styles.height = max((bar.size.height for bar in below), default=1) or 1
        self.mount(line)
