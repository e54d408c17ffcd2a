"""Copies of a session that went to a party: whose they are, and what was in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from mou_tui.frozen import dataclass
from mou_tui.storage.yaml_reader import PlainData


@dataclass(frozen=True)
class SentCopy:
    """A copy that was sent; its digests are the base on which what comes back is merged."""

    id: str
    """8 hex digits, those of the copy itself."""
    to: str
    """Id of the party."""
    at: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Clause id, `opening`, `facts.ID` or `parties.ID` to the digest of the wording, fact or legal name."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class CopyOf:
    """What a session says of itself that is a copy for a party."""

    id: str
    to: str
    """Id of the party it was made for."""
    from_: str = ""
    """Id of the party that sent it; empty where that was not said."""
    at: str = ""
    extra: Mapping[str, PlainData] = field(default_factory=dict)
