"""The fields of every form, and the keys that are the same in each.

Tab and Enter go to the next field; Enter in the last one presses the form's main button, and never before. In a field
of several lines Enter begins the next line, and Tab leaves, as does Enter on an empty line. The up and down arrows go
to the field above or below, in a field of several lines only from its first or last. Esc closes the form at once and
keeps what was typed. What a form only suggests is selected, so that typing replaces it; anything else has the cursor at
its end.
"""

from __future__ import annotations

from typing import Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.strip import Strip
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from mou_tui.language.name_lists import split_names
from mou_tui.language.text import clean, clean_line, for_display
from mou_tui.tui.widgets.sentence_field import FormTextArea, SentenceField, go_to_neighbor
from mou_tui.workspace.field_reading import Reading, completed, fitting_offers, given_value, read_back, shown_value
from mou_tui.workspace.forms import FieldSpec


def for_example(hint: str) -> str:
    """Return a hint marked as an example, so that it is not mistaken for a value."""
    return f"e.g. {hint}" if hint else ""


def go_on(form: Screen[Any], entered: Input.Submitted | SentenceField.Submitted) -> bool:
    """Go to the next field after Enter in one; return False where it was the last, and the form is to be given."""
    field: Widget = entered.input if isinstance(entered, Input.Submitted) else entered.field
    fields = [widget for widget in form.focus_chain if isinstance(widget, FIELDS)]
    following = fields[fields.index(field) + 1 :] if field in fields else []
    if following:
        form.set_focus(following[0])
    return bool(following)


class LineField(Input):
    """A field of one line.

    Args:
        id: of the widget.
        value: its text; line breaks become spaces.
        hint: shown while it is empty.
        suggestion: a text that nobody gave, selected wherever it is in the field.
        offers: what is usually given; the rest of one is shown as it is typed, and the right arrow takes it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "neighbor(-1)", show=False),
        Binding("down", "neighbor(1)", show=False),
    ]

    def __init__(
        self, id: str, value: str, hint: str = "", *, suggestion: str = "", offers: tuple[str, ...] = ()
    ) -> None:
        suggester = SuggestFromList(offers, case_sensitive=False) if offers else None
        text = clean_line(value).text
        super().__init__(text, placeholder=hint, id=id, compact=True, select_on_focus=False, suggester=suggester)
        self.suggestions = {clean_line(suggestion).text} - {""}

    @on(events.Focus)
    def select_suggestion(self) -> None:
        """Select the text if it is only suggested; otherwise put the cursor at its end."""
        if self.value in self.suggestions:
            self.select_all()
        elif not self.cursor_position:
            self.cursor_position = len(self.value)

    def action_neighbor(self, direction: int) -> None:
        """Go to the field above (-1) or below (1)."""
        go_to_neighbor(self, direction)

    @property
    def text(self) -> str:
        """What is in it, clean and on one line."""
        return clean_line(self.value).text


class PathField(LineField):
    """A field for the path of a file: where its front is out of sight, it begins with … at a folder's edge."""

    def render_line(self, y: int) -> Strip:
        """Paint the line; the path itself stays whole."""
        strip, left = super().render_line(y), self.scroll_offset.x
        if y or not left or not self.value:
            return strip
        shown = strip.text.rstrip()
        edge = next((at for at, sign in enumerate(shown) if at and sign in "/\\"), 1)
        width = cell_len(shown[:edge])
        if cell_len(self.value[: self.cursor_position]) - left < width:
            # Somebody is at work there.
            return strip
        front = Segment(" " * (width - 1) + "…", next(iter(strip)).style)
        return Strip.join([Strip([front]), strip.crop(width)])


class ListField(FormTextArea):
    """A field with one name a line: Enter begins the next line; Tab leaves, and so does Enter on an empty line.

    Args:
        id: of the widget.
        value: the names, one a line.
        hint: shown while it is empty.
    """

    def __init__(self, id: str, value: str, hint: str = "") -> None:
        super().__init__(id, clean(value).text, hint)

    async def _on_key(self, event: events.Key) -> None:
        row, _ = self.cursor_location
        if event.key != "enter" or self.document[row].strip():
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if row and row == self.document.line_count - 1:
            # The line that Enter began and nobody needed.
            self.action_delete_left()
        self.post_message(SentenceField.Submitted(self))


class FormField(Vertical):
    """A field with its label, and below it what is said about what was typed.

    Args:
        spec: what it asks.
        id: of the line itself.
        typed: what is in it instead of the value of the field; None for that.
        today: the day it is, from which "next Friday" is counted.
        labels_inline: whether the label is next to the line, and not above it.
        hint: shown while it is empty, instead of the example of the field.
    """

    def __init__(
        self,
        spec: FieldSpec,
        id: str,
        *,
        typed: str | None = None,
        today: str = "",
        labels_inline: bool = False,
        hint: str | None = None,
        classes: str = "form-field",
    ) -> None:
        super().__init__(classes=classes)
        self.spec = spec
        self._today = today
        self._labels_inline = labels_inline
        shown = for_display(spec.value) if spec.kind != "list" else shown_value(spec, spec.value)
        value, hint = shown if typed is None else typed, _hint_of(spec) if hint is None else hint
        suggestion = shown if spec.is_suggestion else ""
        # The rest of a place is not shown in the line: what fits is listed below it.
        offers = () if spec.kind == "state" else spec.offers
        self._shown = shown
        # Kept, because its text is read once more on unmount, when queries no longer find it.
        self.line: LineField | ListField | SentenceField
        if spec.kind == "list":
            self.line = ListField(id, value, hint)
        elif spec.kind == "sentence":
            self.line = SentenceField(id, value, hint)
        else:
            make = PathField if spec.kind == "path" else LineField
            self.line = make(id, value, hint, suggestion=suggestion, offers=offers)
        self._reading: Reading | None = None
        self._remark = Static(id=f"{id}-remark", classes="form-remark")

    def compose(self) -> ComposeResult:
        """Compose the label, the line, and room for a remark."""
        label = Static(Content(self.spec.label), classes="form-label" if self._labels_inline else "field-label")
        if self._labels_inline:
            with Horizontal(classes="form-line"):
                yield label
                yield self.line
        else:
            yield label
            yield self.line
        yield self._remark

    def on_mount(self) -> None:
        """Say how what is known is read."""
        self.remark(None)

    @property
    def typed(self) -> str:
        """What is in the line, clean; the value itself, such as a path, where it only cannot be shown as it is."""
        text = self.line.sentence if isinstance(self.line, SentenceField) else clean(self.line.text).text
        return self.spec.value if text == self._shown else text

    @property
    def given(self) -> str:
        """What is recorded of it."""
        return given_value(self.spec, self.typed)

    @property
    def is_undecided(self) -> bool:
        """Whether somebody is still typing the beginning of a place."""
        is_place = self.spec.kind == "state" and self.given not in self.spec.offers
        return is_place and self.line.has_focus and bool(fitting_offers(self.spec, self.typed))

    def remark(self, mistake: Reading | None) -> None:
        """Show a mistake below the line; or with None how the line is read, if there is anything to say about that."""
        reading = mistake or (read_back(self.spec, self.typed, self._today) if self._is_worth_reading else None)
        if reading == self._reading:
            # At every key, all fields of a form are asked; to lay out what has not changed takes time.
            return
        self._reading = reading
        self._remark.update(Content(reading.message if reading else ""))
        self._remark.set_class(reading is not None, "-shown")
        if self.line.has_focus:
            # Not before it is laid out: until then it has no position to scroll to.
            self.call_after_refresh(self.scroll_visible, animate=False)
        self._remark.set_class(reading is not None and (reading.is_mistake or reading.is_doubtful), "-mistake")

    @property
    def _is_worth_reading(self) -> bool:
        return self.spec.kind != "due" or bool(self._today)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _show_reading(self) -> None:
        self.remark(None)

    @on(Input.Blurred)
    @on(Input.Submitted)
    def _complete(self) -> None:
        if isinstance(self.line, LineField):
            self.line.value = completed(self.spec, self.line.value)


def _hint_of(spec: FieldSpec) -> str:
    if spec.kind != "list":
        return for_example(spec.hint)
    first = "".join(split_names(spec.hint)[:1])
    return f"one a line, {for_example(first)}" if first else "one a line"


FIELDS = (LineField, ListField, SentenceField)
"""The widgets that text is typed into in a form."""
