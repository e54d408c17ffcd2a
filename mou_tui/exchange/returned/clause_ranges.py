"""Divide a file that came back into clauses and what is outside them.

A clause runs from its bookmark to the next bookmark or heading, so that a paragraph added at its end is its own. Of a
bookmark that is there twice, the first counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mou_tui.draft.blocks import Span
from mou_tui.exchange.returned.tracked_body import Entry, TrackedParagraph, paragraphs_of
from mou_tui.exchange.returned.wording_lines import normal
from mou_tui.frozen import NamedTuple

_NEAR = 2


class ClauseMark(NamedTuple):
    """Say how a clause is found in a file."""

    bookmark: str
    caption: str


@dataclass(frozen=True)
class ClauseRange:
    """Hold what is under one heading."""

    clause: str
    """Id of the clause; empty for what is outside all clauses."""
    heading: TrackedParagraph | None
    """None before the first heading."""
    entries: tuple[Entry, ...] = ()
    candidates: tuple[str, ...] = ()
    """Ids of the clauses it may be, where that is doubtful, the likeliest first."""


def divided(
    entries: Sequence[Entry], clauses: Mapping[str, ClauseMark], titles: Collection[str], title: str
) -> list[ClauseRange]:
    """Return the ranges of a file, in its order.

    Args:
        entries: its body.
        clauses: how each clause is marked, by its id.
        titles: the headings of the draft that are of no clause, which programs may have made plain paragraphs.
        title: that of the draft, which begins no range.
    """
    starts = _starts(entries, clauses)
    plain_titles = {plain(title) for title in titles}
    ranges: list[tuple[str, TrackedParagraph | None, list[Entry]]] = [("", None, [])]
    for index, entry in enumerate(entries):
        if not isinstance(entry, TrackedParagraph):
            ranges[-1][2].append(entry)
        elif index in starts:
            ranges.append((starts[index], entry, []))
        elif _is_heading(entry, plain_titles) and plain(entry.text_sent) != plain(title):
            ranges.append(("", entry, []))
        else:
            ranges[-1][2].append(entry)
    return [ClauseRange(clause, heading, tuple(held)) for clause, heading, held in ranges]


def _is_heading(paragraph: TrackedParagraph, titles: Collection[str]) -> bool:
    return bool(paragraph.text.strip()) and (paragraph.heading > 0 or plain(paragraph.text_sent) in titles)


def _starts(entries: Sequence[Entry], clauses: Mapping[str, ClauseMark]) -> dict[int, str]:
    """Return at which paragraph which clause begins."""
    names = {mark.bookmark: clause for clause, mark in clauses.items()}
    marked: dict[str, int] = {}
    by_text: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        if isinstance(entry, TrackedParagraph):
            by_text.setdefault(plain(entry.text_sent), []).append(index)
            named = [names[name] for name in entry.bookmarks if name in names and names[name] not in marked]
            if clause := _its_own(named, entry, clauses):
                marked[clause] = index
    starts: dict[int, str] = {}
    for clause, mark in clauses.items():
        marked_at = marked.get(clause)
        captions = [at for at in by_text.get(plain(mark.caption), ()) if at not in starts]
        if marked_at is None:
            start = next(iter(captions), None)
        else:
            # What a deleted heading was marked by is behind it, where the text goes on.
            before = next((at for at in captions if 0 < marked_at - at <= _NEAR), marked_at)
            start = marked_at if marked_at in captions else before
        if start is not None:
            starts.setdefault(start, clause)
    return starts


def _its_own(named: list[str], paragraph: TrackedParagraph, clauses: Mapping[str, ClauseMark]) -> str:
    """Return the clause that a paragraph begins; bookmarks of deleted clauses may have slipped into it."""
    if len(named) < 2:
        return named[0] if named else ""
    text = plain(paragraph.text_sent)
    return next((clause for clause in named if plain(clauses[clause].caption) == text), named[-1])


@lru_cache(maxsize=2_048)
def plain(text: str) -> str:
    """Return the text of a heading as headings are compared."""
    return numberless(normal((Span(text),))).casefold()


def numberless(text: str) -> str:
    """Return the text of a heading without the number that was typed before it."""
    number, _, rest = text.strip().partition(" ")
    return rest.strip() if number.strip(".").replace(".", "").isdigit() else text.strip()


def commented(ranges: Iterable[ClauseRange]) -> Iterator[tuple[ClauseRange, TrackedParagraph]]:
    """Yield every paragraph with the range it is in, headings included."""
    for part in ranges:
        if part.heading:
            yield part, part.heading
        for paragraph in paragraphs_of(part.entries):
            yield part, paragraph
