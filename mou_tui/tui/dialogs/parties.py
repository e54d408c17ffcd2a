"""The form for the parties and facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Static, TextArea

from mou_tui.checklist.model import Checklist
from mou_tui.draft.law_lines import state_code
from mou_tui.session.model import Party
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.dialogs.form_drafts import FormDraft
from mou_tui.tui.dialogs.form_fields import FormField, LineField, ListField, go_on
from mou_tui.tui.dialogs.layer_fields import PREFIX, LayerBoxes
from mou_tui.tui.dialogs.party_fields import PartyBlock
from mou_tui.tui.dialogs.result import SafeDismissScreen
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.tui.widgets.sentence_field import SentenceField, go_to_neighbor
from mou_tui.workspace.field_reading import Reading
from mou_tui.workspace.forms import fact_field
from mou_tui.workspace.parties import PartiesAndFacts, with_ids
from mou_tui.workspace.parties_check import FieldRemark, doubts_in, first_sentences, mistakes_in, remarks_on


class PartiesDialog(SafeDismissScreen["PartiesAndFacts | None"]):
    """Asks for the parties and facts; returns them, or None after Esc.

    Args:
        checklist: says which parties and facts.
        names: what is known of them.
        title: shown above the form.
        done: the label of the button that submits.
        draft: keeps the typed text; whoever records what was given clears it.
        begins: whether it begins an agreement; then both short names are needed, and little more is asked at first.
        today: the day it is, so that an end that is past is noticed.
    """

    HELP = """Only the two names matter now. Everything else can wait, and stays a blank until you fill it; “More” shows
it. Below the form you see how the agreement begins with what you typed. “Add a party” is for whoever else signs or is
consulted: the city, the parents. One that is emptied again goes away, unless it has said something already."""
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(EVERYWHERE),
        Binding("escape", "cancel", "Cancel"),
        # Before the form, which would scroll.
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(
        self,
        checklist: Checklist,
        names: PartiesAndFacts,
        *,
        title: str,
        done: str,
        draft: FormDraft,
        begins: bool = False,
        today: str = "",
    ) -> None:
        super().__init__(classes="" if not begins or _goes_beyond_names(names) else "-brief")
        self._checklist = checklist
        self._names = names
        self._heading = title
        self._done = done
        self._draft = draft
        self._known: dict[str, str] | None = None
        """What the lines said to begin with, by id; None until they are shown."""
        self._begins = begins
        self._today = today
        self._was_tried = self._is_reading_due = False
        self._doubted: set[FieldRemark] = set()
        """What the form has stayed for already; a second press keeps it as it is."""

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
            with Vertical(id="facts"):
                yield Static("Facts used throughout the agreement", classes="form-section -later")
                for fact in self._checklist.facts:
                    spec = fact_field(fact, self._names.facts.get(fact.id, ""))
                    classes = "form-field" if fact.kind == "state" else "form-field -later"
                    yield FormField(spec, f"fact-{fact.id}", labels_inline=True, classes=classes, today=self._today)
            state = state_code(self._checklist, self._names.facts.get("state", ""))
            yield LayerBoxes(self._checklist, state, self._names.layers, self._draft.typed)
        yield Static(id="names-reading")
        with Horizontal(classes="screen-buttons"):
            yield Button(Content(self._done), id="done", variant="primary", compact=True)
            yield Button("More: signers, schools, dates", id="more", compact=True)
            yield Button("Add a party", id="add", compact=True)
            yield Button("Cancel", id="cancel", compact=True)
            yield Static("Empty fields become blanks to fill later.", classes="aside")

    async def on_mount(self) -> None:
        """Show what was typed the last time."""
        known, typed = self._values, self._draft.typed
        while any(line_id.startswith(f"{self._next_prefix}-") for line_id in typed):
            await self._mount_party()
        with self.prevent(Input.Changed, Checkbox.Changed):
            for line_id, value in typed.items():
                for line in self.query(f"#{line_id}").results(LineField):
                    line.value = value
                for lines in self.query(f"#{line_id}").results(ListField):
                    lines.text = value
                for box in self.query(f"#{line_id}").results(AsciiCheckbox):
                    box.value = value == "yes"
        if any(self._is_beyond_names(line_id, value) for line_id, value in self._draft.typed.items()):
            self.remove_class("-brief")
        self._known = known
        self._show_reading()
        self._draft.announce_restored(self.app)

    def _is_beyond_names(self, line_id: str, value: str) -> bool:
        """Return whether somebody typed a value into a field that is not asked at first."""
        if line_id.endswith(("-name", "-short", "-state")) or line_id.startswith(PREFIX):
            return False
        # The title of a leader follows from a legal name, and nobody typed it.
        return not any(value in line.suggestions for line in self.query(f"#{line_id}").results(LineField))

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
        lines = {field.line.id or "": field.typed for field in self.query(FormField)}
        return lines | {box.id or "": "yes" if box.value else "no" for box in self.query(AsciiCheckbox)}

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Checkbox.Changed)
    def _keep(self) -> None:
        if self._known is not None:
            # Of a party that was added: empty lines, and no tick.
            known = {line_id: "no" if line_id.endswith("-signs") else "" for line_id in self._values}
            known |= {line_id: "yes" for line_id in self._values if line_id.startswith(PREFIX)} | self._known
            self._draft.keep({line_id: value for line_id, value in self._values.items() if value != known[line_id]})

    @on(Button.Pressed, "#add")
    async def _add(self) -> None:
        """Add the lines of another party, and focus the first."""
        name = self.query_one(f"#{await self._mount_party()}-name")
        self.set_focus(name)
        # Not before it is laid out: until then it has no position to scroll to.
        self.call_after_refresh(name.scroll_visible, animate=False)

    @on(Button.Pressed, "#more")
    def _show_all(self) -> None:
        """Show the fields that can wait, and go to the first of them."""
        self.remove_class("-brief")
        self.set_focus(self.query_one(f"#role-{self._checklist.parties[0].id}-head"))

    @on(Input.Submitted)
    @on(SentenceField.Submitted)
    def _go_on(self, event: Input.Submitted | SentenceField.Submitted) -> None:
        if not go_on(self, event):
            self.query_one("#done", Button).press()

    def action_move(self, direction: int) -> None:
        """Go to the line above (-1) or below (1): within a list, and from its ends and any other line to the next."""
        field = self.focused
        if isinstance(field, ListField):
            field.action_cursor_up() if direction < 0 else field.action_cursor_down()
        elif field:
            go_to_neighbor(field, direction)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _show_reading_soon(self) -> None:
        # Once for all that is typed until the screen is painted, however fast that comes.
        if not self._is_reading_due:
            self._is_reading_due = True
            self.call_after_refresh(self._show_reading)

    def _show_reading(self) -> None:
        """Show what is noticed next to each field, and how the agreement begins."""
        self._is_reading_due = False
        if not self.is_current:
            # It was closed before the screen was painted, and its fields may be gone.
            return
        typed = self._collect()
        undecided = {field.spec.id: "" for field in self.query(FormField) if field.is_undecided}
        taken = replace(typed, facts={**typed.facts, **undecided})
        self.query_one("#names-reading", Static).update(Content(first_sentences(self._checklist, taken)))
        self._show_mistakes(mistakes_in(remarks_on(self._checklist, typed, needs_names=self._begins)))
        if "state" not in undecided:
            state = state_code(self._checklist, typed.facts.get("state", ""))
            self.run_worker(self.query_one(LayerBoxes).show_state(state))
        # What is shown below the form may have taken a row from it.
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        for field in self.focused.ancestors if self.focused else ():
            if isinstance(field, FormField):
                field.scroll_visible(animate=False)

    def _show_mistakes(self, mistakes: Iterable[FieldRemark]) -> None:
        """Show mistakes next to their fields; that something is missing, only once somebody wanted to go on."""
        shown = {self._line(mistake): mistake for mistake in mistakes if self._was_tried or not mistake.is_missing}
        for field in self.query(FormField):
            mistake = shown.get(field.line.id or "")
            field.remark(Reading(mistake.message, is_mistake=True) if mistake else None)

    def _line(self, remark: FieldRemark) -> str:
        """Return the id of the line a remark is about."""
        if not remark.field:
            return f"fact-{remark.owner}"
        prefixes = dict(zip((party.id for party in self._collect().parties), self._filled_blocks(), strict=True))
        return f"{prefixes[remark.owner].prefix}-{remark.field}"

    def _filled_blocks(self) -> list[PartyBlock]:
        """Return the blocks that `_collect` makes parties of, in the same order."""
        return [block for block in self.query(PartyBlock) if with_ids([block.party])]

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        """Return what was typed; or else say next to the field what must be mended, and go there."""
        typed = self._collect()
        remarks = remarks_on(self._checklist, typed, needs_names=self._begins)
        # What was so before must not keep anybody from changing something else.
        before = remarks_on(self._checklist, self._names, needs_names=self._begins)
        earlier = mistakes_in(before)
        if not self._begins:
            self._doubted |= set(doubts_in(before))
        mistakes = [mistake for mistake in mistakes_in(remarks) if self._begins or mistake not in earlier]
        doubts = [doubt for doubt in doubts_in(remarks) if doubt not in self._doubted]
        if not mistakes and not doubts:
            self._keep()
            self.dismiss(typed)
            return
        self._was_tried = True
        self._show_mistakes(mistakes_in(remarks))
        if not mistakes:
            self.remove_class("-brief")
            self._doubted |= set(doubts)
            for doubtful in doubts:
                words = f"{doubtful.message} Press “{self._done}” again to keep it as typed."
                self._field(self._line(doubtful)).remark(Reading(words, is_doubtful=True))
        self._go_to_remark(self._line((mistakes or doubts)[0]))

    def _field(self, line: str) -> FormField:
        return next(field for field in self.query(FormField) if field.line.id == line)

    def _go_to_remark(self, line: str) -> None:
        """Go to a line with the remark below it in sight."""
        self.set_focus(self.query_one(f"#{line}"))
        # Not before it is laid out: until then it has no position to scroll to.
        self.call_after_refresh(self.query_one(f"#{line}-remark").scroll_visible, animate=False)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close the form; what was typed is there the next time."""
        self._keep()
        self._draft.announce_kept(self.app)
        self.dismiss(None)

    def _collect(self) -> PartiesAndFacts:
        parties = with_ids(block.party for block in self.query(PartyBlock))
        facts = {field.spec.id: field.given.strip() for field in self.query(FormField) if field.spec.fact}
        return PartiesAndFacts(parties, facts, self._chosen_layers())

    def _chosen_layers(self) -> tuple[str, ...] | None:
        """Return the laws and grants that are ticked; None where nobody was asked before and nobody changed them."""
        boxes = self.query_one(LayerBoxes)
        is_as_it_was = self._names.layers is None and not boxes.is_changed
        return None if is_as_it_was and not self._begins else boxes.ticked


def _goes_beyond_names(names: PartiesAndFacts) -> bool:
    """Return whether something is known that is not asked at first."""
    roles = [party for party in names.parties if party.signatories]
    return bool(roles) or any(value for fact_id, value in names.facts.items() if fact_id != "state")
