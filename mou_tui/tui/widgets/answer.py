"""The answer: the editor it is typed into, what its text is, and the ways on."""

from __future__ import annotations

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


class AnswerPanel(Vertical):
    """An editor over lines that say how its text stands and who agrees; Tab goes from the editor to Next."""

    class FocusMoved(Message):
        """One came where nothing is written, or went on from there."""

    class Rested(Message):
        """A letter came while nothing is written."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._remark = ""
        self._row: AgreementRow | None = None
        # Kept, because what it holds is wanted once more when the screen goes, and nothing can be found in it then.
        self.editor = WordingEditor(id="answer", shares_undo=True)

    def compose(self) -> ComposeResult:
        """The editor, a line for a remark, and a line with room for the buttons."""
        take = key_of(self.app, "take")
        self.editor.placeholder = Content(f"Write the clause here, or take an example ({take}).")
        yield self.editor
        yield Static(id="remark")
        with Horizontal(id="actions"):
            yield Static(id="standing")

    async def fill(self) -> None:
        """Make the buttons and the row of the parties; not before the answer is on the screen: nobody waits to type."""
        from mou_tui.tui.widgets.agreement import AgreementRow

        buttons = (
            Button("Next", id="next", compact=True, variant="primary"),
            Button("Use as written", id="adopt", compact=True),
            Button("Choose", id="choose", compact=True),
            Button("Back", id="back", compact=True),
            Button("More", id="more", compact=True),
        )
        await self.query_one("#actions").mount(*buttons, before="#standing")
        if self.is_attached:
            self._row = AgreementRow(id="agreement")
            await self.mount(self._row, before="#actions")

    def rest(self) -> None:
        """Take the focus where letters do nothing, so that none meant for another screen lands in the answer."""
        self.can_focus = True
        self.screen.set_focus(self)

    def on_key(self, event: events.Key) -> None:
        """Let a letter do nothing, and have it said how to go on writing."""
        if self.has_focus and event.is_printable:
            event.stop()
            self.post_message(self.Rested())

    def on_blur(self) -> None:
        """Be passed over by Tab again, unless it is only the window that was left."""
        if self.app.app_focus:
            self.can_focus = False
            self.post_message(self.FocusMoved())

    def on_focus(self) -> None:
        """Have the key shown that leads back to writing."""
        self.post_message(self.FocusMoved())

    def go_to_next(self) -> None:
        """Go to Next, once it is made."""
        for button in self.query("#next"):
            self.screen.set_focus(button)

    def visit_parties(self, party: str = "") -> None:
        """Go to the parties, to one of them if it is given; before the row is made, letters do nothing."""
        if self._row:
            self._row.visit(party)
        else:
            self.rest()

    def refuse_parties(self, why_not: str) -> None:
        """Go to the row of the parties, where letters do nothing now, and say there why."""
        if self._row:
            self._row.refuse(why_not)
        else:
            self.rest()

    @property
    def are_parties_refused(self) -> bool:
        """Whether one is in the row of the parties, and none of them can say anything."""
        return self._row is not None and self._row.is_refused

    def show_agreement(self, agreement: Agreement | None, *, muted: bool) -> None:
        """Show where the parties stand, once the row is made; without an agreement there is nothing to agree on."""
        if self._row:
            self._row.set_class(agreement is None, "-nothing")
            if agreement:
                self._row.show(agreement, muted=muted)

    def hold(self, text: str, cursor: int = 0) -> None:
        """Show the wording of another question, the cursor after so many characters."""
        self.editor.hold(text, cursor)

    def show_text(self, text: str, behind: int | None = None) -> None:
        """Show the wording of the question as something else has changed it, so many characters from its end."""
        self.editor.show_text(text, behind)

    def put(self, wording: str, where: Literal["append", "replace", "cursor"]) -> str:
        """Put an example's wording where the person wants it, as one step of undo; returns the whole that results."""
        editor = self.editor
        with editor.programmatic_edit():
            if where == "append":
                editor.move_cursor(editor.document.end)
                wording = f"\n\n{wording}"
            editor.put(wording, whole=where == "replace")
        self.screen.set_focus(editor)
        return editor.text

    def show_standing(self, words: str, remark: str, *, has_acceptable_example: bool, undecided: bool) -> None:
        """Say how the text stands.

        Args:
            words: its state.
            remark: who must check first, or why it does not apply; takes a line of its own while there is one.
            has_acceptable_example: whether it can be used as written.
            undecided: whether wordings stand side by side, and one is to be chosen before anything is used.
        """
        if remark != self._remark:
            self._remark = remark
            line = self.query_one("#remark", Static)
            line.display = bool(remark)
            line.update(Content(remark))
        for button in self.query("#adopt"):
            button.display = has_acceptable_example and not undecided
        for button in self.query("#choose"):
            button.display = undecided
        self.query_one("#standing", Static).update(Content(words), layout=False)
