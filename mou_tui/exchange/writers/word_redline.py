"""Write the changes from one text to another as tracked changes of Word.

Lines that are alike are changed word by word; any other is deleted or inserted as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from html import escape
from typing import NamedTuple

from mou_tui.exchange.line_pairs import paired
from mou_tui.exchange.writers.printed import Printed
from mou_tui.exchange.writers.wordml import INDENT, run_properties, text_run

MOST_WORDS = 4_000
"""The most words of two lines together in which changes are looked for word by word."""
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class _Token(NamedTuple):
    text: str
    properties: str = ""


class Redline:
    """Writes tracked changes.

    Args:
        author: whose changes they are.
        at: when they were made, `2026-11-25T10:42:00Z`.
    """

    def __init__(self, author: str, at: str) -> None:
        self._attributes = f'w:author="{escape(author)}" w:date="{at}"'
        self._last_id = 0

    def markup(self, old: Sequence[str], new: Sequence[Printed]) -> str:
        """Return the markup of a body: the new lines, with all that leads to them from the old ones."""
        return "".join(self._line(before, after) for before, after in aligned(old, new))

    def _line(self, before: str | None, after: Printed | None) -> str:
        if after is None:
            return self._paragraph(Printed(()), self._deleted([_Token(before or "")]), "del")
        tokens = [_Token(text, run_properties(span)) for span in after.content for text in _TOKEN.findall(span.text)]
        if before is None:
            return self._paragraph(after, self._inserted(tokens), "ins")
        return self._paragraph(after, "".join(self._changes(before, tokens)))

    def _changes(self, before: str, after: list[_Token]) -> Iterator[str]:
        old, new = _TOKEN.findall(before), [token.text for token in after]
        if len(old) + len(new) > MOST_WORDS and old != new:
            yield self._deleted([_Token(before)]) + self._inserted(after)
            return
        for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                yield _runs(after[new_start:new_end])
            else:
                yield self._deleted([_Token("".join(old[start:end]))] if end > start else [])
                yield self._inserted(after[new_start:new_end])

    def _paragraph(self, line: Printed, content: str, mark: str = "") -> str:
        properties = (
            (f'<w:pStyle w:val="{line.style}"/>' if line.style else "")
            + ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if line.style else "")
            + (f'<w:ind w:left="{line.indent * INDENT}"/>' if line.indent else "")
            + (f"<w:rPr><w:{mark} {self._next()}/></w:rPr>" if mark else "")
        )
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def _inserted(self, tokens: list[_Token]) -> str:
        return f"<w:ins {self._next()}>{_runs(tokens)}</w:ins>" if tokens else ""

    def _deleted(self, tokens: list[_Token]) -> str:
        if not tokens:
            return ""
        runs = _runs(tokens).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"<w:del {self._next()}>{runs}</w:del>"

    def _next(self) -> str:
        self._last_id += 1
        return f'w:id="{self._last_id}" {self._attributes}'


def aligned(old: Sequence[str], new: Sequence[Printed]) -> Iterator[tuple[str | None, Printed | None]]:
    """Yield each old line with what became of it, and each new line with what it was, in an order that fits both."""
    keys, new_keys = [_key(text) for text in old], [_key(line.text) for line in new]
    for before, after in paired(old, [line.text for line in new], keys, new_keys):
        yield (None if before is None else old[before]), (None if after is None else new[after])


def _key(text: str) -> str:
    return " ".join(text.split())


def _runs(tokens: Iterable[_Token]) -> str:
    """Return the runs of tokens, those of one kind in one."""
    runs: list[_Token] = []
    for token in tokens:
        if runs and runs[-1].properties == token.properties:
            runs[-1] = _Token(runs[-1].text + token.text, token.properties)
        else:
            runs.append(token)
    return "".join(text_run(run.text, run.properties) for run in runs)
