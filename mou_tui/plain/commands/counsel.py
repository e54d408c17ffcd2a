"""Taking in what counsel sent back."""

from __future__ import annotations

from mou_tui import paths
from mou_tui.plain.context import PlainContext
from mou_tui.plain.file_choice import ask_file
from mou_tui.plain.intake_talk import IntakeTalk
from mou_tui.plain.registry import command
from mou_tui.workspace.folders import RETURNED
from mou_tui.workspace.intake import Intake


@command("counsel")
def take_in(context: PlainContext, path: str) -> None:
    """Read the file at a path, ask for one where none is given, and go through what came back."""
    from mou_tui.exchange.returned.reader import read_returned

    workspace = context.workspace
    prompt = "Which file came back? It is only read. Enter alone lists your folders:"
    file = paths.typed(path) if path else ask_file(context.console, prompt, RETURNED)
    document = read_returned(file, workspace.checklist, workspace.session)
    if IntakeTalk(context.console, workspace, Intake(workspace, document)).run():
        context.say("Say undo to take all of it back.")
