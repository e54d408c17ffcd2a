"""Naming the parties and facts: what follows from a legal name, and what changes when a name does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from itertools import count
from typing import TYPE_CHECKING

from mou_tui.checklist.model import Checklist, PartyRole
from mou_tui.draft.blanks import fill_everywhere, find_blanks, known_values
from mou_tui.draft.clause_lock import AskedAgain, asked_again, keep_positions
from mou_tui.draft.renaming import RenameHit, apply_renames, rename_hits
from mou_tui.frozen import NamedTuple, dataclass
from mou_tui.language.text import join_and, normalize_line, slug
from mou_tui.session.model import OPENING, Party, Session, Signatory
from mou_tui.workspace.requirements import with_layers

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext


@dataclass(frozen=True)
class PartiesAndFacts:
    """The parties and facts as a form or a command line gives them."""

    parties: tuple[Party, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    layers: tuple[str, ...] | None = None
    """Ids of the laws and grants that apply; None where nobody chose any."""


def party_from_legal_name(role: PartyRole, name: str, party: Party | None = None) -> Party:
    """Return a party with a legal name; its short name and its head's title follow from that unless they are set."""
    party = party or Party(id=role.id)
    name = normalize_line(name)
    if not name:
        return replace(party, name="")
    kind = role.kind_for(name)
    return replace(party, kind=kind.id, name=name, short=party.short or kind.short, head=party.head or kind.head)


def with_head(before: Party, party: Party) -> Party:
    """Return a party whose signatories bear the new title of its head where they bore the old one."""
    old, new = (head.removeprefix("the ") for head in (before.head, party.head))
    if not old or not new or old == new:
        return party
    people = (replace(person, title=new) if person.title == old else person for person in party.signatories)
    return replace(party, signatories=tuple(people))


def parties_and_facts(checklist: Checklist, session: Session) -> PartiesAndFacts:
    """Return the parties the checklist knows, those the room has added, and the facts, as the session has them."""
    roles = [role.id for role in checklist.parties]
    further = (party for party in session.parties if party.id not in roles)
    layers = tuple(reference.id for reference in session.layers) or None
    return PartiesAndFacts((*map(session.party, roles), *further), dict(session.facts), layers)


def with_ids(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties, each with an id, made from its name if needed; without a name either, it is left out."""
    parties = tuple(parties)
    taken = {party.id for party in parties}
    named = []
    for party in parties:
        if not party.id and not (party.name or party.short):
            continue
        if not party.id:
            stem = slug(party.name or party.short)
            ids = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
            party = replace(party, id=next(free for free in ids if free not in taken))
            taken.add(party.id)
        named.append(party)
    return tuple(named)


def is_referenced(session: Session, party_id: str) -> bool:
    """Return whether anything refers to a party: a position, a wording it wants, somebody who spoke for it."""
    in_answers = any(
        party_id in answer.positions
        or party_id in (alternative.proposer(held) for held, alternative in answer.alternatives.items())
        for answer in session.answers.values()
    )
    in_documents = any(document.party == party_id for document in session.taken_in)
    in_meetings = any(party_id in meeting.parties for meeting in session.meetings)
    by_people = any(person.party == party_id for person in session.people)
    is_named = in_answers or in_documents or in_meetings or by_people
    return is_named or any(entry.party == party_id for entry in session.history.entries)


def replace_party(checklist: Checklist, session: Session, party: Party) -> Session:
    """Return a session with a party as a form gives it.

    What the form does not ask of its signatories is kept. A party the room had added and has now emptied goes away,
    unless something was said by it; then it stays as it was.
    """
    before = session.party(party.id)
    is_emptied = not (party.name or party.short or party.signatories)
    if is_emptied and party.id not in (role.id for role in checklist.parties):
        if is_referenced(session, party.id):
            return session
        return replace(session, parties=tuple(held for held in session.parties if held.id != party.id))
    return session.with_party(with_head(before, with_signatories(before, party)))


def with_signatories(before: Party, party: Party) -> Party:
    """Return a party whose signatories keep, by their names, what is known of them in addition to name and title."""
    known = {person.name.casefold(): person for person in reversed(before.signatories)}
    people = (
        replace(known.get(person.name.casefold(), person), name=person.name, title=person.title)
        for person in party.signatories
    )
    return replace(party, signatories=tuple(people))


def read_signatories(text: str) -> tuple[Signatory, ...]:
    """Signatories as one line names them: `Pat Doe, Chief of Police; Lee Roe, Mayor`."""
    people = (person.partition(",") for person in text.split(";") if person.strip())
    return tuple(Signatory(normalize_line(name), normalize_line(title)) for name, _, title in people)


def write_signatories(people: Iterable[Signatory]) -> str:
    """Signatories on one line, as `read_signatories` takes them."""
    return "; ".join(f"{person.name}, {person.title}" if person.title else person.name for person in people)


def spell_out_facts(checklist: Checklist, facts: Mapping[str, str]) -> dict[str, str]:
    """Return facts as they are in the draft: short forms written out."""
    return {fact.id: fact.written_out(facts[fact.id]) for fact in checklist.facts if fact.id in facts}


def rename_hits_for(session: Session, names: PartiesAndFacts) -> Iterator[tuple[RenameHit, str]]:
    """Yield every place where an old name is that the new names replace, with the new name; longest names first."""
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
        for hit in rename_hits(session, old):
            if (hit.clause_id, hit.end) not in taken:
                taken.add((hit.clause_id, hit.end))
                yield hit, renamed[old]


class BlankFill(NamedTuple):
    """A blank of a clause that is filled because a name or a fact is known now."""

    clause_id: str
    """Question id, or `opening`."""
    blank: str
    """The blank as it is written ("[start date]")."""
    value: str


def blank_fills(checklist: Checklist, before: Session, after: Session) -> tuple[BlankFill, ...]:
    """Return the blanks of written clauses, and of a rewritten opening, that another session knows how to fill."""
    values = known_values(checklist, after)
    texts: list[tuple[str, str, tuple[str, ...]]] = [(OPENING, before.opening, ())]
    texts += [(question_id, answer.text, answer.not_blanks) for question_id, answer in before.answers.items()]
    fills = (
        BlankFill(clause_id, blank.text, values[blank.name])
        for clause_id, text, not_blanks in texts
        for blank in find_blanks(text)
        if blank.text not in not_blanks and blank.name in values
    )
    return tuple(dict.fromkeys(fills))


def fills_sentence(checklist: Checklist, fills: Iterable[BlankFill]) -> str:
    """Return which blanks are filled, each with its clause and both words; empty if none are."""
    lines = [f"{_place(checklist, fill.clause_id)} {fill.blank} → {fill.value}" for fill in fills]
    return f"Filled as well: {'; '.join(lines)}." if lines else ""


def left_alone(
    checklist: Checklist, hits: Iterable[tuple[RenameHit, str]], chosen: Collection[tuple[RenameHit, str]]
) -> str:
    """Say where old names stay because nobody chose to change them there; empty if they stay nowhere."""
    places: dict[str, dict[str, int]] = {}
    for change in hits:
        if change not in chosen:
            hit, _ = change
            where = _place(checklist, hit.clause_id)
            at = places.setdefault(" ".join(hit.name.split()), {})
            at[where] = at.get(where, 0) + 1
    kept = (
        f"“{name}” in {join_and([_times(where, times) for where, times in at.items()])}" for name, at in places.items()
    )
    left = "; ".join(kept)
    return f"Left as it was: {left}." if left else ""


def _place(checklist: Checklist, clause_id: str) -> str:
    if clause_id == OPENING:
        return "the opening"
    return checklist.number(clause_id) if clause_id in checklist else f"“{clause_id}”"


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
    session: Session, renames: Collection[tuple[RenameHit, str]], short: Mapping[str, str]
) -> Session:
    """Return a session with new names in place of hits; where nothing but a short name changes, positions are kept.

    Args:
        session: of which all hits are.
        renames: the hits with their new names.
        short: old short names to new ones, of parties that stay the same.
    """
    renamed = apply_renames(session, renames)
    same = {(_uncased(old), new) for old, new in short.items()}
    doubtful_ids = {hit.clause_id for hit, name in renames if not hit.likely or (_uncased(hit.name), name) not in same}
    for clause_id in {hit.clause_id for hit, _ in renames} - doubtful_ids - {OPENING}:
        renamed = renamed.with_answer(clause_id, keep_positions(session.answer(clause_id), renamed.answer(clause_id)))
    return renamed


def _uncased(name: str) -> str:
    """Return a name as `hits` finds it: in whichever case and with whichever spaces."""
    return " ".join(name.split()).casefold()


class PartiesEditor:
    """Changes the parties and facts of a session.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

    def update(
        self,
        parties: Iterable[Party],
        facts: Mapping[str, str],
        renames: Iterable[tuple[RenameHit, str]] = (),
        layers: Iterable[str] | None = None,
    ) -> bool:
        """Set parties and facts, rename the chosen hits, fill every blank now known, and set `layers`, as one step.

        Returns:
            Whether that changes anything.
        """
        after = self._updated(parties, facts, renames)
        if layers is not None:
            after = with_layers(self._workspace.checklist, after, layers)
        return self._workspace.commit("the change of parties and facts", after)

    def asked_again_by(
        self, parties: Iterable[Party], facts: Mapping[str, str], renames: Iterable[tuple[RenameHit, str]] = ()
    ) -> tuple[AskedAgain, ...]:
        """Return the agreed clauses that `update` would reword so that parties must be asked again."""
        return asked_again(self._workspace.session, self._updated(parties, facts, renames))

    def fills_by(self, parties: Iterable[Party], facts: Mapping[str, str]) -> tuple[BlankFill, ...]:
        """Return the blanks that `update` would fill in what is written."""
        checklist, session = self._workspace.checklist, self._workspace.session
        return blank_fills(checklist, session, _with_names(checklist, session, parties, facts))

    def _updated(
        self, parties: Iterable[Party], facts: Mapping[str, str], renames: Iterable[tuple[RenameHit, str]]
    ) -> Session:
        checklist, before = self._workspace.checklist, self._workspace.session
        parties, renames = tuple(parties), tuple(renames)
        session = rename_keeping_positions(before, renames, short_names(before, parties))
        session = _with_names(checklist, session, parties, facts)
        return fill_everywhere(session, known_values(checklist, session))


def _with_names(checklist: Checklist, session: Session, parties: Iterable[Party], facts: Mapping[str, str]) -> Session:
    for party in parties:
        session = replace_party(checklist, session, party)
    for fact_id, value in facts.items():
        session = session.with_fact(fact_id, value)
    return session
