"""The agenda, and confirming in one go what was prepared before the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.progress import QuestionProgress
from mou_tui.language.text import capitalize_first, join_and, pluralize
from mou_tui.plain import summaries
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command

ANSWERS = ("yes", "no", "stop")
"""What one can say of a clause that is read out."""


@command("agenda")
def tell_agenda(context: PlainContext, _: str) -> None:
    """Say what is to be settled."""
    workspace = context.workspace
    summaries.agenda(workspace.meetings.agenda(), workspace.session, context.say)
    if workspace.positions.prepared():
        context.say("Say confirm to hear what was prepared, and to confirm it clause by clause.")


@command("confirm")
def confirm_prepared(context: PlainContext, _: str) -> None:
    """Go through the prepared essentials, then say what is left out and why."""
    prepared = context.workspace.positions.sorted_prepared()
    if prepared.ready:
        context.say(f"{pluralize(len(prepared.ready), 'essential')} prepared and written, one after the other.")
        _read_out(context, prepared.ready)
    else:
        context.say("Nothing that was prepared is waiting to be confirmed.")
    if prepared.left_out:
        context.say("Left out, and why:")
        for reason in prepared.left_out:
            context.say(f"{capitalize_first(reason.message)}.")


def _read_out(context: PlainContext, prepared: Iterable[QuestionProgress]) -> None:
    """Read each clause out, and record at once that all present can live with it, where they say so."""
    confirmed: list[str] = []
    try:
        for progress in prepared:
            context.say("")
            context.say(f"{progress.number} {progress.label}.")
            context.say(context.workspace.session.answer(progress.id).text)
            answer = context.console.choose("Can all who are present live with it? Say yes, no or stop:", *ANSWERS)
            if answer == "stop":
                break
            if answer == "yes":
                context.workspace.positions.confirm_prepared((progress.id,))
                confirmed.append(progress.number)
    finally:
        _say_confirmed(context, confirmed)


def _say_confirmed(context: PlainContext, numbers: Sequence[str]) -> None:
    workspace = context.workspace
    parties = [party_in_sentence(workspace.checklist, party) for party in workspace.session.present]
    if numbers:
        present = capitalize_first(join_and(parties or ["nobody"]))
        context.say(f"Confirmed: {', '.join(numbers)}. {present} can live with it, where they said nothing else.")
    else:
        context.say("Nothing was confirmed.")
