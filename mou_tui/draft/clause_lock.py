"""Lock agreed clauses, so that a stray key does not change them.

A clause is locked while a party that signs agrees to its wording as it is now, or can live with it. Objections lock
nothing. Nothing is stored for it: the positions and the wording say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import capitalize_first, join_and
from mou_tui.session.meeting import IN_FAVOR
from mou_tui.session.model import Answer, Party, Session


class AskedAgain(NamedTuple):
    """Name an agreed clause that a change rewords, and the parties to ask about it again."""

    clause_id: str
    parties: tuple[Party, ...]


def supporters(session: Session, clause_id: str) -> tuple[Party, ...]:
    """Return the signing parties that support a clause as it is worded now; empty where it is not locked."""
    answer = session.answer(clause_id)
    if not answer.positions:
        # Most clauses have no position while they are typed, and comparing wordings at every key takes time.
        return ()
    wording = answer.wording
    in_favor = {
        party_id
        for party_id, position in answer.positions.items()
        if position.stand in IN_FAVOR and position.wording == wording and not position.reported
    }
    return tuple(party for party in session.signers if party.id in in_favor)


def asked_again(before: Session, after: Session) -> tuple[AskedAgain, ...]:
    """Return the locked clauses that a change rewords, with the parties whose support does not carry over."""
    affected = []
    for clause_id, answer in before.answers.items():
        if answer.text == after.answer(clause_id).text:
            continue
        still = {party.id for party in supporters(after, clause_id)}
        lost = tuple(party for party in supporters(before, clause_id) if party.id not in still)
        if lost:
            affected.append(AskedAgain(clause_id, lost))
    return tuple(affected)


def asked_again_sentence(checklist: Checklist, affected: Iterable[AskedAgain]) -> str:
    """Return the warning before a change that rewords locked clauses; empty where it rewords none."""
    by_clause = {clause.clause_id: clause.parties for clause in affected}
    clauses = [question.id for question in checklist.questions() if question.id in by_clause]
    if not clauses:
        return ""
    parties = {party.id: party for clause in clauses for party in by_clause[clause]}
    verb, pronoun = ("is", "it") if len(clauses) == 1 else ("are", "them")
    numbers = join_and([checklist.number(clause) for clause in clauses])
    return f"{numbers} {verb} agreed, and this changes {pronoun}. {will_be_asked(checklist, parties.values())}."


def locked_sentence(checklist: Checklist, clause: str, parties: Sequence[Party]) -> str:
    """Return why a clause, called `clause` ("1.1"), was not changed: which parties support it as it is worded."""
    names = capitalize_first(join_and([party_in_sentence(checklist, party) for party in parties]))
    verb = "agrees to it, or can live with it" if len(parties) == 1 else "agree to it, or can live with it"
    return f"{capitalize_first(clause)} is locked. {names} {verb}, as it is worded; nothing was changed."


def will_be_asked(checklist: Checklist, parties: Iterable[Party]) -> str:
    """Name the parties that are asked again once a wording changes, without a period at the end."""
    names = join_and([party_in_sentence(checklist, party) for party in parties])
    return f"{capitalize_first(names)} will be asked again"


def keep_positions(before: Answer, after: Answer) -> Answer:
    """Return an answer whose positions hold for its new text, where they held for the old one.

    Only for a change that is none in substance, such as another short name for the same party.
    """
    positions = {
        party_id: replace(position, wording=after.wording) if position.wording == before.wording else position
        for party_id, position in after.positions.items()
    }
    return replace(after, positions=positions)
