"""Parts of the agreement that are not answers: what it replaces, clauses of the room's own, exhibits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from mou_tui.frozen import dataclass
from mou_tui.storage.yaml_reader import PlainData

_OWN = re.compile("own-[0-9a-f]{8}")


@dataclass(frozen=True)
class ReplacedAgreement:
    """The agreement that this one replaces."""

    title: str = ""
    date: str = ""
    """Its date, in the room's own words."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class OwnClause:
    """A clause that the checklist does not ask for; its wording is the answer under its id."""

    id: str
    """`own-` and eight hexadecimal digits."""
    topic: str
    """Id of the topic at whose end it is."""
    caption: str
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Exhibit:
    """A paper attached to the agreement."""

    id: str
    title: str
    note: str = ""
    """Who brings it, or what it holds."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


def is_own_clause(clause_id: str) -> bool:
    """Return whether a place is a clause of the room's own."""
    return _OWN.fullmatch(clause_id) is not None
