"""The agreement row: shows each party's position on the wording, and takes keys to record positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from mou_tui.draft.agreement import Agreement, PartyStance
from mou_tui.session.meeting import IN_FAVOR, Stance
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.actions.positions import POSITIONS
from mou_tui.tui.widgets.agreement_drawing import AgreementDrawing
from mou_tui.tui.widgets.second_press import SecondPress


class AgreementRow(Widget):
    """Shows every party and its stance, on one line, or on a few rows of a tall screen.

    It can be focused only when asked to, so that Tab goes from the answer to Next.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(POSITIONS),
        Binding("tab", "next_party", show=False),
        Binding("left,shift+tab", "choose(-1)", show=False),
    ]

    @dataclass
    class PositionTaken(Message):
        """Asks to record a party's stance on the wording."""

        party: str
        stance: Stance

    @dataclass
    class PositionCleared(Message):
        """Asks to record that a party was not asked yet."""

        party: str

    @dataclass
    class ReasonRequested(Message):
        """Asks for the reason of a party's position."""

        party: str

    @dataclass
    class SpeakerRequested(Message):
        """Asks who spoke for a party, and how."""

        party: str

    @dataclass
    class ProposalRequested(Message):
        """Asks for the wording that a party proposes."""

        party: str

    @dataclass
    class SecondPressWanted(Message):
        """Reports that a letter would take a yes back, so it counts only when it is pressed once more."""

        party: str
        action_id: str

    class UnlockRequested(Message):
        """Asks to unlock the agreed wording."""

    class Visited(Message):
        """Reports that the row gained or lost the focus, or that another party is chosen."""

    class Left(Message):
        """Asks to go back to the answer."""

    @dataclass
    class Clicked(Message):
        """Reports that a party was clicked."""

        party: str

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.chosen = ""
        """Id of the party to which the next key applies."""
        self._agreement: Agreement | None = None
        self._letter = ""
        self._party_regions: list[tuple[Region, str]] = []
        self._refusal = ""
        """Why no position can be recorded now; empty if one can."""
        self._second_press = SecondPress()

    def show(self, agreement: Agreement, *, muted: bool, letter: str = "") -> None:
        """Show the positions of the parties.

        Args:
            agreement: the positions on the current question.
            muted: whether to dim the row, as no position is about to be recorded.
            letter: that of the wording they are on, while another is next to it; empty if there is only one.
        """
        self.set_class(muted, "-muted")
        if (agreement, letter) != (self._agreement, self._letter):
            rows = self._rows_wanted
            self._agreement, self._letter = agreement, letter
            self.refresh(layout=self._rows_wanted != rows)

    def visit(self, party: str = "", *, anew: bool = False) -> None:
        """Focus a party.

        Args:
            party: its id; by default the first that has no position on the current wording.
            anew: whether to leave the party that was focused, for it was about another clause.
        """
        stances = self._stances
        if not stances:
            return
        waiting = next((stance for stance in stances if stance.current_stance is None), stances[0])
        if party or anew or not self.has_focus or self._refusal:
            self.chosen = party or waiting.party.id
        self._refusal = ""
        self._take_focus()

    def refuse(self, why_not: str) -> None:
        """Take the focus, show why no position can be recorded now, and ignore keys."""
        self._refusal = why_not
        self._take_focus()
        # After the focus, which may be reported late, so that the reason gets the rows it needs.
        self.refresh(layout=True)

    @property
    def is_refused(self) -> bool:
        """Whether no position can be recorded now."""
        return bool(self._refusal)

    def _take_focus(self) -> None:
        self.can_focus = True
        self.add_class("-visited")
        # Not by `focus`, which defers it: the next key would go to the clause.
        self.screen.set_focus(self)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows that show every party in full."""
        return self._count_rows(width)

    @property
    def _rows_wanted(self) -> int:
        return self._count_rows(self.size.width)

    def _count_rows(self, width: int) -> int:
        if self._refusal:
            return len(Content(self._refusal).wrap(max(1, width)))
        return self._drawing.count_rows(width)

    @property
    def _drawing(self) -> AgreementDrawing:
        return AgreementDrawing(self._agreement, self._letter, self.chosen if self.has_focus else None)

    def render(self) -> Content:
        """Return the parties, with the chosen one highlighted; while it has the focus, with all that they said."""
        if self._refusal:
            return Content(self._refusal).stylize("bold")
        more = key_of(self.app, "explains" if self.has_focus else "positions")
        content, self._party_regions = self._drawing.draw(self.size, more)
        return content

    def on_focus(self) -> None:
        """Show which party is chosen."""
        self.refresh(layout=True)
        self.post_message(self.Visited())

    def on_blur(self) -> None:
        """Let Tab skip the row again, unless only the window lost the focus."""
        self.refresh(layout=True)
        if self.app.app_focus:
            self._refusal = ""
            self.can_focus = False
            self.remove_class("-visited")
            self.post_message(self.Visited())

    def on_key(self, event: events.Key) -> None:
        """Note the key; this comes before what it does."""
        self._second_press.note_key(event.key)

    def on_click(self, event: events.Click) -> None:
        """Choose the party that was clicked."""
        offset = event.get_content_offset(self)
        party = next((party for region, party in self._party_regions if offset and region.contains_point(offset)), "")
        if party:
            self.post_message(self.Clicked(party))

    def action_next_party(self) -> None:
        """Choose the next party."""
        self.action_choose(1)

    def action_choose(self, step: int) -> None:
        """Choose the next or previous party, wrapping around."""
        parties = self._parties
        index = parties.index(self.chosen) if self.chosen in parties else -step
        self.chosen = parties[(index + step) % len(parties)]
        self.refresh(layout=True)
        self.post_message(self.Visited())

    def action_agrees(self) -> None:
        """Record that the chosen party agrees."""
        self._record("agrees")

    def action_can_live_with(self) -> None:
        """Record that the chosen party can live with the wording."""
        self._record("can-live-with")

    def action_objects(self) -> None:
        """Record that the chosen party objects, which stays chosen, for its reason and its own wording come next."""
        if self._is_meant("objects"):
            self.post_message(self.PositionTaken(self.chosen, "objects"))

    def action_must_check(self) -> None:
        """Record that the chosen party must check first."""
        if self._is_meant("must_check"):
            self._record("must-check")

    def action_no_position(self) -> None:
        """Record that the chosen party has no position."""
        if self._is_meant("no_position"):
            self._record("no-position")

    def action_not_asked(self) -> None:
        """Record that the chosen party was not asked yet."""
        if self._is_meant("not_asked"):
            self.post_message(self.PositionCleared(self.chosen))
            self._go_on()

    def action_explains(self) -> None:
        """Ask for the reason of the chosen party."""
        self.post_message(self.ReasonRequested(self.chosen))

    def action_speaks(self) -> None:
        """Ask who spoke for the chosen party, and how."""
        self.post_message(self.SpeakerRequested(self.chosen))

    def action_proposes(self) -> None:
        """Ask for the wording that the chosen party proposes."""
        self.post_message(self.ProposalRequested(self.chosen))

    def action_unlocks(self) -> None:
        """Ask to unlock the wording."""
        self.post_message(self.UnlockRequested())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable every action while no position can be recorded, so that typed text does nothing."""
        return not self._refusal

    def action_back_to_answer(self) -> None:
        """Go back to the answer."""
        self.post_message(self.Left())

    @property
    def _stances(self) -> tuple[PartyStance, ...]:
        return self._agreement.stances if self._agreement else ()

    @property
    def _parties(self) -> list[str]:
        return [stance.party.id for stance in self._stances]

    def _is_meant(self, action_id: str) -> bool:
        """Tell whether a letter counts: one that takes a yes back is pressed twice, for a stray word may hold it."""
        stance = next((each.current_stance for each in self._stances if each.party.id == self.chosen), None)
        if stance not in IN_FAVOR or self._second_press.is_second(self.chosen, action_id):
            return True
        self.post_message(self.SecondPressWanted(self.chosen, action_id))
        return False

    def _record(self, stance: Stance) -> None:
        self.post_message(self.PositionTaken(self.chosen, stance))
        self._go_on()

    def _go_on(self) -> None:
        """Choose the next party; the last one stays chosen, so that its stance can be seen and corrected."""
        parties = self._parties
        if self.chosen in parties[:-1]:
            self.action_choose(1)
