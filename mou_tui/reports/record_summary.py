"""How it stands, on one page at the head of the record: what is supported, where positions differ, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import Agreement, party_in_sentence
from mou_tui.draft.progress import Progress, QuestionProgress, assess_progress
from mou_tui.draft.sanitized_markdown import escape
from mou_tui.draft.statements import stance_now
from mou_tui.reports.agenda import action_words
from mou_tui.reports.meeting_log import as_sentence
from mou_tui.session.meeting import Position
from mou_tui.session.model import Session
from mou_tui.text import capitalize_first, join_and

NONE = "None."


def summary(checklist: Checklist, session: Session) -> Iterator[str]:
    """The passages of the summary as Markdown, under headings of the third level."""
    done = assess_progress(checklist, session)
    different = [progress for progress in done.questions if _is_different(progress)]
    agreed = [progress for progress in done.questions if progress.agreement.state == "agreed"]
    supported = [progress for progress in agreed if progress not in different]
    sections = {
        "Supported": [_line(checklist, progress) for progress in supported],
        "Positions differ": [_line(checklist, progress) for progress in different],
        "Open": list(_open(done, {progress.id for progress in (*supported, *different)})),
        "Actions": [f"- {escape(action_words(action))}" for action in done.actions],
    }
    for heading, lines in sections.items():
        yield f"### {heading}"
        yield "\n".join(lines) or NONE


def _is_different(progress: QuestionProgress) -> bool:
    agreement = progress.agreement
    if agreement.state == "not-applicable":
        return False
    return bool(agreement.objections or agreement.checks or progress.alternatives)


def _line(checklist: Checklist, progress: QuestionProgress) -> str:
    """A clause with what each party says of it as it reads now."""
    statements = [*_statements(checklist, progress.agreement)]
    if progress.alternatives:
        statements.append("no choice was made yet between the wordings proposed")
    sentences = " ".join(
        as_sentence(capitalize_first(statement)) for statement in statements or ["no party has spoken"]
    )
    return f"- {progress.number} {escape(f'{as_sentence(progress.label)} {sentences}')}"


def _statements(checklist: Checklist, agreement: Agreement) -> Iterator[str]:
    """Where each party stands on the wording as it is now; those that say the same in one sentence."""
    alike: dict[tuple[str, ...], tuple[Position, list[str]]] = {}
    unconfirmed = []
    for standing in agreement.stances:
        name, position = party_in_sentence(checklist, standing.party), standing.position
        if position and not standing.is_current:
            unconfirmed.append(name)
        elif position:
            whose = standing.party.id if position.speaker else ""
            key = (whose, position.stand, position.reason, position.who, position.by, position.via, position.speaker)
            alike.setdefault(key, (position, []))[1].append(name)
    yield from (stance_now(names, position) for position, names in alike.values())
    if unconfirmed:
        yield f"still to confirm, since the wording changed: {join_and(unconfirmed)}"


def _open(done: Progress, told: Iterable[str]) -> Iterator[str]:
    """What is open, each kind with the numbers of its clauses; the end of the record says it in full."""
    told = set(told)
    rest = [progress for progress in done.questions if progress.id not in told]
    kinds = {
        "without wording": [progress for progress in rest if progress.state in ("empty", "example")],
        "from the earlier agreement, not yet looked at": [progress for progress in rest if progress.state == "earlier"],
        "to confirm, since the wording changed": [progress for progress in rest if progress.agreement.to_confirm],
        "not asked yet, or only in part": [progress for progress in rest if _is_unasked(progress)],
        "someone is to check first": [progress for progress in done.questions if progress.later],
        "with blanks to fill": [progress for progress in done.questions if progress.blanks],
    }
    for words, progresses in kinds.items():
        if progresses:
            yield f"- {capitalize_first(words)}: {', '.join(progress.number for progress in progresses)}"


def _is_unasked(progress: QuestionProgress) -> bool:
    has_wording = progress.state in ("written", "blanks")
    return has_wording and progress.agreement.state in ("not-asked", "partly")
