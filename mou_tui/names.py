"""Naming the parties and facts: what follows from a legal name, and what changes when a name does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from mou_tui.checklist.checklist import Checklist, PartyRole
from mou_tui.draft.blanks import Hit, hits, rename
from mou_tui.draft.clause_lock import keep_positions
from mou_tui.session.session import OPENING, Party, Session, Signatory
from mou_tui.text import clean_line, listed, slug


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
    """The parties the checklist knows, those the room has added, and the facts, as the session has them."""
    roles = [role.id for role in checklist.parties]
    further = (party for party in session.parties if party.id not in roles)
    return Names((*map(session.party, roles), *further), dict(session.facts))


def with_ids(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Parties, of which one without an id is given one after its name; one with neither id nor name is left out."""
    parties = tuple(parties)
    taken = {party.id for party in parties}
    found = []
    for party in parties:
        if not party.id and not (party.name or party.short):
            continue
        if not party.id:
            stem = slug(party.name or party.short)
            ids = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
            party = replace(party, id=next(free for free in ids if free not in taken))
            taken.add(party.id)
        found.append(party)
    return tuple(found)


def has_said(session: Session, party_id: str) -> bool:
    """Whether anything said so far rests on a party: a position, a wording it wants, somebody who spoke for it."""
    in_answers = any(party_id in {**one.positions, **one.alternatives} for one in session.answers.values())
    in_meetings = any(party_id in meeting.parties for meeting in session.meetings)
    by_people = any(person.party == party_id for person in session.people)
    return in_answers or in_meetings or by_people or any(one.party == party_id for one in session.history.entries)


def with_party(checklist: Checklist, session: Session, party: Party) -> Session:
    """A session with a party as a form gives it.

    What the form does not ask of its signatories is kept. A party the room had added and has now emptied goes away,
    unless something was said by it; then it stays as it was.
    """
    before = session.party(party.id)
    is_emptied = not (party.name or party.short or party.signatories)
    if is_emptied and party.id not in (role.id for role in checklist.parties):
        if has_said(session, party.id):
            return session
        return replace(session, parties=tuple(held for held in session.parties if held.id != party.id))
    return session.with_party(with_head(before, with_signatories(before, party)))


def with_signatories(before: Party, party: Party) -> Party:
    """A party whose signatories keep, by their names, what is known of them besides name and title."""
    known = {person.name.casefold(): person for person in reversed(before.signatories)}
    people = (
        replace(known.get(person.name.casefold(), person), name=person.name, title=person.title)
        for person in party.signatories
    )
    return replace(party, signatories=tuple(people))


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


def left_alone(checklist: Checklist, found: Iterable[tuple[Hit, str]], chosen: Collection[tuple[Hit, str]]) -> str:
    """Say where old names stay because nobody chose to change them there; empty if they stay nowhere."""
    places: dict[str, dict[str, int]] = {}
    for change in found:
        if change not in chosen:
            hit, _ = change
            number = checklist.number(hit.place) if hit.place in checklist else f"“{hit.place}”"
            where = "the opening" if hit.place == OPENING else number
            at = places.setdefault(" ".join(hit.found.split()), {})
            at[where] = at.get(where, 0) + 1
    told = (
        f"“{name}” in {listed([_times(where, times) for where, times in at.items()])}" for name, at in places.items()
    )
    left = "; ".join(told)
    return f"Left as it was: {left}." if left else ""


def _times(where: str, times: int) -> str:
    return where if times == 1 else f"{where} ({times} times)"


def short_names(session: Session, parties: Iterable[Party]) -> dict[str, str]:
    """Old short names to new ones, of the parties that stay the same body under the same legal name."""
    changed = {}
    for party in parties:
        before = session.party(party.id)
        if (before.name, before.kind) == (party.name, party.kind) and before.short and party.short:
            changed[before.short] = party.short
    return changed


def rename_keeping_positions(
    session: Session, changes: Collection[tuple[Hit, str]], short: Mapping[str, str]
) -> Session:
    """A session with new names in place of hits; where nothing but a short name changes, positions are kept.

    Args:
        session: of which all hits are.
        changes: the hits with their new names.
        short: old short names to new ones, of parties that stay the same.
    """
    renamed = rename(session, changes)
    same = {(_uncased(old), new) for old, new in short.items()}
    others = {hit.place for hit, name in changes if not hit.likely or (_uncased(hit.found), name) not in same}
    for place in {hit.place for hit, _ in changes} - others - {OPENING}:
        renamed = renamed.with_answer(place, keep_positions(session.answer(place), renamed.answer(place)))
    return renamed


def _uncased(name: str) -> str:
    """A name as `hits` finds it: in whichever case and with whichever spaces."""
    return " ".join(name.split()).casefold()
