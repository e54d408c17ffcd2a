"""The agreement row: where each party stands on the wording, and the keys to say so."""

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
from mou_tui.session.meeting import Stance
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import POSITIONS
from mou_tui.tui.widgets.agreement_layout import SEPARATOR, StanceCell, fit_line, wrap_rows

_LOOKS: dict[Stance | None, str] = {
    "agrees": "$text-success",
    "can-live-with": "$text-success",
    "objects": "$text-error bold",
    "must-check": "$text-warning",
}


class AgreementRow(Widget):
    """Every party and its stand, on one line, or in a few rows where the screen is tall.

    It takes the focus only when asked to, so that Tab goes from the answer to Next as ever.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(POSITIONS),
        Binding("right,tab", "choose(1)", show=False),
        Binding("left,shift+tab", "choose(-1)", show=False),
    ]

    @dataclass
    class Said(Message):
        """A party says something of the wording."""

        party: str
        stand: Stance

    @dataclass
    class Unsaid(Message):
        """A party was not asked yet."""

        party: str

    @dataclass
    class ReasonRequested(Message):
        """A party says why."""

        party: str

    @dataclass
    class SpeakerWanted(Message):
        """It is to be said who spoke for a party, and how."""

        party: str

    @dataclass
    class ProposalRequested(Message):
        """A party wants another wording."""

        party: str

    class UnlockWanted(Message):
        """The wording is to be changed, though parties agreed to it."""

    class Visited(Message):
        """Somebody came to the row, or left it."""

    class Left(Message):
        """The person wants to go back to the answer."""

    @dataclass
    class Clicked(Message):
        """A party was clicked."""

        party: str

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.chosen = ""
        """Id of the party that the next letter is about."""
        self._agreement: Agreement | None = None
        self._places: list[tuple[Region, str]] = []
        self._refusal = ""
        """Why nobody can have a position now; empty where they can."""

    def show(self, agreement: Agreement, *, muted: bool) -> None:
        """Show where the parties stand.

        Args:
            agreement: on the question on the table.
            muted: whether nobody is about to be asked.
        """
        self.set_class(muted, "-muted")
        if agreement != self._agreement:
            rows = self._rows_wanted
            self._agreement = agreement
            self.refresh(layout=self._rows_wanted != rows)

    def visit(self, party: str = "") -> None:
        """Go to a party: one that is given, else the first that was not asked about the wording as it is."""
        standings = self._standings
        if not standings:
            return
        waiting = next((one for one in standings if one.stand is None), standings[0])
        if party or not self.has_focus or self._refusal:
            self.chosen = party or waiting.party.id
        self._refusal = ""
        self._come()

    def refuse(self, why_not: str) -> None:
        """Take the focus, say why no party can say anything now, and let letters do nothing."""
        self._refusal = why_not
        self._come()
        # After the focus, whose coming may be told late, the words have their room.
        self.refresh(layout=True)

    @property
    def is_refused(self) -> bool:
        """Whether no party can say anything now."""
        return bool(self._refusal)

    def _come(self) -> None:
        self.can_focus = True
        self.add_class("-visited")
        # At once: `focus` leaves it for later, and the next letter would go to the clause.
        self.screen.set_focus(self)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many rows there are where there is room for as many as are wanted."""
        return self._count_rows(width)

    @property
    def _rows_wanted(self) -> int:
        return self._count_rows(self.size.width)

    def _count_rows(self, width: int) -> int:
        return len(wrap_rows(self._standings, width, len(self._standings)))

    def render(self) -> Content:
        """The parties, the chosen one marked, as far as there is room."""
        if self._refusal:
            return Content(self._refusal).stylize("bold")
        width, chosen = self.size.width, self.chosen if self.has_focus else ""
        mark = Content("✓ " if self._agreement and self._agreement.state == "agreed" else "")
        self._places = []
        lines = []
        for y, row in enumerate(wrap_rows(self._standings, width, self.size.height)):
            line = mark.stylize("$text-success bold") if y == 0 else Content("")
            for index, one in enumerate(fit_line(row, width - line.cell_length, chosen)):
                line += Content(SEPARATOR if index else "")
                x = line.cell_length
                line += self._told(one)
                self._places.append((Region(x, y, line.cell_length - x, 1), one.party))
            lines.append(line)
        return Content("\n").join(lines)

    def _told(self, told: StanceCell) -> Content:
        words = Content(told.words)
        if self.has_focus and told.party == self.chosen:
            return words.stylize("bold reverse")
        look = _LOOKS.get(told.stand, "")
        return words.stylize(look) if look else words

    def on_focus(self) -> None:
        """Show which party is chosen."""
        self.refresh()
        self.post_message(self.Visited())

    def on_blur(self) -> None:
        """Leave Tab to the answer and its buttons again, unless it is only the window that was left."""
        self.refresh()
        if self.app.app_focus:
            self._refusal = ""
            self.can_focus = False
            self.remove_class("-visited")
            self.post_message(self.Visited())

    def on_click(self, event: events.Click) -> None:
        """Choose the party that was clicked."""
        place = event.get_content_offset(self)
        party = next((party for region, party in self._places if place and region.contains_point(place)), "")
        if party:
            self.post_message(self.Clicked(party))

    def action_choose(self, step: int) -> None:
        """Choose the next party, or the one before, going round."""
        parties = self._parties
        place = parties.index(self.chosen) if self.chosen in parties else -step
        self.chosen = parties[(place + step) % len(parties)]
        self.refresh()

    def action_agrees(self) -> None:
        """The party agrees."""
        self._say("agrees")

    def action_can_live_with(self) -> None:
        """The party can live with it."""
        self._say("can-live-with")

    def action_objects(self) -> None:
        """The party objects."""
        self._say("objects")

    def action_must_check(self) -> None:
        """The party must check first."""
        self._say("must-check")

    def action_no_position(self) -> None:
        """The party has no position."""
        self._say("no-position")

    def action_not_asked(self) -> None:
        """The party was not asked yet."""
        self.post_message(self.Unsaid(self.chosen))
        self._go_on()

    def action_explains(self) -> None:
        """The party says why."""
        self.post_message(self.ReasonRequested(self.chosen))

    def action_speaks(self) -> None:
        """Say who spoke for the party, and how."""
        self.post_message(self.SpeakerWanted(self.chosen))

    def action_proposes(self) -> None:
        """The party wants another wording."""
        self.post_message(self.ProposalRequested(self.chosen))

    def action_unlocks(self) -> None:
        """Let the wording be changed."""
        self.post_message(self.UnlockWanted())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing where no party can say anything; Enter may end what somebody believes to be typing there."""
        return not self._refusal

    def action_back_to_answer(self) -> None:
        """Go back to the answer."""
        self.post_message(self.Left())

    @property
    def _standings(self) -> tuple[PartyStance, ...]:
        return self._agreement.stances if self._agreement else ()

    @property
    def _parties(self) -> list[str]:
        return [one.party.id for one in self._standings]

    def _say(self, stand: Stance) -> None:
        self.post_message(self.Said(self.chosen, stand))
        self._go_on()

    def _go_on(self) -> None:
        """Go to the next party; the last one stays chosen, so that its stand can be seen and mended."""
        parties = self._parties
        if self.chosen in parties[:-1]:
            self.action_choose(1)
