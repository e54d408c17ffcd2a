"""Read the YAML files of a checklist and its layers, and note every mistake in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from mou_tui.checklist.file_reader import FileReader
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist, Source, Topic
from mou_tui.checklist.references import check_references
from mou_tui.checklist.section_references import check_section_references, fill_section_references
from mou_tui.checklist.text_limits import Steps
from mou_tui.checklist.validation import validate
from mou_tui.frozen import dataclass
from mou_tui.language.text import for_display

T = TypeVar("T")


@dataclass(frozen=True)
class Sources:
    """Hold the content of `sources.yaml`."""

    sources: Mapping[str, Source]


def read_checklist(location: Path, reader: FileReader, *, with_layers: bool = True) -> Checklist | None:
    """Return the checklist of a file or folder, with something empty in place of what has a mistake.

    Args:
        location: the file or folder.
        reader: where mistakes are noted.
        with_layers: whether to read the layers next to a folder, too.

    Returns:
        The checklist; None if its first file cannot be read as YAML.

    Raises:
        CannotOpen: a file is not there, or cannot be read.
    """

    def read_file(kind: type[T], path: Path, position: Steps = ()) -> T | None:
        return reader.read(kind, path, _name(location, path), position)

    if not location.is_dir():
        head = read_file(Checklist, location)
    else:
        head = read_file(Checklist, location / "checklist.yaml")
        topics = list(head.topics) if head else []
        for path in sorted((location / "topics").glob("*.yaml")):
            topic = read_file(Topic, path, ("topics", len(topics)))
            topics += [topic] if topic else []
        cited = read_file(Sources, location / "sources.yaml") if (location / "sources.yaml").exists() else None
        layers = _layers(location, reader, head) if head and with_layers else []
        if head:
            sources = {**head.sources, **(cited.sources if cited else {})}
            head = replace(head, topics=tuple(topics), sources=sources, layers=(*head.layers, *layers))
    if not head:
        return None
    reader.note(validate(head))
    # With an unreadable file, references into it would all be reported as missing.
    if reader.is_whole:
        reader.note(check_section_references(head))
        reader.note(check_references(head))
    return fill_section_references(head)


def read_shipped_layer(location: Path, path: Path, checklist_id: str) -> Layer | None:
    """Return a layer that came with the program, its references unchecked; None if it is for another checklist.

    Raises:
        CannotOpen: it cannot be read.
        InvalidFile: it is not what it should be.
    """
    reader = FileReader()
    layer = reader.read(Layer, path, _name(location, path))
    reader.refuse()
    return layer if layer and layer.checklist == checklist_id else None


def _layers(location: Path, reader: FileReader, head: Checklist) -> list[Layer]:
    layers: list[Layer] = []
    for path in sorted((location.parent / "layers").glob("*.yaml")):
        layer = reader.read(Layer, path, _name(location, path), ("layers", len(head.layers) + len(layers)))
        if layer and layer.checklist == head.id:
            layers.append(layer)
        elif layer:
            reader.leave_out_last()
    return layers


def _name(location: Path, path: Path) -> str:
    return for_display(path.relative_to(location.parent).as_posix())
