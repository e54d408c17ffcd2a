"""Which layers of law and grants a session goes by, and to which sentence of its own the room pointed for each line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from mou_tui.frozen import dataclass
from mou_tui.storage.yaml_reader import PlainData


@dataclass(frozen=True)
class LayerRef:
    """A layer that applies, and its version when the room last looked."""

    id: str
    version: str = ""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class PointedSentence:
    """The sentence of the agreement that the room pointed to for a line of a layer."""

    layer: str
    """Id of the layer."""
    line: str
    """Id of its line."""
    question: str
    """Id of the question in whose clause it is."""
    text: str
    """The sentence as it read, on one line."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)
