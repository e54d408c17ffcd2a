"""What there is to settle, and what was prepared so that it can be settled at once, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mou_tui.desk import Desk
from mou_tui.draft.agreement import called
from mou_tui.draft.completeness import QuestionProgress
from mou_tui.plain import accounts
from mou_tui.plain.console import Console
from mou_tui.plain.words import Act
from mou_tui.room import Room
from mou_tui.text import capital, count, listed

WAYS = ("yes", "no", "stop")
"""What one can say of a clause that is read out."""


class Preparing:
    """Tells the agenda, and has what was prepared confirmed.

    Args:
        desk: the session on the table.
        room: the people around it.
        console: where to talk.
    """

    def __init__(self, desk: Desk, room: Room, console: Console) -> None:
        self._desk = desk
        self._room = room
        self._console = console
        self._say = console.say
        self.acts: Mapping[str, Act] = {
            "agenda": self._agenda,
            "confirm": self._confirm,
        }

    def _agenda(self, _: str) -> None:
        agenda = self._room.meetings.agenda()
        accounts.agenda(agenda, self._desk.session, self._say)
        if self._room.positions.prepared():
            self._say("Say confirm to hear what was prepared, and to confirm it clause by clause.")

    def _confirm(self, _: str) -> None:
        prepared = self._room.positions.sorted_prepared()
        if prepared.ready:
            self._say(f"{count(len(prepared.ready), 'essential')} prepared and written, one after the other.")
            self._go_through(prepared.ready)
        else:
            self._say("Nothing that was prepared is waiting to be confirmed.")
        if prepared.left_out:
            self._say("Left out, and why:")
            for reason in prepared.left_out:
                self._say(f"{capital(reason.words)}.")

    def _go_through(self, prepared: Iterable[QuestionProgress]) -> None:
        """Read each clause out, and note at once that all present can live with it, where they say so."""
        confirmed: list[str] = []
        try:
            for progress in prepared:
                self._say("")
                self._say(f"{progress.number} {progress.label}.")
                self._say(self._desk.session.answer(progress.id).text)
                said = self._console.choose("Can all who are present live with it? Say yes, no or stop:", *WAYS)
                if said == "stop":
                    break
                if said == "yes":
                    self._room.positions.confirm_prepared((progress.id,))
                    confirmed.append(progress.number)
        finally:
            self._tell(confirmed)

    def _tell(self, confirmed: Sequence[str]) -> None:
        present = listed(
            [called(self._desk.checklist, party) for party in self._desk.session.at_the_table] or ["nobody"]
        )
        if confirmed:
            words = f"{capital(present)} can live with it, where they said nothing else."
            self._say(f"Confirmed: {', '.join(confirmed)}. {words}")
        else:
            self._say("Nothing was confirmed.")
