"""Clauses that do not go together, as far as can be known, and terms that nothing defines.

What examples say of each other is data of the checklist. An answer is known by the example it was taken from and by the
points that were ticked; of the room's own words nothing else is known, and the finding says so. Advice, never a gate.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from mou_tui.checklist.model import Checklist, Example, Question, Relation
from mou_tui.draft.definitions import undefined_terms
from mou_tui.session.model import Session
from mou_tui.text import short_hash

Kind = Literal["needs", "excludes", "overlaps"]

OWN_WORDS = "Your own words may have settled this."
"""What is added where a clause no longer reads as the example it began as."""


class Clash(NamedTuple):
    """Two clauses that do not go together."""

    kind: Kind
    place: str
    """Id of the question whose example says so."""
    other: str
    """Id of the question it does not go together with."""
    why: str
    """The sentence for the room."""

    def other_than(self, place: str) -> str:
        """The other clause, seen from one of the two."""
        return self.other if place == self.place else self.place


class _Known(NamedTuple):
    """What can be known of an answer."""

    example: Example | None
    """The example it was taken from, or began as."""
    is_untouched: bool
    """Whether it still reads as that example."""
    points: frozenset[str]


def clashes(checklist: Checklist, session: Session) -> tuple[Clash, ...]:
    """Every pair of clauses that do not go together, in the order of the draft."""
    answers = {question.id: _known(question, session) for question in checklist.questions()}
    return tuple(
        clash
        for question in checklist.questions()
        for kind, relation in _relations(answers[question.id].example)
        for clash in _clash(checklist, question.id, kind, relation, answers, session)
    )


def clash_words(checklist: Checklist, session: Session) -> dict[str, tuple[str, ...]]:
    """What to say at each clause that clashes with another: id of the question to its sentences."""
    words: dict[str, tuple[str, ...]] = {}
    for clash in clashes(checklist, session):
        for place in dict.fromkeys((clash.place, clash.other)):
            words[place] = (*words.get(place, ()), _sentence(checklist, clash, place))
    return words


def undefined_words(checklist: Checklist, session: Session) -> tuple[str, ...]:
    """What to say of terms that the draft uses and an opening in the room's own words does not define."""
    return tuple(
        f"“{term}” is used in the draft, and the opening, in your own words, does not define it"
        for term in undefined_terms(checklist, session)
    )


def _known(question: Question, session: Session) -> _Known:
    answer = session.answer(question.id)
    if answer.not_applicable or answer.alternatives or not answer.text.strip():
        return _Known(None, False, frozenset())
    taken = answer.taken
    example = next((one for one in question.examples if taken and one.id == taken.example), None)
    is_untouched = bool(example and taken and taken.digest == short_hash(answer.text))
    covered = example.covers if example and is_untouched else ()
    return _Known(example, is_untouched, frozenset((*answer.points, *covered)))


def _relations(example: Example | None) -> Iterator[tuple[Kind, Relation]]:
    if example:
        yield from (("needs", relation) for relation in example.needs)
        yield from (("excludes", relation) for relation in example.excludes)
        yield from (("overlaps", relation) for relation in example.overlaps)


def _clash(
    checklist: Checklist, place: str, kind: Kind, relation: Relation, answers: dict[str, _Known], session: Session
) -> Iterator[Clash]:
    if kind == "needs":
        if other := _unmet(relation, answers, session):
            yield Clash(kind, place, other, _why(relation, answers[place], answers[other]))
        return
    for other in dict.fromkeys(target.partition("/")[0] for target in relation.to):
        if any(_is_met(target, answers) for target in relation.to if target.startswith(f"{other}/")):
            yield Clash(kind, place, other, _why(relation, answers[place], answers[other]))


def _unmet(relation: Relation, answers: dict[str, _Known], session: Session) -> str:
    """The question that lacks what is needed; empty where it is there, not answered yet, or cannot be known."""
    others = tuple(dict.fromkeys(target.partition("/")[0] for target in relation.to))
    if any(_is_met(target, answers) for target in relation.to):
        return ""
    for other in others:
        if session.answer(other).not_applicable or answers[other].example:
            return other
    return ""


def _is_met(target: str, answers: dict[str, _Known]) -> bool:
    other, _, rest = target.partition("/")
    kind, _, point = rest.partition("/")
    answer = answers[other]
    if point and kind == "points":
        return point in answer.points
    return answer.example is not None and answer.example.id == rest


def _why(relation: Relation, *answers: _Known) -> str:
    is_sure = all(answer.is_untouched or answer.example is None for answer in answers)
    return relation.why if is_sure else f"{relation.why} {OWN_WORDS}"


def _sentence(checklist: Checklist, clash: Clash, place: str) -> str:
    other = clash.other_than(place)
    return f"read with {checklist.number(other)} {checklist.question(other).label}: {clash.why}"
