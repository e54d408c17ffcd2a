"""The definitions that a draft needs: of each term it uses, once, and of no other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mou_tui.checklist.model import Checklist, Definition
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.session.model import Session

INTRODUCTION = "In this agreement:"


def definitions_of(checklist: Checklist, session: Session) -> str:
    """The definitions as a list, in the order of the checklist; empty where it has none."""
    if not checklist.definitions:
        return ""
    values = known_values(checklist, session)
    texts = [text for question in checklist.questions() for text in _wordings(session, question.id)]
    used = used_terms(checklist.definitions, (checklist.opening, checklist.closing, *texts))
    lines = [fill_blanks(definition.text, values) for definition in checklist.definitions if definition.term in used]
    if not lines:
        return ""
    return "\n".join([f"{INTRODUCTION}\n", *(f"- {line};" for line in lines[:-1]), f"- {lines[-1]}."])


def undefined_terms(checklist: Checklist, session: Session) -> tuple[str, ...]:
    """The terms that the draft uses and the opening, in the room's own words, does not put in quotation marks."""
    if not session.opening or not checklist.definitions:
        return ()
    texts = [text for question in checklist.questions() for text in _wordings(session, question.id)]
    used = _terms_in(checklist.definitions, texts)
    opening = session.opening.casefold()
    return tuple(
        one.term
        for one in checklist.definitions
        if one.term in used and not any(f"“{form.casefold()}”" in opening for form in (one.term, *one.forms))
    )


def used_terms(definitions: tuple[Definition, ...], texts: Iterable[str]) -> frozenset[str]:
    """The terms to define: those that texts use, those that their definitions use, and those always defined."""
    texts_of = {definition.term: definition.text for definition in definitions}
    waiting = {definition.term for definition in definitions if definition.always} | _terms_in(definitions, texts)
    used: set[str] = set()
    while waiting:
        term = waiting.pop()
        used.add(term)
        waiting |= _terms_in(definitions, (texts_of[term],)) - used
    return frozenset(used)


def _terms_in(definitions: tuple[Definition, ...], texts: Iterable[str]) -> frozenset[str]:
    pattern, terms = _glossary(definitions)
    return frozenset(term for text in texts for form in _forms_in(pattern, text) for term in terms[form])


def _wordings(session: Session, question_id: str) -> tuple[str, ...]:
    answer = session.answer(question_id)
    if answer.not_applicable:
        return ()
    return (answer.text, *(alternative.text for alternative in answer.alternatives.values()))


@lru_cache(maxsize=8)
def _glossary(definitions: tuple[Definition, ...]) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """A pattern that finds every form of every term, and the terms that each form stands for."""
    terms: dict[str, tuple[str, ...]] = {}
    for definition in definitions:
        for form in (definition.term, *definition.forms):
            terms[form.casefold()] = (*terms.get(form.casefold(), ()), definition.term)
    longest_first = sorted(terms, key=len, reverse=True)
    # Looked for ahead, so that a term inside a longer one is found as well.
    return re.compile(rf"(?<!\w)(?=({'|'.join(map(re.escape, longest_first))})(?!\w))", re.IGNORECASE), terms


@lru_cache(maxsize=1024)
def _forms_in(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(match[1].casefold() for match in pattern.finditer(text))
