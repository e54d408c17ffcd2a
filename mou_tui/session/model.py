"""What was said: the parties, the facts, the answers, and who met when.

A session is a frozen value; every change makes a new one. It knows nothing of files, and of the checklist it answers
only the id. Every text in it is clean (see `text.clean`); fields the program does not know, from another version or
another hand, are kept in `extra`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from mou_tui.frozen import dataclass
from mou_tui.language.text import short_hash
from mou_tui.session.copies import CopyOf, SentCopy
from mou_tui.session.earlier import EarlierDocument, Origin
from mou_tui.session.history import History
from mou_tui.session.in_force import AmendedAgreement, InForce, RenewedAgreement
from mou_tui.session.meeting import Action, Alternative, Meeting, Person, Position
from mou_tui.session.parts import Exhibit, OwnClause, ReplacedAgreement
from mou_tui.session.proposals import OutsideProposal
from mou_tui.session.requirements import LayerRef, PointedSentence
from mou_tui.session.taken_in import TakenIn
from mou_tui.storage.yaml_reader import PlainData

OPENING = "opening"
"""Stands for the opening where a question id is asked for."""

Participation = Literal["signs", "consulted"]
"""What a party does: it signs the agreement, or is consulted on it."""


@dataclass(frozen=True)
class Signatory:
    """A person who signs for a party."""

    name: str = ""
    title: str = ""
    authority: str = ""
    """What lets them sign ("vote of the school board")."""
    date: str = ""
    """When they sign, or when that authority was given."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Party:
    """An organisation that signs the agreement or is consulted on it."""

    id: str
    kind: str = ""
    """Id of the kind, where the checklist knows it ("sheriff")."""
    name: str = ""
    """The legal name."""
    short: str = ""
    """What the agreement calls it, with its article ("the Police Department")."""
    head: str = ""
    """The title of its head, with its article ("the Chief of Police")."""
    part: Participation = "signs"
    signatories: tuple[Signatory, ...] = ()
    through: str = ""
    """The department or office by and through which it contracts; then the legal name is that of the body."""
    attest: bool = False
    """Whether its signature block has a line for whoever attests the signature."""
    approved_as_to_form: bool = False
    """Whether its signature block has a line for counsel's approval as to form."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    @property
    def contracting_name(self) -> str:
        """The legal name as the agreement gives it ("City of Lake City, by and through its Police Department")."""
        name, through = self.name.strip(), self.through.strip()
        return f"{name}, by and through its {through}" if name and through else name


@dataclass(frozen=True)
class ExampleOrigin:
    """Where the wording of an answer came from."""

    example: str
    """Id of the example."""
    digest: str
    """Digest of the wording as it was taken; the wording is untouched while its digest is this one."""
    adopted: bool = False
    """The room uses the untouched wording as its own."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Deferral:
    """A question put off: someone must check first."""

    who: str = ""
    by: str = ""
    """By when, in the room's own words."""
    on: str = ""
    """The day those words were understood as (`2026-12-04`); empty where they name none."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What the room has for one question."""

    text: str = ""
    taken: ExampleOrigin | None = None
    not_applicable: str = ""
    """Why the question does not apply; empty while it does."""
    later: Deferral | None = None
    current: str = ""
    """What the agreement in force says about it; shown next to the answer, never counted as ours."""
    points: tuple[str, ...] = ()
    """Ids of the points the room has ticked as covered."""
    not_blanks: tuple[str, ...] = ()
    """What looks like a blank in the wording and is none."""
    alternatives: Mapping[str, Alternative] = field(default_factory=dict)
    """Id of the party, or an id of its own, to the wording wanted instead, until one is chosen."""
    positions: Mapping[str, Position] = field(default_factory=dict)
    """Id of the party to what it said of the wording."""
    origin: Origin | None = None
    """Where the wording began, if not as an example."""
    gone_through: str = ""
    """Digest of the wording that the room held against the points; empty while it has not."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    @property
    def is_as_taken(self) -> bool:
        """Whether the text is an example as it was taken, accepted or not."""
        return self.taken is not None and self.taken.digest == short_hash(self.text)

    @property
    def is_unmodified_example(self) -> bool:
        """Whether the text is an example that nobody has changed or accepted."""
        return self.taken is not None and not self.taken.adopted and self.is_as_taken

    @property
    def is_unreviewed(self) -> bool:
        """Whether the text came from elsewhere and nobody has changed or accepted it."""
        origin = self.origin
        return origin is not None and not origin.looked and origin.digest == self.wording

    @property
    def wording(self) -> str:
        """Digest (12 hex digits of SHA-256) of the text without the space around it."""
        return short_hash(self.text.strip())

    def write(self, text: str) -> Answer:
        """Return this answer with another text. The example's origin is kept, in case its text comes back."""
        return replace(self, text=text)

    def take(self, example: str, text: str, *, offered: str) -> Answer:
        """Return this answer with the text of an example in it.

        Args:
            example: id of the example.
            text: the whole wording that results.
            offered: the wording of the example. Joined to words of the room, it leaves nothing as offered.
        """
        is_alone = text.strip() == offered.strip()
        return replace(self, text=text, taken=ExampleOrigin(example, short_hash(text)) if is_alone else None)

    def accept_example(self) -> Answer:
        """Return this answer with its unmodified example accepted as written."""
        return (
            replace(self, taken=replace(self.taken, adopted=True))
            if self.is_unmodified_example and self.taken
            else self
        )

    def let_stand(self, at: str) -> Answer:
        """Return this answer with its text from elsewhere reviewed, and left as it is.

        Args:
            at: local time to the minute.
        """
        return replace(self, origin=replace(self.origin, looked=at)) if self.is_unreviewed and self.origin else self

    def with_replaced_text(self, text: str) -> Answer:
        """Return this answer with blanks filled or names changed; an unmodified example stays one."""
        taken, origin, gone_through = self.taken, self.origin, self.gone_through
        if taken and taken.digest == short_hash(self.text):
            taken = replace(taken, digest=short_hash(text))
        if origin and origin.digest == self.wording:
            origin = replace(origin, digest=short_hash(text.strip()))
        if gone_through == self.wording:
            gone_through = short_hash(text.strip())
        return replace(self, text=text, taken=taken, origin=origin, gone_through=gone_through)


NO_ANSWER = Answer()


@dataclass(frozen=True)
class ChecklistRef:
    """Which checklist a session answers."""

    id: str
    version: str
    extra: Mapping[str, PlainData] = field(default_factory=dict)


@dataclass(frozen=True)
class Session:
    """Everything that was said about one agreement."""

    checklist: ChecklistRef
    depth: Literal["essential", "full"] = "essential"
    parties: tuple[Party, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    """Id of the fact to its wording."""
    opening: str = ""
    """The opening of the draft in the room's words; empty while it is written from the parties."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Id of the question to its answer."""
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    """Every time the room came together, oldest first."""
    actions: tuple[Action, ...] = ()
    title: str = ""
    """The room's own title of the agreement; empty while it has that of the checklist."""
    replaces: ReplacedAgreement | None = None
    clauses: tuple[OwnClause, ...] = ()
    """Clauses of the room's own, in their order; their wordings are answers."""
    exhibits: tuple[Exhibit, ...] = ()
    counsel: str = ""
    """Operative text of counsel, a section of its own before the signatures."""
    earlier: tuple[EarlierDocument, ...] = ()
    """The agreements that this one revises, in order of their dates."""
    taken_in: tuple[TakenIn, ...] = ()
    """The documents and copies that came back, oldest first."""
    proposals: tuple[OutsideProposal, ...] = ()
    """What people outside the room propose, oldest first."""
    agreement: str = ""
    """12 hex digits that all copies of one agreement share; empty before one was sent."""
    sent: tuple[SentCopy, ...] = ()
    copy: CopyOf | None = None
    """Whose copy this is; None for the session itself."""
    layers: tuple[LayerRef, ...] = ()
    """The layers of law and grants that apply; empty while that is the layer of the state."""
    requirements: tuple[PointedSentence, ...] = ()
    """The sentences that the room pointed to, each for a line of a layer."""
    in_force: InForce | None = None
    """What was recorded when the agreement was adopted; from then on nothing else of the session changes."""
    amends: AmendedAgreement | None = None
    renews: RenewedAgreement | None = None
    history: History = field(default_factory=History)
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    def answer(self, question_id: str) -> Answer:
        """Return the answer to a question; an empty one if there is none yet."""
        return self.answers.get(question_id, NO_ANSWER)

    def with_answer(self, question_id: str, answer: Answer) -> Session:
        """Return this session with another answer to a question; an empty answer is removed."""
        answers = dict(self.answers)
        if answer == NO_ANSWER:
            answers.pop(question_id, None)
        else:
            answers[question_id] = answer
        return replace(self, answers=answers)

    def party(self, party_id: str) -> Party:
        """Return the party with this id; one without names if it is not known yet."""
        return next((party for party in self.parties if party.id == party_id), Party(id=party_id))

    def with_party(self, party: Party) -> Session:
        """Return this session with a party added, or replaced in its place."""
        known = [held.id for held in self.parties]
        if party.id not in known:
            return replace(self, parties=(*self.parties, party))
        # Where two files were put together an id may be twice; the first one counts, and the other is not lost.
        index = known.index(party.id)
        return replace(self, parties=(*self.parties[:index], party, *self.parties[index + 1 :]))

    def with_fact(self, fact_id: str, wording: str) -> Session:
        """Return this session with a fact set, or removed if the text is empty."""
        facts = {key: value for key, value in self.facts.items() if key != fact_id}
        return replace(self, facts={**facts, fact_id: wording} if wording else facts)

    @property
    def has_earlier(self) -> bool:
        """Whether there is an agreement that this one is compared with: one that was read in, or that was in force."""
        return bool(self.earlier or self.renews or self.amends)

    @property
    def signers(self) -> tuple[Party, ...]:
        """The parties that sign, in order."""
        return tuple(party for party in self.parties if party.part == "signs")

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is going on; None between meetings."""
        return next((meeting for meeting in reversed(self.meetings) if not meeting.ended), None)

    @property
    def present(self) -> tuple[Party, ...]:
        """The parties present: of the meeting that is going on without those that left, or all between meetings."""
        meeting = self.meeting
        return tuple(party for party in self.parties if meeting is None or party.id in meeting.present)
