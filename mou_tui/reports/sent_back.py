"""What came back from counsel and is still to be dealt with: wordings next to a clause, and texts under no clause."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.draft.draft import proposer_name
from mou_tui.language.dates import long_date
from mou_tui.language.text import for_display, join_and
from mou_tui.session.model import Session
from mou_tui.session.taken_in import TakenIn

_LONGEST = 200
"""Characters of a text that are shown in a list."""


def sent_back_words(session: Session, question_id: str) -> str:
    """Return who sent back wordings that are next to a clause ("sent back by the School District (Ann Poe)")."""
    documents = {document.id for document in session.taken_in}
    names = (
        proposer_name(session, held.proposer(alternative_id), held.author)
        for alternative_id, held in session.answer(question_id).alternatives.items()
        if held.from_ in documents
    )
    return f"sent back by {join_and(known)}" if (known := list(dict.fromkeys(names))) else ""


def loose_texts(session: Session) -> Iterator[str]:
    """Yield the texts that came back since the last meeting and fit under no clause, each with its file and day."""
    for document in session.taken_in:
        if not any(meeting.ended and meeting.ended > document.at for meeting in session.meetings):
            for text in document.kept:
                yield f"{source_words(document)}: {for_display(' '.join(text.split()), _LONGEST)}"


def is_copy(document: TakenIn) -> bool:
    """Return whether what came back is a copy of the session, and not a document."""
    return document.name.casefold().endswith((".yaml", ".yml"))


def source_words(document: TakenIn) -> str:
    """Return which file came back and when ("counsel.docx of December 4, 2026")."""
    name = for_display(document.name, 80)
    return f"{name} of {long_date(document.at)}" if document.at else name
