"""What there is to settle, and what was prepared so that it can be settled at once, line by line."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.desk import Desk
from mou_tui.draft.agreement import called
from mou_tui.plain import accounts
from mou_tui.plain.console import Console, Said
from mou_tui.plain.words import WORDS, Act
from mou_tui.room import Room
from mou_tui.text import capital, count, listed


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
            self._say("Say confirm to hear what was prepared, and to confirm it all at once.")

    def _confirm(self, _: str) -> None:
        prepared = self._room.positions.prepared()
        if not prepared:
            self._say("Nothing that was prepared is waiting to be confirmed.")
            return
        self._say(f"{count(len(prepared), 'essential')} prepared and written.")
        for progress in prepared:
            self._say("")
            self._say(f"{progress.number} {progress.label}.")
            self._say(self._desk.session.answer(progress.id).text)
        self._say("")
        chosen = self._chosen({progress.number: progress.id for progress in prepared})
        if not chosen:
            self._say("Nothing was confirmed.")
            return
        self._room.positions.confirm_prepared(chosen.values())
        present = listed([called(self._desk.checklist, party) for party in self._desk.session.at_the_table])
        self._say(f"Confirmed: {', '.join(chosen)}. {capital(present)} can live with it, where they said nothing else.")

    def _chosen(self, prepared: Mapping[str, str]) -> dict[str, str]:
        """The clauses that all who are present can live with, by their numbers."""
        example = " ".join(list(prepared)[:2])
        ways = f"Say all, or the numbers of some, such as {example}, or none:"
        prompt = f"Can all who are present live with these? {ways}"
        while True:
            said = self._console.ask(prompt).casefold().replace(",", " ").split()
            if said == ["all"]:
                return dict(prepared)
            if said in ([], ["none"], ["no"]):
                return {}
            unknown = [number for number in said if number not in prepared]
            if not unknown:
                return {number: prepared[number] for number in said}
            if len(said) == 1 and said[0] in WORDS:
                raise Said(said[0])
            self._say(f"Not among them: {', '.join(unknown)}.")
