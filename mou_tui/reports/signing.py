"""Prepare signing: what is still open, who signs with which authority, and when the agreement is reviewed.

It is advice. It counts what was recorded and never says that an agreement can be signed.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_label
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import emphasized, heading, lines, paragraph
from mou_tui.draft.draft import OPENING_LABEL, session_title, signers
from mou_tui.draft.progress import assess_progress
from mou_tui.draft.reference_check import dead_references
from mou_tui.language.dates import long_date
from mou_tui.language.text import join_and
from mou_tui.reports.adoption import adoption_section
from mou_tui.reports.clashes import clash_words, undefined_words
from mou_tui.reports.open_items import OpenItem, OpenSection, headed, open_items
from mou_tui.reports.review_date import QUESTION, review_date
from mou_tui.reports.term_dates import impossible_term_dates
from mou_tui.session.model import OPENING, Session, Signatory

TITLE = "Before you sign: what is still open"
ADVICE = (
    "This page counts what was said in the room. It approves nothing: whoever signs decides, "
    "after counsel for each party has read the agreement."
)


def before_signing(checklist: Checklist, session: Session, today: str = "") -> tuple[OpenSection, ...]:
    """Return the sections of the page, each with what is open, empty sections included; `today` as of `open_items`.

    Dates on no calendar are named only where there are any.
    """
    dates = tuple(OpenItem(words, clause_id=OPENING) for words in impossible_term_dates(checklist, session))
    return (
        *adoption_section(session, today),
        *open_items(checklist, session, today),
        *([OpenSection("Dates on no calendar", dates)] if dates else []),
        OpenSection("Points of a good answer", tuple(_points(checklist, session))),
        OpenSection("Clauses to read together", tuple(_clashing(checklist, session))),
        OpenSection("References that lead nowhere", tuple(_dead_references(checklist, session))),
        OpenSection("Who signs", tuple(_signing(checklist, session))),
        OpenSection("Review date", (_review(checklist, session),)),
    )


def signing(checklist: Checklist, session: Session, today: str = "") -> tuple[Block, ...]:
    """Return the page as blocks; `today` as of `open_items`."""
    return (
        heading(1, TITLE),
        lines(session_title(checklist, session), checklist.document_title),
        paragraph(emphasized(ADVICE)),
        *headed(before_signing(checklist, session, today), rank=2),
    )


def _points(checklist: Checklist, session: Session) -> Iterator[OpenItem]:
    """Yield the clauses that the room has not held against their points as they are worded now."""
    for question in assess_progress(checklist, session).questions:
        notes = [question.points_label] if question.points_label and question.points.state != "done" else []
        notes += ["very short"] if question.is_very_short else []
        if notes:
            yield OpenItem(f"{question.label}: {', '.join(notes)}", question.number, question.id)


def _clashing(checklist: Checklist, session: Session) -> Iterator[OpenItem]:
    """Yield each pair of clauses twice, so that one can go to either."""
    for clause_id, sentences in clash_words(checklist, session).items():
        for sentence in sentences:
            yield OpenItem(f"{checklist.question(clause_id).label}: {sentence}", checklist.number(clause_id), clause_id)
    for sentence in undefined_words(checklist, session):
        yield OpenItem(f"{OPENING_LABEL}: {sentence}", clause_id=OPENING)


def _dead_references(checklist: Checklist, session: Session) -> Iterator[OpenItem]:
    for clause_id, sentences in dead_references(checklist, session).items():
        number = checklist.number(clause_id) if clause_id in checklist else ""
        label = checklist.question(clause_id).label if clause_id in checklist else OPENING_LABEL
        yield OpenItem(f"{label}: {'; '.join(sentences)}", number, clause_id, things=len(sentences))


def _signing(checklist: Checklist, session: Session) -> Iterator[OpenItem]:
    for party in signers(checklist, session):
        name = party.name.strip() or party_label(checklist, party)
        missing = [] if party.name.strip() else ["its legal name"]
        if not party.signatories:
            yield OpenItem(f"{name}: {_missing([*missing, 'who signs', 'authority', 'date'])}", party=party.id)
        for index, signatory in enumerate(party.signatories):
            yield OpenItem(f"{name}: {_signatory(signatory, missing)}", party=party.id, signatory=index)


def _signatory(signatory: Signatory, missing: list[str]) -> str:
    known = ", ".join(filter(str.strip, (signatory.name, signatory.title)))
    known += f"; authority: {signatory.authority}" if signatory.authority.strip() else ""
    known += f"; date: {signatory.date}" if signatory.date.strip() else ""
    named = {
        "name": signatory.name,
        "title": signatory.title,
        "authority": signatory.authority,
        "date": signatory.date,
    }
    missing = [*missing, *(field for field, value in named.items() if not value.strip())]
    return "; ".join(filter(None, (known.removeprefix("; "), _missing(missing))))


def _missing(fields: list[str]) -> str:
    return f"{join_and(fields)} still missing" if fields else ""


def _review(checklist: Checklist, session: Session) -> OpenItem:
    review = review_date(checklist, session)
    text = f"{long_date(review.day)}, computed from {review.explanation}." if review.day else review.explanation
    return OpenItem(text, clause_id=QUESTION if QUESTION in checklist else "")
