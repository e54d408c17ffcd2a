"""Load a checklist, and report every mistake in it at once.

A checklist is one YAML file, or a folder: `checklist.yaml`, its topics as one file each under `topics/` in the order of
their names, and the sources it cites in `sources.yaml`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from mou_tui.checklist.layer_files import LIMIT, LayerFiles
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist, Source, Topic
from mou_tui.checklist.references import check_references
from mou_tui.checklist.section_references import check_section_references, fill_section_references
from mou_tui.checklist.snapshot import read_snapshot
from mou_tui.checklist.validation import Steps, validate
from mou_tui.errors import CannotOpen, InvalidFile, Problem
from mou_tui.frozen import dataclass
from mou_tui.paths import content
from mou_tui.storage.atomic_file import read_bytes
from mou_tui.storage.schema import from_plain
from mou_tui.storage.yaml_reader import Document, PlainData, read
from mou_tui.text import clean, for_display, may_be_unclean

DEFAULT = "sro"

T = TypeVar("T")


@dataclass(frozen=True)
class _Sources:
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
    if not defer_layers or location.parent != content():
        return _load(location)
    checklist = read_snapshot(location) or _load(location, with_layers=False)
    return replace(checklist, layers=_layer_files(location, checklist.id))


def _load(location: Path, *, with_layers: bool = True) -> Checklist:
    reader = _Reader(location)
    cited: _Sources | None = _Sources({})
    if not location.is_dir():
        head = reader.read(Checklist, location)
    else:
        head = reader.read(Checklist, location / "checklist.yaml")
        topics = list(head.topics) if head else []
        for path in sorted((location / "topics").glob("*.yaml")):
            topic = reader.read(Topic, path, ("topics", len(topics)))
            topics += [topic] if topic else []
        if (location / "sources.yaml").exists():
            cited = reader.read(_Sources, location / "sources.yaml")
        if head and cited:
            sources = {**head.sources, **cited.sources}
            head = replace(head, topics=tuple(topics), sources=sources)
            if with_layers:
                layers = _layers(reader, location.parent / "layers", head)
                head = replace(head, layers=(*head.layers, *layers))
    problems = list(reader.problems)
    # With an unreadable file, references into it would all be reported as missing.
    if head and cited and (head.topics or not problems):
        problems += check_section_references(head, reader.problem)
        head = fill_section_references(head)
        problems += (*validate(head, reader.problem), *check_references(head, reader.problem))
    if problems or head is None:
        raise InvalidFile(sorted(problems, key=lambda problem: (problem.file, problem.line)))
    return head


def _layer_files(location: Path, checklist_id: str) -> LayerFiles:
    def read_layer(path: Path) -> Layer | None:
        reader = _Reader(location)
        layer = reader.read(Layer, path)
        if reader.problems:
            raise InvalidFile(reader.problems)
        return layer if layer and layer.checklist == checklist_id else None

    return LayerFiles(sorted((location.parent / "layers").glob("*.yaml")), read_layer)


def _layers(reader: _Reader, folder: Path, head: Checklist) -> list[Layer]:
    layers: list[Layer] = []
    for path in sorted(folder.glob("*.yaml")):
        layer = reader.read(Layer, path, ("layers", len(head.layers) + len(layers)))
        layers += [layer] if layer and layer.checklist == head.id else []
    return layers


class _Reader:
    """Read the files of one checklist, and remember the line of each value."""

    def __init__(self, location: Path) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._location = location
        self._read: list[tuple[str, Steps, Document]] = []

    def read(self, kind: type[T], path: Path, position: Steps = ()) -> T | None:
        """Return a file as a value; None, and its problems noted, where it has mistakes."""
        name = for_display(path.relative_to(self._location.parent).as_posix())
        try:
            data = read_bytes(path, LIMIT)
            document = read(data, name, comments="spaced")
            value = from_plain(kind, document, name, unknown="refuse")
        except InvalidFile as invalid:
            self.problems += invalid.problems
            return None
        self.problems += tuple(
            Problem(name, document.lines.get(steps, 0), "holds characters that a terminal might obey; delete them")
            for steps in (_unclean(document.value) if may_be_unclean(data) else ())
        )
        self._read.append((name, position, document))
        return value

    def problem(self, steps: Steps, fault: str) -> Problem:
        """Return a mistake at a path in the checklist, with its file and line."""
        deepest = max(((_known(document, position, steps), name) for name, position, document in self._read))
        (_, line), name = deepest
        return Problem(name, line, fault)


def _unclean(value: PlainData, steps: Steps = ()) -> Iterator[Steps]:
    """Yield the paths whose text, or name, has characters that a terminal would obey and not show."""
    if isinstance(value, str):
        if clean(value).replaced:
            yield steps
        return
    for step, entry in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(step, str) and clean(step).replaced:
            yield (*steps, step)
        yield from _unclean(entry, (*steps, step))


def _known(document: Document, position: Steps, steps: Steps) -> tuple[int, int]:
    """Return how far a file leads along a path in the checklist, and the line it leads to."""
    if steps[: len(position)] != position:
        return 0, 0
    inside = steps[len(position) :]
    while inside and inside not in document.lines:
        inside = inside[:-1]
    return len(position) + len(inside), document.lines.get(inside, 0)
