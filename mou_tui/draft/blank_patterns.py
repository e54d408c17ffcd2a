"""List the patterns of blanks in real agreements, and of text that only looks like a blank.

A blank is the whole of what a fill replaces: `$XX,XXX`, not `$XX`; `20[__]`, not `[__]`. The list is tried from the
top, so that a date is read before the lines it is made of. `tests/core/blank_cases.py` has the cases of each row.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# A line may have come with the escapes of Markdown: \_\_\_.
_U = r"\\?_"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SPACE = "[ \\t\u00a0]"
_DAY = rf"(?:{_U}{{1,4}}|(?:{_U}){{1,6}}|X{{1,2}}|x{{1,2}}|\[[_ ●•]*\])"
_YEAR_TO_FILL = rf"(?:(?:19|20)?(?:{_U}){{2,6}}|(?:19|20)[Xx]{{2}}|(?:19|20)\[[_ ●•Xx]*\]|[Xx]{{2,4}})"
_YEAR = rf"(?:{_YEAR_TO_FILL}|(?:19|20)\d\d)"
_UNIT = (
    rf"(?:(?:calendar|business|school|working|consecutive|instructional|full){_SPACE})*"
    r"(?:days?|hours?|minutes?|weeks?|months?|years?|percent|dollars?|officers?|SROs?|schools?|students?|miles?)\b"
)
_ABBREVIATION = r"(?:TB[DAC]\b|T\.B\.[DAC]\.|T/B/[DAC]\b)"
_ASKED = (
    "names?|dates?|numbers?|amounts?|titles?|address(?:es)?|position|rank|(?:tele)?phone|e-?mail|figure|sum|percentage|"
    "city|county|town|state|district|agency|department|schools?|officer|term|year|month|day|hours|time|location|place|text"
)


class BlankPattern(NamedTuple):
    """Describe one way in which agreements leave something to be filled in."""

    name: str
    """What it is, as a group of a regular expression may be called."""
    expression: str
    begins: str
    """The characters that its first may be; 0 stands for every digit."""


PATTERNS = (
    BlankPattern(
        "date",
        # __/__/____, XX-XX-20XX, 7/__/2027
        rf"(?<![\w/])(?=[\d/\\_Xx\[\]-]{{0,30}}[_Xx\]])(?:\d{{1,2}}|{_DAY})(?P<between>[/-])(?:\d{{1,2}}|{_DAY})(?P=between)"
        rf"(?:{_YEAR}|\d\d)(?![\w/])",
        "0_\\Xx[",
    ),
    # mm/dd/yyyy
    BlankPattern("date_form", r"\b(?i:mm[/-]dd|dd[/-]mm)[/-](?i:yy(?:yy)?)\b", "MmDd"),
    BlankPattern(
        "date_of_month",
        # July __, 20__
        rf"\b{_MONTH}{_SPACE}+(?:{_DAY},?{_SPACE}+{_YEAR}|\d{{1,2}},?{_SPACE}+{_YEAR_TO_FILL})(?!\w)",
        "JFMASOND",
    ),
    BlankPattern(
        "date_in_words",
        # ____ day of ________, 20__
        rf"(?<!\w)(?:{_U}){{2,}}(?:st|nd|rd|th)?{_SPACE}+day{_SPACE}+of{_SPACE}+"
        rf"(?:(?:{_U}){{2,}}|{_MONTH}),?{_SPACE}+{_YEAR}(?!\w)",
        "_\\",
    ),
    BlankPattern(
        "year", rf"(?<!\w)(?:19|20)(?:(?:{_U}){{2,}}|[Xx]{{2}}\b|\[[_ ●•Xx]*\])|(?<!\w)20\d(?:[Xx]\b|{_U}(?!\w))", "0"
    ),
    BlankPattern("money", rf"\${_SPACE}?(?:[Xx]+(?:[,.][Xx]+)*(?!\w)|(?:{_U})+(?:[,.](?:{_U})+)*)", "$"),
    BlankPattern(
        "percentage", rf"(?<![\w$])(?:[Xx]{{1,3}}(?:\.[Xx]+)?|(?:{_U})+(?:\.(?:{_U})+)?|#+|\?+){_SPACE}?%", "Xx_\\#?"
    ),
    BlankPattern("double_bracket", r"\[\[[^\[\]]{1,400}\]\]", "["),
    BlankPattern("bracket", r"\[[^\[\]]{0,400}\]", "["),
    BlankPattern("line", rf"(?:{_U}){{3,}}|(?<![^\W_])(?:{_U}){{2}}(?![^\W\d])|(?<!\S)_(?:{_SPACE}_)*(?!\S)", "_\\"),
    BlankPattern(
        "letters",
        r"\bX+(?:[-.,/]X+)+\b|(?<![\w(-])xx+(?:[-/]x+)+\b"
        rf"|(?<![\w-])X{{2,}}(?![\w-])|(?<![\w(-])x{{2,}}(?![\w.)-])|(?<![\w-])X(?={_SPACE}{_UNIT})",
        "Xx",
    ),
    BlankPattern("open_question", rf"\((?i:{_ABBREVIATION})\)|(?<!\w)(?i:{_ABBREVIATION})|\?{{2,}}", "(Tt?"),
    BlankPattern(
        "merge_field", r"\$?\{\{[^{}]{1,120}\}\}|\{[A-Za-z][^{}\n]{0,120}\}|«[^«»]{1,120}»|<<[^<>]{1,120}>>", "${«<"
    ),
    BlankPattern("angle", r"(?<![\w<])<(?=[A-Za-z_])[^<>\n]{1,120}(?<!\s)>", "<"),
    BlankPattern(
        "parenthesis",
        r"\((?i:insert|specify|fill in)\b[^()]{0,120}\)"
        rf"|\((?i:please )?(?i:enter|add|provide|supply|list|state|give|type|choose|select) (?i:(?:the|a|an) )?"
        rf"(?i:{_ASKED})\b[^()]{{0,120}}\)"
        r"|\((?i:names?|title|address) of [^(),;]{1,60}\)"
        r"|\((?:[\w’'-]{1,20} ){1,2}name\)"
        r"|\((?:[\w’' -]{1,40} )?(?i:to be (?:determined|decided|named|agreed|confirmed))\b[^()]{0,80}\)"
        r"|\((?:[\w’' -]{1,40} )?(?i:to be (?:announced|inserted|added|filled in))\b[^()]{0,80}\)",
        "(",
    ),
    BlankPattern("leader", r"\.{8,}(?!\s*\d)|…{3,}", ".…"),
    BlankPattern("number_sign", r"(?<=[^\S\n])#{2,}(?!\S)", "#"),
)
"""The ways in which real agreements write a blank, the longer before those they are made of."""

_EDITORIAL = re.compile(
    r"sic|(?:intentionally )?(?:reserved|omitted|deleted|left blank)"
    r"|(?:emphasis|italics|citations?|footnotes?|alterations?).*\b(?:omitted|added|supplied)"
    r"|(?:internal )?(?:quotation|quotes?).*\b(?:omitted|added|supplied)"
    r"|(?:official |corporate )?seal|l\.?s\.?|signature pages? .*|signatures? (?:on|follow).*|remainder of .*|end of .*"
    r"|see (?:note|above|below|section|clause|exhibit|appendix) .*",
    re.IGNORECASE,
)
_CITATION = re.compile(
    r"§+\s*\d|\b\d+\s+U\.?\s?S\.?\s?C\b|\b\d+\s+C\.?\s?F\.?\s?R\b|\bPub\.\s?L|\b[A-Z][\w.’']*\s+v\.\s+[A-Z]"
    r"|\b\d+\s+(?:U\.S\.|F\.(?:2d|3d|4th)|S\.\s?Ct\.|Fed\.\s?Reg\.|Stat\.)"
    r"|\b(?:Code|Stat\.|Rev\.|Ann\.|Gen\. Laws)\W[^\]]*\d",
)
_ASKS = re.compile(
    r"\s*(?:insert|name|number|date|amount|title|cite|citation|check|verify|confirm|add|enter)\b", re.IGNORECASE
)
_MARKS = re.compile(r"[\s●•○■□_\\#?%$*–—-]*")
_OMISSION = re.compile(r"\s*(?:\.\s?){2,4}\s*|\s*…\s*|\s*(?:\*\s?)+")
_LINK_TARGET = re.compile(r"\((?:[a-z]+:|www\.|/|#|[\w.-]+/|[^()\s]+\.\w{2,5}\)|[a-z]\))")
_DEFINITION = re.compile(r":\s*(?:[a-z]+://|www\.|mailto:|/|<)")
_TAGS = (
    *(
        "a",
        "b",
        "br",
        "center",
        "code",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
    ),
    *("s", "script", "small", "span", "strike", "strong", "style", "sub", "sup", "u", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
)
_NUMBERED_PART = re.compile(
    r"(?i:articles?|titles?|chapters?|parts?|sections?|amendments?|volumes?|vol\.|schedules?|appendix|exhibits?|annex|"
    r"books?|divisions?|sub(?:part|chapter|title)s?|phase|type|level|attachments?|no\.)\s+(?:[IVXLC]+(?:,|,?\s+(?:and|or|to|"
    r"through)|\s?[-–—])\s?)*\Z"
)


def is_none(kind: str, text: str, start: int, end: int) -> bool:
    """Tell whether what a pattern matched is no blank in its context.

    Args:
        kind: name of the pattern.
        text: the whole wording.
        start: where the match begins, in characters.
        end: where it ends.
    """
    if kind in ("bracket", "double_bracket"):
        return _is_no_bracket_blank(text, start, end)
    if kind == "letters":
        return _is_roman_number(text, start, end)
    if kind == "angle":
        return _is_address_or_tag(text[start + 1 : end - 1])
    return kind == "merge_field" and "\n\n" in text[start:end]


def _is_no_bracket_blank(text: str, start: int, end: int) -> bool:
    inner, before, after = text[start + 1 : end - 1], text[max(0, start - 1) : start], text[end : end + 40]
    if _MARKS.fullmatch(inner):
        return bool(_OMISSION.fullmatch(inner))
    if re.search(r"\n\s*\n", inner) or inner.startswith("^") or not re.search(r"[^\W_]|_", inner):
        return True
    if inner.strip() in ("x", "X") or _EDITORIAL.fullmatch(inner.strip(" .:")):
        return True
    if inner.isdigit():
        return before.isalnum() or not re.match(rf"(?:{_SPACE}|%|-){_UNIT}|{_SPACE}?%", after)
    if len(inner) <= 3 and inner.strip("’'").isalpha() and (before.isalpha() or after[:1].isalpha()):
        return True
    if _CITATION.search(inner) and not _ASKS.match(inner):
        return True
    is_at_line_start = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return bool(_LINK_TARGET.match(after) or (is_at_line_start and _DEFINITION.match(after)))


def _is_roman_number(text: str, start: int, end: int) -> bool:
    """Tell whether letters X count a part of something: Article XX, or `XX.` before a heading."""
    letters = text[start:end]
    if letters not in ("XX", "XXX"):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    is_label = not line.strip(" \t(") and text[end : end + 1] in (".", ")") and text[end + 1 : end + 2] in (" ", "\t")
    return is_label or bool(_NUMBERED_PART.search(text[max(0, start - 60) : start]))


def _is_address_or_tag(inner: str) -> bool:
    is_tag = inner.split()[0].lower() in _TAGS
    return is_tag or "@" in inner or "://" in inner or '="' in inner or inner.endswith("/")
