"""What the parties say of the current wording."""

from __future__ import annotations

from mou_tui.checklist.model import Question
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.language.text import capitalize_first, for_display, join_and
from mou_tui.plain.agreement_speech import agreed, position, positions, say_wording
from mou_tui.plain.context import PlainContext
from mou_tui.plain.form import OPTIONAL, Form
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.registry import question_command
from mou_tui.plain.stance_parser import CHOICES, NOT_ASKED, Spoken, parse_check, parse_stance, spoken_by
from mou_tui.session.model import Party
from mou_tui.workspace.forms import CHECK, FieldSpec, reason_field, speaker_fields

NO_WORDING = "There is no wording yet that a party could have a position on. Say write or take first."


@question_command("positions")
def tell_positions(context: PlainContext, _question: Question, _: str) -> None:
    """Say what each party says of the wording."""
    positions(context.workspace, context.say)


@question_command("say")
def take_position(context: PlainContext, _: Question, argument: str) -> None:
    """Record what a party says; `argument` is the party, its stance and a reason, each asked for where missing."""
    if _refuse_without_wording(context):
        return
    workspace = context.workspace
    party, rest = ask_party(context.console, workspace, argument)
    if party is None:
        return
    stance, reason = parse_stance(rest)
    if stance is None:
        if rest:
            context.say(f"“{for_display(rest, 40)}” is not one of the positions.")
        name = party_in_sentence(workspace.checklist, party)
        stance = CHOICES[context.console.choose(f"What does {name} say?", *CHOICES)]
    form = _details_form(context, stance, reason)
    values = form.ask()
    if values is None:
        return
    if stance == NOT_ASKED:
        workspace.positions.forget(party.id)
    else:
        reason, who, by = (values.get(name, "") for name in ("reason", "who", "by"))
        workspace.positions.take(party.id, stance, reason, who, by)
    _confirm(context, (party,))
    form.resume_interrupt()


def _details_form(context: PlainContext, stance: Spoken, reason: str) -> Form:
    """Return the form for what belongs to a stance and was not said with it; say that Enter alone leaves it open."""
    known: dict[str, str] = {"stance": stance}
    fields: tuple[FieldSpec, ...] = ()
    if stance == "must-check":
        who, by = parse_check(reason)
        known |= {"who": who, "by": by, "reason": ""} if who or by else {}
        fields = CHECK
    elif stance != NOT_ASKED:
        known |= {"reason": reason} if reason or stance != "objects" else {}
        fields = (reason_field(stance),)
    if any(field.id not in known for field in fields):
        context.say(OPTIONAL)
    return Form(context.console, fields, known, today=context.workspace.history.today)


@question_command("spoke")
def attribute(context: PlainContext, _: Question, argument: str) -> None:
    """Record who spoke for a party, and how, of the position it has."""
    if _refuse_without_wording(context):
        return
    workspace = context.workspace
    party, rest = ask_party(context.console, workspace, argument)
    if party is None:
        return
    current = context.answer.positions.get(party.id)
    if current is None:
        name = party_in_sentence(workspace.checklist, party)
        context.say(f"Say first what {name} thinks, for example: say {party.id} agrees.")
        return
    speaker, via = spoken_by(rest)
    known = {"speaker": speaker or current.speaker, "via": via} if rest else {}
    form = Form(context.console, speaker_fields(current), known)
    values = form.ask()
    if values is None:
        return
    workspace.positions.attribute(party.id, values["speaker"], values["via"])
    _confirm(context, (party,))
    form.resume_interrupt()


@question_command("all")
def take_all(context: PlainContext, _question: Question, _: str) -> None:
    """Record that all present parties that said nothing else can live with the wording."""
    if _refuse_without_wording(context):
        return
    workspace = context.workspace
    before = workspace.positions.agreement
    parties = workspace.positions.all_can_live_with()
    if not parties:
        context.say("Every party at the table has said something else, or the same, already.")
    for stance in before.stances:
        if stance.prior_objection and stance.party in parties:
            name = party_in_sentence(workspace.checklist, stance.party)
            context.say(f"Of the earlier wording, {name} {stance.prior_objection}.")
    _confirm(context, (*parties, *(stance.party for stance in workspace.positions.agreement.objections)))
    if absent := workspace.positions.absent():
        names = join_and([party_in_sentence(workspace.checklist, party) for party in absent])
        verb = "is" if len(absent) == 1 else "are"
        context.say(f"{capitalize_first(names)} {verb} not at the table, so not asked.")


def _refuse_without_wording(context: PlainContext) -> bool:
    """Return whether no position can be taken because there is no wording; if so, say that."""
    is_refused = not context.workspace.positions.is_possible
    if is_refused:
        context.say(NO_WORDING)
    return is_refused


def _confirm(context: PlainContext, parties: tuple[Party, ...]) -> None:
    agreement = context.workspace.positions.agreement
    say_wording(context.workspace, context.say)
    for stance in agreement.stances:
        if stance.party in parties:
            context.say(position(context.workspace.checklist, stance))
    context.say(f"Agreed: {agreed(agreement)}.")
    if context.workspace.positions.tell_dating():
        context.say("No meeting is open. Positions are dated today. Say meeting begin to begin one.")
