"""Keys that the terminal keeps for itself, and what to press instead."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from functools import cache

from mou_tui.frozen import NamedTuple

PALETTE = "Ctrl+P, then the first letters of what you want"


class KeptKey(NamedTuple):
    """Describes a key that does not reach the program, or not at once."""

    key: str
    """As the settings spell it (`ctrl+b`, `f10`)."""
    by: str
    """Who keeps it."""
    instead: str
    """What to press."""


_HELP = "Ctrl+P, then Help"
_EDITOR = "Ctrl+P, then Write in your own editor"
_DESKTOP = {"f1": _HELP, "f10": _EDITOR, "f11": PALETTE}
_VSCODE = {
    "ctrl+p": "More below the answer",
    "f1": "Ctrl+P or More, then Help",
    "ctrl+b": "Back below the answer",
    "ctrl+f": "More, then Find",
    "ctrl+g": "More, then Next open item",
    "ctrl+n": "Next below the answer",
    "ctrl+r": "More, then Review",
    "f10": _EDITOR,
    "f11": PALETTE,
    "f12": "More, then All present can live with it",
}


def kept_keys(environment: Mapping[str, str], prefix: str = "ctrl+b") -> tuple[KeptKey, ...]:
    """Return the keys that a terminal keeps, as far as the environment tells which terminal it is.

    Args:
        environment: the variables of the process.
        prefix: the prefix of tmux, as the settings spell a key; matters only inside tmux.
    """
    kept: dict[str, KeptKey] = {}
    for by, keys in _terminals(environment):
        for key, instead in keys.items():
            kept.setdefault(key, KeptKey(key, by, instead))
    if "TMUX" in environment and prefix:
        kept[prefix] = KeptKey(prefix, "tmux", f"{_spelled(prefix)} twice")
    if "STY" in environment:
        kept["ctrl+a"] = KeptKey("ctrl+a", "screen", "Ctrl+A, then a")
    return tuple(kept.values())


@cache
def tmux_prefix() -> str:
    """Return the prefix key of the tmux around the program; empty where there is none."""
    if "TMUX" not in os.environ:
        return ""
    try:
        asked = subprocess.run(
            ["tmux", "show-options", "-gv", "prefix"], capture_output=True, text=True, timeout=0.5, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return "ctrl+b"
    named = re.fullmatch(r"C-(.)", asked.stdout.strip())
    return f"ctrl+{named[1].casefold()}" if named else ""


def _terminals(environment: Mapping[str, str]) -> list[tuple[str, dict[str, str]]]:
    """Return the terminals around the program with the keys that each keeps."""
    program, kept_keys = environment.get("TERM_PROGRAM", ""), []
    if program == "vscode":
        kept_keys.append(("VS Code", _VSCODE))
    if environment.get("GNOME_TERMINAL_SCREEN") or environment.get("VTE_VERSION"):
        kept_keys.append(("the terminal window", _DESKTOP))
    if environment.get("KONSOLE_VERSION"):
        kept_keys.append(("Konsole", {"f1": _HELP, "f11": PALETTE}))
    if environment.get("WT_SESSION"):
        kept_keys.append(("Windows Terminal", {"f11": PALETTE}))
    if program in ("Apple_Terminal", "iTerm.app"):
        kept_keys.append(("macOS", {"f11": PALETTE}))
    if environment.get("TERM", "").startswith(("sco", "ansi")):
        kept_keys.append(("a terminal of the SCO kind", {"f1": _HELP}))
    return kept_keys


def _spelled(key: str) -> str:
    return "+".join(part.capitalize() for part in key.split("+"))


def described(keys: tuple[KeptKey, ...]) -> str:
    """Return a sentence for each key that says what to press instead."""
    return "; ".join(f"{kept.by} keeps {_spelled(kept.key)}: press {kept.instead}" for kept in keys)
