"""Find clauses that conflict, as far as can be known, and terms that nothing defines.

What examples say of each other is data of the checklist. An answer is known by the example it was taken from and by the
points that were ticked; nothing else is known of a rewritten text, and the sentence says so. Advice, never a gate.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mou_tui.checklist.model import Checklist, Example, Question, Relation
from mou_tui.draft.definitions import undefined_terms
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import short_hash
from mou_tui.session.model import Session

Kind = Literal["needs", "excludes", "overlaps"]

OWN_WORDS = "Your own words may have settled this."
"""The sentence added where a clause no longer reads as the example it was taken from."""


class Clash(NamedTuple):
    """Name two clauses that conflict."""

    kind: Kind
    clause_id: str
    """Id of the question whose example says so."""
    other_id: str
    """Id of the question it does not go together with."""
    why: str
    """The sentence to show."""

    def other_than(self, clause_id: str) -> str:
        """Return the id of the other clause, seen from one of the two."""
        return self.other_id if clause_id == self.clause_id else self.clause_id


class _Known(NamedTuple):
    """Hold what can be known of an answer."""

    example: Example | None
    """The example it was taken from."""
    is_untouched: bool
    """Whether it still reads as that example."""
    points: frozenset[str]


def clashes(checklist: Checklist, session: Session) -> tuple[Clash, ...]:
    """Return every pair of clauses that conflict, in the order of the draft."""
    answers = {question.id: _known(question, session) for question in checklist.questions()}
    return tuple(
        clash
        for question in checklist.questions()
        for kind, relation in _relations(answers[question.id].example)
        for clash in _clash(checklist, question.id, kind, relation, answers, session)
    )


def clash_words(checklist: Checklist, session: Session) -> dict[str, tuple[str, ...]]:
    """Return the sentences to show at each clause that conflicts with another, by question id."""
    sentences: dict[str, tuple[str, ...]] = {}
    for clash in clashes(checklist, session):
        for clause_id in dict.fromkeys((clash.clause_id, clash.other_id)):
            sentences[clause_id] = (*sentences.get(clause_id, ()), _sentence(checklist, clash, clause_id))
    return sentences


def undefined_words(checklist: Checklist, session: Session) -> tuple[str, ...]:
    """Return a sentence for each term that the draft uses and a rewritten opening does not define."""
    return tuple(
        f"“{term}” is used in the draft, and the opening, in your own words, does not define it"
        for term in undefined_terms(checklist, session)
    )


def _known(question: Question, session: Session) -> _Known:
    answer = session.answer(question.id)
    if answer.not_applicable or answer.alternatives or not answer.text.strip():
        return _Known(None, False, frozenset())
    taken = answer.taken
    example = next((candidate for candidate in question.examples if taken and candidate.id == taken.example), None)
    is_untouched = bool(example and taken and taken.digest == short_hash(answer.text))
    covered = example.covers if example and is_untouched else ()
    return _Known(example, is_untouched, frozenset((*answer.points, *covered)))


def _relations(example: Example | None) -> Iterator[tuple[Kind, Relation]]:
    if example:
        yield from (("needs", relation) for relation in example.needs)
        yield from (("excludes", relation) for relation in example.excludes)
        yield from (("overlaps", relation) for relation in example.overlaps)


def _clash(
    checklist: Checklist, clause_id: str, kind: Kind, relation: Relation, answers: dict[str, _Known], session: Session
) -> Iterator[Clash]:
    if kind == "needs":
        if other_id := _unmet(relation, answers, session):
            yield Clash(kind, clause_id, other_id, _why(relation, answers[clause_id], answers[other_id]))
        return
    for other_id in dict.fromkeys(target.partition("/")[0] for target in relation.to):
        if any(_is_met(target, answers) for target in relation.to if target.startswith(f"{other_id}/")):
            yield Clash(kind, clause_id, other_id, _why(relation, answers[clause_id], answers[other_id]))


def _unmet(relation: Relation, answers: dict[str, _Known], session: Session) -> str:
    """Return the question that lacks what is needed; empty where it is met, unanswered, or cannot be known."""
    question_ids = tuple(dict.fromkeys(target.partition("/")[0] for target in relation.to))
    if any(_is_met(target, answers) for target in relation.to):
        return ""
    for question_id in question_ids:
        if session.answer(question_id).not_applicable or answers[question_id].example:
            return question_id
    return ""


def _is_met(target: str, answers: dict[str, _Known]) -> bool:
    question_id, _, reference = target.partition("/")
    kind, _, point = reference.partition("/")
    answer = answers[question_id]
    if point and kind == "points":
        return point in answer.points
    return answer.example is not None and answer.example.id == reference


def _why(relation: Relation, *answers: _Known) -> str:
    is_sure = all(answer.is_untouched or answer.example is None for answer in answers)
    return relation.why if is_sure else f"{relation.why} {OWN_WORDS}"


def _sentence(checklist: Checklist, clash: Clash, clause_id: str) -> str:
    other_id = clash.other_than(clause_id)
    return f"read with {checklist.number(other_id)} {checklist.question(other_id).label}: {clash.why}"
