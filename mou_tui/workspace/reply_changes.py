"""What a copy that came back would change, place by place: what is here, and what it brings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import agreement_of, first_words, party_label
from mou_tui.draft.draft import OPENING_LABEL, candidate_texts, one_line_name
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.frozen import NamedTuple
from mou_tui.language.dates import long_date
from mou_tui.language.text import capitalize_first, pluralize
from mou_tui.merging.account import Account
from mou_tui.session.model import OPENING, Answer, Party, Session

Kind = Literal["them", "both", "said", "elsewhere"]
"""Who changed the words: they alone, both sides, or not they, so that only what was said of them is new. What is
outside the clauses comes last."""

BOTH = "Both changed it. Both wordings will stand beside what both began with, until one is chosen."
AGREED = "Somebody here had said yes to it, so their wording will stand beside it, until one is chosen."
ALSO_AGREED = "They had said yes to the wording before yours, so yours will stand beside it, until one is chosen."
OPEN = "Both changed it, so the earlier words stay, and the agenda asks which is to hold."


class ReplyChange(NamedTuple):
    """Something that would be different after a copy was taken in."""

    kind: Kind
    place: str
    """Id of the clause, or `opening`, which can wait; empty for what comes with the rest."""
    name: str
    before: str
    after: str
    note: str = ""
    """What becomes of it, where that is not plain, a sentence."""


def changes_of(
    checklist: Checklist, ours: Session, theirs: Session, merged: Session, account: Account
) -> Iterator[ReplyChange]:
    """Yield what a merge changes here, in the order of the draft.

    Args:
        checklist: what the session answers.
        ours: the session.
        theirs: the copy that came back.
        merged: both as one.
        account: what the merge came to.
    """
    checklist = with_own_clauses(checklist, merged.clauses)
    if ours.opening != merged.opening or OPENING in account.asked:
        note = OPEN if OPENING in account.asked else ""
        yield ReplyChange("both" if note else "them", OPENING, OPENING_LABEL, ours.opening, theirs.opening, note)
    known = [question.id for question in checklist.questions()]
    for clause_id in (*known, *(held for held in merged.answers if held not in known)):
        if ours.answer(clause_id) != merged.answer(clause_id):
            yield _clause(checklist, clause_id, ours, theirs, merged, account)
    yield from _outside_clauses(checklist, ours, theirs, merged)


def _clause(
    checklist: Checklist, clause_id: str, ours: Session, theirs: Session, merged: Session, account: Account
) -> ReplyChange:
    before, after, brought = (session.answer(clause_id) for session in (ours, merged, theirs))
    is_alternative = after.text.strip() != brought.text.strip() and clause_id in account.side_by_side
    text = brought.text if is_alternative else after.text
    kind: Kind = "them" if clause_id in (*account.theirs, *account.both) else "said"
    note = ""
    if is_alternative:
        kind, note = ("both", BOTH) if clause_id in account.both else (kind, AGREED)
    elif clause_id in account.side_by_side and before.text.strip() != text.strip():
        note = ALSO_AGREED
    name = clause_id
    if clause_id in checklist:
        name = f"{checklist.number(clause_id)} {checklist.question(clause_id).label}"
    texts_before = {held.text.strip() for held in candidate_texts(ours, before)}
    new = [held for held in candidate_texts(merged, after) if held.id and held.text.strip() not in texts_before]
    proposals = [f"{capitalize_first(held.whose)} proposes: {held.text}" for held in new if not is_alternative]
    # Where the words are the same, what was said of them is to be seen at once.
    words = ("", "") if kind == "said" else (before.text, text)
    return ReplyChange(
        kind,
        clause_id,
        one_line_name(name),
        _shown(words[0], _position_lines(checklist, ours, clause_id, before)),
        _shown(words[1], [*_position_lines(checklist, merged, clause_id, after), *proposals]),
        note,
    )


def _shown(text: str, positions: list[str]) -> str:
    return "\n\n".join(filter(None, (text.strip(), "\n".join(positions))))


def _position_lines(checklist: Checklist, session: Session, clause_id: str, answer: Answer) -> list[str]:
    """Return what is said of a wording, a line each."""
    lines = [
        f"{party_label(checklist, stance.party)}: {stance.description}"
        for stance in agreement_of(session, clause_id).stances
        if stance.position
    ]
    if answer.not_applicable:
        lines.append(f"Does not apply: {answer.not_applicable}")
    if answer.later:
        lines.append(capitalize_first(first_words(answer.later.who, answer.later.by, answer.later.on)))
    if answer.points:
        lines.append(f"{pluralize(len(answer.points), 'point')} ticked")
    return lines


def _outside_clauses(checklist: Checklist, ours: Session, theirs: Session, merged: Session) -> Iterator[ReplyChange]:
    labels = {fact.id: fact.label for fact in checklist.facts}
    for fact_id in {**ours.facts, **merged.facts}:
        before, after = ours.facts.get(fact_id, ""), merged.facts.get(fact_id, "")
        if before != after:
            yield ReplyChange("elsewhere", "", one_line_name(labels.get(fact_id, fact_id)), before, after)
    for party in merged.parties:
        if (known := ours.party(party.id)) != party:
            yield ReplyChange("elsewhere", "", party_label(checklist, party), _names(known), _names(party))
    if ours.title != merged.title:
        yield ReplyChange("elsewhere", "", "Title", ours.title, merged.title)
    if ours.counsel != merged.counsel:
        yield ReplyChange("elsewhere", "", "Terms from counsel", ours.counsel, merged.counsel)
    meetings = {meeting.id for meeting in ours.meetings}
    for meeting in merged.meetings:
        if meeting.id not in meetings:
            whose = f", {party_label(checklist, merged.party(meeting.caucus))} alone" if meeting.caucus else ""
            name = f"Meeting of {long_date(meeting.began)}{whose}"
            yield ReplyChange("elsewhere", "", one_line_name(name), "", _noted(theirs, meeting.id))
    actions = {action.id for action in ours.actions}
    for action in merged.actions:
        if action.id not in actions:
            yield ReplyChange("elsewhere", "", "Action", "", action.what)


def _names(party: Party) -> str:
    signatories = [", ".join(filter(None, (held.name, held.title, held.date))) for held in party.signatories]
    return "\n".join(filter(None, (party.contracting_name, party.short, party.head, *signatories)))


def _noted(session: Session, meeting_id: str) -> str:
    kinds = ("decision", "note", "milestone")
    entries = [entry for entry in session.history.entries if entry.meeting == meeting_id and entry.kind in kinds]
    return "\n".join(f"{capitalize_first(entry.kind)}: {entry.text}" for entry in entries)
