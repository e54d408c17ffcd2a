"""Keys that people assign to actions in their settings, by action id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.keys import Keys
from textual.widgets import TextArea

from mou_tui.tui.actions.action import ActionSpec, spelled
from mou_tui.tui.actions.catalog import SCREENS
from mou_tui.tui.actions.interview import EVERYWHERE, INTERVIEW
from mou_tui.tui.actions.positions import POSITIONS

_OTHER_SCREENS = tuple(actions for actions in SCREENS.values() if actions not in (INTERVIEW, POSITIONS))
_TOGETHER = ((*INTERVIEW, *POSITIONS), *_OTHER_SCREENS)
"""The actions that keys lead to at the same time, without those of `EVERYWHERE`."""
# Of several actions with one id, that of the interview: a key that fits there fits everywhere.
_ACTIONS = {action.id: action for actions in reversed((*_TOGETHER, EVERYWHERE)) for action in actions}

_MODIFIERS = {"ctrl", "alt", "shift", "super", "meta"}
_NAMES = {key.value for key in Keys}
# Without these nobody could move about or find the palette; a terminal sends some of them under two names.
_FIXED = {"tab", "ctrl+i", "shift+tab", "enter", "ctrl+m", "ctrl+j", "escape", "space", "ctrl+h", "ctrl+p", "ctrl+c"}
_KEPT = {"undo_step": ("ctrl+z",), "redo_step": ("ctrl+y",)}
"""Keys that everybody knows; they stay in addition to those a person assigns, and no other action can have them."""
_EDITING = {key for binding in TextArea.BINDINGS if isinstance(binding, Binding) for key in binding.key.split(",")}


def keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the assigned keys by action id, as Textual takes them, and a complaint about each that cannot be used."""
    keys: dict[str, str] = {}
    complaints: list[str] = []
    for action_id, typed in wanted.items():
        named = ",".join(_name(key) for key in typed.split(",") if key.strip())
        if complaint := _unfit(action_id, named):
            complaints.append(complaint)
        else:
            keys[action_id] = ",".join(dict.fromkeys([*named.split(","), *_KEPT.get(action_id, ())]))
    while clash := next(_clashes(keys), None):
        key, first, second = clash
        for action_id in (first, second):
            keys.pop(action_id, None)
        complaints.append(f"“{first}” and “{second}” would both have {key}.")
    return keys, complaints


def remapped(actions: Iterable[ActionSpec], keys: Mapping[str, str]) -> tuple[ActionSpec, ...]:
    """Return actions with the keys that a person assigned to them."""
    return tuple(action._replace(keys=keys.get(action.id, action.keys)) for action in actions)


def key_of(app: App[Any], action_id: str) -> str:
    """Return the first key that this person has for an action, as people write it: "Ctrl+N", "w"."""
    (action,) = remapped((_ACTIONS[action_id],), getattr(app, "keys", {}))
    return spelled(action.keys.partition(",")[0])


def way_to(app: App[Any], action_id: str) -> str:
    """Return the first key for an action; for one without a key, its name and the key of the palette."""
    return key_of(app, action_id) or f"{name_of_action(action_id)} (Ctrl+P)"


def name_of_action(action: str) -> str:
    """Return the quoted label of a declared action; anything else unchanged."""
    spec = _ACTIONS.get(action.rpartition(".")[2].partition("(")[0])
    return f"“{spec.name}”" if spec else action


def _name(key: str) -> str:
    """Return a key as Textual spells it; only for a single letter does case matter."""
    key = key.strip()
    return key if len(key) == 1 else key.casefold()


def _unfit(action_id: str, keys: str) -> str:
    """Return why an action cannot have keys; empty if it can."""
    if action_id not in _ACTIONS:
        from difflib import get_close_matches

        meant = "".join(f" Did you mean “{known}”?" for known in get_close_matches(action_id, _ACTIONS, n=1))
        return f"There is nothing called “{action_id}” to give keys to.{meant}"
    if not keys:
        return f"“{action_id}” is given no key."
    in_interview = any(action.id == action_id for action in (*INTERVIEW, *EVERYWHERE))
    for key in keys.split(","):
        *modifiers, name = key.split("+")
        if not _MODIFIERS.issuperset(modifiers) or not (len(name) == 1 or name in _NAMES):
            return f"“{action_id}”: {key} is no key."
        if key in _FIXED:
            return f"“{action_id}”: {key} always does what it does."
        is_own = key in _ACTIONS[action_id].keys.split(",")
        if in_interview and not is_own and (len(key) == 1 or key in _EDITING):
            return f"“{action_id}”: {key} is for writing the answer."
    return ""


def _clashes(keys: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield keys that would do two things on one screen, with the ids of both actions."""
    for actions in _TOGETHER:
        taken: dict[str, str] = {}
        for action in remapped((*actions, *EVERYWHERE), keys):
            for key in filter(None, action.keys.split(",")):
                if key in taken:
                    yield key, taken[key], action.id
                taken[key] = action.id
