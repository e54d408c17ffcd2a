"""The fields of one party: its names, whether it signs, and who signs for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from mou_tui.checklist.model import PartyRole
from mou_tui.session.model import Party
from mou_tui.tui.dialogs.forms import for_example
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.workspace.forms import party_fields
from mou_tui.workspace.parties import normalize_line, party_from_legal_name, read_signatories

_FIRST = ("-name", "-short")
"""The lines without which nothing begins; the others are shown on request."""


@dataclass(frozen=True)
class FormLine:
    """A labeled line of the form."""

    id: str
    label: str
    value: str
    hint: str

    def compose(self) -> ComposeResult:
        """Compose the label and the input, and below them a line for a remark."""
        with Horizontal(classes="form-line"):
            yield Static(Content(self.label), classes="form-label")
            yield Input(self.value, placeholder=self.hint, id=self.id, compact=True, select_on_focus=False)
        yield Static(id=f"{self.id}-remark", classes="form-remark")


class PartyBlock(Vertical):
    """Holds the lines of one party.

    Args:
        prefix: begins the ids of its lines.
        party: the party as it is now.
        role: its role in the checklist; None for a party the room added.
    """

    def __init__(self, prefix: str, party: Party, role: PartyRole | None = None) -> None:
        super().__init__(classes="form-party")
        self.prefix = prefix
        self._party = party
        self._role = role

    def compose(self) -> ComposeResult:
        """Compose the heading, the lines and the checkbox."""
        heading = self._role.label if self._role else self._party.name or "Another party"
        yield Static(Content(heading), classes="form-section")
        for line in self._lines():
            with Vertical(classes="form-field" if line.id.endswith(_FIRST) else "form-field -later"):
                yield from line.compose()
        with Horizontal(classes="form-line -later"):
            yield Static("", classes="form-label")
            signs = self._party.part == "signs"
            label = "signs the agreement" if self._role else "signs the agreement; without a tick it is consulted"
            yield AsciiCheckbox(label, signs, id=f"{self.prefix}-signs", compact=True)

    def _lines(self) -> Iterator[FormLine]:
        for field in party_fields(self._party, self._role):
            hint = for_example(field.hint)
            if self._role and field.id == "name":
                hint = self._role.ask
            yield FormLine(f"{self.prefix}-{field.id}", field.label, field.value, hint)

    @property
    def party(self) -> Party:
        """The party, as the lines are filled in now."""
        party = replace(
            self._party,
            name=self._value("name"),
            short=self._value("short"),
            head=self._value("head"),
            part="signs" if self.query_one(f"#{self.prefix}-signs", AsciiCheckbox).value else "consulted",
            signatories=read_signatories(self._value("signatories")),
        )
        return party_from_legal_name(self._role, party.name, party) if self._role else party

    def _value(self, line: str) -> str:
        return normalize_line(self._input(line).value)

    def _input(self, line: str) -> Input:
        return self.query_one(f"#{self.prefix}-{line}", Input)

    @on(Input.Blurred)
    def _suggest(self, event: Input.Blurred) -> None:
        """Once a legal name is entered, fill in the usual short name and head, replacing those suggested before."""
        role = self._role
        if role is None or event.input.id != f"{self.prefix}-name" or not normalize_line(event.value):
            return
        short, head = self._value("short"), self._value("head")
        own = Party(role.id, short="" if short in self._usual else short, head="" if head in self._usual else head)
        party = party_from_legal_name(role, event.value, own)
        for line, suggestion in (("short", party.short), ("head", party.head)):
            self._input(line).value = suggestion
            self._select_suggestion(self._input(line))

    @on(events.DescendantFocus)
    def _on_line_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Input):
            self._select_suggestion(event.widget)

    def _select_suggestion(self, line: Input) -> None:
        """Select a suggestion when its line has the focus, so that typing replaces it."""
        if line.has_focus and line.value in self._usual:
            line.select_all()

    @property
    def _usual(self) -> set[str]:
        """All short names and heads that are suggested for a legal name."""
        return (
            {suggestion for kind in self._role.kinds for suggestion in (kind.short, kind.head)} if self._role else set()
        )
