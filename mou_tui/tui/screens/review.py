"""The review screen: lists every question with the state of its text and its agreement."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from mou_tui.draft.points import MEANING
from mou_tui.reports.questions_asked import asked_of_all
from mou_tui.reports.review import FILTERS, Filter, ReviewRow, review
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.actions.screens import REVIEW
from mou_tui.tui.dialogs.comparison import NOTHING_EARLIER, comparison
from mou_tui.tui.dialogs.export import export_any
from mou_tui.tui.dialogs.position_prompts import capture
from mou_tui.tui.dialogs.result import SafeDismissScreen
from mou_tui.tui.interview.list_screens import ListName, list_screen
from mou_tui.tui.widgets.indented import Indented
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.workspace.workspace import Workspace


class ReviewScreen(SafeDismissScreen["str | None"]):
    """Lists what is answered and what is missing; returns the clause id to go to, or None to go back."""

    ACTIONS = REVIEW
    HELP = "Enter goes to the row; Review, once more, comes back to it. Export works at any time, whatever is open."
    AUTO_FOCUS = "#review-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(REVIEW),
        *bindings(EVERYWHERE),
        Binding("ctrl+r", "leave", show=False, id="review"),
    ]

    def __init__(self, workspace: Workspace, clause_id: str, shown: Filter = "all") -> None:
        """Show the review of the open session.

        Args:
            workspace: the open session.
            clause_id: the row to start on; empty for the first.
            shown: the filter whose rows are shown.
        """
        super().__init__()
        self._workspace = workspace
        self._clause_id = clause_id
        self.filter = shown
        self.left_by: tuple[ListName, str] | None = None
        """The list screen and the id of its row that the clause was chosen from; None if it was a row of the review."""
        self._points = False

    def compose(self) -> ComposeResult:
        """Compose the counts, the filters, the rows, buttons and the keys."""
        yield Static(id="review-counts", classes="screen-title")
        yield Static(id="review-filters")
        asked = asked_of_all(self._workspace.checklist, self._workspace.session)
        yield Static(Content(" ".join(filter(None, (MEANING, asked)))), id="review-meaning")
        yield OptionList(id="review-list", compact=True)
        with Horizontal(classes="screen-buttons"):
            # All of them must fit 80 columns.
            yield Button("Export", id="export", variant="primary", compact=True)
            yield Button("Before you sign", id="sign", compact=True)
            yield Button("Agenda", id="agenda", compact=True)
            yield Button("Blanks", id="blanks", compact=True)
            yield Button("History", id="history", compact=True)
            yield Button("Filter", id="filter", compact=True)
            yield Button("Back", id="leave", compact=True)
        yield KeyBar((*REVIEW, *EVERYWHERE))

    def on_mount(self) -> None:
        """Show the rows."""
        self._show()

    def _show(self) -> None:
        report = review(self._workspace.checklist, self._workspace.session, self._workspace.history.today)
        self.query_one("#review-counts", Static).update(Content(f"Review · {report.counts}"))
        filters = [_filter(name, report.count_label(name) if name == self.filter else "") for name in FILTERS]
        self.query_one("#review-filters", Static).update(Content(" ").join(filters))
        rows = self.query_one("#review-list", OptionList)
        rows.clear_options()
        for title, section in report.filtered(self.filter):
            rows.add_option(Option(Content(title).stylize("bold"), disabled=True))
            rows.add_options([Option(Indented(self._content(row)), id=row.clause_id) for row in section])
        if not rows.option_count:
            nothing = f"Nothing here. {key_of(self.app, 'filter')} turns to the next filter."
            rows.add_option(Option(Content(nothing), disabled=True))
        ids = [option.id for option in rows.options]
        enabled = [index for index, option in enumerate(rows.options) if not option.disabled]
        first = next(iter(enabled), None)
        rows.highlighted = ids.index(self._clause_id) if self._clause_id in ids else first
        if rows.highlighted == first:
            # Otherwise the heading above the first row would be scrolled out of view.
            self.call_after_refresh(rows.scroll_home, animate=False)

    def _content(self, row: ReviewRow) -> Content:
        content = Content.assemble("  ", (f"{row.number} {row.label}".strip(), "bold"), "  ")
        content += Content.assemble(("Text: ", "dim"), row.status) if row.number else Content(row.status)
        content += Content.assemble(("  Positions: ", "dim"), row.agreed) if row.agreed else Content("")
        if self._points and row.points:
            content += Content("".join(f"\n    not ticked: {point}" for point in row.points)).stylize("dim")
        return content

    @property
    def _clause_of_row(self) -> str:
        """The clause of the current row; where no row is shown, the one the person came from."""
        return self._clause_id or self._workspace.clause_id

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Remember the row, so that it stays current when the filter changes."""
        self._clause_id = event.option_id or self._clause_id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the clause of the row."""
        self.dismiss(event.option_id)

    def action_show_only(self, name: Filter) -> None:
        """Show only the rows of a filter."""
        self.filter = name
        self._show()

    @on(Button.Pressed, "#filter")
    def action_filter(self) -> None:
        """Show the rows of the next filter."""
        self.filter = FILTERS[(FILTERS.index(self.filter) + 1) % len(FILTERS)]
        self._show()

    def action_points(self) -> None:
        """Show or hide the points not ticked."""
        self._points = not self._points
        self._show()

    def action_compare(self) -> None:
        """Show what the earlier agreement says on the question of the row, next to its wording now."""
        dialog = comparison(self._workspace, self._clause_of_row)
        if dialog is None:
            self.notify(NOTHING_EARLIER, markup=False)
        else:
            self.app.push_screen(dialog)

    @work
    async def action_capture(self) -> None:
        """Ask for a decision, action, note or check on the clause of the row, and record it."""
        if self._workspace.read_only:
            self.notify("This session is read-only here.", markup=False)
            return
        message = await capture(self.app, self._workspace, self._clause_of_row)
        if message:
            self.notify(message, markup=False)
            self._show()

    @on(Button.Pressed, "#export")
    @work
    async def action_export(self) -> None:
        """Write the draft or another document as a file, at a path that the person enters."""
        await export_any(self.app, self._workspace)

    @on(Button.Pressed, "#agenda")
    def action_agenda(self) -> None:
        """Show the agenda."""
        self._visit("agenda")

    @on(Button.Pressed, "#blanks")
    def action_blanks(self) -> None:
        """Show the blanks."""
        self._visit("blanks")

    @on(Button.Pressed, "#history")
    def action_history(self) -> None:
        """Show the history."""
        self._visit("history")

    @on(Button.Pressed, "#sign")
    def action_sign(self) -> None:
        """Show what is still open before signing."""
        self._visit("signing")

    @work
    async def _visit(self, name: ListName) -> None:
        screen = list_screen(name, self._workspace)
        clause_id = await self.app.push_screen_wait(screen)
        if clause_id:
            self.left_by = name, screen.row
            self.dismiss(clause_id)
        else:
            self._show()

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)


def _filter(name: Filter, count: str) -> Content:
    """Return a filter to click; the current one, given its count, in brackets."""
    label = f"[{name} {count}]" if count else name
    return Content.from_markup(f"[@click=screen.show_only('{name}')]$label[/]", label=label)
