"""Commands that read out the question, what helps to answer it, the answer, and the draft."""

from __future__ import annotations

from mou_tui.checklist.model import Question
from mou_tui.draft.chosen_layers import asked_points
from mou_tui.draft.guidance import other_law_lines, source_lines
from mou_tui.plain import question_speech, summaries
from mou_tui.plain.command_parser import nth
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command, question_command
from mou_tui.plain.speech import aloud, number_of
from mou_tui.reports.review import FILTERS, review
from mou_tui.reports.search import search

MOST_HITS = 20
"""Hits of a search that are read out."""


@command("again")
def tell_question(context: PlainContext, _: str) -> None:
    """Say the question again."""
    question_speech.question(context.workspace, context.say)


@question_command("guidance")
def tell_guidance(context: PlainContext, question: Question, _: str) -> None:
    """Say why the question matters and what to discuss."""
    workspace = context.workspace
    question_speech.guidance(question, workspace.checklist, workspace.requirements.choice, context.say)


@command("law")
def tell_law(context: PlainContext, argument: str) -> None:
    """Say what is held of the law of the state; or, with `others`, of other states on the question."""
    if argument and "others".startswith(argument.casefold()):
        _tell_other_law(context)
    elif argument:
        context.say("Say law, to hear the law of your state; or law others, on this question.")
    else:
        summaries.law(context.workspace, context.say)


def _tell_other_law(context: PlainContext) -> None:
    workspace, question = context.workspace, context.question
    lines = (
        list(other_law_lines(question, workspace.checklist, workspace.requirements.choice.state)) if question else []
    )
    for line in lines:
        context.say(line)
    if not lines:
        context.say("We hold no law of another state on this question.")


@question_command("sources")
def tell_sources(context: PlainContext, question: Question, _: str) -> None:
    """Say what the guidance on the question rests on."""
    workspace = context.workspace
    lines = list(source_lines(question, workspace.checklist, workspace.requirements.choice))
    for heading, line in lines:
        context.say(f"{heading}: {line}")
    if not lines:
        context.say("No source is named here.")


@question_command("points")
def tell_points(context: PlainContext, question: Question, _: str) -> None:
    """Say the points of a good answer."""
    workspace = context.workspace
    asking = asked_points(workspace.checklist, question.id, workspace.requirements.choice)
    question_speech.points(question, context.answer, asking, context.say)


@question_command("examples")
def tell_examples(context: PlainContext, question: Question, number: str) -> None:
    """Say every example, or the one of a number."""
    example = nth(question.examples, number)
    question_speech.examples(question, context.workspace.answers.example_text, context.say, example)


@command("show")
def tell_answer(context: PlainContext, _: str) -> None:
    """Say the answer as it is, and what the agreement in force says."""
    question_speech.wording(context.workspace, context.say)
    if context.answer.current:
        context.say("")
        context.say("The agreement in force says:")
        context.say(context.answer.current)


@command("list")
def tell_progress(context: PlainContext, _: str) -> None:
    """Say the topics and how far each is."""
    summaries.progress(context.workspace, context.say)


@command("find")
def find(context: PlainContext, text: str) -> None:
    """Say where a text is in questions and answers."""
    hits = list(search(context.workspace.checklist, context.workspace.session, text))
    context.say(f"{number_of(len(hits), 'place').capitalize()} found.")
    for hit in hits[:MOST_HITS]:
        context.say(f"{hit.number or 'Opening'}, {hit.where}: {aloud(f'{hit.before}{hit.match}{hit.after}')}")
    if len(hits) > MOST_HITS:
        context.say(f"And {len(hits) - MOST_HITS} more. Say more words to find fewer.")
    if hits:
        context.say("To go to one, say go and its number.")


@command("review")
def tell_review(context: PlainContext, name: str) -> None:
    """Say the state of every question, or of those that a filter shows; or advice on the wording."""
    if name and "advice".startswith(name.casefold()):
        summaries.advised(context.workspace, context.say)
        return
    first = None if name else FILTERS[0]
    chosen = next((filter for filter in FILTERS if name and filter.endswith(name.casefold())), first)
    if chosen:
        workspace = context.workspace
        state = review(workspace.checklist, workspace.session, workspace.history.today)
        summaries.state(state, chosen, context.say)
    else:
        names = ", ".join(filter.split()[-1] for filter in (*FILTERS[1:], "advice"))
        context.say(f"Say review, or review with one of: {names}.")


@command("draft")
def tell_draft(context: PlainContext, part: str) -> None:
    """Say the draft, or the section or clause of a number."""
    summaries.draft(context.workspace.draft(), part, context.say)
