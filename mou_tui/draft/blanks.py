"""Fill-ins left in wording: finding them, filling them from facts, and changing a name everywhere.

What is a blank is said in `blank_patterns`. A fact blank names a fact or a party (`[school district]`) and is filled
from it everywhere; any other blank is its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blank_patterns import PATTERNS, is_none
from mou_tui.draft.folding import fold, folded, same_letters
from mou_tui.session.model import OPENING, Answer, Session
from mou_tui.text import capitalize_first

_PATTERN = re.compile("|".join(f"(?P<{name}>{expression})" for name, expression in PATTERNS))
# No blank begins without one of these; it saves trying every pattern at every letter.
_SIGN = re.compile(
    r"(?=[\[_\\$<«{?#…(\dXx.TtMmDdJFASON])(?:[\[_\\$<«{?#…]|\d[\d\\_Xx\[]?[\d\\_Xx\[]?[\\_Xx\[/-]|[Xx](?![a-wyzA-WYZ])|\.{8}"
    r"|\([\w’'-]+(?: [\w’'-]+)?(?: [Nn]ame\)| [Oo]f )|\((?=[^()]{0,60}\bto be )"
    r"|\((?i:please|insert|specify|fill in|enter|add|provide|supply|list|state|give|type|choose|select)\b"
    r"|\(?[Tt][./]?[Bb][./]?[DACdac]|[Mm][Mm][/-]|[Dd][Dd][/-]"
    r"|[JFMASOND][a-z]{2,8}[ \t\xa0]+[\d\\_Xx\[])"
)


class Blank(NamedTuple):
    """A fill-in in a wording; offsets are in characters."""

    text: str
    """As it stands, brackets included."""
    start: int
    end: int

    @property
    def asks(self) -> str:
        """What stands within its brackets, or all of it."""
        return self.text.strip("[]{}<>«»()").strip()

    @property
    def name(self) -> str:
        """What the blank asks for, folded as names are compared; empty for a mere line."""
        pattern = _PATTERN.fullmatch(self.text)
        if pattern and pattern["date"]:
            return "date"
        name = fold(self.asks).removeprefix("insert ") if self.text[0] in "[{<«(" else ""
        return name if any(map(str.isalpha, name)) else ""

    @property
    def typed_over(self) -> tuple[int, int]:
        """From where to where it is typed over: a dollar sign before it and a percent sign behind it stay."""
        sign, unit = _signs(self.text)
        return self.start + len(sign), self.end - len(unit)

    def filled(self, words: str) -> str:
        """What stands in its place once it is filled: the words, with the sign or the century they leave out."""
        sign, unit = _signs(self.text)
        sign = sign if words[:1].isdigit() or words[:1] in ("_", ".", "\ufdd0") else ""
        unit = unit if words[-1:].isdigit() or words[-1:] in ("_", "\ufdd0") else ""
        if self.text[:2] in ("19", "20") and len(words) == 2 and words.isdigit():
            sign = self.text[:2]
        return f"{sign}{words}{unit}"


def _signs(text: str) -> tuple[str, str]:
    """The dollar sign a blank begins with, and the percent sign it ends with."""
    amount = text.removeprefix("$").lstrip() if text.startswith("$") and text[1:2] != "{" else text
    figure = amount.removesuffix("%").rstrip()
    return text[: len(text) - len(amount)], amount[len(figure) :]


@lru_cache(maxsize=512)
def find_blanks(text: str) -> tuple[Blank, ...]:
    """The blanks of a wording, in order."""
    blanks, start = [], 0
    for paragraph in text.split("\n\n"):
        blanks += [Blank(blank.text, start + blank.start, start + blank.end) for blank in _find_in(paragraph)]
        start += len(paragraph) + 2
    return tuple(blanks)


@lru_cache(maxsize=4096)
def _find_in(paragraph: str) -> tuple[Blank, ...]:
    """The blanks of one paragraph; kept, so that a key pressed in a long wording searches only its own."""
    return tuple(_search(paragraph))


def _search(text: str) -> Iterator[Blank]:
    position = 0
    while sign := _SIGN.search(text, position):
        match = _PATTERN.match(text, sign.start())
        if not match:
            position = sign.start() + 1
            continue
        start, position = match.span()
        kind = next(name for name, _ in PATTERNS if match[name] is not None)
        if is_none(kind, text, start, position):
            # There may be a blank inside: “[see note [name]]”.
            position = start + 1 if kind != "letters" else position
        else:
            yield Blank(match[0], start, position)


def with_blanks(text: str, fill_in: Callable[[Blank], str], not_blanks: Collection[str] = ()) -> str:
    """A wording with something in the place of every blank, but for those that are named as none."""
    pieces, end = [], 0
    for blank in find_blanks(text):
        if blank.text not in not_blanks:
            pieces += [text[end : blank.start], fill_in(blank)]
            end = blank.end
    return "".join([*pieces, text[end:]])


def blanks_of(answer: Answer) -> tuple[Blank, ...]:
    """Return the blanks of an answer, without those the room has dismissed."""
    blanks = find_blanks(answer.text)
    if not answer.not_blanks:
        return blanks
    return tuple(blank for blank in blanks if blank.text not in answer.not_blanks)


def known_values(checklist: Checklist, session: Session) -> dict[str, str]:
    """What is known now: the name of each fact blank to the words that fill it."""
    values: dict[str, str] = {}
    for role in checklist.parties:
        party = session.party(role.id)
        values |= {role.blank: party.short, role.name_blank: party.contracting_name, role.head_blank: party.head}
    for fact in checklist.facts:
        words = session.facts.get(fact.id, "")
        # A date with a blank in it is a date to fill.
        values[fact.blank] = "" if find_blanks(words) else words
    return {fold(name): words for name, words in values.items() if words}


def fact_names(checklist: Checklist) -> frozenset[str]:
    """The names of all fact blanks, whether known yet or not."""
    roles = ((role.blank, role.name_blank, role.head_blank) for role in checklist.parties)
    names = [*(name for three in roles for name in three), *(fact.blank for fact in checklist.facts)]
    return frozenset(map(fold, names))


def fill_blanks(text: str, values: Mapping[str, str], not_blanks: Collection[str] = ()) -> str:
    """A wording with its known blanks filled; a blank with a capital begins a sentence, and so do its words."""

    def filled(blank: Blank) -> str:
        words = values.get(blank.name, "") if blank.name else ""
        return match_case(words, blank.asks) if words else blank.text

    return with_blanks(text, filled, not_blanks)


def fill_everywhere(session: Session, values: Mapping[str, str]) -> Session:
    """A session with its known blanks filled in every answer and in the opening."""
    return _rewrite(session, lambda place, text: fill_blanks(text, values, session.answer(place).not_blanks))


class RenameHit(NamedTuple):
    """A place where a name stands that is about to change."""

    place: str
    """Question id, or `opening`."""
    start: int
    end: int
    before: str
    """A few words before the name."""
    found: str
    after: str
    """A few words after it."""
    case: Literal["own", "capitals", "other"] = "own"
    """Whether it stands there with its own capitals, all in capitals, or with others."""

    @property
    def likely(self) -> bool:
        """Whether this is surely the name, not the start of a longer one ("District" in "District Attorney")."""
        if self.case == "capitals" and len(self.found.removeprefix("THE ").split()) > 1:
            return True
        following = self.after.lstrip(" \xa0")
        return self.case != "other" and not (self.after[:1] in (" ", "\xa0") and following[:1].isupper())


def rename_hits(session: Session, name: str) -> tuple[RenameHit, ...]:
    """Every place where a name stands as whole words, however it is typed there."""
    return tuple(
        RenameHit(
            place,
            start,
            end,
            text[max(0, start - 40) : start],
            text[start:end],
            text[end:][:40],
            _case(text[start:end], name),
        )
        for place, text in _texts(session)
        for start, end in folded(text).find(name, is_whole=True)
    )


def _case(found: str, name: str) -> Literal["own", "capitals", "other"]:
    if capitalize_first(same_letters(found)) == capitalize_first(same_letters(name)):
        return "own"
    return "capitals" if found.isupper() else "other"


def apply_renames(session: Session, changes: Iterable[tuple[RenameHit, str]]) -> Session:
    """A session with new names in place of hits, all of which must be hits of this very session.

    Where two hits overlap, the one that begins later is left alone.
    """
    by_place: dict[str, list[tuple[RenameHit, str]]] = {}
    for hit, name in changes:
        by_place.setdefault(hit.place, []).append((hit, name))

    def renamed(place: str, text: str) -> str:
        pieces, end = [], 0
        for hit, name in sorted(by_place.get(place, ()), key=lambda change: change[0].start):
            if hit.start >= end:
                words = name.upper() if hit.case == "capitals" else match_case(name, hit.found)
                pieces += [text[end : hit.start], words]
                end = hit.end
        return "".join([*pieces, text[end:]])

    return _rewrite(session, renamed)


def match_case(words: str, like: str) -> str:
    """Words that begin with a capital where what stood there did."""
    return capitalize_first(words) if like[:1].isupper() else words


def _texts(session: Session) -> Iterator[tuple[str, str]]:
    if session.opening:
        yield OPENING, session.opening
    for question_id, answer in session.answers.items():
        yield question_id, answer.text


def _rewrite(session: Session, rewrite: Callable[[str, str], str]) -> Session:
    answers = {
        question_id: answer.with_replaced_text(rewrite(question_id, answer.text)) if answer.text else answer
        for question_id, answer in session.answers.items()
    }
    opening = rewrite(OPENING, session.opening) if session.opening else ""
    return replace(session, opening=opening, answers=answers)
