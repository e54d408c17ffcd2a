"""Write the changes from one text to another as Markdown, with `<del>` and `<ins>` as web pages have them.

Strike-through of Markdown's own is not read next to a comma, and nothing in it is for what is new; these two tags are
shown by every common reader, and say what they mean where the file is read as plain text. Numbers and labels are text,
so that none is counted anew, and there is no emphasis, so that a change within it cannot break its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mou_tui.draft.blocks import plain_text
from mou_tui.draft.markdown_escape import escapes
from mou_tui.exchange.writers.line_changes import ChangedLine, Kind

_TAGS: dict[Kind, tuple[str, str]] = {"kept": ("", ""), "deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>")}
_RANKS = {f"Heading{number}": "#" * (number + 1) for number in range(1, 5)}
_OBEYED_ANYWHERE = re.compile(r"[\\`*_~<]")
"""What a tag next to it could make a mark of."""
_SET_IN = "\xa0" * 4


def markdown_redline(title: str, explanation: str, lines: Iterable[ChangedLine]) -> bytes:
    """Return a redline as Markdown, in UTF-8: its title, what the marks mean, a rule, and the lines."""
    head = (f"# {_escaped(title)}", f"*{_escaped(explanation)}*", "---")
    return ("\n\n".join((*head, *filter(None, map(_line, lines)))) + "\n").encode()


def _escaped(text: str) -> str:
    return _OBEYED_ANYWHERE.sub(r"\\\g<0>", text)


def _line(changed: ChangedLine) -> str:
    text = "".join(plain_text(stretch.content) for stretch in changed.stretches)
    if not text.strip():
        return ""
    rank = _RANKS.get(changed.line.style, "")
    marked = {match.start() for match in _OBEYED_ANYWHERE.finditer(text)}
    offsets = escapes(text, emphasized=False, starts_line=not rank, marked=marked)
    pieces, at = [f"{rank} " if rank else _SET_IN * changed.line.indent], 0
    for stretch in changed.stretches:
        begin, end = _TAGS[stretch.kind]
        pieces.append(begin)
        for character in plain_text(stretch.content):
            pieces.append(_character(character, at in offsets, is_heading=bool(rank)))
            at += 1
        pieces.append(end)
    return "".join(pieces)


def _character(character: str, is_escaped: bool, *, is_heading: bool) -> str:
    if character == "\n":
        return " " if is_heading else "\\\n"
    return f"\\{character}" if is_escaped else " " if character == "\t" else character
