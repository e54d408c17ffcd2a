"""Naming the parties and facts: what follows from a legal name, and what changes when a name does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from mou_tui.checklist.checklist import Checklist, PartyRole
from mou_tui.draft.blanks import Hit, hits
from mou_tui.session.session import Party, Session, Signatory
from mou_tui.text import clean_line


@dataclass(frozen=True)
class Names:
    """The parties and facts as a form or a command line gives them."""

    parties: tuple[Party, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


def tidy(words: str) -> str:
    """One line of data, clean and without space around it."""
    return " ".join(clean_line(words).text.split())


def named(role: PartyRole, name: str, party: Party | None = None) -> Party:
    """A party with a legal name; what it is called and its head's title follow from the name unless they are set."""
    party = party or Party(id=role.id)
    name = tidy(name)
    if not name:
        return replace(party, name="")
    kind = role.kind_for(name)
    return replace(party, kind=kind.id, name=name, short=party.short or kind.short, head=party.head or kind.head)


def with_head(before: Party, party: Party) -> Party:
    """A party whose signatories bear the new title of its head where they bore the old one."""
    old, new = (head.removeprefix("the ") for head in (before.head, party.head))
    if not old or not new or old == new:
        return party
    people = (replace(person, title=new) if person.title == old else person for person in party.signatories)
    return replace(party, signatories=tuple(people))


def names_of(checklist: Checklist, session: Session) -> Names:
    """The parties the checklist knows and the facts, as the session has them."""
    return Names(tuple(session.party(role.id) for role in checklist.parties), dict(session.facts))


def read_signatories(words: str) -> tuple[Signatory, ...]:
    """Signatories as one line names them: `Pat Doe, Chief of Police; Lee Roe, Mayor`."""
    people = (person.partition(",") for person in words.split(";") if person.strip())
    return tuple(Signatory(tidy(name), tidy(title)) for name, _, title in people)


def write_signatories(people: Iterable[Signatory]) -> str:
    """Signatories on one line, as `read_signatories` takes them."""
    return "; ".join(f"{person.name}, {person.title}" if person.title else person.name for person in people)


def written_out(checklist: Checklist, facts: Mapping[str, str]) -> dict[str, str]:
    """Facts as they stand in the draft: short forms written out."""
    return {fact.id: fact.written_out(facts[fact.id]) for fact in checklist.facts if fact.id in facts}


def changes(session: Session, names: Names) -> Iterator[tuple[Hit, str]]:
    """Every place where an old name stands that the new names replace, with the new name; longest names first."""
    renamed: dict[str, str] = {}
    for party in names.parties:
        before = session.party(party.id)
        for old, new in ((before.name, party.name), (before.short, party.short), (before.head, party.head)):
            if old and new and old != new:
                renamed[old] = new
    for fact_id, wording in names.facts.items():
        old = session.facts.get(fact_id, "")
        if old and wording and old != wording:
            renamed[old] = wording
    taken: set[tuple[str, int]] = set()
    for old in sorted(renamed, key=len, reverse=True):
        for hit in hits(session, old):
            if (hit.place, hit.end) not in taken:
                taken.add((hit.place, hit.end))
                yield hit, renamed[old]
