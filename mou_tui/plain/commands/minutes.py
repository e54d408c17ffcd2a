"""What belongs in the minutes: decisions, notes, who does what by when, milestones."""

from __future__ import annotations

from mou_tui.language.due_dates import by_due_day, due_day
from mou_tui.language.text import capitalize_first
from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import nth
from mou_tui.plain.context import PlainContext
from mou_tui.plain.form import Form
from mou_tui.plain.registry import command
from mou_tui.plain.speech import number_of
from mou_tui.reports.corrections import remark_words
from mou_tui.reports.meeting_log import as_sentence
from mou_tui.reports.tasks import action_words
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Action
from mou_tui.workspace.forms import MILESTONE, YES_NO, FieldSpec, MinutesKind, correction_fields, minutes_fields
from mou_tui.workspace.minutes import READERS

NO_QUESTION = "whole:"
"""What a decision, a note or an action begins with that belongs to no question."""


@command("decide")
def record_decision(context: PlainContext, argument: str) -> None:
    """Record a decision."""
    _record(context, "decision", argument)


@command("note")
def record_note(context: PlainContext, argument: str) -> None:
    """Record a note for the minutes."""
    _record(context, "note", argument)


@command("act")
def record_action(context: PlainContext, argument: str) -> None:
    """Record who does what by when."""
    _record(context, "action", argument)


@command("check")
def record_check(context: PlainContext, argument: str) -> None:
    """Record who must check what first."""
    _record(context, "check", argument)


def _record(context: PlainContext, kind: MinutesKind, argument: str) -> None:
    """Ask for what the argument does not say, and record it on the current question or on none."""
    is_here = not argument.casefold().startswith(NO_QUESTION)
    text = argument if is_here else argument[len(NO_QUESTION) :].strip()
    fields = minutes_fields(kind)
    if not text and is_here and context.question:
        belongs = f"Does it belong to {context.workspace.clause_name()}?"
        fields = (*fields, FieldSpec("here", belongs, "yes", choices=YES_NO))
    known, today = {"what": text} if text else {}, context.workspace.history.today
    form = Form(context.console, lambda values: fields if values.get("what") else fields[:1], known, today=today)
    values = form.ask()
    if values is None:
        return
    is_here = values.get("here", "yes" if is_here else "no") == "yes"
    minutes = context.workspace.minutes
    if kind == "decision" or kind == "note":
        minutes.capture(kind, values["what"], here=is_here)
        _confirm(context, "Decided" if kind == "decision" else "Noted", is_here)
    else:
        minutes.act(values["what"], values["who"], values["due"], here=is_here, check=kind == "check")
        number = len(context.workspace.session.actions)
        _confirm(context, f"Action {number}", is_here and context.question is not None)
    form.resume_interrupt()


def _confirm(context: PlainContext, sentence: str, is_here: bool) -> None:
    workspace = context.workspace
    where = question_speech.place_of(workspace, workspace.clause_id) if is_here else "no question in particular"
    context.say(f"{sentence}, for {where}. {context.first_time(READERS)}".rstrip())


@command("correct")
def correct(context: PlainContext, argument: str) -> None:
    """Correct what was recorded under a number, which begins `argument`; without one, say all that was."""
    number, _, text = argument.partition(" ")
    remark = nth(context.workspace.minutes.remarks, number)
    if remark is None:
        _tell_remarks(context)
        return
    known, today = {"text": text.strip()} if text.strip() else {}, context.workspace.history.today
    form = Form(context.console, correction_fields(remark), known, today=today)
    values = form.ask()
    if values is None:
        return
    who, due = values.get("who", ""), values.get("due", "")
    if not context.workspace.minutes.correct(remark, values["text"], who, due):
        context.say("Left as it was.")
        return
    says = Entry("", remark.entry.kind, text=values["text"].strip(), who=who, by=due)
    context.say(as_sentence(f"Corrected: the {remark.entry.kind} says now: {remark_words(says)}"))
    context.say("The record keeps what it said first.")
    form.resume_interrupt()


def _tell_remarks(context: PlainContext) -> None:
    remarks = context.workspace.minutes.remarks
    context.say("What was recorded, oldest first:" if remarks else "Nothing has been recorded yet.")
    for number, remark in enumerate(remarks, start=1):
        corrected = "corrected, " if remark.corrections else ""
        context.say(f"{number}. {capitalize_first(f'{corrected}{remark.entry.kind}')}: {remark_words(remark.latest)}")
    if remarks:
        context.say("To correct one, say correct and its number.")


@command("actions")
def tell_actions(context: PlainContext, argument: str) -> None:
    """Say what is still to be done; with `all`, also what is done."""
    actions = context.workspace.session.actions
    is_all = argument.casefold() == "all"
    open_count = sum(not action.done for action in actions)
    context.say(f"{number_of(open_count, 'action').capitalize()} still to be done.")
    listed = [(number, action) for number, action in enumerate(actions, start=1) if is_all or not action.done]
    for number, action in by_due_day(listed, lambda item: due_day(item[1].due, item[1].on)):
        context.say(f"{number}. {_describe(context, action)}.")
    if open_count:
        context.say("When one is done, say done and its number.")


@command("done")
def finish(context: PlainContext, number: str) -> None:
    """Mark the action of a number as done, or as not done after all."""
    action = nth(context.workspace.session.actions, number)
    if action is None:
        context.say("Say the number of an action, for example: done 1. Say actions to hear them.")
        return
    context.workspace.minutes.finish(action.id)
    context.say(f"{'Not done after all' if action.done else 'Done'}: {action_words(action)}.")


def _describe(context: PlainContext, action: Action) -> str:
    checklist = context.workspace.checklist
    parts = ["done"] if action.done else []
    parts += ["to check"] if action.kind == "check" else []
    parts += [f"for {checklist.number(action.question)}"] if action.question in checklist else []
    today = "" if action.done else context.workspace.history.today
    return capitalize_first(", ".join([*parts, action_words(action, today)]))


@command("milestone")
def mark_milestone(context: PlainContext, name: str) -> None:
    """Give this moment of the history a name, and ask for it where none is said."""
    form = Form(context.console, MILESTONE, {"name": name} if name else {})
    values = form.ask()
    if values is None:
        return
    context.workspace.minutes.mark(values["name"])
    context.say(f"Milestone: {values['name']}.")
    form.resume_interrupt()
