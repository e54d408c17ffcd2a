"""Name the kinds of file that are written, and the names that belong to kinds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from mou_tui.language.text import for_display

if TYPE_CHECKING:
    from mou_tui.settings import ExportKind

PageKind: TypeAlias = "ExportKind"
"""The kinds of file in which any document can be written."""

FileKind = Literal["md", "docx", "html", "pdf", "ics", "json", "csv"]
"""All kinds of file that are written: besides, an entry for a calendar, and data for other programs."""

DataKind = Literal["json", "csv"]
"""The kinds of file that hold data for other programs."""

DocumentKind: TypeAlias = "PageKind | DataKind"
"""The kinds of file that a document is asked for as."""

WITH_DATA = ("requirements", "duties", "deadlines", "feedback")
"""The documents that can be data for other programs as well."""

DATA_NAMES: dict[DataKind, str] = {"csv": "Table (CSV)", "json": "Data (JSON)"}
"""What to call each kind of data where one is chosen."""

BINARY: frozenset[FileKind] = frozenset(("docx", "pdf"))
"""The kinds that no terminal can show."""

KIND_NAMES: dict[PageKind, str] = {"md": "Text (Markdown)", "docx": "Word", "html": "Web page", "pdf": "PDF"}
"""What to call each kind where one is chosen, in the order of the choices."""

_WRITTEN: dict[FileKind, str] = {
    "md": "a Markdown file",
    "docx": "a Word document",
    "html": "a web page",
    "pdf": "a PDF",
    "ics": "an entry for a calendar",
    "json": "a file of data",
    "csv": "a table (CSV)",
}

_ENDINGS: dict[FileKind, tuple[str, ...]] = {
    "md": (".md", ".markdown", ".mdown", ".txt"),
    "docx": (".docx",),
    "html": (".html", ".htm"),
    "pdf": (".pdf",),
    "ics": (".ics",),
    "json": (".json",),
    "csv": (".csv",),
}
"""The endings of the names of each kind, the usual one first."""

_OTHER_KINDS = {
    **dict.fromkeys((".doc", ".dotx", ".docm"), "another kind of Word document"),
    **dict.fromkeys((".odt", ".ott", ".rtf", ".pages", ".wpd"), "a document of a word processor"),
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".tsv", ".numbers"), "a spreadsheet"),
    **dict.fromkeys((".pptx", ".ppt", ".odp", ".key"), "a presentation"),
    **dict.fromkeys((".xhtml", ".mhtml"), "another kind of web page"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".svg", ".tif", ".tiff", ".webp"), "a picture"),
    **dict.fromkeys((".yaml", ".yml", ".xml", ".toml"), "a file of data"),
    **dict.fromkeys((".zip", ".gz", ".tar", ".7z", ".exe"), "another kind of file"),
    ".epub": "a book",
    ".tex": "a file for LaTeX",
    ".eml": "a message",
}
"""What files are that end so, for whoever would be surprised by something else in one."""


def ending(kind: FileKind) -> str:
    """Return the usual ending of a kind, with its dot."""
    return _ENDINGS[kind][0]


def kind_of(path: Path) -> PageKind | None:
    """Return the kind of document that a name asks for by its ending; None if it asks for none."""
    suffix = path.suffix.casefold()
    return next((kind for kind in KIND_NAMES if suffix in _ENDINGS[kind] and suffix != ".txt"), None)


def document_kind_of(path: Path, document: str) -> DocumentKind | None:
    """Return the kind of file that a name asks for by its ending, of those that a document can be; None for none."""
    suffix = path.suffix.casefold()
    data = next((kind for kind in DATA_NAMES if document in WITH_DATA and suffix in _ENDINGS[kind]), None)
    return data or kind_of(path)


def other_kind(path: Path, kind: FileKind) -> str:
    """Return why a file of a kind cannot have a name with the ending of another kind; empty if it can."""
    suffix = path.suffix.casefold()
    if suffix in _ENDINGS[kind]:
        return ""
    named = next(
        (_WRITTEN[other] for other, endings in _ENDINGS.items() if suffix in endings), _OTHER_KINDS.get(suffix)
    )
    if named is None:
        return ""
    written = "Markdown" if kind == "md" else _WRITTEN[kind]
    better = for_display(path.with_suffix(ending(kind)).name)
    return f"“{for_display(path.name)}” is the name of {named}, and this writes {written}. Name it “{better}”."
