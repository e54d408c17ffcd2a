"""Searches the commands of the palette by name, help and everyday words."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from mou_tui.tui.actions.palette import PaletteCommand, commands, relevance
from mou_tui.tui.runtime.user_prefs import PreferencesApp


class CommandSearch(Provider):
    """Offers every action of the screen, and the theme; where no action answers a search, it leads to Find."""

    @property
    def _preferences_app(self) -> PreferencesApp:
        assert isinstance(self.app, PreferencesApp)
        return self.app

    @property
    def _commands(self) -> tuple[PaletteCommand, ...]:
        app = self._preferences_app
        theme = PaletteCommand("Theme", "Change the colors.", app.action_change_theme, "colors, dark, light, contrast")
        return (*commands(self.screen, app.actions(self.screen)), theme)

    async def discover(self) -> Hits:
        """Yield every command, those for the question at hand first."""
        for command in self._commands:
            yield DiscoveryHit(Content(command.title), command.run, text=command.title, help=command.help)

    async def search(self, query: str) -> Hits:
        """Yield the commands that answer a search, with how well each does; or one that says where else to search."""
        matcher = self.matcher(query)
        has_hits = False
        for command in self._commands:
            score = relevance(query, command)
            if score:
                has_hits = True
                yield Hit(score, matcher.highlight(command.title), command.run, text=command.title, help=command.help)
        if not has_hits:
            for action in self._preferences_app.actions(self.screen):
                if action.id == "find":
                    title = f"No command found. {action.shown_keys} finds words in the agreement."
                    yield Hit(1.0, Content(title), partial(self.screen.run_action, action.action), text=title)
