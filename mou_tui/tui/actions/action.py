"""Actions: what can be done on a screen, with keys, labels and help."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping

from textual.binding import Binding, BindingType

from mou_tui.frozen import NamedTuple

ActionHandlers = Mapping[str, Callable[[], Awaitable[None] | None]]
"""What does each action, by its id; a screen that has `action_handlers` needs no method for each of them."""


class ActionSpec(NamedTuple):
    """Declares one action; bindings, key bar, palette, help and the README are made from it."""

    id: str
    """Unique on its screen; people name it in their key settings."""
    name: str
    """Label in the command palette."""
    help: str
    """One sentence that says what it does."""
    keys: str = ""
    """Keys for it, as Textual spells them, by commas; the first is the one shown. Empty: palette only."""
    footer: str = ""
    """Label in the key bar, a word or two; empty leaves it out."""
    changes: bool = False
    """Whether it changes the session; a read-only session does not offer it."""
    when_in_force: bool = False
    """Whether it changes what may change of an agreement in force, too."""
    app: bool = False
    """Whether the app handles it, on every screen."""
    focused: bool = False
    """Whether the focused widget handles it; it is offered only there."""
    priority: bool = False
    """Whether its key is checked before the editor, which has a use of its own for it."""

    @property
    def action(self) -> str:
        """The action as Textual spells it."""
        return f"app.{self.id}" if self.app else self.id

    @property
    def shown_keys(self) -> str:
        """The keys as people write them, such as "Ctrl+N, F9"."""
        return ", ".join(spelled(key) for key in self.keys.split(",") if key)


_SPELLED = {"escape": "Esc", "right_square_bracket": "]", "pagedown": "Page Down"}
"""Parts of keys that people write otherwise than Textual does."""


def spelled(key: str) -> str:
    """Return a key as people write and say it: "Ctrl+N", "Esc", "Space"; a single letter stays as it is."""
    parts = key.split("+")
    return key if len(key) == 1 else "+".join(_SPELLED.get(part, part.capitalize()) for part in parts)


def mutating_ids(actions: Iterable[ActionSpec], *, in_force: bool = False) -> frozenset[str]:
    """Return the ids of the actions that a read-only session does not offer, or an agreement that is in force."""
    return frozenset(action.id for action in actions if action.changes and not (in_force and action.when_in_force))


def bindings(actions: Iterable[ActionSpec]) -> list[BindingType]:
    """Return the bindings of actions."""
    return [
        Binding(
            # An action without a key gets one that no terminal sends, so that a person can assign another.
            action.keys or f"palette-{action.id}",
            action.action,
            action.footer or action.name,
            show=bool(action.footer),
            tooltip=action.help,
            id=action.id,
            priority=action.priority,
        )
        for action in actions
    ]
