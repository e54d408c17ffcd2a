"""The scratch files of the sample: each in a folder of its own, apart from a person's sessions, and gone once left."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave, MouError
from mou_tui.language.text import for_display
from mou_tui.persistence import maintenance
from mou_tui.storage.os_errors import describe_os_error

NAME = "Sample.mou.yaml"


def new_path(folder_name: str) -> Path:
    """Return where a scratch file goes, in a folder made for it.

    Raises:
        CannotSave: The folder could not be made.
    """
    folder = paths.samples() / folder_name
    try:
        folder.mkdir(parents=True, mode=0o700)
    except OSError as error:
        raise CannotSave(f"Cannot make “{for_display(folder)}”: {describe_os_error(error)}.") from error
    return folder / NAME


def is_sample(path: Path) -> bool:
    """Return whether a session file is a scratch file of the sample."""
    try:
        return paths.samples() in path.parents
    except CannotOpen:
        return False


def discard(path: Path) -> None:
    """Remove a scratch file, and all that this computer keeps about it, unless it is open or is none."""
    if is_sample(path):
        with contextlib.suppress(MouError, OSError):
            maintenance.purge(path)
            shutil.rmtree(path.parent)


def discard_left_over() -> None:
    """Remove the scratch files of programs that were stopped before they could."""
    try:
        left_over = list(paths.samples().glob(f"*/{NAME}"))
    except (CannotOpen, OSError):
        return
    for path in left_over:
        discard(path)
