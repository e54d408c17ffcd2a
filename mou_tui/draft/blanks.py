"""Find blanks in a wording, and fill them from facts.

`blank_patterns` says what a blank is. A fact blank names a fact or a party (`[school district]`) and is filled
from it everywhere; any other blank is its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blank_patterns import LONGEST_DAY, PATTERNS, is_none
from mou_tui.draft.folding import fold
from mou_tui.frozen import NamedTuple
from mou_tui.language.lazy_pattern import LazyPattern
from mou_tui.language.text import capitalize_first
from mou_tui.session.model import OPENING, Answer, Session

# No blank begins without one of these; it saves trying every pattern at every letter. A sign beyond Latin is
# alone, because a set of many such signs takes long to compile.
_SIGN = LazyPattern(
    r"(?=[\[_\\$<«‹{?#…(\dXx.%@‗＿●\-–—―TtMmDdYJFASON])"
    r"(?:[\[_\\$<«{?#]|‹|…|‗|＿|●|\d[\d\\_Xx\[]?[\d\\_XxYy \[]?(?:[\\_XxYy\[]|[/-](?=[\d/\\_Xx\[\]-]{0,30}[_Xx\]]))"
    r"|[Xx](?![a-wyzA-WYZ])|\.{6}|\.(?: \.){5}|[-–—―]{4}|%[A-Z]|@@|(?i:yyyy)[/-]"
    r"|\([^() ]{1,20}(?: [^() ]{1,20})? (?i:name)\)|\((?i:names?|title|address) of "
    r"|\((?=[^()]{0,60}\b(?i:to be) )|\([_X#?\s)]"
    r"|\((?i:please|insert|specify|fill in|enter|add|provide|supply|list|state|give|type|choose|select|your|blank)\b"
    r"|\(?[Tt][./]?[Bb][./]?[DACNdacn]|(?i:to be )|[Mm][Mm][/-]|[Dd][Dd][/-]"
    r"|[JFMASOND][A-Za-z]{2,8}[ \t\xa0]+"
    r"(?:DD?,?[ \t\xa0]|[\\_Xx]|\[(?![A-Za-z])|\d\d?,?[ \t\xa0]+(?:[\\_XxY]|(?:19|20)[ \t\xa0]?[\\_XxY\[]))"
    r")"
)

_LONGEST_LINE = 240
"""Characters of a line to write a day on, and of what follows it up to “of”."""


def _pattern_at(text: str, start: int) -> re.Pattern[str]:
    """Return the pattern of the blanks that may begin at an offset; all in one would take long to compile."""
    first, second = text[start], text[start + 1 : start + 2]
    # A day to fill is short, and what parts it from the month is behind it; behind most blanks there is none.
    if first == "[":
        end = text.find("]", start) + 1
        may_be_date = not second.isalpha() and text[end : end + 1] in ("/", "-")
    else:
        may_be_date = any(sign in text[start + 1 : start + LONGEST_DAY] for sign in "/-")
    may_be_in_words = first in "_\\" and _may_be_in_words(text, start)
    return _pattern("0" if first.isdecimal() else first, may_be_date=may_be_date, may_be_in_words=may_be_in_words)


def _may_be_in_words(text: str, start: int) -> bool:
    """Tell whether “of” follows a line as in “____th day of”: at most an ending and a word are between them."""
    # A piece of the text, because a long one would be copied at every sign in it.
    behind = text[start : start + _LONGEST_LINE].lstrip("_\\").partition("\n")[0]
    return "of" in behind.split(maxsplit=3)[:3]


@cache
def _pattern(first: str, *, may_be_date: bool, may_be_in_words: bool) -> re.Pattern[str]:
    may_be = {"date": may_be_date, "date_in_words": may_be_in_words}
    patterns = (each for each in PATTERNS if first in each.begins and may_be.get(each.name, True))
    return re.compile("|".join(f"(?P<{each.name}>{each.expression})" for each in patterns))


class Blank(NamedTuple):
    """Locate a blank in a wording; offsets are in characters."""

    text: str
    """The text itself, brackets included."""
    start: int
    end: int

    @property
    def asks(self) -> str:
        """Return the text within the brackets; the whole text if there are none."""
        is_field = self.text[0] in "{%@" or self.text.startswith("${")
        return self.text.strip("[]{}<>«»‹›()$%@" if is_field else "[]{}<>«»‹›()").strip()

    @property
    def name(self) -> str:
        """Return what the blank asks for, folded as names are compared; empty for a mere line."""
        match = _pattern_at(self.text, 0).fullmatch(self.text)
        if match and str(match.lastgroup).startswith("date"):
            return "date"
        name = fold(self.asks).removeprefix("insert ") if self.text[0] in "[{<«‹(%@" or self.text[:2] == "${" else ""
        return name if any(map(str.isalpha, name)) else ""

    @property
    def typed_over(self) -> tuple[int, int]:
        """Return the offsets of what typing replaces: not the dollar sign before it or the percent sign after it."""
        sign, unit = _signs(self.text)
        return self.start + len(sign), self.end - len(unit)

    def filled(self, value: str) -> str:
        """Return the text that replaces the blank: the value, with the sign or the century it leaves out."""
        sign, unit = _signs(self.text)
        sign = sign if value[:1].isdigit() or value[:1] in ("_", ".", "\ufdd0") else ""
        unit = unit if value[-1:].isdigit() or value[-1:] in ("_", "\ufdd0") else ""
        if self.text[:2] in ("19", "20") and len(value) == 2 and value.isdigit():
            sign = self.text[:2]
        return f"{sign}{value}{unit}"


def _signs(text: str) -> tuple[str, str]:
    """Return the dollar sign a blank begins with, and the percent sign it ends with."""
    amount = text.removeprefix("$").lstrip() if text.startswith("$") and text[1:2] != "{" else text
    figure = amount.removesuffix("%").rstrip()
    return text[: len(text) - len(amount)], amount[len(figure) :]


def replace_blank(text: str, blank: Blank, value: str) -> str:
    """Return a wording with one of its blanks filled; a sign that is next to the blank is not written twice."""
    before, after = text[: blank.start], text[blank.end :]
    filled = blank.filled(value)
    if before.rstrip(" ").endswith("$"):
        filled = filled.removeprefix("$").lstrip()
    if after.lstrip(" ").startswith("%"):
        filled = filled.removesuffix("%").rstrip()
    return f"{before}{filled}{after}"


@lru_cache(maxsize=512)
def find_blanks(text: str) -> tuple[Blank, ...]:
    """Return the blanks of a wording, in order."""
    blanks, start = [], 0
    for paragraph in text.split("\n\n"):
        blanks += [Blank(blank.text, start + blank.start, start + blank.end) for blank in _find_in(paragraph)]
        start += len(paragraph) + 2
    return tuple(blanks)


@lru_cache(maxsize=4096)
def _find_in(paragraph: str) -> tuple[Blank, ...]:
    """Return the blanks of one paragraph.

    Cached, so that a key pressed in a long wording searches only its own paragraph.
    """
    return tuple(_search(paragraph))


def _search(text: str) -> Iterator[Blank]:
    position = 0
    while sign := _SIGN.search(text, position):
        match = _pattern_at(text, sign.start()).match(text, sign.start())
        if not match:
            position = sign.start() + 1
            continue
        start, position = match.span()
        kind = str(match.lastgroup)
        if is_none(kind, text, start, position):
            # There may be a blank inside: “[see note [name]]”.
            position = start + 1 if kind != "letters" else position
        else:
            yield Blank(match[0], start, position)


def with_blanks(text: str, fill_in: Callable[[Blank], str], not_blanks: Collection[str] = ()) -> str:
    """Replace every blank of a wording, but for those that were dismissed."""
    pieces, end = [], 0
    for blank in find_blanks(text):
        if blank.text not in not_blanks:
            pieces += [text[end : blank.start], fill_in(blank)]
            end = blank.end
    return "".join([*pieces, text[end:]])


def blanks_of(answer: Answer) -> tuple[Blank, ...]:
    """Return the blanks of an answer, without those the parties dismissed."""
    blanks = find_blanks(answer.text)
    if not answer.not_blanks:
        return blanks
    return tuple(blank for blank in blanks if blank.text not in answer.not_blanks)


def known_values(checklist: Checklist, session: Session) -> dict[str, str]:
    """Return the known value of each fact blank by the folded name of the blank."""
    values: dict[str, str] = {}
    for role in checklist.parties:
        party = session.party(role.id)
        values |= {role.blank: party.short, role.name_blank: party.contracting_name, role.head_blank: party.head}
    for fact in checklist.facts:
        value = session.facts.get(fact.id, "")
        # A date with a blank in it is a date to fill.
        values[fact.blank] = "" if find_blanks(value) else value
    return {fold(name): value for name, value in values.items() if value}


def fact_names(checklist: Checklist) -> frozenset[str]:
    """Return the folded names of all fact blanks, whether known yet or not."""
    roles = ((role.blank, role.name_blank, role.head_blank) for role in checklist.parties)
    blanks = [*(name for names in roles for name in names), *(fact.blank for fact in checklist.facts)]
    return frozenset(map(fold, blanks))


def fill_blanks(text: str, values: Mapping[str, str], not_blanks: Collection[str] = ()) -> str:
    """Fill the known blanks of a wording; a blank with a capital begins a sentence, and so does its value."""

    def filled(blank: Blank) -> str:
        value = values.get(blank.name, "") if blank.name else ""
        return match_case(value, blank.asks) if value else blank.text

    return with_blanks(text, filled, not_blanks)


def fill_everywhere(session: Session, values: Mapping[str, str]) -> Session:
    """Fill the known blanks in every answer and in the opening."""
    return rewrite(session, lambda clause_id, text: fill_blanks(text, values, session.answer(clause_id).not_blanks))


def match_case(text: str, like: str) -> str:
    """Give a text a capital where the text it replaces began with one."""
    return capitalize_first(text) if like[:1].isupper() else text


def rewrite(session: Session, change: Callable[[str, str], str]) -> Session:
    """Change every answer, and the opening, by what is called with its id and its text."""
    answers = {
        question_id: answer.with_replaced_text(change(question_id, answer.text)) if answer.text else answer
        for question_id, answer in session.answers.items()
    }
    opening = change(OPENING, session.opening) if session.opening else ""
    return replace(session, opening=opening, answers=answers)
