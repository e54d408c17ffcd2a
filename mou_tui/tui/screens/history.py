"""The history: what changed today or between any two moments, clause by clause, and bringing a wording back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from mou_tui.reports.meeting_log import as_sentence
from mou_tui.reports.restoration import as_at, replaced_words, wording_now
from mou_tui.reports.wording_history import Change, Moment, before_day, change_of, changes, moment_words, now
from mou_tui.reports.wording_versions import WordingVersion, earlier_versions, moments_with_support, support_words
from mou_tui.session.model import OPENING
from mou_tui.text import capitalize_first, for_display, pluralize
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import HISTORY
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.screens.list_screen import ListRow, ListScreen
from mou_tui.tui.widgets.diff_view import DiffView
from mou_tui.workspace.forms import MILESTONE
from mou_tui.workspace.workspace import Workspace

TODAY = "today"
_BETWEEN = "\n"
"""Follows the place in the id of a row about a wording in between; no place has it."""


@dataclass(frozen=True)
class Row:
    """One line of the history, and the two wordings that go with it."""

    change: Change
    when: str
    """What tells the earlier wording from others ("as supported at 10:42 a.m. by the School District")."""
    heading: str
    """What stands above the earlier wording."""
    later_heading: str
    later_when: str = ""
    """What tells the later wording, where it can be brought back as well; empty where it is the one of now."""


class HistoryScreen(ListScreen):
    """Lists the clauses that read differently at two moments, with the wording of one before beside after."""

    ACTIONS = HISTORY
    HELP = """At first: what changed today, and below each clause the wordings in between that a party spoke on.
“Compare” asks for any two moments: meetings, ends of days, milestones, and when a wording was supported. In the earlier
wording what is gone is struck through, in the later one what is new is underlined. Tab goes to the wordings."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HISTORY), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(workspace, row)
        self._since: Moment | None = None
        self._until: Moment | None = None
        self._rows: dict[str, Row] = {}
        self._changed = 0

    @property
    def _today(self) -> str:
        return self.workspace.history.timestamp.at[:10]

    @property
    def _two_moments(self) -> tuple[Moment, Moment]:
        """The moments compared; the day goes on, and so does now."""
        session = self.workspace.session
        return self._since or before_day(session, self._today), self._until or now(session)

    def title_words(self) -> str:
        """Which moments are compared, and how much changed between them."""
        number = pluralize(self._changed, "clause")
        if self._since is None:
            return f"History · {number} changed today"
        return f"History · {number} changed from {self._words_of_since()} to {self._words_of_until()}"

    def _words_of_since(self) -> str:
        return moment_words(self._since) if self._since else "the beginning of today"

    def _words_of_until(self) -> str:
        return moment_words(self._until) if self._until else "now"

    def lines(self) -> Iterator[ListRow]:
        """The clauses that changed, each with the wordings in between that a party spoke on."""
        since, until = self._two_moments
        session = self.workspace.session
        found = {change.place: change for change in changes(self.workspace.checklist, session, since, until)}
        between = earlier_versions(session, since, until)
        self._rows, self._changed = {}, len(found)
        if problem := session.history.past.problem:
            yield ListRow(
                Content(f"What happened before cannot be shown; all of it stays in the file. {problem.message}")
            )
        for place in sorted({**found, **between}, key=self.workspace.navigation.order):
            name = _name(change_of(self.workspace.checklist, place, "", ""))
            if change := found.get(place):
                self._rows[place] = self._row(change)
                what = "new" if not change.before else "emptied" if not change.after else "changed"
                yield ListRow(Content.assemble((name, "bold"), f"  {what}"), place)
            for number, version in enumerate(between.get(place, ())):
                words = support_words(session, version, with_day=self._since is not None)
                row_id = f"{place}{_BETWEEN}{number}"
                self._rows[row_id] = self._row_between(version, words)
                yield ListRow(Content(f"    {words}" if change else f"{name}  {words}"), row_id)
        if not found:
            when = "today" if self._since is None else "between the two"
            yield ListRow(Content(f"Nothing changed {when}. “Compare” shows what changed between any two moments."))

    def _row(self, change: Change) -> Row:
        since, until = self._words_of_since(), self._words_of_until()
        when = as_at(self._since) if self._since else f"as at {since}"
        return Row(
            change, when, capitalize_first(since), capitalize_first(until), as_at(self._until) if self._until else ""
        )

    def _row_between(self, version: WordingVersion, words: str) -> Row:
        reads_now = wording_now(self.workspace.session, version.place)
        return Row(
            change_of(self.workspace.checklist, version.place, version.text, reads_now),
            words,
            capitalize_first(words),
            "Now",
        )

    def compose_footer(self) -> ComposeResult:
        """The wordings of the row, and what bringing the earlier one back would replace."""
        yield DiffView(id="beside")
        yield Static(id="replaces", classes="note")

    def show(self) -> None:
        """Bring the rows up to the session, and the wordings of the row with them."""
        super().show()
        self.show_row()

    def show_row(self) -> None:
        """Show the wordings of the row one is on, and what bringing the earlier one back would replace."""
        row = self._rows.get(self.row)
        beside, replaces = self.query_one(DiffView), self.query_one("#replaces", Static)
        beside.visible = row is not None
        replaces.set_class(row is None or self.workspace.store.read_only, "-none")
        if row:
            change = row.change
            beside.show((row.heading, change.before), (row.later_heading, change.after))
            words = replaced_words(self.workspace.checklist, self.workspace.session, change.place, change.before)
            replaces.update(Content(f"Bring back: {words}" if words else "It reads so now."))

    @on(OptionList.OptionSelected, "#rows")
    def action_go_there(self) -> None:
        """Go to the clause of the row."""
        place = self._rows[self.row].change.place if self.row in self._rows else ""
        if place in self.workspace.checklist or place == OPENING:
            self.dismiss(place)
        elif place:
            self.notify("The checklist does not ask this question any more.", markup=False)

    @work
    async def action_compare(self) -> None:
        """Ask for two moments, and compare them."""
        every = moments_with_support(self.workspace.checklist, self.workspace.session)
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
        choices = [
            (str(index), capitalize_first(moment_words(moment))) for index, moment in enumerate(of) if index > after
        ]
        today = [(TODAY, "The beginning of today")] if with_today else []
        return await self.app.push_screen_wait(ChoiceDialog(title, [*today, *reversed(choices)]))

    @work
    async def action_restore(self) -> None:
        """Bring back the earlier wording of the row; of two earlier ones, ask which; ask before it empties a clause."""
        row = self._rows.get(self.row)
        if row is None or self.is_held(row.change.place):
            return
        change, text, when = row.change, row.change.before, row.when
        name = _name(change)
        if row.later_when:
            choices = [("before", row.heading), ("after", row.later_heading)]
            title = f"Bring back the wording of {name} as of when?"
            chosen = await self.app.push_screen_wait(ChoiceDialog(title, choices))
            if chosen is None:
                return
            text, when = (text, when) if chosen == "before" else (change.after, row.later_when)
        if not text.strip() and not await self._may_empty(name, change.place):
            return
        words = as_sentence(f"{name} reads {when}" if text else f"{name} is empty, {when}")
        if self.workspace.minutes.restore(change.place, text):
            self.report_step(words)
        else:
            self.notify(f"{words} Nothing was changed.", markup=False)

    async def _may_empty(self, name: str, place: str) -> bool:
        """Ask whether a clause may be emptied, where words stand in it now."""
        reads_now = wording_now(self.workspace.session, place).strip()
        if not reads_now:
            return True
        choices = [("keep", "Keep what it reads now"), ("empty", "Empty it")]
        explanation = f"Nothing stood there then. It reads now: {for_display(reads_now, 240)}"
        return await self.app.push_screen_wait(ChoiceDialog(f"Empty {name}?", choices, explanation)) == "empty"

    @work
    async def action_milestone(self) -> None:
        """Name this moment, so that it can be compared with."""
        if words := await name_milestone(self.app, self.workspace):
            self.report_step(words)


async def name_milestone(app: App[None], workspace: Workspace) -> str | None:
    """Ask what to call this moment of the history, and note it."""
    explanation = "It stays in the history, and anything later can be compared with it."
    given = await app.push_screen_wait(FormDialog("A milestone", MILESTONE, "Name it", explanation))
    if given is None:
        return None
    workspace.minutes.mark(given["name"])
    return f"Noted: {given['name'].strip()}."


def _name(change: Change) -> str:
    return f"{change.number} {change.label}".strip()
