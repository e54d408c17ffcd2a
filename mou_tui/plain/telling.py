"""What is read out about a question, in sentences that make sense when heard."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.checklist.checklist import Checklist, Example, Question
from mou_tui.desk import Desk
from mou_tui.draft.guidance import example_lines, why_lines
from mou_tui.session.session import Answer

Say = Callable[[str], None]


def question(desk: Desk, say: Say) -> None:
    """Where one is, what is asked, and how the text stands."""
    say("")
    asked = desk.question
    if asked is None:
        say("The opening: who makes this agreement, and what do its words mean?")
    else:
        topic = desk.checklist.topic_of(asked.id)
        progress = [one.id for one in desk.completeness().questions]
        say(f"Question {progress.index(asked.id) + 1} of {len(progress)}. {topic.title}.")
        kind = ["Essential"] if asked.essential else []
        kind += ["needs the whole room"] if asked.together else []
        say(f"{desk.name()} {asked.label}. {asked.ask}")
        if kind:
            say(f"{', '.join(kind)}.")
    say(f"{desk.standing()}.")
    if desk.remark():
        say(f"{desk.remark()}.")


def guidance(asked: Question, checklist: Checklist, state: str, say: Say) -> None:
    """Why it matters, who asks for it, and what to discuss."""
    for heading, line in why_lines(asked, checklist, state):
        say(f"{heading}: {line}" if heading else line)
    say("Discuss:")
    for number, line in enumerate(asked.discuss, start=1):
        say(f"{number}. {line}")


def points(asked: Question, answer: Answer, say: Say) -> None:
    """The points of a good answer, with those that are ticked."""
    say("A good answer:")
    for number, point in enumerate(asked.points, start=1):
        ticked = "ticked" if point.id in answer.points else "not ticked"
        say(f"{number}. {point.text} ({ticked})")


def examples(asked: Question, wording_of: Callable[[Example], str], say: Say) -> None:
    """Every example with when it fits and its wording."""
    if asked.order:
        say(asked.order)
    for number, example in enumerate(asked.examples, start=1):
        say("")
        say(f"Example {number}: {example.label}.")
        for heading, line in example_lines(example):
            say(f"{heading}{line}")
        say(wording_of(example))
    say("")
    say("To use one, say take and its number.")
