"""Small dialogs: a form, a choice, a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from mou_tui.tui.dialogs.form_drafts import FormDraft
from mou_tui.tui.dialogs.form_fields import FormField, go_on
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.runtime.handoff import copy
from mou_tui.tui.widgets.sentence_field import SentenceField
from mou_tui.workspace.field_reading import Reading, doubt, missing
from mou_tui.workspace.forms import FieldSpec


class FormDialog(SafeDismissDialog["dict[str, str] | None"]):
    """Asks for a few lines; returns them by field id, or None after Esc.

    A value that cannot be shown as it is, such as a path, is returned unchanged unless the line is edited.

    Args:
        title: the question.
        fields: the lines to fill in.
        done: the label of the button that submits.
        explanation: shown below the title.
        draft: keeps the typed text; whoever records what was given clears it. None keeps nothing.
        today: the day it is, where a field asks when something is due.
        leave: the label of the button that closes the form.
        mistakes: what must be mended in what was given before, by field id; shown next to the fields.
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
        today: str = "",
        leave: str = "Cancel",
        mistakes: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._fields = fields
        self._done = done
        self._leave = leave
        self._mistakes = mistakes
        self._explanation = explanation
        self._draft = draft
        self._is_complete = False
        self._doubted: set[str] = set()
        """What the form has stayed for already; a second press keeps it as it is."""
        typed = draft.typed if draft else {}
        self._lines = {
            field.id: FormField(field, f"field-{field.id}", typed=typed.get(field.id), today=today) for field in fields
        }

    def compose(self) -> ComposeResult:
        """Compose the title, the fields and two buttons."""
        with Vertical(classes="dialog-box"):
            with VerticalScroll(classes="form-above-buttons", can_focus=False):
                yield Static(Content(self._title), classes="dialog-title")
                if self._explanation:
                    yield Static(Content(self._explanation), classes="dialog-text")
                yield from self._lines.values()
            with Horizontal(classes="dialog-buttons"):
                yield Button(Content(self._done), id="done", variant="primary", compact=True)
                yield Button(Content(self._leave), id="cancel", compact=True)

    @property
    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that do something here."""
        enter = self._done if len(self._fields) == 1 else "Next field"
        return ("Enter", enter), ("Tab", "Next"), ("Esc", self._leave)

    def on_mount(self) -> None:
        """Scroll long values to their ends, where the cursors are."""
        self.call_after_refresh(self._show_ends)
        self._show_mistakes({field_id: Reading(text, is_mistake=True) for field_id, text in self._mistakes.items()})
        if self._draft:
            self._draft.announce_restored(self.app)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Move the focus, and scroll no further than brings the field with its label into view.

        Textual centers what has the focus, at first even before it is laid out; that hides the title for nothing.
        """
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)
        if widget and scroll_visible:
            field = next((node for node in widget.ancestors if isinstance(node, FormField)), widget)
            self.call_after_refresh(field.scroll_visible, animate=False)

    def _show_ends(self) -> None:
        for field in self._lines.values():
            field.line.scroll_to(x=field.line.max_scroll_x, animate=False)

    @on(Input.Submitted)
    @on(SentenceField.Submitted)
    def _go_on(self, event: Input.Submitted | SentenceField.Submitted) -> None:
        if not go_on(self, event):
            self._finish()

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        """Return what was typed; or else say next to the field what must be mended, and go there."""
        gaps = {field_id: missing(field.spec, field.typed) for field_id, field in self._lines.items()}
        mistakes = {field_id: mistake for field_id, mistake in gaps.items() if mistake}
        if not mistakes:
            doubts = {field_id: doubt(field.spec, field.typed) for field_id, field in self._lines.items()}
            mistakes = {
                field_id: Reading(
                    f"{reading.message} Press “{self._done}” again to keep it as typed.", is_doubtful=True
                )
                for field_id, reading in doubts.items()
                if reading and self._lines[field_id].typed not in (self._known[field_id], *self._doubted)
            }
            self._doubted |= {self._lines[field_id].typed for field_id in mistakes}
        self._show_mistakes(mistakes)
        if not mistakes:
            self._keep()
            self._is_complete = True
            self.dismiss({field_id: field.given for field_id, field in self._lines.items()})

    def _show_mistakes(self, mistakes: Mapping[str, Reading]) -> None:
        """Show what must be mended next to its field, and go to the first such field."""
        for field_id, mistake in mistakes.items():
            self._lines[field_id].remark(mistake)
        if mistakes:
            self.set_focus(self._lines[next(iter(mistakes))].line)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close the dialog; typed text is there the next time."""
        self._keep()
        if self._draft:
            self._draft.announce_kept(self.app)
        self.dismiss(None)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _keep(self) -> None:
        if self._draft and not self._is_complete:
            typed = {field_id: field.typed for field_id, field in self._lines.items()}
            self._draft.keep({field_id: text for field_id, text in typed.items() if text != self._known[field_id]})

    @property
    def _known(self) -> dict[str, str]:
        return {field.id: field.value for field in self._fields}

    def on_unmount(self) -> None:
        """Keep the typed text, even if the program ends."""
        self._keep()


class ChoiceDialog(SafeDismissDialog["str | None"]):
    """Asks for one of a few choices; returns its id, or None after Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        explanation: str = "",
        *,
        chosen: str = "",
        begins_chosen: bool = True,
    ) -> None:
        """Make the dialog.

        Args:
            title: the question.
            choices: pairs of an id and a label.
            explanation: shown below the title.
            chosen: the id to begin at; without one, the first.
            begins_chosen: whether Enter alone chooses something.
        """
        super().__init__(classes="dialog")
        self._begins_chosen = begins_chosen
        self._chosen = chosen
        self._title = title
        self._choices = choices
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """Compose the title above the choices."""
        with Vertical(classes="dialog-box"):
            with Vertical(classes="choice-question"):
                yield Static(Content(self._title), classes="dialog-title")
                if self._explanation:
                    yield Static(Content(self._explanation), classes="dialog-text")
                if not self._begins_chosen:
                    yield Static("Nothing is chosen yet: Up or Down first, then Enter.", classes="dialog-text")
            yield OptionList(*(Option(Content(label)) for _, label in self._choices), compact=True)

    @property
    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that do something here."""
        return ("Up, Down", "Move"), ("Enter", "Choose"), ("Esc", "Cancel")

    def on_mount(self) -> None:
        """Begin at the choice that was made before."""
        ids = [choice_id for choice_id, _ in self._choices]
        if not self._begins_chosen:
            self.query_one(OptionList).highlighted = None
        elif self._chosen in ids:
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

    @property
    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that do something here."""
        return ("Enter", "Close"), ("c", "Copy"), ("Up, Down", "Read on")

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
