"""Earlier agreements that a session revises: what was read of them, and what each paragraph was held to be about.

The words are kept, with the name of the file and what tells it from any other; the file itself is never opened again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from mou_tui.frozen import dataclass
from mou_tui.storage.yaml_reader import PlainData

OriginKind = Literal["earlier", "renewed", "taken-in", "merged"]


@dataclass(frozen=True)
class EarlierParagraph:
    """One paragraph of an earlier agreement."""

    text: str
    kind: str = "paragraph"
    """`heading`, `paragraph`, `item`, `table`, `note` or `furniture`, as the reader tells them apart."""
    level: int = 0
    """Depth of a heading or of a list; 0 for anything else."""
    label: str = ""
    """The number it begins with, as printed."""
    heading: str = ""
    """The headings it is under."""
    page: int = 0
    """From 1; 0 where pages are not known."""
    questions: tuple[str, ...] = ()
    """Ids of the questions it is about, as far as anybody can tell."""
    outside: str = ""
    """The kind of what is outside the topics; empty for none."""
    placed: bool = False
    """Whether the room has confirmed where it belongs; in the tray it belongs nowhere."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class EarlierDocument:
    """One earlier agreement, or an amendment of one."""

    id: str
    name: str
    """The name of its file, which nobody follows."""
    sha256: str = ""
    format: str = ""
    read: str = ""
    """When it was read, `2026-11-25 10:42`."""
    tracked: str = ""
    """`accepted` or `rejected`, where it held tracked changes."""
    paragraphs: tuple[EarlierParagraph, ...] = ()
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Origin:
    """Where a wording began, if not as an example."""

    kind: OriginKind
    ref: str
    """Id of the document or copy."""
    digest: str
    """Digest of the wording as it came."""
    looked: str = ""
    """When somebody looked at it and let it stand; empty while nobody has."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


def without_question(documents: tuple[EarlierDocument, ...], question_id: str) -> tuple[EarlierDocument, ...]:
    """Return documents in which no paragraph is about a question; one about nothing else belongs nowhere then."""
    if not any(question_id in held.questions for document in documents for held in document.paragraphs):
        return documents
    return tuple(
        replace(document, paragraphs=tuple(_without(held, question_id) for held in document.paragraphs))
        for document in documents
    )


def _without(held: EarlierParagraph, question_id: str) -> EarlierParagraph:
    questions = tuple(question for question in held.questions if question != question_id)
    return held if questions == held.questions else replace(held, questions=questions)
