"""Lays out the room view as rows of text: short lines with wide margins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.renderables.digits import Digits

from mou_tui.draft.block_parser import parse
from mou_tui.frozen import NamedTuple
from mou_tui.reports.room_view import PartyLine, RoomView
from mou_tui.tui.widgets.marked_rows import DIFFERS, mark_differences
from mou_tui.tui.widgets.preview.typeset import BLANK_ROW, Rows, StyledSpan, TextRow, typeset
from mou_tui.tui.widgets.preview.wrapping import wrap

LOOKS = ("label", "notice", "ask", "whose", "in-favor", "against", "unsettled", "large", DIFFERS)
"""Roles of text, in addition to those of the typesetter."""

MEASURE = 60
"""Cells of a line at most; longer ones are hard to follow from the back row."""
LONGEST = 72
"""Cells of a line if the whole view fits the screen only that way."""
NARROWEST = 40
"""Cells that a wording needs next to another."""
NARROWEST_TO_SCROLL = 33
"""The same where they would otherwise have to be scrolled, one below the other."""
BETWEEN = 4
"""Cells between two wordings."""
NAME = 16
"""Cells that a name needs next to its party's stance."""


ROOMY = 56
"""Cells of width from which the margin is wide."""
MARGIN, NARROW_MARGIN = 4, 2


@dataclass(frozen=True)
class Spacing:
    """Sets the space around text."""

    above: int
    """Blank rows above everything."""
    between_parts: int
    between_lines: int
    """Blank rows between two lines of a wording."""
    measure: int = MEASURE


TIGHT = Spacing(above=1, between_parts=1, between_lines=0)
TIGHTEST = replace(TIGHT, measure=LONGEST)
LARGE = Spacing(above=1, between_parts=2, between_lines=1, measure=44)

PINNED_SHARE = 3
"""The part of the height, one in so many rows, that what the parties say takes at most while a wording is scrolled."""


class RoomRows(NamedTuple):
    """Rows of text."""

    rows: Rows
    pinned: Rows = ()
    """Those that stay at the bottom while the others are scrolled."""
    head: Rows = ()
    """Those that stay at the top."""


class _Columns(NamedTuple):
    """Where text is, in cells."""

    measure: int
    """The width of what stands alone."""
    abreast: int
    """How many wordings stand side by side."""
    cells: int
    """The width of each."""
    margin: int


def lay_out(view: RoomView, width: int, height: int) -> RoomRows:
    """Return the rows of the room view, with as much space as fits the height.

    Where nothing fits, the wordings are to be scrolled: below whose they are and what the parties say, if all of them
    stand side by side; otherwise above what the parties say.
    """
    airy = Spacing(above=max(1, height // 12), between_parts=2, between_lines=1)
    layouts = [(spacing, NARROWEST) for spacing in (airy, TIGHT, TIGHTEST)]
    layouts += [(TIGHT, NARROWEST_TO_SCROLL)] if len(view.wordings) > 1 else []
    candidates = (_rows(view, _columns(view, width, *layout), layout[0]) for layout in layouts)
    if rows := next((rows for rows in candidates if len(rows) <= height), ()):
        return RoomRows(rows)
    columns = _columns(view, width, TIGHT, NARROWEST_TO_SCROLL)
    if 1 < len(view.wordings) == columns.abreast:
        head = _rows(replace(view, wordings=tuple(replace(wording, text="") for wording in view.wordings)), columns)
        if len(head) < height // 2:
            texts = _rows(replace(view, number="", label="", notice="", ask="", voices=()), columns, are_named=False)
            return RoomRows(texts, head=head)
    columns = _columns(view, width, TIGHT)
    pinned = _rows(replace(view, number="", label="", notice="", ask="", wordings=()), columns)
    if not view.voices or len(pinned) > height // PINNED_SHARE:
        return RoomRows(_rows(view, columns))
    return RoomRows(_rows(replace(view, voices=()), columns), pinned)


def lay_out_large(view: RoomView, width: int) -> RoomRows:
    """Return the rows for the back of the room: number, name and wording only, bold, a few words a line.

    A terminal has letters of one size, which its own key makes larger (in most, Ctrl and +). So this leaves out what
    is not read from there, and lets few words stand on a page with much space around them.
    """
    few = replace(view, ask="", voices=())
    few = replace(few, number="")
    rows = _rows(few, _columns(few, width, LARGE), LARGE)
    margin = next((row.pieces[0] for row in rows if row.pieces), StyledSpan(""))
    digits = Digits(view.number).render(RichStyle(bold=True))
    lines = "".join(segment.text for segment in digits if isinstance(segment, Segment)).splitlines()
    number = [TextRow((margin, StyledSpan(line, ("label",)))) for line in lines if view.number]
    enlarged = (TextRow(tuple(StyledSpan(text, (*roles, "large")) for text, roles in row.pieces)) for row in rows)
    return RoomRows((*number, *enlarged))


def _columns(view: RoomView, width: int, spacing: Spacing, narrowest: int = NARROWEST) -> _Columns:
    available = max(1, width - 2 * (MARGIN if width >= ROOMY else NARROW_MARGIN))
    measure = min(spacing.measure, available)
    count = max(1, min(max(1, len(view.wordings)), (available + BETWEEN) // (narrowest + BETWEEN)))
    cells = min(measure, (available - BETWEEN * (count - 1)) // count)
    return _Columns(measure, count, cells, (width - count * cells - BETWEEN * (count - 1)) // 2)


def _rows(view: RoomView, columns: _Columns, spacing: Spacing = TIGHT, *, are_named: bool = True) -> Rows:
    """Return the rows of a view; `are_named` says whether each of several wordings has the name of whose it is."""
    measure, count, cells, margin = columns
    texts = mark_differences([typeset(parse(wording.text, wording.not_blanks), cells) for wording in view.wordings])
    spaced = [_with_line_space(rows, spacing) for rows in texts]
    names = list(_names(view, cells)) if are_named else [() for _ in view.wordings]
    if count > 1:
        # So that the same words stand on the same row.
        tallest = max(map(len, names), default=0)
        names = [(*name, *[BLANK_ROW] * (tallest - len(name))) for name in names]
    wordings = [
        (*name, *([BLANK_ROW] if name and text else []), *text) for name, text in zip(names, spaced, strict=True)
    ]
    parts = [
        _text(f"{view.number}  {view.label}".strip(), measure, "label"),
        _text(view.notice, measure, "notice"),
        _with_line_space(_text(view.ask, measure, "ask"), spacing),
        *(tuple(_side_by_side(wordings[at : at + count], cells)) for at in range(0, len(wordings), count)),
        () if wordings and view.voices_on else tuple(_voices(view.voices, measure, view.voices_on)),
    ]
    rows = [BLANK_ROW] * spacing.above
    for part in filter(None, parts):
        rows += [TextRow((StyledSpan(" " * margin), *row.pieces)) for row in part]
        rows += [BLANK_ROW] * spacing.between_parts
    return tuple(rows[: -spacing.between_parts])


def _names(view: RoomView, width: int) -> Iterator[Rows]:
    """Yield the heading of each wording, with what the parties say below that of the one they speak on."""
    for index, wording in enumerate(view.wordings):
        voices = _voices(view.voices, width, view.voices_on) if view.voices_on and index == 0 else ()
        yield (*_text(wording.whose, width, "whose"), *voices)


def _text(text: str, width: int, look: str) -> Rows:
    return tuple(TextRow((StyledSpan(text[start:end], (look,)),)) for start, end in wrap(text, width)) if text else ()


def _with_line_space(rows: Rows, spacing: Spacing) -> Rows:
    spaced: list[TextRow] = []
    for row in rows:
        spaced += [row, *[BLANK_ROW] * (spacing.between_lines if row.pieces else 0)]
    while spaced and not spaced[-1].pieces:
        spaced.pop()
    return tuple(spaced)


def _side_by_side(wordings: Iterable[Rows], cells: int) -> Iterator[TextRow]:
    for line in zip_longest(*wordings, fillvalue=BLANK_ROW):
        padded = ((*row.pieces, StyledSpan(" " * (cells - cell_len(row.text)))) for row in line)
        between = StyledSpan(" " * BETWEEN)
        yield TextRow(
            tuple(span for index, cell in enumerate(padded) for span in ((between, *cell) if index else cell))
        )


def _voices(voices: Sequence[PartyLine], width: int, letter: str = "") -> Iterator[TextRow]:
    """Yield a line for each party: its stance, then its name, on the next row where it is narrow.

    Args:
        voices: what they say.
        width: the cells of a row.
        letter: that of the wording they speak on, said before the first; empty if there is only one wording.
    """
    prefix = f"On {letter}: " if letter else ""
    rows = _voice_rows(voices, max(1, width - len(prefix)))
    if not prefix:
        yield from rows
        return
    for row in rows:
        yield TextRow((StyledSpan(prefix, ("whose",)), *row.pieces))
        prefix = " " * len(prefix)


def _voice_rows(voices: Sequence[PartyLine], width: int) -> Iterator[TextRow]:
    stances = [StyledSpan(f"{voice.glyph} {voice.stance}", (voice.tone,)) for voice in voices]
    column = max((cell_len(span.text) for span in stances), default=0)
    column += 2 if width - column - 2 >= max((cell_len(voice.party) for voice in voices), default=0) else 1
    is_wide = width - column >= NAME
    for voice, span in zip(voices, stances, strict=True):
        indent = StyledSpan(" " * (column if is_wide else 2))
        names = [
            StyledSpan(voice.party[start:end]) for start, end in wrap(voice.party, max(1, width - len(indent.text)))
        ]
        if is_wide:
            yield TextRow((span, StyledSpan(" " * (column - cell_len(span.text))), names.pop(0)))
        else:
            yield TextRow((span,))
        yield from (TextRow((indent, name)) for name in names)
