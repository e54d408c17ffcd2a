r"""Write what a file says as Markdown of the kind that a session keeps: as a person would have typed it.

A mark gets a backslash only where it would be taken for one of emphasis.
"""

from __future__ import annotations

import re
from itertools import groupby

from mou_tui.draft.blocks import Inline
from mou_tui.draft.inline_parser import parse_inline
from mou_tui.draft.line_patterns import split_label
from mou_tui.exchange.returned.wording_lines import Entry, Grid, cell_content, normal

INDENT = "   "
"""By how much a level is set in."""
_GAP = re.compile("\xa0+ ")
"""Wide space, which was made so when it was printed."""
_MARK = re.compile(r"[*\\]")


def written_lines(entry: Entry, indent: str | None = None, *, is_escaped: bool = False) -> list[str]:
    """Return an entry as lines of Markdown.

    Args:
        entry: a paragraph, item or table.
        indent: what its first line begins with; None for what its level asks for.
        is_escaped: whether no star is left that other lines could make a mark of: each in the text gets a backslash,
            and one that begins an item is a hyphen.
    """
    if isinstance(entry, Grid):
        return _table(entry)
    indent = INDENT * entry.level if indent is None else indent
    label = f"{'-' if is_escaped and entry.label == '*' else written_label(entry.label)} " if entry.label else ""
    markup = _marked(entry.content, is_escaped=True) if is_escaped else inline_markup(entry.content)
    first, *further_lines = markup.split("\n")
    hanging = indent + " " * len(label)
    return [f"{indent}{label}{first}".rstrip(), *(hanging + _unlabeled(line) for line in further_lines)]


def written_label(label: str) -> str:
    """Return the label of an item as one types it."""
    return "-" if label == "•" else label


def inline_markup(content: Inline) -> str:
    """Return the text of a line as Markdown."""
    wanted = normal(content)
    plain = _marked(content, is_escaped=False)
    if normal(parse_inline(plain)) == wanted:
        return plain
    return _marked(content, is_escaped=True)


def _marked(content: Inline, *, is_escaped: bool) -> str:
    pieces: list[str] = []
    for (strong, emphasis), group in groupby(content, lambda span: (span.strong, span.emphasis)):
        text = "".join(span.text for span in group)
        words = text.strip()
        marks = "*" * (2 * strong + emphasis) if words else ""
        start = text.index(words) if words else 0
        escaped = _MARK.sub(r"\\\g<0>", words) if is_escaped else words
        pieces += [text[:start], marks, escaped, marks, text[start + len(words) :]]
    return _GAP.sub(" ", re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(pieces))).strip()


def _unlabeled(line: str) -> str:
    """Return a further line of an item or paragraph so that it does not begin another."""
    label, _ = split_label(line)
    return f"{label[:-1]}\\{line[len(label) - 1 :]}" if label and not label[-1].isalnum() else line


def _table(table: Grid) -> list[str]:
    rows = [[table_cell(cell_content(cell)) for cell in row] for row in table.rows]
    columns = max(map(len, rows))
    head, *body_rows = (f"| {' | '.join([*row, *[''] * (columns - len(row))])} |" for row in rows)
    return [head, f"|{'---|' * columns}", *body_rows]


def table_cell(content: Inline) -> str:
    """Return the text of a cell as Markdown."""
    return inline_markup(content).replace("\n", " ").replace("|", "\\|")
