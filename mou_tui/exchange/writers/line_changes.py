"""Find the changes from the lines of one text to those of another, for the redline of any kind of file.

Lines that are alike are changed word by word; any other is deleted or inserted as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Literal

from mou_tui.draft.blocks import Inline, Span
from mou_tui.exchange.line_pairs import paired
from mou_tui.exchange.writers.printed import Printed
from mou_tui.frozen import NamedTuple

MOST_WORDS = 4_000
"""The most words of two lines together in which changes are looked for word by word."""
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")

Kind = Literal["kept", "deleted", "inserted"]


class Stretch(NamedTuple):
    """Hold a stretch of a line that is kept, deleted or inserted."""

    kind: Kind
    content: Inline


class ChangedLine(NamedTuple):
    """Hold a line of the new text with what became of the old one, or an old line that is gone."""

    line: Printed
    """How it is printed; plain for one that is gone."""
    kind: Kind
    """What became of the line as a whole; one that is changed is kept."""
    stretches: tuple[Stretch, ...]


def changed_lines(old: Sequence[str], new: Sequence[Printed]) -> Iterator[ChangedLine]:
    """Yield the new lines, with all that leads to them from the old ones."""
    for before, after in aligned(old, new):
        if after is None:
            yield ChangedLine(Printed(()), "deleted", (Stretch("deleted", (Span(before or ""),)),))
        elif before is None:
            yield ChangedLine(after, "inserted", (Stretch("inserted", after.content),))
        else:
            yield ChangedLine(after, "kept", tuple(_stretches(before, after.content)))


def aligned(old: Sequence[str], new: Sequence[Printed]) -> Iterator[tuple[str | None, Printed | None]]:
    """Yield each old line with what became of it, and each new line with what it was, in an order that fits both."""
    keys, new_keys = [_key(text) for text in old], [_key(line.text) for line in new]
    for before, after in paired(old, [line.text for line in new], keys, new_keys):
        yield (None if before is None else old[before]), (None if after is None else new[after])


def _key(text: str) -> str:
    return " ".join(text.split())


def _stretches(before: str, after: Inline) -> Iterator[Stretch]:
    old = _TOKEN.findall(before)
    tokens = [replace(span, text=text) for span in after for text in _TOKEN.findall(span.text)]
    new = [token.text for token in tokens]
    if len(old) + len(new) > MOST_WORDS and old != new:
        yield Stretch("deleted", (Span(before),))
        yield Stretch("inserted", after)
        return
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Stretch("kept", _joined(tokens[new_start:new_end]))
        else:
            if end > start:
                yield Stretch("deleted", (Span("".join(old[start:end])),))
            if new_end > new_start:
                yield Stretch("inserted", _joined(tokens[new_start:new_end]))


def _joined(tokens: Iterable[Span]) -> Inline:
    """Return the spans of tokens, those of one kind in one."""
    spans: list[Span] = []
    for token in tokens:
        if spans and replace(spans[-1], text="") == replace(token, text=""):
            spans[-1] = replace(token, text=spans[-1].text + token.text)
        else:
            spans.append(token)
    return tuple(spans)
