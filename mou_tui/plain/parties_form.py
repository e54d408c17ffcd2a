"""Asking for the parties and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mou_tui.checklist.model import Checklist, PartyRole
from mou_tui.plain.commands.rename import set_names
from mou_tui.plain.console import Console
from mou_tui.plain.form import HOW, HOW_BRIEFLY, YES_NO, Field, Form
from mou_tui.session.model import Party
from mou_tui.workspace.parties import (
    PartiesAndFacts,
    normalize_line,
    parties_and_facts,
    party_from_legal_name,
    read_signatories,
    spell_out_facts,
    write_signatories,
)
from mou_tui.workspace.workspace import Workspace


class NamesForm:
    """Asks for the names.

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

    def ask(self) -> PartiesAndFacts | None:
        """Ask; None if everything is to be left as it was. Raises as `Form.ask` does."""
        self._console.say(HOW_BRIEFLY if self._briefly else HOW)
        said = self._form.ask()
        if said is None:
            return None
        parties = tuple(self._party(role, said) for role in self._checklist.parties)
        facts = {fact.id: normalize_line(said.get(fact.id, self._fact(fact.id))) for fact in self._checklist.facts}
        return PartiesAndFacts(parties, spell_out_facts(self._checklist, facts))

    def go_on(self) -> None:
        """Obey whatever ended the asking early."""
        self._form.go_on()

    def _before(self, role: PartyRole) -> Party:
        known = {party.id: party for party in self._known.parties}
        return known.get(role.id, Party(id=role.id))

    def _following(self, role: PartyRole, name: str) -> Party:
        """A party with what follows from a legal name; what followed from another gives way, what was chosen stays."""
        before = self._before(role)
        if normalize_line(name) not in ("", before.name):
            usual = {words for kind in role.kinds for words in (kind.short, kind.head)}
            short, head = ("" if words in usual else words for words in (before.short, before.head))
            before = replace(before, short=short, head=head)
        return party_from_legal_name(role, name, before)

    def _fact(self, fact_id: str) -> str:
        return self._known.facts.get(fact_id, "")

    def _fields(self, said: Mapping[str, str]) -> list[Field]:
        fields = [field for role in self._checklist.parties for field in self._party_fields(role, said)]
        facts = (fact for fact in self._checklist.facts if fact.id == "state" or not self._briefly)
        return fields + [Field(fact.id, fact.label, self._fact(fact.id), fact.hint) for fact in facts]

    def _party_fields(self, role: PartyRole, said: Mapping[str, str]) -> list[Field]:
        before = self._before(role)
        name = Field(f"{role.id}-name", f"{role.label}, legal name", before.name)
        if self._briefly:
            return [name]
        follows = self._following(role, said.get(name.id, before.name))
        kind = role.kind_for(follows.name)
        return [
            name,
            Field(f"{role.id}-short", "What the agreement calls it", follows.short, kind.short),
            Field(f"{role.id}-head", "Title of its head", follows.head, kind.head),
            Field(
                f"{role.id}-part", "Does it sign, yes or no", "yes" if before.part == "signs" else "no", choices=YES_NO
            ),
            Field(
                f"{role.id}-signatories",
                "Who signs",
                write_signatories(before.signatories),
                "Pat Doe, Chief of Police; Lee Roe, Mayor",
            ),
        ]

    def _party(self, role: PartyRole, said: Mapping[str, str]) -> Party:
        before = self._before(role)
        name = said[f"{role.id}-name"]
        if self._briefly:
            return self._following(role, name)
        party = replace(
            before,
            short=normalize_line(said[f"{role.id}-short"]),
            head=normalize_line(said[f"{role.id}-head"]),
            part="consulted" if said[f"{role.id}-part"].casefold().startswith("n") else "signs",
            signatories=read_signatories(said[f"{role.id}-signatories"]),
        )
        return party_from_legal_name(role, name, party)


def ask_names(console: Console, workspace: Workspace, *, briefly: bool = False) -> None:
    """Change the parties and facts; every place where an old name stands is read out before it changes.

    Raises:
        Said, Left: as of `Console.ask`; what was said until then is set.
    """
    form = NamesForm(
        console, workspace.checklist, parties_and_facts(workspace.checklist, workspace.session), briefly=briefly
    )
    names = form.ask()
    if names is None:
        console.say("Left as it was.")
        return
    told = "To name schools, dates and who signs, say names." if briefly else "Parties and facts are set."
    set_names(console, workspace, names, form.go_on, lambda: told)
