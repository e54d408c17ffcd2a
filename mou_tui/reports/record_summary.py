"""Summarize the session at the head of the record: what is supported, where positions differ, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import Agreement, party_in_sentence
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import bullet, heading, paragraph
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.draft.statements import stance_now
from mou_tui.language.text import capitalize_first, join_and
from mou_tui.reports.meeting_log import as_sentence
from mou_tui.reports.tasks import action_words
from mou_tui.session.meeting import Position
from mou_tui.session.model import Session

NONE = "None."


def summary(checklist: Checklist, session: Session) -> Iterator[Block]:
    """Yield the summary, under headings of the third rank."""
    progress = assess_progress(checklist, session)
    different = [question for question in progress.questions if _is_different(question)]
    agreed = [question for question in progress.questions if question.agreement.state == "agreed"]
    supported = [question for question in agreed if question not in different]
    sections = {
        "Supported": [_line(checklist, question) for question in supported],
        "Positions differ": [_line(checklist, question) for question in different],
        "Open": list(_open(progress, {question.id for question in (*supported, *different)})),
        "Actions": [action_words(action) for action in progress.actions],
    }
    for title, lines in sections.items():
        yield heading(3, title)
        yield from map(bullet, lines)
        if not lines:
            yield paragraph(NONE)


def _is_different(progress: QuestionProgress) -> bool:
    agreement = progress.agreement
    if agreement.state == "not-applicable":
        return False
    return bool(agreement.objections or agreement.checks or progress.alternatives)


def _line(checklist: Checklist, progress: QuestionProgress) -> str:
    """Return a clause with the stance of each party on its current text."""
    statements = [*_statements(checklist, progress.agreement)]
    if progress.alternatives:
        statements.append("no choice was made yet between the wordings proposed")
    sentences = " ".join(
        as_sentence(capitalize_first(statement)) for statement in statements or ["no party has spoken"]
    )
    return f"{progress.number} {as_sentence(progress.label)} {sentences}"


def _statements(checklist: Checklist, agreement: Agreement) -> Iterator[str]:
    """Yield the stances of the parties on the current wording; equal ones in one sentence."""
    alike: dict[tuple[str, ...], tuple[Position, list[str]]] = {}
    unconfirmed = []
    for stance in agreement.stances:
        name, position = party_in_sentence(checklist, stance.party), stance.position
        if position and not stance.is_current:
            unconfirmed.append(name)
        elif position:
            speaking_party = stance.party.id if position.speaker else ""
            key = (
                speaking_party,
                position.stand,
                position.reason,
                position.who,
                position.by,
                position.via,
                position.speaker,
            )
            alike.setdefault(key, (position, []))[1].append(name)
    yield from (stance_now(names, position) for position, names in alike.values())
    if unconfirmed:
        yield f"still to confirm, since the wording changed: {join_and(unconfirmed)}"


def _open(progress: Progress, listed: Iterable[str]) -> Iterator[str]:
    """Yield what is open, each kind with the numbers of its clauses; the end of the record says it in full."""
    listed = set(listed)
    remaining = [question for question in progress.questions if question.id not in listed]
    kinds = {
        "without wording": [question for question in remaining if question.state in ("empty", "example")],
        "from the earlier agreement, not yet looked at": [
            question for question in remaining if question.state == "earlier"
        ],
        "to confirm, since the wording changed": [question for question in remaining if question.agreement.to_confirm],
        "not asked yet, or only in part": [question for question in remaining if _is_unasked(question)],
        "someone is to check first": [question for question in progress.questions if question.later],
        "with blanks to fill": [question for question in progress.questions if question.blanks],
    }
    for label, questions in kinds.items():
        if questions:
            yield f"{capitalize_first(label)}: {', '.join(question.number for question in questions)}"


def _is_unasked(progress: QuestionProgress) -> bool:
    has_wording = progress.state in ("written", "blanks")
    return has_wording and progress.agreement.state in ("not-asked", "partly")
