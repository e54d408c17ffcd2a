"""Read a checklist that came with the program from a snapshot, which takes a tenth of the time of its YAML.

The YAML is what counts. The snapshot is made when the package is built, and read only while it is whole and every file
of the checklist is, byte for byte, what it was made from: a checkout, or a checklist edited where it is installed, is
read from its YAML.
"""

from __future__ import annotations

import json
from binascii import crc32
from dataclasses import replace
from pathlib import Path

from mou_tui.checklist.layer_files import LIMIT
from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotOpen, InvalidFile
from mou_tui.storage.atomic_file import read_bytes
from mou_tui.storage.schema import from_plain, to_plain
from mou_tui.storage.yaml_reader import Document

SNAPSHOT = "snapshot.json"
"""Its name in the folder of the checklist: a line with a checksum, then the checklist without its layers."""


def encode_snapshot(folder: Path, checklist: Checklist) -> bytes:
    """Return the snapshot of a checklist that was read from the YAML files of a folder."""
    body = json.dumps(to_plain(replace(checklist, layers=())), ensure_ascii=False).encode()
    return _checksum(folder, body) + b"\n" + body


def read_snapshot(folder: Path) -> Checklist | None:
    """Return the checklist of a folder without its layers; None if it has no snapshot that can be relied on."""
    try:
        checksum, _, body = read_bytes(folder / SNAPSHOT, LIMIT).partition(b"\n")
        if checksum != _checksum(folder, body):
            return None
        return from_plain(Checklist, Document(json.loads(body), {}), SNAPSHOT)
    except (CannotOpen, InvalidFile, ValueError):
        return None


def _checksum(folder: Path, body: bytes) -> bytes:
    """Return a checksum of a snapshot and of all that it is made from.

    It tells an edited checklist, and no more: whoever can write the one can write the other. A cryptographic hash would
    take as long to load as the snapshot to read.
    """
    checksum = crc32(body)
    for path in sorted(folder.rglob("*.yaml")):
        data = read_bytes(path, LIMIT)
        checksum = crc32(data, crc32(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode(), checksum))
    return f"{checksum:08x}".encode()
