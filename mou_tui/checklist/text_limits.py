"""Limit the texts of a checklist and its layers: none is empty that must be there, and each fits its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, TypeAlias

from mou_tui.checklist.layers import LawSource, Layer, LayerLine
from mou_tui.checklist.model import Example, PartyRole, Point, Question, Relation, Standard, Topic

Steps: TypeAlias = "tuple[str | int, ...]"
"""The way to a value in a checklist: keys and places in lists, from the top."""

Fault: TypeAlias = "tuple[Steps, str]"
"""Where there is a mistake, or something to be warned of, and what it is."""

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

LIMITS: dict[tuple[type, str], int] = {
    (Topic, "title"): 60,
    (Topic, "summary"): 160,
    (Question, "label"): 28,
    (Question, "ask"): 140,
    (Question, "why"): 220,
    (Question, "discuss"): 140,
    (Question, "order"): 80,
    (Point, "text"): 90,
    (Standard, "text"): 160,
    (Example, "label"): 24,
    (Example, "when"): 120,
    (Example, "one_view"): 120,
    (Example, "another_view"): 120,
    (Relation, "why"): 160,
    (Layer, "heading"): 40,
    (LayerLine, "text"): 160,
    (LayerLine, "condition"): 160,
}
"""How many characters a text, or each text of a list, may have."""

COUNTS: dict[tuple[type, str], tuple[int, int | None]] = {
    (PartyRole, "kinds"): (1, None),
    (Topic, "questions"): (1, None),
    (Question, "discuss"): (1, 5),
    (Question, "examples"): (2, None),
    (Relation, "to"): (1, None),
    (Layer, "lines"): (1, None),
    (LayerLine, "questions"): (1, None),
    (LayerLine, "binds"): (1, None),
}
"""How many entries a list may have: at least, and at most."""

_EMPTY = {
    (LawSource, "title"): "names no text; write what it is cited by, as “Code of Virginia 22.1-280.2:3”",
    (LawSource, "official"): "names no official address; write where the text is kept, as “law.lis.virginia.gov”",
    (LawSource, "copy"): "does not say where the text was read; write the address of that copy",
    (Layer, "checklist"): "names no checklist; write “sro”, or the id of your own",
    (LayerLine, "section"): "names no section; write it as it is cited",
    (LayerLine, "read"): "names no day; write the day by which you had read the text, as 2026-11-30",
}
"""What to say of a text that is not there, where more can be said than that it is empty."""

# Its words are counted, in the question that it belongs to.
_OTHERWISE_LIMITED = ((Example, "text"),)


def check_texts(value: object, at: Steps = ()) -> Iterator[Fault]:
    """Yield every text within a value of a checklist that is empty, too long, or no id where one must be."""
    if isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from check_texts(entry, (*at, index))
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from check_texts(entry, (*at, key))
    elif is_dataclass(value):
        for field in fields(value):
            step = (*at, field.name.replace("_", "-"))
            held = getattr(value, field.name)
            if (type(value), field.name) in _OTHERWISE_LIMITED:
                continue
            if isinstance(held, str):
                yield from _text(held, type(value), field, step)
            elif isinstance(held, tuple) and all(isinstance(entry, str) for entry in held):
                for index, entry in enumerate(held):
                    yield from _text(entry, type(value), field, (*step, index), is_entry=True)
            else:
                yield from check_texts(held, step)


def is_required(field: Field[Any]) -> bool:
    """Tell whether a file must have the key of a field."""
    return field.default is MISSING and field.default_factory is MISSING


def _text(text: str, owner: type, field: Field[Any], at: Steps, *, is_entry: bool = False) -> Iterator[Fault]:
    limit = LIMITS.get((owner, field.name))
    needed = is_entry or is_required(field)
    if field.name == "id":
        if not ID.fullmatch(text):
            yield at, f"“{text}” is not an id; lower-case letters, digits and single hyphens are allowed"
    elif needed and not text.strip():
        usual = f"has 0 characters; one to {limit} are allowed" if limit else "is empty"
        yield at, _EMPTY.get((owner, field.name), usual)
    elif limit and len(text) > limit:
        yield at, f"has {len(text)} characters; {limit} are allowed"
