"""Commands that change the answer: examples, lines, single words, blanks, one's own editor, undo and redo."""

from __future__ import annotations

from mou_tui.checklist.model import Question
from mou_tui.draft.blanks import replace_blank
from mou_tui.draft.line_joining import join_lines
from mou_tui.draft.pasted_text import clean_paste
from mou_tui.errors import MouError
from mou_tui.language.text import pluralize
from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import nth
from mou_tui.plain.commands.locks import refuse_if_locked
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command, question_command
from mou_tui.plain.text_changes import change_words
from mou_tui.plain.text_input import add_or_replace, write_lines
from mou_tui.session.undo import changed_clause_ids
from mou_tui.workspace.answers import Where
from mou_tui.workspace.undo_stack import Direction

AFTER_TAKING = "Say adopt to use it as written, fill to fill its blanks, or change to change some words."


@question_command("take")
def take(context: PlainContext, question: Question, number: str) -> None:
    """Put the example of a number into the answer; without a number, let the person choose from a menu."""
    console = context.console
    if not number and question.examples and console.has_menus:
        number = str(console.pick("Which example?", [example.label for example in question.examples]) + 1)
    example = nth(question.examples, number)
    if example is None:
        context.say("Say the number of an example, for example: take 1. Say examples to hear them.")
        return
    if refuse_if_locked(context):
        return
    workspace = context.workspace
    where = _ask_where(context) if workspace.answers.has_own_text else "replace"
    if where is None:
        return
    with workspace.undo_group(f"taking an example into {workspace.clause_name()}"):
        text = workspace.answers.merge_text(workspace.answers.example_text(example), where)
        workspace.answers.insert_example(example, text)
    context.say(f"Taken: {example.label}. {question_speech.status(workspace)}")
    if hint := context.first_time(AFTER_TAKING):
        context.say(hint)


def _ask_where(context: PlainContext) -> Where | None:
    """Ask where new words go, if there are words; None if nowhere."""
    if not context.workspace.text.strip():
        return "replace"
    return add_or_replace(context.console, "There are words in the answer already. Say add, replace or cancel:")


@command("adopt")
def adopt(context: PlainContext, _: str) -> None:
    """Use the example in the answer as it is written."""
    if context.workspace.answers.accept_example():
        context.say(f"It is yours as it stands. {question_speech.status(context.workspace)}")
    else:
        context.say("There is no untouched example in the answer.")


@command("write")
def write(context: PlainContext, first_line: str) -> str:
    """Write the answer line by line; return what was said after the colon that ended it."""
    where = None if refuse_if_locked(context) else _ask_where(context)
    if where is None:
        return ""
    workspace = context.workspace
    before = workspace.text
    start = f"{before}\n\n" if where == "append" else ""
    with workspace.undo_group(f"writing {workspace.clause_name()}"):
        following = write_lines(context.console, start, before, workspace.answers.write, first_line)
    cleaned = clean_paste(workspace.text)
    if cleaned.done and workspace.text != before:
        workspace.answers.rewrite(cleaned.text, "recognizing tables and lists")
        context.say(f"{cleaned.done}. Say undo to bring back what you typed.")
    context.say(question_speech.status(workspace))
    return following


@command("change")
def change(context: PlainContext, _: str) -> None:
    """Change some words of the answer."""
    if refuse_if_locked(context):
        return
    workspace = context.workspace
    text = change_words(context.console, workspace.text)
    if text is not None:
        with workspace.undo_group(f"the change in {workspace.clause_name()}"):
            workspace.answers.write(text)
        context.say(f"Changed. {question_speech.status(workspace)}")


@command("editor")
def edit(context: PlainContext, _: str) -> None:
    """Write the answer in the person's own editor."""
    from mou_tui.external_editor import UNCHANGED, edit_externally

    if refuse_if_locked(context):
        return
    workspace = context.workspace
    before = workspace.text
    try:
        text = edit_externally(before)
    except MouError as error:
        context.say(error.message)
        return
    if text == before:
        context.say(UNCHANGED)
        return
    with workspace.undo_group(f"editing {workspace.clause_name()}"):
        replaced = workspace.answers.write(text)
    if replaced:
        context.say(f"{pluralize(replaced, 'control character')} replaced.")
    context.say(question_speech.status(workspace))


@command("fill")
def fill(context: PlainContext, argument: str) -> None:
    """Fill the blank of a number, which begins `argument`, with the words that follow it."""
    number, _, value = (part.strip() for part in argument.partition(" "))
    workspace = context.workspace
    text = workspace.text
    blank = nth(question_speech.blanks_here(workspace), number)
    if blank is None or not value:
        context.say("Say the number of a blank and the words, for example: fill 1 30 days. Say blanks to hear them.")
        return
    if refuse_if_locked(context):
        return
    with workspace.undo_group(f"filling a blank in {workspace.clause_name()}"):
        workspace.answers.write(replace_blank(text, blank, value))
    context.say(f"Filled. {question_speech.status(workspace)}")


@command("join")
def join(context: PlainContext, _: str) -> None:
    """Join the lines of the answer that go on in the next one, after saying how it will read."""
    if refuse_if_locked(context):
        return
    workspace = context.workspace
    joined = join_lines(workspace.text)
    if joined == workspace.text:
        context.say("No line here looks as if it goes on in the next one.")
        return
    context.say("As it is:")
    context.say(workspace.text)
    context.say("Joined:")
    context.say(joined)
    if context.console.choose("Join the lines? Say yes or no:", "yes", "no") == "yes":
        workspace.answers.rewrite(joined, "joining lines")
        context.say("Joined. Say undo to take that back.")


@command("clear")
def clear(context: PlainContext, _: str) -> None:
    """Empty the answer."""
    if refuse_if_locked(context):
        return
    is_cleared = context.workspace.answers.clear()
    context.say("Cleared. Say undo to take that back." if is_cleared else "There is nothing to clear.")


@command("undo")
def undo(context: PlainContext, _: str) -> None:
    """Take back the last step."""
    _undo_or_redo(context, "undo")


@command("redo")
def redo(context: PlainContext, _: str) -> None:
    """Do again the step that was taken back last."""
    _undo_or_redo(context, "redo")


def _undo_or_redo(context: PlainContext, direction: Direction) -> None:
    """Take back or do again the next step; where it lies on another clause, go there first and say what it is."""
    workspace = context.workspace
    step = workspace.undo_stack.next(direction)
    if step is None:
        context.say(workspace.undo_stack.why_nothing(direction))
    elif not workspace.navigation.is_in_view(step):
        workspace.go(step.clause_id)
        question_speech.question(workspace, context.say)
        does = "takes back" if direction == "undo" else "does again"
        context.say(f"Saying {direction} again {does}: {step.label}.")
    elif result := workspace.undo() if direction == "undo" else workspace.redo():
        context.say(result.message)
        if workspace.clause_id in changed_clause_ids(step):
            context.say(question_speech.status(workspace))
