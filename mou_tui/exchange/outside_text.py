"""Carry text from outside the topics into this agreement: to the terms from counsel, or to a clause of the room's own.

As with every other change to an earlier agreement, a function takes a session and returns a new one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from mou_tui.exchange.cues import CueBook
from mou_tui.exchange.headings import SEPARATOR, caption_of, label_of
from mou_tui.exchange.revision import ParagraphRef, paragraph, place, with_first_wording
from mou_tui.session.earlier import EarlierParagraph
from mou_tui.session.model import Session
from mou_tui.session.parts import OwnClause

_NUMBER_IN_WORDS = re.compile(r"^(?:article|section|part)\s+\w+[.:]\s*", re.IGNORECASE)


def wording_of(held: EarlierParagraph) -> str:
    """Return the text of a paragraph without the number it was printed with."""
    return held.text.removeprefix(held.label).strip()


def proposed_caption(held: EarlierParagraph) -> str:
    """Return the caption that a paragraph begins with, or else the nearest heading above it; empty for neither."""
    heading = held.heading.split(SEPARATOR)[-1]
    heading = _NUMBER_IN_WORDS.sub("", heading[len(label_of(heading)) :].strip())
    return caption_of(held.text) or (heading.capitalize() if heading.isupper() else heading)


def counsel_lines(book: CueBook) -> dict[str, str]:
    """Return the kinds of text that are left to counsel, each with its line of the list for counsel."""
    return {kind.id: kind.counsel for kind in book.outside if kind.counsel}


def with_counsel_terms(session: Session, ref: ParagraphRef, kind: str, line: str) -> Session:
    """Return a session with a paragraph among the terms from counsel, after the others of its kind.

    Args:
        session: the session.
        ref: the paragraph; it is placed outside the topics and confirmed.
        kind: the kind of text outside the topics.
        line: the line of the list for counsel that the kind belongs to; the term begins with it.
    """
    term = f"{line}. {wording_of(paragraph(session, ref))}"
    terms = [known for known in session.counsel.split("\n\n") if known.strip()]
    if term not in terms:
        same = [index for index, known in enumerate(terms) if known.startswith(f"{line}. ")]
        terms.insert(same[-1] + 1 if same else len(terms), term)
    return replace(place(session, [ref], (), kind), counsel="\n\n".join(terms))


def with_own_clause(session: Session, ref: ParagraphRef, clause: OwnClause) -> Session:
    """Return a session with a clause of the room's own that begins with a paragraph, not yet looked at.

    Args:
        session: the session.
        ref: the paragraph; it belongs to the clause from now on.
        clause: the clause, with an id nobody else has.
    """
    added = replace(session, clauses=(*session.clauses, clause))
    return with_first_wording(place(added, [ref], (clause.id,)), [clause.id])
