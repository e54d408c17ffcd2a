"""Capture: one small dialog that takes down a decision, an action, a note, or what must be checked first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Static

from mou_tui.text import clean_line
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.dialogs.form_drafts import FormDraft
from mou_tui.tui.dialogs.forms import input_line
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.workspace.forms import MinutesKind, minutes_fields
from mou_tui.workspace.minutes import READERS

_NAMES: dict[MinutesKind, str] = {
    "decision": "Decision",
    "action": "Action",
    "note": "Note",
    "check": "Check first",
}
_KINDS = tuple(_NAMES)
_, _WHO, _DUE = minutes_fields("action")


@dataclass(frozen=True)
class Captured:
    """What was taken down."""

    kind: MinutesKind
    words: str
    who: str
    due: str
    here: bool
    """Whether it belongs to the question on the screen."""


class CaptureDialog(SafeDismissDialog["Captured | None"]):
    """Asks what to take down; gives it, or None when left with Esc. What is typed is kept until it is given.

    Enter at the words takes a decision or a note down at once; an action and a check ask for whom and when first.
    """

    AUTO_FOCUS = "#capture-words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("f6", "next_kind", "Next kind", priority=True, id="capture"),
    ]

    def __init__(self, about: str, unfinished: FormDraft) -> None:
        """Ask on top of a question, `about`, empty where there is none; what was begun fills the dialog."""
        super().__init__(classes="dialog")
        self._about = about
        self._unfinished = unfinished
        typed = unfinished.typed
        self._kind = next((kind for kind in _KINDS if kind == typed.get("kind")), _KINDS[0])
        self._is_given = False
        # Kept, because what they hold is wanted once more when the screen goes, and nothing can be found in it then.
        self._words = input_line("capture-words", typed.get("words", ""))
        self._who = input_line("capture-who", typed.get("who", ""), _WHO.hint)
        self._due = input_line("capture-due", typed.get("due", ""), _DUE.hint)
        is_here = typed.get("here") != "no"
        self._here = AsciiCheckbox(Content(f"belongs to {about}"), is_here, id="capture-here", compact=True)

    def compose(self) -> ComposeResult:
        """The kinds, the words, who and when, and what it belongs to."""
        with Vertical(classes="dialog-box", id="capture"):
            with Horizontal(id="capture-kinds"):
                for kind, name in _NAMES.items():
                    yield Button(Content(name), id=f"kind-{kind}", compact=True, classes="tab")
                yield Static(Content(f"{key_of(self.app, 'capture')} next"), classes="aside")
            yield Static(id="capture-question", classes="field-label")
            yield self._words
            with Vertical(id="capture-doing"):
                yield Static(Content(_WHO.label), classes="field-label")
                yield self._who
                yield Static(Content(_DUE.label), classes="field-label")
                yield self._due
            yield self._here
            yield Static(Content(READERS), id="capture-readers", classes="field-label")
            with Horizontal(classes="dialog-buttons"):
                yield Button("Take down", id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show what the kind asks for."""
        self._here.display = bool(self._about)
        self._turn_to(self._kind)

    def _turn_to(self, kind: MinutesKind) -> None:
        self._kind = kind
        for name in _KINDS:
            self.query_one(f"#kind-{name}").set_class(name == kind, "-shown")
        self.query_one("#capture-question", Static).update(Content(minutes_fields(kind)[0].label))
        self.query_one("#capture-doing").display = self._has_doer

    @property
    def _has_doer(self) -> bool:
        return self._kind in ("action", "check")

    def action_next_kind(self) -> None:
        """Turn to the next kind; what was typed stays."""
        self._turn_to(_KINDS[(_KINDS.index(self._kind) + 1) % len(_KINDS)])
        self._keep()

    @on(Button.Pressed, ".tab")
    def _turn_to_pressed(self, event: Button.Pressed) -> None:
        self._turn_to(next(kind for kind in _KINDS if event.button.id == f"kind-{kind}"))
        self._keep()
        self.set_focus(self._words)

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        following = {"capture-words": "#capture-who", "capture-who": "#capture-due"}.get(event.input.id or "")
        if self._has_doer and following:
            self.set_focus(self.query_one(following))
        else:
            self._finish()

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        if self._typed["words"].strip():
            self._is_given = True
            self._unfinished.keep(None)
            self.dismiss(self._given)
        else:
            self.notify("A few words are needed here.", markup=False)
            self.set_focus(self._words)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave; what was typed is there the next time."""
        self.dismiss(None)

    @on(Input.Changed)
    @on(Checkbox.Changed)
    def _keep(self) -> None:
        if not self._is_given:
            typed = self._typed
            self._unfinished.keep(typed if typed["words"] or typed["who"] or typed["due"] else None)

    def on_unmount(self) -> None:
        """Keep what was typed, though the program ends."""
        self._keep()

    @property
    def _typed(self) -> Mapping[str, str]:
        lines = {"words": self._words, "who": self._who, "due": self._due}
        words = {name: clean_line(line.value).text for name, line in lines.items()}
        return {"kind": self._kind, **words, "here": "yes" if self._here.value else "no"}

    @property
    def _given(self) -> Captured:
        typed, is_here = self._typed, bool(self._about) and self._here.value
        who, due = (typed["who"], typed["due"]) if self._has_doer else ("", "")
        return Captured(self._kind, typed["words"], who, due, is_here)
