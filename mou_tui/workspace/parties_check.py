"""Check the parties and facts that somebody typed, field by field, and show how they read in the agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mou_tui.checklist.facts import FactSpec
from mou_tui.checklist.model import Checklist
from mou_tui.draft.opening import written_opening
from mou_tui.frozen import NamedTuple
from mou_tui.language.dates import long_date, parse_date
from mou_tui.session.model import ChecklistRef, Party, Session
from mou_tui.workspace.field_reading import read_back
from mou_tui.workspace.forms import fact_field
from mou_tui.workspace.parties import PartiesAndFacts

_DATES = ("start-date", "end-date")


class FieldRemark(NamedTuple):
    """Say something about what is in one field."""

    owner: str
    """Id of the party or fact."""
    field: str
    """Field of the party, such as `short`; empty for a fact."""
    message: str
    is_mistake: bool
    """Whether it must be mended first; otherwise the field is shown back as it is understood."""
    is_missing: bool = False
    """Whether the mistake is that nothing is there."""
    is_doubtful: bool = False
    """Whether the form stays once before it takes what is in the field as it is."""


def remarks_on(checklist: Checklist, typed: PartiesAndFacts, *, needs_names: bool) -> tuple[FieldRemark, ...]:
    """Return remarks in the order of the form.

    Args:
        checklist: the parties and facts that are asked for.
        typed: what is in the form.
        needs_names: whether each party of the checklist must have a short name.
    """
    needed = {role.id for role in checklist.parties} if needs_names else set()
    parties = list(_on_parties(typed.parties, needed))
    facts = [remark for fact in checklist.facts for remark in _on_fact(fact, typed.facts.get(fact.id, "").strip())]
    return (*parties, *facts, *_on_period(typed.facts))


def mistakes_in(remarks: Iterable[FieldRemark]) -> tuple[FieldRemark, ...]:
    """Return the remarks that must be mended before the form is accepted."""
    return tuple(remark for remark in remarks if remark.is_mistake)


def doubts_in(remarks: Iterable[FieldRemark]) -> tuple[FieldRemark, ...]:
    """Return the remarks with which the form stays once: on dates that are on no calendar."""
    return tuple(remark for remark in remarks if remark.is_doubtful)


def first_sentences(checklist: Checklist, typed: PartiesAndFacts) -> str:
    """Return how the agreement begins with these parties and facts; what is empty is a blank."""
    session = Session(ChecklistRef(checklist.id, checklist.version), "essential", typed.parties, dict(typed.facts))
    return written_opening(checklist, session).partition("\n\n")[0]


def _on_parties(parties: Iterable[Party], needed: set[str]) -> Iterator[FieldRemark]:
    taken: dict[str, str] = {}
    for party in parties:
        if party.id in needed and not party.short:
            yield FieldRemark(party.id, "short", "A short name is needed, for every clause uses it.", True, True)
        other = taken.setdefault(_folded(party.short), party.id)
        if party.short and other != party.id:
            yield FieldRemark(party.id, "short", f"Another party is called “{party.short}” already.", True)


def _on_fact(fact: FactSpec, value: str) -> Iterator[FieldRemark]:
    reading = read_back(fact_field(fact, ""), value, "")
    if reading:
        yield FieldRemark(fact.id, "", reading.message, False, is_doubtful=reading.is_doubtful)


def _on_period(facts: Mapping[str, str]) -> Iterator[FieldRemark]:
    start, end = (parse_date(facts.get(fact_id, "").strip()) for fact_id in _DATES)
    if start and end and end <= start:
        yield FieldRemark("end-date", "", f"The agreement would end before it begins ({long_date(start)}).", True)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")
