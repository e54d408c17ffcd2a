"""Taking in what came back: the edits of counsel, or a copy of the session."""

from __future__ import annotations

from mou_tui import paths
from mou_tui.plain.context import PlainContext
from mou_tui.plain.file_choice import ask_file
from mou_tui.plain.intake_talk import IntakeTalk
from mou_tui.plain.registry import command
from mou_tui.workspace.folders import RETURNED
from mou_tui.workspace.intake import Intake


@command("reply")
@command("counsel")
def take_in(context: PlainContext, path: str) -> None:
    """Read the file at a path, ask for one where none is given, and go through what came back."""
    from mou_tui.plain.reply_talk import ReplyTalk
    from mou_tui.workspace.reply_file import ReplyFile, read_back

    workspace, console = context.workspace, context.console
    prompt = "Which file came back? It is only read. Enter alone lists your folders:"
    file = paths.typed(path) if path else ask_file(console, prompt, RETURNED)
    came_back = read_back(file, workspace)
    if isinstance(came_back, ReplyFile):
        is_done = ReplyTalk(console, workspace, came_back).run()
    else:
        is_done = IntakeTalk(console, workspace, Intake(workspace, came_back)).run()
    if is_done:
        context.say("Say undo to take all of it back.")
