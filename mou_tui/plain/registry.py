"""The registry of commands: each name of the vocabulary has one function that carries it out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from mou_tui.checklist.model import Question
from mou_tui.plain.context import PlainContext
from mou_tui.plain.question_speech import NOT_HERE, read_only
from mou_tui.plain.vocabulary import COMMANDS, Command

Handler = Callable[[PlainContext, str], "str | None"]
"""Carries out a command with its argument; may return a further line to carry out."""

QuestionHandler = Callable[[PlainContext, Question, str], "str | None"]
"""The same for a command that needs a current question."""

HANDLERS: dict[str, Handler] = {}
"""The function of each command, by name; complete once `mou_tui.plain.commands` is imported."""


def command(name: str) -> Callable[[Handler], Handler]:
    """Register a function as the command `name`.

    Raises:
        ValueError: The vocabulary has no such command, or it is registered already.
    """
    if name not in COMMANDS or name in HANDLERS:
        raise ValueError(f"{name} is not in the vocabulary, or is registered already")

    def register(handler: Handler) -> Handler:
        HANDLERS[name] = handler
        return handler

    return register


def question_command(name: str) -> Callable[[QuestionHandler], Handler]:
    """Register a function that needs a current question; on the opening the command says so instead.

    Raises:
        ValueError: As of `command`.
    """

    def register(handler: QuestionHandler) -> Handler:
        @wraps(handler)
        def guarded(context: PlainContext, argument: str) -> str | None:
            if context.question is None:
                context.say(NOT_HERE)
                return None
            return handler(context, context.question, argument)

        return command(name)(guarded)

    return register


def dispatch(context: PlainContext, command: Command, argument: str) -> str | None:
    """Carry out a command, unless it changes a session that is read-only; return a further line to carry out.

    Raises:
        CommandInterrupt: Another command was given while this one asked for something.
        InputClosed: The person left.
        MouError: It could not be done, for a reason a person can do something about.
    """
    workspace = context.workspace
    if command.changes and workspace.read_only and (workspace.store.read_only or not command.when_in_force):
        context.say(read_only(workspace))
        return None
    return HANDLERS[command.name](context, argument)
