"""List the patterns of blanks in real agreements, and of text that only looks like a blank.

A blank is the whole of what a fill replaces: `$XX,XXX`, not `$XX`; `20[__]`, not `[__]`. The list is tried from the
top, so that a date is read before the lines it is made of. `tests/draft/blank_cases.py` has the cases of each row.
"""

from __future__ import annotations

import re

from mou_tui.frozen import NamedTuple
from mou_tui.language.lazy_pattern import LazyPattern

# A line may have come with the escapes of Markdown: \_\_\_.
_U = r"\\?_"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SPACE = "[ \\t\u00a0]"
_DAY = rf"(?:{_U}{{1,4}}|(?:{_U}){{1,6}}|X{{1,2}}|x{{1,2}}|\[[_ ●•]*\])"
LONGEST_DAY = 13
"""Characters of a day to fill that has no brackets, and one more: six escaped lines and a slash."""
_YEAR_TO_FILL = (
    rf"(?:(?:(?:19|20){_SPACE}?)?(?:{_U}){{2,6}}|(?:19|20)[Xx]{{2}}|(?:19|20)\[[_ ●•XxYy]*\]"
    r"|[Xx]{2,4}|(?:20)?YY|YYYY)"
)
_YEAR = rf"(?:{_YEAR_TO_FILL}|(?:19|20)\d\d)"
_UNIT = (
    rf"(?:(?:calendar|business|school|working|consecutive|instructional|full){_SPACE})*"
    r"(?:days?|hours?|minutes?|weeks?|months?|years?|percent|dollars?|officers?|SROs?|schools?|students?|miles?"
    r"|number of|amount of)\b"
)
_ABBREVIATION = r"(?:TB[DACN]\b|T\.B\.[DACN](?:\.|\b)|T/B/[DACN]\b)"
_TO_COME = "(?:determined|decided|named|agreed(?: upon)?|confirmed|announced|inserted|added|completed|filled in)"
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
    BlankPattern("date_form", r"\b(?i:mm[/-]dd|dd[/-]mm)[/-](?i:yy(?:yy)?)\b|\b(?i:yyyy[/-]mm[/-]dd)\b", "MmDdYy"),
    BlankPattern(
        "date_of_month",
        # July __, 20__ and Month DD, YYYY
        rf"\b{_MONTH}{_SPACE}+(?:{_DAY},?{_SPACE}+{_YEAR}|\d{{1,2}},?{_SPACE}+{_YEAR_TO_FILL})(?!\w)"
        rf"|\b(?:{_MONTH}|Month|MONTH){_SPACE}+DD?,?{_SPACE}+(?:20)?YY(?:YY)?\b",
        "JFMASOND",
    ),
    BlankPattern(
        "date_in_words",
        # ____ day of ________, 20__
        rf"(?<!\w)(?:{_U}){{2,}}(?:st|nd|rd|th)?(?:{_SPACE}+day)?{_SPACE}+of{_SPACE}+"
        rf"(?:(?:{_U}){{2,}}|{_MONTH}),?{_SPACE}+{_YEAR}(?!\w)",
        "_\\",
    ),
    BlankPattern("time", rf"(?<![\w:])(?:{_U}){{1,2}}:(?:{_U}){{2}}(?![\w:])", "_\\"),
    BlankPattern(
        "telephone",
        rf"\((?:{_U}){{3}}\){_SPACE}?(?:{_U}){{3}}-(?:{_U}){{4}}(?!\w)|\(XXX\){_SPACE}?XXX-XXXX(?!\w)",
        "(",
    ),
    BlankPattern(
        "year",
        rf"(?<!\w)(?:19|20)(?:(?:{_U}){{2,}}(?:[-–](?:{_U}){{2}}(?!\w))?|[Xx]{{2}}(?:[-–][Xx]{{2}})?\b|YY\b"
        rf"|\[[_ ●•XxYy]*\])|(?<!\w)20\d(?:[Xx]\b|{_U}(?!\w))",
        "0",
    ),
    BlankPattern("money", rf"\${_SPACE}?(?:[Xx]+(?:[,.][Xx]+)*(?!\w)|(?:{_U})+(?:[,.](?:{_U})+)*|#+(?:[,.]#+)*)", "$"),
    BlankPattern(
        "percentage", rf"(?<![\w$])(?:[Xx]{{1,3}}(?:\.[Xx]+)?|(?:{_U})+(?:\.(?:{_U})+)?|#+|\?+){_SPACE}?%", "Xx_\\#?"
    ),
    BlankPattern("double_bracket", r"\[\[[^\[\]]{1,400}\]\]", "["),
    BlankPattern("bracket", r"\[[^\[\]]{0,400}\]", "["),
    BlankPattern(
        "line",
        rf"(?:{_U}){{3,}}|(?:(?<![^\W_])|(?<=\bFY))(?:{_U}){{2}}(?![^\W\d])|(?<!\S)_(?:{_SPACE}_)*(?!\S)|[‗＿]{{2,}}",
        "_\\‗＿",
    ),
    BlankPattern("dashes", rf"(?<=:{_SPACE})[-–—―]{{4,}}(?!\S)", "-–—―"),
    BlankPattern(
        "letters",
        r"\bX+(?:[-.,/]X+)+\b|(?<![\w(-])xx+(?:[-/]x+)+\b"
        rf"|(?<![\w-])X{{2,}}(?![\w-])|(?<![\w(-])x{{2,}}(?![\w.)-])|(?<![\w-])X(?={_SPACE}{_UNIT})"
        rf"|(?<![\w-])(?:X{{1,3}}|x{{2,3}})(?=-{_UNIT})",
        "Xx",
    ),
    BlankPattern("open_question", rf"\((?i:{_ABBREVIATION})\)|(?<!\w)(?i:{_ABBREVIATION})|\(\?+\)|\?{{2,}}", "(Tt?"),
    BlankPattern(
        "to_come",
        # Alone in a line or cell; “at a time to be determined by the Chief” is a rule.
        rf"(?:(?<![^\n|\t])|(?<=[:|–—]{_SPACE}))(?i:to be {_TO_COME})(?=[ \t]*(?:[.;,]?[ \t]*(?:\n|$)|\|))",
        "Tt",
    ),
    BlankPattern(
        "merge_field",
        r"\$?\{\{[^{}]{1,120}\}\}|\{%[^{}%\n]{1,120}%\}|\$?\{ ?[A-Za-z][^{}\n]{0,120}\}"
        r"|«[^«»]{1,120}»|‹[^‹›\n]{1,120}›|<<[^<>]{1,120}>>|%[A-Z][A-Z_ ]{1,40}[A-Z]%|@@[A-Za-z][\w ]{0,40}@@",
        "${«‹<%@",
    ),
    BlankPattern("angle", r"(?<![\w<])<(?=[A-Za-z_])[^<>\n]{1,120}(?<!\s)>", "<"),
    BlankPattern(
        "parenthesis",
        r"\((?i:insert|specify|fill in)\b[^()]{0,120}\)"
        rf"|\((?i:please )?(?i:enter|add|provide|supply|list|state|give|type|choose|select) (?i:(?:the|a|an) )?"
        rf"(?i:{_ASKED})\b[^()]{{0,120}}\)"
        r"|\((?i:names?|title|address) of [^(),;]{1,60}\)"
        r"|\((?:[\w’'-]{1,20} ){1,2}(?i:name)\)|\((?i:your [\w ]{1,30}|blank)\)"
        rf"|\((?:[\w’' -]{{1,40}} )?(?i:to be {_TO_COME})\b[^()]{{0,80}}\)"
        rf"|\({_SPACE}*\)(?={_SPACE}{_UNIT})",
        "(",
    ),
    BlankPattern("leader", r"\.{6,}(?!\.*\s*\d)|\.(?: \.){5,}(?![ .]*\d)|…{3,}", ".…"),
    BlankPattern("number_sign", rf"(?<=[^\S\n])#{{2,}}(?!\S)|#+(?={_SPACE}{_UNIT})|\(#+\)", "#("),
    BlankPattern("bullet", rf"(?<=[^\S\n])●(?=[ \u00a0]?(?:%|{_UNIT}))", "●"),
)
"""The ways in which real agreements write a blank, the longer before those they are made of."""

# What only looks like a blank.
_EDITORIAL = LazyPattern(
    r"(?i:sic|(?:(?:this )?(?:page|section|article|paragraph|clause) )?(?:is )?(?:intentionally )?"
    r"(?:reserved|omitted|deleted|left blank)(?: for future use)?|intentionally blank|redacted\b.*|repealed\b.*"
    r"|(?:amended|adopted|revised|renumbered|effective)(?: by| on)?\b.*\d.*"
    r"|(?:the )?remainder of .*|(?:footnote|fn|note)\.? \d+|notary(?: public)? seal|emphasis in original"
    r"|(?:emphasis|italics|citations?|footnotes?|alterations?).*\b(?:omitted|added|supplied)"
    r"|(?:internal )?(?:quotation|quotes?).*\b(?:omitted|added|supplied)"
    r"|(?:official |corporate )?seal|l\.?s\.?|signature pages? .*|signatures? (?:on|follow).*"
    r"|end of (?:the )?(?:page|document|agreement|memorandum|article|section|chapter|exhibit|appendix|annex|text)\b.*"
    r"|see (?:note|above|below|section|clause|exhibit|appendix) .*)"
)
_EDITORIAL_OPENINGS = (
    *("adopted", "alteration", "amended", "article", "citation", "clause", "corporate", "deleted"),
    *("effective", "emphasis", "end of", "fn", "footnote", "intentionally", "internal", "is", "italics", "l."),
    *("left", "ls", "notary", "note", "official", "omitted", "page", "paragraph", "quot", "redacted"),
    *("remainder", "renumbered", "repealed", "reserved", "revised", "seal", "section", "see", "sic"),
    *("signature", "the", "this"),
)
"""What the pattern begins with. Asking first mostly saves compiling it."""
_CITATION = LazyPattern(
    r"§+\s*\d|\b\d+\s+U\.?\s?S\.?\s?C\b|\b\d+\s+C\.?\s?F\.?\s?R\b|\bPub\.\s?L|\b[A-Z][\w.’']*\s+v\.\s+[A-Z]"
    r"|\b\d+\s+(?:U\.S\.|F\.(?:2d|3d|4th)|S\.\s?Ct\.|Fed\.\s?Reg\.|Stat\.)"
    r"|\b(?:Code|Stat\.|Rev\.|Ann\.|Gen\. Laws)\W[^\]]*\d"
    # RCW 28A.320.124, A.R.S. § 15-341, Ord. 2019-12, Board Policy JIHC
    r"|\b[A-Z][A-Z.]{1,7}\s+(?:§+\s*)?\d+[A-Z]?[.:-]\d"
    r"|\b(?:Ord(?:inance|\.)|Res(?:olution|\.)|Policy|Docket|Case|Doc\.)\s+(?:No\.\s+)?(?:[\w-]*\d|[A-Z]{2,5}\b)"
)
_ASKS = LazyPattern(
    r"(?i:.*(?:\bTBD\b|XX|__|\?\?)"
    r"|\s*(?:insert|name|number|date|amount|title|cite|citation|check|verify|confirm|add|enter)\b)"
)
_MARKS = LazyPattern(r"[\s●•○■□_\\#?%$*–—-]*")
_OMISSION = LazyPattern(r"\s*(?:\.\s?){2,4}\s*|\s*…\s*|\s*(?:\*\s?){3,}")
_COUNTS = LazyPattern(rf"(?:{_SPACE}*(?:or|to|/|[-–])?{_SPACE}*\[\d+\])*(?:(?:{_SPACE}|%|-){_UNIT}|{_SPACE}?%)")
_FOOTNOTE = LazyPattern(r"\*?\d{1,3}[a-z]?")
_ENUMERATES = LazyPattern(r"[ivx]{1,4}|[a-hj-m]")
_LINK_TARGET = LazyPattern(r"\((?:[a-z]+:|www\.|/|#|[\w.-]+/|[^()\s]+\.\w{2,5}\)|[a-z]\))")
_DEFINITION = LazyPattern(r":\s*(?:[a-z]+://|www\.|mailto:|/|<)")
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
_NUMBERED_PART = LazyPattern(
    r"(?i:articles?|titles?|chapters?|parts?|sections?|amendments?|volumes?|vol\.|schedules?|appendix|exhibits?|annex|"
    r"books?|divisions?|sub(?:part|chapter|title)s?|phase|type|level|attachments?|no\.)\s+(?:[IVXLC]+(?:,|,?\s+(?:and|or|to|"
    r"through)|\s?[-–—])\s?)*\Z"
)

_REMOVED = LazyPattern(r"removed \d{4}-\d\d-\d\d")
"""What replaces words that were removed for good."""


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
    if not inner[:1].isalnum() and _MARKS.fullmatch(inner):
        return bool(_OMISSION.fullmatch(inner)) or ("*" in inner and before.isalnum())
    if re.search(r"\n\s*\n", inner) or inner.startswith("^") or not re.search(r"[^\W_]|_", inner):
        return True
    if inner.strip() in ("x", "X"):
        return not _COUNTS.match(after)
    if _is_editorial(inner.strip(" .:")) or _REMOVED.fullmatch(inner):
        return True
    if inner.isdigit():
        return before.isalnum() or not _COUNTS.match(after)
    if _FOOTNOTE.fullmatch(inner) and before and (before.isalnum() or before in ".,;:”’)"):
        return True
    if _ENUMERATES.fullmatch(inner) and re.match(r" +[a-z]{2}", after):
        # A letter that counts, or one that a quotation had changed: “[a] student”.
        return True
    if len(inner) <= 3 and inner.strip("’'").isalpha() and (before.isalpha() or after[:1].isalpha()):
        return True
    # Every citation has a number or a second capital. Asking first mostly saves compiling the pattern.
    may_cite = not inner[1:].islower() or any(map(str.isdigit, inner))
    if may_cite and _CITATION.search(inner) and not _ASKS.match(inner):
        return True
    is_at_line_start = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    is_link = after.startswith("(") and _LINK_TARGET.match(after)
    return bool(is_link or (is_at_line_start and after.startswith(":") and _DEFINITION.match(after)))


def _is_editorial(inner: str) -> bool:
    return inner.lower().startswith(_EDITORIAL_OPENINGS) and _EDITORIAL.fullmatch(inner) is not None


def _is_roman_number(text: str, start: int, end: int) -> bool:
    """Tell whether letters X count a part of something: Article XX, or `XX.` before a heading."""
    letters = text[start:end]
    if letters not in ("XX", "XXX"):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if re.match(rf"\)?{_SPACE}{_UNIT}", text[end : end + 40]):
        return False
    is_label = not line.strip(" \t(") and text[end : end + 1] in (".", ")") and text[end + 1 : end + 2] in (" ", "\t")
    return is_label or bool(_NUMBERED_PART.search(text[max(0, start - 60) : start]))


def _is_address_or_tag(inner: str) -> bool:
    is_tag = inner.split()[0].lower() in _TAGS
    return is_tag or "@" in inner or "://" in inner or '="' in inner or inner.endswith("/")
