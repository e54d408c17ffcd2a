"""Go on with a list where another is pasted onto an item of it that has no words yet."""

from __future__ import annotations

import re

from mou_tui.draft.list_labels import ListLine, next_label, read_list_line
from mou_tui.frozen import NamedTuple


class ContinuedList(NamedTuple):
    """Describe what a paste puts in place of an empty item."""

    removed: int
    """How many characters before the cursor go: the label of the empty item."""
    text: str


def continue_list(pasted: str, before: str) -> ContinuedList | None:
    """Return a pasted list as the continuation of the one it is pasted into; None if it is none.

    Where both are numbered alike, the pasted items have the numbers that follow; otherwise they keep their labels.

    Args:
        pasted: the text, its first line an item of a list.
        before: the line before the cursor, an item without words.
    """
    empty, lines = read_list_line(before), pasted.split("\n")
    first = read_list_line(lines[0])
    if empty is None or empty.text.strip() or first is None or not first.text.strip():
        return None
    label, written = empty.label, []
    for line in lines:
        item = read_list_line(line)
        if item and item.indent == first.indent and _kind(item.label) == _kind(empty.label) == _kind(first.label):
            line, label = _relabeled(item, empty.indent, label), next_label(label)
        elif line.startswith(first.indent):
            line = f"{empty.indent}{line.removeprefix(first.indent)}" if line.strip() else line
        written.append(line)
    return ContinuedList(len(before), "\n".join(written))


def _relabeled(item: ListLine, indent: str, label: str) -> str:
    return f"{indent}{label} {item.text.strip()}"


def _kind(label: str) -> str:
    """Return what the labels of one list have in common: its marks, and whether it counts in digits or letters."""
    return re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", label)))
