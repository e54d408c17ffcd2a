"""Read what a file brings back: a draft that went out, with the edits and comments of those who read it.

Nothing but the file is opened, nothing is written, and the session is not changed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import assemble
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.exchange.archive import check_inflated
from mou_tui.exchange.document import FORMAT_NAMES, CannotRead
from mou_tui.exchange.formats import recognize
from mou_tui.exchange.reader import LIMIT, MOST_CHARACTERS, too_long
from mou_tui.exchange.returned.comments import comments_of
from mou_tui.exchange.returned.comparison import Comparison
from mou_tui.exchange.returned.model import ReturnedDocument
from mou_tui.exchange.returned.places import Places
from mou_tui.exchange.returned.tracked_body import changes_of, paragraphs_of
from mou_tui.exchange.returned.tracked_odf import read_odf
from mou_tui.exchange.returned.tracked_word import read_word
from mou_tui.exchange.returned.tracked_xml import unlikely
from mou_tui.language.text import for_display
from mou_tui.session.model import Session
from mou_tui.storage.atomic_file import read_bytes

AUTHOR = "mou-tui"
"""The author of the changes and comments that go out with a draft."""

_MOST_AUTHORS = 24
_MOST_PARAGRAPHS = 20_000


def read_returned(path: Path, checklist: Checklist, session: Session) -> ReturnedDocument:
    """Read what a file brings back to a session.

    Args:
        path: the file, Word or OpenDocument.
        checklist: what the session answers.
        session: as it is now; the file is compared with the draft of it.

    Raises:
        CannotOpen: it is not there, too large, no such document, or not a draft of this agreement; the message says
            what to do.
    """
    return parse_returned(read_bytes(path, LIMIT), for_display(path.name), checklist, session)


def parse_returned(data: bytes, name: str, checklist: Checklist, session: Session) -> ReturnedDocument:
    """Read what the bytes of a file bring back; arguments and errors are those of `read_returned`."""
    format = recognize(data, name)
    if format not in ("docx", "odt"):
        raise CannotRead(
            f"“{name}” is {FORMAT_NAMES[format]}, which keeps no edits and comments. "
            "Ask for the Word document (.docx) or OpenDocument text (.odt) that they were made in."
        )
    check_inflated(data, name)
    body = (read_word if format == "docx" else read_odf)(data, name, AUTHOR)
    if len({change.author for change in changes_of(body.entries)}) > _MOST_AUTHORS:
        raise unlikely(name)
    lengths = [len(paragraph.text) for paragraph in paragraphs_of(body.entries)]
    if sum(lengths) > MOST_CHARACTERS or len(lengths) > _MOST_PARAGRAPHS:
        raise too_long(name)
    draft = assemble(with_own_clauses(checklist, session.clauses), session)
    places = Places(draft, body)
    if not places.are_of_this_agreement:
        raise CannotRead(
            f"“{name}” holds none of the clauses of this agreement. "
            "Choose the file that came back, or open the session that it was made from."
        )
    returned = Comparison(draft, body, places)
    return ReturnedDocument(
        name,
        hashlib.sha256(data).hexdigest(),
        format,
        returned.edits,
        tuple(comments_of(body.comments, places.ranges, AUTHOR)),
        returned.unplaced,
        returned.unchanged,
        returned.missing,
        (*body.remarks, *returned.remarks),
    )
