"""Divide a file that came back into clauses and what is outside them.

A clause runs from its bookmark to the next bookmark or heading, so that a paragraph added at its end is its own. Of a
bookmark that is there twice, the first counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mou_tui.exchange.returned.tracked_body import Entry, TrackedParagraph


@dataclass(frozen=True)
class ClauseRange:
    """Hold what stands under one heading."""

    clause: str
    """Id of the clause; empty for what is outside all clauses."""
    heading: TrackedParagraph | None
    """None before the first heading."""
    entries: tuple[Entry, ...] = ()
    candidates: tuple[str, ...] = ()
    """Ids of the clauses it may be, where that is doubtful, the likeliest first."""


def divided(entries: Iterable[Entry], bookmarks: Mapping[str, str], captions: Mapping[str, str]) -> list[ClauseRange]:
    """Return the ranges of a file, in its order.

    Args:
        entries: its body.
        bookmarks: the name of the bookmark of each clause, and its id.
        captions: the id of each clause, and its caption.
    """
    ranges = [ClauseRange("", None)]
    known: set[str] = set()
    for entry in entries:
        clause = ""
        if isinstance(entry, TrackedParagraph):
            named = [bookmarks[name] for name in entry.bookmarks if name in bookmarks]
            clause = _its_own([clause for clause in named if clause not in known], entry, captions)
        if clause:
            known.add(clause)
            ranges.append(ClauseRange(clause, entry if isinstance(entry, TrackedParagraph) else None))
        elif isinstance(entry, TrackedParagraph) and entry.heading and entry.text.strip():
            ranges.append(ClauseRange("", entry))
        else:
            ranges[-1] = replace(ranges[-1], entries=(*ranges[-1].entries, entry))
    return ranges


def _its_own(named: list[str], paragraph: TrackedParagraph, captions: Mapping[str, str]) -> str:
    """Return the clause that a paragraph begins; bookmarks of deleted clauses may have slipped into it."""
    if len(named) < 2:
        return named[0] if named else ""
    return next((clause for clause in named if captions[clause] in paragraph.text), named[-1])


def numberless(text: str) -> str:
    """Return the text of a heading without the number that was typed before it."""
    number, _, rest = text.strip().partition(" ")
    return rest.strip() if number.strip(".").replace(".", "").isdigit() else text.strip()


def commented(ranges: Iterable[ClauseRange]) -> Iterator[tuple[ClauseRange, TrackedParagraph]]:
    """Yield every paragraph with the range it is in, headings included."""
    from mou_tui.exchange.returned.tracked_body import paragraphs_of

    for part in ranges:
        if part.heading:
            yield part, part.heading
        for paragraph in paragraphs_of(part.entries):
            yield part, paragraph
