"""A action: something one can do on a screen, with its keys and the words for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import NamedTuple

from textual.binding import Binding, BindingType

ActionHandlers = Mapping[str, Callable[[], Awaitable[None] | None]]
"""What does each action, by its id; a screen that has `action_handlers` needs no method for each of them."""


class ActionSpec(NamedTuple):
    """Something one can do, and how."""

    id: str
    """The name of the action on its screen."""
    name: str
    """What the command palette calls it."""
    help: str
    """One sentence that says what it does."""
    keys: str = ""
    """Keys for it, as Textual spells them, by commas; the first is the one shown. Empty: palette only."""
    footer: str = ""
    """A word or two for the footer; empty leaves it out."""
    changes: bool = False
    """Whether it changes the session, and so is not to be had where the session is read-only."""
    app: bool = False
    """Whether the app does it, on whichever screen."""
    focused: bool = False
    """Whether what has the focus does it, and so it is to be had only there."""
    priority: bool = False
    """Whether its key is one that an editor would take for itself."""

    @property
    def action(self) -> str:
        """The action to run."""
        return f"app.{self.id}" if self.app else self.id

    @property
    def shown_keys(self) -> str:
        """The keys as people write them ("Ctrl+N, F9")."""
        return ", ".join("+".join(part.capitalize() for part in key.split("+")) for key in self.keys.split(",") if key)


def mutating_ids(actions: Iterable[ActionSpec]) -> frozenset[str]:
    """The ids of those that a read-only session does not offer."""
    return frozenset(action.id for action in actions if action.changes)


def bindings(actions: Iterable[ActionSpec]) -> list[BindingType]:
    """The bindings of some actions; typing in an editor never gets in their way."""
    return [
        Binding(
            # What has no key gets one that no terminal sends, so that a person can give it another.
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
