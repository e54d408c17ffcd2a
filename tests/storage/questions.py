"""Values with a schema, to be read from files and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mou_tui.storage.yaml_reader import Document, PlainData, read


@dataclass(frozen=True)
class Example:
    id: str
    one_view: str = ""
    covers: tuple[str, ...] = ()
    leaning: Literal["agency", "both", "district"] = "both"
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    id: str
    label: str
    essential: bool = False
    together: bool = True
    days: int | None = None
    examples: tuple[Example, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    by_name: dict[str, Example] = field(default_factory=dict)
    chosen: Example | None = None
    asks_for: str = ""
    follow_up: Question | None = None
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.days == 13:
            raise ValueError("days may not be 13")


WHO = Question(
    id="who",
    label="Who chooses",
    essential=True,
    together=False,
    days=30,
    examples=(Example("agency", "Fast", ("a", "b"), "agency"), Example("both")),
    facts={"state": "WA"},
    by_name={"first": Example("x")},
    chosen=Example("y"),
    asks_for="the room",
    follow_up=Question("more", ""),
)


def document_of(source: str) -> Document:
    return read(source.encode(), "q.yaml")
