"""A command that is run in a process of its own, and a session to run it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mou_tui import paths
from mou_tui.language.text import short_hash
from mou_tui.session.model import Answer, ChecklistRef, Deferral, ExampleOrigin, Party, Session

TOP = Path(__file__).parents[2]
SAMPLE = paths.content() / "sample.mou.yaml"
OFFERED = "The SRO shall wait."
SESSION = Session(
    ChecklistRef("sro", "1"),
    parties=(
        Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police"),
        Party("district", "district", "Lake City USD", "the School District", "the Superintendent"),
    ),
    answers={
        "purpose": Answer("The SRO shall wait [number] days."),
        "scope": Answer("Settled.", later=Deferral("counsel", "Friday")),
        "duties": Answer(OFFERED, ExampleOrigin("three-roles", short_hash(OFFERED))),
        "not-discipline": Answer("Kept.", not_applicable="no schools"),
        "pilot": Answer("Further, and said all the same."),
    },
)


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
