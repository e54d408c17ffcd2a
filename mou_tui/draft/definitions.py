"""Select the definitions that a draft needs: of each term it uses, once, and of no other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from mou_tui.checklist.model import Checklist, Definition
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.session.model import Session

INTRODUCTION = "In this agreement:"


def definitions_of(checklist: Checklist, session: Session) -> str:
    """Return the definitions as a list, in the order of the checklist; empty where it has none."""
    if not checklist.definitions:
        return ""
    used = used_terms(checklist.definitions, (checklist.opening, checklist.closing, *_texts(checklist, session)))
    texts_used = tuple(definition.text for definition in checklist.definitions if definition.term in used)
    return _listed(texts_used, tuple(known_values(checklist, session).items()))


@lru_cache(maxsize=8)
def _listed(texts: tuple[str, ...], values: tuple[tuple[str, str], ...]) -> str:
    lines = [fill_blanks(text, dict(values)) for text in texts]
    return "\n".join([f"{INTRODUCTION}\n", *(f"- {line};" for line in lines[:-1]), f"- {lines[-1]}."]) if lines else ""


def undefined_terms(checklist: Checklist, session: Session) -> tuple[str, ...]:
    """Return the terms that the draft uses and a rewritten opening does not put in quotation marks."""
    if not session.opening or not checklist.definitions:
        return ()
    glossary = _glossary(checklist.definitions)
    used = {term for text in _texts(checklist, session) for term in glossary.terms_in(text)}
    opening = session.opening.casefold()
    return tuple(
        definition.term
        for definition in checklist.definitions
        if definition.term in used
        and not any(f"“{form.casefold()}”" in opening for form in (definition.term, *definition.forms))
    )


def definitions_by_term(
    checklist: Checklist, session: Session, terms: Iterable[str], texts: Iterable[str]
) -> tuple[str, ...]:
    """Return what some terms mean that texts use, in the order of the terms; none if the room wrote its own opening."""
    if session.opening or not checklist.definitions:
        return ()
    glossary = _glossary(checklist.definitions)
    used = {term for text in texts for term in glossary.terms_in(text)}
    values = dict(known_values(checklist, session))
    by_term = {definition.term: definition.text for definition in checklist.definitions}
    return tuple(fill_blanks(by_term[term], values) for term in terms if term in used and term in by_term)


def used_terms(definitions: tuple[Definition, ...], texts: Iterable[str]) -> frozenset[str]:
    """Return the terms to define: those texts use, those their definitions use, and those always defined."""
    glossary = _glossary(definitions)
    # Lists, because this runs at every key and a generator costs a call for each term.
    direct = set().union(*[glossary.terms_in(text) for text in texts])
    return glossary.always.union(*[glossary.brought_by(term) for term in direct])


def _texts(checklist: Checklist, session: Session) -> list[str]:
    """Return every text of the clauses that apply, alternatives included."""
    texts = []
    for question in checklist.questions():
        answer = session.answers.get(question.id)
        if answer and not answer.not_applicable:
            texts.append(answer.text)
            texts += [alternative.text for alternative in answer.alternatives.values()]
    return texts


class _Glossary:
    """Find terms in texts; cached by text, for all but one stay the same from key to key."""

    def __init__(self, definitions: tuple[Definition, ...]) -> None:
        self._terms: dict[str, tuple[str, ...]] = {}
        for definition in definitions:
            for form in (definition.term, *definition.forms):
                self._terms[form.casefold()] = (*self._terms.get(form.casefold(), ()), definition.term)
        self._longest_first = sorted(self._terms, key=len, reverse=True)
        self._texts = {definition.term: definition.text for definition in definitions}
        self.terms_in = lru_cache(maxsize=1024)(self._terms_in)
        self.brought_by = cache(self._closure)
        always = (self.brought_by(definition.term) for definition in definitions if definition.always)
        self.always: frozenset[str] = frozenset().union(*always)

    def _terms_in(self, text: str) -> frozenset[str]:
        # One search for each form: a pattern of all takes as long to compile as a draft to write.
        folded, forms = text.casefold(), dict[int, str]()
        for form in self._longest_first:
            start = folded.find(form)
            while start >= 0:
                # Of those that begin in one place, the longest counts; a term inside a longer one does as well.
                if _is_whole(folded, start, start + len(form)):
                    forms.setdefault(start, form)
                start = folded.find(form, start + 1)
        return frozenset(term for form in forms.values() for term in self._terms[form])

    def _closure(self, first_term: str) -> frozenset[str]:
        """Return a term with those that its definition uses, and theirs."""
        waiting, brought = {first_term}, set[str]()
        while waiting:
            term = waiting.pop()
            brought.add(term)
            waiting |= self.terms_in(self._texts[term]) - brought
        return frozenset(brought)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether no letter, digit or underscore joins a part of a text to what is around it."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(character.isalnum() or character == "_" for character in around)


@lru_cache(maxsize=8)
def _glossary(definitions: tuple[Definition, ...]) -> _Glossary:
    return _Glossary(definitions)
