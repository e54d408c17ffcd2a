"""Make the copy to sign: the agreement without anything that is only for the talks, once nothing in it is open."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import assemble, session_title
from mou_tui.draft.structure import Part, draft_parts
from mou_tui.errors import CannotSave
from mou_tui.exchange.writers.paper import Paper, title_of
from mou_tui.exchange.writers.printed import printed
from mou_tui.language.text import pluralize
from mou_tui.reports.open_items import open_items
from mou_tui.session.model import Session

PREVENTS = ("Open clauses", "Blanks", "Objections", "Positions to confirm", "To check first")
"""The open points of which none may be left."""
_NAMED = 12
"""How many of them are named at most."""


def signing_copy(checklist: Checklist, session: Session, *, now: datetime) -> Paper:
    """Return the copy to sign, with a fingerprint of its words for every page.

    Raises:
        CannotSave: something is open; the message lists what.
    """
    left = [
        f"{section.heading}: {line.whole}"
        for section in open_items(checklist, session)
        if section.heading in PREVENTS
        for line in section.lines
    ]
    if left:
        more = [f"and {len(left) - _NAMED} more"] if len(left) > _NAMED else []
        listed = "\n".join(f"- {line}" for line in (*left[:_NAMED], *more))
        raise CannotSave(f"There is no copy to sign yet: {pluralize(len(left), 'point')} still open.\n{listed}")
    draft = assemble(checklist, session)._replace(counsel=())
    title, _, *rest = draft_parts(draft)
    parts = (title, *rest[:-1])
    return Paper(title_of(parts), session_title(checklist, session), _standing(parts), now, parts)


def fingerprint(parts: Iterable[Part]) -> str:
    """Return what tells the words of a copy from any others: twelve digits and letters, in groups of four."""
    text = "\n".join(" ".join(line.text.split()) for line in printed(parts))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return " ".join(_groups(digest[:12]))


def _standing(parts: tuple[Part, ...]) -> str:
    return f"Copy to sign · fingerprint {fingerprint(parts)}"


def _groups(digits: str) -> Iterator[str]:
    return (digits[start : start + 4] for start in range(0, len(digits), 4))
