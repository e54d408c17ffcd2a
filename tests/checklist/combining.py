"""What can be seen, without reading, of examples that contradict each other.

Each rule is about one kind of contradiction that whole drafts once held. A rule of one text keeps an example from being
at odds with any other; a rule of two texts names pairs that have to be declared. Whether two sentences that keep to all
of this still mean opposite things, only a reader can see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_tui.checklist.model import Checklist, Example, Question

ALONE: dict[str, tuple[str, str]] = {
    "one day on which the agreement takes effect": (
        r"takes effect|begins on (?!the later of \[start date\] and the last signature)",
        "This agreement takes effect when both have signed.",
    ),
    "a substitute is trained and chosen by rules of its own": (
        r"including a substitute|assign (?:a|another) (?:trained officer|replacement)",
        "Each SRO, including a substitute, shall complete a course.",
    ),
    "one yearly survey, held by the district": (
        r"(?<!yearly )\bsurvey",
        "Each spring [school district] shall survey students.",
    ),
    "one width for whoever releases records": (
        r"FERPA otherwise permits|title of the records custodian",
        "The custodian releases them as FERPA otherwise permits.",
    ),
    "no delay for immediate danger": (
        r"within (?:one|two|\[number\]) hours? of learning of an immediate danger",
        "Each shall telephone the other within one hour of learning of an immediate danger.",
    ),
    "disability stays with the district": (
        r"shall add disability",
        "[School district] shall add disability.",
    ),
    "an early ending says that it prevails over the term": (
        r"(?m)^(?!.*[Ee]ven if Section 10\.2).*(?:agreement|program) (?:then )?ends"
        r" (?!on \[end date\]|by |earlier)",
        "Unless they extend it, the program ends with the pilot.",
    ),
    "no clause overrides another without saying which": (
        r"whatever Section [\d.]+ (?:sets|provides)|notwithstanding",
        "This agreement ends, whatever Section 10.2 sets.",
    ),
    "the agreement is posted once, by the district, by one day": (
        r"(?s)^(?!.*\[[Ss]chool district\] shall (?:record each approval|post|keep|send|mark)).*on its website"
        r"|each publish this agreement",
        "[Police agency] and [school district] shall each publish this agreement on its website.",
    ),
    "figures come before the meeting that reads them": (
        r"(?s)^(?!.*(?:give|send|bring|exchange|compare|measure|publish)).*figures under Section 8",
        "The two shall look at the figures under Section 8.1 in June.",
    ),
}
"""What an example must not say, and a text that says it."""


def alone(text: str) -> Iterator[str]:
    """The rules that a text breaks all by itself."""
    for rule, (pattern, _) in ALONE.items():
        if re.search(pattern, text):
            yield rule


PAIRS: dict[str, tuple[str, str]] = {
    "a post kept filled where no officer is stationed": (
        r"[Ss]tationed at no School",
        r"during duty hours at a School",
    ),
    "a price by hours of duty where there are no fixed hours": (
        r"[Ss]tationed at no School",
        r"(?:benefits|equipment) for duty under|hours of duty under",
    ),
    "a room for an officer who is not stationed": (
        r"[Ss]tationed at no School",
        r"a (?:private )?room (?:that|with)|assigned School from \[room\]",
    ),
    "work on education records that are closed": (
        r"receives education records only",
        r"member of each School’s threat assessment team|watch live video",
    ),
    "seats at interviews that are not held": (
        r"shall assign only an approved nominee",
        r"to each interview of candidates",
    ),
    "all costs with one party, and a share for the other": (
        r"shall not bill|Section 1\.2, up to",
        r"percent of its cost",
    ),
    "police procedures that prevail over a limit": (
        r"They prevail over policies of \[school district\] and over this agreement",
        r"use force or restraint on a student at a School only|search only|only with a warrant or, as the law permits"
        r"|shall not arrest a student|shall not arrest or cite a student at a School over|as a suspect unless"
        r"|may question the student only|need not answer|shall not record lessons|otherwise only as \[head"
        r"|shall not ask (?:a student, parent or guardian )?about immigration|Both heads decide together"
        r"|has approved, carry no firearm",
    ),
    "district policies that prevail over a clause that follows police policy": (
        r"follow the policies of \[school district\]",
        r"\[police agency\]’s (?:use-of-force )?policy|\[Police agency\] decides what the SRO wears",
    ),
    "a fixed program that a party may leave school by school": (
        r"leave the program only in the ways",
        r"may withdraw a School",
    ),
}
"""What one of two texts says and the other must not, unless the checklist says that the two do not go together."""


def together(item: str, other: str) -> Iterator[str]:
    """The rules that two texts break together."""
    for rule, (first, second) in PAIRS.items():
        if (re.search(first, item) and re.search(second, other)) or (
            re.search(first, other) and re.search(second, item)
        ):
            yield rule


def declared(question: Question, example: Example, other: Question, other_example: Example) -> bool:
    """Whether either of two examples says that they do not go together."""
    return _says(example, other, other_example) or _says(other_example, question, example)


def _says(example: Example, other: Question, other_example: Example) -> bool:
    target = f"{other.id}/{other_example.id}"
    points = {f"{other.id}/points/{point}" for point in other_example.covers}
    against = (*example.excludes, *example.overlaps)
    if any(target in relation.to or points & set(relation.to) for relation in against):
        return True
    asked = (need for need in example.needs if any(to.startswith(f"{other.id}/") for to in need.to))
    return any(target not in relation.to and not points & set(relation.to) for relation in asked)


def pairs(checklist: Checklist) -> Iterator[tuple[Question, Example, Question, Example]]:
    """Every two examples of different questions that share a subject."""
    every = [(question, example) for question in checklist.questions() for example in question.examples]
    for place, (question, example) in enumerate(every):
        for other, other_example in every[place + 1 :]:
            if other.id != question.id and set(example.subjects) & set(other_example.subjects):
                yield question, example, other, other_example
