"""Files in a folder of a test."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

OLD, NEW = b"old\n" * 500, b"new\n" * 700


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes, pipes or groups")


def temps(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".~")]
