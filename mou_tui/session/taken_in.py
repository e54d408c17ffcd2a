"""What came back from counsel in a document: which file, whose it is, and what of it fits under no clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from mou_tui.frozen import dataclass
from mou_tui.storage.yaml_reader import PlainData


@dataclass(frozen=True)
class TakenIn:
    """A document of which edits were taken in."""

    id: str
    """8 hex digits; alternatives that came with it name it."""
    name: str
    """The name of its file, which nobody follows."""
    sha256: str = ""
    party: str = ""
    """Id of the party it is from; empty where it is from several, or nobody knows."""
    at: str = ""
    """When, `2026-11-25 10:42`."""
    kept: tuple[str, ...] = ()
    """The texts that fit under no clause."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)
