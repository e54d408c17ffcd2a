"""Advise on wording, for the review: phrases that leave open who acts, when, or how far a duty goes.

Every rule was met in a real agreement. Advice is given only on written clauses and where it is sure, and changes no
count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mou_tui.checklist.model import Checklist
from mou_tui.draft.alias_check import find_aliases
from mou_tui.draft.blanks import find_blanks
from mou_tui.draft.contradiction_check import find_contradictions
from mou_tui.draft.opening import opening_of
from mou_tui.draft.progress import assess_progress
from mou_tui.session.model import Session

AROUND = 30
"""About how many characters of a clause are shown on either side of the phrase."""


@dataclass(frozen=True)
class Advice:
    """Point to words of a clause that leave something open."""

    clause_id: str
    """Question id."""
    number: str
    """Clause number."""
    label: str
    start: int
    end: int
    """Offsets of the phrase, in characters of the wording."""
    before: str
    phrase: str
    """The phrase itself."""
    after: str
    about: str
    """The subject in brief ("who acts?")."""
    why: str
    """Why it matters, and what to do."""

    @property
    def message(self) -> str:
        """Return the advice on one line."""
        return f"{self.number} {self.label}: “{self.phrase}”: {self.why}"


@dataclass(frozen=True)
class _Rule:
    about: str
    why: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """Words in the same sentence that answer the question."""
    unless_anywhere: re.Pattern[str] | None = None
    """The same, anywhere in the clause."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


_PEOPLE = "staff|personnel|employees?|officials?|administrators?|authorities|agency|agencies|persons?|part(?:y|ies)"
_DONE = (
    r"(?!deemed|construed|considered|interpreted|limited|based|entitled|required|allowed|permitted|authorized|prohibited"
    r"|needed|concerned|involved|located|obliged|excused|governed|bound|armed|trained|certified|employed|unaffected)"
    r"(?:[a-z]+ed|given|told|sent|made|kept|held|paid|taken|written|chosen|sought|drawn|brought|done|put|shown|known)"
)
_NEEDED = r"(?:needed|appropriate|necessary)\b(?! (?:to|for|as|by|in)\b)"
"""Not where it says what for."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ACTOR = re.compile(
    rf"\bby (?!the (?:end|start|beginning|first|last)\b|{_MONTHS}|\d|noon|midnight|(?:e-?)?mail|telephone|phone|law\b"
    r"|\[[^\]]*(?:date|day|time|month)[^\]]*\])|\b(?:ensure|require|instruct|see to it|arrange|have)s?\b"
)

_Hit = tuple[int, int, str, str]
_SENTENCE = re.compile(r"(?:[^.;\n]|[.;](?=\S)|\n(?!\s|[-*] |\d+[.)]))+[.;]?")

_RULES = (
    _Rule(
        "Who acts?",
        "it names no office. Name the title whose holder acts, or define the word in the opening.",
        _any_of(
            r"(?:(?:the|school|district|building|campus) ){0,2}administration(?! (?:of|building|office)\b)",
            r"(?:(?:school|district|law enforcement|police|city|county|public|other|appropriate) ){0,2}officials",
            rf"(?:the )?(?:appropriate|relevant|proper|designated) (?:school |district |police )?(?:{_PEOPLE})",
            rf"(?:{_PEOPLE}) as (?:appropriate|needed|necessary)",
        ),
        unless=re.compile(r"FERPA|34 CFR|educational interest|education records"),
    ),
    _Rule(
        "When?",
        "nobody can say when it is due, or that it was not done. Give an event, a date or a number of days.",
        re.compile(
            rf"(?<!staff )(?<!personnel )(?<!officials )\bas(?: may be)?(?: deemed)? {_NEEDED}|\bas-needed\b"
            rf"|\b(?:when|where|whenever|wherever|if)(?: deemed)? {_NEEDED}"
            r"|\b(?:from time to time|periodically|on a periodic basis)\b",
            re.IGNORECASE,
        ),
    ),
    _Rule(
        "How much more?",
        "it lets one side add any duty, whatever else is agreed. List the duties, or say who must agree to a new one.",
        _any_of(
            r"(?:such )?other (?:[\w-]+ )?(?:duties|tasks|services|assignments)(?:,)? (?:as|that|which) "
            r"(?:[\w-]+ ){0,6}?(?:assigned?|requests?|requested|directed?|directs|required?|requires|determined?)"
        ),
    ),
    _Rule(
        "May one say no?",
        "nobody can say what is reasonable. Say which requests, who judges them, and what follows a refusal.",
        _any_of(
            r"(?:shall|should|must|may|will) not (?:unreasonably )?(?:refuse|deny|decline) (?:(?:any|a|all|such) )?"
            r"reasonable requests?",
            r"(?:shall|should|must|will) (?:comply with|honou?r|grant) (?:(?:any|a|all) )?reasonable requests?",
        ),
    ),
    _Rule(
        "Who decides?",
        "consulting leaves open who decides, and by when. Say who has the last word, and how long there is to answer.",
        _any_of(
            "(?:in|after|upon|through|with) consultation",
            "(?:shall|must|will) consult(?: with)?",
            "in collaboration with",
        ),
        unless_anywhere=re.compile(
            r"\bdecid|\bdecision|\bfinal\b|\bprevails?\b|\blast word\b|\bwithin [\w\[\]]+ (?:\w+ )?(?:hour|day|week)",
            re.I,
        ),
    ),
    _Rule(
        "Who does it?",
        "nobody has this duty. Turn it round, so that it begins with who acts: “X shall …”.",
        re.compile(rf"\b(?:shall|must|will)(?: also| then| first| promptly| immediately)? be {_DONE}\b"),
        unless=_ACTOR,
    ),
)


def advice(checklist: Checklist, session: Session) -> tuple[Advice, ...]:
    """Return all advice on the wording of a session, in the order of the draft."""
    texts = {
        progress.id: session.answer(progress.id).text
        for progress in assess_progress(checklist, session).questions
        if progress.state in ("blanks", "written") and not progress.alternatives
    }
    opening = opening_of(checklist, session)
    disputed: dict[str, list[_Hit]] = {}
    for clause_id, start, end, other in find_contradictions(texts):
        why = (
            f"{checklist.number(other)} {checklist.question(other).label} keeps the SRO out of discipline, and this "
            "gives the SRO school rules to enforce. Choose one of the two."
        )
        disputed.setdefault(clause_id, []).append((start, end, "Discipline or not?", why))

    def advice_on(clause_id: str, text: str) -> Iterator[Advice]:
        hits = (*on_wording(text), *find_aliases(text, session, opening), *disputed.get(clause_id, ()))
        for start, end, about, why in sorted(hits):
            before, after = _around(text, start, end)
            number, label = checklist.number(clause_id), checklist.question(clause_id).label
            yield Advice(clause_id, number, label, start, end, before, text[start:end], after, about, why)

    return tuple(item for clause_id, text in texts.items() for item in advice_on(clause_id, text))


@lru_cache(maxsize=512)
def on_wording(text: str) -> tuple[_Hit, ...]:
    """Return the advice on one wording by itself: offsets in characters, the subject, and the reason."""
    return tuple(_hits(text))


def _hits(text: str) -> Iterator[_Hit]:
    blanks = [(blank.start, blank.end) for blank in find_blanks(text)]
    sentences = list(_SENTENCE.finditer(text))
    for rule in _RULES:
        if rule.unless_anywhere and rule.unless_anywhere.search(text):
            continue
        for sentence in sentences:
            if rule.unless and rule.unless.search(sentence[0]):
                continue
            for match in rule.pattern.finditer(sentence[0]):
                start, end = sentence.start() + match.start(), sentence.start() + match.end()
                if not any(first <= start < last for first, last in blanks):
                    yield start, end, rule.about, rule.why


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return a few words on either side of a passage, each on one line."""
    before, after = " ".join(text[:start].split()), " ".join(text[end:].split())
    if len(before) > AROUND:
        before = f"… {before[-AROUND:].partition(' ')[2]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]} …"
    return before, after
