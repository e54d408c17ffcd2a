"""Tell what came back outside all clauses: the title, headings, signatures, terms from counsel, whatever was added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mou_tui.draft.blocks import Span, plain_text
from mou_tui.draft.structure import ClausePart, Part, SectionHeading, SignaturePart
from mou_tui.exchange.returned.clause_ranges import ClauseRange, numberless
from mou_tui.exchange.returned.model import UnplacedText
from mou_tui.exchange.returned.tracked_body import TrackedParagraph, changes_of
from mou_tui.exchange.returned.tracked_reading import Accepts, by_author, nothing, reading
from mou_tui.exchange.returned.wording_lines import Entry, Grid, entry_of, normal
from mou_tui.language.text import clean, for_display

_OURS = re.compile(
    r"For discussion\. Not approved by any party\.|In force from \w+ \d|Adopted \w+ \d|(?:Draft|Copy) of \w+ \d|"
    r"Draft for discussion$"
)
"""How the lines begin that a draft says of itself, which are others the next day."""
_RULE = re.compile(r":\s*_+$")
"""A line to sign on, which a redline prints and other files draw."""
_LONGEST_QUOTATION = 120


def printed_outside(parts: Iterable[Part]) -> Counter[str]:
    """Return the lines that a draft prints outside its clauses, as lines are compared."""
    lines: Counter[str] = Counter()
    for part in parts:
        if isinstance(part, ClausePart):
            continue
        if isinstance(part, SectionHeading):
            lines[_key(plain_text(part.content))] += 1
        elif isinstance(part, SignaturePart):
            lines[_key(plain_text(part.party))] += 1
            lines.update(_key(f"{label}: {plain_text(content)}") for label, content in part.lines)
        else:
            lines.update(_key(text) for text in _texts([entry_of(part)]))
    return lines


def is_draft_notice(text: str) -> bool:
    """Tell whether a line is what a draft says of itself: its date, and that it is for discussion."""
    return bool(_OURS.match(text.strip()))


def unplaced_of(part: ClauseRange, ours: Counter[str]) -> Iterator[UnplacedText]:
    """Yield what came back in a range outside all clauses; `ours` loses what it prints of the draft."""
    entries = (*filter(None, (part.heading,)), *part.entries)
    heading = heading_of(part)

    def read(accepts: Accepts) -> list[str]:
        return [text for text in _texts(reading(entries, accepts)) if not is_draft_notice(text)]

    as_sent = read(nothing)
    for text in as_sent:
        key = _key(text)
        if ours[key] > 0:
            ours[key] -= 1
        else:
            yield UnplacedText(text, "", heading)
    for author in dict.fromkeys(change.author for change in changes_of(entries)):
        yield from (UnplacedText(text, author, heading) for text in _added(read(by_author(author)), as_sent))


def deletions_of(part: ClauseRange) -> Iterator[str]:
    """Yield a sentence for each line outside all clauses that somebody deleted."""
    entries = (*filter(None, (part.heading,)), *part.entries)
    as_sent = list(_texts(reading(entries, nothing)))
    for author in dict.fromkeys(change.author for change in changes_of(entries)):
        now = list(_texts(reading(entries, by_author(author))))
        if len(now) < len(as_sent):
            for text in _added(as_sent, now):
                quoted = for_display(text, _LONGEST_QUOTATION)
                yield f"{for_display(author, 60)} deleted “{quoted}”, which is in no clause."


def heading_deletions(part: ClauseRange, name: str) -> Iterator[str]:
    """Yield a sentence for each author who deleted the heading of a clause, and not its words."""
    if part.heading and _text_of(part.heading, nothing):
        for author in dict.fromkeys(change.author for change in changes_of([part.heading])):
            if not _text_of(part.heading, by_author(author)):
                yield f"{for_display(author, 60)} deleted the heading of {name}."


def heading_of(part: ClauseRange) -> str:
    """Return the heading that a range is under, as it was sent, or as it was added."""
    if part.heading is None:
        return ""
    return " ".join((_text_of(part.heading, nothing) or clean(part.heading.text).text).split())


def caption_edits(part: ClauseRange, caption: str, number: str) -> Iterator[UnplacedText]:
    """Yield what the heading of a clause was changed to: it is of the checklist, and no wording."""
    if part.heading is None:
        return
    heading = f"{number} {caption}"
    as_sent = _text_of(part.heading, nothing)
    if as_sent and _key(as_sent) != _key(caption):
        yield UnplacedText(as_sent, "", heading)
    for author in dict.fromkeys(change.author for change in changes_of([part.heading])):
        now = _text_of(part.heading, by_author(author))
        if now and _key(now) != _key(as_sent):
            yield UnplacedText(now, author, heading)


def _text_of(paragraph: TrackedParagraph, accepts: Accepts) -> str:
    return " ".join(_texts(reading([paragraph], accepts)))


def _added(now: Sequence[str], before: Sequence[str]) -> Iterator[str]:
    known = Counter(map(_key, before))
    for text in now:
        if known[_key(text)] > 0:
            known[_key(text)] -= 1
        else:
            yield text


def _texts(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of entries, a line for each row of a table."""
    for entry in entries:
        if isinstance(entry, Grid):
            rows = (" ".join(" ".join(_texts(cell)) for cell in row) for row in entry.rows)
            yield from (row.strip() for row in rows if row.strip())
        elif entry.text.strip():
            yield entry.text.strip()


def _key(text: str) -> str:
    return _RULE.sub(":", numberless(normal((Span(text),)).removeprefix("•")))
