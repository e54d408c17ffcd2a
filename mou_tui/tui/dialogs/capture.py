"""The capture dialog: records a decision, an action, a note, or something to check first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Static, TextArea

from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.dialogs.form_drafts import FormDraft
from mou_tui.tui.dialogs.form_fields import FormField, LineField, for_example, go_on
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.tui.widgets.sentence_field import SentenceField
from mou_tui.workspace.field_reading import REQUIRED
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
    """A decision, action, note or check to record."""

    kind: MinutesKind
    text: str
    who: str
    due: str
    here: bool
    """Whether it belongs to the clause on the screen."""


class CaptureDialog(SafeDismissDialog["Captured | None"]):
    """Asks what to record; returns it, or None after Esc. Whoever records it clears the draft.

    Enter in the text submits a decision or a note at once; an action and a check ask for whom and when first.
    """

    AUTO_FOCUS = "#capture-words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("f6", "next_kind", "Next kind", priority=True, id="capture"),
    ]

    def __init__(self, about: str, draft: FormDraft, today: str) -> None:
        """Make the dialog for a clause, `about`, empty for none; unsubmitted text fills it. `today` is a day."""
        super().__init__(classes="dialog -above")
        self._about = about
        self._draft = draft
        typed = draft.typed
        self._kind = next((kind for kind in _KINDS if kind == typed.get("kind")), _KINDS[0])
        self._is_complete = False
        # Kept, because their values are read once more on unmount, when queries no longer find them.
        self._what = SentenceField("capture-words", typed.get("words", ""))
        self._who = LineField("capture-who", typed.get("who", ""), for_example(_WHO.hint))
        self._due = FormField(_DUE, "capture-due", typed=typed.get("due", ""), today=today)
        is_here = typed.get("here") != "no"
        self._here = AsciiCheckbox(Content(f"belongs to {about}"), is_here, id="capture-here", compact=True)

    def compose(self) -> ComposeResult:
        """Compose the kinds, the text, who and when, and whether it belongs to the clause."""
        with Vertical(classes="dialog-box", id="capture"):
            with Horizontal(id="capture-kinds"):
                for kind, name in _NAMES.items():
                    yield Button(Content(name), id=f"kind-{kind}", compact=True, classes="tab")
                yield Static(Content(f"{key_of(self.app, 'capture')} next"), classes="aside")
            yield Static(id="capture-question", classes="field-label")
            yield self._what
            yield Static(Content(REQUIRED), id="capture-missing", classes="form-remark -mistake")
            with Vertical(id="capture-doing"):
                yield Static(Content(_WHO.label), classes="field-label")
                yield self._who
                yield self._due
            yield self._here
            yield Static(Content(READERS), id="capture-readers", classes="field-label")
            with Horizontal(classes="dialog-buttons"):
                yield Button("Record", id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    @property
    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that do something here."""
        return ("Enter", "Record"), (key_of(self.app, "capture"), "Next kind"), ("Tab", "Next field"), ("Esc", "Cancel")

    def on_mount(self) -> None:
        """Show the fields of the kind."""
        self._here.display = bool(self._about)
        self._draft.announce_restored(self.app)
        self._show_kind(self._kind)

    def _show_kind(self, kind: MinutesKind) -> None:
        self._kind = kind
        for name in _KINDS:
            self.query_one(f"#kind-{name}").set_class(name == kind, "-shown")
        self.query_one("#capture-question", Static).update(Content(minutes_fields(kind)[0].label))
        self.query_one("#capture-doing").display = self._has_doer

    @property
    def _has_doer(self) -> bool:
        return self._kind in ("action", "check")

    def action_next_kind(self) -> None:
        """Show the next kind; typed text stays."""
        self._show_kind(_KINDS[(_KINDS.index(self._kind) + 1) % len(_KINDS)])
        self._keep()

    @on(Button.Pressed, ".tab")
    def _show_pressed(self, event: Button.Pressed) -> None:
        self._show_kind(next(kind for kind in _KINDS if event.button.id == f"kind-{kind}"))
        self._keep()
        self.set_focus(self._what)

    @on(Input.Submitted)
    @on(SentenceField.Submitted)
    def _go_on(self, event: Input.Submitted | SentenceField.Submitted) -> None:
        if not go_on(self, event):
            self._finish()

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        if self._typed["words"].strip():
            self._keep()
            self._is_complete = True
            self.dismiss(self._captured)
        else:
            self.query_one("#capture-missing").add_class("-shown")
            self.set_focus(self._what)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close the dialog; typed text is there the next time."""
        self._keep()
        self._draft.announce_kept(self.app)
        self.dismiss(None)

    @on(TextArea.Changed, "#capture-words")
    def _hide_missing(self) -> None:
        self.query_one("#capture-missing").remove_class("-shown")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Checkbox.Changed)
    def _keep(self) -> None:
        if not self._is_complete:
            typed = self._typed
            self._draft.keep(typed if typed["words"] or typed["who"] or typed["due"] else {})

    def on_unmount(self) -> None:
        """Keep the typed text, even if the program ends."""
        self._keep()

    @property
    def _typed(self) -> Mapping[str, str]:
        texts = {"words": self._what.sentence, "who": self._who.text, "due": self._due.typed}
        return {"kind": self._kind, **texts, "here": "yes" if self._here.value else "no"}

    @property
    def _captured(self) -> Captured:
        typed, is_here = self._typed, bool(self._about) and self._here.value
        who, due = (typed["who"], typed["due"]) if self._has_doer else ("", "")
        return Captured(self._kind, typed["words"], who, due, is_here)
