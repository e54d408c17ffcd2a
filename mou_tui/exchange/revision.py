"""Assign paragraphs of earlier agreements to questions, and derive earlier wordings from them.

Every function takes a session and returns a new one. No word is ever dropped: a paragraph that belongs nowhere is in
the tray, and a heading stays where it was printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from mou_tui.errors import TooLarge
from mou_tui.exchange.document import Document, Format, Kind, Paragraph, Tracked
from mou_tui.exchange.headings import label_of
from mou_tui.exchange.matching import Match
from mou_tui.language.text import short_hash
from mou_tui.session.earlier import EarlierDocument, EarlierParagraph, Origin
from mou_tui.session.model import Session

MOST_PARAGRAPHS = 1_500
"""Paragraphs that a session holds of earlier agreements; an agreement of 30,000 words has about a thousand."""

_NOT_PLACED = ("heading", "furniture")
"""Kinds that are never placed: they hold no wording."""


@dataclass(frozen=True, order=True)
class ParagraphRef:
    """Refer to one paragraph."""

    document: int
    """Place of its document in `Session.earlier`."""
    index: int
    """Its place in the document."""


def earlier_document(document: Document, matches: Sequence[Match], *, document_id: str, at: str) -> EarlierDocument:
    """Return a document as a session keeps it, with what each paragraph seems to be about, none of it confirmed.

    Args:
        document: as it was read.
        matches: one for each paragraph.
        document_id: an id nobody else has.
        at: local time to the minute.
    """
    paragraphs = (
        EarlierParagraph(
            paragraph.text,
            paragraph.kind,
            paragraph.level,
            paragraph.label,
            paragraph.heading,
            paragraph.page,
            match.questions if paragraph.kind not in _NOT_PLACED else (),
            match.outside,
        )
        for paragraph, match in zip(document.paragraphs, matches, strict=True)
    )
    return EarlierDocument(
        document_id, document.name, document.sha256, document.format, at, document.tracked or "", tuple(paragraphs)
    )


def check_capacity(paragraphs: int, name: str) -> None:
    """Refuse more paragraphs than a session can hold.

    Args:
        paragraphs: how many there would be.
        name: of the document that is to be read in.

    Raises:
        TooLarge: there are too many; says what to do.
    """
    if paragraphs > MOST_PARAGRAPHS:
        raise TooLarge(
            f"With “{name}” there would be {paragraphs:,} paragraphs of earlier agreements; a session holds "
            f"{MOST_PARAGRAPHS:,}. Keep only the agreement in the file, or use --report, which has no such limit."
        )


def document_of(earlier: EarlierDocument) -> Document:
    """Return a kept document as it was read, to be matched or reported on again."""
    paragraphs = (
        Paragraph(held.text, cast("Kind", held.kind), held.level, held.label, held.heading, held.page)
        for held in earlier.paragraphs
    )
    tracked = cast("Tracked", earlier.tracked) if earlier.tracked else None
    return Document(earlier.name, earlier.sha256, cast("Format", earlier.format), tuple(paragraphs), tracked)


def paragraph(session: Session, ref: ParagraphRef) -> EarlierParagraph:
    """Return a paragraph; raises IndexError if there is none."""
    return session.earlier[ref.document].paragraphs[ref.index]


def placeable(session: Session) -> Iterator[ParagraphRef]:
    """Return every paragraph that can be placed, in order."""
    for number, document in enumerate(session.earlier):
        for index, held in enumerate(document.paragraphs):
            if held.kind not in _NOT_PLACED:
                yield ParagraphRef(number, index)


def unconfirmed(session: Session) -> list[ParagraphRef]:
    """Return the paragraphs that nobody has confirmed, in order."""
    return [ref for ref in placeable(session) if not paragraph(session, ref).placed]


def tray(session: Session) -> list[ParagraphRef]:
    """Return the paragraphs that belong nowhere, in order."""
    return [ref for ref in placeable(session) if is_in_tray(paragraph(session, ref))]


def is_in_tray(held: EarlierParagraph) -> bool:
    """Tell whether a paragraph belongs nowhere, by itself or because people left it so."""
    return held.kind not in _NOT_PLACED and not held.questions and not held.outside


def confirm(session: Session, refs: Iterable[ParagraphRef]) -> Session:
    """Return a session in which paragraphs belong where they were proposed."""
    return _changed(session, refs, lambda held: replace(held, placed=True))


def place(session: Session, refs: Iterable[ParagraphRef], questions: Iterable[str], outside: str = "") -> Session:
    """Return a session in which paragraphs belong to questions, or to a kind outside; to neither: in the tray."""
    chosen = tuple(dict.fromkeys(questions))
    return _changed(session, refs, lambda held: replace(held, questions=chosen, outside=outside, placed=True))


def split(session: Session, ref: ParagraphRef, position: int) -> Session:
    """Return a session with a paragraph cut in two; both belong where it did, and are to be confirmed again.

    Args:
        session: the session.
        ref: the paragraph.
        position: how many characters are before the cut.
    """
    held = paragraph(session, ref)
    first, second = held.text[:position].strip(), held.text[position:].strip()
    if not first or not second:
        return session
    halves = (
        replace(held, text=first, placed=False),
        replace(held, text=second, label=label_of(second), placed=False),
    )
    return _spliced(session, ref, 1, halves)


def join(session: Session, ref: ParagraphRef) -> Session:
    """Return a session with a paragraph and the one after it made one; the same session where that is a heading."""
    paragraphs = session.earlier[ref.document].paragraphs
    if ref.index + 1 >= len(paragraphs) or paragraphs[ref.index + 1].kind in _NOT_PLACED:
        return session
    first, second = paragraphs[ref.index], paragraphs[ref.index + 1]
    questions = tuple(dict.fromkeys((*first.questions, *second.questions)))
    joined = replace(
        first,
        text=f"{first.text}\n{second.text}",
        questions=questions,
        outside="" if questions else first.outside or second.outside,
        placed=False,
    )
    return _spliced(session, ref, 2, (joined,))


def paragraphs_for(session: Session, question_id: str) -> Iterator[tuple[EarlierDocument, EarlierParagraph]]:
    """Return the confirmed paragraphs of a question: the agreement first, its amendments after it."""
    for document in session.earlier:
        for held in document.paragraphs:
            if held.placed and question_id in held.questions:
                yield document, held


def current_wording(session: Session, question_id: str) -> str:
    """Return what the earlier agreement says on a question, as printed; empty where nothing is confirmed."""
    return _as_printed(held for _, held in paragraphs_for(session, question_id))


def first_wording(session: Session, question_id: str) -> str:
    """Return the same without the numbers it was printed with: the clause has a number of its own."""
    texts = (
        held.text[len(held.label) :].lstrip() if held.label else held.text
        for _, held in paragraphs_for(session, question_id)
    )
    return "\n\n".join(text for text in texts if text)


def with_first_wording(session: Session, questions: Iterable[str]) -> Session:
    """Return a session in which the earlier wording of questions without an answer is the first wording of it.

    It counts as nothing until somebody has looked at it. An answer that holds words is left alone.
    """
    for question_id in questions:
        text = first_wording(session, question_id)
        answer = session.answer(question_id)
        if text and not answer.text.strip():
            [*_, (document, _)] = paragraphs_for(session, question_id)
            origin = Origin("earlier", document.id, short_hash(text))
            session = session.with_answer(question_id, replace(answer, text=text, taken=None, origin=origin))
    return session


def takeable(session: Session) -> list[str]:
    """Return the questions that have earlier wording and no answer yet, in the order of the old text."""
    questions = dict.fromkeys(
        question
        for document in session.earlier
        for held in document.paragraphs
        if held.placed
        for question in held.questions
    )
    return [question for question in questions if not session.answer(question).text.strip()]


def _changed(
    session: Session, refs: Iterable[ParagraphRef], change: Callable[[EarlierParagraph], EarlierParagraph]
) -> Session:
    wanted = set(refs)
    earlier = tuple(
        replace(
            document,
            paragraphs=tuple(
                change(held) if ParagraphRef(number, index) in wanted and held.kind not in _NOT_PLACED else held
                for index, held in enumerate(document.paragraphs)
            ),
        )
        for number, document in enumerate(session.earlier)
    )
    return _with_current(session, replace(session, earlier=earlier))


def _spliced(session: Session, ref: ParagraphRef, count: int, new: tuple[EarlierParagraph, ...]) -> Session:
    document = session.earlier[ref.document]
    paragraphs = (*document.paragraphs[: ref.index], *new, *document.paragraphs[ref.index + count :])
    earlier = (
        *session.earlier[: ref.document],
        replace(document, paragraphs=paragraphs),
        *session.earlier[ref.document + 1 :],
    )
    return _with_current(session, replace(session, earlier=earlier))


def _with_current(before: Session, after: Session) -> Session:
    """Return a session whose current wordings follow the paragraphs, unless somebody has changed them by hand.

    So does first wording that nobody has looked at.
    """
    old, new = _by_question(before), _by_question(after)
    for question in {**old, **new}:
        held, now = old.get(question, []), new.get(question, [])
        if held == now:
            continue
        answer = after.answer(question)
        if answer.current in ("", _as_printed(held)):
            answer = replace(answer, current=_as_printed(now))
        if answer.is_unreviewed and answer.origin and answer.text == _without_labels(held):
            text = _without_labels(now)
            origin = replace(answer.origin, digest=short_hash(text)) if text else None
            answer = replace(answer, text=text, origin=origin)
        after = after.with_answer(question, answer)
    return after


def _by_question(session: Session) -> dict[str, list[EarlierParagraph]]:
    """Return the confirmed paragraphs of each question, in order."""
    by_question: dict[str, list[EarlierParagraph]] = {}
    for document in session.earlier:
        for item in document.paragraphs:
            if item.placed:
                for question in item.questions:
                    by_question.setdefault(question, []).append(item)
    return by_question


def _as_printed(paragraphs: Iterable[EarlierParagraph]) -> str:
    return "\n\n".join(held.text for held in paragraphs)


def _without_labels(paragraphs: Iterable[EarlierParagraph]) -> str:
    texts = (held.text.removeprefix(held.label).lstrip() for held in paragraphs)
    return "\n\n".join(filter(None, texts))
