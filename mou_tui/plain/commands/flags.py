"""Commands on a question, but for its answer: points, later, aside, the agreement in force."""

from __future__ import annotations

from mou_tui.checklist.model import Question
from mou_tui.plain.command_parser import nth
from mou_tui.plain.context import PlainContext
from mou_tui.plain.form import OPTIONAL, Form
from mou_tui.plain.registry import question_command
from mou_tui.plain.text_input import add_or_replace, write_lines
from mou_tui.workspace.answers import NOTED_ALREADY, NOTHING_TO_NOTE, Where
from mou_tui.workspace.forms import DEFERRAL, NOT_APPLICABLE


@question_command("tick")
def tick(context: PlainContext, question: Question, number: str) -> None:
    """Tick the point of a number, or take its tick away."""
    before = context.answer.points
    point = nth(question.points, number)
    if point is None:
        context.say("Say the number of a point, for example: tick 2. Say points to hear them.")
        return
    ticked = {*before} ^ {point.id}
    with context.workspace.undo_group(f"ticking a point of {context.workspace.clause_name()}"):
        context.workspace.answers.set_points(point.id for point in question.points if point.id in ticked)
    context.say(f"{'No longer ticked' if point.id in before else 'Ticked'}: {point.text}.")


@question_command("went")
def go_through_points(context: PlainContext, _question: Question, _: str) -> None:
    """Note that the room went through the points."""
    if context.workspace.answers.go_through_points():
        context.say(f"Noted that you went through the points of {context.workspace.clause_name()}.")
    elif context.answer.text.strip():
        context.say(NOTED_ALREADY)
    else:
        context.say(NOTHING_TO_NOTE)


@question_command("later")
def defer(context: PlainContext, _question: Question, _: str) -> str | None:
    """Put the question off, ask who must check first and by when, and go on; or take it up again."""
    if context.answer.later:
        context.workspace.answers.resume()
        context.say("The check is no longer needed.")
        return None
    context.say(OPTIONAL)
    form = Form(context.console, DEFERRAL, today=context.workspace.history.today)
    values = form.ask()
    if values is None:
        return None
    context.workspace.answers.defer(values["who"], values["by"])
    context.say("Put off. It stays open until you say later again.")
    form.resume_interrupt()
    return _go_on(context)


@question_command("aside")
def set_aside(context: PlainContext, _question: Question, _: str) -> str | None:
    """Set the question aside because it does not apply, ask why, and go on; or take that back."""
    if context.answer.not_applicable:
        context.workspace.answers.mark_applicable()
        context.say("It applies again.")
        return None
    form = Form(context.console, NOT_APPLICABLE)
    values = form.ask("Left as it was; to set a question aside, say why.")
    if values is None:
        return None
    context.workspace.answers.mark_not_applicable(values["reason"])
    context.say("Set aside. In the draft it stands as Reserved.")
    form.resume_interrupt()
    return _go_on(context)


def _go_on(context: PlainContext) -> str | None:
    """Return the command that goes to the next question, if there is one."""
    return "next" if context.workspace.navigation.neighbor(+1) else None


@question_command("current")
def write_current(context: PlainContext, _question: Question, _: str) -> str:
    """Say and write down what the agreement in force says; return what to do next."""
    before = context.answer.current
    where: Where | None = "replace"
    if before:
        context.say("The agreement in force says:")
        context.say(before)
        where = add_or_replace(context.console, "Say add, replace or cancel:")
    if where is None:
        return ""
    context.say("Type what the agreement in force says. It is kept beside the answer and not counted.")
    start = f"{before}\n\n" if where == "append" else ""
    workspace = context.workspace
    with workspace.undo_group(f"what the agreement in force says on {workspace.clause_name()}"):
        return write_lines(context.console, start, before, workspace.answers.set_current)
