"""Read what somebody typed into a field: how it is understood, what is said next to it, what is recorded.

Nothing here refuses words. A field says how it understood them, so that a slip is seen before it goes everywhere.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from mou_tui.frozen import NamedTuple
from mou_tui.language.dates import long_date, parse_date, weekday_date
from mou_tui.language.due_dates import shown_back, understand_due
from mou_tui.language.impossible_dates import why_impossible
from mou_tui.language.name_lists import in_a_sentence, one_a_line, split_names
from mou_tui.language.text import for_display, pluralize
from mou_tui.workspace.forms import FieldSpec

REQUIRED = "Write something here first."
MOST_OFFERS = 6
"""How many of the offers that fit are named."""

_AMOUNT = re.compile(
    r"(?:about |up to |at most )?(?:US )?\$? ?\d[\d,]*(?:\.\d+)?(?: ?(?:k|thousand|million|dollars|USD))?.*", re.I
)
_DIGITS = re.compile(r"\d")
_NUMBER_WORDS = re.compile(
    r"(?:an?|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|half)\b",
    re.I,
)


class Reading(NamedTuple):
    """What is said next to a field."""

    message: str
    is_mistake: bool = False
    """Whether it must be mended first."""
    is_doubtful: bool = False
    """Whether a form stays once before it takes what is in the field as it is."""


def read_back(field: FieldSpec, typed: str, today: str) -> Reading | None:
    """Return what to say next to a field; None where there is nothing to say.

    Args:
        field: the field.
        typed: what is in it; a list has one name a line.
        today: the day it is, from which words such as "next Friday" are counted.
    """
    text = typed.strip()
    message = _message(field, text, today) if text else ""
    return doubt(field, text) or (Reading(message) if message else None)


def doubt(field: FieldSpec, typed: str) -> Reading | None:
    """Return what to say of a date that is on no calendar; None for anything else."""
    reason = why_impossible(typed) if field.kind == "date" else ""
    return Reading(f"{reason}.", is_doubtful=True) if reason else None


def missing(field: FieldSpec, typed: str) -> Reading | None:
    """Return the mistake of a field that cannot be left empty and is; None where it is none."""
    return Reading(REQUIRED, is_mistake=True) if field.required and not typed.strip() else None


def shown_value(field: FieldSpec, value: str) -> str:
    """Return a value as it is shown in its field: a list with one name a line."""
    return one_a_line(value) if field.kind == "list" else value


def given_value(field: FieldSpec, typed: str) -> str:
    """Return what is recorded of what is in a field: dates, places and lists as the agreement writes them.

    What nobody changed stays as it was.
    """
    if typed in (field.value, shown_value(field, field.value)):
        return field.value
    if field.fact:
        return field.fact.written_out(typed)
    if field.kind == "date":
        return long_date(parse_date(typed)) or typed
    return in_a_sentence(typed) if field.kind == "list" else typed


def fitting_offers(field: FieldSpec, typed: str) -> tuple[str, ...]:
    """Return the offers that words may be the beginning of, or else a part of; the likeliest first."""
    text = typed.strip().casefold()
    if not text:
        return field.offers
    exact = (field.fact.written_out(text),) if field.fact else ()
    begins = _beginning_with(field, text)
    holds = [offer for offer in field.offers if text in offer.casefold()]
    return tuple(dict.fromkeys(offer for offer in (*exact, *begins, *holds) if offer in field.offers))


def completed(field: FieldSpec, typed: str) -> str:
    """Return the one place that words begin, as somebody goes on from the field; the words where they may be others."""
    if field.kind != "state" or not typed.strip():
        return typed
    exact = given_value(field, typed.strip())
    if exact in field.offers:
        return exact
    begins = _beginning_with(field, typed.strip())
    return begins[0] if len(begins) == 1 else typed


def _beginning_with(field: FieldSpec, text: str) -> tuple[str, ...]:
    return tuple(offer for offer in field.offers if offer.casefold().removeprefix("the ").startswith(text.casefold()))


def _message(field: FieldSpec, text: str, today: str) -> str:
    if field.kind == "path":
        # The line may be too short for both.
        path = PurePath(text)
        return for_display(f"{path.name}, in …/{path.parent.name}") if path.name and path.parent.name else ""
    if field.kind == "date":
        day = parse_date(text)
        is_past = field.id == "end-date" and "" < day < today
        return (
            f"{weekday_date(day)}{': that day is past' if is_past else ''}."
            if day
            else "Not read as a date; kept as you typed it."
        )
    if field.kind == "due":
        day = understand_due(text, today)
        if day:
            return f"{shown_back(day, today)}{': that day is past' if day < today else ''}."
        reason = why_impossible(text)
        return f"{f'{reason}. ' if reason else ''}No day is read in this, so it never counts as overdue."
    if field.kind == "list":
        noun = field.label.casefold()
        return f"{pluralize(len(split_names(text)), noun.removesuffix('s') if noun.endswith('s') else 'name')}."
    if field.kind == "number" and not (_DIGITS.search(text) or _NUMBER_WORDS.match(text)):
        return "Not read as a number; kept as you typed it."
    if field.kind == "money" and not (_AMOUNT.fullmatch(text) or _NUMBER_WORDS.match(text)):
        return "Not read as an amount, such as $45,000; kept as you typed it."
    return _offered(field, text) if field.kind == "state" else ""


def _offered(field: FieldSpec, text: str) -> str:
    """Return the place that words name, and which others they may be."""
    fitting, exact = fitting_offers(field, text), given_value(field, text)
    if not fitting:
        return "No state or territory that we know; kept as you typed it."
    if exact == text and exact in field.offers:
        return ""
    if exact in field.offers:
        other_offers = " · ".join(offer for offer in _beginning_with(field, text) if offer != exact)
        return f"{exact}. Or: {other_offers}" if other_offers else f"{exact}."
    shown = " · ".join(fitting[:MOST_OFFERS]) + (" · …" if len(fitting) > MOST_OFFERS else "")
    return f"{shown}. Enter takes it." if completed(field, text) != text else shown
