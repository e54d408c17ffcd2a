"""Find the layers that a state center or a district wrote and this person uses, in a folder of their own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mou_tui import paths
from mou_tui.checklist.layer_files import LayerFiles
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotOpen, InvalidFile, MouError
from mou_tui.frozen import dataclass
from mou_tui.language.text import for_display, pluralize


@dataclass(frozen=True)
class OwnLayers:
    """Hold the layers in the person's folder."""

    layers: tuple[Layer, ...] = ()
    problems: tuple[str, ...] = ()
    """A sentence for each file that was left out, with its first mistake."""


def shipped_ids() -> frozenset[str]:
    """Return the ids of the layers that came with the program, which are the names of their files."""
    return frozenset(path.stem for path in (paths.content() / "layers").glob("*.yaml"))


def is_shipped(path: Path) -> bool:
    """Tell whether a file is a layer that came with the program."""
    # The method raises for links that lead in a circle, before Python 3.13.
    return os.path.dirname(os.path.realpath(path)) == os.path.realpath(paths.content() / "layers")  # noqa: PTH120


def own_layers(checklist: Checklist) -> OwnLayers:
    """Return the layers for a checklist in the person's folder; a file with mistakes is left out, and said to be."""
    files = _files()
    if not files:
        return OwnLayers()
    from mou_tui.checklist.layer_reader import read_layer

    layers: list[Layer] = []
    problems: list[str] = []
    for path in files:
        taken = shipped_ids() | {layer.id for layer in layers}
        try:
            layer, reader = read_layer(path, for_display(path.name), {checklist.id: checklist}, taken)
            if layer and layer.checklist not in (checklist.id, ""):
                continue
            reader.refuse()
        except MouError as error:
            problems.append(_left_out(path, error))
        else:
            layers += [layer] if layer else []
    return OwnLayers(tuple(layers), tuple(problems))


def with_own_layers(checklist: Checklist, layers: Sequence[Layer]) -> Checklist:
    """Return a checklist with more layers over it; none of those that it has is read for that."""
    if not layers:
        return checklist
    before = checklist.layers
    both = before.followed_by(layers) if isinstance(before, LayerFiles) else (*before, *layers)
    return replace(checklist, layers=both)


def _files() -> list[Path]:
    try:
        folder = paths.own_layers()
    except CannotOpen:
        return []
    return sorted((*folder.glob("*.yaml"), *folder.glob("*.yml")))


def _left_out(path: Path, error: MouError) -> str:
    if not isinstance(error, InvalidFile):
        return f"A layer of yours was left out. {error.message}"
    from mou_tui.failures import command_for

    count = pluralize(len(error.problems), "mistake")
    return f"Your layer {error.problems[0]}. It was left out; “{command_for(path, 'layer check')}” names {count}."
