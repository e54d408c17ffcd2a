"""Take the checklists and layers that came with the program from modules, in a twentieth of the time of their YAML.

The YAML is what counts. The modules are written when the package is built. A checklist is taken from one only while
each of its files is, byte for byte, what it was made from, and a layer while its file is: what is edited where it is
installed is read from its YAML, and so is all of a checkout.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from mou_tui.checklist.layer_files import LIMIT
from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotOpen
from mou_tui.storage.atomic_file import read_bytes

LAYERS_MODULE = "snapshot_of_layers"
"""Name, in this package, of the module that holds the layers; no checklist is in a folder named so."""


def module_name(folder: Path) -> str:
    """Return the name, in this package, of the module that holds the checklist of a folder."""
    return f"snapshot_of_{folder.name.replace('-', '_')}"


def module_source(folder: Path, checklist: Checklist) -> str:
    """Return the module of a checklist that was read from the YAML files of a folder; it leaves out the layers."""
    return (
        f'"""The checklist “{folder.name}”, as its files said when the package was built."""\n\n'
        "from mou_tui.checklist.model import *\n\n"
        f"CHECKSUM = {_checksum(folder)}\n"
        f"CHECKLIST = {replace(checklist, layers=())!r}\n"
    )


def read_snapshot(folder: Path) -> Checklist | None:
    """Return the checklist of a folder that came with the program, without its layers; None without one that fits."""
    try:
        module = import_module(f"mou_tui.checklist.{module_name(folder)}")
        checklist: Checklist = module.CHECKLIST
        return checklist if _checksum(folder) == module.CHECKSUM else None
    except (ImportError, CannotOpen):
        return None


def layers_module_source(layers: Mapping[Path, Layer]) -> str:
    """Return the module of layers that were read from YAML files."""
    entries = (f"    {path.name!r}: ({crc32(read_bytes(path, LIMIT))}, {layer!r}),\n" for path, layer in layers.items())
    return (
        '"""The layers, as their files said when the package was built."""\n\n'
        "from mou_tui.checklist.layers import *\n\n"
        f"LAYERS = {{\n{''.join(entries)}}}\n"
    )


def read_layer_snapshot(name: str, data: bytes) -> Layer | None:
    """Return the layer of a file that came with the program, if it still holds what it held then; else None."""
    try:
        layers: Mapping[str, tuple[int, Layer]] = import_module(f"mou_tui.checklist.{LAYERS_MODULE}").LAYERS
    except ImportError:
        return None
    checksum, layer = layers.get(name, (None, None))
    return layer if checksum == crc32(data) else None


def _checksum(folder: Path) -> int:
    """Return a checksum of all that a snapshot is made from.

    It tells an edited checklist, and no more. A cryptographic hash would take as long to load as the snapshot.
    """
    checksum = 0
    for path in sorted(folder.rglob("*.yaml")):
        data = read_bytes(path, LIMIT)
        checksum = crc32(data, crc32(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode(), checksum))
    return checksum
