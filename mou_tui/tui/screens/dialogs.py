"""Small questions on top of a screen: a few fields, a few choices, a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from mou_tui.text import clean_line, shown
from mou_tui.tui.screens.giving import GivingDialog


@dataclass(frozen=True)
class Field:
    """One line to fill in."""

    id: str
    label: str
    value: str = ""
    hint: str = ""
    """What one might write here."""
    required: bool = False


def path_from(words: str) -> Path:
    """A path as a person types it; `~` is their home, and stays as it is where there is none."""
    path = Path(words.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def for_example(hint: str) -> str:
    """A hint that cannot be taken for something already filled in."""
    return f"e.g. {hint}" if hint else ""


class FormDialog(GivingDialog["dict[str, str] | None"]):
    """Asks for a few lines; gives them by field id, or None when left with Esc.

    A value that cannot be shown as it is, such as a path, is given back as it was if nobody changes what is shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str, fields: Sequence[Field], done: str, explanation: str = "") -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._fields = fields
        self._done = done
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """The title, the fields, and two buttons."""
        with Vertical(classes="dialog-box"):
            yield Static(Content(self._title), classes="dialog-title")
            if self._explanation:
                yield Static(Content(self._explanation), classes="dialog-text")
            for field in self._fields:
                yield Static(Content(field.label), classes="field-label")
                yield Input(
                    shown(field.value),
                    placeholder=for_example(field.hint),
                    id=f"field-{field.id}",
                    compact=True,
                    select_on_focus=False,
                )
            with Horizontal(classes="dialog-buttons"):
                yield Button(Content(self._done), id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show the ends of long values, where their cursors are."""
        self.call_after_refresh(self._show_ends)

    def _show_ends(self) -> None:
        for line in self.query(Input):
            line.scroll_to(x=line.max_scroll_x, animate=False)

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        inputs = list(self.query(Input))
        if event.input is inputs[-1]:
            self._finish()
        else:
            self.focus_next(Input)

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        given = {field.id: self._value(field) for field in self._fields}
        missing = next((field for field in self._fields if field.required and not given[field.id].strip()), None)
        if missing:
            self.notify("A few words are needed here.", markup=False)
            self.set_focus(self.query_one(f"#field-{missing.id}"))
        else:
            self.dismiss(given)

    def _value(self, field: Field) -> str:
        value = self.query_one(f"#field-{field.id}", Input).value
        return field.value if value == shown(field.value) else clean_line(value).text

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)


class ChoiceDialog(GivingDialog["str | None"]):
    """Asks for one of a few choices; gives its id, or None when left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], explanation: str = "") -> None:
        """Ask for a choice; `choices` are pairs of an id and words."""
        super().__init__(classes="dialog")
        self._title = title
        self._choices = choices
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """The title over the choices."""
        with Vertical(classes="dialog-box"):
            yield Static(Content(self._title), classes="dialog-title")
            if self._explanation:
                yield Static(Content(self._explanation), classes="dialog-text")
            yield OptionList(*(Option(Content(words)) for _, words in self._choices), compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the choice."""
        self.dismiss(self._choices[event.option_index][0])


class MessageDialog(GivingDialog[None]):
    """Says something that can be read at leisure, and copied."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss", "Close"), Binding("c", "copy", "Copy")]

    def __init__(self, title: str, message: str) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._message = message

    def compose(self) -> ComposeResult:
        """The title, the message, and two buttons."""
        with Vertical(classes="dialog-box"):
            yield Static(Content(self._title), classes="dialog-title")
            with VerticalScroll(classes="dialog-message"):
                yield Static(Content(self._message))
            with Horizontal(classes="dialog-buttons"):
                yield Button("Close", id="close", variant="primary", compact=True)
                yield Button("Copy", id="copy", compact=True)

    def on_mount(self) -> None:
        """Let Enter close it."""
        self.set_focus(self.query_one("#close"))

    @on(Button.Pressed, "#close")
    def _close(self) -> None:
        self.dismiss()

    @on(Button.Pressed, "#copy")
    def action_copy(self) -> None:
        """Copy the message."""
        self.app.copy_to_clipboard(self._message)
        self.notify("Copied.", markup=False)
