"""Know what each kind of file takes to be written, and say how to install what is missing."""

from __future__ import annotations

from typing import Literal

from mou_tui.errors import CannotSave
from mou_tui.exchange.file_kinds import FileKind
from mou_tui.frozen import NamedTuple


class _Library(NamedTuple):
    """Say what a kind of file takes to be written."""

    module: str
    package: str
    documents: str


_LIBRARIES: dict[FileKind | Literal["redline"], _Library] = {
    "docx": _Library("docx", "python-docx", "Word documents"),
    "pdf": _Library("typst", "typst", "PDF"),
    "redline": _Library("pypandoc", "pypandoc-binary", "tracked changes"),
}


def is_installed(kind: FileKind | Literal["redline"]) -> bool:
    """Tell whether what writes documents of a kind is installed."""
    if kind not in _LIBRARIES:
        return True
    from importlib.util import find_spec

    return find_spec(_LIBRARIES[kind].module) is not None


def require(kind: FileKind | Literal["redline"]) -> None:
    """Raise CannotSave where what writes documents of a kind is not installed; it says how to install it."""
    if not is_installed(kind):
        from mou_tui.exchange.document import installing

        _, package, documents = _LIBRARIES[kind]
        raise CannotSave(f"To write {documents}, mou-tui needs {package}. Install it with: {installing(package)}")
