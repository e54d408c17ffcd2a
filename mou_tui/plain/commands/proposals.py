"""Proposals from outside: listing them, answering them, and putting their words next to the clause."""

from __future__ import annotations

from mou_tui.plain.context import PlainContext
from mou_tui.plain.question_speech import read_only
from mou_tui.plain.registry import command
from mou_tui.reports.proposals import OUTCOMES, TITLE, VOICES, by_clause, clause_caption, outcome_words
from mou_tui.session.proposals import OutsideProposal
from mou_tui.workspace.forms import outcome_field

NONE_YET = (
    "There are no proposals from outside yet. Say export feedback for a form, and feedback to take in filled ones."
)
HOW = "To answer some, say proposals and their numbers: proposals 1 3. To put words beside: proposals beside 1."


@command("proposals")
def proposals(context: PlainContext, line: str) -> None:
    """Say what is proposed, or change what became of it.

    Args:
        context: the open session and where to ask.
        line: numbers of proposals to answer; or `beside` and one, to put its words beside its clause.
    """
    listed = _listed(context)
    words = line.casefold().split()
    is_wording = bool(words) and "beside".startswith(words[0])
    chosen = [int(word) for word in words[is_wording:] if word.isdecimal()]
    if not listed:
        context.say(NONE_YET)
    elif not words:
        _tell(context)
    elif not chosen or len(chosen) < len(words) - is_wording or not all(0 < number <= len(listed) for number in chosen):
        context.say(HOW)
    elif context.workspace.store.read_only or (is_wording and context.workspace.read_only):
        context.say(read_only(context.workspace))
    elif is_wording:
        obstacle = context.workspace.proposals.add_alternative(listed[chosen[0] - 1])
        context.say(obstacle or "Its words stand beside the clause.")
    else:
        _answer(context, [listed[number - 1] for number in chosen])


def _listed(context: PlainContext) -> list[OutsideProposal]:
    workspace = context.workspace
    return [held for group in by_clause(workspace.checklist, workspace.session).values() for held in group]


def _tell(context: PlainContext) -> None:
    workspace, number = context.workspace, 0
    context.say(f"{TITLE}:")
    for clause_id, held in by_clause(workspace.checklist, workspace.session).items():
        context.say(f"{clause_caption(workspace.checklist, clause_id)}.")
        for proposal in held:
            number += 1
            context.say(f"{number}. From {VOICES[proposal.from_]}: {proposal.text or 'no words, but a reason.'}")
            if proposal.reason:
                context.say(f"The reason: {proposal.reason}")
            context.say(outcome_words(proposal))
    context.say(HOW)


def _answer(context: PlainContext, proposals: list[OutsideProposal]) -> None:
    outcomes = list(OUTCOMES)
    outcome = outcomes[context.console.pick("What became of it?", list(OUTCOMES.values()))]
    why = context.console.ask(f"{outcome_field().label}:") if outcome else ""
    context.workspace.proposals.answer([proposal.id for proposal in proposals], outcome, why)
    context.say("Answered." if outcome else "It waits for an answer again.")
