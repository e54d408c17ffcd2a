"""Recognize headings, numbers of paragraphs, and the headings a paragraph belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mou_tui.exchange.document import Paragraph

MOST_LETTERS = 110
MOST_WORDS = 14
SEPARATOR = " › "
_DEEPEST = 4
_FEWEST_UNMARKED = 3

_NAMED = r"(?:ARTICLE|SECTION|SEC|PART|CHAPTER|EXHIBIT|APPENDIX|ATTACHMENT|SCHEDULE|ADDENDUM|ANNEX)\.?"
LABEL = re.compile(
    rf"""(?:
        (?i:{_NAMED})\s+(?:\d+(?:\.\d+)*|(?i:[ivxlc]+)|[A-Z])\b(?:[.:)]+|(?=\s+[A-Z(“–—-])|(?=\s*$))(?:\s*[–—-](?=\s))?
      | §+\s*\d+(?:\.\d+)*[.:)]?
      | \(?\d{{1,3}}(?:\.\d{{1,3}})+[.:)]*
      | \(?\d{{1,3}}[.:)]+
      | \(?[IVXLC]{{1,6}}[.):]+ | \(?[ivxlc]{{1,6}}[.):]+
      | \(?[A-Za-z][.)]+
      | (?:Step|Phase)\s\d+[.:]
    )(?=\s|$)""",
    re.VERBOSE,
)
BULLET = re.compile(r"[•●▪◦‣■□–—*+·o-](?=\s)")

_APPENDED = re.compile(r"(?:EXHIBIT|APPENDIX|ATTACHMENT|SCHEDULE|ADDENDUM|ANNEX)\b", re.IGNORECASE)
_FORM_FIELD = re.compile(
    r"^(?:by|name|title|date|its|attest|signature|signed|witness|re|to|from|cc)\s*:", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"\b(?:shall|will|must|may|should|is|are|was|were|has|have|agrees?|means|does|do|can|hereby|provides?d?|includes?)\b"
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "for",
        "in",
        "on",
        "to",
        "by",
        "with",
        "from",
        "at",
        "as",
        "its",
        "per",
        "vs",
        "is",
    ]
)
_CAPTION = re.compile(
    r"(?P<caption>[A-Z][^\s.:;,“”\"?!]*(?:[ /&,-]+(?!(?:shall|will|must|may)\b)[^\s.:;“”\"?!]+){0,7}?)"
    r"\s*(?:[.:](?=\s)|[.:]?\s[–—-](?=\s))\s*(?=[A-Z“\"(\[•a-z])"
)
_TITLE = re.compile(r"\b(?:agreement|memorandum|understanding|mou|moa|contract|addendum)\b", re.IGNORECASE)


def label_of(text: str) -> str:
    """Return the number a text begins with, as printed; empty for none."""
    match = LABEL.match(text)
    return match[0] if match else ""


def caption_of(text: str) -> str:
    """Return the caption that runs into a paragraph ("Costs" in "3. Costs. The District ..."); empty for none."""
    following = text[len(label_of(text)) :].lstrip()
    match = _CAPTION.match(following)
    if not match or len(following) - match.end() < 15:
        return ""
    caption = match["caption"].strip()
    is_name_of_speech = caption.casefold() in ("note", "whereas", "provided", "example", "dr", "mr", "ms", "no")
    return "" if is_name_of_speech or _SENTENCE.search(caption) or not _is_title_case(caption) else caption


def looks_like_heading(text: str, *, is_bold: bool = False, is_alone: bool = False) -> bool:
    """Return whether a short text reads as a heading.

    Args:
        text: one line or paragraph.
        is_bold: whether all of it is printed bold.
        is_alone: whether it has space above and below, or a line of its own where lines are paragraphs.
    """
    text = text.strip()
    if not text or "\n" in text or len(text) > MOST_LETTERS or len(text.split()) > MOST_WORDS:
        return False
    label = label_of(text)
    title = text[len(label) :].strip(" :.–—-\t")
    if not title:
        return bool(label) and label[:1].isalpha() and len(label) > 3
    if not any(letter.isalpha() for letter in title) or "___" in title or _FORM_FIELD.match(title):
        return False
    if text.endswith((";", ",")) or "@" in text or re.search(r"\d{3}[-.\s]\d{4}|\$\s?\d", title):
        return False
    capitals = _share_of_capitals(title)
    if capitals > 0.85 and len(title) > 2:
        return not (text.endswith(".") and len(title.split()) > 8)
    if _SENTENCE.search(title):
        return False
    if text.endswith(".") and not (label and len(title.split()) <= 7):
        return False
    is_title = _is_title_case(title)
    if is_bold:
        return True
    if label:
        is_named = label[:1].isalpha() and len(label) > 4
        return is_title or (is_named and len(title.split()) <= 8)
    return is_alone and is_title and not text.endswith(".") and len(title.split()) <= 9


def promoted(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Make headings of short unmarked lines, where a document has three or more of them, each with a paragraph below.

    Headings without a number that are already known count with them.

    Where headings are neither bold nor numbered nor capitalized, nothing but this pattern gives them away.
    """
    candidates = [
        index
        for index, (paragraph, below) in enumerate(pairwise(paragraphs))
        if _may_be_heading(paragraph) and below.kind in ("paragraph", "item") and not _may_be_heading(below)
    ]
    headings = [paragraph for paragraph in paragraphs[1:] if paragraph.kind == "heading"]
    marked = sum(heading.label != "" for heading in headings)
    unmarked = len(headings) - marked
    if len(candidates) + unmarked < max(_FEWEST_UNMARKED, marked):
        return list(paragraphs)
    return [
        replace(paragraph, kind="heading") if index in set(candidates) else paragraph
        for index, paragraph in enumerate(paragraphs)
    ]


def _may_be_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.kind == "paragraph"
        and len(text) <= 60
        and len(text.split()) <= 8
        and text[:1].isupper()
        and text[-1:].isalnum()
        and "___" not in text
        and not _FORM_FIELD.match(text)
    )


def with_headings(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Give every paragraph the headings it is under, and every heading its level.

    A level that a reader knows is kept. Any other follows from the way a heading is written: one written as an earlier
    one was is on its level, one written in a new way is below.
    """
    stack: list[tuple[object, str]] = []
    is_first = True
    for paragraph in paragraphs:
        if paragraph.kind == "heading":
            style = paragraph.level or _style_of(paragraph)
            if _APPENDED.match(paragraph.text):
                # An appendix is on the level of the agreement, not below its last section.
                stack.clear()
            if isinstance(style, int):
                while stack and (not isinstance(stack[-1][0], int) or stack[-1][0] >= style):
                    stack.pop()
            else:
                styles = [known for known, _ in stack]
                del stack[styles.index(style) if style in styles else min(len(stack), _DEEPEST - 1) :]
            above = SEPARATOR.join(title for _, title in stack)
            is_title = is_first and bool(_TITLE.search(paragraph.text))
            if not is_title:
                stack.append((style, " ".join(paragraph.text.split())))
            yield replace(paragraph, heading=above, level=paragraph.level or max(1, len(stack)))
        else:
            yield replace(paragraph, heading=SEPARATOR.join(title for _, title in stack))
        is_first = is_first and paragraph.kind in ("heading", "furniture")


def _style_of(paragraph: Paragraph) -> str:
    """Return the way a heading is written: the kind of its number, and its capitals."""
    label = paragraph.label
    title = paragraph.text[len(label) :]
    case = "CAPS" if _share_of_capitals(title) > 0.85 else "Title"
    if not label:
        return case
    if label[:1].isalpha() and len(label) > 4:
        return label.split()[0].upper()
    bare = label.strip("().: ")
    if "." in bare and not bare.endswith(".0"):
        return f"1.{'1.' * bare.count('.')}"
    if bare[:1].isdigit():
        return "1"
    if re.fullmatch("[IVXLC]+", bare) and (len(bare) > 1 or bare in "IVX"):
        return "I"
    return "A" if bare.isupper() else "a"


def _share_of_capitals(text: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) / len(letters) if letters else 0.0


def _is_title_case(text: str) -> bool:
    words = [word.strip("(),/&“”\"'’.:") for word in text.split()]
    weighty = [word for word in words if word and word.casefold() not in _SMALL and word[0].isalpha()]
    if not weighty or not words[0][:1].isupper():
        return False
    return (len(words) <= 4 and len(weighty) <= 2) or sum(word[0].isupper() for word in weighty) / len(weighty) >= 0.65
