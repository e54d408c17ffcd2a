"""Style sheets that are read only once the first frame is on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App


class DeferredStyles:
    """Starts an app with its first style sheet alone; reading all takes as long as showing the first frame.

    Args:
        app: the app, which names its style sheets in `CSS_PATH`.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._deferred: list[Path] = []

    def defer(self) -> None:
        """Start with the first style sheet; call this before the app runs."""
        self._deferred = self._app.css_path[1:]
        self._app.css_path = self._app.css_path[:1]

    def read(self) -> None:
        """Read the deferred style sheets, and apply them to what is shown already."""
        if not self._deferred:
            return
        for path in self._deferred:
            self._app.stylesheet.read(path)
        self._app.css_path += self._deferred
        self._deferred = []
        if len(self._app.screen_stack) > 1:
            self._app.refresh_css(animate=False)
