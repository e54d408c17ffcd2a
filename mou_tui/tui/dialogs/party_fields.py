"""The fields of one party: its names, whether it signs, and who signs for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from mou_tui.checklist.model import PartyRole
from mou_tui.language.text import normalize_line
from mou_tui.session.model import Party
from mou_tui.tui.dialogs.form_fields import FormField, LineField
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.workspace.forms import party_fields
from mou_tui.workspace.parties import party_from_legal_name, read_signatories

_FIRST = ("name", "short")
"""The lines without which nothing begins; the others are shown on request."""


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
        yield from self._fields()
        with Horizontal(classes="form-line -later"):
            yield Static("", classes="form-label")
            signs = self._party.part == "signs"
            label = "signs the agreement" if self._role else "signs the agreement; without a tick it is consulted"
            yield AsciiCheckbox(label, signs, id=f"{self.prefix}-signs", compact=True)

    def _fields(self) -> Iterator[FormField]:
        for spec in party_fields(self._party, self._role):
            hint = self._role.ask if self._role and spec.id == "name" else None
            classes = "form-field" if spec.id in _FIRST else "form-field -later"
            field = FormField(spec, f"{self.prefix}-{spec.id}", labels_inline=True, hint=hint, classes=classes)
            if spec.id in ("short", "head") and isinstance(field.line, LineField):
                field.line.suggestions = self._usual
            yield field

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

    def _input(self, line: str) -> LineField:
        return self.query_one(f"#{self.prefix}-{line}", LineField)

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
            if self._input(line).has_focus:
                self._input(line).select_suggestion()

    @property
    def _usual(self) -> set[str]:
        """All short names and heads that are suggested for a legal name."""
        return (
            {suggestion for kind in self._role.kinds for suggestion in (kind.short, kind.head)} if self._role else set()
        )
