"""Keys a person gives to actions, by the ids of the table of keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.keys import Keys
from textual.widgets import TextArea

from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.interview import EVERYWHERE, INTERVIEW, POSITIONS
from mou_tui.tui.actions.screens import AGENDA, BLANKS, EARLIER, GAPS, HISTORY, HOME, REVIEW, ROOM, SIGNING

_TABLES = ((*INTERVIEW, *POSITIONS), HOME, REVIEW, AGENDA, BLANKS, HISTORY, ROOM, SIGNING, EARLIER, GAPS)
# Of several of one id, that of the interview: what fits there fits everywhere.
_DEEDS = {action.id: action for workspace in reversed((*_TABLES, EVERYWHERE)) for action in workspace}

_MODIFIERS = {"ctrl", "alt", "shift", "super", "meta"}
_NAMES = {key.value for key in Keys}
# Without these one could neither get about nor find the palette; a terminal sends some of them by two names.
_FIXED = {"tab", "ctrl+i", "shift+tab", "enter", "ctrl+m", "ctrl+j", "escape", "space", "ctrl+h", "ctrl+p", "ctrl+c"}
_KEPT = {"undo_step": ("ctrl+z",), "redo_step": ("ctrl+y",)}
"""Keys that everybody knows, and that stay beside those a person gives; no other action can be given them."""
_EDITING = {key for binding in TextArea.BINDINGS if isinstance(binding, Binding) for key in binding.key.split(",")}


def keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the keys that can be given, as Textual takes them, and about every other why not."""
    keys: dict[str, str] = {}
    complaints: list[str] = []
    for deed_id, typed in wanted.items():
        named = ",".join(_name(key) for key in typed.split(",") if key.strip())
        if complaint := _unfit(deed_id, named):
            complaints.append(complaint)
        else:
            keys[deed_id] = ",".join(dict.fromkeys([*named.split(","), *_KEPT.get(deed_id, ())]))
    while clash := next(_clashes(keys), None):
        key, one, other = clash
        for deed_id in (one, other):
            keys.pop(deed_id, None)
        complaints.append(f"“{one}” and “{other}” would both have {key}.")
    return keys, complaints


def remapped(actions: Iterable[ActionSpec], keys: Mapping[str, str]) -> tuple[ActionSpec, ...]:
    """The actions with the keys a person gave them."""
    return tuple(action._replace(keys=keys.get(action.id, action.keys)) for action in actions)


def key_of(app: App[Any], deed_id: str) -> str:
    """The key this person has for an action, as one reads it ("Ctrl+N", "w")."""
    (action,) = remapped((_DEEDS[deed_id],), getattr(app, "keys", {}))
    key = action.keys.partition(",")[0]
    return key if len(key) == 1 else action.shown_keys.partition(",")[0]


def name_of_action(action: str) -> str:
    """What the palette calls an action of the tables; anything else as it is."""
    spec = _DEEDS.get(action.rpartition(".")[2].partition("(")[0])
    return f"“{spec.name}”" if spec else action


def _name(key: str) -> str:
    """A key as Textual spells it; only the case of a letter by itself means something."""
    key = key.strip()
    return key if len(key) == 1 else key.casefold()


def _unfit(deed_id: str, keys: str) -> str:
    """Why a action cannot have keys; empty if it can."""
    if deed_id not in _DEEDS:
        from difflib import get_close_matches

        meant = "".join(f" Did you mean “{known}”?" for known in get_close_matches(deed_id, _DEEDS, n=1))
        return f"There is nothing called “{deed_id}” to give keys to.{meant}"
    if not keys:
        return f"“{deed_id}” is given no key."
    in_interview = any(action.id == deed_id for action in (*INTERVIEW, *EVERYWHERE))
    for key in keys.split(","):
        *modifiers, name = key.split("+")
        if not _MODIFIERS.issuperset(modifiers) or not (len(name) == 1 or name in _NAMES):
            return f"“{deed_id}”: {key} is no key."
        if key in _FIXED:
            return f"“{deed_id}”: {key} always does what it does."
        is_own = key in _DEEDS[deed_id].keys.split(",")
        if in_interview and not is_own and (len(key) == 1 or key in _EDITING):
            return f"“{deed_id}”: {key} is for writing the answer."
    return ""


def _clashes(keys: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Keys that would do two things on one screen, with the ids of both."""
    for workspace in _TABLES:
        taken: dict[str, str] = {}
        for action in remapped((*workspace, *EVERYWHERE), keys):
            for key in filter(None, action.keys.split(",")):
                if key in taken:
                    yield key, taken[key], action.id
                taken[key] = action.id
