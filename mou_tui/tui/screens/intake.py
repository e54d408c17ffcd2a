"""The intake screen: lists what came back in a file, edit by edit and comment by comment, to take or to leave out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from mou_tui.draft.draft import one_line_name
from mou_tui.language.text import capitalize_first, pluralize
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.incoming import INTAKE
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.dialogs.forms import ChoiceDialog
from mou_tui.tui.screens import intake_end
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.tui.widgets.marked_text import MarkedText
from mou_tui.workspace.intake import ADVICE, Comment, CommentChoice, Edit, Intake
from mou_tui.workspace.intake_account import account, clause_place, edit_name, edit_state, outcome, speaker
from mou_tui.workspace.intake_texts import comment_words
from mou_tui.workspace.workspace import Workspace

_COMMENT_STATES: dict[CommentChoice, str] = {"leave": "left out", "note": "note", "check": "check first"}
_AFTER: dict[CommentChoice, CommentChoice] = {"leave": "note", "note": "check", "check": "leave"}


class IntakeScreen(ListScreen):
    """Shows what came back; returns what was taken in, in sentences, or None where nothing was.

    Args:
        workspace: the open session.
        intake: the file, of which somebody has said what it is for.
    """

    ACTIONS = INTAKE
    HELP = """Each row is an edit or a comment of the file. Enter or t takes an edit, l leaves it out, m says which
clause it is about; a comment is left out unless n notes it in the history or c has it checked first. d takes in what
is marked, as one step; Esc leaves, and nothing is taken in."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(INTAKE), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, intake: Intake) -> None:
        listing = Listing(self.title_text, self.rows, self.compose_account, self.compose_detail, self.show_row)
        super().__init__(workspace, listing)
        self._intake = intake

    def title_text(self) -> str:
        """Return the name of the file, with how many edits are to be taken."""
        marked = sum(edit.is_taken for edit in self._intake.edits)
        verb = "take" if self._intake.is_shared else "adopt"
        return f"{one_line_name(self._intake.document.name)} · {pluralize(marked, 'edit')} to {verb}"

    def compose_account(self) -> Iterator[Widget]:
        """Yield what is in the file, in a sentence, and what is to be said of how it was read."""
        remarks = self._intake.document.remarks
        advice = () if self._intake.is_shared else (ADVICE,)
        sentences = " ".join((account(self._intake, self.workspace), *remarks, *advice))
        yield Static(Content(sentences), id="intake-account", classes="note")

    def compose_detail(self) -> ComposeResult:
        """Compose the text of the row, and what is to be said of it."""
        yield MarkedText(id="beside")
        yield Static(id="intake-note", classes="note")

    def rows(self) -> Iterator[ListRow]:
        """Yield the edits, those whose clause is doubtful first, the comments, and what fits under no clause."""
        edits, comments = self._intake.edits, self._intake.comments
        parts = (
            ("Which clause are these about?", [self._edit_row(edit) for edit in edits if edit.is_doubtful]),
            ("Edits", [self._edit_row(edit) for edit in edits if not edit.is_doubtful]),
            ("Comments", list(map(self._comment_row, comments))),
            ("Fits under no clause; kept with the session", list(self._loose_rows())),
        )
        for name, rows in parts:
            if rows:
                yield header_row(f"{name} · {len(rows)}")
                yield from rows
        if not any(rows for _, rows in parts):
            yield ListRow(Content("There is nothing in it to take in."))

    def _edit_row(self, edit: Edit) -> ListRow:
        name, author = edit_name(edit, self.workspace.checklist), one_line_name(edit.returned.author) or "not tracked"
        style = "bold" if edit.is_taken else "dim"
        state = edit_state(edit)
        return ListRow(Content.assemble("  ", (f"{state:<12}", style), f" {name} · {author}"), f"edit/{edit.index}")

    def _comment_row(self, comment: Comment) -> ListRow:
        returned = comment.returned
        place = capitalize_first(clause_place(self.workspace.checklist, returned.clause))
        start = " ".join(returned.text.split())
        style = "dim" if comment.choice == "leave" else "bold"
        words = f" {place} · {one_line_name(returned.author)}: {start}"
        return ListRow(
            Content.assemble("  ", (f"{_COMMENT_STATES[comment.choice]:<12}", style), words), f"comment/{comment.index}"
        )

    def _loose_rows(self) -> Iterator[ListRow]:
        for index, text in enumerate(self._intake.document.unplaced if self._intake.is_shared else ()):
            start = " ".join(text.text.split())
            yield ListRow(Content.assemble("  ", ("kept        ", "dim"), f" {start}"), f"loose/{index}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing about comments where none may enter, and nothing at once what is adopted one by one."""
        if action in ("note_comment", "check_comment", "take_all_edits") and not self._intake.is_shared:
            return None
        return super().check_action(action, parameters)

    @property
    def _edit(self) -> Edit | None:
        kind, _, index = self.row.partition("/")
        return self._intake.edit(int(index)) if kind == "edit" else None

    @property
    def _comment(self) -> Comment | None:
        kind, _, index = self.row.partition("/")
        return self._intake.comments[int(index)] if kind == "comment" else None

    def show(self) -> None:
        """Show the rows as they are decided now, and the texts of the current row."""
        super().show()
        self.show_row()

    def show_row(self) -> None:
        """Show the edit of the row with the changed words marked, or the comment, or the text that fits nowhere."""
        text, note = self.query_one(MarkedText), self.query_one("#intake-note", Static)
        edit, comment, remark = self._edit, self._comment, ""
        text.visible = bool(self.row)
        if edit:
            author = edit.returned.author
            source = speaker(self._intake, self.workspace, author) if author else "Not tracked"
            text.show_change(f"{source} · gone is struck through, new is underlined", edit.returned.before, edit.text)
            remark = edit.obstacle or self._intake.changed_since(edit)
        elif comment:
            source = speaker(self._intake, self.workspace, comment.returned.author)
            text.show_text(source, comment_words(comment.returned))
        elif self.row:
            unplaced = self._intake.document.unplaced[int(self.row.partition("/")[2])]
            text.show_text(f"Under “{unplaced.heading}”" if unplaced.heading else "Under no heading", unplaced.text)
        note.update(Content(remark))
        note.display = bool(remark)

    @on(OptionList.OptionSelected, "#rows")
    async def _change(self) -> None:
        """Take an edit or leave it out; ask where a doubtful one belongs; go on to the next choice for a comment."""
        edit, comment = self._edit, self._comment
        if edit and edit.is_doubtful:
            self.action_move_edit()
        elif edit:
            (self.action_leave_out if edit.is_taken else self.action_take_edit)()
        elif comment:
            self._decide(_AFTER[comment.choice], goes_on=False)

    def action_take_edit(self) -> None:
        """Put the edit next to its clause, and go to the next row."""
        if edit := self._edit:
            if self._intake.take(edit.index):
                self.show_next()
            else:
                self.notify(edit.obstacle, markup=False)

    def action_leave_out(self) -> None:
        """Leave the edit or the comment out, and go to the next row."""
        if edit := self._edit:
            self._intake.leave(edit.index)
            self.show_next()
        else:
            self._decide("leave")

    def action_note_comment(self) -> None:
        """Note the comment in the history, and go to the next row."""
        self._decide("note")

    def action_check_comment(self) -> None:
        """Have the comment checked first, and go to the next row."""
        self._decide("check")

    def _decide(self, choice: CommentChoice, *, goes_on: bool = True) -> None:
        if comment := self._comment:
            self._intake.decide(comment.index, choice)
            self.show_next() if goes_on else self.show()
        elif self._edit and choice != "leave":
            self.notify("This is an edit: take it, or leave it out. Only a comment is noted or checked.", markup=False)

    def action_take_all_edits(self) -> None:
        """Mark every edit whose clause is certain."""
        self._intake.take_all()
        self.show()

    @work
    async def action_move_edit(self) -> None:
        """Ask which clause the edit is about, and have it stand there."""
        edit = self._edit
        if edit is None:
            return
        checklist = self.workspace.checklist
        choices = [
            (question.id, f"{checklist.number(question.id)} {question.label}")
            for question in self._intake.places(edit.index)
        ]
        chosen = await self.app.push_screen_wait(ChoiceDialog("Which clause is it about?", choices))
        if chosen is None:
            return
        if not self._intake.place(edit.index, chosen):
            self.notify(self._intake.edit(edit.index).obstacle, markup=False)
        self.show()

    def action_finish_intake(self) -> None:
        """Take in what is marked, as one step."""
        intake_end.finish(self, self._intake, outcome(self._intake))

    def action_leave(self) -> None:
        """Go back; nothing is taken in. Ask first where something was decided."""
        self._leave()

    @work
    async def _leave(self) -> None:
        await intake_end.leave(self, is_decided_on=self._intake.is_decided_on)
