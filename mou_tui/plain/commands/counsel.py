"""Taking in what came back: the edits of counsel, a copy of the session, or filled forms for feedback."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mou_tui import paths
from mou_tui.plain.context import PlainContext
from mou_tui.plain.file_choice import ask_file
from mou_tui.plain.intake_talk import IntakeTalk
from mou_tui.plain.registry import command
from mou_tui.workspace.folders import RETURNED
from mou_tui.workspace.intake import Intake

if TYPE_CHECKING:
    from mou_tui.exchange.forms.reader import FormsRead


@command("feedback")
@command("reply")
@command("counsel")
def take_in(context: PlainContext, path: str) -> None:
    """Read the file or folder at a path, ask for one where none is given, and go through what came back."""
    from mou_tui.exchange.forms.reader import FormsRead
    from mou_tui.plain.reply_talk import ReplyTalk
    from mou_tui.workspace.reply_file import ReplyFile, read_back

    workspace, console = context.workspace, context.console
    prompt = "Which file came back? It is only read. Enter alone lists your folders:"
    file = paths.typed(path) if path else ask_file(console, prompt, RETURNED)
    came_back = read_back(file, workspace)
    if isinstance(came_back, ReplyFile):
        is_done = ReplyTalk(console, workspace, came_back).run()
    elif isinstance(came_back, FormsRead):
        from mou_tui.plain.feedback_talk import FeedbackTalk
        from mou_tui.workspace.feedback import FeedbackIntake

        read = came_back if path else _with_others(context, file, came_back)
        is_done = FeedbackTalk(console, FeedbackIntake(workspace, read)).run()
    else:
        is_done = IntakeTalk(console, workspace, Intake(workspace, came_back)).run()
    if is_done:
        context.say("Say undo to take all of it back.")


def _with_others(context: PlainContext, file: Path, read: FormsRead) -> FormsRead:
    """Return all forms in the folder of one that was chosen, where they are wanted."""
    from mou_tui.exchange.forms.reader import forms_of_folder, read_forms

    files = forms_of_folder(file)
    if len(files) < 2:
        return read
    prompt = "It is a form. Say all to read every form in its folder, or one for this one alone:"
    if context.console.choose(prompt, "all", "one") == "one":
        return read
    return read_forms(files, context.workspace.checklist, context.workspace.session)
