"""The form for the parties and facts."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Static

from mou_tui.checklist.model import Checklist
from mou_tui.session.model import Party
from mou_tui.text import clean_line
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.dialogs.form_drafts import FormDraft
from mou_tui.tui.dialogs.forms import for_example
from mou_tui.tui.dialogs.party_fields import FormLine, PartyBlock
from mou_tui.tui.dialogs.result import SafeDismissScreen
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.workspace.parties import PartiesAndFacts, normalize_line, spell_out_facts, with_ids


class PartiesDialog(SafeDismissScreen["PartiesAndFacts | None"]):
    """Asks for the parties and facts; returns them, or None after Esc.

    Args:
        checklist: says which parties and facts.
        names: what is known of them.
        title: shown above the form.
        done: the label of the button that submits.
        draft: keeps the typed text; whoever records what was given clears it.
    """

    HELP = """Only the two names matter now. Everything else can wait, and stays a blank until you fill it. “Add a
party” is for whoever else signs or is consulted: the city, the parents. One that is emptied again goes away, unless it
has said something already."""
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(EVERYWHERE),
        Binding("escape", "cancel", "Cancel"),
        # Before the form, which would scroll.
        Binding("up", "app.focus_previous", show=False, priority=True),
        Binding("down", "app.focus_next", show=False, priority=True),
    ]

    def __init__(
        self, checklist: Checklist, names: PartiesAndFacts, *, title: str, done: str, draft: FormDraft
    ) -> None:
        super().__init__()
        self._checklist = checklist
        self._names = names
        self._heading = title
        self._done = done
        self._draft = draft
        self._known: dict[str, str] | None = None
        """What the lines said to begin with, by id; None until they are shown."""

    def compose(self) -> ComposeResult:
        """Compose a line for each name and fact, the parties first."""
        known = {party.id: party for party in self._names.parties}
        roles = {role.id: role for role in self._checklist.parties}
        further = [party for party in self._names.parties if party.id not in roles]
        yield Static(Content(self._heading), classes="screen-title")
        with VerticalScroll(id="names-form", can_focus=False):
            for role in self._checklist.parties:
                yield PartyBlock(f"role-{role.id}", known.get(role.id, Party(id=role.id)), role)
            with Vertical(id="further-parties"):
                for index, party in enumerate(further):
                    yield PartyBlock(f"party-{index}", party)
            yield Static("Facts, used everywhere", classes="form-section")
            for fact in self._checklist.facts:
                wording = self._names.facts.get(fact.id, "")
                yield from FormLine(f"fact-{fact.id}", fact.label, wording, for_example(fact.hint)).compose()
        with Horizontal(classes="screen-buttons"):
            yield Button(Content(self._done), id="done", variant="primary", compact=True)
            yield Button("Add a party", id="add", compact=True)
            yield Button("Cancel", id="cancel", compact=True)
            yield Static("What is left empty stays a blank.", classes="aside")

    async def on_mount(self) -> None:
        """Show what was typed the last time."""
        known, typed = self._values, self._draft.typed
        while any(line_id.startswith(f"{self._next_prefix}-") for line_id in typed):
            await self._mount_party()
        with self.prevent(Input.Changed, Checkbox.Changed):
            for line_id, value in typed.items():
                for line in self.query(f"#{line_id}").results(Input):
                    line.value = value
                for box in self.query(f"#{line_id}").results(AsciiCheckbox):
                    box.value = value == "yes"
        self._known = known
        self._draft.announce_restored(self.app)

    @property
    def _next_prefix(self) -> str:
        return f"party-{len(self.query_one('#further-parties').children)}"

    async def _mount_party(self) -> str:
        """Add the lines of another party; return what their ids begin with."""
        prefix = self._next_prefix
        await self.query_one("#further-parties").mount(PartyBlock(prefix, Party(id="", part="consulted")))
        return prefix

    @property
    def _values(self) -> dict[str, str]:
        """What each line and each checkbox says, by id."""
        lines = {line.id or "": clean_line(line.value).text for line in self.query(Input)}
        return lines | {box.id or "": "yes" if box.value else "no" for box in self.query(AsciiCheckbox)}

    @on(Input.Changed)
    @on(Checkbox.Changed)
    def _keep(self) -> None:
        if self._known is not None:
            # Of a party that was added: empty lines, and no tick.
            known = {line_id: "no" if line_id.endswith("-signs") else "" for line_id in self._values} | self._known
            self._draft.keep({line_id: value for line_id, value in self._values.items() if value != known[line_id]})

    @on(Button.Pressed, "#add")
    async def _add(self) -> None:
        """Add the lines of another party, and focus the first."""
        name = self.query_one(f"#{await self._mount_party()}-name")
        self.set_focus(name)
        # Not before it is laid out: until then it has no position to scroll to.
        self.call_after_refresh(name.scroll_visible, animate=False)

    @on(Input.Submitted)
    def _go_on(self) -> None:
        self.focus_next("Input, #done")

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        self._keep()
        self.dismiss(self._collect())

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close the form; what was typed is there the next time."""
        self._keep()
        self._draft.announce_kept(self.app)
        self.dismiss(None)

    def _collect(self) -> PartiesAndFacts:
        parties = with_ids(block.party for block in self.query(PartyBlock))
        facts = {
            fact.id: normalize_line(self.query_one(f"#fact-{fact.id}", Input).value) for fact in self._checklist.facts
        }
        return PartiesAndFacts(parties, spell_out_facts(self._checklist, facts))
