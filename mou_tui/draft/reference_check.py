"""Find references between clauses (“Section 2.4”) that lead nowhere.

A number counts as ours only where it looks like a clause number and nothing near it names another text: “Section
1003.57”, “Section 504” and “Section 2.19 of the Education Code” are references to law. Advice, never a gate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.active_questions import active_questions
from mou_tui.draft.opening import opening_of
from mou_tui.language.lazy_pattern import LazyPattern
from mou_tui.session.model import OPENING, Answer, Session

HIGHEST = 40
"""The highest number within a topic that is taken for one of a clause."""

_NUMBER = r"\d{1,2}\.\d{1,2}(?!\w|\.\d|:\d|[-–]\d+(?!\d|\.\d))(?:\(\w{1,4}\))*"
_BETWEEN = r"(?:,\s*(?:and|or)\s+|,\s*|\s+(?:and|or|to|through)\s+|\s*[-–—/&]\s*)"
_REFERENCE = LazyPattern(rf"\b(?:[Ss]ections?|SECTIONS?|[Ss]ecs?\.)\s+(?:{_NUMBER})(?:{_BETWEEN}{_NUMBER})*")
_EACH = re.compile(r"\d{1,2}\.\d{1,2}")
_OTHER_TEXT = (
    r"(?:Code|Acts?|Statutes?|Stat\.|Laws?|Regulations?|Rules?|Polic(?:y|ies)|Manual|Handbook|Orders?|Chapter|Title"
    r"|Article|Part|Charter|Ordinances?|Constitution|Procedures?|Directives?|Contract|Bylaws?|Guidelines?|Standards?)"
)
_BEFORE = LazyPattern(rf"(?:\b{_OTHER_TEXT}|\b(?!MOU|MOA|SRO)(?:[A-Z]\.?){{2,}})(?:\s+[\w.:-]*\d[\w.:-]*)?[\s,;(]*$")
_THIS = r"(?:this\b|the (?:present )?(?:agreement|MOU|MOA|memorandum)\b)"
_AFTER = LazyPattern(
    rf"\s*,?\s*of\s+(?!{_THIS})"
    rf"|\s*,?\s+et seq"
    rf"|\s*,\s*(?:[A-Z][\w.]*\s+){{0,3}}{_OTHER_TEXT}"
    r"|\s+(?:polic(?:y|ies)|rules?|regulations?|plans?|services?)\b",
    re.IGNORECASE,
)


def clause_numbers(text: str, topics: int) -> tuple[str, ...]:
    """Return the numbers of the clauses that a text refers to, each once, in order.

    Args:
        text: the wording of a clause.
        topics: how many topics the agreement has.
    """
    numbers: dict[str, None] = {}
    for reference in _REFERENCE.finditer(text):
        before, after = text[max(0, reference.start() - 60) : reference.start()], text[reference.end() :]
        if not _BEFORE.search(before) and not _AFTER.match(after):
            numbers |= dict.fromkeys(filter(lambda number: _may_be_ours(number, topics), _EACH.findall(reference[0])))
    return tuple(numbers)


def dead_references(checklist: Checklist, session: Session) -> dict[str, tuple[str, ...]]:
    """Return what to say of each clause that refers to one without words, by clause id, in the order of the draft."""
    faults = _faults(checklist, session)
    sentences: dict[str, tuple[str, ...]] = {}
    for clause_id, text in _texts(checklist, session):
        dead = {number: faults.get(number, "does not exist") for number in clause_numbers(text, len(checklist.topics))}
        if clause_id == OPENING:
            # It is written from the parties at once, long before the clauses that it names.
            dead = {number: fault for number, fault in dead.items() if fault != _EMPTY}
        if any(dead.values()):
            named = (f"refers to Section {number}, which {fault}" for number, fault in dead.items() if fault)
            sentences[clause_id] = tuple(named)
    return sentences


_EMPTY = "has no words yet"


def _faults(checklist: Checklist, session: Session) -> dict[str, str]:
    """Return what is wrong with referring to each clause, by number; empty where nothing is."""
    active = {question.id for topic in checklist.topics for question in active_questions(session, topic)}

    def fault(question_id: str) -> str:
        answer = session.answer(question_id)
        if answer.not_applicable:
            return "does not apply"
        if question_id not in active:
            return "is not in the draft"
        return "" if _wordings(answer) else _EMPTY

    return {checklist.number(question.id): fault(question.id) for question in checklist.questions()}


def _texts(checklist: Checklist, session: Session) -> Iterator[tuple[str, str]]:
    yield OPENING, opening_of(checklist, session)
    for question in checklist.questions():
        answer = session.answer(question.id)
        if not answer.not_applicable:
            yield question.id, "\n\n".join(_wordings(answer))


def _wordings(answer: Answer) -> list[str]:
    """Return the wordings of a clause that the draft prints."""
    wordings = [answer.text, *(alternative.text for alternative in answer.alternatives.values())]
    return [wording for wording in wordings if wording.strip()]


def _may_be_ours(number: str, topics: int) -> bool:
    topic, _, question = number.partition(".")
    is_plain = not topic.startswith("0") and not question.startswith("0")
    return is_plain and int(topic) <= topics and int(question) <= HIGHEST
