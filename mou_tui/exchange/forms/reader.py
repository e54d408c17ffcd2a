"""Read forms that came back: one, or all in a folder. Nothing but the files is opened, and nothing is written.

What cannot be read is named and left; the others are read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotOpen, MouError
from mou_tui.exchange.archive import check_inflated, entry_names, read_entry
from mou_tui.exchange.document import CannotRead
from mou_tui.exchange.formats import recognize
from mou_tui.exchange.forms.model import LONGEST, FilledForm, filled
from mou_tui.exchange.forms.page_form import read_places
from mou_tui.exchange.forms.shown_wordings import Wordings, wordings_of
from mou_tui.exchange.forms.table_form import read_table, table_text
from mou_tui.exchange.returned.tracked_odf import read_odf
from mou_tui.exchange.returned.tracked_word import read_word
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display
from mou_tui.reports.feedback import REASON, WORDS
from mou_tui.session.model import Session
from mou_tui.storage.atomic_file import read_bytes
from mou_tui.storage.os_errors import describe_os_error

LIMIT = 8 * 1024 * 1024
"""Bytes of one form; with pictures pasted into it, it stays far below."""
MOST_FORMS = 500
_TAG = re.compile(rb"<[^>]*>")
_BODIES = ("word/document.xml", "content.xml")


class FormsRead(NamedTuple):
    """What came of reading forms.

    Attributes:
        forms: Those that were read, by the names of their files.
        refused: Why each of the others was not, a sentence or two.
        copies: How many files are the same as another, byte for byte.
    """

    forms: tuple[FilledForm, ...]
    refused: tuple[str, ...]
    copies: int


def is_form(data: bytes, name: str) -> bool:
    """Return whether a file is a form for feedback, filled in or not; raise CannotRead where it is damaged."""
    if not data.startswith(b"PK"):
        return bool(table_text(data))
    bodies = (entry for entry in _BODIES if entry in entry_names(data, name))
    texts = (b" ".join(_TAG.sub(b"", read_entry(data, body, name)).split()) for body in bodies)
    return any(label.encode() in text for text in texts for label in (WORDS, REASON))


def forms_in(path: Path) -> tuple[Path, ...]:
    """Return the files of a folder that may be forms; of a file, that file.

    Raises:
        CannotOpen: the folder cannot be read, or holds more than forms.
    """
    if not path.is_dir():
        return (path,)
    try:
        files = sorted(entry for entry in path.iterdir() if not entry.name.startswith((".", "~$")) and entry.is_file())
    except OSError as error:
        raise CannotOpen(f"“{for_display(path)}” cannot be read: {describe_os_error(error)}.") from error
    if len(files) > MOST_FORMS:
        raise CannotOpen(
            f"“{for_display(path.name)}” holds {len(files):,} files, of at most {MOST_FORMS}. Put the forms into "
            "folders of their own, and take in one after the other."
        )
    if not files:
        raise CannotOpen(f"“{for_display(path.name)}” holds no files. Choose the folder with the forms.")
    return tuple(files)


def forms_of_folder(path: Path) -> tuple[Path, ...]:
    """Return the files in the folder of a form; it alone where those cannot be read, or are too many to be forms."""
    try:
        return forms_in(path.parent)
    except CannotOpen:
        return (path,)


def read_forms(files: Sequence[Path], checklist: Checklist, session: Session) -> FormsRead:
    """Read filled forms.

    Args:
        files: the files, as `forms_in` returns them.
        checklist: the questions, with the room's own clauses.
        session: from which the forms were made.
    """
    wordings = wordings_of(session)
    forms: list[FilledForm] = []
    refused: list[str] = []
    known: set[bytes] = set()
    for file in files:
        try:
            data = read_bytes(file, LIMIT)
            digest = hashlib.sha256(data).digest()
            if digest not in known:
                forms.append(parse_form(data, for_display(file.name), checklist, wordings))
            known.add(digest)
        except MouError as error:
            refused.append(error.message)
    return FormsRead(tuple(forms), tuple(refused), len(files) - len(refused) - len(forms))


def parse_form(data: bytes, name: str, checklist: Checklist, wordings: Wordings) -> FilledForm:
    """Return what the bytes of a form say; raise CannotRead where they are no form, or damaged."""
    text = "" if data.startswith(b"PK") else table_text(data)
    if text:
        places = read_table(text, name)
    else:
        format = recognize(data, name)
        if format not in ("docx", "odt") or not is_form(data, name):
            raise CannotRead(f"“{name}” is not a form for feedback, or was saved as another kind of file.")
        check_inflated(data, name)
        body = (read_word if format == "docx" else read_odf)(data, name, "")
        places = read_places(body.entries, tuple(_captions(checklist)))
    form = FilledForm(name, tuple(filled(checklist, places, wordings)))
    if any(len(clause.text) > LONGEST or len(clause.reason) > LONGEST for clause in form.clauses):
        raise CannotRead(f"“{name}” holds far more text than a form, so it was not read.")
    return form


def _captions(checklist: Checklist) -> Iterator[str]:
    return (f"{checklist.number(question.id)} {question.label}" for question in checklist.questions())
