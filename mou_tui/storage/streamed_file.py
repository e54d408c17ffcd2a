"""Write a file piece by piece: under its name is the old file or the whole new one, whenever the program ends."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from mou_tui.errors import AlreadyExists, CannotSave
from mou_tui.language.text import for_display
from mou_tui.storage import platform_io
from mou_tui.storage.atomic_file import remove_stale_temps, temp_path
from mou_tui.storage.os_errors import describe_os_error


@contextmanager
def streamed_file(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Yield a file to write to; it gets its name once the block has ended without an error.

    Args:
        path: the file.
        replace: whether a file that is there is replaced.

    Raises:
        AlreadyExists: the file is there, and is not to be replaced.
        CannotSave: anything else went wrong.
    """
    target = Path(os.path.realpath(path))
    temp = temp_path(target)
    try:
        if not replace and os.path.lexists(target):
            raise FileExistsError
        remove_stale_temps(target.parent, target=target.name)
        try:
            with os.fdopen(os.open(temp, platform_io.CREATE_FLAGS, 0o666), "wb") as file:
                yield file
                file.flush()
                platform_io.sync(file.fileno())
            if replace:
                platform_io.replace(temp, target)
            else:
                platform_io.link_exclusive(temp, target)
        finally:
            with contextlib.suppress(OSError):
                temp.unlink(missing_ok=True)
        platform_io.sync_folder(target.parent)
    except FileExistsError as error:
        raise AlreadyExists(f"“{for_display(path)}” is already there; it was left as it is.") from error
    except OSError as error:
        raise CannotSave(f"Cannot save “{for_display(path)}”: {describe_os_error(error)}.") from error
