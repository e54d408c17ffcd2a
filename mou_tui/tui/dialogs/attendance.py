"""The attendance dialog: asks which parties and people are present, at the start of a meeting or during it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Static

from mou_tui.draft.agreement import party_label
from mou_tui.language.dates import clock_time, long_date
from mou_tui.language.text import clean_line
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.form_fields import LineField, for_example, go_on
from mou_tui.tui.dialogs.move_times import ask_move_times
from mou_tui.tui.dialogs.result import SafeDismissScreen
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.workspace.attendance import Attendance
from mou_tui.workspace.forms import people_field
from mou_tui.workspace.meetings import PRIVACY, read_people, write_people
from mou_tui.workspace.workspace import Workspace

Outcome = Literal["started", "resumed", "updated", "ended"]


class AttendanceDialog(SafeDismissScreen["Outcome | None"]):
    """Asks who is present, and begins, resumes or ends a meeting; returns which, or None after Esc.

    Args:
        workspace: the open session.
    """

    HELP = """Say who is at the table: one line for each party, names and titles by commas, people by semicolons. Only
the parties at the table are asked where they stand; without any names it works as well."""
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(EVERYWHERE),
        Binding("escape", "cancel", "Cancel"),
        # Before the form, which would scroll.
        Binding("up", "app.focus_previous", show=False, priority=True),
        Binding("down", "app.focus_next", show=False, priority=True),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._meetings = workspace.meetings
        self._attendance = self._meetings.attendance()
        meeting = self._meetings.current
        self._draft = draft_of(workspace, "meeting", meeting.id if meeting else "")
        self._typed = self._draft.typed
        self._known: dict[str, str] = {}
        """What the lines said to begin with, by the keys of the draft."""

    def compose(self) -> ComposeResult:
        """Compose the state of the meeting, a block for each party, and buttons."""
        yield Static(Content(self._title()), classes="screen-title")
        yield Static(Content(PRIVACY), classes="note")
        with VerticalScroll(id="meeting-form", can_focus=False):
            for index, attendance in enumerate(self._attendance):
                with Vertical(classes="meeting-party"):
                    yield from self._block(index, attendance)
        with Horizontal(classes="screen-buttons"):
            yield from self._buttons()

    def _title(self) -> str:
        current, last = self._meetings.current, self._meetings.last
        if current:
            return f"Who is here? · the meeting that began at {clock_time(current.began) or current.began}"
        return (
            f"Who is here? · the last meeting was on {long_date(last.day)}"
            if last
            else "Who is here? · the first meeting"
        )

    def _block(self, index: int, attendance: Attendance) -> ComposeResult:
        if attendance.party:
            party = self._workspace.session.party(attendance.party)
            name = party_label(self._workspace.checklist, party)
            is_present = self._value(f"present-{party.id}", "yes" if attendance.is_present else "no") == "yes"
            yield AsciiCheckbox(Content(f"{name} · at the table"), is_present, id=f"present-{index}", compact=True)
            people = people_field(party, write_people(attendance.people))
        else:
            people = people_field(None, write_people(attendance.people))
            yield Static(Content(people.label), classes="meeting-others")
        names = self._value(f"people-{attendance.party}", clean_line(people.value).text)
        yield LineField(f"people-{index}", names, for_example(people.hint), offers=people.offers)

    def _value(self, key: str, known: str) -> str:
        """Return what a line says to begin with: what was typed the last time, or else what is known."""
        self._known[key] = known
        return self._typed.get(key, known)

    def on_mount(self) -> None:
        """Say if what was typed the last time is in the form."""
        self._draft.announce_restored(self.app)

    @on(Input.Changed)
    @on(Checkbox.Changed)
    def _keep(self) -> None:
        typed = {}
        for index, attendance in enumerate(self._attendance):
            typed[f"people-{attendance.party}"] = clean_line(self.query_one(f"#people-{index}", Input).value).text
            for box in self.query(f"#present-{index}").results(AsciiCheckbox):
                typed[f"present-{attendance.party}"] = "yes" if box.value else "no"
        self._draft.keep({key: value for key, value in typed.items() if value != self._known[key]})

    def _buttons(self) -> Iterator[Button]:
        if self._meetings.current:
            yield Button("Update", id="done", variant="primary", compact=True)
            yield Button("End the meeting", id="end", compact=True)
        else:
            yield Button("Begin the meeting", id="done", variant="primary", compact=True)
            if self._meetings.last:
                yield Button("Go on with the last one", id="go-on", compact=True)
        yield Button("Cancel", id="cancel", compact=True)

    def on_key(self, event: events.Key) -> None:
        """Move a letter typed at a checkbox to the line of names next to it."""
        box, letter = self.focused, event.character
        if not (isinstance(box, AsciiCheckbox) and box.id and letter and letter.isprintable() and letter != " "):
            return
        event.stop()
        people = self.query_one(f"#{box.id.replace('present', 'people')}", Input)
        self.set_focus(people)
        people.cursor_position = len(people.value)
        people.insert_text_at_cursor(letter)

    @on(events.Paste)
    def _paste_names(self, event: events.Paste) -> None:
        """Move text pasted at a checkbox to the line of names next to it."""
        box = self.focused
        if isinstance(box, AsciiCheckbox) and box.id:
            people = self.query_one(f"#{box.id.replace('present', 'people')}", Input)
            self.set_focus(people)
            people.cursor_position = len(people.value)
            people.insert_text_at_cursor(" ".join(event.text.split()))

    @on(Input.Submitted)
    def _go_on_to_next(self, event: Input.Submitted) -> None:
        if not go_on(self, event):
            self.query_one("#done", Button).press()

    @on(Input.Changed)
    def _mark_present(self, event: Input.Changed) -> None:
        """Mark a party as present once somebody is named who speaks for it."""
        if event.input.has_focus and event.value.strip() and event.input.id:
            for box in self.query(f"#{event.input.id.replace('people', 'present')}").results(AsciiCheckbox):
                box.value = True

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        if self._meetings.current:
            self._update("updated")
        else:
            self._meetings.begin(self._entered_attendance())
            self._draft.clear()
            self.dismiss("started")

    @on(Button.Pressed, "#go-on")
    def _go_on(self) -> None:
        self._meetings.go_on()
        self._meetings.attend(self._entered_attendance())
        self._draft.clear()
        self.dismiss("resumed")

    @on(Button.Pressed, "#end")
    def _end(self) -> None:
        self._update("ended")

    @work(exclusive=True)
    async def _update(self, outcome: Outcome) -> None:
        """Ask when people came or left, then record who is present; if `outcome` is "ended", end the meeting."""
        attendance = self._entered_attendance()
        times = await ask_move_times(self.app, self._workspace, self._meetings, attendance)
        if times is None:
            return
        is_changed = self._meetings.attend(attendance, times)
        if outcome == "ended":
            self._meetings.end()
        self._draft.clear()
        self.dismiss(outcome if is_changed or outcome == "ended" else None)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close the dialog without a change; what was typed is there the next time."""
        self._keep()
        self._draft.announce_kept(self.app)
        self.dismiss(None)

    def _entered_attendance(self) -> tuple[Attendance, ...]:
        return tuple(self._read(index, before) for index, before in enumerate(self._attendance))

    def _read(self, index: int, before: Attendance) -> Attendance:
        names = self.query_one(f"#people-{index}", Input).value
        people = read_people(names, before.party, self._workspace.session.people)
        if not before.party:
            return Attendance("", bool(people), people)
        return Attendance(before.party, self.query_one(f"#present-{index}", AsciiCheckbox).value, people)
