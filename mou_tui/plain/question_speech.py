"""What is said about a question, in sentences that make sense when heard."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.checklist.model import Checklist, Example, Question
from mou_tui.draft.agreement import agreement_of
from mou_tui.draft.blanks import Blank, blanks_of, find_blanks
from mou_tui.draft.guidance import example_lines, why_lines
from mou_tui.plain.agreement_speech import agreed
from mou_tui.plain.speech import Say, aloud, number_of
from mou_tui.session.model import OPENING, Answer
from mou_tui.text import pluralize
from mou_tui.workspace.workspace import Workspace

NOT_HERE = "The opening is written from the parties until you change it. That word is for questions."
READ_ONLY = "This session is read-only. Say elsewhere to go on in a copy of it."
AROUND = 30
"""Characters that are said on either side of a blank without a name."""


def title(workspace: Workspace) -> str:
    """What to call the session; one whose parties have no names yet is new."""
    named = [party.name for party in workspace.session.parties if party.name.strip()]
    return workspace.title() if named else "A new agreement"


def question(workspace: Workspace, say: Say) -> None:
    """Where one is, what is asked, and how the text stands."""
    say("")
    asked = workspace.question
    if asked is None:
        say("The opening: who makes this agreement, and what do its words mean?")
    else:
        progress = workspace.progress().questions
        places = [one.id for one in progress]
        still_open = sum(one.open for one in progress)
        if asked.id in places:
            say(f"Question {places.index(asked.id) + 1} of {len(places)}; {still_open} open.")
        say(f"{workspace.clause_name()} {asked.label}. {asked.ask}")
        kind = ["essential"] if asked.essential else []
        kind += ["needs the whole room"] if asked.together else []
        kind += [pluralize(len(asked.points), "point"), pluralize(len(asked.examples), "example")]
        say(f"{', '.join(kind).capitalize()}.")
    say(standing(workspace))
    if workspace.answers.status_note():
        say(f"{aloud(workspace.answers.status_note())}.")


def standing(workspace: Workspace) -> str:
    """How the text stands, and, once parties are asked, whether they agree."""
    agreement = agreement_of(workspace.session, workspace.clause_id)
    is_asked = workspace.session.meeting is not None and bool(workspace.answer.text.strip())
    tells = agreement.state != "not-applicable" and (is_asked or agreement.state != "not-asked")
    return f"{aloud(workspace.answers.text_status())}.{f' Agreed: {agreed(agreement)}.' if tells else ''}"


def guidance(asked: Question, checklist: Checklist, state: str, say: Say) -> None:
    """Why it matters, who asks for it, what to discuss, and where that comes from."""
    lines = [f"{heading}: {line}" if heading else line for heading, line in why_lines(asked, checklist, state)]
    sources = [line for line in lines if line.startswith("Sources: ")]
    for line in lines:
        if line not in sources:
            say(line)
    say("To discuss:")
    for number, line in enumerate(asked.discuss, start=1):
        say(f"{number}. {line}")
    for line in sources:
        say(f"{line}.")


def points(asked: Question, answer: Answer, say: Say) -> None:
    """The points of a good answer, with those that are ticked."""
    ticked = sum(point.id in answer.points for point in asked.points)
    say(f"{pluralize(len(asked.points), 'point')}, {ticked or 'none'} ticked. A good answer:")
    for number, point in enumerate(asked.points, start=1):
        say(f"{number}. {'Ticked: ' if point.id in answer.points else ''}{point.text}.")


def examples(asked: Question, wording_of: Callable[[Example], str], say: Say, only: Example | None = None) -> None:
    """Every example, or one of them, with its wording, when it fits and what is said for and against it."""
    if asked.order and not only:
        say(f"{pluralize(len(asked.examples), 'example')}. They go {asked.order[:1].lower()}{asked.order[1:]}")
    for number, example in enumerate(asked.examples, start=1):
        if only in (None, example):
            say("")
            say(f"Example {number}: {example.label}.")
            for heading, line in example_lines(example):
                say(f"{heading}{line}")
            say("It reads:")
            say(wording_of(example))
    say("")
    say(f"To use it, say take {asked.examples.index(only) + 1}." if only else "To use one, say take and its number.")


def blanks_here(workspace: Workspace) -> tuple[Blank, ...]:
    """The blanks in what is on the table, to be told apart by their numbers."""
    return blanks_of(workspace.answer) if workspace.question else find_blanks(workspace.text)


def wording(workspace: Workspace, say: Say) -> None:
    """An answer as it stands, and then its blanks, for a reader may not be told of brackets."""
    say(workspace.text or "The answer is empty.")
    found = blanks_here(workspace)
    if found:
        names = "; ".join(dict.fromkeys(blank.name or blank.text for blank in found))
        say(f"It has {pluralize(len(found), 'blank')}: {names}.")


def blanks(workspace: Workspace, say: Say) -> None:
    """The blanks in an answer, to be filled by their numbers."""
    text, found = workspace.text, blanks_here(workspace)
    say(f"{number_of(len(found), 'blank').capitalize()} in this answer.")
    for number, blank in enumerate(found, start=1):
        say(f"Blank {number}: {_named(text, blank)}")
    if found:
        say("To fill one, say fill, its number and the words.")


def place_of(workspace: Workspace, place: str) -> str:
    """What to call a place: a clause number, or the opening."""
    return "the opening" if place == OPENING else workspace.checklist.number(place)


def _named(text: str, blank: Blank) -> str:
    """A blank by its name, or by the words around it."""
    if blank.name:
        return f"{blank.name}."
    before, after = text[: blank.start][-AROUND:], text[blank.end :][:AROUND]
    return " ".join(f"{blank.text}, in: {before}{blank.text}{after}".split())
