"""Find each “shall”, “should” and “may” of a sentence: who it is about, and by when, where the words leave no doubt.

An actor is named only if all that is before the word is a party, an office or a person that agreements name so. A
pronoun, or a list of people that goes on before a comma, names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from mou_tui.frozen import NamedTuple
from mou_tui.language.lazy_pattern import LazyPattern

DutyKind = Literal["shall", "should", "may"]

_MODAL = LazyPattern(r"(?<![“\"‘\w])(?P<kind>shall|should|may)(?: not)?\b(?![”\"’]|-)")
# "behavior that may arise" permits nothing.
_DESCRIBES = LazyPattern(r"\b(?:that|which|who|whom|as|what|whatever)(?: (?:the |an? )?[\w’]+)?$", re.I)
_PART = LazyPattern(r"[;:]|(?<=\w) [–—] ")
_JOINS = LazyPattern(r"^(?:(?:and|or|but|then|also|meanwhile|however|nor)\b[ ,]*)+", re.I)
_JOINED = LazyPattern(r"\b(?:and|or|but)\b[^,]*$", re.I)
_MOST_WORDS = 10
_KINDS: dict[str, DutyKind] = {"shall": "shall", "should": "should", "may": "may"}
_WHO_CLAUSE = LazyPattern(r" (?:who|whom|whose|that) ")
_INTRODUCES = LazyPattern(
    r"(?:if|where|when|whenever|unless|while|although|because|since|in|on|at|by|before|after|during|within|for|under|as|"
    r"with|without|each|every|once|upon|until|to|from|except|meanwhile|otherwise|beginning|no later|not later)\b",
    re.I,
)
"""How a condition or a time begins that is before whoever acts."""
_ENDS_JOINED = LazyPattern(r"(?:^|[\s,])(?:and|or|but)$", re.I)
_ROLES = (
    r"(?:(?:lead |trained )?SROs?|students?|parents? or guardians?|complainants?|"
    r"SRO’s supervisor|supervisors?|substitutes?|Principals?|Superintendent|"
    r"Chief(?: of Police)?|Sheriff|Marshal|records custodians?|(?:school |trained |other )*employees|employee|"
    r"(?:other )?officers?|police|part(?:y|ies)|heads|both heads|anyone|nobody|no one|governing bod(?:y|ies)|panel|"
    r"review group|advisory group|school board|city council|county board|District|Agency|Department|School District|"
    r"Police Department|Sheriff’s Office|visiting officers?)"
)
_FIRST = r"(?:the |an? |each |every |either |neither |both |all |any |no |one |another |that |other )*"
_OF = (
    r"(?: of (?:the|each|every|an?|that|its) (?:School|school|Police Department|School District|party)"
    r"(?: concerned| served| involved)?)?"
)

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)"
)
_COUNT = r"(?:\[[^\]\n]{1,40}\]|\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)"
_UNIT = r"(?:(?:school|business|calendar|working) )?(?:minute|hour|day|week|month|year)s?"
_EACH = r"(?: (?:of )?(?:each|every) (?:later )?(?:school |calendar )?year)?"
_TIME = LazyPattern(
    rf"\b(?:within|no later than|not later than) {_COUNT}(?: {_UNIT}|(?=[,.;]))"
    rf"(?: (?:of|after|before|from) (?:an? |the |its |each )?(?:written )?[a-z]+)?"
    rf"|\bby (?:each )?{_MONTH} \d{{1,2}}(?: and (?:{_MONTH} )?\d{{1,2}})?(?:, \d{{4}})?{_EACH}"
    rf"|\bby {_MONTH} \d{{4}}\b"
    rf"|\b(?:each|every) (?:school )?(?:year|semester|quarter|month|week|spring|fall|summer|{_MONTH})\b"
    rf"(?: by {_MONTH} \d{{1,2}})?"
    r"|\bat once\b|\bimmediately\b|\bthat day\b|\bthe same day\b|\bannually\b"
    r"|\bbefore (?:the first day|classes begin each year|each school year|the school year)\b"
    r"|\bin the first (?:week|month) of (?:the|each) school year\b",
    re.I,
)


class DutyWord(NamedTuple):
    """Hold one “shall”, “should” or “may”."""

    kind: DutyKind
    start: int
    """Where it is in the sentence."""
    words: str
    """The word with what follows it, as far as the next mark ("shall not promise secrecy")."""
    actor: str
    """Who, as the sentence says it; empty where that is not certain."""
    time: str
    """By when or how often, as the sentence says it; empty where nothing says so for certain."""


class Actors:
    """Recognize the parties and offices of an agreement.

    Args:
        names: what the agreement calls the parties and their leaders ("the Police Department").
    """

    def __init__(self, names: Iterable[str]) -> None:
        own = "|".join(re.escape(name.removeprefix("the ")) for name in names if name.strip())
        role = f"(?:{own}|{_ROLES})" if own else _ROLES
        actor = rf"(?:{_FIRST}{role}{_OF})"
        self._subject = re.compile(
            rf"{actor}(?:(?:, (?:and |or )?| and | or |, together with ){actor})*", re.IGNORECASE
        )

    def named(self, before: str) -> str:
        """Return who acts, from what is before the word in its part of a sentence; empty where it is not certain."""
        *earlier, last = (_JOINS.sub("", part.strip()) for part in before.strip(" ,").split(","))
        subject = _WHO_CLAUSE.split(f"{_without_time(last)} ")[0].strip()
        if not self._subject.fullmatch(subject):
            return ""
        run = 0
        while run < len(earlier) and self._subject.fullmatch(earlier[-1 - run]):
            run += 1
        introduced = earlier[: len(earlier) - run]
        # What else is before a comma may begin a longer list: "A panel named by the Chief, the Principal and".
        if introduced and not (_INTRODUCES.match(introduced[0]) or _TIME.match(introduced[0])):
            return ""
        if any(_ENDS_JOINED.search(part) for part in earlier):
            return ""
        return ", ".join((*earlier[len(earlier) - run :], subject)) if run else subject


def _without_time(part: str) -> str:
    """Return what is before a word without the time it may begin with ("By June 30 the parties")."""
    time = _TIME.match(part)
    return part[time.end() :].strip() if time else part


def duty_words(sentence: str, actors: Actors) -> Iterator[DutyWord]:
    """Yield each “shall”, “should” and “may” of a sentence, in order."""
    matches = [match for match in _MODAL.finditer(sentence) if not _is_description(sentence, match)]
    begins = [_part_start(sentence, match, before) for before, match in zip((None, *matches), matches, strict=False)]
    actor = ""
    for index, (match, start) in enumerate(zip(matches, begins, strict=True)):
        before = sentence[start : match.start()]
        # "shall not counsel them, and shall not promise": the same actor goes on.
        if index == 0 or _JOINS.sub("", f"{before.strip(' ,')} ").strip():
            actor = actors.named(before)
        until = begins[index + 1] if index + 1 < len(matches) else len(sentence)
        times = dict.fromkeys(time.group() for time in _TIME.finditer(sentence[start:until]))
        yield DutyWord(_KINDS[match["kind"]], match.start(), _words(sentence, match), actor, "; ".join(times))


def _is_description(sentence: str, match: re.Match[str]) -> bool:
    return match["kind"] == "may" and _DESCRIBES.search(sentence[: match.start()].rstrip()) is not None


def _part_start(sentence: str, match: re.Match[str], before: re.Match[str] | None) -> int:
    """Return where the part of a sentence begins that a word is in; the words before it that it shares stay out."""
    start = before.end() if before else 0
    marks = list(_PART.finditer(sentence[start : match.start()]))
    if marks:
        return start + marks[-1].end()
    if before is None:
        return 0
    between = sentence[start : match.start()]
    joined = _JOINED.search(between)
    return start + joined.start() if joined else start + between.rfind(",") + 1


def _words(sentence: str, match: re.Match[str]) -> str:
    after = re.split(r"[,;:]|\.(?:\s|$)|\b(?:and|or) (?:shall|should|may)\b", sentence[match.start() :])
    words = _ENDS_JOINED.sub("", after[0].strip()).split()
    if len(words) <= len(match.group().split()):
        words = re.split(r"[;:]|\.(?:\s|$)", sentence[match.start() :])[0].split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
