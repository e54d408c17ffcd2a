"""Meetings: which one goes on, who is present, from when to when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.language.dates import clock_time, long_date
from mou_tui.language.text import capitalize_first, join_and, pluralize
from mou_tui.plain import question_speech
from mou_tui.plain.attendance_form import AttendanceForm, ask_move_times
from mou_tui.plain.command_parser import parse_command
from mou_tui.plain.console import CommandInterrupt
from mou_tui.plain.context import PlainContext
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.registry import command
from mou_tui.plain.speech import number_of
from mou_tui.session.meeting import Meeting
from mou_tui.workspace.attendance import Attendance, Direction, Move, Times, present_people, read_time
from mou_tui.workspace.meetings import write_people

BEGIN = "Say meeting begin to begin one."


def resume_meeting(context: PlainContext) -> None:
    """Ask, where a session was there before, whether this is a new meeting or the last one going on.

    Raises:
        CommandInterrupt: A command was given, which skips that.
        InputClosed: The person left.
    """
    meetings = context.workspace.meetings
    if context.workspace.store.is_new or context.workspace.read_only:
        return
    meetings.let_lapse()
    last, is_on = meetings.last, meetings.current is not None
    if last is None:
        prompt = "Is this a meeting? Say new to begin one; Enter alone skips that:"
    elif is_on:
        began = clock_time(last.began)
        prompt = f"The meeting that began at {began} goes on. Say new to begin another; Enter alone goes on:"
    else:
        day = long_date(last.day)
        prompt = f"Is this a new meeting, or the last one, of {day}, going on? Say new or last; Enter alone skips:"
    answer = context.console.ask(prompt).casefold()
    while answer and not (last and "last".startswith(answer)) and not "new".startswith(answer):
        if parse_command(answer):
            raise CommandInterrupt(answer)
        answer = context.console.ask(f"Say new{', last' if last else ''} or Enter alone:").casefold()
    if answer and "new".startswith(answer):
        _begin(context)
    elif answer and not is_on:
        _go_on(context)


@command("meeting")
def meeting(context: PlainContext, argument: str) -> None:
    """Say which meeting goes on; or begin, end or go on with one; or record who is present, came or left."""
    first, _, rest = argument.partition(" ")
    is_read_only = context.workspace.read_only
    if first.casefold() in ("came", "left") and not is_read_only:
        _move(context, "came" if first.casefold() == "came" else "left", rest.strip())
        return
    part = next((part for part in _PARTS if argument and part.startswith(argument.casefold())), None)
    if part is None:
        _tell(context)
    elif is_read_only:
        context.say(question_speech.read_only(context.workspace))
    else:
        _PARTS[part](context)


def _tell(context: PlainContext) -> None:
    current, last = context.workspace.meetings.current, context.workspace.meetings.last
    if current:
        _tell_current(context, "goes on")
    elif last:
        until = f" to {clock_time(last.ended)}" if last.ended[:10] == last.day else ""
        context.say(f"No meeting goes on. The last was from {clock_time(last.began)}{until} on {long_date(last.day)}.")
    else:
        context.say("There was no meeting yet.")
    parts = ["attendance", "left", "came", "end"] if current else ["begin", *(["go on"] if last else [])]
    context.say(f"Say {' or '.join(f'meeting {part}' for part in parts)}.")


def _begin(context: PlainContext) -> None:
    meetings = context.workspace.meetings
    if meetings.current:
        context.say("The meeting that goes on ends where this one begins.")
    form = AttendanceForm(context.console, context.workspace, meetings.attendance())
    attendance = form.ask()
    if attendance is None:
        return
    meetings.begin(attendance)
    _tell_current(context, "begins")
    context.say(f"{pluralize(len(meetings.agenda().items), 'item')} to settle. Say agenda to hear them.")
    form.resume_interrupt()


def _ask_attendance(context: PlainContext) -> None:
    meetings = context.workspace.meetings
    if not meetings.current:
        context.say(f"No meeting goes on. {BEGIN}")
        return
    form = AttendanceForm(context.console, context.workspace, meetings.attendance())
    attendance = form.ask()
    if attendance is None:
        return
    _record(context, attendance, ask_move_times(context.console, context.workspace, meetings.moves(attendance)))
    form.resume_interrupt()


def _record(context: PlainContext, attendance: Sequence[Attendance], times: Times | None) -> None:
    """Record who is present from now on, unless the person cancelled saying when they came or left."""
    if times is None:
        return
    context.workspace.meetings.attend(attendance, times)
    _tell_current(context, "goes on")


def _move(context: PlainContext, direction: Direction, argument: str) -> None:
    """Record that one party came or left, at a time that may follow its name."""
    workspace = context.workspace
    if not workspace.meetings.current:
        context.say(f"No meeting goes on. {BEGIN}")
        return
    party, rest = ask_party(context.console, workspace, argument)
    if party is None:
        return
    attendance = workspace.meetings.attendance()
    (before,) = (row for row in attendance if row.party == party.id)
    is_present = direction == "came"
    if before.is_present == is_present:
        where = "at the table already" if is_present else "not at the table"
        context.say(f"{party_in_sentence(workspace.checklist, party, begins=True)} is {where}.")
        return
    after = [replace(row, is_present=is_present) if row is before else row for row in attendance]
    time = read_time(rest.removeprefix("at ").strip() or "now", workspace.history.timestamp.at)
    move = Move(direction, party.id)
    times: Times | None = {move.key: time} if time else ask_move_times(context.console, workspace, [move])
    _record(context, after, times)


def _go_on(context: PlainContext) -> None:
    meetings = context.workspace.meetings
    if meetings.current:
        context.say("It goes on.")
    elif meetings.last is None:
        context.say(f"There was no meeting yet. {BEGIN}")
    else:
        meetings.go_on()
        _tell_current(context, "goes on")


def _end(context: PlainContext) -> None:
    meetings = context.workspace.meetings
    if not meetings.current:
        context.say(f"No meeting goes on. {BEGIN}")
        return
    meetings.end()
    ended = meetings.last.ended if meetings.last else ""
    actions = number_of(len(context.workspace.progress().actions), "action")
    context.say(f"The meeting ends at {clock_time(ended)}, with {actions} still to be done.")
    context.say("Say record to write the minutes, or agenda to hear what the next meeting has to settle.")


_PARTS: Mapping[str, Callable[[PlainContext], None]] = {
    "begin": _begin,
    "attendance": _ask_attendance,
    "end": _end,
    "go on": _go_on,
}
"""What may follow the command, or the beginning of it."""


def _tell_current(context: PlainContext, status: str) -> None:
    current = context.workspace.meetings.current
    if current:
        context.say(f"The meeting of {long_date(current.day)}, {clock_time(current.began)}, {status}. At the table:")
        for line in _present(context, current) or ["nobody was named"]:
            context.say(f"{capitalize_first(line)}.")


def _present(context: PlainContext, current: Meeting) -> list[str]:
    """Return who is present, party by party, then those who speak for none, then the parties that left."""
    workspace = context.workspace
    session = workspace.session
    lines = []
    for party in session.present:
        people = write_people(present_people(session, current, party.id))
        lines.append(party_in_sentence(workspace.checklist, party) + (f": {people}" if people else ""))
    if other_people := write_people(present_people(session, current, "")):
        lines.append(other_people)
    left = [party_in_sentence(workspace.checklist, party) for party in session.parties if party.id in current.left]
    return [*lines, f"left already: {join_and(left)}"] if left else lines
