"""The history: what changed today or between any two moments, clause by clause, and bringing a wording back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from mou_tui.desk import Desk
from mou_tui.draft.past import Change, Moment, before_day, changes, moment_words, moments, now
from mou_tui.draft.sittings import ended
from mou_tui.room import Room
from mou_tui.session.session import OPENING
from mou_tui.text import capital, count
from mou_tui.tui.deed import bindings
from mou_tui.tui.keys import EVERYWHERE
from mou_tui.tui.screen_keys import HISTORY
from mou_tui.tui.screens.dialogs import ChoiceDialog, Field, FormDialog
from mou_tui.tui.screens.lists import Line, ListScreen
from mou_tui.tui.widgets.beside import Beside

TODAY = "today"


class HistoryScreen(ListScreen):
    """Lists the clauses that read differently at two moments, with the wording of one before beside after."""

    DEEDS = HISTORY
    HELP = """At first: what changed today. “Compare” asks for any two moments: meetings, ends of days, milestones. In
the earlier wording what is gone is struck through, in the later one what is new is underlined. Tab goes to the
wordings."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HISTORY), *bindings(EVERYWHERE)]

    def __init__(self, desk: Desk, row: str = "") -> None:
        super().__init__(desk, row)
        self._since: Moment | None = None
        self._until: Moment | None = None
        self._changes: dict[str, Change] = {}

    @property
    def _today(self) -> str:
        return self.desk.stamp.at[:10]

    @property
    def _two_moments(self) -> tuple[Moment, Moment]:
        """The moments compared; the day goes on, and so does now."""
        session = self.desk.session
        return self._since or before_day(session, self._today), self._until or now(session)

    def title_words(self) -> str:
        """Which moments are compared, and how much changed between them."""
        number = count(len(self._changes), "clause")
        if self._since is None:
            return f"History · {number} changed today"
        return f"History · {number} changed from {self._words_of_since()} to {self._words_of_until()}"

    def _words_of_since(self) -> str:
        return moment_words(self._since) if self._since else "the beginning of today"

    def _words_of_until(self) -> str:
        return moment_words(self._until) if self._until else "now"

    def lines(self) -> Iterator[Line]:
        """The clauses that changed."""
        since, until = self._two_moments
        found = changes(self.desk.checklist, self.desk.session, since, until)
        self._changes = {change.place: change for change in found}
        if problem := self.desk.session.history.past.problem:
            yield Line(Content(f"What happened before cannot be shown; all of it stays in the file. {problem.message}"))
        for change in found:
            what = "new" if not change.before else "emptied" if not change.after else "changed"
            yield Line(Content.assemble((_name(change), "bold"), f"  {what}"), change.place)
        if not found:
            when = "today" if self._since is None else "between the two"
            yield Line(Content(f"Nothing changed {when}. “Compare” shows what changed between any two moments."))

    def beneath(self) -> ComposeResult:
        """The wordings of the row."""
        yield Beside(id="beside")

    def show(self) -> None:
        """Bring the rows up to the session, and the wordings of the row with them."""
        super().show()
        self.show_row()

    def show_row(self) -> None:
        """Show the wordings of the row one is on."""
        change = self._changes.get(self.row)
        beside = self.query_one(Beside)
        beside.visible = change is not None
        if change:
            since, until = self._words_of_since(), self._words_of_until()
            beside.show((capital(since), change.before), (capital(until), change.after))

    @on(OptionList.OptionSelected, "#rows")
    def action_go_there(self) -> None:
        """Go to the clause of the row."""
        if self.row in self.desk.checklist or self.row == OPENING:
            self.dismiss(self.row)
        elif self.row:
            self.notify("The checklist does not ask this question any more.", markup=False)

    @work
    async def action_compare(self) -> None:
        """Ask for two moments, and compare them."""
        every = moments(self.desk.session)
        since = await self._choose_moment("What changed since when?", every[:-1], with_today=True)
        if since is None:
            return
        if since == TODAY:
            self._since = self._until = None
        else:
            first = int(since)
            until = await self._choose_moment(f"From {moment_words(every[first])} until when?", every, after=first)
            if until is None:
                return
            self._since = every[first]
            self._until = None if every[int(until)].kind == "now" else every[int(until)]
        self.show()

    async def _choose_moment(
        self, title: str, of: tuple[Moment, ...], *, after: int = -1, with_today: bool = False
    ) -> str | None:
        """The place of a moment among all, the newest offered first; or None."""
        choices = [(str(index), capital(moment_words(moment))) for index, moment in enumerate(of) if index > after]
        today = [(TODAY, "The beginning of today")] if with_today else []
        return await self.app.push_screen_wait(ChoiceDialog(title, [*today, *reversed(choices)]))

    @work
    async def action_restore(self) -> None:
        """Bring back the earlier wording of the row; of two earlier ones, ask which."""
        change = self._changes.get(self.row)
        if change is None:
            return
        text, when = change.before, self._words_of_since()
        if self._until:
            choices = [("before", capital(when)), ("after", capital(self._words_of_until()))]
            title = f"Bring back the wording of {_name(change)} as of when?"
            chosen = await self.app.push_screen_wait(ChoiceDialog(title, choices))
            if chosen is None:
                return
            text, when = (text, when) if chosen == "before" else (change.after, self._words_of_until())
        words = ended(f"{_name(change)} reads as at {when}" if text else f"{_name(change)} is empty, as at {when}")
        if self.room.minutes.restore(change.place, text):
            self.tell_step(words)
        else:
            self.notify(f"{words} Nothing was changed.", markup=False)

    @work
    async def action_milestone(self) -> None:
        """Name this moment, so that it can be compared with."""
        if words := await name_milestone(self.app, self.room):
            self.tell_step(words)


async def name_milestone(app: App[None], room: Room) -> str | None:
    """Ask what to call this moment of the history, and note it."""
    fields = [Field("name", "What is this moment?", hint="first reading", required=True)]
    explanation = "It stays in the history, and anything later can be compared with it."
    given = await app.push_screen_wait(FormDialog("A milestone", fields, "Name it", explanation))
    if given is None:
        return None
    room.minutes.mark(given["name"])
    return f"Noted: {given['name'].strip()}."


def _name(change: Change) -> str:
    return f"{change.number} {change.label}".strip()
