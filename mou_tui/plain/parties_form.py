"""Asking for the parties and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mou_tui.checklist.model import Checklist, PartyRole
from mou_tui.draft.chosen_layers import offered_layers
from mou_tui.draft.law_lines import layer_name, nothing_verified, state_code, state_name
from mou_tui.language.text import normalize_line
from mou_tui.plain.console import Console
from mou_tui.plain.form import HOW, HOW_BRIEFLY, UNCHANGED, Form
from mou_tui.plain.rename_prompt import set_names
from mou_tui.session.model import Party
from mou_tui.workspace.forms import YES_NO, FieldSpec, fact_field, party_fields
from mou_tui.workspace.parties import (
    PartiesAndFacts,
    parties_and_facts,
    party_from_legal_name,
    read_signatories,
)
from mou_tui.workspace.parties_check import mistakes_in, remarks_on
from mou_tui.workspace.workspace import Workspace


class NamesForm:
    """Asks for the names of parties and facts.

    Args:
        console: where to ask.
        checklist: says which.
        known: the names known now.
        briefly: whether to ask only for what the first questions need.
    """

    def __init__(
        self, console: Console, checklist: Checklist, known: PartiesAndFacts, *, briefly: bool = False
    ) -> None:
        self._console = console
        self._checklist = checklist
        self._known = known
        self._briefly = briefly
        self._form = Form(console, self._fields)

    def ask(self, unchanged: str = UNCHANGED) -> PartiesAndFacts | None:
        """Ask, and ask again while there is a mistake; return None, and say `unchanged`, if all is left as it was.

        Raises as `Form.ask` does.
        """
        self._console.say(HOW_BRIEFLY if self._briefly else HOW)
        before = self._fact("state")
        names = self._ask_once(unchanged)
        while names is not None and self._has_mistakes(names) and not self._form.was_interrupted:
            self._known, self._form = names, Form(self._console, self._fields)
            names = self._ask_once(unchanged)
        if names is not None and self._code(names.facts.get("state", "")) not in ("", self._code(before)):
            self._say_law(self._code(names.facts["state"]))
        return names

    def _has_mistakes(self, names: PartiesAndFacts) -> bool:
        """Say what must be mended; return whether anything must."""
        mistakes = mistakes_in(remarks_on(self._checklist, names, needs_names=False))
        labels = {fact.id: fact.label for fact in self._checklist.facts}
        labels |= {role.id: role.label for role in self._checklist.parties}
        for mistake in mistakes:
            self._console.say(f"{labels.get(mistake.owner, 'Another party')}: {mistake.message}")
        return bool(mistakes)

    def _ask_once(self, unchanged: str) -> PartiesAndFacts | None:
        values = self._form.ask(unchanged)
        if values is None:
            return None
        parties = tuple(self._party(role, values) for role in self._checklist.parties)
        facts = {fact.id: normalize_line(values.get(fact.id, self._fact(fact.id))) for fact in self._checklist.facts}
        return PartiesAndFacts(parties, facts, self._chosen_layers(facts.get("state", "")))

    def _chosen_layers(self, state: str) -> tuple[str, ...] | None:
        """Return the laws and grants that apply: the law of the state follows the state, all else stays."""
        before = self._known.layers
        if self._code(state) == self._code(self._fact("state")) and not (self._briefly and before is None):
            return before
        offered = offered_layers(self._checklist, self._code(state))
        return tuple(layer.id for layer in offered if layer.state or layer.id in (before or ()))

    def _say_law(self, state: str) -> None:
        """Say whether the law of a state, by its postal code, is held, and how a grant is chosen."""
        own = next((layer for layer in offered_layers(self._checklist, state) if layer.state), None)
        if own:
            self._console.say(f"{layer_name(own)} is read with the questions. For a grant, say requirements layers.")
        else:
            self._console.say(nothing_verified(state_name(self._checklist, state)))

    def _code(self, state: str) -> str:
        return state_code(self._checklist, state)

    def resume_interrupt(self) -> None:
        """Raise what ended the asking early, if anything did."""
        self._form.resume_interrupt()

    def _before(self, role: PartyRole) -> Party:
        known = {party.id: party for party in self._known.parties}
        return known.get(role.id, Party(id=role.id))

    def _with_name(self, role: PartyRole, name: str) -> Party:
        """Return a party with what follows from a legal name; what followed from another name gives way."""
        before = self._before(role)
        if normalize_line(name) not in ("", before.name):
            usual = {text for kind in role.kinds for text in (kind.short, kind.head)}
            short, head = ("" if text in usual else text for text in (before.short, before.head))
            before = replace(before, short=short, head=head)
        return party_from_legal_name(role, name, before)

    def _fact(self, fact_id: str) -> str:
        return self._known.facts.get(fact_id, "")

    def _fields(self, values: Mapping[str, str]) -> list[FieldSpec]:
        fields = [field for role in self._checklist.parties for field in self._party_fields(role, values)]
        facts = (fact for fact in self._checklist.facts if fact.id == "state" or not self._briefly)
        return fields + [fact_field(fact, self._fact(fact.id)) for fact in facts]

    def _party_fields(self, role: PartyRole, values: Mapping[str, str]) -> list[FieldSpec]:
        """Return the fields for a party; those after the legal name follow from the name that was given."""
        before = self._before(role)
        legal_name = values.get(f"{role.id}-name", before.name)
        name, short, head, signatories = party_fields(self._with_name(role, legal_name), role)
        name = replace(name, label=f"{role.label}, legal name", value=before.name)
        fields = [name] if self._briefly else [name, short, head, signs_field(before), signatories]
        return [replace(field, id=f"{role.id}-{field.id}") for field in fields]

    def _party(self, role: PartyRole, values: Mapping[str, str]) -> Party:
        name = values[f"{role.id}-name"]
        if self._briefly:
            return self._with_name(role, name)
        own = {key.removeprefix(f"{role.id}-"): value for key, value in values.items() if key.startswith(f"{role.id}-")}
        return party_from_legal_name(role, name, with_values(self._before(role), own))


def signs_field(party: Party) -> FieldSpec:
    """Return the field for whether a party signs or is consulted."""
    return FieldSpec("part", "Does it sign?", "yes" if party.part == "signs" else "no", choices=YES_NO)


def with_values(party: Party, values: Mapping[str, str]) -> Party:
    """Return a party with the values of its fields, other than its legal name."""
    return replace(
        party,
        short=normalize_line(values["short"]),
        head=normalize_line(values["head"]),
        part="signs" if values["part"] == "yes" else "consulted",
        signatories=read_signatories(values["signatories"]),
    )


def ask_names(console: Console, workspace: Workspace, *, briefly: bool = False) -> None:
    """Ask for the parties and facts, and set them; every place with an old name is read out before it changes.

    Raises:
        CommandInterrupt: Another command was given; what was said until then is set.
        InputClosed: The person left; the same holds.
    """
    known = parties_and_facts(workspace.checklist, workspace.session)
    done = "To name schools, dates and who signs, say names." if briefly else "Parties and facts are set."
    is_set = False
    while not is_set:
        form = NamesForm(console, workspace.checklist, known, briefly=briefly)
        names = form.ask()
        if names is None:
            return
        is_set = set_names(console, workspace, names, form.resume_interrupt, lambda: done)
        known = names
