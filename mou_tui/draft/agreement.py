"""Read from the positions of the parties whether a clause is agreed.

Positions are declared by people, never computed from the text.

A question is agreed once every party that signs agrees or can live with the wording as it is now; wording from
elsewhere that nobody has looked at cannot be agreed on. A party that is
consulted does not hold that up; what it objects to is shown and kept all the same.
"""

from __future__ import annotations

from mou_tui.checklist.model import Checklist
from mou_tui.draft.state_labels import NOT_ASKED, STANCES, TO_CONFIRM, AgreementState
from mou_tui.draft.statements import attributed
from mou_tui.frozen import NamedTuple
from mou_tui.language.due_dates import by_words, due_day
from mou_tui.language.text import capitalize_first
from mou_tui.session.meeting import Position, Stance
from mou_tui.session.model import Answer, Party, Session


class PartyStance(NamedTuple):
    """Pair a party with its position on one wording."""

    party: Party
    position: Position | None
    is_current: bool
    """Whether the party itself gave the position, on the wording as it is now."""
    reporter: str = ""
    """The name of the party that reported the position, where the party itself has not said it."""

    @property
    def current_stance(self) -> Stance | None:
        """Return the stance on the wording as it is now; None if the party was not asked about that."""
        return self.position.stand if self.position and self.is_current else None

    @property
    def due_day(self) -> str:
        """Return the day by which the party must check; empty if none is known."""
        position = self.position
        return due_day(position.by, position.on) if position and self.current_stance == "must-check" else ""

    @property
    def is_in_favor(self) -> bool:
        """Tell whether the party agrees or can live with the wording as it is now."""
        return self.current_stance in ("agrees", "can-live-with")

    @property
    def name(self) -> str:
        """Return the name of the party, without its article."""
        return party_name(self.party)

    @property
    def description(self) -> str:
        """Return the stance for a list, with its reason and whom to check with ("objects (the fee)")."""
        return self.described_on("")

    def described_on(self, today: str) -> str:
        """Return the same as of a day, from which a check may be overdue."""
        position = self.position
        if position is None:
            return NOT_ASKED
        reason = f" ({position.reason})" if position.reason else ""
        why = f"reported by the {self.reporter}" if self.reporter else "the wording changed since"
        changed = "" if self.is_current else f" ({TO_CONFIRM}: {why})"
        return f"{_with_details(STANCES[position.stand].label, position, today)}{reason}{changed}"

    @property
    def prior_objection(self) -> str:
        """Return an objection to an earlier wording ("objects: the fee"); empty if there is none."""
        if self.position is None or self.is_current or self.position.stand not in ("objects", "must-check"):
            return ""
        return position_words(self.position)

    @property
    def words_to_confirm(self) -> str:
        """Name the party to confirm, with its earlier reserve ("Council (earlier: objects: the fee)")."""
        return with_prior_objection(self.name, self)


class Agreement(NamedTuple):
    """Hold the stances of all parties on one question."""

    state: AgreementState
    stances: tuple[PartyStance, ...]
    objections: tuple[PartyStance, ...]
    """Of the parties that object to the text as it is now."""
    checks: tuple[PartyStance, ...]
    """Of the parties that must check the text as it is now."""
    to_confirm: tuple[PartyStance, ...]
    """Of the parties whose position was given on another text."""

    @property
    def open(self) -> bool:
        """Tell whether a stance leaves something to do, even one of a party that is only consulted."""
        is_to_confirm = bool(self.to_confirm) and self.state != "not-applicable"
        return is_to_confirm or bool(self.objections or self.checks)


def party_name(party: Party) -> str:
    """Return the name of a party for a list, without its article."""
    return (party.short or party.name or party.id).removeprefix("the ")


def party_label(checklist: Checklist, party: Party) -> str:
    """Return the name of a party for a list; the label of its role while it has no name."""
    roles = {role.id: role.label for role in checklist.parties}
    return party_name(party) if party.short or party.name else roles.get(party.id, party.id)


def party_in_sentence(checklist: Checklist, party: Party, *, begins: bool = False) -> str:
    """Return the name of a party in a sentence, with its article, and a capital where it begins the sentence."""
    roles = {role.id: f"the {role.label.lower()}" for role in checklist.parties}
    name = party.short or party.name or roles.get(party.id, party.id)
    return capitalize_first(name) if begins else name


def with_prior_objection(name: str, standing: PartyStance) -> str:
    """Return a name with the objection of the party to an earlier wording, if there was one."""
    if not standing.prior_objection:
        return name
    when = f"reported by the {standing.reporter}" if standing.reporter else "earlier"
    return f"{name} ({when}: {standing.prior_objection})"


def position_words(position: Position) -> str:
    """Describe a position at the end of a sentence, with reason and whom to check with ("objects: the fee")."""
    stance = _with_details(STANCES[position.stand].says, position)
    return f"{stance}: {position.reason}" if position.reason else stance


def _with_details(stance: str, position: Position, today: str = "") -> str:
    whom = check_words(position.who, position.by, position.on, today)
    return ", ".join(filter(None, (stance, whom, attributed(position))))


def check_words(who: str, by: str, on: str = "", today: str = "") -> str:
    """Say with whom and by when a party checks ("with the town lawyer, by Friday (December 4, 2026)").

    The arguments are those of `first_words`.
    """
    return ", ".join(filter(None, (f"with {who}" if who else "", by_words(by, on, today))))


def first_words(who: str, by: str, on: str = "", today: str = "") -> str:
    """Say who checks first, and by when ("the town lawyer to check first, by Friday (December 4, 2026)").

    Args:
        who: who checks; empty for someone.
        by: by when, as it was typed.
        on: the day that was understood as.
        today: the day it is, from which it may be overdue.
    """
    return ", ".join(filter(None, (f"{who or 'someone'} to check first", by_words(by, on, today))))


def agreement_of(session: Session, question_id: str) -> Agreement:
    """Return the positions of the parties on a question."""
    answer = session.answer(question_id)
    text_digest = answer.wording if answer.positions else ""
    stances = tuple([_stance(session, party, answer.positions.get(party.id), text_digest) for party in session.parties])
    return Agreement(
        _state(answer, stances),
        stances,
        objections=tuple([stance for stance in stances if stance.current_stance == "objects"]),
        checks=tuple([stance for stance in stances if stance.current_stance == "must-check"]),
        to_confirm=tuple([stance for stance in stances if stance.position and not stance.is_current]),
    )


def _stance(session: Session, party: Party, position: Position | None, text_digest: str) -> PartyStance:
    reported = position.reported if position else ""
    is_current = position is not None and not reported and position.wording == text_digest
    return PartyStance(party, position, is_current, party_name(session.party(reported)) if reported else "")


def _state(answer: Answer, stances: tuple[PartyStance, ...]) -> AgreementState:
    if answer.not_applicable:
        return "not-applicable"
    if not any(stance.position for stance in stances):
        return "not-asked"
    signers = [stance for stance in stances if stance.party.part == "signs"]
    current = {stance.current_stance for stance in signers}
    if "objects" in current:
        return "objection"
    if "must-check" in current:
        return "must-check"
    if any(stance.position and not stance.is_current for stance in signers):
        return "to-confirm"
    is_settled = bool(answer.text.strip()) and not answer.alternatives and not answer.is_unreviewed
    return "agreed" if is_settled and signers and all(stance.is_in_favor for stance in signers) else "partly"
