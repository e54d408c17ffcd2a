"""Lists about the session that lead to its clauses: the agenda, the blanks, what is open before one signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from mou_tui.draft.clause_lock import will_be_asked
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
    """One row of a list."""

    words: Content
    id: str = ""
    """What the row is about; empty for a heading, which cannot be chosen."""


def header_row(words: str) -> ListRow:
    """A row that heads others."""
    return ListRow(Content(words).stylize("bold"))


class ListScreen(SafeDismissScreen["str | None"]):
    """Shows rows, keeps the row one is on whatever changes, and gives the place to go to, or None to go back.

    Args:
        workspace: where the session is.
        row: what the row to begin at is about.
    """

    ACTIONS: ClassVar[Sequence[ActionSpec]] = ()
    AUTO_FOCUS = "#rows"

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__()
        self.workspace = workspace
        self.row = row
        """What the row one is on is about."""
        self._ids: list[str] = []

    def compose(self) -> ComposeResult:
        """What it is, the rows, a button for each action, the keys."""
        yield Static(id="list-title", classes="screen-title")
        yield from self.above()
        yield OptionList(id="rows", compact=True)
        yield from self.compose_footer()
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

    def title_words(self) -> str:
        """What to say above the rows."""
        raise NotImplementedError

    def lines(self) -> Iterator[ListRow]:
        """The rows as they are now."""
        raise NotImplementedError

    def above(self) -> ComposeResult:
        """What stands above the rows; nothing, unless the list has something to add."""
        yield from ()

    def compose_footer(self) -> ComposeResult:
        """What stands below the rows; nothing, unless the list has something to add."""
        yield from ()

    def show(self) -> None:
        """Bring the rows up to the session, and stay on the row, or at its place if it is gone."""
        rows = self.query_one("#rows", OptionList)
        at, lines = rows.highlighted, list(self.lines())  # before the title, which may count them
        self.query_one("#list-title", Static).update(Content(self.title_words()))
        self._ids = [line.id for line in lines]
        rows.clear_options()
        rows.add_options([_option(line.words, is_choosable=bool(line.id)) for line in lines])
        found = self._index(at)
        rows.highlighted = found
        self.row = "" if found is None else self._ids[found]
        if found is not None and not any(self._ids[:found]):
            # The heading above the first row is to be seen as well.
            self.call_after_refresh(rows.scroll_home, animate=False)

    def _index(self, at: int | None) -> int | None:
        if self.row and self.row in self._ids:
            return self._ids.index(self.row)
        choosable = [index for index, line_id in enumerate(self._ids) if line_id]
        return next((index for index in choosable if at is None or index >= at), choosable[-1] if choosable else None)

    def _actions(self) -> list[ActionSpec]:
        return [action for action in self.ACTIONS if self.check_action(action.id, ()) is not None]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what changes the session only where it may change."""
        return None if action in mutating_ids(self.ACTIONS) and self.workspace.store.read_only else True

    @on(OptionList.OptionHighlighted, "#rows")
    def _keep_row(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self._ids):
            self.row = self._ids[event.option_index]
            self.show_row()

    def show_row(self) -> None:
        """Show what goes with the row one is on; nothing, unless the list has something to add."""

    @on(Button.Pressed, ".screen-buttons Button")
    async def _do(self, event: Button.Pressed) -> None:
        await self.run_action(event.button.id or "")

    def is_held(self, place: str) -> bool:
        """Whether a clause is locked; if so, it is said how it can be changed."""
        holders = self.workspace.locks.holders(place)
        if holders:
            keys = f"{key_of(self.app, 'positions')} {key_of(self.app, 'unlocks')}"
            again = will_be_asked(self.workspace.checklist, holders)
            self.notify(
                f"{self.workspace.checklist.number(place)} is agreed as it is worded. Go there, and {keys} unlocks it: "
                f"{again[:1].lower()}{again[1:]}.",
                markup=False,
            )
        return bool(holders)

    def report_step(self, words: str) -> None:
        """Show what a step has changed, and say what was done."""
        self.show()
        self.notify(f"{words} {key_of(self.app, 'undo_step')} takes it back.", markup=False)

    def action_undo_step(self) -> None:
        """Take back the last thing done, if that was here; or else go to where it was."""
        self._undo_or_redo("undo")

    def action_redo_step(self) -> None:
        """Do again what was taken back last, if that was here; or else go to where it was."""
        self._undo_or_redo("redo")

    def _undo_or_redo(self, direction: Direction) -> None:
        step = self.workspace.undo_stack.next(direction)
        if step is None:
            self.notify(self.workspace.undo_stack.why_nothing(direction), markup=False)
        elif not self.workspace.navigation.is_of_this_visit(step):
            self.notify(announcement(self.app, direction, step), markup=False)
            self.workspace.navigation.aim_at(step)
            self.dismiss(step.place)
        elif result := self.workspace.undo() if direction == "undo" else self.workspace.redo():
            self.show()
            self.notify(result.words, markup=False)

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)


def _option(words: Content, *, is_choosable: bool) -> Option:
    return Option(Indented(words), disabled=not is_choosable)
