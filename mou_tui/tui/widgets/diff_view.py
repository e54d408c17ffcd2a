"""Two wordings with their differences marked: side by side, or one above the other where it is narrow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

MOST_WORDS = 4000
"""Words of both texts up to which differences are marked."""
PIECE = 4000
"""Characters from which on a wording is shown in pieces, the first at once and the others behind it."""
NOTHING = "There was nothing here."


class DiffView(VerticalScroll):
    """Shows an earlier wording and a later one."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[tuple[str, str], ...] = ()

    def compose(self) -> ComposeResult:
        """Compose both wordings, each under its heading."""
        with Container(id="both"):
            for side in ("before", "after"):
                with Container(classes="side"):
                    yield Static(id=f"{side}-heading", classes="side-heading")
                    yield Static(id=f"{side}-wording")

    def show(self, earlier: tuple[str, str], later: tuple[str, str]) -> None:
        """Show two wordings, pairs of a heading and a wording; those that are shown already stay as they are."""
        if self._shown == (earlier, later):
            return
        self._shown = (earlier, later)
        self.workers.cancel_node(self)
        self.query(".more").remove()
        before, after = map(split_into_pieces, diff_spans(earlier[1], later[1]))
        self._show_first("before", earlier[0], before[0])
        self._show_first("after", later[0], after[0])
        self.scroll_home(animate=False)
        if len(before) > 1 or len(after) > 1:
            self._show_others(before[1:], after[1:])

    def _show_first(self, side: str, heading: str, piece: Content) -> None:
        self.query_one(f"#{side}-heading", Static).update(Content(heading))
        self.query_one(f"#{side}-wording", Static).update(piece)

    @work
    async def _show_others(self, before: Sequence[Content], after: Sequence[Content]) -> None:
        """Add the other pieces of both wordings, and let keys through after each."""
        sides = list(self.query(".side"))
        for pieces in zip_longest(before, after):
            for side, piece in zip(sides, pieces, strict=True):
                if piece is not None:
                    await side.mount(_more(piece))


def _more(piece: Content) -> Static:
    return Static(piece, classes="more")


def diff_spans(before: str, after: str) -> tuple[Content, Content]:
    """Return both wordings: struck through what only the earlier has, underlined what only the later has."""
    earlier, later = words_of(before), words_of(after)
    if not earlier or not later or len(earlier) + len(later) > MOST_WORDS:
        return Content(before) or _nothing(), Content(after) or _nothing()
    blocks = SequenceMatcher(None, earlier, later).get_opcodes()
    return (
        Content("").join(
            _parts(earlier, [(start, end, kind == "equal") for kind, start, end, _, _ in blocks], "strike")
        ),
        Content("").join(
            _parts(later, [(start, end, kind == "equal") for kind, _, _, start, end in blocks], "bold underline")
        ),
    )


def split_into_pieces(wording: Content) -> list[Content]:
    """Split a wording at ends of lines; its pieces, one below the other, read as the whole does."""
    pieces, start = [], 0
    while (end := wording.plain.find("\n", start + PIECE)) >= 0:
        pieces.append(wording[start:end])
        start = end + 1
    return [*pieces, wording[start:]]


def words_of(text: str) -> list[str]:
    """Return the words of a text, each with the space after it."""
    return re.findall(r"\s*\S+\s*", text)


def _parts(words: list[str], blocks: list[tuple[int, int, bool]], style: str) -> Iterator[Content]:
    for start, end, is_same in blocks:
        part = Content("".join(words[start:end]))
        yield part if is_same else part.stylize(style)


def _nothing() -> Content:
    return Content(NOTHING).stylize("dim italic")
