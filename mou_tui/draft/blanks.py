"""Fill-ins left in wording: finding them, filling them from facts, and changing a name everywhere.

A blank is `[words]` not followed by `(`, `[` or `:`; `___`; `$XX`; or `TBD`. A fact blank names a fact or a party
(`[school district]`) and is filled from it everywhere; any other blank is its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from mou_tui.checklist.checklist import Checklist
from mou_tui.session.session import OPENING, Answer, Session
from mou_tui.text import capital

# A lone x is a ticked box of a list, not something to fill in.
PATTERN = re.compile(r"\[(?![xX]\])(?=[^\[\]\n]*[^\W_])[^\[\]\n]*\](?![(\[:])|_{3,}|\$X{2,}|\bTBD\b")


class Blank(NamedTuple):
    """A fill-in in a wording; offsets are in characters."""

    text: str
    """As it stands, brackets included."""
    start: int
    end: int

    @property
    def name(self) -> str:
        """What the blank asks for, in lower case; empty for a mere line."""
        return self.text[1:-1].strip().casefold() if self.text.startswith("[") else ""


@lru_cache(maxsize=512)
def find(text: str) -> tuple[Blank, ...]:
    """The blanks of a wording, in order."""
    return tuple(Blank(match[0], match.start(), match.end()) for match in PATTERN.finditer(text))


def blanks_of(answer: Answer) -> tuple[Blank, ...]:
    """The blanks of an answer, without what the room said is none."""
    return tuple(blank for blank in find(answer.text) if blank.text not in answer.not_blanks)


def known(checklist: Checklist, session: Session) -> dict[str, str]:
    """What is known now: the name of each fact blank to the words that fill it."""
    values: dict[str, str] = {}
    for role in checklist.parties:
        party = session.party(role.id)
        values |= {role.blank: party.short, role.name_blank: party.name, role.head_blank: party.head}
    for fact in checklist.facts:
        values[fact.blank] = session.facts.get(fact.id, "")
    return {name.casefold(): words for name, words in values.items() if words}


def fact_names(checklist: Checklist) -> frozenset[str]:
    """The names of all fact blanks, whether known yet or not."""
    roles = ((role.blank, role.name_blank, role.head_blank) for role in checklist.parties)
    names = [*(name for three in roles for name in three), *(fact.blank for fact in checklist.facts)]
    return frozenset(name.casefold() for name in names)


def fill(text: str, values: Mapping[str, str], not_blanks: Collection[str] = ()) -> str:
    """A wording with its known blanks filled; a blank with a capital begins a sentence, and so do its words."""

    def filled(match: re.Match[str]) -> str:
        name = match[0][1:-1].strip()
        is_blank = match[0].startswith("[") and match[0] not in not_blanks
        words = values.get(name.casefold(), "") if is_blank else ""
        return cased(words, name) if words else match[0]

    return PATTERN.sub(filled, text)


def fill_everywhere(session: Session, values: Mapping[str, str]) -> Session:
    """A session with its known blanks filled in every answer and in the opening."""
    return _rewrite(session, lambda place, text: fill(text, values, session.answer(place).not_blanks))


class Hit(NamedTuple):
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

    @property
    def likely(self) -> bool:
        """Whether this is surely the name, not the start of a longer one ("District" in "District Attorney")."""
        following = self.after.lstrip(" ")
        return not (self.after.startswith(" ") and following[:1].isupper())


def hits(session: Session, name: str) -> tuple[Hit, ...]:
    """Every place where a name stands as whole words, whichever case its first letter has."""
    if not name.strip():
        return ()
    first, rest = re.escape(name[0]), re.escape(name[1:])
    pattern = re.compile(rf"(?<!\w)(?:(?i:{first})){rest}(?!\w)")
    return tuple(
        Hit(
            place,
            found.start(),
            found.end(),
            text[max(0, found.start() - 40) : found.start()],
            found[0],
            text[found.end() :][:40],
        )
        for place, text in _texts(session)
        for found in pattern.finditer(text)
    )


def rename(session: Session, changes: Iterable[tuple[Hit, str]]) -> Session:
    """A session with new names in place of hits, all of which must be hits of this very session.

    Where two hits overlap, the one that begins later is left alone.
    """
    by_place: dict[str, list[tuple[Hit, str]]] = {}
    for hit, name in changes:
        by_place.setdefault(hit.place, []).append((hit, name))

    def renamed(place: str, text: str) -> str:
        pieces, end = [], 0
        for hit, name in sorted(by_place.get(place, ()), key=lambda change: change[0].start):
            if hit.start >= end:
                pieces += [text[end : hit.start], cased(name, hit.found)]
                end = hit.end
        return "".join([*pieces, text[end:]])

    return _rewrite(session, renamed)


def cased(words: str, like: str) -> str:
    """Words that begin with a capital where what stood there did."""
    return capital(words) if like[:1].isupper() else words


def _texts(session: Session) -> Iterator[tuple[str, str]]:
    if session.opening:
        yield OPENING, session.opening
    for question_id, answer in session.answers.items():
        yield question_id, answer.text


def _rewrite(session: Session, rewrite: Callable[[str, str], str]) -> Session:
    answers = {
        question_id: answer.refill(rewrite(question_id, answer.text)) if answer.text else answer
        for question_id, answer in session.answers.items()
    }
    opening = rewrite(OPENING, session.opening) if session.opening else ""
    return replace(session, opening=opening, answers=answers)
