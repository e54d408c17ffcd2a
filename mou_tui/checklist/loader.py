"""Load a checklist, and report every mistake in it at once.

A checklist is one YAML file, or a folder: `checklist.yaml`, its topics as one file each under `topics/` in the order of
their names, and the sources it cites in `sources.yaml`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mou_tui.checklist.layer_files import LayerFiles
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.snapshot import read_layer_snapshot, read_snapshot
from mou_tui.errors import CannotOpen
from mou_tui.language.text import for_display
from mou_tui.paths import content

if TYPE_CHECKING:
    from mou_tui.checklist.file_reader import FileReader

DEFAULT = "sro"


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
        # What reads and checks YAML is imported only where there is no snapshot.
        from mou_tui.checklist.checklist_files import read_checklist
        from mou_tui.checklist.file_reader import FileReader

        reader = FileReader()
        checklist = read_checklist(location, reader, with_layers=not is_deferred)
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
    from mou_tui.checklist.checklist_files import read_checklist
    from mou_tui.checklist.file_reader import FileReader

    reader = FileReader()
    return read_checklist(find(id_or_path), reader), reader


def _layer_files(location: Path, checklist_id: str) -> LayerFiles:
    def read_layer(path: Path, data: bytes) -> Layer | None:
        if layer := read_layer_snapshot(path.name, data):
            return layer if layer.checklist == checklist_id else None
        from mou_tui.checklist.checklist_files import read_shipped_layer

        return read_shipped_layer(location, path, checklist_id)

    return LayerFiles(sorted((location.parent / "layers").glob("*.yaml")), read_layer)
