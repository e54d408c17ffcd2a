"""Take a checklist that came with the program from a module, which takes a twentieth of the time of its YAML.

The YAML is what counts. The module is written when the package is built, and used only while every file of the
checklist is, byte for byte, what it was made from: a checkout, or a checklist edited where it is installed, is read
from its YAML.
"""

from __future__ import annotations

from binascii import crc32
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from mou_tui.checklist.layer_files import LIMIT
from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotOpen
from mou_tui.storage.atomic_file import read_bytes


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


def _checksum(folder: Path) -> int:
    """Return a checksum of all that a snapshot is made from.

    It tells an edited checklist, and no more. A cryptographic hash would take as long to load as the snapshot.
    """
    checksum = 0
    for path in sorted(folder.rglob("*.yaml")):
        data = read_bytes(path, LIMIT)
        checksum = crc32(data, crc32(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode(), checksum))
    return checksum
