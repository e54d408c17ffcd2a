"""List the blanks of a session with the text around them, and say what a fact blank asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from mou_tui.checklist.facts import FactSpec
from mou_tui.checklist.model import Checklist, PartyRole
from mou_tui.draft.active_questions import active_questions
from mou_tui.draft.blanks import Blank, fact_names, find_blanks
from mou_tui.draft.opening import opening_of
from mou_tui.frozen import dataclass
from mou_tui.session.model import OPENING, Session

AROUND = 40
"""How many characters are given on either side of a blank."""


@dataclass(frozen=True)
class BlankOccurrence:
    """Locate a blank in the opening or in a clause."""

    clause_id: str
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
    """Whether the parties dismissed it as no blank."""

    @property
    def where(self) -> str:
        """Return the clause number ("3.1"), or "the opening"."""
        return self.number or "the opening"


@dataclass(frozen=True)
class FactPrompt:
    """Describe what a fact blank asks for."""

    label: str
    hint: str
    fact: str = ""
    """Id of the fact; empty if it is a name of a party."""
    party: str = ""
    """Id of the party; empty if it is a fact."""
    name: Literal["name", "short", "head"] = "name"
    """Which of the names of the party."""


def blank_occurrences(checklist: Checklist, session: Session) -> tuple[BlankOccurrence, ...]:
    """Return every blank of the opening and of the questions that apply, in order, dismissed ones included."""
    facts = fact_names(checklist)

    def of(clause_id: str, number: str, text: str, not_blanks: tuple[str, ...] = ()) -> Iterator[BlankOccurrence]:
        for blank in find_blanks(text):
            before, after = text[max(0, blank.start - AROUND) : blank.start], text[blank.end :][:AROUND]
            is_none = blank.text in not_blanks
            yield BlankOccurrence(clause_id, number, blank, before, after, blank.name in facts and not is_none, is_none)

    occurrences = list(of(OPENING, "", opening_of(checklist, session)))
    for topic in checklist.topics:
        for question in active_questions(session, topic):
            answer = session.answer(question.id)
            if not answer.not_applicable:
                occurrences += of(question.id, checklist.number(question.id), answer.text, answer.not_blanks)
    return tuple(occurrences)


def same_text(occurrence: BlankOccurrence, occurrences: Iterable[BlankOccurrence]) -> tuple[BlankOccurrence, ...]:
    """Return the other blanks with the same text, regardless of case; they may ask for something else."""
    same = occurrence.blank.text.casefold()
    return tuple(
        other
        for other in occurrences
        if other != occurrence and not other.is_dismissed and other.blank.text.casefold() == same
    )


def fact_prompt(checklist: Checklist, session: Session, blank: Blank) -> FactPrompt | None:
    """Return what a fact blank asks for; None for any other blank.

    For a party it is the legal name while that is not known, because the other names follow from it.
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
        return FactPrompt(f"{role.label}: the title of its leader", usual.head, party=role.id, name="head")
    return FactPrompt(f"{role.label}: what the agreement calls it", usual.short, party=role.id, name="short")


def _of_fact(fact: FactSpec) -> FactPrompt:
    return FactPrompt(fact.label, fact.hint, fact=fact.id)
