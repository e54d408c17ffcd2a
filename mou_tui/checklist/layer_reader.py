"""Read one layer by itself, and note every mistake in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from mou_tui.checklist.file_reader import FileReader
from mou_tui.checklist.layer_check import check_layer
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.text_limits import check_texts
from mou_tui.storage.validation_errors import did_you_mean


def read_layer(
    path: Path, name: str, checklists: Mapping[str, Checklist], taken: Collection[str] = ()
) -> tuple[Layer | None, FileReader]:
    """Read a layer and note every mistake in it.

    Args:
        path: the file.
        name: what to call it in messages.
        checklists: the checklists it may be for, by their ids.
        taken: the ids of other layers.

    Returns:
        The layer, with something empty in place of what has a mistake; None if the file cannot be read as YAML. The
        reader holds the mistakes, and knows the line of each value.

    Raises:
        CannotOpen: the file is not there, too large, or cannot be read.
    """
    reader = FileReader()
    layer = reader.read(Layer, path, name)
    if layer is None:
        return None, reader
    reader.note(check_texts(layer))
    if checklist := checklists.get(layer.checklist):
        reader.note(check_layer(checklist, layer))
    elif layer.checklist.strip():
        meant = did_you_mean(layer.checklist, checklists)
        fault = f"“{layer.checklist}” is no checklist that is known here; name its file with --checklist{meant}"
        reader.note([(("checklist",), fault)])
    if layer.id in taken:
        fault = f"“{layer.id}” is the id of another layer; choose one of your own, as “{layer.id}-own”"
        reader.note([(("id",), fault)])
    return layer, reader
