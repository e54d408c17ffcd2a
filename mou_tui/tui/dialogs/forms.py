"""Small dialogs: a form, a choice, a message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from mou_tui.text import clean_line, for_display
from mou_tui.tui.dialogs.form_drafts import FormDraft
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.runtime.handoff import copy
from mou_tui.workspace.forms import FieldSpec


def for_example(hint: str) -> str:
    """Return a hint marked as an example, so that it is not mistaken for a value."""
    return f"e.g. {hint}" if hint else ""


def input_line(name: str, value: str, hint: str = "") -> Input:
    """Return an input line.

    Args:
        name: its id.
        value: its text; line breaks become spaces.
        hint: an example of what to write.
    """
    return Input(clean_line(value).text, placeholder=for_example(hint), id=name, compact=True, select_on_focus=False)


class FormDialog(SafeDismissDialog["dict[str, str] | None"]):
    """Asks for a few lines; returns them by field id, or None after Esc.

    A value that cannot be shown as it is, such as a path, is returned unchanged unless the line is edited.

    Args:
        title: the question.
        fields: the lines to fill in.
        done: the label of the button that submits.
        explanation: shown below the title.
        draft: keeps the typed text; whoever records what was given clears it. None keeps nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(
        self,
        title: str,
        fields: Sequence[FieldSpec],
        done: str,
        explanation: str = "",
        *,
        draft: FormDraft | None,
    ) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._fields = fields
        self._done = done
        self._explanation = explanation
        self._draft = draft
        self._is_complete = False
        typed = draft.typed if draft else {}
        # Kept, because their values are read once more on unmount, when queries no longer find them.
        self._lines = {
            field.id: input_line(f"field-{field.id}", typed.get(field.id, for_display(field.value)), field.hint)
            for field in fields
        }

    def compose(self) -> ComposeResult:
        """Compose the title, the fields and two buttons."""
        with Vertical(classes="dialog-box"):
            yield Static(Content(self._title), classes="dialog-title")
            if self._explanation:
                yield Static(Content(self._explanation), classes="dialog-text")
            for field in self._fields:
                yield Static(Content(field.label), classes="field-label")
                yield self._lines[field.id]
            with Horizontal(classes="dialog-buttons"):
                yield Button(Content(self._done), id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Scroll long values to their ends, where the cursors are."""
        self.call_after_refresh(self._show_ends)
        if self._draft:
            self._draft.announce_restored(self.app)

    def _show_ends(self) -> None:
        for line in self._lines.values():
            line.scroll_to(x=line.max_scroll_x, animate=False)

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        if event.input is self._lines[self._fields[-1].id]:
            self._finish()
        else:
            self.focus_next(Input)

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        values = {field.id: self._value(field) for field in self._fields}
        missing = next((field for field in self._fields if field.required and not values[field.id].strip()), None)
        if missing:
            self.notify("A few words are needed here.", markup=False)
            self.set_focus(self._lines[missing.id])
        else:
            self._keep()
            self._is_complete = True
            self.dismiss(values)

    def _value(self, field: FieldSpec) -> str:
        value = self._lines[field.id].value
        return field.value if value == for_display(field.value) else clean_line(value).text

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close the dialog; typed text is there the next time."""
        self._keep()
        if self._draft:
            self._draft.announce_kept(self.app)
        self.dismiss(None)

    @on(Input.Changed)
    def _keep(self) -> None:
        if self._draft and not self._is_complete:
            typed = {field.id: self._value(field) for field in self._fields}
            self._draft.keep({field.id: typed[field.id] for field in self._fields if typed[field.id] != field.value})

    def on_unmount(self) -> None:
        """Keep the typed text, even if the program ends."""
        self._keep()


class ChoiceDialog(SafeDismissDialog["str | None"]):
    """Asks for one of a few choices; returns its id, or None after Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], explanation: str = "", *, chosen: str = ""
    ) -> None:
        """Make the dialog; `choices` are pairs of an id and a label, and `chosen` is the id to begin at."""
        super().__init__(classes="dialog")
        self._chosen = chosen
        self._title = title
        self._choices = choices
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """Compose the title above the choices."""
        with Vertical(classes="dialog-box"):
            yield Static(Content(self._title), classes="dialog-title")
            if self._explanation:
                yield Static(Content(self._explanation), classes="dialog-text")
            yield OptionList(*(Option(Content(label)) for _, label in self._choices), compact=True)

    def on_mount(self) -> None:
        """Begin at the choice that was made before."""
        ids = [choice_id for choice_id, _ in self._choices]
        if self._chosen in ids:
            self.query_one(OptionList).highlighted = ids.index(self._chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the choice."""
        self.dismiss(self._choices[event.option_index][0])


class MessageDialog(SafeDismissDialog[None]):
    """Shows a message that stays until it is closed, and can be copied."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", "Close"),
        Binding("c", "copy", "Copy"),
        *(
            Binding(key, f"scroll('{direction}')", show=False)
            for key, direction in (
                *(("up", "up"), ("down", "down"), ("pageup", "page_up")),
                *(("pagedown", "page_down"), ("home", "home"), ("end", "end")),
            )
        ),
    ]

    def __init__(self, title: str, message: str) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._message = message

    def compose(self) -> ComposeResult:
        """Compose the title, the message and two buttons."""
        with Vertical(classes="dialog-box"):
            yield Static(Content(self._title), classes="dialog-title")
            with VerticalScroll(classes="dialog-message", can_focus=False):
                yield Static(Content(self._message))
            with Horizontal(classes="dialog-buttons"):
                yield Button("Close", id="close", variant="primary", compact=True)
                yield Button("Copy", id="copy", compact=True)

    def on_mount(self) -> None:
        """Focus the button that closes, so that Enter does."""
        self.set_focus(self.query_one("#close"))

    def action_scroll(self, direction: str) -> None:
        """Scroll the message; the button that closes keeps the focus."""
        getattr(self.query_one(".dialog-message"), f"scroll_{direction}")(animate=False)

    @on(Button.Pressed, "#close")
    def _close(self) -> None:
        self.dismiss()

    @on(Button.Pressed, "#copy")
    def action_copy(self) -> None:
        """Copy the message."""
        self.notify(f"Copied {copy(self.app, self._message)}.", markup=False)
