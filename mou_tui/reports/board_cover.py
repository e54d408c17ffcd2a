"""Write the cover for a board: what changes, what it costs, where positions differ, what is open, the motion to put.

It names parties and clauses and no person; a reason is there only as it was recorded for a party.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import PartyStance, party_in_sentence
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import bullet, emphasized, heading, lines, paragraph, strong
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.draft.state_labels import STANCES
from mou_tui.language.text import join_and, pluralize
from mou_tui.reports.board_costs import costs
from mou_tui.reports.board_motion import motions
from mou_tui.reports.changes import Change, change_of, unplaced_paragraphs
from mou_tui.reports.contact_lines import parties_line
from mou_tui.reports.settled_clauses import last_signature, named, standing_line
from mou_tui.session.model import Session

TITLE = "Cover for the board"
NOTHING_EARLIER = "No earlier agreement was read in."
NO_DIFFERENCE = "No objection is recorded, and no clause has two wordings."

_CHANGES: dict[Change, str] = {
    "changed": "Changed",
    "new": "New: nothing in the earlier agreement was placed here",
    "left out": "In the earlier agreement, without wording now",
    "untouched": "As it was, and not looked at yet",
    "same": "As it was",
}
"""What is said of the clauses of each kind of change, in the order of the cover."""


def board_cover(checklist: Checklist, session: Session, today: str) -> tuple[Block, ...]:
    """Return the cover as blocks; `today` is the day it is made, `2026-11-30`."""
    return tuple(_blocks(checklist, session, today))


def _blocks(checklist: Checklist, session: Session, today: str) -> Iterator[Block]:
    progress = assess_progress(checklist, session)
    is_signed = bool(last_signature(checklist, session, today))
    yield heading(1, TITLE)
    yield lines(strong(session.title.strip() or checklist.document_title), parties_line(checklist, session))
    yield standing_line(checklist, session, today)
    yield heading(2, "What changes")
    yield from _changes(session, progress.questions)
    yield heading(2, "What it costs")
    yield from costs(checklist, session)
    yield heading(2, "Where positions differ")
    yield from _differences(checklist, session, progress.questions)
    yield heading(2, "What is still open")
    yield from _open(checklist, session, progress)
    if not is_signed:
        yield heading(2, "The motion to put")
        if progress.blanks or any(question.open for question in progress.questions):
            yield paragraph(emphasized("To be put once nothing is open."))
        yield from motions(checklist, session)


def _changes(session: Session, questions: Iterable[QuestionProgress]) -> Iterator[Block]:
    if not session.earlier:
        yield paragraph(NOTHING_EARLIER)
        return
    names = join_and([f"“{document.name}”" for document in session.earlier])
    yield paragraph(f"Compared with {names}. The list of changes has every word.")
    kinds: dict[Change, list[QuestionProgress]] = {kind: [] for kind in _CHANGES}
    for question in questions:
        if kind := change_of(session.answer(question.id)):
            kinds[kind].append(question)
    yield from (_named(label, kinds[kind]) for kind, label in _CHANGES.items() if kinds[kind])
    unplaced = unplaced_paragraphs(session)
    counts = (
        (len(unplaced.outside), "outside the topics and left to counsel"),
        (len(unplaced.loose), "placed nowhere"),
        (unplaced.waiting, "not confirmed yet and not compared"),
    )
    if further := [f"{pluralize(count, 'paragraph')} {where}" for count, where in counts if count]:
        yield bullet(strong("Also in the earlier agreement:"), f"{join_and(further)}.")


def _differences(checklist: Checklist, session: Session, questions: Iterable[QuestionProgress]) -> Iterator[Block]:
    remarks = [(question, list(_remarks(checklist, session, question))) for question in questions]
    for question, texts in remarks:
        if texts:
            yield bullet(strong(f"{question.number} {question.label}:"), f"{'; '.join(texts)}.")
    if not any(texts for _, texts in remarks):
        yield paragraph(NO_DIFFERENCE)


def _remarks(checklist: Checklist, session: Session, question: QuestionProgress) -> Iterator[str]:
    if question.alternatives:
        parties = {party.id: party_in_sentence(checklist, party) for party in session.parties}
        ids = [held.party or party_id for party_id, held in session.answer(question.id).alternatives.items()]
        whose = [parties.get(party_id, "somebody whose party is not recorded") for party_id in ids]
        yield f"other words from {join_and(list(dict.fromkeys(whose)))}, and none chosen yet"
    for stance in question.agreement.objections:
        yield f"{party_in_sentence(checklist, stance.party)} {_stance_words(stance)}"
    for stance in question.agreement.to_confirm:
        if stance.position and stance.position.stand == "objects":
            name = party_in_sentence(checklist, stance.party)
            yield f"{name} {_stance_words(stance, 'objected')} before the wording changed, and is to be asked again"


def _stance_words(stance: PartyStance, verb: str = "") -> str:
    """Return what was recorded for a party, with the reason; never who spoke for it."""
    assert stance.position
    reason = stance.position.reason.strip()
    return f"{verb or STANCES[stance.position.stand].says}{f' ({reason})' if reason else ''}"


def _open(checklist: Checklist, session: Session, progress: Progress) -> Iterator[Block]:
    kinds: dict[str, list[QuestionProgress]] = {
        "Without settled words": [],
        "With blanks to fill in": [],
        "To be checked first": [],
        "To be confirmed, for the wording changed": [],
    }
    for question in progress.questions:
        is_unsettled = question.state in ("empty", "example", "earlier") or question.alternatives > 0
        is_checked = question.later is not None or bool(question.agreement.checks)
        is_unconfirmed = bool(question.agreement.to_confirm) and question.state != "not-applicable"
        holds = (is_unsettled, not is_unsettled and bool(question.blanks), is_checked, is_unconfirmed)
        for label, is_so in zip(kinds, holds, strict=True):
            kinds[label] += [question] * is_so
    yield from (_named(label, questions) for label, questions in kinds.items() if questions)
    if progress.opening:
        yield bullet(strong("In the opening:"), f"{pluralize(len(progress.opening), 'blank')} to fill in.")
    if checklist.counsel and not session.counsel.strip():
        yield bullet(strong("Left to counsel:"), f"{pluralize(len(checklist.counsel), 'matter')}, listed in the draft.")
    if not any(kinds.values()) and not progress.opening:
        yield paragraph("No clause is open.")


def _named(label: str, questions: list[QuestionProgress]) -> Block:
    return bullet(strong(f"{label} ({len(questions)}):"), f"{named(questions)}.")
