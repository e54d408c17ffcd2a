"""Write the beginning of a checklist or a layer: a sample with comments, and the schema that an editor checks it by."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Container
from pathlib import Path
from typing import Literal

import click

from mou_tui import paths
from mou_tui.errors import AlreadyExists, UsageError
from mou_tui.failures import command_for
from mou_tui.language.text import for_display, slug
from mou_tui.storage.atomic_file import read_bytes, write_atomically

LIMIT = 64 * 1024
"""Bytes that a starter may have."""

Kind = Literal["checklist", "layer"]


def starter(kind: Kind, path: Path, taken: Container[str]) -> str:
    """Return the sample of a kind, with an id made of the name that it is to be written under, and none of those taken.

    Raises:
        UsageError: the name does not end as that of a YAML file.
    """
    if path.suffix not in (".yaml", ".yml"):
        raise UsageError(f"“{for_display(path)}” should end in .yaml, by which editors know what it is.")
    sample = read_bytes(paths.content() / "starters" / f"new-{kind}.yaml", LIMIT).decode()
    name = slug(path.name.partition(".")[0])
    return with_value(sample, "id", f"{name}-own" if name in taken else name)


def with_value(sample: str, key: str, value: str) -> str:
    """Return a sample with another value where a key stands first."""
    return re.sub(rf"^( *{key}): .*$", lambda match: f"{match[1]}: {value}", sample, count=1, flags=re.MULTILINE)


def write_starter(kind: Kind, path: Path, text: str) -> None:
    """Write a sample, and the schema beside it unless there is one; nothing that exists is written over.

    Raises:
        AlreadyExists: the file is there.
        CannotSave: it could not be written.
    """
    schema = path.with_name(f"{kind}.schema.json")
    write_atomically(path, text.encode(), exclusive=True)
    with contextlib.suppress(AlreadyExists):
        write_atomically(schema, f"{schema_text(kind)}\n".encode(), exclusive=True)
    click.echo(
        f"Written: {for_display(path)}, a sample to change. “{command_for(path, f'{kind} check')}” says what "
        f"is wrong with it. Editors that know YAML schemas complete and check it by {for_display(schema.name)}.",
        err=True,
    )


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file."""
    from mou_tui.checklist.file_schemas import KINDS, file_schema
    from mou_tui.exchange.cues import CueBook

    return json.dumps(file_schema({**KINDS, "cues": CueBook}[kind]), indent=2, ensure_ascii=False)
