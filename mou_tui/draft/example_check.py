"""Find examples of a checklist that would not read as a sentence once they stand in a draft, their blanks filled.

For whoever writes a checklist: advice, never a gate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_tui.checklist.content_warnings import LOWER_CASE, NO_FULL_STOP
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.text_limits import Fault, Steps
from mou_tui.draft.blanks import fact_names, fill_blanks, find_blanks, known_values
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Item, Paragraph, plain_text
from mou_tui.draft.reference_check import clause_numbers
from mou_tui.session.model import ChecklistRef, Party, Session
from mou_tui.storage.validation_errors import did_you_mean

_FACTS = {
    "date": "July 1, 2027",
    "list": "Lake City High School and Birch Middle School",
    "number": "3",
    "money": "$500",
    "state": "Virginia",
    "text": "Lake City",
}
"""What a fact of each kind may be."""

LONGEST = 4_000
"""Characters of a text that is looked at; a longer one is a mistake already."""

_TWO_ARTICLES = re.compile(r"\b((?:the|an?) (?:the|an?) \w+)", re.IGNORECASE)
_LOWER_CASE = re.compile(r"^[a-z]|(?<!\betc)(?<!\bvs)(?<=[\w)\]]{2})[.?!]”? +[a-z]")
"""A paragraph, or a sentence after another, that begins in lower case; `a.m.` ends none."""
_MARKUP = re.compile(r"(?m)^#{1,6} |\*\*|__(?=[^\W_])|`|\]\(|</?[a-z]+>|^\|")


def example_warnings(checklist: Checklist) -> Iterator[Fault]:
    """Yield what to warn of in the examples of a checklist, with where it is."""
    values = known_values(checklist, _filled(checklist))
    names = fact_names(checklist)
    always = {checklist.number(question.id) for question in checklist.questions("essential")}
    every = {checklist.number(question.id) for question in checklist.questions()}
    for number, topic in enumerate(checklist.topics):
        for index, question in enumerate(topic.questions):
            for position, example in enumerate(question.examples):
                if len(example.text) > LONGEST:
                    continue
                at: Steps = ("topics", number, "questions", index, "examples", position, "text")
                faults = (
                    *_as_written(example.text, names),
                    *_as_filled(fill_blanks(example.text, values)),
                    *_references(example.text, len(checklist.topics), always, every),
                )
                yield from ((at, fault) for fault in faults)


def _filled(checklist: Checklist) -> Session:
    """Return a session that knows every party and fact."""
    parties = tuple(
        Party(role.id, role.kinds[0].id, f"Lake City {role.kinds[0].label}", role.kinds[0].short, role.kinds[0].head)
        for role in checklist.parties
        if role.kinds
    )
    facts = {fact.id: fact.written_out(_FACTS[fact.kind]) for fact in checklist.facts}
    return Session(ChecklistRef(checklist.id, checklist.version), parties=parties, facts=facts)


def _as_written(text: str, names: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong with the blanks of an example."""
    for blank in find_blanks(text):
        meant = did_you_mean(blank.name, names - {blank.name}, likeness=0.85) if blank.name not in names else ""
        if not blank.name:
            yield f"“{blank.text}” does not say what belongs there; write it in brackets, as [number of days]"
        elif meant:
            yield f"“{blank.text}” is filled by nothing that is asked once{meant}"
    if text.count("[") != text.count("]"):
        yield "has a bracket that is not closed, or not opened; a blank stands between “[” and “]”"


def _as_filled(text: str) -> Iterator[str]:
    """Yield what is wrong with the sentences of an example whose blanks are filled."""
    if not text.strip():
        return
    if articles := _TWO_ARTICLES.search(text):
        yield f"reads “{articles[1]}” once its blanks are filled; leave out the article before the blank"
    blocks = parse(text)
    if _MARKUP.search(text) or not all(isinstance(block, (Paragraph, Item)) for block in blocks):
        yield "is more than paragraphs and lists; headings, tables, links and emphasis have no place in a clause"
    if any(_LOWER_CASE.search(plain_text(block.content)) for block in blocks if isinstance(block, Paragraph)):
        yield f"{LOWER_CASE}, and a blank at the beginning of one with a capital, as [Police agency]"
    if text.rstrip()[-1] not in ".?!”)]":
        yield NO_FULL_STOP


def _references(text: str, topics: int, always: set[str], every: set[str]) -> Iterator[str]:
    for number in clause_numbers(text, topics):
        if number not in every:
            yield f"refers to Section {number}, which the checklist does not have"
        elif number not in always:
            yield f"refers to Section {number}, which only a session with all questions has; refer to an essential one"
