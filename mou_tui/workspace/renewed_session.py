"""Beginning the review of the next term from the agreement in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.blanks import rewrite
from mou_tui.draft.folding import folded
from mou_tui.draft.law_lines import layer_name
from mou_tui.draft.opening import opening_of
from mou_tui.language.dates import long_date, parse_date
from mou_tui.language.text import short_hash
from mou_tui.reports.duties import duties
from mou_tui.reports.layer_updates import layer_news
from mou_tui.session.earlier import Origin
from mou_tui.session.in_force import RenewedAgreement
from mou_tui.session.meeting import Action
from mou_tui.session.model import Answer, Session
from mou_tui.session.parts import ReplacedAgreement
from mou_tui.session.standing import agreement_digest
from mou_tui.workspace.identifiers import agreement_id
from mou_tui.workspace.next_session import answers_of, in_force_words, successor
from mou_tui.workspace.workspace import Workspace

NOT_IN_FORCE = (
    "This agreement is not recorded as in force. Record first when it was adopted, or begin from its words anyway."
)
PROMISES = (
    *("purpose", "evaluation", "student-family-voice", "families-partners", "advisory-group"),
    *("counting", "data-review", "review"),
)
"""Ids of the questions whose clauses promise what a review looks at."""
_BRINGS = re.compile(
    r"\b(?:report\w*|surveys?|data|figures|counts?|evaluat\w+|summar\w+|findings|compar\w+|publish\w*)\b", re.IGNORECASE
)


def renewal_of(workspace: Workspace) -> Session:
    """Return a session that reviews an agreement for another term; whether it is in force is asked before.

    Its words are the current agreement of each question, and the first wording of the answer, which counts as nothing
    until somebody looks at it. Dates are to be set anew. Positions and meetings stay behind; what was promised, what
    was objected to, and what is new in the law are actions.
    """
    checklist, session = workspace.checklist, workspace.session
    agreement, at = session.agreement or agreement_id(), workspace.history.timestamp.at
    dates = {fact.blank: session.facts.get(fact.id, "") for fact in checklist.facts if fact.kind == "date"}
    date_ids = {fact.id for fact in checklist.facts if fact.kind == "date"}
    reviewed = with_dates_to_set(replace(session, answers=answers_of(session)), dates)
    answers = {
        clause_id: _to_look_at(answer, in_force_words(session.answer(clause_id)), agreement)
        for clause_id, answer in reviewed.answers.items()
    }
    tasks = (*_promised(checklist, session), *_objections(checklist, session), *_law(checklist, session))
    actions = (Action(workspace.new_id(), task, question=question, at=at) for question, task in tasks)
    held = session.in_force
    return replace(
        successor(session, answers, at, workspace.new_id, opening_of(checklist, session)),
        opening=reviewed.opening,
        facts={fact_id: words for fact_id, words in session.facts.items() if fact_id not in date_ids},
        replaces=ReplacedAgreement(
            session.title.strip() or checklist.document_title, long_date(held.signed or held.adopted) if held else ""
        ),
        actions=tuple(actions),
        renews=RenewedAgreement(agreement, held.digest if held else agreement_digest(session)),
    )


def with_dates_to_set(session: Session, dates: dict[str, str]) -> Session:
    """Return a session in whose words dates are blanks again.

    Args:
        session: the session.
        dates: the name of each blank ("start date"), with the date that fills it.
    """

    def emptied(clause_id: str, text: str) -> str:
        for blank, date in dates.items():
            spans = folded(text).find(date, is_whole=True) if parse_date(date) else ()
            for start, end in reversed([*spans]):
                text = f"{text[:start]}[{blank}]{text[end:]}"
        return text

    return rewrite(session, emptied)


def _to_look_at(answer: Answer, in_force: str, agreement: str) -> Answer:
    origin = Origin("renewed", agreement, short_hash(answer.text.strip())) if answer.text.strip() else None
    return Answer(
        answer.text,
        not_applicable=answer.not_applicable,
        current=in_force,
        not_blanks=answer.not_blanks,
        origin=origin,
    )


def _promised(checklist: Checklist, session: Session) -> Iterator[tuple[str, str]]:
    """Yield what clauses promised to bring to a review, each with its question."""
    numbers = {checklist.number(name): name for name in PROMISES if name in checklist}
    sentences = {
        duty.sentence: numbers[duty.number]
        for duty in duties(checklist, session)
        if duty.kind == "shall" and duty.number in numbers and _BRINGS.search(duty.sentence)
    }
    for sentence, question in sentences.items():
        yield question, f"bring what was promised: {sentence}"


def _objections(checklist: Checklist, session: Session) -> Iterator[tuple[str, str]]:
    """Yield the objections that stood at the end, each with its question."""
    for question in checklist.questions():
        answer = session.answer(question.id)
        for party_id, position in answer.positions.items():
            if position.stand == "objects" and position.wording == answer.wording:
                name = party_in_sentence(checklist, session.party(party_id), begins=True)
                reason = f": {position.reason}" if position.reason.strip() else ""
                yield question.id, f"{name} objected to these words when they were adopted{reason}"


def _law(checklist: Checklist, session: Session) -> Iterator[tuple[str, str]]:
    """Yield what is new in the laws and grants since the room last looked, each with the first question it touches."""
    for news in layer_news(checklist, session):
        for change in news.changes:
            touched = news._replace(changes=(change,)).clause_ids(session)
            yield (touched or ("",))[0], f"law that changed since: {layer_name(news.layer)}, {change.text}"
