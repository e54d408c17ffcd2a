"""Blanks as work: every blank of a session with the words around it, and what a fact blank asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from mou_tui.checklist.model import Checklist, FactSpec, PartyRole
from mou_tui.draft.blanks import Blank, fact_names, find_blanks
from mou_tui.draft.opening import opening_of
from mou_tui.draft.progress import active_questions
from mou_tui.session.model import OPENING, Session

AROUND = 40
"""Characters that are given on either side of a blank."""


@dataclass(frozen=True)
class BlankOccurrence:
    """A blank in its place."""

    place: str
    """Question id, or `opening`."""
    number: str
    """Clause number; empty for the opening."""
    blank: Blank
    before: str
    """A few words before it."""
    after: str
    """A few words after it."""
    is_fact: bool
    """Whether it names a fact or a party, and is filled from there everywhere."""
    is_dismissed: bool
    """Whether the room said that it is no blank."""

    @property
    def where(self) -> str:
        """What to call its place ("3.1")."""
        return self.number or "the opening"


@dataclass(frozen=True)
class FactPrompt:
    """What a fact blank asks for."""

    label: str
    hint: str
    fact: str = ""
    """Id of the fact; empty if it is a name of a party."""
    party: str = ""
    """Id of the party; empty if it is a fact."""
    name: Literal["name", "short", "head"] = "name"
    """Which of the names of the party."""


def blank_occurrences(checklist: Checklist, session: Session) -> tuple[BlankOccurrence, ...]:
    """Every blank of the opening and of the questions that apply, in order, with those the room said are none."""
    facts = fact_names(checklist)

    def of(place: str, number: str, text: str, not_blanks: tuple[str, ...] = ()) -> Iterator[BlankOccurrence]:
        for blank in find_blanks(text):
            before, after = text[max(0, blank.start - AROUND) : blank.start], text[blank.end :][:AROUND]
            is_none = blank.text in not_blanks
            yield BlankOccurrence(place, number, blank, before, after, blank.name in facts and not is_none, is_none)

    found = list(of(OPENING, "", opening_of(checklist, session)))
    for topic in checklist.topics:
        for question in active_questions(session, topic):
            answer = session.answer(question.id)
            if not answer.not_applicable:
                found += of(question.id, checklist.number(question.id), answer.text, answer.not_blanks)
    return tuple(found)


def same_text(one: BlankOccurrence, of: Iterable[BlankOccurrence]) -> tuple[BlankOccurrence, ...]:
    """The other blanks with the same text, whichever case it is in; they may well ask for something else."""
    same = one.blank.text.casefold()
    return tuple(
        other for other in of if other != one and not other.is_dismissed and other.blank.text.casefold() == same
    )


def fact_prompt(checklist: Checklist, session: Session, blank: Blank) -> FactPrompt | None:
    """What a fact blank asks for; None for any other blank.

    Of a party it is the legal name while that is not known, for the other names follow from it.
    """
    for role in checklist.parties:
        if blank.name in (name.casefold() for name in (role.blank, role.name_blank, role.head_blank)):
            return _of_party(role, session, blank)
    return next((_of_fact(fact) for fact in checklist.facts if fact.blank.casefold() == blank.name), None)


def _of_party(role: PartyRole, session: Session, blank: Blank) -> FactPrompt:
    usual = role.kinds[0]
    if not session.party(role.id).name or blank.name == role.name_blank.casefold():
        return FactPrompt(f"{role.label}: its legal name", role.ask, party=role.id)
    if blank.name == role.head_blank.casefold():
        return FactPrompt(f"{role.label}: the title of its head", usual.head, party=role.id, name="head")
    return FactPrompt(f"{role.label}: what the agreement calls it", usual.short, party=role.id, name="short")


def _of_fact(fact: FactSpec) -> FactPrompt:
    return FactPrompt(fact.label, fact.hint, fact=fact.id)
