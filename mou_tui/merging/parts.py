"""What is no answer: parties, facts, opening, title, what the agreement replaces, own clauses, exhibits, counsel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mou_tui.merging.log import MergeLog
from mou_tui.merging.records import Rule, latest, merged_extra, merged_mapping, merged_records, settled
from mou_tui.merging.side import Side
from mou_tui.session.model import Party, Session, Signatory
from mou_tui.session.parts import ReplacedAgreement, is_own_clause

_NAMES = ("name", "short", "head", "through")
_NAMED: dict[str, Rule] = {"title": settled, "caption": settled, "note": settled}


def merged_opening_and_parts(base: Session, ours: Session, theirs: Session, log: MergeLog) -> Session:
    """Return a session that has these parts from both sides, and nothing else of them."""
    one, other, before = ours.replaces, theirs.replaces, base.replaces
    blank = ReplacedAgreement()
    replaces = before if one == before else one
    if one == before:
        replaces = other
    elif other not in (before, one):
        replaces = _replaces(before or blank, one or blank, other or blank, log)
    return replace(
        ours,
        facts=merged_mapping(base.facts, ours.facts, theirs.facts, "facts", log, settled),
        opening=log.settle("opening", base.opening, ours.opening, theirs.opening),
        title=log.settle("title", base.title, ours.title, theirs.title),
        replaces=replaces,
        clauses=merged_records(
            base.clauses, ours.clauses, theirs.clauses, "clauses", log, _NAMED, held=_rewritten(base, ours, theirs)
        ),
        exhibits=merged_records(base.exhibits, ours.exhibits, theirs.exhibits, "exhibits", log, _NAMED),
        counsel=log.settle("counsel", base.counsel, ours.counsel, theirs.counsel),
    )


def _replaces(
    base: ReplacedAgreement, ours: ReplacedAgreement, theirs: ReplacedAgreement, log: MergeLog
) -> ReplacedAgreement | None:
    replaces = ReplacedAgreement(
        log.settle("replaces.title", base.title, ours.title, theirs.title),
        log.settle("replaces.date", base.date, ours.date, theirs.date),
        merged_extra(base.extra, ours.extra, theirs.extra, "replaces", log),
    )
    return replaces if replaces != ReplacedAgreement() else None


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

    def named(before: str, one: str, other: str, place: str, log: MergeLog) -> str:
        party_id, _, name = place.removeprefix("parties.").rpartition(".")
        held = before.strip() and any(
            party_id != copy.party and getattr(copy.session.party(party_id), name).strip() != before.strip()
            for copy in copies
        )
        return log.settle(place, before, one, other, held=bool(held))

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
