"""The fields of every form, with labels, hints and rules: both front ends ask from these.

A field's id is what the form's values are keyed by, and what an unfinished form is kept under on this computer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from mou_tui.checklist.facts import FactSpec
from mou_tui.checklist.model import PartyRole
from mou_tui.frozen import dataclass
from mou_tui.reports.corrections import Remark
from mou_tui.session.in_force import InForce
from mou_tui.session.meeting import STUDENT, Position, Stance
from mou_tui.session.model import Party, Signatory
from mou_tui.workspace.attendance import Direction
from mou_tui.workspace.parties import write_signatories

MinutesKind = Literal["decision", "action", "note", "check"]
"""What can be recorded for the minutes; an action and a check also say who and by when."""


FieldKind = Literal["text", "sentence", "date", "due", "list", "number", "money", "state", "path"]
"""What is asked for: a few words; a sentence or two; a date; when something is due; names, one a line; a number; an
amount; one of a few places; the path of a file.

Other words are accepted for any of them, and remarked on (see `field_reading`).
"""


@dataclass(frozen=True)
class FieldSpec:
    """One field of a form: a line, or lines where a list is asked for."""

    id: str
    label: str
    """A question or a noun phrase, without a colon."""
    value: str = ""
    """What is in it to begin with."""
    hint: str = ""
    """An example of what one might write."""
    required: bool = False
    """Whether the form cannot be given without it."""
    choices: tuple[str, ...] = ()
    """What alone may be given; empty where any words may."""
    kind: FieldKind = "text"
    offers: tuple[str, ...] = ()
    """What is usually given, to choose from."""
    fact: FactSpec | None = None
    """The fact it asks for, which knows how an answer is written out."""
    is_suggestion: bool = False
    """Whether `value` is only suggested: then it is selected, so that typing replaces it."""


YES_NO = ("yes", "no")

BY_WHEN = FieldSpec("by", "By when?", hint="Friday, or the next meeting", kind="due")

DEFERRAL = (FieldSpec("who", "Who must check first?", hint="the city attorney"), BY_WHEN)
"""Who checks a question that is put off, and by when."""

NOT_APPLICABLE = (FieldSpec("reason", "Why does it not apply?", hint="the agency has no body cameras", required=True),)
"""Why a question does not apply."""

ASSIGNMENT = (FieldSpec("who", "Who finds out?", hint="Pat Doe", required=True), BY_WHEN)
"""Who finds out what belongs in a blank, and by when."""

MILESTONE = (FieldSpec("name", "What is this moment called?", hint="first reading", required=True),)
"""The name of a moment of the history."""

REMOVAL = FieldSpec("words", "Which words are to be removed for good?", hint="the name of a student", required=True)
"""The words that are removed from a session and every copy of it."""

CHECK = (
    FieldSpec("who", "With whom?", hint="the city attorney"),
    BY_WHEN,
    FieldSpec("reason", "What must be checked?", hint="whether state law allows it", kind="sentence"),
)
"""With whom a party must check first, by when, and what."""

_REASONS: dict[Stance, tuple[str, str]] = {
    "agrees": ("Why, or on what condition?", "because the two meet first"),
    "can-live-with": ("Why, or on what condition?", "if staff are told before school starts"),
    "objects": ("Why?", "the fee falls on the district alone"),
    "must-check": ("What must be checked?", "whether state law allows it"),
    "no-position": ("Why?", "it is for the two parties to settle"),
}

_MINUTES: dict[MinutesKind, str] = {
    "decision": "What was decided?",
    "action": "What is to be done?",
    "note": "What should be in the minutes?",
    "check": "What must be checked first?",
}


def reason_field(stance: Stance, reason: str = "") -> FieldSpec:
    """Return the field for why a party takes a stance."""
    label, hint = _REASONS[stance]
    return FieldSpec("reason", label, reason, hint, kind="sentence")


def outcome_field(answer: str = "") -> FieldSpec:
    """Return the field for why something became of a proposal from outside."""
    return FieldSpec("answer", "Why? The record says so", answer, "the grant asks for an hour", kind="sentence")


def speaker_fields(position: Position) -> tuple[FieldSpec, ...]:
    """Return the fields for who spoke for a party, and how."""
    return (
        FieldSpec("speaker", "Who spoke for it?", position.speaker, "its Superintendent"),
        FieldSpec("via", "How, if not at the table?", position.via, "letter, or telephone"),
    )


def minutes_fields(kind: MinutesKind) -> tuple[FieldSpec, ...]:
    """Return the fields for something to record for the minutes: the words; of an action also who and by when."""
    text = FieldSpec("what", _MINUTES[kind], required=True, kind="sentence")
    if kind in ("decision", "note"):
        return (text,)
    return (text, FieldSpec("who", "By whom?", hint="Pat Doe, or the city attorney"), replace(BY_WHEN, id="due"))


def correction_fields(remark: Remark) -> tuple[FieldSpec, ...]:
    """Return the fields for what something recorded should say; of an action also by whom and by when."""
    latest = remark.latest
    text = FieldSpec("text", "What should it say?", latest.text, required=True, kind="sentence")
    if remark.entry.kind != "action":
        return (text,)
    _, who, due = minutes_fields("action")
    return (text, replace(who, value=latest.who), replace(due, value=latest.by))


def in_force_fields(held: InForce) -> tuple[FieldSpec, ...]:
    """Return the fields for the adoption of the agreement, as far as it is recorded."""
    votes, custodian = "Resolution 2027-14 of the school board", "the City Clerk, City Hall"
    return (
        FieldSpec("adopted", "When was it adopted?", held.adopted, "March 9, 2027", required=True, kind="date"),
        FieldSpec("resolution", "By which votes or resolutions?", held.resolution, votes),
        FieldSpec("signed", "When did the last party sign?", held.signed, "March 12, 2027", kind="date"),
        FieldSpec("kept_at", "Who keeps the signed copy?", held.kept_at, custodian),
        FieldSpec("posted", "Where was it posted, and when?", held.posted, "the district’s website, March 15, 2027"),
        FieldSpec("filed", "Where was it filed, and when?", held.filed, "the state education agency, March 15, 2027"),
    )


SIGNED_FILE = FieldSpec(
    "signed_file", "The signed file, to compare", hint="Word, PDF or text; or leave it empty", kind="path"
)
"""The file that was signed, which is compared with the agreement before the adoption is recorded."""


def signatory_fields(person: Signatory, head: str) -> tuple[FieldSpec, ...]:
    """Return the fields for who signs, where `head` is the title of the party's head, with or without its article."""
    return (
        FieldSpec("name", "Name", person.name, "Pat Doe"),
        FieldSpec("title", "Title", person.title, head.removeprefix("the ") or "Chair", is_suggestion=not person.name),
        FieldSpec("authority", "Authority to sign", person.authority, "vote of the school board on March 3"),
        FieldSpec("date", "Date", person.date, "March 10, 2027", kind="date"),
    )


def fact_field(fact: FactSpec, value: str, field_id: str = "") -> FieldSpec:
    """Return the field for a fact.

    Args:
        fact: the fact.
        value: what is known of it.
        field_id: the id of the field; without one, that of the fact.
    """
    offers = tuple(dict.fromkeys(fact.short_forms.values()))
    return FieldSpec(field_id or fact.id, fact.label, value, fact.hint, kind=fact.kind, offers=offers, fact=fact)


def blank_field(name: str) -> FieldSpec:
    """Return the field for what belongs in a blank, which is named as in the text ("number", "report date")."""
    kinds: tuple[tuple[FieldKind, str, str], ...] = (
        ("date", r"date", "July 1, 2027"),
        ("money", r".*\bamount|.*\bfee|.*\bcost", "$45,000"),
        ("number", r"number|percentage(?: cap)?|.*\bnumber of .*", "30"),
    )
    for kind, pattern, hint in kinds:
        if re.fullmatch(rf"(?:.* )?(?:{pattern})", name, re.IGNORECASE):
            return FieldSpec("words", "What belongs there?", hint=hint, kind=kind)
    return FieldSpec("words", "What belongs there?")


def party_fields(party: Party, role: PartyRole | None = None) -> tuple[FieldSpec, ...]:
    """Return the fields for a party: name, short name, title of its head, signatories.

    Args:
        party: as it is known.
        role: what the checklist knows of it; None for a party the room has added.
    """
    short, head, signatories = "the Parent Council", "the Chair", "Kim Low, Chair"
    heads: tuple[str, ...] = ()
    if role:
        heads = tuple(dict.fromkeys(kind.head for kind in role.kinds))
        kind = role.kind_for(party.name)
        short, head, signatories = kind.short, kind.head, f"Pat Doe, {kind.head.removeprefix('the ')}; Lee Roe"
    return (
        FieldSpec("name", "Legal name", party.name, "" if role else "Lake City Parent Council"),
        FieldSpec("short", "Short name", party.short, short),
        FieldSpec("head", "Its leader’s title", party.head, head, offers=heads),
        FieldSpec("signatories", "Who signs", write_signatories(party.signatories), signatories),
    )


def people_field(party: Party | None, people: str) -> FieldSpec:
    """Return the field for the people present who speak for a party, or for none; `people` on one line."""
    if party is None:
        return FieldSpec(
            "people",
            "Others, who speak for no party",
            people,
            "Ann Poe, facilitator",
            offers=(STUDENT,),
        )
    head = party.head.removeprefix("the ") or "Chair"
    signers = tuple(write_signatories([person]) for person in party.signatories if person.name)
    hint = "; ".join(signers) or f"Pat Doe, {head}; Lee Roe"
    return FieldSpec("people", "Who speaks for it?", people, hint, offers=(*signers, STUDENT))


def move_field(field_id: str, direction: Direction, name: str, time: str) -> FieldSpec:
    """Return the field for when a party or a person, called `name` in a sentence, came to a meeting or left it."""
    label = f"When did {name} {'come' if direction == 'came' else 'leave'}?"
    return FieldSpec(field_id, label, time, is_suggestion=True)
