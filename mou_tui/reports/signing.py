"""Before you sign: what is still open, who signs with which authority, and when the agreement is reviewed.

It is advice. It counts what the room said and never says that an agreement can be signed.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.dates import long_date
from mou_tui.draft.agreement import party_label
from mou_tui.draft.draft import OPENING_LABEL, session_title, signers
from mou_tui.draft.sanitized_markdown import escape
from mou_tui.reports.clashes import clash_words, undefined_words
from mou_tui.reports.open_items import OpenItem, OpenSection, as_markdown, open_items
from mou_tui.reports.review_date import QUESTION, review_date
from mou_tui.session.model import OPENING, Session, Signatory
from mou_tui.text import join_and

TITLE = "Before you sign: what is still open"
ADVICE = (
    "This page counts what was said in the room. It approves nothing: whoever signs decides, "
    "after counsel for each party has read the agreement."
)


def before_signing(checklist: Checklist, session: Session) -> tuple[OpenSection, ...]:
    """The parts of the page, each with what is open; a part without lines says that nothing of its kind is."""
    return (
        *open_items(checklist, session),
        OpenSection("Clauses to read together", tuple(_clashing(checklist, session))),
        OpenSection("Who signs", tuple(_signing(checklist, session))),
        OpenSection("Review date", (_review(checklist, session),)),
    )


def signing(checklist: Checklist, session: Session) -> str:
    """The page as Markdown."""
    passages = (
        f"# {TITLE}",
        f"{escape(session_title(checklist, session))}\\\n{escape(checklist.document_title)}",
        f"*{ADVICE}*",
        *as_markdown(before_signing(checklist, session), level=2),
    )
    return "\n\n".join(passages) + "\n"


def _clashing(checklist: Checklist, session: Session) -> Iterator[OpenItem]:
    """Each pair of clauses twice, so that one can go to either."""
    for place, sentences in clash_words(checklist, session).items():
        for sentence in sentences:
            yield OpenItem(f"{checklist.question(place).label}: {sentence}", checklist.number(place), place)
    for sentence in undefined_words(checklist, session):
        yield OpenItem(f"{OPENING_LABEL}: {sentence}", place=OPENING)


def _signing(checklist: Checklist, session: Session) -> Iterator[OpenItem]:
    for party in signers(checklist, session):
        name = party.name.strip() or party_label(checklist, party)
        missing = [] if party.name.strip() else ["its legal name"]
        if not party.signatories:
            yield OpenItem(f"{name}: {_missing([*missing, 'who signs', 'authority', 'date'])}", party=party.id)
        for index, signatory in enumerate(party.signatories):
            yield OpenItem(f"{name}: {_signatory(signatory, missing)}", party=party.id, signatory=index)


def _signatory(signatory: Signatory, missing: list[str]) -> str:
    told = ", ".join(filter(str.strip, (signatory.name, signatory.title)))
    told += f"; authority: {signatory.authority}" if signatory.authority.strip() else ""
    told += f"; date: {signatory.date}" if signatory.date.strip() else ""
    named = {
        "name": signatory.name,
        "title": signatory.title,
        "authority": signatory.authority,
        "date": signatory.date,
    }
    missing = [*missing, *(what for what, words in named.items() if not words.strip())]
    return "; ".join(filter(None, (told.removeprefix("; "), _missing(missing))))


def _missing(what: list[str]) -> str:
    return f"{join_and(what)} still missing" if what else ""


def _review(checklist: Checklist, session: Session) -> OpenItem:
    found = review_date(checklist, session)
    words = f"{long_date(found.day)}, computed from {found.words}." if found.day else found.words
    return OpenItem(words, place=QUESTION if QUESTION in checklist else "")
