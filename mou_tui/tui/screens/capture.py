"""Capture: one small dialog that takes down a decision, an action, a note, or what must be checked first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from mou_tui.room.minutes import READERS
from mou_tui.text import clean_line
from mou_tui.tui.screens.dialogs import for_example
from mou_tui.tui.screens.giving import GivingDialog
from mou_tui.tui.widgets.tickbox import TickBox

CaptureKind = Literal["decision", "action", "note", "check"]

_NAMES: dict[CaptureKind, str] = {
    "decision": "Decision",
    "action": "Action",
    "note": "Note",
    "check": "Check first",
}
_QUESTIONS: dict[CaptureKind, str] = {
    "decision": "What was decided?",
    "action": "What is to be done?",
    "note": "What should be in the minutes?",
    "check": "What must be checked first?",
}
_KINDS = tuple(_NAMES)


@dataclass(frozen=True)
class Captured:
    """What was taken down, or was about to be."""

    kind: CaptureKind = "decision"
    words: str = ""
    who: str = ""
    due: str = ""
    here: bool = True
    """Whether it belongs to the question on the screen."""


class CaptureDialog(GivingDialog["Captured | None"]):
    """Asks what to take down; gives it, or None when left with Esc, and then keeps in `typed` what was typed.

    Enter at the words takes a decision or a note down at once; an action and a check ask for whom and when first.
    """

    AUTO_FOCUS = "#capture-words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("f6", "next_kind", "Next kind", priority=True),
    ]

    def __init__(self, about: str, start: Captured) -> None:
        """Ask on top of a question, `about`, empty where there is none; `start` fills the dialog."""
        super().__init__(classes="dialog")
        self.typed = start
        self._about = about
        self._kind = start.kind

    def compose(self) -> ComposeResult:
        """The kinds, the words, who and when, and what it belongs to."""
        start = self.typed
        with Vertical(classes="dialog-box", id="capture"):
            with Horizontal(id="capture-kinds"):
                for kind, name in _NAMES.items():
                    yield Button(Content(name), id=f"kind-{kind}", compact=True, classes="tab")
                yield Static("F6 next", classes="aside")
            yield Static(id="capture-question", classes="field-label")
            yield Input(start.words, id="capture-words", compact=True, select_on_focus=False)
            with Vertical(id="capture-doing"):
                yield Static("Who?", classes="field-label")
                yield _line("who", start.who, "Pat Doe, or the town lawyer")
                yield Static("By when?", classes="field-label")
                yield _line("due", start.due, "the next meeting")
            yield TickBox(Content(f"belongs to {self._about}"), start.here, id="capture-here", compact=True)
            yield Static(Content(READERS), id="capture-readers", classes="field-label")
            with Horizontal(classes="dialog-buttons"):
                yield Button("Take down", id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show what the kind asks for."""
        self.query_one("#capture-here").display = bool(self._about)
        self._turn_to(self._kind)

    def _turn_to(self, kind: CaptureKind) -> None:
        self._kind = kind
        for name in _KINDS:
            self.query_one(f"#kind-{name}").set_class(name == kind, "-shown")
        self.query_one("#capture-question", Static).update(Content(_QUESTIONS[kind]))
        self.query_one("#capture-doing").display = self._has_doer

    @property
    def _has_doer(self) -> bool:
        return self._kind in ("action", "check")

    def action_next_kind(self) -> None:
        """Turn to the next kind; what was typed stays."""
        self._turn_to(_KINDS[(_KINDS.index(self._kind) + 1) % len(_KINDS)])

    @on(Button.Pressed, ".tab")
    def _turn_to_pressed(self, event: Button.Pressed) -> None:
        self._turn_to(next(kind for kind in _KINDS if event.button.id == f"kind-{kind}"))
        self.set_focus(self.query_one("#capture-words"))

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        following = {"capture-words": "#capture-who", "capture-who": "#capture-due"}.get(event.input.id or "")
        if self._has_doer and following:
            self.set_focus(self.query_one(following))
        else:
            self._finish()

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        captured = self._collect()
        if captured.words.strip():
            self.typed = Captured()
            self.dismiss(captured)
        else:
            self.notify("A few words are needed here.", markup=False)
            self.set_focus(self.query_one("#capture-words"))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave; what was typed stays in `typed`."""
        self.typed = self._collect()
        self.dismiss(None)

    def _collect(self) -> Captured:
        words, who, due = (
            clean_line(self.query_one(f"#capture-{name}", Input).value).text for name in ("words", "who", "due")
        )
        here = bool(self._about) and self.query_one("#capture-here", TickBox).value
        return Captured(self._kind, words, who if self._has_doer else "", due if self._has_doer else "", here)


def _line(name: str, value: str, hint: str) -> Input:
    line = Input(value, placeholder=for_example(hint), compact=True, select_on_focus=False)
    line.id = f"capture-{name}"
    return line
