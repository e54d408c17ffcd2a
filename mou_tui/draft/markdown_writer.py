r"""Write blocks as clean Markdown that any reader shows as they are.

A list of bullets, or of numbers one after the other, is a list of Markdown's own. Any other outline, for which Markdown
has none (`(a)`, `iv.`, numbers with gaps), is lines that keep their labels, set in by hard spaces. Lines end in a
backslash where the next one belongs to the same paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mou_tui.draft.blocks import (
    Block,
    Heading,
    Inline,
    Item,
    Note,
    Paragraph,
    Quotation,
    Span,
    Table,
    plain_text,
)
from mou_tui.draft.markdown_escape import escapes
from mou_tui.language.lazy_pattern import LazyPattern

_SET_IN = "\xa0" * 4
"""By how much a level of an outline is set in where Markdown has no list for it."""

_INDENT = LazyPattern(r"^[ \t]+", re.MULTILINE)
_BOX = LazyPattern(r"\[ \]|\[[xX]\] |[☐☒] ")

_Outline = Sequence["Item | Paragraph"]


def write(blocks: Iterable[Block]) -> str:
    """Write blocks as Markdown, without a line end after the last."""
    return "\n\n".join(
        chunk for is_outline, group in groupby(blocks, _is_outline) for chunk in _chunks(is_outline, group)
    )


def write_inline(content: Inline, *, starts_line: bool = True, in_list: bool = False) -> str:
    r"""Write the text of a block; its lines are parted by `\` and a line feed."""
    text = plain_text(content)
    emphasized = any(span.strong or span.emphasis for span in content)
    to_escape = escapes(
        text, emphasized=emphasized, starts_line=starts_line, in_list=in_list, marked=_marks_within(content)
    )
    pieces: list[str] = []
    opened: tuple[str, ...] = ()
    at = 0
    for span in content:
        marks = ("**",) * span.strong + ("*",) * span.emphasis + ("~~",) * span.struck
        wanted = (*(mark for mark in opened if mark in marks), *(mark for mark in marks if mark not in opened))
        if wanted != opened:
            pieces += _changed(opened, wanted)
            opened = wanted
        pieces.append(_escaped(span.text, at, to_escape))
        at += len(span.text)
    return "".join([*pieces, *reversed(opened)])


def _escaped(text: str, start: int, to_escape: set[int]) -> str:
    """Return the text of a span that begins at an offset, with a backslash at its line ends and where one is needed."""
    if to_escape.isdisjoint(range(start, start + len(text))):
        return text.replace("\n", "\\\n")
    return "".join(
        f"\\{character}" if start + index in to_escape or character == "\n" else character
        for index, character in enumerate(text)
    )


def _marks_within(content: Inline) -> set[int]:
    """Return the offsets of marks that need a backslash because of the emphasis around them."""
    offsets: set[int] = set()
    has_struck = any(span.struck for span in content)
    at = 0
    for span in content:
        # Within emphasis pandoc gives up over underscores that it would leave alone elsewhere.
        marks = ("_" if span.strong or span.emphasis or span.struck else "") + ("~" if has_struck else "")
        if marks:
            offsets.update(at + match.start() for match in re.finditer(f"[{marks}]", span.text))
        at += len(span.text)
    return offsets


def _without_box(content: Inline) -> Inline:
    """Return the text of an item so that no reader takes what it begins with for a box to tick."""
    item_text = plain_text(content)
    if not _BOX.match(item_text):
        return content
    space = item_text.index(" ")
    spans, at = [], 0
    for span in content:
        inside = space - at
        at += len(span.text)
        text = f"{span.text[:inside]}\xa0{span.text[inside + 1 :]}" if 0 <= inside < len(span.text) else span.text
        spans.append(replace(span, text=text))
    return tuple(spans)


def _changed(opened: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[str]:
    """Yield the marks that end the current emphasis, and those that begin the next."""
    shared = 0
    while shared < min(len(opened), len(wanted)) and opened[shared] == wanted[shared]:
        shared += 1
    yield from reversed(opened[shared:])
    yield from wanted[shared:]


def _is_outline(block: Block) -> bool:
    return isinstance(block, Item) or (isinstance(block, Paragraph) and block.level > 0)


def _chunks(is_outline: bool, blocks: Iterable[Block]) -> Iterator[str]:
    if is_outline:
        outline = [block for block in blocks if isinstance(block, (Item, Paragraph))]
        yield from _outline(outline, min(block.level for block in outline))
        return
    for block in blocks:
        if isinstance(block, Heading):
            yield _heading(block)
        elif isinstance(block, Table):
            yield _table(block)
        elif isinstance(block, Note):
            yield _note(block)
        elif isinstance(block, Quotation):
            yield _quotation(block)
        elif isinstance(block, Paragraph):
            yield write_inline(block.content)


def _heading(heading: Heading) -> str:
    # Marks at its end would be taken for its frame.
    text = re.sub(r"(?<!\S)(?=#+\s*$)", r"\\", write_inline(heading.content, starts_line=False))
    return f"{'#' * heading.rank} {text}"


def _note(note: Note) -> str:
    return write_inline((Span(f"{note.mark} "), *note.content))


def _quotation(quotation: Quotation) -> str:
    # Behind the mark of a quotation a tab is narrower than at the left, and an indented line could become a heading.
    text = _INDENT.sub(lambda indent: indent[0].expandtabs(4), write(quotation.blocks))
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _table(table: Table) -> str:
    head, *rows = ([_cell(cell) for cell in row] for row in table.rows)
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n".join((lines[0], f"|{'---|' * len(head)}", *lines[1:]))


def _cell(content: Inline) -> str:
    # To a reader without tables all rows are one paragraph, in which marks of two cells would make code.
    text = re.sub(r"(?<!\\)`", r"\\`", write_inline(content, starts_line=False))
    return text.replace("|", "\\|")


def _outline(blocks: _Outline, level: int, in_list: bool = False) -> Iterator[str]:
    """Yield an outline whose outermost items are of a level, in pieces parted by empty lines."""
    for is_list, group in _groups(blocks, level):
        yield _list(group, level) if is_list else _lines(group, level, in_list)


def _groups(blocks: _Outline, level: int) -> Iterator[tuple[bool, _Outline]]:
    """Yield the stretches of an outline that Markdown has a list for, and those that it has none for."""
    entries: list[list[Item | Paragraph]] = []
    for block in blocks:
        if entries and block.level > level:
            entries[-1].append(block)
        else:
            entries.append([block])
    for kind, same in groupby(entries, lambda entry: _list_kind(entry[0])):
        alike = list(same)
        yield bool(kind) and _counts_up([entry[0] for entry in alike]), [block for entry in alike for block in entry]


def _list_kind(block: Item | Paragraph) -> str:
    """Return the mark of the Markdown list that an item may be in; empty if there is none."""
    if not isinstance(block, Item) or block.kind == "other" or not plain_text(block.content).strip():
        return ""
    return "-" if block.kind == "bullet" else block.label[-1]


def _counts_up(blocks: _Outline) -> bool:
    items = [block for block in blocks if isinstance(block, Item)]
    is_numbered = bool(items) and items[0].kind == "number"
    starts = [item.number - index for index, item in enumerate(items)]
    return not is_numbered or (
        len(set(starts)) == 1 and all(item.label == f"{item.number}{item.label[-1]}" for item in items)
    )


def _list(blocks: _Outline, level: int) -> str:
    """Return a list of Markdown's own."""
    items: list[str] = []
    is_loose = any(isinstance(block, Item) and block.level == level and block.spaced for block in blocks[1:])
    at = 0
    while at < len(blocks):
        item = blocks[at]
        end = next((index for index in range(at + 1, len(blocks)) if blocks[index].level <= level), len(blocks))
        marker = "- " if _list_kind(item) == "-" else f"{getattr(item, 'label', '')} "
        text = marker + write_inline(_without_box(item.content), in_list=True)
        below = blocks[at + 1 : end]
        inner = "\n\n".join(_outline(below, min(block.level for block in below), in_list=True)) if below else ""
        if inner:
            text += ("\n" if _may_follow_at_once(below, inner) else "\n\n") + inner
        is_loose = is_loose or "\n\n" in text
        items.append(text.replace("\n", "\n" + " " * len(marker)))
        at = end
    lines = ("\n\n" if is_loose else "\n").join(items)
    return "\n".join(line.rstrip(" ") for line in lines.split("\n"))


def _may_follow_at_once(below: _Outline, inner: str) -> bool:
    """Tell whether no empty line is needed before what is under an item."""
    return isinstance(below[0], Item) and inner.startswith(("- ", "1. ", "1) ")) and "\n\n" not in inner


def _lines(blocks: _Outline, level: int, in_list: bool) -> str:
    """Return lines that keep their labels, in paragraphs parted where an empty line was typed."""
    paragraphs: list[list[Span]] = []
    for block in blocks:
        set_in = _SET_IN * (block.level - level)
        label = _written_label(block) if isinstance(block, Item) else ""
        if paragraphs and isinstance(block, Item) and not block.spaced:
            paragraphs[-1].append(Span("\n"))
        else:
            paragraphs.append([])
        paragraphs[-1] += [Span(f"{set_in}{label}"), *_hanging(block.content, set_in + "\xa0" * len(label))]
    return "\n\n".join(write_inline(tuple(spans), in_list=in_list).rstrip(" ") for spans in paragraphs)


def _written_label(item: Item) -> str:
    return "• " if item.kind == "bullet" else f"{item.label} "


def _hanging(content: Inline, set_in: str) -> Inline:
    """Return the text of an item, its further lines indented as far as its first."""
    return tuple(replace(span, text=span.text.replace("\n", f"\n{set_in}")) for span in content)
