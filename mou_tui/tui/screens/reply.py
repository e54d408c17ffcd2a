"""The reply screen: lists what a copy of the session that came back would change, old and new side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from mou_tui.language.text import pluralize
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.incoming import REPLY
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.screens import intake_end
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.tui.widgets.diff_view import DiffView
from mou_tui.tui.widgets.marked_text import cut_short
from mou_tui.workspace.reply import Reply
from mou_tui.workspace.reply_account import account, outcome, remarks, source, state_of
from mou_tui.workspace.reply_changes import Kind, ReplyChange
from mou_tui.workspace.workspace import Workspace

_PARTS: tuple[tuple[Kind, str], ...] = (
    ("both", "Changed by both"),
    ("them", "Changed by them"),
    ("said", "Something was said of the words"),
    ("elsewhere", "Besides; comes in with the rest"),
)


class ReplyScreen(ListScreen):
    """Shows what came back; returns what was taken in, in sentences, or None where nothing was.

    Args:
        workspace: the open session.
        reply: the copy, of which something is new.
    """

    ACTIONS = REPLY
    HELP = """Each row is a clause, or something else, that would be different; below it is what stands here now, and
what the copy brings; words that are the same and far from a difference are left out (…), and Tab goes there to read
on. Enter takes in all of it, as one step. w has the clause of the row wait: it stays as it is, and
the same file brings it another time. Esc leaves, and nothing is taken in."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REPLY), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, reply: Reply) -> None:
        listing = Listing(self.title_text, self.rows, self.compose_account, self.compose_detail, self.show_row)
        super().__init__(workspace, listing)
        self._reply = reply

    def title_text(self) -> str:
        """Return the name of the file, with how many clauses wait."""
        waiting = f" · {pluralize(len(self._reply.waiting), 'clause')} to wait" if self._reply.waiting else ""
        return f"{self._reply.file.name}{waiting}"

    def compose_account(self) -> Iterator[Widget]:
        """Yield whose copy it is and what is in it, and what must be known before."""
        sentences = " ".join((source(self._reply, self.workspace), account(self._reply), *remarks(self._reply)))
        yield Static(Content(sentences), id="reply-account", classes="note")

    def compose_detail(self) -> ComposeResult:
        """Compose both wordings of the row, and what becomes of them."""
        yield DiffView(id="beside")
        yield Static(id="reply-note", classes="note")

    def rows(self) -> Iterator[ListRow]:
        """Yield the changes, those of both sides first."""
        for kind, name in _PARTS:
            changes = [(index, change) for index, change in enumerate(self._reply.changes) if change.kind == kind]
            if changes:
                yield header_row(f"{name} · {len(changes)}")
                yield from (self._row(index, change) for index, change in changes)
        if not self._reply.changes:
            yield ListRow(Content("No clause is different. People, meetings or notes come in."), "nothing")

    def _row(self, index: int, change: ReplyChange) -> ListRow:
        style = "dim" if change.place in self._reply.waiting else "bold"
        state = state_of(change, self._reply)
        return ListRow(Content.assemble("  ", (f"{state:<12}", style), f" {change.name}"), str(index))

    @property
    def _change(self) -> ReplyChange | None:
        return self._reply.changes[int(self.row)] if self.row.isdecimal() else None

    def show_row(self) -> None:
        """Show what is here of the row, and what the copy brings, with the differences marked."""
        change, note = self._change, self.query_one("#reply-note", Static)
        diff = self.query_one(DiffView)
        diff.visible = change is not None
        if change:
            before, after = cut_short(change.before, change.after)
            diff.show(("Here now", before), ("In the copy", after))
        note.update(Content(change.note if change else ""))
        note.display = bool(change and change.note)

    def show(self) -> None:
        """Show the rows as they are decided now, and the wordings of the current row."""
        super().show()
        self.show_row()

    def action_let_wait(self) -> None:
        """Have the clause of the row wait, or take it in after all."""
        change = self._change
        if change is None or not change.place:
            self.notify("This comes in with the rest; only a clause can wait.", markup=False)
            return
        self._reply.wait(self._reply.waiting ^ {change.place})
        self.show_next()

    @on(OptionList.OptionSelected, "#rows")
    def action_finish_reply(self) -> None:
        """Take in all that does not wait, as one step."""
        intake_end.finish(self, self._reply, outcome(self._reply))

    def action_leave(self) -> None:
        """Go back; nothing is taken in. Ask first where a clause was set to wait."""
        self._leave()

    @work
    async def _leave(self) -> None:
        await intake_end.leave(self, is_decided_on=bool(self._reply.waiting))
