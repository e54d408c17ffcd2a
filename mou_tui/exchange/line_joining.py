"""Join lines as a page, a terminal or an e-mail shows them into paragraphs.

Lines come hard-wrapped, one a paragraph, double-spaced, broken by running heads, or as one long line without any
break; what they are follows from the lines themselves. Every word comes out once, in its order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mou_tui.exchange.document import Kind, Paragraph
from mou_tui.exchange.headings import BULLET, label_of, looks_like_heading
from mou_tui.exchange.unbroken_text import split_flattened

_WIDEST_WRAPPED = 125
_FEWEST_LINES = 8
_SHORT = 0.72
"""A line of less than this share of the width ends its paragraph, where it also ends a sentence."""
_FEWEST_REPEATS = 3
_EDGE = 3
"""How many lines from the top and from the bottom of a page a running head may be."""

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—\[(]?\s*(?:\d{1,3}|[ivx]{1,5})\s*[-–—\])]?(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE
)
_NAMED_PAGE = re.compile(r"\bpage\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\b", re.IGNORECASE)
_RULE = re.compile(r"[-=_*~.\s]{3,}")
_OPENING_WORDS = re.compile(r"(?:WHEREAS|NOW,?\s+THEREFORE|IN WITNESS|WITNESSETH|By:|Name:|Title:|Date:|ATTEST)\b")
_ENDS_SENTENCE = re.compile(r"[.;:?!][”\"')\]]*\s*(?:and|or)?$")


@dataclass(frozen=True)
class Line:
    """Hold one line, with what its format knows of it."""

    text: str
    page: int = 0
    is_bold: bool = False
    has_gap: bool = False
    """Whether there is space above it."""
    level: int = 0
    """Depth of the heading it is, where the format says so; 0 for none."""
    kind: Kind | None = None
    """What it is, where the format says so."""


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs that lines make up, in order, without their headings."""
    body = _furniture_marked([line for line in lines if line.text.strip()])
    width = _width(body)
    blocks: list[list[Line]] = []
    waiting: list[Line] = []
    for line in body:
        if line.kind == "furniture":
            waiting.append(line)
        elif blocks and _continues(blocks[-1], line, width, crosses_page=bool(waiting)):
            blocks[-1].append(line)
        else:
            blocks += [[marked] for marked in waiting] + [[line]]
            waiting = []
    blocks += [[marked] for marked in waiting]
    return list(_joined_headings(paragraph for block in blocks for paragraph in _paragraphs(block, width)))


def _furniture_marked(lines: Sequence[Line]) -> list[Line]:
    """Mark running heads and page numbers: what is at the edge of three pages or more, figures apart."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    edges = [index for numbers in pages.values() for index in {*numbers[:_EDGE], *numbers[-_EDGE:]}]
    counts = Counter(_pattern(lines[index].text) for index in edges) if len(pages) >= _FEWEST_REPEATS else Counter()
    at_edge = set(edges)

    def is_furniture(index: int, line: Line) -> bool:
        if line.kind or len(line.text) > 120:
            return False
        text = line.text.strip()
        if (
            index in at_edge
            and counts[_pattern(text)] >= _FEWEST_REPEATS
            and not re.match(r"(?:by|name|title|date)\b", text, re.I)
        ):
            return True
        if index in at_edge and len(pages) > 1 and _PAGE_NUMBER.fullmatch(text):
            return True
        return bool(_NAMED_PAGE.fullmatch(text) or re.fullmatch(r"-\s*\d{1,3}\s*-", text))

    return [replace(line, kind="furniture") if is_furniture(index, line) else line for index, line in enumerate(lines)]


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _width(lines: Sequence[Line]) -> int:
    """Return about how many characters a full line has; 0 where every line is a paragraph of its own."""
    texts = [line.text.strip() for line in lines if line.kind is None]
    lengths = sorted(map(len, texts))
    if not lengths or lengths[-1] > 2 * _WIDEST_WRAPPED:
        return 0
    full = lengths[int(len(lengths) * 0.9)] if len(lengths) >= _FEWEST_LINES else lengths[-1]
    broken = sum(
        len(text) > full / 2 and below[:1].islower() and not _ENDS_SENTENCE.search(text)
        for text, below in pairwise(texts)
    )
    # Where lines are broken to a width, some sentence continues in lower case on the next.
    is_wrapped = broken >= max(1, len(texts) // 20)
    if full > _WIDEST_WRAPPED:
        return full if is_wrapped else 0
    return full if is_wrapped or len(texts) < _FEWEST_LINES else 0


def _continues(block: list[Line], line: Line, width: int, *, crosses_page: bool) -> bool:
    """Return whether a line goes on with the paragraph before it."""
    before = block[-1]
    text, last = line.text.strip(), before.text.strip()
    if line.kind or line.level or before.kind or before.level or not width:
        return False
    if _begins_paragraph(text) or _RULE.fullmatch(text) or _RULE.fullmatch(last):
        return False
    begins_low = text[:1].islower() or text[:1] in ",;"
    ends = bool(_ENDS_SENTENCE.search(last))
    if begins_low and not ends and not looks_like_heading(last, is_bold=before.is_bold):
        return True
    if line.is_bold != before.is_bold and (_is_all_bold(block) or (line.is_bold and ends)):
        return False
    if (line.has_gap or crosses_page) and (ends or not crosses_page or len(last) < width * _SHORT):
        return False
    if looks_like_heading(
        " ".join(part.text.strip() for part in block), is_bold=_is_all_bold(block), is_alone=len(last) < width * 0.6
    ):
        return False
    if len(last) < width * _SHORT:
        # A short last line ends a paragraph; a short line in a list or an address is a paragraph of its own.
        return False
    return not (looks_like_heading(text, is_bold=line.is_bold) and ends)


def _is_all_bold(block: Sequence[Line]) -> bool:
    return all(line.is_bold for line in block)


def _begins_paragraph(text: str) -> bool:
    return bool(label_of(text) or BULLET.match(text) or _OPENING_WORDS.match(text))


def _paragraphs(block: Sequence[Line], width: int) -> Iterator[Paragraph]:
    first = block[0]
    text = _joined(block)
    label = label_of(text)
    if first.kind:
        yield Paragraph(text, first.kind, first.level, label, page=first.page)
        return
    is_alone = len(block) == 1 and (not width or first.has_gap or len(text) < width * 0.6)
    if first.level or looks_like_heading(text, is_bold=_is_all_bold(block), is_alone=is_alone):
        yield Paragraph(text, "heading", first.level, label, page=first.page)
    elif BULLET.match(text):
        yield Paragraph(text, "item", 1, page=first.page)
    elif not width:
        for piece in split_flattened(text):
            piece_label = label_of(piece)
            kind: Kind = "heading" if piece != text and looks_like_heading(piece) else "paragraph"
            yield Paragraph(piece, kind, 0, piece_label, page=first.page)
    else:
        yield Paragraph(text, "paragraph", 0, label, page=first.page)


def _joined(block: Sequence[Line]) -> str:
    text = block[0].text.strip()
    for line in block[1:]:
        # The hyphen of a word broken at the end of a line may belong to the word, so it stays.
        glue = "" if re.search(r"[a-z]-$", text) and line.text.strip()[:1].islower() else " "
        text += glue + line.text.strip()
    return text


def _joined_headings(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """Put "ARTICLE II" and the title on the line below it together."""
    held: Paragraph | None = None
    for paragraph in paragraphs:
        if held is not None:
            is_title = paragraph.kind == "heading" and not paragraph.label and paragraph.page == held.page
            if is_title:
                yield replace(held, text=f"{held.text} {paragraph.text}")
                held = None
                continue
            yield held
            held = None
        is_bare = paragraph.kind == "heading" and paragraph.label and not paragraph.text[len(paragraph.label) :].strip()
        if is_bare:
            held = paragraph
        else:
            yield paragraph
    if held is not None:
        yield held
