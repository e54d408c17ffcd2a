"""The dialog that confirms prepared clauses, one after the other, each on an explicit yes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from mou_tui.draft.progress import QuestionProgress
from mou_tui.language.text import capitalize_first
from mou_tui.reports.prepared import Prepared
from mou_tui.tui.dialogs.result import SafeDismissDialog

END = "No other clause waits to be confirmed."


class PreparedDialog(SafeDismissDialog["tuple[str, ...]"]):
    """Shows each prepared clause; returns the numbers of those that were confirmed.

    Args:
        prepared: the clauses to confirm, and why others are left out.
        text_of: returns the wording of a clause, given its id.
        present: the names of the parties present.
        confirm: records at once that they can live with the clause of an id.
    """

    AUTO_FOCUS = "#prepared-text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "accept", show=False),
        Binding("n", "pass_over", show=False),
        Binding("escape", "stop", "Stop"),
    ]

    def __init__(
        self, prepared: Prepared, text_of: Callable[[str], str], present: str, confirm: Callable[[str], None]
    ) -> None:
        super().__init__(classes="dialog")
        self._prepared = prepared
        self._text_of = text_of
        self._present = present
        self._confirm = confirm
        self._index = 0
        self._confirmed: tuple[str, ...] = ()

    @property
    def _clauses(self) -> Sequence[QuestionProgress]:
        return self._prepared.ready

    def compose(self) -> ComposeResult:
        """Compose the title, the wording, the question and the buttons."""
        with Vertical(classes="dialog-box -large"):
            yield Static(id="prepared-title", classes="dialog-title")
            with VerticalScroll(id="prepared-text"):
                yield Static(id="prepared-wording")
            yield Static(id="prepared-ask", classes="dialog-text")
            with Horizontal(classes="dialog-buttons"):
                yield Button("l All can live with it", id="accept", compact=True)
                yield Button("n Not now", id="pass-over", compact=True)
                yield Button("Stop", id="stop", compact=True)

    def on_mount(self) -> None:
        """Show the first clause."""
        self._show()

    def _show(self) -> None:
        is_at_end = self._index == len(self._clauses)
        if is_at_end:
            title, ask = f"{len(self._confirmed)} of {len(self._clauses)} confirmed", END
            left_out = (f"• {capitalize_first(reason.message)}" for reason in self._prepared.left_out)
            text = "\n".join(("Left out, and why:", *left_out)) if self._prepared.left_out else ""
        else:
            clause = self._clauses[self._index]
            title = f"{self._index + 1} of {len(self._clauses)} · {clause.number} {clause.label}"
            text = self._text_of(clause.id)
            left_out_count = sum(len(reason.numbers) for reason in self._prepared.left_out)
            left_out_note = f" Left out: {left_out_count}, named at the end." if left_out_count else ""
            ask = f"At the table: {self._present}. Can all of them live with it as it reads?{left_out_note}"
        for name, line in (("title", title), ("wording", text), ("ask", ask)):
            self.query_one(f"#prepared-{name}", Static).update(Content(line))
        self.query_one("#stop", Button).label = "Done" if is_at_end else "Stop"
        for name in ("#accept", "#pass-over"):
            self.query_one(name).display = not is_at_end
        scroll = self.query_one("#prepared-text", VerticalScroll)
        scroll.scroll_home(animate=False)
        # While a wording is read, Enter must not confirm it; at the end it closes the dialog.
        self.set_focus(self.query_one("#stop") if is_at_end else scroll)

    @on(Button.Pressed, "#accept")
    def action_accept(self) -> None:
        """Record that all present can live with the clause, and show the next."""
        if self._index < len(self._clauses):
            clause = self._clauses[self._index]
            self._confirm(clause.id)
            self._confirmed = (*self._confirmed, clause.number)
            self.action_pass_over()

    @on(Button.Pressed, "#pass-over")
    def action_pass_over(self) -> None:
        """Leave the clause as it is, and show the next."""
        if self._index < len(self._clauses):
            self._index += 1
            self._show()

    @on(Button.Pressed, "#stop")
    def action_stop(self) -> None:
        """Close the dialog, leaving the other clauses as they are."""
        self.dismiss(self._confirmed)
