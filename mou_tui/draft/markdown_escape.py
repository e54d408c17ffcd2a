r"""Decide which characters of a text need a backslash, so that Markdown readers show them as they are.

Escaped is what a reader would obey: CommonMark with tables and strike-through as GitHub reads it, and pandoc with all
of its extensions. A mark that none of them would obey there is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from mou_tui.language.lazy_pattern import LazyPattern

_LINE_START = (
    r"(?P<heading>\#{1,6}(?=\s|$))",
    r"(?P<quote>>)",
    r"(?P<pipe>\|)",
    r"(?P<bullet>[-+*](?=\s|$))",
    r"(?P<definition>[:~](?=\s|::)|\[(?=\^))",
    r"(?P<rule>[-=_*+:|~.][-=_*+:|~.\s]*$)",
    r"\d{1,9}(?P<number>[.)])(?=\s|$)",
)
_SIGNS = (*"#>|-+*:~=_.", "[^")
_STARTS = LazyPattern("|".join(_LINE_START))
# Only where a paragraph begins; pandoc takes letters and Roman numbers for labels of lists, `Table:` for a caption.
_PARAGRAPH_START = LazyPattern(
    r"[Tt]able(?P<caption>:)|(?P<bracket>\()(?:@[\w-]*|\w{1,9})\)(?=\s|$)|(?:[A-Za-z]|[ivxlcdmIVXLCDM]+|\#|@)(?P<mark>[.)])(?=\s|$)"
)
_ADDRESS = LazyPattern(r"(?<![^\W_])(?P<scheme>https?|ftp|www)(?=://|\.)[^\s<]*")
_OBEYED = re.compile(
    r"\\"  # an escape, or TeX
    r"|\](?=[({])"  # a link, or attributes
    r"|<(?=[A-Za-z/!?])"  # a tag or an address
    r"|&(?=\#?\w{1,31};)"  # an entity
    r"|\^(?=\[)"  # a note
    r"|(?<=-)@(?=\w)"  # a source without its author
)
_IN_PAIRS = (
    ("`", LazyPattern(r"`[^`]*`", re.DOTALL)),
    ("~", LazyPattern(r"~[^~]*~", re.DOTALL)),
    ("^", LazyPattern(r"\^[^\^]*\^", re.DOTALL)),
    ("$", LazyPattern(r"\$\$|\$(?=\S)[^$]*(?<=\S)\$(?!\d)", re.DOTALL)),
)
_RUN = {"_": re.compile("_+"), "*": re.compile(r"\*+")}


def escapes(
    text: str, *, emphasized: bool, starts_line: bool, in_list: bool = False, marked: Collection[int] = ()
) -> set[int]:
    """Return the offsets of the characters that need a backslash.

    Args:
        text: a paragraph as it is read, its lines parted by line feeds.
        emphasized: whether stars are written into it that mean emphasis.
        starts_line: whether its first line begins a line of the document.
        in_list: whether it is in a list, where pandoc takes any line for the beginning of another.
        marked: offsets of characters that need one for another reason.
    """
    offsets = set(marked)
    offsets.update(match.start() for match in _OBEYED.finditer(text))
    offsets.update(_at_line_starts(text, starts_line, in_list))
    for mark, pair in _IN_PAIRS:
        if mark in text and pair.search(text):
            offsets.update(_all_of(mark, text))
    if "_" in text:
        offsets.update(_runs(text, "_"))
    if "*" in text:
        offsets.update(_runs(text, "*", are_some_obeyed=emphasized))
    # GitHub would show backslashes within an address or behind it; then it must not be taken for one.
    for match in _ADDRESS.finditer(text) if any(scheme in text for scheme in ("http", "ftp", "www")) else ():
        is_before_break = text[match.end() : match.end() + 1] == "\n"
        if is_before_break or not offsets.isdisjoint(range(match.start(), match.end() + 1)):
            offsets.add(match.end("scheme"))
    return offsets


def _at_line_starts(text: str, starts_line: bool, in_list: bool) -> Iterator[int]:
    start = 0
    for line in text.split("\n"):
        if start or starts_line:
            if _may_be_mark(line) and (match := _STARTS.match(line)):
                at = start + (match.start("number") if match["number"] else 0)
                # Of a run of marks all are escaped; what is left could be taken for emphasis.
                run = _RUN[text[at]].match(text, at) if text[at] in _RUN else None
                yield from range(at, run.end() if run else at + 1)
            elif line.startswith("[") and "]:" in text[start:]:
                # The name of what is defined may run over line ends.
                yield start
            elif (in_list or not start) and _may_be_label(line) and (match := _PARAGRAPH_START.match(line)):
                yield start + match.start(match.lastgroup or 0)
        start += len(line) + 1


def _may_be_mark(line: str) -> bool:
    """Tell whether a line begins with a sign that _STARTS matches; it is compiled for few texts."""
    return line.startswith(_SIGNS) or line[:1].isdecimal()


def _may_be_label(line: str) -> bool:
    """Tell whether the first word of a line ends as a label does, or is the name of a caption."""
    first_word = "".join(line.split(maxsplit=1)[:1])
    return first_word.endswith((".", ")")) or first_word.startswith(("Table:", "table:"))


def _all_of(mark: str, text: str) -> Iterable[int]:
    return (index for index, character in enumerate(text) if character == mark)


def _runs(text: str, mark: str, are_some_obeyed: bool = False) -> Iterator[int]:
    """Yield the marks in runs that a reader could take for the beginning or the end of emphasis."""
    runs = [_Run(text, *match.span()) for match in _RUN[mark].finditer(text)]
    last_end = max((run.start for run in runs if run.may_end), default=-1)
    last_end_for_pandoc = max((run.start for run in runs if run.may_end_for_pandoc), default=-1)
    for run in runs:
        begins = run.may_begin and run.start < last_end
        begins_for_pandoc = run.may_begin_for_pandoc and run.start < last_end_for_pandoc
        if begins or begins_for_pandoc or (are_some_obeyed and run.may_matter):
            yield from range(run.start, run.end)


class _Run:
    """Classify stars or underscores in a row by what readers take them for.

    A line end is followed by its backslash.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        self.end = end
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        is_line = text[start] == "_"
        is_before_words = after == "\n" or (bool(after) and not after.isspace())
        is_behind_words = bool(before) and not before.isspace()
        self.may_begin = is_before_words and not (is_line and before.isalnum())
        self.may_end = is_behind_words and not (is_line and after.isalnum())
        # Pandoc takes no more than three for a beginning, the first in a word for nothing, and any of them for an end.
        width = end - start
        is_in_word = is_line and before.isalnum()
        is_before_hard_space = is_before_words or after in ("\xa0", "\u202f")
        self.may_begin_for_pandoc = is_before_hard_space and (2 <= width <= 4 if is_in_word else width <= 3)
        self.may_matter = start > 0 or is_before_hard_space
        self.may_end_for_pandoc = start > 0 and (width > 1 or not (is_line and after.isalnum()))
