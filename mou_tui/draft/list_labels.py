"""Continue lists: the label after `1.`, `(b)` or `iv.`, and how a line after an item begins."""

from __future__ import annotations

from mou_tui.draft.line_patterns import split_indent, split_label
from mou_tui.frozen import NamedTuple
from mou_tui.language.lazy_pattern import LazyPattern

_PARTS = LazyPattern(r"(\(?)(\w+|[\d.]*\d)([.)]?)")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class ListLine(NamedTuple):
    """Hold the parts of a line that begins an item of a list."""

    indent: str
    label: str
    text: str


def read_list_line(line: str) -> ListLine | None:
    """Return the parts of a line that begins an item; None if it begins none."""
    _, content = split_indent(line)
    label, text = split_label(content)
    return ListLine(line[: len(line) - len(line.lstrip(" \t\xa0"))], label, text) if label else None


def next_label(label: str, before: str = "") -> str:
    """Return the label of the item that follows.

    Args:
        label: of the item before it: `-`, `1.`, `(b)`, `iv.`
        before: of the item before that on the same level, which tells whether `i` is a number or a letter.
    """
    match = _PARTS.fullmatch(label)
    if not match:
        return label
    opening, counter, closing = match.groups()
    return f"{opening}{_next_counter(counter, before.strip('().'))}{closing}"


def _next_counter(counter: str, before: str) -> str:
    head, dot, last = counter.rpartition(".")
    if last.isdigit():
        return f"{head}{dot}{int(last) + 1}"
    is_letter = len(counter) == 1 and (before.lower() == chr(ord(counter.lower()) - 1) or counter.lower() not in "ivx")
    if is_letter and counter.lower() != "z":
        return chr(ord(counter) + 1)
    number = roman_number(counter.lower())
    if number and not is_letter:
        roman = roman_numeral(number + 1)
        return roman.upper() if counter.isupper() else roman
    if len(set(counter)) == 1 and counter[0].lower() != "z":
        return chr(ord(counter[0]) + 1) * len(counter)
    return "a" * (len(counter) + 1) if counter.islower() else "A" * (len(counter) + 1)


def roman_number(letters: str) -> int:
    """Return the number of Roman letters; 0 if they are none."""
    return next((number for number in range(1, 400) if roman_numeral(number) == letters), 0)


def roman_numeral(number: int) -> str:
    """Return a number in small Roman letters."""
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


class NewLine(NamedTuple):
    """Describe what Enter does."""

    removed: int
    """How many characters before the cursor go: the label of an item without words."""
    text: str
    """What is put there: a line end, and behind it the label of the next item."""


def on_enter(before: str) -> NewLine:
    """Return what Enter does behind a text: a list goes on with its next item, and ends where the last is empty."""
    *above, line = before.split("\n")
    item = read_list_line(line)
    if item is None or not line.endswith(item.text or " "):
        return NewLine(0, "\n")
    if not item.text.strip():
        return NewLine(len(line), "")
    earlier = (read_list_line(line) for line in reversed(above[-200:]))
    same_level = next((list_line.label for list_line in earlier if list_line and list_line.indent == item.indent), "")
    return NewLine(0, f"\n{item.indent}{next_label(item.label, same_level)} ")
