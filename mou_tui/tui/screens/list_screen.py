"""The base of the screens that list something of the session: agenda, blanks, history, signing, revision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from mou_tui.draft.clause_lock import will_be_asked
from mou_tui.language.text import lower_first
from mou_tui.tui.actions.action import ActionSpec, mutating_ids
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.dialogs.result import SafeDismissScreen
from mou_tui.tui.interview.undo_messages import announcement
from mou_tui.tui.widgets.indented import Indented
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.workspace.undo_stack import Direction
from mou_tui.workspace.workspace import Workspace


@dataclass(frozen=True)
class ListRow:
    """A row of a list."""

    content: Content
    id: str = ""
    """Names what the row is about; empty for a heading, which cannot be chosen."""


@dataclass(frozen=True)
class Listing:
    """Holds what a list screen shows; each part is made anew when it is shown."""

    title: Callable[[], str]
    rows: Callable[[], Iterable[ListRow]]
    above: Callable[[], Iterable[Widget]] = tuple
    """Makes the widgets above the rows."""
    below: Callable[[], Iterable[Widget]] = tuple
    """Makes the widgets below the rows."""
    show_row: Callable[[], None] = lambda: None
    """Shows what belongs to the current row."""


def header_row(text: str) -> ListRow:
    """Return a heading."""
    return ListRow(Content(text).stylize("bold"))


class ListScreen(SafeDismissScreen["str | None"]):
    """Shows rows, and keeps the current one whatever changes; returns the clause id to go to, or None to go back.

    Args:
        workspace: the open session.
        listing: what to show.
        row: the id of the row to start on; empty for the first.
    """

    ACTIONS: ClassVar[Sequence[ActionSpec]] = ()
    AUTO_FOCUS = "#rows"

    def __init__(self, workspace: Workspace, listing: Listing, row: str = "") -> None:
        super().__init__()
        self.workspace = workspace
        self._listing = listing
        self.row = row
        """The id of the current row."""
        self._ids: list[str] = []

    def compose(self) -> ComposeResult:
        """Compose the title, the rows, a button for each action, and the keys."""
        yield Static(id="list-title", classes="screen-title")
        yield from self._listing.above()
        yield OptionList(id="rows", compact=True)
        yield from self._listing.below()
        with Horizontal(classes="screen-buttons"):
            for index, action in enumerate(filter(lambda action: action.footer, self._actions())):
                yield Button(
                    Content(action.footer), id=action.id, compact=True, variant="default" if index else "primary"
                )
        yield KeyBar((*self._actions(), *EVERYWHERE))

    def on_mount(self) -> None:
        """Show the rows."""
        self.workspace.navigation.begin_visit()
        self.show()

    def show(self) -> None:
        """Show the rows as the session is now, and stay on the current row, or near it if it is gone."""
        rows = self.query_one("#rows", OptionList)
        at, new_rows = rows.highlighted, list(self._listing.rows())  # before the title, which may count them
        self.query_one("#list-title", Static).update(Content(self._listing.title()))
        self._ids = [row.id for row in new_rows]
        rows.clear_options()
        rows.add_options([_option(row.content, is_choosable=bool(row.id)) for row in new_rows])
        index = self._index(at)
        rows.highlighted = index
        self.row = "" if index is None else self._ids[index]
        if index is not None and not any(self._ids[:index]):
            # Otherwise the heading above the first row would be scrolled out of view.
            self.call_after_refresh(rows.scroll_home, animate=False)

    def show_next(self) -> None:
        """Show the rows as the session is now, with the next one as the current row."""
        later = self._ids[self._ids.index(self.row) + 1 :] if self.row in self._ids else []
        self.row = next(filter(None, later), self.row)
        self.show()

    def _index(self, at: int | None) -> int | None:
        if self.row and self.row in self._ids:
            return self._ids.index(self.row)
        choosable = [index for index, row_id in enumerate(self._ids) if row_id]
        return next((index for index in choosable if at is None or index >= at), choosable[-1] if choosable else None)

    def _actions(self) -> list[ActionSpec]:
        return [action for action in self.ACTIONS if self.check_action(action.id, ()) is not None]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what changes the session only where it may change."""
        in_force = not self.workspace.store.read_only
        return None if self.workspace.read_only and action in mutating_ids(self.ACTIONS, in_force=in_force) else True

    @on(OptionList.OptionHighlighted, "#rows")
    def _keep_row(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self._ids):
            self.row = self._ids[event.option_index]
            self._listing.show_row()

    @on(Button.Pressed, ".screen-buttons Button")
    async def _do(self, event: Button.Pressed) -> None:
        await self.run_action(event.button.id or "")

    def refuse_if_locked(self, clause_id: str) -> bool:
        """Return whether a clause is locked; if so, say how to unlock it."""
        holders = self.workspace.locks.holders(clause_id)
        if holders:
            number = self.workspace.checklist.number(clause_id)
            keys = f"{key_of(self.app, 'positions')} then {key_of(self.app, 'unlocks')}"
            again = will_be_asked(self.workspace.checklist, holders)
            self.notify(
                f"{number} is agreed as it is worded. Go there, and {keys} unlocks it: {lower_first(again)}.",
                markup=False,
            )
        return bool(holders)

    def report_step(self, message: str) -> None:
        """Show the rows as a step left them, and say what was done."""
        self.show()
        self.notify(f"{message} {key_of(self.app, 'undo_step')} takes it back.", markup=False)

    def action_undo_step(self) -> None:
        """Undo the last step if it was made here; otherwise go to where it was made."""
        self._undo_or_redo("undo")

    def action_redo_step(self) -> None:
        """Redo the last undone step if it was made here; otherwise go to where it was made."""
        self._undo_or_redo("redo")

    def _undo_or_redo(self, direction: Direction) -> None:
        step = self.workspace.undo_stack.next(direction)
        if step is None:
            self.notify(self.workspace.undo_stack.why_nothing(direction), markup=False)
        elif not self.workspace.navigation.is_of_this_visit(step):
            self.notify(announcement(self.app, direction, step), markup=False)
            self.workspace.navigation.aim_at(step)
            self.dismiss(step.clause_id)
        elif result := self.workspace.undo() if direction == "undo" else self.workspace.redo():
            self.show()
            self.notify(result.message, markup=False)

    def action_leave(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)


def _option(content: Content, *, is_choosable: bool) -> Option:
    return Option(Indented(content), disabled=not is_choosable)
