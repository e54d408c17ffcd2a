"""What is no answer: parties, facts, opening, title, what the agreement replaces, own clauses, exhibits, counsel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mou_tui.merging.log import MergeLog
from mou_tui.merging.records import Rule, latest, merged_extra, merged_records, settled
from mou_tui.merging.side import Side
from mou_tui.merging.three_way import merged_order
from mou_tui.session.model import Party, Session, Signatory
from mou_tui.session.parts import ReplacedAgreement, is_own_clause

_NAMES = ("name", "short", "head", "through")
_NAMED: dict[str, Rule] = {"title": settled, "caption": settled, "note": settled}


def merged_opening_and_parts(base: Session, ours: Session, theirs: Session, log: MergeLog) -> Session:
    """Return a session that has these parts from both sides, and nothing else of them."""
    return replace(
        ours,
        facts=_facts(base.facts, ours.facts, theirs.facts, log),
        opening=log.settle("opening", base.opening, ours.opening, theirs.opening),
        title=log.settle("title", base.title, ours.title, theirs.title),
        replaces=_replaces(base.replaces, ours.replaces, theirs.replaces, log),
        clauses=merged_records(
            base.clauses, ours.clauses, theirs.clauses, "clauses", log, _NAMED, held=_rewritten(base, ours, theirs)
        ),
        exhibits=merged_records(base.exhibits, ours.exhibits, theirs.exhibits, "exhibits", log, _NAMED),
        counsel=log.settle("counsel", base.counsel, ours.counsel, theirs.counsel),
    )


def _facts(
    base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str], log: MergeLog
) -> dict[str, str]:
    """Return the facts of both sides; one that one side removed and the other rewrote is asked about."""
    merged = {}
    for fact_id in dict.fromkeys((*base, *ours, *theirs)):
        value = log.settle(f"facts.{fact_id}", *(side.get(fact_id, "") for side in (base, ours, theirs)))
        # A fact without any words is kept as the sides have it.
        if value or (fact_id in ours) + (fact_id in theirs) - (fact_id in base) > 0:
            merged[fact_id] = value
    order = merged_order(list(base), list(ours), list(theirs), merged, str)
    return {fact_id: merged[fact_id] for fact_id in order}


def _replaces(
    base: ReplacedAgreement | None, ours: ReplacedAgreement | None, theirs: ReplacedAgreement | None, log: MergeLog
) -> ReplacedAgreement | None:
    if ours == theirs:
        return ours
    blank = ReplacedAgreement()
    before, left, right = base or blank, ours or blank, theirs or blank
    merged = ReplacedAgreement(
        log.settle("replaces.title", before.title, left.title, right.title),
        log.settle("replaces.date", before.date, left.date, right.date),
        merged_extra(before.extra, left.extra, right.extra, "replaces", log),
    )
    # Nothing, and an agreement of which nothing is known, stay as the side has it that changed it.
    changed = theirs if ours == base else ours
    return changed if (changed or blank) == merged else merged if merged != blank else None


def _rewritten(base: Session, ours: Session, theirs: Session) -> list[str]:
    """Return the own clauses that one side wrote in; the other cannot remove them."""
    sides = (ours, theirs)
    return [
        clause_id
        for clause_id in {**ours.answers, **theirs.answers}
        if is_own_clause(clause_id)
        and any(
            side.answer(clause_id).text.strip() and side.answer(clause_id) != base.answer(clause_id) for side in sides
        )
    ]


def merged_parties(base: Session, ours: Side, theirs: Side, log: MergeLog) -> tuple[Party, ...]:
    """Return the parties of both sides; the copy of one party alone does not change the names of another."""
    copies = [side for side in (ours, theirs) if side.is_reply]

    def named(before: str, left: str, right: str, place: str, log: MergeLog) -> str:
        party_id, _, name = place.removeprefix("parties.").rpartition(".")
        held = before.strip() and any(
            party_id != copy.party and getattr(copy.session.party(party_id), name).strip() != before.strip()
            for copy in copies
        )
        return log.settle(place, before, left, right, held=bool(held))

    rules: dict[str, Rule] = {**dict.fromkeys(_NAMES, named), "signatories": _signatories}
    return merged_records(base.parties, ours.session.parties, theirs.session.parties, "parties", log, rules)


def _signatories(
    base: tuple[Signatory, ...],
    ours: tuple[Signatory, ...],
    theirs: tuple[Signatory, ...],
    place: str,
    log: MergeLog,
) -> tuple[Signatory, ...]:
    rules: Mapping[str, Rule] = {"name": latest}
    return merged_records(base, ours, theirs, place, log, rules, identity=lambda signatory: signatory.name)
