"""Commands that record the wordings parties want instead, read them out, and choose one of them."""

from __future__ import annotations

from mou_tui.checklist.model import Question
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.clause_lock import asked_again, will_be_asked
from mou_tui.draft.draft import CandidateText, candidate_texts
from mou_tui.draft.state_labels import undecided_label
from mou_tui.language.text import capitalize_first, join_and
from mou_tui.plain import question_speech
from mou_tui.plain.context import PlainContext
from mou_tui.plain.form import UNCHANGED
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.registry import command, question_command
from mou_tui.plain.text_input import write_lines
from mou_tui.session.format import is_own_alternative

NONE = "No party wants another wording. Say propose to write one down."


@question_command("propose")
def propose(context: PlainContext, _: Question, argument: str) -> str:
    """Write down, replace or withdraw the wording that a party wants; `argument` is the party, then the wording."""
    party, first_line = ask_party(context.console, context.workspace, argument)
    if party is None:
        return ""
    _withdraw_others(context, party.id)
    proposed = context.answer.alternatives.get(party.id)
    if proposed:
        context.say(f"{party_in_sentence(context.workspace.checklist, party, begins=True)} wants:")
        context.say(proposed.text)
        choice = context.console.choose("Say replace, withdraw or cancel:", "replace", "withdraw", "cancel")
        if choice == "withdraw":
            context.workspace.positions.propose(party.id, "")
            context.say(f"Withdrawn. {question_speech.status(context.workspace)}")
        elif choice == "cancel":
            context.say(UNCHANGED)
        if choice != "replace":
            return ""
    return _write(context, party.id, proposed.text if proposed else "", first_line)


def _withdraw_others(context: PlainContext, party_id: str) -> None:
    """Ask of each wording that came from counsel of a party, or of somebody not known, whether it stays."""
    for candidate in _candidates(context):
        if is_own_alternative(candidate.id) and candidate.party in ("", party_id):
            context.say(f"{candidate.letter} is {_whose(candidate)}:")
            context.say(candidate.text)
            if context.console.choose("Say keep or withdraw:", "keep", "withdraw") == "withdraw":
                context.workspace.positions.withdraw(candidate.id)
                context.say("Withdrawn.")


def _write(context: PlainContext, party_id: str, before: str, first_line: str) -> str:
    """Take in the wording of a party, which is one step however many lines it has; return what to do next."""
    versions = [before]
    party = context.workspace.session.party(party_id)
    context.say(f"Type the wording that {party_in_sentence(context.workspace.checklist, party)} wants.")
    try:
        following = write_lines(context.console, "", before, versions.append, first_line)
    finally:
        if versions[-1] != before:
            context.workspace.positions.propose(party_id, versions[-1])
    candidates = _candidates(context)
    if candidates:
        letters = join_and([f"{candidate.letter} is {_whose(candidate)}" for candidate in candidates])
        context.say(f"{letters}. Say alternatives to hear them.")
    context.say(question_speech.status(context.workspace))
    return following


@command("alternatives")
def tell_alternatives(context: PlainContext, _: str) -> None:
    """Say every wording that is next to the others, with its letter and whose it is."""
    candidates = _candidates(context)
    if not candidates:
        context.say(question_speech.NOT_HERE if context.question is None else NONE)
        return
    context.say(f"{capitalize_first(undecided_label(len(candidates)))}.")
    for candidate in candidates:
        context.say("")
        context.say(f"{candidate.letter}, {_whose(candidate)}:")
        context.say(candidate.text)
    context.say("")
    context.say(f"To choose one, say choose and its letter, for example: choose {candidates[0].letter}.")


@command("choose")
def choose(context: PlainContext, letter: str) -> None:
    """Choose the wording of a letter; the others stay in the record."""
    candidates = _candidates(context)
    if not candidates or not letter:
        tell_alternatives(context, "")
    if not candidates:
        return
    by_letter = {candidate.letter.casefold(): candidate for candidate in candidates}
    chosen = by_letter.get(letter.casefold())
    if chosen is None:
        chosen = by_letter[context.console.choose("Which letter? :cancel leaves them side by side:", *by_letter)]
    before = context.workspace.session
    context.workspace.positions.choose(chosen.id)
    context.say(f"Chosen: {chosen.letter}, {_whose(chosen)}. What was not chosen stays in the record.")
    parties = [party for clause in asked_again(before, context.workspace.session) for party in clause.parties]
    if parties:
        context.say(f"{will_be_asked(context.workspace.checklist, parties)}.")
    context.say(question_speech.status(context.workspace))


def _candidates(context: PlainContext) -> tuple[CandidateText, ...]:
    return candidate_texts(context.workspace.session, context.answer)


def _whose(candidate: CandidateText) -> str:
    return f"what {candidate.whose} wants" if candidate.id else candidate.whose
