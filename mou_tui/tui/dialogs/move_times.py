"""The prompt for when people came to a meeting or left it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.language.dates import clock_time
from mou_tui.language.text import capitalize_first, short_hash
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.workspace.attendance import HOW_TO_SAY_WHEN, Attendance, Move, Times, read_move_time
from mou_tui.workspace.forms import move_field
from mou_tui.workspace.meetings import Meetings
from mou_tui.workspace.workspace import Workspace


async def ask_move_times(
    app: App[None], workspace: Workspace, meetings: Meetings, attendance: Iterable[Attendance]
) -> Times | None:
    """Ask in one dialog when each party or person came or left; ask nothing if nobody did.

    Returns:
        The times (ISO 8601, local) by move; None if the person cancelled.
    """
    moves, now = meetings.moves(attendance), workspace.history.timestamp.at
    if not moves:
        return {}
    usual, mistakes = clock_time(now), dict[str, str]()
    draft = draft_of(workspace, "moves", meetings.current.id if meetings.current else "")
    ids = {move.key: short_hash("\n".join((move.direction, *move.key))) for move in moves}
    fields = [move_field(ids[move.key], move.direction, _name(workspace, move), usual) for move in moves]
    while True:
        title = "Who came or left, and when?"
        form = FormDialog(title, fields, "Note it", _how(moves), draft=draft, mistakes=mistakes)
        values = await app.push_screen_wait(form)
        if values is None:
            return None
        times = [(move, _time(move, values[ids[move.key]], now)) for move in moves]
        mistakes = {ids[move.key]: why for move, time in times if (why := _why_not(workspace, meetings, move, time))}
        if not mistakes:
            return {move.key: time for move, time in times if time is not None}


def _time(move: Move, text: str, now: str) -> str | None:
    return now if text.strip() == clock_time(now) else read_move_time(move, text, now)


def _why_not(workspace: Workspace, meetings: Meetings, move: Move, time: str | None) -> str:
    """Return why a time cannot be recorded; empty if it can."""
    if time is None:
        return f"Write a time, such as 12:04, or {HOW_TO_SAY_WHEN[move.direction]}."
    if not time and meetings.must_have_been_here(move):
        name = capitalize_first(_name(workspace, move))
        return f"{name} took a position in this meeting, so it was here. When did it leave?"
    return meetings.time_mistake(time)


def _how(moves: Iterable[Move]) -> str:
    ways = dict.fromkeys(HOW_TO_SAY_WHEN[move.direction] for move in moves)
    return f"Write a time; {'; '.join(ways)}."


def _name(workspace: Workspace, move: Move) -> str:
    party = workspace.session.party(move.party)
    return move.person.shown if move.person else party_in_sentence(workspace.checklist, party)
