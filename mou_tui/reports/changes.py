"""List the changes from an earlier agreement to this one, clause by clause.

What is gone is struck through, what is new is bold. What else the earlier agreement holds, and what nobody has
placed yet, is listed at the end, so that no word of it drops out unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.block_parser import words
from mou_tui.draft.blocks import Block, Inline, Paragraph
from mou_tui.draft.composition import bullet, heading, one_line, paragraph, plain, strong, struck
from mou_tui.frozen import NamedTuple
from mou_tui.session.earlier import EarlierParagraph
from mou_tui.session.model import Answer, Session

Change = Literal["same", "changed", "new", "left out", "untouched"]

CHANGE_LABELS: dict[Change, str] = {
    "same": "as in the earlier agreement",
    "changed": "changed",
    "new": "new; the earlier agreement says nothing that was placed here",
    "left out": "in the earlier agreement, and without wording here",
    "untouched": "as in the earlier agreement, not yet looked at",
}
MOST_WORDS = 4_000
"""The most words of both wordings together in which changes are looked for."""


def change_of(answer: Answer) -> Change | None:
    """Return what became of the earlier wording of a question; None where neither says anything."""
    before, after = answer.current.strip(), answer.text.strip()
    if not before and not after:
        return None
    if not after:
        return "left out"
    if answer.is_unreviewed:
        return "untouched"
    if not before:
        return "new"
    return "same" if _without_label(before).split() == after.split() else "changed"


def changes(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the list of changes as blocks."""
    title = heading(1, "Changes from the earlier agreement")
    if session.has_earlier:
        return (title, *change_blocks(checklist, session))
    return (title, paragraph("No earlier agreement was read into this session."))


def marked_changes(before: str, after: str) -> tuple[Paragraph, ...]:
    """Return one text in which words only of `before` are struck through and words only of `after` are bold."""
    old, new = words(before).split(), words(after).split()
    if len(old) + len(new) > MOST_WORDS:
        return paragraph(struck(" ".join(old))), paragraph(strong(" ".join(new)))
    parts: list[Inline] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        removed, added = " ".join(old[start:end]), " ".join(new[new_start:new_end])
        parts += [plain(removed)] if kind == "equal" else [struck(removed), strong(added)]
    return (paragraph(*parts),)


def change_blocks(checklist: Checklist, session: Session, *, rank: int = 2) -> Iterator[Block]:
    """Yield the blocks of the list: which documents, each clause, what belongs to no clause.

    Args:
        checklist: what is asked.
        session: the session.
        rank: of the headings over topics.
    """
    for document in session.earlier:
        yield bullet(f"{one_line(document.name)}, read {document.read} (SHA-256 {document.sha256[:12]}…)")
    for topic in checklist.topics:
        clauses = [block for question in topic.questions for block in _clause(checklist, session, question, rank + 1)]
        if clauses:
            yield heading(rank, topic.title)
            yield from clauses
    yield from _unplaced_blocks(session, rank)


def _clause(checklist: Checklist, session: Session, question: Question, rank: int) -> Iterator[Block]:
    answer = session.answer(question.id)
    change = change_of(answer)
    if change is None:
        return
    yield heading(rank, f"{checklist.number(question.id)} {question.label}: {CHANGE_LABELS[change]}")
    before = _without_label(answer.current)
    if change == "changed":
        yield from marked_changes(before, answer.text)
    elif change == "left out":
        yield paragraph(struck(words(before)))
    elif change == "new":
        yield paragraph(strong(words(answer.text)))


class Unplaced(NamedTuple):
    """Hold what an earlier agreement has that is compared with no clause."""

    outside: list[EarlierParagraph]
    """What is outside the topics."""
    loose: list[EarlierParagraph]
    """What was placed nowhere."""
    waiting: int
    """How many paragraphs belong somewhere that nobody has confirmed."""


def unplaced_paragraphs(session: Session) -> Unplaced:
    """Return what the earlier agreements of a session have in addition to the clauses."""
    held = [earlier for document in session.earlier for earlier in document.paragraphs]
    text = [earlier for earlier in held if earlier.kind not in ("heading", "furniture")]
    return Unplaced(
        [earlier for earlier in text if earlier.outside],
        [earlier for earlier in text if not earlier.questions and not earlier.outside],
        sum(1 for earlier in held if earlier.questions and not earlier.placed),
    )


def _unplaced_blocks(session: Session, rank: int) -> Iterator[Block]:
    outside, loose, waiting = unplaced_paragraphs(session)
    if outside:
        yield heading(rank, "Outside the topics, left to counsel")
        yield from (bullet(f"{earlier.outside}: {_quoted(earlier)}") for earlier in outside)
    if loose:
        yield heading(rank, f"Placed nowhere ({len(loose)})")
        yield from (bullet(_quoted(earlier)) for earlier in loose)
    if waiting:
        verb = "paragraph was" if waiting == 1 else "paragraphs were"
        yield paragraph(f"{waiting} {verb} not confirmed yet; what they say is not compared above.")


def _quoted(earlier: EarlierParagraph) -> str:
    return f"“{' '.join(earlier.text.split())}”"


_LABEL = re.compile(r"^\s*(?:\(?\w{1,4}[.)]|\d+(?:\.\d+)+\.?|(?:Article|Section)\s+\w+[.:]?)\s+", re.IGNORECASE)


def _without_label(text: str) -> str:
    """Return a wording without the numbers its paragraphs were printed with."""
    return "\n\n".join(_LABEL.sub("", part) for part in text.split("\n\n"))
