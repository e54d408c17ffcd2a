"""Rename a party wherever its name occurs, however it is typed there, with the possessive that the new name takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from mou_tui.draft.blanks import match_case, rewrite
from mou_tui.draft.folding import folded, same_letters
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import capitalize_first
from mou_tui.session.model import OPENING, Session

_POSSESSIVE = re.compile(r"(?P<apostrophe>[’'])(?P<s>[sS]?)(?!\w)")
_OPENED = re.compile(r"(?:(?<!\w)'|‘)[^’']*$")


class RenameHit(NamedTuple):
    """Locate a name that is about to change."""

    clause_id: str
    """Question id, or `opening`."""
    start: int
    end: int
    before: str
    """A few words before the name."""
    name: str
    after: str
    """A few words after it."""
    case: Literal["own", "capitals", "other"] = "own"
    """Whether it is there with its own capitals, all in capitals, or with others."""

    @property
    def likely(self) -> bool:
        """Tell whether this is surely the name, not the start of a longer one ("District" in "District Attorney")."""
        if self.case == "capitals" and len(self.name.removeprefix("THE ").split()) > 1:
            return True
        following = self.after.lstrip(" \xa0")
        return self.case != "other" and not (self.after[:1] in (" ", "\xa0") and following[:1].isupper())


def rename_hits(session: Session, name: str) -> tuple[RenameHit, ...]:
    """Return every occurrence of a name as whole words, however it is typed."""
    return tuple(
        RenameHit(
            clause_id,
            start,
            end,
            text[max(0, start - 40) : start],
            text[start:end],
            text[end:][:40],
            _case(text[start:end], name),
        )
        for clause_id, text in _texts(session)
        for start, end in folded(text).find(name, is_whole=True)
    )


def _case(occurrence: str, name: str) -> Literal["own", "capitals", "other"]:
    if capitalize_first(same_letters(occurrence)) == capitalize_first(same_letters(name)):
        return "own"
    return "capitals" if occurrence.isupper() else "other"


def apply_renames(session: Session, changes: Iterable[tuple[RenameHit, str]]) -> Session:
    """Replace hits by new names; every hit must be one of this very session.

    Where two hits overlap, the one that begins later is left alone.
    """
    by_clause: dict[str, list[tuple[RenameHit, str]]] = {}
    for hit, name in changes:
        by_clause.setdefault(hit.clause_id, []).append((hit, name))

    def renamed(clause_id: str, text: str) -> str:
        pieces, end = [], 0
        for hit, name in sorted(by_clause.get(clause_id, ()), key=lambda change: change[0].start):
            if hit.start >= end:
                replacement = name.upper() if hit.case == "capitals" else match_case(name, hit.name)
                possessive, after = _possessive(text, hit, replacement)
                pieces += [text[end : hit.start], replacement, possessive]
                end = after
        return "".join([*pieces, text[end:]])

    return rewrite(session, renamed)


def _possessive(text: str, hit: RenameHit, name: str) -> tuple[str, int]:
    """Return the possessive that a new name takes in place of the old one's, and where the text goes on after it.

    “the Schools’ duty” is “the District’s duty”, and the other way round.
    """
    match = _POSSESSIVE.match(text, hit.end)
    was_plural, is_plural = hit.name[-1:] in "sS", name[-1:] in "sS"
    if not match or was_plural == is_plural or bool(match["s"]) == was_plural:
        return "", hit.end
    if was_plural and _OPENED.search(hit.before):
        # A quotation mark that ends what another began.
        return "", hit.end
    ending = "S" if hit.case == "capitals" else "s"
    return match["apostrophe"] + ("" if is_plural else ending), match.end()


def _texts(session: Session) -> Iterator[tuple[str, str]]:
    if session.opening:
        yield OPENING, session.opening
    for question_id, answer in session.answers.items():
        yield question_id, answer.text
