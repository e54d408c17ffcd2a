"""The history screen: lists what changed between two moments, clause by clause, and restores wordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from mou_tui.language.text import capitalize_first, for_display, pluralize
from mou_tui.reports.meeting_log import as_sentence
from mou_tui.reports.restoration import as_at, replaced_words, wording_now
from mou_tui.reports.wording_history import Change, Moment, before_day, change_of, changes, moment_words, now
from mou_tui.reports.wording_versions import WordingVersion, earlier_versions, moments_with_support, support_words
from mou_tui.session.model import OPENING
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import HISTORY
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen
from mou_tui.tui.widgets.diff_view import DiffView
from mou_tui.workspace.forms import MILESTONE
from mou_tui.workspace.workspace import Workspace

TODAY = "today"
_BETWEEN = "\n"
"""Follows the clause id in the id of a row about a wording in between; no clause id contains it."""


@dataclass(frozen=True)
class Row:
    """A row of the history, with the two wordings that it compares."""

    change: Change
    when: str
    """How the earlier wording is described ("as supported at 10:42 a.m. by the School District")."""
    heading: str
    """Shown above the earlier wording."""
    later_heading: str
    later_when: str = ""
    """How the later wording is described, if it can be restored as well; empty if it is the current one."""


class HistoryScreen(ListScreen):
    """Lists the clauses that read differently at two moments, and compares the two wordings of the current row."""

    ACTIONS = HISTORY
    HELP = """At first: what changed today, and below each clause the wordings in between that a party spoke on.
“Compare” asks for any two moments: meetings, ends of days, milestones, and when a wording was supported. In the earlier
wording what is gone is struck through, in the later one what is new is underlined. Tab goes to the wordings."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HISTORY), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(
            workspace,
            Listing(self._title_text, self._make_rows, below=self._compose_below, show_row=self._show_row),
            row,
        )
        self._since: Moment | None = None
        self._until: Moment | None = None
        self._rows: dict[str, Row] = {}
        self._changed = 0

    @property
    def _today(self) -> str:
        return self.workspace.history.timestamp.at[:10]

    @property
    def _two_moments(self) -> tuple[Moment, Moment]:
        """The two moments compared; by default the beginning of today and now, read anew each time."""
        session = self.workspace.session
        return self._since or before_day(session, self._today), self._until or now(session)

    def _title_text(self) -> str:
        """Return the title, with the moments compared and the number of clauses changed."""
        number = pluralize(self._changed, "clause")
        if self._since is None:
            return f"History · {number} changed today"
        return f"History · {number} changed from {self._since_label()} to {self._until_label()}"

    def _since_label(self) -> str:
        return moment_words(self._since) if self._since else "the beginning of today"

    def _until_label(self) -> str:
        return moment_words(self._until) if self._until else "now"

    def _make_rows(self) -> Iterator[ListRow]:
        """Yield the clauses that changed, each with the wordings in between on which a party took a position."""
        since, until = self._two_moments
        session = self.workspace.session
        changed = {change.clause_id: change for change in changes(self.workspace.checklist, session, since, until)}
        between = earlier_versions(session, since, until)
        self._rows, self._changed = {}, len(changed)
        if problem := session.history.past.problem:
            yield ListRow(
                Content(f"What happened before cannot be shown; all of it stays in the file. {problem.message}")
            )
        for clause_id in sorted({**changed, **between}, key=self.workspace.navigation.order):
            name = _name(change_of(self.workspace.checklist, clause_id, "", ""))
            if change := changed.get(clause_id):
                self._rows[clause_id] = self._row(change)
                change_kind = "new" if not change.before else "emptied" if not change.after else "changed"
                yield ListRow(Content.assemble((name, "bold"), f"  {change_kind}"), clause_id)
            for number, version in enumerate(between.get(clause_id, ())):
                description = support_words(session, version, with_day=self._since is not None)
                row_id = f"{clause_id}{_BETWEEN}{number}"
                self._rows[row_id] = self._row_between(version, description)
                yield ListRow(Content(f"    {description}" if change else f"{name}  {description}"), row_id)
        if not changed:
            when = "today" if self._since is None else "between the two"
            yield ListRow(Content(f"Nothing changed {when}. “Compare” shows what changed between any two moments."))

    def _row(self, change: Change) -> Row:
        since, until = self._since_label(), self._until_label()
        when = as_at(self._since) if self._since else f"as at {since}"
        return Row(
            change, when, capitalize_first(since), capitalize_first(until), as_at(self._until) if self._until else ""
        )

    def _row_between(self, version: WordingVersion, description: str) -> Row:
        reads_now = wording_now(self.workspace.session, version.clause_id)
        return Row(
            change_of(self.workspace.checklist, version.clause_id, version.text, reads_now),
            description,
            capitalize_first(description),
            "Now",
        )

    def _compose_below(self) -> ComposeResult:
        """Compose the comparison of the row, and a line on what restoring its earlier wording would replace."""
        yield DiffView(id="beside")
        yield Static(id="replaces", classes="note")

    def show(self) -> None:
        """Show the rows as the session is now, and the wordings of the current row."""
        super().show()
        self._show_row()

    def _show_row(self) -> None:
        """Show the wordings of the current row, and what restoring the earlier one would replace."""
        row = self._rows.get(self.row)
        diff, replaces = self.query_one(DiffView), self.query_one("#replaces", Static)
        diff.visible = row is not None
        replaces.set_class(row is None or self.workspace.read_only, "-none")
        if row:
            change = row.change
            diff.show((row.heading, change.before), (row.later_heading, change.after))
            replaced = replaced_words(self.workspace.checklist, self.workspace.session, change.clause_id, change.before)
            replaces.update(Content(f"Bring back: {replaced}" if replaced else "It reads so now."))

    @on(OptionList.OptionSelected, "#rows")
    def action_go_there(self) -> None:
        """Go to the clause of the row."""
        clause_id = self._rows[self.row].change.clause_id if self.row in self._rows else ""
        if clause_id in self.workspace.checklist or clause_id == OPENING:
            self.dismiss(clause_id)
        elif clause_id:
            self.notify("The checklist does not ask this question any more.", markup=False)

    @work
    async def action_compare(self) -> None:
        """Ask for two moments, and compare them."""
        moments = moments_with_support(self.workspace.checklist, self.workspace.session)
        since = await self._choose_moment("What changed since when?", moments[:-1], with_today=True)
        if since is None:
            return
        if since == TODAY:
            self._since = self._until = None
        else:
            first = int(since)
            until = await self._choose_moment(f"From {moment_words(moments[first])} until when?", moments, after=first)
            if until is None:
                return
            self._since = moments[first]
            self._until = None if moments[int(until)].kind == "now" else moments[int(until)]
        self.show()

    async def _choose_moment(
        self, title: str, moments: tuple[Moment, ...], *, after: int = -1, with_today: bool = False
    ) -> str | None:
        """Ask for a moment, offering the newest first; return its index as text, `TODAY`, or None if cancelled."""
        choices = [
            (str(index), capitalize_first(moment_words(moment)))
            for index, moment in enumerate(moments)
            if index > after
        ]
        today = [(TODAY, "The beginning of today")] if with_today else []
        return await self.app.push_screen_wait(ChoiceDialog(title, [*today, *reversed(choices)]))

    @work
    async def action_restore(self) -> None:
        """Restore the earlier wording of the row; ask which if both are earlier, and ask before emptying a clause."""
        row = self._rows.get(self.row)
        if row is None or self.refuse_if_locked(row.change.clause_id):
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
        if not text.strip() and not await self._may_empty(name, change.clause_id):
            return
        message = as_sentence(f"{name} reads {when}" if text else f"{name} is empty, {when}")
        if self.workspace.minutes.restore(change.clause_id, text):
            self.report_step(message)
        else:
            self.notify(f"{message} Nothing was changed.", markup=False)

    async def _may_empty(self, name: str, clause_id: str) -> bool:
        """Return whether a clause may be emptied; ask if it has a wording now."""
        reads_now = wording_now(self.workspace.session, clause_id).strip()
        if not reads_now:
            return True
        choices = [("keep", "Keep what it reads now"), ("empty", "Empty it")]
        explanation = f"Nothing stood there then. It reads now: {for_display(reads_now, 240)}"
        return await self.app.push_screen_wait(ChoiceDialog(f"Empty {name}?", choices, explanation)) == "empty"

    @work
    async def action_milestone(self) -> None:
        """Name this moment, so that it can be compared with."""
        if message := await name_milestone(self.app, self.workspace):
            self.report_step(message)


async def name_milestone(app: App[None], workspace: Workspace) -> str | None:
    """Ask for the name of a milestone, and add it to the history.

    Returns:
        A sentence to show; None if the person cancelled.
    """
    explanation = "It stays in the history, and anything later can be compared with it."
    draft = draft_of(workspace, "milestone")
    values = await app.push_screen_wait(FormDialog("A milestone", MILESTONE, "Name it", explanation, draft=draft))
    if values is None:
        return None
    workspace.minutes.mark(values["name"])
    draft.clear()
    return f"Noted: {values['name'].strip()}."


def _name(change: Change) -> str:
    return f"{change.number} {change.label}".strip()
