"""The depth of the interview, and its end."""

from __future__ import annotations

from mou_tui.language.text import pluralize
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command
from mou_tui.workspace.sample import LOSES_WORK

ASK_TO_LEAVE = f"{LOSES_WORK} Say leave to leave it all the same, or stay:"


@command("depth")
def change_depth(context: PlainContext, _: str) -> None:
    """Ask all questions instead of only the essential ones, or the other way round."""
    is_full = context.workspace.session.depth == "essential"
    context.workspace.set_depth("full" if is_full else "essential")
    questions = pluralize(len(context.workspace.progress().questions), "question")
    context.say(f"{'All are' if is_full else 'Only the essential ones are'} asked now: {questions}.")


@command("quit")
def leave(context: PlainContext, _: str) -> None:
    """End the interview; it is saved on the way out, but for the sample."""
    workspace = context.workspace
    if workspace.sample.has_work and context.console.choose(ASK_TO_LEAVE, "leave", "stay") == "stay":
        context.say("Say elsewhere to keep a copy.")
        return
    context.is_done = True
