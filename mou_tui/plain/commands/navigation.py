"""Commands that go from question to question."""

from __future__ import annotations

from mou_tui.plain import question_speech
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command
from mou_tui.session.model import OPENING


@command("next")
def go_next(context: PlainContext, _: str) -> str | None:
    """Go to the next question; after the last one, return the command that says the review."""
    following = context.workspace.navigation.neighbor(+1)
    if following is None:
        context.say("That was the last question. Here is the review.")
        return "review"
    workspace = context.workspace
    if end := workspace.navigation.topic_end(following, workspace.progress().topics):
        context.say(end)
    _go_to(context, following)
    return None


@command("skip")
def skip(context: PlainContext, argument: str) -> str | None:
    """Leave the question as it is and go to the next."""
    return go_next(context, argument)


@command("back")
def go_back(context: PlainContext, _: str) -> None:
    """Go to the question before."""
    previous = context.workspace.navigation.neighbor(-1)
    if previous is None:
        context.say("This is the beginning.")
    else:
        _go_to(context, previous)


@command("open")
def go_to_open(context: PlainContext, _: str) -> None:
    """Go to the next question with something left to do."""
    following = context.workspace.progress().next_open(context.workspace.clause_id)
    if following is None:
        context.say("Nothing is open. Say review to hear the whole.")
    else:
        _go_to(context, following.id)


@command("go")
def go(context: PlainContext, number: str) -> None:
    """Go to the clause or topic of a number, or to the opening."""
    if number.casefold() == OPENING:
        _go_to(context, OPENING)
        return
    questions = context.workspace.progress().questions
    matching = [question.id for question in questions if number in (question.number, question.number.split(".")[0])]
    if matching:
        _go_to(context, matching[0])
    else:
        context.say("Nothing of that number is asked. Say list to hear the topics, or for example: go 3.1.")


@command("blank")
def blank_second_screen(context: PlainContext, _: str) -> None:
    """Show nothing of the agreement on the second screen, or show it again."""
    store = context.workspace.store
    if store.read_only:
        context.say("A session that is read-only does not lead a second screen.")
    elif store.ui_state.second_screen.is_blank:
        store.ui_state.second_screen.show()
        context.say("The second screen shows the agreement again.")
    else:
        store.ui_state.second_screen.blank()
        context.say("The second screen is blank. Say blank again to show the agreement there.")


def _go_to(context: PlainContext, clause_id: str) -> None:
    context.workspace.go(clause_id)
    question_speech.question(context.workspace, context.say)
