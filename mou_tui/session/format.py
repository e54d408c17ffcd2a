"""Which format a session file is in; `FORMAT.md` next to this module says what each key holds.

Format 1 is what version 0.2.0 reads whole. A session is written in format 2 from the moment that it holds something
which 0.2.0 would refuse, misread, or leave out of the draft without a word; keys that 0.2.0 merely keeps do not count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from mou_tui.storage.yaml_reader import PlainData

FIRST, NEWEST = 1, 2

KINDS_OF_FORMAT_1 = frozenset(
    ["wording", "position", "alternative", "choice", "set-aside", "later", "decision", "note", "action", "milestone"]
)
"""The kinds of history entries that 0.2.0 knows; any other keeps it from reading the history."""

_TOP = frozenset(["title", "replaces", "clauses", "exhibits", "counsel", "copy", "in-force"])
_PARTY = frozenset(["through", "attest", "approved-as-to-form"])
_ANSWER = frozenset(["origin"])
_OWN_ALTERNATIVE = re.compile("alt-[0-9a-f]{8}")

_VALUE = rb"""["']?([^\n"']+?)["']?[ \t]*$"""
# They begin with the end of the line before, which is found ten times as fast as the beginning of a line.
_KIND_OF_ENTRY = re.compile(rb"\n[- ] kind: +" + _VALUE, re.MULTILINE)
_ANY_KIND = re.compile(rb"""\n(?:- +)? *["']?kind["']?[ \t]*:[ \t]*""" + _VALUE, re.MULTILINE)


def needed_for(key: str, value: PlainData) -> int:
    """Return the format that one piece of a session needs.

    Args:
        key: The key of the file that it is under.
        value: The whole under that key, or one entry of it.
    """
    if key in _TOP:
        return NEWEST
    if not isinstance(value, dict):
        return FIRST
    if key == "parties":
        return NEWEST if _PARTY & value.keys() else FIRST
    if key == "answers":
        alternatives = value.get("alternatives", "")
        has_own = isinstance(alternatives, dict) and any(map(is_own_alternative, alternatives))
        return NEWEST if has_own or _ANSWER & value.keys() else FIRST
    if key == "history":
        return FIRST if value.get("kind") in KINDS_OF_FORMAT_1 else NEWEST
    return FIRST


def is_own_alternative(alternative_id: str) -> bool:
    """Return whether an alternative is under an id of its own, and not under that of a party."""
    return _OWN_ALTERNATIVE.fullmatch(alternative_id) is not None


def needed_for_history(text: bytes) -> int | None:
    """Return the format that the entries of a history need, by a look at their text; to understand them takes long.

    Returns:
        None where only understanding them can tell: a line looks like a kind that format 1 does not have, and may as
        well be part of somebody's words.
    """
    if _kinds(_KIND_OF_ENTRY, text) - KINDS_OF_FORMAT_1:
        return NEWEST
    return None if _kinds(_ANY_KIND, text) - KINDS_OF_FORMAT_1 else FIRST


def unknown_kinds(text: bytes, known: Collection[str]) -> Iterator[tuple[str, int]]:
    """Return the kinds of entries that are not among those known, each with how many lines are before it."""
    if _kinds(_KIND_OF_ENTRY, text) - set(known):
        lines = b"\n" + text
        for entry in _KIND_OF_ENTRY.finditer(lines):
            kind = entry[1].decode("utf-8", "replace")
            if kind not in known:
                yield kind, lines.count(b"\n", 0, entry.start())


def _kinds(pattern: re.Pattern[bytes], text: bytes) -> set[str]:
    return {kind.decode("utf-8", "replace") for kind in set(pattern.findall(b"\n" + text))}
