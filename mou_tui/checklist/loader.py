"""Load a checklist, and report every mistake in it at once.

A checklist is one YAML file, or a folder: `checklist.yaml`, its topics as one file each under `topics/` in the order of
their names, and the sources it cites in `sources.yaml`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from mou_tui.checklist.file_reader import FileReader
from mou_tui.checklist.layer_files import LayerFiles
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist, Source, Topic
from mou_tui.checklist.references import check_references
from mou_tui.checklist.section_references import check_section_references, fill_section_references
from mou_tui.checklist.snapshot import read_snapshot
from mou_tui.checklist.text_limits import Steps
from mou_tui.checklist.validation import validate
from mou_tui.errors import CannotOpen
from mou_tui.frozen import dataclass
from mou_tui.paths import content
from mou_tui.text import for_display

DEFAULT = "sro"

T = TypeVar("T")


@dataclass(frozen=True)
class Sources:
    """Hold the content of `sources.yaml`."""

    sources: Mapping[str, Source]


def find(id_or_path: str = DEFAULT) -> Path:
    """Return the path of a checklist: one that came with the program, by its id, or any by its path.

    Raises:
        CannotOpen: there is none by that id or path.
    """
    shipped = content() / id_or_path
    if id_or_path in available():
        return shipped
    path = Path(id_or_path)
    if os.path.exists(path):  # noqa: PTH110 (the method raises for a name that is too long)
        return path.parent if path.name == "checklist.yaml" and (path.parent / "topics").is_dir() else path
    named = for_display(id_or_path, 200)
    raise CannotOpen(f"There is no checklist “{named}”. Name a file, a folder, or one of: {', '.join(available())}.")


def available() -> tuple[str, ...]:
    """Return the ids of the checklists that came with the program."""
    return tuple(sorted(head.parent.name for head in content().glob("*/checklist.yaml")))


def load(id_or_path: str = DEFAULT, *, defer_layers: bool = False) -> Checklist:
    """Read a checklist.

    Args:
        id_or_path: the id of one that came with the program, or the path of a file or folder.
        defer_layers: whether to read the layers that came with the program only when something asks for them, and to
            leave their references unchecked: they were checked when the program was made. The checklist itself is
            then read from its snapshot, if the package has one that fits.

    Raises:
        CannotOpen: it is not there, or cannot be read.
        InvalidFile: it has mistakes; every one is named with its file and line.
    """
    location = find(id_or_path)
    is_deferred = defer_layers and location.parent == content()
    checklist = read_snapshot(location) if is_deferred else None
    if not checklist:
        reader = FileReader()
        checklist = _read(location, reader, with_layers=not is_deferred)
        reader.refuse()
        assert checklist
    return replace(checklist, layers=_layer_files(location, checklist.id)) if is_deferred else checklist


def load_with_mistakes(id_or_path: str) -> tuple[Checklist | None, FileReader]:
    """Read a checklist, however many mistakes it has.

    Returns:
        The checklist, with something empty in place of what has a mistake; None if its first file cannot be read as
        YAML. The reader holds the mistakes, and knows the line of each value.

    Raises:
        CannotOpen: it is not there, or cannot be read.
    """
    reader = FileReader()
    return _read(find(id_or_path), reader), reader


def _read(location: Path, reader: FileReader, *, with_layers: bool = True) -> Checklist | None:
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


def _name(location: Path, path: Path) -> str:
    return for_display(path.relative_to(location.parent).as_posix())


def _layer_files(location: Path, checklist_id: str) -> LayerFiles:
    def read_layer(path: Path) -> Layer | None:
        reader = FileReader()
        layer = reader.read(Layer, path, _name(location, path))
        reader.refuse()
        return layer if layer and layer.checklist == checklist_id else None

    return LayerFiles(sorted((location.parent / "layers").glob("*.yaml")), read_layer)


def _layers(location: Path, reader: FileReader, head: Checklist) -> list[Layer]:
    layers: list[Layer] = []
    for path in sorted((location.parent / "layers").glob("*.yaml")):
        layer = reader.read(Layer, path, _name(location, path), ("layers", len(head.layers) + len(layers)))
        if layer and layer.checklist == head.id:
            layers.append(layer)
        elif layer:
            reader.leave_out_last()
    return layers
