"""List the changes from an earlier agreement to this one, clause by clause, as Markdown.

What is gone is struck through, what is new is bold. What the earlier agreement holds besides, and what nobody has
placed yet, is listed at the end, so that no word of it drops out unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.sanitized_markdown import escape
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


def changes(checklist: Checklist, session: Session) -> str:
    """Return the list of changes as Markdown."""
    return "\n\n".join(_blocks(checklist, session)) + "\n"


def marked_changes(before: str, after: str) -> str:
    """Return one text in which words only of `before` are struck through and words only of `after` are bold."""
    old, new = before.split(), after.split()
    if len(old) + len(new) > MOST_WORDS:
        return f"~~{escape(' '.join(old))}~~\n\n**{escape(' '.join(new))}**"
    parts = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape(" ".join(old[start:end])), escape(" ".join(new[new_start:new_end]))
        if kind == "equal":
            parts.append(gone)
            continue
        parts += [f"~~{gone}~~"] if gone else []
        parts += [f"**{come}**"] if come else []
    return " ".join(parts)


def _blocks(checklist: Checklist, session: Session) -> Iterator[str]:
    yield "# Changes from the earlier agreement"
    if session.earlier:
        yield from change_blocks(checklist, session)
    else:
        yield "No earlier agreement was read into this session."


def change_blocks(checklist: Checklist, session: Session, *, level: int = 2) -> Iterator[str]:
    """Return the blocks of the list: which documents, each clause, what belongs to no clause.

    Args:
        checklist: what is asked.
        session: the session.
        level: of the headings over topics.
    """
    above = "#" * level
    yield "\n".join(
        f"- {escape(document.name)}, read {document.read} (SHA-256 {document.sha256[:12]}…)"
        for document in session.earlier
    )
    for topic in checklist.topics:
        clauses = [
            block for question in topic.questions for block in _clause(checklist, session, question, f"{above}#")
        ]
        if clauses:
            yield f"{above} {escape(topic.title)}"
            yield from clauses
    yield from _besides(session, above)


def _clause(checklist: Checklist, session: Session, question: Question, above: str) -> Iterator[str]:
    answer = session.answer(question.id)
    change = change_of(answer)
    if change is None:
        return
    yield f"{above} {checklist.number(question.id)} {escape(question.label)}: {CHANGE_LABELS[change]}"
    before = _without_label(answer.current)
    if change == "changed":
        yield marked_changes(before, answer.text)
    elif change == "left out":
        yield f"~~{escape(' '.join(before.split()))}~~"
    elif change == "new":
        yield f"**{escape(' '.join(answer.text.split()))}**"


def _besides(session: Session, above: str) -> Iterator[str]:
    held = [paragraph for document in session.earlier for paragraph in document.paragraphs]
    outside = [paragraph for paragraph in held if paragraph.outside and paragraph.kind not in ("heading", "furniture")]
    if outside:
        yield f"{above} Outside the topics, left to counsel"
        yield "\n".join(f"- {escape(paragraph.outside)}: {_quoted(paragraph)}" for paragraph in outside)
    loose = [
        paragraph
        for paragraph in held
        if not paragraph.questions and not paragraph.outside and paragraph.kind not in ("heading", "furniture")
    ]
    if loose:
        yield f"{above} Placed nowhere ({len(loose)})"
        yield "\n".join(f"- {_quoted(paragraph)}" for paragraph in loose)
    waiting = sum(1 for paragraph in held if paragraph.questions and not paragraph.placed)
    if waiting:
        verb = "paragraph was" if waiting == 1 else "paragraphs were"
        yield f"{waiting} {verb} not confirmed yet; what they say is not compared above."


def _quoted(paragraph: EarlierParagraph) -> str:
    return f"“{escape(' '.join(paragraph.text.split()))}”"


_LABEL = re.compile(r"^\s*(?:\(?\w{1,4}[.)]|\d+(?:\.\d+)+\.?|(?:Article|Section)\s+\w+[.:]?)\s+", re.IGNORECASE)


def _without_label(text: str) -> str:
    """Return a wording without the numbers its paragraphs were printed with."""
    return "\n\n".join(_LABEL.sub("", part) for part in text.split("\n\n"))
