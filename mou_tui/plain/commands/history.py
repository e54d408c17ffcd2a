"""The history: what changed between two moments, how a clause came to read as it does, earlier wordings restored."""

from __future__ import annotations

from collections.abc import Iterable

from mou_tui.draft.statements import statement
from mou_tui.language.dates import clock_time, long_date
from mou_tui.language.due_dates import by_words
from mou_tui.plain import question_speech
from mou_tui.plain.command_parser import nth
from mou_tui.plain.commands.locks import refuse_if_locked
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command
from mou_tui.plain.speech import number_of
from mou_tui.reports.corrections import remark_words
from mou_tui.reports.meeting_log import Outcomes, as_sentence
from mou_tui.reports.restoration import replaced_words, support_of, word_changes
from mou_tui.reports.wording_history import Moment, before_day, change_of, changes, moment_words, now
from mou_tui.reports.wording_versions import WordingVersion, earlier_versions, moments_with_support, support_words
from mou_tui.session.history import Entry
from mou_tui.session.model import OPENING


@command("history")
def tell_history(context: PlainContext, argument: str) -> None:
    """Say what changed today, between two moments, or all that happened to the current clause."""
    part = argument.casefold()
    problem = context.workspace.session.history.past.problem
    if problem:
        context.say(f"What happened before cannot be read: {problem.message}")
    if not part or "today".startswith(part):
        today = context.workspace.history.timestamp.at[:10]
        session = context.workspace.session
        _tell_changes(context, "today", before_day(session, today), now(session))
    elif "between".startswith(part):
        _between(context)
    elif part == "here":
        _tell_clause(context)
    else:
        context.say("Say history, or history with one of: today, between, here.")


def _between(context: PlainContext) -> None:
    session = context.workspace.session
    points = moments_with_support(context.workspace.checklist, session)
    for number, moment in enumerate(points, start=1):
        context.say(as_sentence(f"{number}. {moment_words(moment)}"))
    numbers = [str(number) for number in range(1, len(points) + 1)]
    since, until = (
        points[int(context.console.choose(prompt, *numbers)) - 1]
        for prompt in ("From which moment? Say its number:", "To which moment? Say its number:")
    )
    since, until = sorted((since, until), key=points.index)
    when = f"from {moment_words(since)} to {moment_words(until)}"
    _tell_changes(context, when, since, until)


def _tell_changes(context: PlainContext, when: str, since: Moment, until: Moment) -> None:
    """Say what reads differently at two moments, and the wordings in between that a party spoke on."""
    session = context.workspace.session
    changed = changes(context.workspace.checklist, session, since, until)
    between = dict(earlier_versions(session, since, until))
    context.say(f"{number_of(len(changed), 'wording').capitalize()} changed {when}.")
    for change in changed:
        context.say("")
        context.say(f"{change.number} {change.label}.".strip())
        _tell_wording(context, "It", change.clause_id, change.before)
        _tell_versions(context, between.pop(change.clause_id, ()))
        _tell_wording(context, "Then it", change.clause_id, change.after)
    for clause_id, versions in between.items():
        change = change_of(context.workspace.checklist, clause_id, "", "")
        context.say("")
        context.say(f"{change.number} {change.label}: changed, and changed back.".strip())
        _tell_versions(context, versions)


def _tell_versions(context: PlainContext, versions: Iterable[WordingVersion]) -> None:
    for version in versions:
        context.say(f"In between it read, {support_words(context.workspace.session, version)}:")
        context.say(version.text)


def _tell_wording(context: PlainContext, heading: str, clause_id: str, text: str) -> None:
    if text.strip():
        context.say(f"{heading} read:")
        context.say(text)
    else:
        context.say(f"{heading} was {'written from the parties' if clause_id == OPENING else 'empty'}.")


def _tell_clause(context: PlainContext) -> None:
    """Say all that happened to the current clause, oldest first."""
    entries = [
        entry for entry in context.workspace.session.history.entries if entry.place == context.workspace.clause_id
    ]
    context.say(f"{number_of(len(entries), 'thing').capitalize()} happened to {context.workspace.clause_name()}.")
    outcomes, wordings = Outcomes(context.workspace.session), 0
    for entry in entries:
        wordings += _has_wording(entry)
        when = f"{long_date(entry.at)}, {clock_time(entry.at)}" if entry.at else "Before anything was noted"
        context.say(f"{when}: {_describe(entry, outcomes, wordings)}")
    if wordings:
        context.say("To bring a wording back, say restore and its number.")


def _describe(entry: Entry, outcomes: Outcomes, wordings: int) -> str:
    """Return what happened; a wording is numbered by how many there were until then."""
    if entry.corrects:
        return as_sentence(f"the {entry.kind} was corrected: {remark_words(entry)}")
    party = outcomes.name(entry.party)
    if entry.kind == "wording":
        return f"wording {wordings}: {entry.text}" if _has_wording(entry) else "it was cleared."
    if entry.kind == "alternative":
        proposer = outcomes.proposer(entry)
        return f"{proposer} proposed: {entry.text}" if entry.text.strip() else f"{proposer} withdrew its proposal."
    return {
        "position": as_sentence(statement([party], entry)),
        "choice": f"{outcomes.chosen(entry)} was chosen.",
        "set-aside": f"set aside: {entry.text}.",
        "later": f"{entry.who or 'someone'} was to check first{_by(entry)}.",
        "decision": f"decided: {entry.text}",
        "note": f"noted: {entry.text}",
        "action": f"{entry.who or 'someone'} took on: {entry.text}{_by(entry)}.",
        "milestone": f"{entry.text}.",
        "attendance": f"{entry.who or party} {'left' if entry.stand == 'left' else 'came'}.",
    }[entry.kind]


def _by(entry: Entry) -> str:
    return f", {by_words(entry.by)}" if entry.by else ""


def _earlier(context: PlainContext) -> tuple[Entry, ...]:
    """Return every wording that the current clause had, oldest first."""
    entries = context.workspace.session.history.entries
    return tuple(entry for entry in entries if entry.place == context.workspace.clause_id and _has_wording(entry))


@command("restore")
def restore(context: PlainContext, number: str) -> None:
    """Bring the earlier wording of a number back, and ask for it where none is said."""
    wordings = _earlier(context)
    if not wordings:
        context.say(f"No earlier wording of {context.workspace.clause_name()} is known.")
        return
    if not number:
        for position, entry in enumerate(wordings, start=1):
            _tell_earlier(context, position, entry)
        prompt = "Which one is to come back? Say its number; Enter alone leaves it as it is:"
        number = context.console.ask(prompt, obeys=True)
    chosen = nth(wordings, number)
    if chosen is None:
        context.say("Left as it was." if not number else "No wording has that number. Say restore to hear them.")
        return
    if chosen.text == context.workspace.text:
        context.say("It reads so already.")
        return
    if refuse_if_locked(context):
        return
    context.say(
        replaced_words(context.workspace.checklist, context.workspace.session, context.workspace.clause_id, chosen.text)
    )
    context.workspace.minutes.restore(context.workspace.clause_id, chosen.text)
    context.say(f"Wording {number} is back. {question_speech.status(context.workspace)} Say undo to take that back.")


def _tell_earlier(context: PlainContext, number: int, entry: Entry) -> None:
    """Say a wording that can be restored, what the parties said of it, and where it differs from the current one."""
    when = long_date(entry.at) if entry.at else "before anything was noted"
    support = support_of(context.workspace.session, context.workspace.clause_id, entry.text)
    context.say(f"Wording {number}, {when}{f', {support}' if support else ''}:")
    context.say(entry.text)
    for then, now_reads in word_changes(entry.text, context.workspace.text):
        if then and now_reads:
            context.say(f"It has “{then}” where “{now_reads}” stands now.")
        else:
            context.say(f"“{then}” is gone since." if then else f"“{now_reads}” was added since.")


def _has_wording(entry: Entry) -> bool:
    return entry.kind == "wording" and bool(entry.text.strip())
