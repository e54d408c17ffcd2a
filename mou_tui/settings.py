"""The settings of a person: a small file to edit; mistakes in it never keep the program from starting.

    theme: nord          the colors, as last chosen in the palette
    mouse: no            leave the mouse to the terminal
    menus: no            line by line, ask for numbers instead of showing menus
    export: docx         the kind of file to write documents as, as last chosen: md, docx, html or pdf
    reference: ~/look.docx   a Word document whose look Word documents take
    keys:
      review: alt+r      other keys for an action, by its id

A file with a mistake in it is named, left as it is, and the usual settings hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Literal

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave, InvalidFile, MouError
from mou_tui.frozen import dataclass
from mou_tui.language.text import for_display
from mou_tui.storage.atomic_file import read_bytes
from mou_tui.storage.atomic_file import write_atomically as write_file
from mou_tui.storage.os_errors import describe_os_error
from mou_tui.storage.schema import from_plain, to_plain
from mou_tui.storage.yaml_reader import read, write

NAME = "settings.yaml"
LIMIT = 64 * 1024
"""Bytes the file may have."""

_HEADING = "Settings of mou-tui. The README says what may stand here."

ExportKind = Literal["md", "docx", "html", "pdf"]
"""The kinds of file that documents can be written as."""


@dataclass(frozen=True)
class Settings:
    """Holds the settings of a person."""

    theme: str = ""
    """The theme; empty for the default."""
    mouse: bool = True
    """Whether the program takes clicks; without it, selecting is the terminal's."""
    menus: bool = True
    """Whether the line-by-line mode shows menus where the terminal can; without them, it asks for numbers."""
    export: ExportKind = "md"
    """The kind of file that documents are written as, unless another is chosen."""
    reference: str = ""
    """The path of a Word document whose look Word documents take; empty for none."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys for actions, by id; several by commas."""


@dataclass(frozen=True)
class LoadedSettings:
    """Holds the valid settings, and the problems of the file."""

    settings: Settings = Settings()
    problems: tuple[str, ...] = ()


DEFAULTS = LoadedSettings()
"""The default settings."""


def load() -> LoadedSettings:
    """Read the settings."""
    try:
        return LoadedSettings(_parse(_data(path())))
    except InvalidFile as error:
        return LoadedSettings(problems=tuple(map(str, error.problems)))
    except MouError as error:
        return LoadedSettings(problems=(error.message,))


def path() -> Path:
    """Return the path of the settings file, which may not exist.

    Raises:
        CannotOpen: There is no home folder.
    """
    return paths.config() / NAME


def remember_theme(theme: str) -> None:
    """Write the theme, and leave everything else in the file unchanged, comments included.

    Raises:
        MouError: The file has mistakes, or cannot be read or written; it was left as it is.
    """
    _remember("theme", theme, lambda settings: replace(settings, theme=theme))


def remember_export_kind(kind: ExportKind) -> None:
    """Write the kind of file that documents are written as; errors and everything else as with the theme."""
    _remember("export", kind, lambda settings: replace(settings, export=kind))


def _remember(name: str, value: str, changed: Callable[[Settings], Settings]) -> None:
    file = path()
    before = _data(file)
    wanted = changed(_parse(before))
    line = f"{name}: {value}\n".encode()
    after, replaced = re.subn(rf"^{name}:.*\n?".encode(), line, before, count=1, flags=re.MULTILINE)
    if not replaced:
        after = line + before
    if not before or not _says(after, wanted):
        after = write(to_plain(wanted), header=_HEADING, end_marker=False).encode()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotSave(f"“{for_display(file.parent)}” cannot be made: {describe_os_error(error)}.") from error
    write_file(file, after)


def _data(file: Path) -> bytes:
    try:
        return read_bytes(file, LIMIT)
    except CannotOpen:
        if file.exists():
            raise
        return b""


def _parse(data: bytes) -> Settings:
    if all(line.startswith(b"#") for line in data.split(b"\n") if line.strip()):
        return Settings()
    return from_plain(Settings, read(data, NAME), NAME)


def _says(data: bytes, wanted: Settings) -> bool:
    try:
        return _parse(data) == wanted
    except InvalidFile:
        return False
