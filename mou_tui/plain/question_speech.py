"""What to say about a question, in sentences that make sense when heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mou_tui.checklist.model import Checklist, Example, Question
from mou_tui.draft.agreement import agreement_of
from mou_tui.draft.blanks import Blank, blanks_of, find_blanks
from mou_tui.draft.chosen_layers import LayerChoice
from mou_tui.draft.draft import session_title
from mou_tui.draft.guidance import OTHER_LAW, example_lines, source_lines, why_lines
from mou_tui.draft.points import covered_by_example
from mou_tui.language.text import capitalize_first, lower_first, pluralize
from mou_tui.plain.agreement_speech import agreed
from mou_tui.plain.speech import Say, aloud, number_of
from mou_tui.session.model import OPENING, Answer
from mou_tui.session.parts import is_own_clause
from mou_tui.workspace.workspace import Workspace

NOT_HERE = "The opening is written from the parties until you change it. That word is for questions."
ELSEWHERE = "Say elsewhere to go on in a copy of it."
READ_ONLY = f"This session is read-only. {ELSEWHERE}"
AROUND = 30
"""Characters that are said on either side of a blank without a name."""


def read_only(workspace: Workspace) -> str:
    """Return why nothing can be changed, and what to do instead."""
    return READ_ONLY if workspace.store.read_only else workspace.adoption.locked_message


def title(workspace: Workspace) -> str:
    """Return what to call the session; one whose parties have no names yet is a new agreement."""
    named = [party.name for party in workspace.session.parties if party.name.strip()]
    return session_title(workspace.checklist, workspace.session) if named else "A new agreement"


def question(workspace: Workspace, say: Say) -> None:
    """Say the number of the question, what it asks, and the state of its text."""
    say("")
    asked = workspace.question
    if asked is None:
        say("The opening: who makes this agreement, and what do its words mean?")
    else:
        progress = workspace.progress().questions
        ids = [question.id for question in progress]
        open_count = sum(question.open for question in progress)
        if asked.id in ids:
            say(f"Question {ids.index(asked.id) + 1} of {len(ids)}; {open_count} open.")
        say(f"{workspace.clause_name()} {asked.label}. {asked.ask}")
        kind = ["your own clause"] if is_own_clause(asked.id) else ["essential"] if asked.essential else []
        kind += ["needs the whole room"] if asked.together else []
        kind += [pluralize(len(asked.points), "point"), pluralize(len(asked.examples), "example")]
        say(f"{', '.join(kind).capitalize()}.")
    say(status(workspace))
    if workspace.answers.points_status():
        say(f"{capitalize_first(aloud(workspace.answers.points_status()))}.")
    if workspace.answers.status_note():
        say(f"{aloud(workspace.answers.status_note())}.")


def status(workspace: Workspace) -> str:
    """Return the state of the text, and, once parties are asked, whether they agree."""
    agreement = agreement_of(workspace.session, workspace.clause_id)
    is_asked = workspace.session.meeting is not None and bool(workspace.answer.text.strip())
    is_spoken = agreement.state != "not-applicable" and (is_asked or agreement.state != "not-asked")
    return f"{aloud(workspace.answers.text_status())}.{f' Agreed: {agreed(agreement)}.' if is_spoken else ''}"


def guidance(asked: Question, checklist: Checklist, choice: LayerChoice, say: Say) -> None:
    """Say why a question matters, who asks for it, and what to discuss."""
    for heading, line in why_lines(asked, checklist, choice):
        hint = " To hear them, say law others." if heading == OTHER_LAW else ""
        say(f"{heading}: {line}{hint}" if heading else line)
    say("To discuss:")
    for number, line in enumerate(asked.discuss, start=1):
        say(f"{number}. {line}")
    if any(source_lines(asked, checklist, choice)):
        say("To hear the sources, say sources.")


def points(asked: Question, answer: Answer, asking: Mapping[str, str], say: Say) -> None:
    """Say the points of a good answer, which are ticked, and who asks for one: `asking`, by the id of the point."""
    ticked = sum(point.id in answer.points for point in asked.points)
    say(f"{pluralize(len(asked.points), 'point')}, {ticked or 'none'} ticked. A good answer:")
    covered = covered_by_example(asked, answer)
    for number, point in enumerate(asked.points, start=1):
        ticked_by = "Ticked, covered by the example: " if point.id in covered else "Ticked: "
        asked_by = f"; {asking[point.id]} asks for this" if point.id in asking else ""
        say(f"{number}. {ticked_by if point.id in answer.points else ''}{point.text}{asked_by}.")


def examples(asked: Question, wording_of: Callable[[Example], str], say: Say, only: Example | None = None) -> None:
    """Say every example, or only one, with its wording, when it fits, and what is for and against it."""
    if asked.order and not only:
        say(f"{pluralize(len(asked.examples), 'example')}. They go {lower_first(asked.order)}")
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
    """Return the blanks in the current text, in the order of their numbers."""
    return blanks_of(workspace.answer) if workspace.question else find_blanks(workspace.text)


def wording(workspace: Workspace, say: Say) -> None:
    """Say the text of the answer, and then its blanks, since a screen reader may leave out brackets."""
    say(workspace.text or "The answer is empty.")
    blanks = blanks_here(workspace)
    if blanks:
        names = "; ".join(dict.fromkeys(blank.name or blank.text for blank in blanks))
        say(f"It has {pluralize(len(blanks), 'blank')}: {names}.")


def blanks(workspace: Workspace, say: Say) -> None:
    """Say the blanks in the answer with their numbers, by which they are filled."""
    text, here = workspace.text, blanks_here(workspace)
    say(f"{number_of(len(here), 'blank').capitalize()} in this answer.")
    for number, blank in enumerate(here, start=1):
        say(f"Blank {number}: {_describe(text, blank)}")
    if here:
        say("To fill one, say fill, its number and the words.")


def place_of(workspace: Workspace, clause_id: str) -> str:
    """Return what to call a clause: its number, or "the opening"."""
    return "the opening" if clause_id == OPENING else workspace.checklist.number(clause_id)


def _describe(text: str, blank: Blank) -> str:
    """Return the name of a blank, or the words around one without a name."""
    if blank.name:
        return f"{blank.name}."
    before, after = text[: blank.start][-AROUND:], text[blank.end :][:AROUND]
    return " ".join(f"{blank.text}, in: {before}{blank.text}{after}".split())
