"""Asking when somebody came to a meeting that goes on, or left it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App

from mou_tui.dates import clock_time
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.text import capitalize_first
from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.workspace.attendance import HOW_TO_SAY_WHEN, Attendance, Move, Times, read_move_time
from mou_tui.workspace.forms import move_field
from mou_tui.workspace.meetings import Meetings
from mou_tui.workspace.workspace import Workspace


async def ask_move_times(
    app: App[None], workspace: Workspace, meetings: Meetings, attendance: Iterable[Attendance]
) -> Times | None:
    """Ask when each party or person came or left, in one dialog; none of them if nobody did.

    Returns:
        The times; None if the person thought better of it.
    """
    found, now = meetings.moves(attendance), workspace.history.timestamp.at
    if not found:
        return {}
    given = {str(index): clock_time(now) for index in range(len(found))}
    while True:
        fields = [
            move_field(str(index), move.direction, _name(workspace, move), given[str(index)])
            for index, move in enumerate(found)
        ]
        answered = await app.push_screen_wait(FormDialog("Who came or left, and when?", fields, "Note it", _how(found)))
        if answered is None:
            return None
        given = answered
        times = [(move, _time(move, given[str(index)], now)) for index, move in enumerate(found)]
        if why_not := _why_not(workspace, meetings, times):
            app.notify(why_not, markup=False)
        else:
            return {move.key: time for move, time in times if time is not None}


def _time(move: Move, words: str, now: str) -> str | None:
    return now if words.strip() == clock_time(now) else read_move_time(move, words, now)


def _why_not(workspace: Workspace, meetings: Meetings, times: Iterable[tuple[Move, str | None]]) -> str:
    """What cannot be noted of the times; empty if all can."""
    for move, time in times:
        if time is None:
            return f"Write a time for {_name(workspace, move)}, such as 12:04, or {HOW_TO_SAY_WHEN[move.direction]}."
        if not time and meetings.must_have_been_here(move):
            name = capitalize_first(_name(workspace, move))
            return f"{name} took a position in this meeting, so it was here. When did it leave?"
    return ""


def _how(found: Iterable[Move]) -> str:
    ways = dict.fromkeys(HOW_TO_SAY_WHEN[move.direction] for move in found)
    return f"A time; {'; '.join(ways)}."


def _name(workspace: Workspace, move: Move) -> str:
    return (
        move.person.name if move.person else party_in_sentence(workspace.checklist, workspace.session.party(move.party))
    )
