"""The form for the parties and facts, at the start and at any time after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from mou_tui.checklist.checklist import Checklist, PartyRole
from mou_tui.names import Names, named, read_signatories, tidy, write_signatories, written_out
from mou_tui.session.session import Party
from mou_tui.tui.keys import EVERYWHERE, bindings
from mou_tui.tui.screens.dialogs import for_example
from mou_tui.tui.screens.giving import GivingScreen
from mou_tui.tui.widgets.tickbox import TickBox


@dataclass(frozen=True)
class _Line:
    """One line of the form."""

    id: str
    label: str
    value: str
    hint: str


class NamesScreen(GivingScreen["Names | None"]):
    """Asks who the parties are; gives the names, or None when left with Esc."""

    HELP = "Only the two names matter now. Everything else can wait, and stays a blank until you fill it."
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE), Binding("escape", "cancel", "Cancel")]

    def __init__(self, checklist: Checklist, names: Names, *, title: str, done: str) -> None:
        super().__init__()
        self._checklist = checklist
        self._names = self.typed = names
        self._heading = title
        self._done = done

    def compose(self) -> ComposeResult:
        """A line for each thing, the parties first."""
        yield Static(Content(self._heading), classes="screen-title")
        with VerticalScroll(id="names-form", can_focus=False):
            for role, party in self._parties():
                yield Static(Content(role.label), classes="form-section")
                for line in _party_lines(role, party):
                    yield from self._line(line)
                with Horizontal(classes="form-line"):
                    yield Static("", classes="form-label")
                    yield TickBox("signs the agreement", party.part == "signs", id=f"{role.id}-signs", compact=True)
            yield Static("Facts, used everywhere", classes="form-section")
            for fact in self._checklist.facts:
                yield from self._line(
                    _Line(fact.id, fact.label, self._names.facts.get(fact.id, ""), for_example(fact.hint))
                )
        with Horizontal(classes="screen-buttons"):
            yield Button(Content(self._done), id="done", variant="primary", compact=True)
            yield Button("Cancel", id="cancel", compact=True)
            yield Static("Whatever is left empty stays a blank you can fill later.", classes="aside")

    def _line(self, line: _Line) -> ComposeResult:
        with Horizontal(classes="form-line"):
            yield Static(Content(line.label), classes="form-label")
            yield Input(line.value, placeholder=line.hint, id=line.id, compact=True, select_on_focus=False)

    def _parties(self) -> list[tuple[PartyRole, Party]]:
        known = {party.id: party for party in self._names.parties}
        return [(role, known.get(role.id, Party(id=role.id))) for role in self._checklist.parties]

    def _value(self, name: str) -> str:
        return tidy(self.query_one(f"#{name}", Input).value)

    @on(Input.Blurred)
    def _suggest(self, event: Input.Blurred) -> None:
        """Once a legal name is known, offer what usually goes with it, in place of what was offered before."""
        for role in self._checklist.parties:
            if event.input.id == f"{role.id}-name" and tidy(event.value):
                usual = {words for kind in role.kinds for words in (kind.short, kind.head)}
                short, head = self._value(f"{role.id}-short"), self._value(f"{role.id}-head")
                own = Party(role.id, short="" if short in usual else short, head="" if head in usual else head)
                party = named(role, event.value, own)
                self.query_one(f"#{role.id}-short", Input).value = party.short
                self.query_one(f"#{role.id}-head", Input).value = party.head

    @on(Input.Submitted)
    def _go_on(self) -> None:
        self.focus_next("Input, #done")

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        self.typed = self._collect()
        self.dismiss(self.typed)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave; what was typed stays in `typed`."""
        self.typed = self._collect()
        self.dismiss(None)

    def _collect(self) -> Names:
        parties = [self._party(role, party) for role, party in self._parties()]
        facts = {fact.id: self._value(fact.id) for fact in self._checklist.facts}
        return Names(tuple(parties), written_out(self._checklist, facts))

    def _party(self, role: PartyRole, before: Party) -> Party:
        party = replace(
            before,
            short=self._value(f"{role.id}-short"),
            head=self._value(f"{role.id}-head"),
            part="signs" if self.query_one(f"#{role.id}-signs", TickBox).value else "consulted",
            signatories=read_signatories(self._value(f"{role.id}-signatories")),
        )
        return named(role, self._value(f"{role.id}-name"), party)


def _party_lines(role: PartyRole, party: Party) -> tuple[_Line, ...]:
    kind = role.kinds[0]
    return (
        _Line(f"{role.id}-name", "Legal name", party.name, role.ask),
        _Line(f"{role.id}-short", "In the agreement", party.short, for_example(kind.short)),
        _Line(f"{role.id}-head", "Title of its head", party.head, for_example(kind.head)),
        _Line(
            f"{role.id}-signatories",
            "Who signs",
            write_signatories(party.signatories),
            for_example("Pat Doe, Chief of Police; Lee Roe, Mayor"),
        ),
    )
