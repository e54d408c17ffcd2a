"""The guidance tabs: why, discuss, points, examples, the current agreement, and alternatives."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from mou_tui.checklist.model import Question
from mou_tui.session.model import Answer
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.tui.widgets.guidance_panes import GuidancePanes

TABS = ("why", "discuss", "points", "examples", "current")
ALTERNATIVES = "alternatives"
"""A further tab, shown while there are alternatives."""


class Guidance(Vertical):
    """Shows one of the guidance tabs at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll('up')", show=False),
        Binding("down", "scroll('down')", show=False),
        Binding("left", "turn_wording(-1)", show=False),
        Binding("right", "turn_wording(1)", show=False),
        Binding("pageup", "scroll('page_up')", show=False),
        Binding("pagedown", "scroll('page_down')", show=False),
    ]

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._panes: GuidancePanes | None = None
        self._has_alternatives = False
        self._wanted = ("", "")
        """The question id and the example id asked for before the examples were made."""
        self._showing = asyncio.Lock()

    @cached_property
    def current_editor(self) -> WordingEditor:
        """The editor of the agreement in force, kept because it is read once more on unmount."""
        return WordingEditor(
            id="pane-current",
            placeholder="Paste what the agreement in force says about this. It is not counted.",
            shares_undo=True,
        )

    async def _fill(self) -> GuidancePanes:
        """Make the tabs and their panes; called only when they are shown, so that typing need not wait."""
        from mou_tui.tui.widgets.guidance_panes import GuidancePanes

        panes = GuidancePanes(self.current_editor)
        tabs = (Button(Content(tab.capitalize()), id=f"tab-{tab}", compact=True, classes="tab") for tab in TABS)
        await self.mount(Horizontal(*tabs, id="guidance-tabs"), panes)
        if self._is_there:
            self._panes = panes
            self.show_page("why")
        return panes

    @property
    def _is_there(self) -> bool:
        """Whether the screen is still shown; it may close while guidance is being made."""
        return self.is_attached and self.screen.display

    @property
    def tab(self) -> str:
        """The tab that is shown."""
        shown = self._panes.current if self._panes else None
        return (shown or "pane-why").removeprefix("pane-")

    def shows(self, tab: str) -> bool:
        """Return whether a tab is visible; on a small screen none is without the focus."""
        return self.tab == tab and self.size.height > 1

    def show_page(self, tab: str) -> None:
        """Show a tab, once there are any."""
        if not self._panes:
            return
        self._panes.current = f"pane-{tab}"
        self.set_class(tab == ALTERNATIVES, "-alternatives")
        for button in self.query(".tab"):
            button.set_class(button.id == f"tab-{tab}", "-shown")

    def show_next_tab(self) -> None:
        """Show the next tab; on a small screen, focus the tabs first."""
        if not self._panes:
            return
        is_open = self.size.height > 1
        if is_open:
            tabs = (ALTERNATIVES, *TABS) if self._has_alternatives else TABS
            self.show_page(tabs[(tabs.index(self.tab) + 1) % len(tabs)])
        if not is_open or self.has_focus_within:
            self.screen.set_focus(self.query_one(f"#tab-{self.tab}"))

    async def show(self, workspace: Workspace) -> None:
        """Show the guidance on the current clause; calls wait for one another."""
        async with self._showing:
            if self._is_there:
                panes = self._panes or await self._fill()
                if self._is_there and workspace.question:
                    await self._show(panes, workspace.question, workspace)
        wanted_of, example = self._wanted
        if self._is_there and wanted_of:
            self._wanted = ("", "")
            if wanted_of == self.question_id == workspace.clause_id:
                self.focus_example(wanted_of, example)

    async def _show(self, panes: GuidancePanes, question: Question, workspace: Workspace) -> None:
        is_other = panes.question_id != question.id
        await panes.show(question, workspace)
        if not self._is_there:
            return
        await self._show_alternatives(panes, workspace)
        if is_other and self._has_alternatives and self._is_there and self.query(f"#pane-{ALTERNATIVES}"):
            # Wordings to choose from are more urgent than guidance.
            self.show_page(ALTERNATIVES)

    async def show_alternatives(self, workspace: Workspace) -> None:
        """Show the alternatives, in a tab that is there only while there are some."""
        async with self._showing:
            if self._is_there and self._panes:
                await self._show_alternatives(self._panes, workspace)

    async def _show_alternatives(self, panes: GuidancePanes, workspace: Workspace) -> None:
        had_some, self._has_alternatives = self._has_alternatives, bool(workspace.answer.alternatives)
        if not (had_some or self._has_alternatives):
            return
        if not self._has_alternatives and self.tab == ALTERNATIVES:
            self.show_page("why")
        from mou_tui.draft.draft import wording_letters
        from mou_tui.tui.widgets.alternatives import Alternatives

        if not self.query(Alternatives):
            tab = Button("", id=f"tab-{ALTERNATIVES}", compact=True, classes="tab")
            # First, so that it is visible where not all tabs fit.
            await self.query_one("#guidance-tabs").mount(tab, before=0)
            await panes.add_content(Alternatives(id=f"pane-{ALTERNATIVES}"))
        if self._is_there:
            tab = self.query_one(f"#tab-{ALTERNATIVES}", Button)
            tab.display = self._has_alternatives
            tab.label = Content(wording_letters(workspace.session, workspace.answer))
            # A new label of a button is drawn in the width of the old one.
            tab.refresh(layout=True)
            await self.query_one(Alternatives).show(workspace)

    def follow_wordings(self, workspace: Workspace) -> None:
        """Show what has changed in the alternatives, or in what the parties say of them."""
        if self._has_alternatives and self._is_there and self.question_id == workspace.clause_id:
            from mou_tui.tui.widgets.alternatives import Alternatives

            for alternatives in self.query(Alternatives):
                alternatives.follow(workspace)

    def focus_alternatives(self) -> None:
        """Show the alternatives, and focus the first."""
        self.show_page(ALTERNATIVES)
        for button in self.query(f"#pane-{ALTERNATIVES} Button").results(Button):
            self.screen.set_focus(button)
            break

    def show_points(self, answer: Answer) -> None:
        """Show which points are ticked."""
        if self._panes:
            self._panes.show_points(answer)

    @property
    def question_id(self) -> str:
        """The id of the question whose guidance is shown; empty if none is."""
        return self._panes.question_id if self._panes else ""

    def focus_example(self, question_id: str, example_id: str = "") -> None:
        """Show the examples, once made, and focus the one of an id, or the first."""
        cards = self._panes.examples if self._panes else []
        if cards:
            self.show_page("examples")
            card = next((card for card in cards if card.example.id == example_id), cards[0])
            self.screen.set_focus(card.query_one(Button))
        else:
            self._wanted = question_id, example_id

    def focus_next_example(self, question_id: str) -> None:
        """Show the examples, and focus the one after the focused one, or else the first."""
        cards = self._panes.examples if self._panes else []
        index = next((index for index, card in enumerate(cards) if card.has_focus_within), -1)
        following = cards[(index + 1) % len(cards)].example.id if cards and self.tab == "examples" else ""
        self.focus_example(question_id, following)

    def action_scroll(self, direction: str) -> None:
        """Scroll the pane; in the examples a page key goes to the next, in the alternatives an arrow key does."""
        is_page = direction.startswith("page")
        if is_page != (self.tab == ALTERNATIVES) and self._step(1 if direction.endswith("down") else -1):
            return
        pane = self.query_one(f"#pane-{self.tab}")
        # Two wordings side by side are scrolled together.
        for scrolled in (pane, *pane.query(VerticalScroll)):
            getattr(scrolled, f"scroll_{direction}")(animate=False)

    def action_turn_wording(self, step: int) -> None:
        """Focus the next or previous alternative."""
        if self.tab == ALTERNATIVES:
            self._step(step)

    def _step(self, step: int) -> bool:
        """Move the focus among the buttons of the pane; return whether a button had it."""
        buttons = list(self.query_one(f"#pane-{self.tab}").query(Button))
        if self.screen.focused not in buttons:
            return False
        index = buttons.index(self.screen.focused) + step
        if 0 <= index < len(buttons):
            self.screen.set_focus(buttons[index])
        return True

    @on(Button.Pressed, ".tab")
    def _turn_to_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.show_page((event.button.id or "").removeprefix("tab-"))
