"""The boxes for the laws and grants that apply to an agreement."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from mou_tui.checklist.model import Checklist
from mou_tui.draft.chosen_layers import offered_layers
from mou_tui.draft.law_lines import layer_name, nothing_verified, state_name
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox

PREFIX = "layer-"
"""Begins the ids of the boxes."""


class LayerBoxes(Horizontal):
    """Holds a box for the law of the state, once that is known, and one for each grant.

    Args:
        checklist: with the layers.
        state: the postal code of the state, or what was typed for it.
        chosen: ids of the layers that apply; None where nobody chose any: then the law of the state does.
        typed: what boxes said in a form that was left unfinished, by id.
    """

    def __init__(
        self, checklist: Checklist, state: str, chosen: tuple[str, ...] | None, typed: Mapping[str, str]
    ) -> None:
        super().__init__(classes="form-line")
        self._checklist = checklist
        self._typed = typed
        self._first_state = self._state = state
        self._chosen = chosen
        self._first_ticked: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Remember what was ticked at first."""
        self._first_ticked = self.ticked

    def compose(self) -> ComposeResult:
        """Compose the label next to the boxes."""
        yield Static("Laws and grants", classes="form-label")
        with Vertical(id="layer-boxes"):
            yield from self._boxes()

    def _boxes(self) -> ComposeResult:
        offered = offered_layers(self._checklist, self._state)
        if self._is_place and not any(layer.state for layer in offered):
            yield Static(Content(nothing_verified(state_name(self._checklist, self._state))), classes="layer-remark")
        for layer in offered:
            is_chosen = self._chosen is not None and layer.id in self._chosen
            # The law of another state was never chosen against.
            applies = is_chosen or bool(layer.state and (self._chosen is None or self._state != self._first_state))
            ticked = self._typed.get(f"{PREFIX}{layer.id}", "yes" if applies else "no") == "yes"
            yield AsciiCheckbox(layer_name(layer), ticked, id=f"{PREFIX}{layer.id}", compact=True)

    @property
    def _is_place(self) -> bool:
        fact = self._checklist.fact("state")
        return fact is not None and self._state in fact.short_forms

    async def show_state(self, state: str) -> None:
        """Show the law of another state, by its postal code; what was ticked otherwise stays so."""
        if state == self._state:
            return
        ticks = {box.id or "": "yes" if box.value else "no" for box in self.query(AsciiCheckbox)}
        self._typed = {**self._typed, **ticks}
        self._state = state
        boxes = self.query_one("#layer-boxes")
        await boxes.remove_children()
        await boxes.mount(*self._boxes())

    @property
    def is_changed(self) -> bool:
        """Whether another state was typed, or a box says something else than at first."""
        return self._state != self._first_state or self.ticked != self._first_ticked

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the layers that are ticked, that of the state first."""
        return tuple((box.id or "").removeprefix(PREFIX) for box in self.query(AsciiCheckbox) if box.value)
