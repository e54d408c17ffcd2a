"""The blanks of the answer and of the whole agreement: heard in a list, or filled one after another."""

from __future__ import annotations

from collections.abc import Sequence

from mou_tui.draft.blank_items import BlankOccurrence, FactPrompt
from mou_tui.draft.clause_lock import asked_again_sentence
from mou_tui.language.text import pluralize
from mou_tui.plain import question_speech, summaries
from mou_tui.plain.console import CommandInterrupt
from mou_tui.plain.context import PlainContext
from mou_tui.plain.form import Form
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.registry import command
from mou_tui.plain.speech import bare, number_of, unbracketed
from mou_tui.plain.vocabulary import END
from mou_tui.workspace.field_reading import completed, given_value, read_back
from mou_tui.workspace.forms import ASSIGNMENT, blank_field

ASSIGN, NONE, GO, BACK = "assign", "none", "go", "back"

HOW = (
    f"Say what belongs there; Enter alone leaves it. With a colon: :{ASSIGN} asks somebody to find out, :{NONE} says "
    f"it is no blank, :{GO} goes to it, :{BACK} goes one back, :{END} stops."
)


@command("blanks")
def tell_blanks(context: PlainContext, argument: str) -> None:
    """Say the blanks of the answer, or of the whole agreement; or fill those one after another."""
    part = argument.casefold()
    if not part:
        question_speech.blanks(context.workspace, context.say)
    elif "all".startswith(part):
        summaries.blanks(context.workspace.blanks, context.say)
    elif not "fill".startswith(part):
        context.say("Say blanks, or blanks with one of: all, fill.")
    elif context.workspace.read_only:
        context.say(question_speech.read_only(context.workspace))
    else:
        _fill_in_turn(context)


def _fill_in_turn(context: PlainContext) -> None:
    """Ask about each blank of the agreement, until all are done or the person stops or goes to one."""
    filler = context.workspace.blanks
    index = 0
    context.say(HOW if filler.blanks else "There are no blanks.")
    while index < len(blanks := filler.blanks):
        context.say("")
        context.say(f"Blank {index + 1} of {len(blanks)}, in {_in_context(blanks[index])}")
        try:
            step = _ask(context, blanks[index])
        except CommandInterrupt as interrupt:
            if interrupt.line not in (END, GO):
                raise
            if interrupt.line == GO:
                context.workspace.go(blanks[index].clause_id)
                question_speech.question(context.workspace, context.say)
            return
        index = max(0, _remaining(blanks[:index], filler.blanks) + step)
    context.say(f"That is all. {number_of(len(filler.blanks), 'blank').capitalize()} left.")


def _ask(context: PlainContext, blank: BlankOccurrence) -> int:
    """Ask what belongs in a blank and do it; return how many of the blanks that are left then to go on."""
    filler = context.workspace.blanks
    fact = filler.wanted(blank)
    prompt = "What belongs there?"
    if fact:
        known = filler.words_for(blank)
        hint = f"now {known}" if known else f"for example {fact.hint}"
        prompt = f"{fact.label}, filled wherever it stands, {hint}:"
    reached = filler.reached(filler.asked_once[fact] if fact else (blank,))
    if sentence := asked_again_sentence(context.workspace.checklist, reached):
        context.say(sentence)
    try:
        text = context.console.ask(prompt, also=(ASSIGN, NONE, GO, BACK))
    except CommandInterrupt as interrupt:
        if interrupt.line == ASSIGN:
            return _assign(context, blank)
        if interrupt.line == NONE:
            return _dismiss(context, blank)
        if interrupt.line == BACK:
            return -1
        raise
    except InputClosed as closed:
        if fact:
            filler.set_fact(fact, closed.unfinished)
        else:
            filler.fill((blank,), closed.unfinished)
        raise
    if not text and not (fact and filler.words_for(blank)):
        return 1
    field = filler.field_for(fact) if fact else blank_field(blank.blank.name)
    text = completed(field, text)
    if reading := read_back(field, text, context.workspace.history.today):
        context.say(reading.message)
    _fill(context, blank, fact, given_value(field, text))
    return 0


def _fill(context: PlainContext, blank: BlankOccurrence, fact: FactPrompt | None, text: str) -> None:
    if fact is None:
        _fill_with_same(context, blank, text)
        return
    filler = context.workspace.blanks
    filled = filler.set_fact(fact, text) if text else filler.fill_known()
    if filled:
        context.say(f"Filled, in {pluralize(filled, 'place')}.")


def _fill_with_same(context: PlainContext, blank: BlankOccurrence, text: str) -> None:
    """Fill a blank, and those of the same name for which the person says that they ask for the same."""
    workspace = context.workspace
    chosen: list[BlankOccurrence] = [blank]
    try:
        same_text = workspace.blanks.with_same_text(blank) if text else ()
        if same_text:
            context.say(f"{bare(blank.blank).capitalize()} also stands in {pluralize(len(same_text), 'other place')}.")
        for other in same_text:
            context.say(f"In {_in_context(other)}")
            if sentence := asked_again_sentence(workspace.checklist, workspace.blanks.reached((other,))):
                context.say(sentence)
            prompt = f"Is it “{text}” there too? Say yes; Enter alone leaves it:"
            answer = context.console.ask(prompt, obeys=True).casefold()
            chosen += [other] if answer and "yes".startswith(answer) else []
    finally:
        filled = workspace.blanks.fill(chosen, text)
        if filled:
            context.say(f"Filled, in {pluralize(filled, 'place')}.")


def _assign(context: PlainContext, blank: BlankOccurrence) -> int:
    """Ask who finds out what belongs in a blank; return how many blanks to go on."""
    form = Form(context.console, ASSIGNMENT, today=context.workspace.history.today)
    values = form.ask()
    if values is None:
        return 0
    context.workspace.blanks.assign(blank, values["who"], values["by"])
    context.say(f"{values['who']} finds out. Say actions to hear what is to be done.")
    form.resume_interrupt()
    return 1


def _dismiss(context: PlainContext, blank: BlankOccurrence) -> int:
    """Record that something is no blank, or say why that cannot be; return how many blanks to go on."""
    if why_not := context.workspace.blanks.why_not_dismissed(blank):
        context.say(why_not)
        return 0
    context.workspace.blanks.dismiss(blank)
    context.say(f"{bare(blank.blank).capitalize()} is no blank in {blank.where}. Say undo to take that back.")
    return 0


def _in_context(blank: BlankOccurrence) -> str:
    """Return where a blank is, and the text around it."""
    around = " ".join(f"{blank.before}{blank.blank.text}{blank.after}".split())
    return f"{blank.where}: {unbracketed(bare(blank.blank))}. It reads: {around}"


def _remaining(before: Sequence[BlankOccurrence], now: Sequence[BlankOccurrence]) -> int:
    """Return how many of the blanks that were there before still are, whatever was filled since."""
    count = 0
    for blank in before:
        if count < len(now) and (blank.clause_id, blank.blank.text) == (now[count].clause_id, now[count].blank.text):
            count += 1
    return count
