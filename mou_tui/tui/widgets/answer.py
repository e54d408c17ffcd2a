"""The answer panel: the editor, the state of its text, and the buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.widgets.editor import WordingEditor

if TYPE_CHECKING:
    from mou_tui.draft.agreement import Agreement
    from mou_tui.tui.widgets.agreement import AgreementRow
    from mou_tui.tui.widgets.fitted_line import FittedLine


class AnswerPanel(Vertical):
    """Holds an editor above the state of its text and the agreement; Tab goes from the editor to Next."""

    class FocusMoved(Message):
        """Reports that the panel itself gained or lost the focus."""

    class TypingIgnored(Message):
        """Reports a printable key while the panel itself has the focus."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._remark = ""
        self._row: AgreementRow | None = None
        self._standing: FittedLine | None = None
        # Kept, because its text is read once more on unmount, when queries no longer find it.
        self.editor = WordingEditor(id="answer", shares_undo=True)

    def compose(self) -> ComposeResult:
        """Compose the editor, and room for the buttons."""
        take = key_of(self.app, "take")
        self.editor.placeholder = Content(f"Write the clause here, or take an example ({take}).")
        yield self.editor
        yield Horizontal(id="actions")

    async def fill(self) -> None:
        """Make all around the editor, once that is shown, so that typing need not wait."""
        from mou_tui.tui.widgets.agreement import AgreementRow
        from mou_tui.tui.widgets.fitted_line import FittedLine

        buttons = (
            Button("Next", id="next", compact=True, variant="primary"),
            Button("Use as written", id="adopt", compact=True),
            Button("Choose", id="choose", compact=True),
            Button("Back", id="back", compact=True),
            Button("More", id="more", compact=True),
        )
        standing = FittedLine(id="standing")
        await self.query_one("#actions").mount(*buttons, standing)
        if self.is_attached:
            row = AgreementRow(id="agreement")
            await self.mount(Static(id="remark"), row, before="#actions")
            self._row, self._standing = row, standing

    def rest(self) -> None:
        """Focus the panel itself, so that no key meant for another screen gets into the answer."""
        self.can_focus = True
        self.screen.set_focus(self)

    def on_key(self, event: events.Key) -> None:
        """Ignore a printable key, and report it."""
        if self.has_focus and event.is_printable:
            event.stop()
            self.post_message(self.TypingIgnored())

    def on_blur(self) -> None:
        """Let Tab skip the panel again, unless only the window lost the focus."""
        if self.app.app_focus:
            self.can_focus = False
            self.post_message(self.FocusMoved())

    def on_focus(self) -> None:
        """Report the focus, so that the key that leads back to the editor is shown."""
        self.post_message(self.FocusMoved())

    def go_to_next(self) -> None:
        """Focus Next, once it is made."""
        for button in self.query("#next"):
            self.screen.set_focus(button)

    def visit_parties(self, party: str = "", *, anew: bool = False) -> None:
        """Focus the agreement row, as `AgreementRow.visit` does; until it is made, ignore keys."""
        if self._row:
            self._row.visit(party, anew=anew)
        else:
            self.rest()

    def refuse_parties(self, why_not: str) -> None:
        """Focus the agreement row, which shows why no position can be recorded and ignores keys."""
        if self._row:
            self._row.refuse(why_not)
        else:
            self.rest()

    @property
    def chosen_party(self) -> str:
        """The id of the party that the next letter is about; empty while none can have a position."""
        return self._row.chosen if self._row and not self._row.is_refused else ""

    @property
    def is_among_parties(self) -> bool:
        """Whether letters are positions, and not words of the answer."""
        return self._row is not None and self._row.has_focus

    @property
    def are_parties_refused(self) -> bool:
        """Whether the agreement row is refusing positions."""
        return self._row is not None and self._row.is_refused

    def show_agreement(self, agreement: Agreement | None, *, muted: bool, letter: str) -> None:
        """Show the positions, once the row is made; None hides it, as there is nothing to agree on.

        Args:
            agreement: the positions.
            muted: whether to dim them, as no position is about to be recorded.
            letter: that of the wording they are on; empty if there is only one.
        """
        if self._row:
            self._row.set_class(agreement is None, "-nothing")
            if agreement:
                self._row.show(agreement, muted=muted, letter=letter)

    def load_wording(self, text: str, cursor: int = 0) -> None:
        """Show the wording of another question, with the cursor after `cursor` characters."""
        self.editor.load_wording(text, cursor)

    def show_text(self, text: str, behind: int | None = None) -> None:
        """Show the wording as changed outside the editor, with `behind` characters after the change."""
        self.editor.show_text(text, behind)

    def insert_wording(self, wording: str, where: Literal["append", "replace", "cursor"]) -> str:
        """Insert an example's wording as one step of undo; return the whole text."""
        editor = self.editor
        with editor.programmatic_edit():
            if where == "append":
                editor.move_cursor(editor.document.end)
                wording = f"\n\n{wording}"
            editor.insert_wording(wording, whole=where == "replace")
        self.screen.set_focus(editor)
        return editor.text

    def show_standing(
        self, statuses: Sequence[str], remark: str, *, has_acceptable_example: bool, undecided: bool
    ) -> None:
        """Show the state of the text, once there is a place for it.

        Args:
            statuses: its state, in ever fewer words.
            remark: who must check first, or why it does not apply; shown on a line of its own, empty for none.
            has_acceptable_example: whether it can be used as written.
            undecided: whether there are alternatives, one of which must be chosen first.
        """
        if not self._standing:
            return
        if remark != self._remark:
            self._remark = remark
            line = self.query_one("#remark", Static)
            line.display = bool(remark)
            line.update(Content(remark))
        for button in self.query("#adopt"):
            button.display = has_acceptable_example and not undecided
        for button in self.query("#choose"):
            button.display = undecided
        self._standing.show(statuses)
