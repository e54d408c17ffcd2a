"""What a filled form says: for clauses, words and reasons, and what kind of person they are from; no names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.forms.shown_wordings import Wordings, is_changed
from mou_tui.frozen import NamedTuple, dataclass
from mou_tui.language.text import clean
from mou_tui.session.proposals import Voice

LONGEST = 20_000
"""Characters of the longest text that a place may hold."""

_VOICES: tuple[tuple[Voice, str], ...] = (
    (
        "parent",
        r"parents?|mother|father|mom|mum|dad|guardians?|grand(?:mother|father|parent)s?|caregivers?|famil(?:y|ies)",
    ),
    ("teacher", r"teachers?|educators?"),
    ("student", r"students?|pupils?"),
)
_CAPTION = re.compile(r"\s*(\d{1,2}\.\d{1,3})?[\s.:]*(.*?)\s*", re.DOTALL)
_SAYS_NOTHING = frozenset(("", "-", "–", "—", "none", "n/a", "na", "nothing", "no change", "no changes", "no comment"))


@dataclass(frozen=True)
class FilledClause:
    """What a form says of one clause."""

    question_id: str
    """Empty where the form names a clause that the agreement does not have."""
    caption: str
    """What the form calls the clause ("3.1 Command")."""
    text: str
    """The words proposed; empty for none."""
    reason: str
    voice: Voice


class FilledForm(NamedTuple):
    """A form that was read.

    Attributes:
        name: The name of its file, for messages; nothing keeps it.
        clauses: What it says, in its order; nothing for places that were left empty.
    """

    name: str
    clauses: tuple[FilledClause, ...]


class Place(NamedTuple):
    """What is in the places of one clause, as it was typed."""

    caption: str
    text: str
    reason: str
    who: str
    shown: str
    """The wording that the form shows, as it is there now."""


def filled(checklist: Checklist, places: Iterable[Place], wordings: Wordings) -> Iterator[FilledClause]:
    """Yield what places say, without those that say nothing.

    Args:
        checklist: the questions, with the room's own clauses.
        places: what was typed.
        wordings: those that the form may have shown; where it shows another, somebody wrote it.
    """
    for place in places:
        question_id = _question_id(checklist, place.caption)
        text, reason = _typed(place.text), _typed(place.reason)
        if question_id and not text and is_changed(place.shown, question_id, wordings):
            text = _typed(place.shown)
        if text or reason:
            yield FilledClause(question_id, place.caption, text, reason, voice_of(place.who))


def voice_of(text: str) -> Voice:
    """Return from whom a form is by what was typed for it; any name in it is dropped."""
    named = [
        (match.start(), voice) for voice, words in _VOICES if (match := re.search(rf"\b(?:{words})\b", text.casefold()))
    ]
    return min(named)[1] if named else "other"


def _typed(text: str) -> str:
    cleaned = clean(text).text.strip()
    return "" if " ".join(cleaned.casefold().split()).rstrip(".") in _SAYS_NOTHING else cleaned


def _question_id(checklist: Checklist, caption: str) -> str:
    """Return the clause that a caption names: by its label, since numbers may have changed, or by its number."""
    match = _CAPTION.fullmatch(caption)
    number, label = (match[1] or "", match[2].casefold()) if match else ("", "")
    questions = tuple(checklist.questions())
    labeled = [question.id for question in questions if question.label.casefold() == label]
    if len(labeled) == 1:
        return labeled[0]
    return next((question.id for question in questions if checklist.number(question.id) == number), "")
