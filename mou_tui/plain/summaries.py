"""What to say about the whole: how far it is, what is missing, how the draft reads, what to settle before signing."""

from __future__ import annotations

from mou_tui.draft.advice import advice
from mou_tui.draft.agreement import Agreement
from mou_tui.draft.blank_items import BlankOccurrence
from mou_tui.draft.draft import Clause, Draft, Section
from mou_tui.draft.progress import Progress
from mou_tui.language.text import join_and, pluralize
from mou_tui.plain import agreement_speech
from mou_tui.plain.speech import Say, aloud, bare, number_of, unbracketed
from mou_tui.reports.agenda import Agenda
from mou_tui.reports.meeting_log import as_sentence
from mou_tui.reports.obligations import NONE as NO_DATES
from mou_tui.reports.obligations import NOTE as DATES_NOTE
from mou_tui.reports.obligations import TITLE as DATES_TITLE
from mou_tui.reports.obligations import obligations, parted
from mou_tui.reports.open_meetings import HEADING, REMINDERS, is_before_first_meeting
from mou_tui.reports.review import Filter, Review
from mou_tui.reports.signing import ADVICE, TITLE, before_signing
from mou_tui.reports.state_law import NOTE, state_law
from mou_tui.session.model import Session
from mou_tui.workspace.blanks import BlankFiller
from mou_tui.workspace.workspace import Workspace

NONE = {
    "all": "Nothing is asked.",
    "open": "Nothing is open.",
    "blanks": "There are no blanks.",
    "objections": "Nobody objects.",
    "to confirm": "There is no position to confirm.",
    "clashes": "No clauses clash, as far as the examples tell, and every section referred to is there.",
    "later": "Nobody has to check anything first.",
    "set aside": "No question is set aside.",
}
"""What to say where a filter lets nothing through."""


def progress(workspace: Workspace, say: Say) -> None:
    """Say how far the whole is, and each topic."""
    done = workspace.progress()
    say(_how_far(done))
    for topic in done.topics:
        if topic.needed:
            needed = pluralize(topic.needed, "question")
            agreed = f", {topic.agreed or 'none'} agreed" if done.agreed else ""
            say(f"{topic.number}. {topic.title}: {topic.written} of {needed} written{agreed}.")
        else:
            say(f"{topic.number}. {topic.title}: does not apply.")


def state(looked_over: Review, wanted: Filter, say: Say) -> None:
    """Say the state of every question, or of those that a filter shows."""
    done = looked_over.progress
    say(_how_far(done))
    agreements = {progress.id: progress.agreement for progress in done.questions}
    for title, rows in looked_over.filtered(wanted):
        say(f"{title}.")
        for row in rows:
            status = unbracketed(aloud(row.status))
            say(f"{row.number} {row.label}: {status}.{_agreed(agreements.get(row.clause_id))}".strip())
    if not looked_over.count(wanted):
        say(NONE[wanted])


def draft(whole: Draft, part: str, say: Say) -> None:
    """Say the draft, or the section or clause of a number, without the signs of Markdown.

    A line to sign on is not heard as thirty underscores.
    """
    sections = [section for section in whole.sections if part in ("", str(section.number))]
    clauses = [clause for section in whole.sections for clause in section.clauses if clause.number == part]
    if not part:
        _beginning(whole, say)
    for section in sections:
        _section(section, say)
    for clause in clauses:
        _clause(clause, say)
    if not part:
        _end(whole, say)
    if not sections and not clauses:
        say("The draft has no part of that number. Say the number of a section or a clause, for example: draft 3.")


def blanks(filler: BlankFiller, say: Say) -> None:
    """Say every blank: facts that are filled everywhere, then the others, then what the room said is no blank."""

    def named(blank: BlankOccurrence) -> str:
        assigned = filler.assigned(blank)
        return f"{bare(blank.blank)}, which {assigned.who} finds out" if assigned else bare(blank.blank)

    say(f"{number_of(len(filler.blanks), 'blank').capitalize()} in the whole agreement.")
    asked = filler.asked_once
    if asked:
        say("Asked once, filled everywhere:")
    for wanted, alike in asked.items():
        say(f"{wanted.label}, in {join_and(list(dict.fromkeys(blank.where for blank in alike)))}.")
    open_blanks = [blank for blank in filler.blanks if not blank.is_fact]
    for place in dict.fromkeys(blank.where for blank in open_blanks):
        say(f"In {place}: {'; '.join(named(blank) for blank in open_blanks if blank.where == place)}.")
    if dismissed := filler.not_blanks:
        places = "; ".join(f"{bare(blank.blank)} in {blank.where}" for blank in dismissed)
        say(f"No blanks, as the room said: {places}.")
    if filler.blanks:
        say("To go through them one after another, say blanks fill.")


def agenda(agenda_items: Agenda, session: Session, say: Say) -> None:
    """Say what is to be settled, and the numbers of the actions to report on."""
    say(
        f"{pluralize(len(agenda_items.items), 'item')} to settle."
        if agenda_items.items
        else "Nothing is on the agenda."
    )
    numbers = {action.id: number for number, action in enumerate(session.actions, start=1)}
    for heading, items in agenda_items.sections:
        say(f"{heading}:")
        for item in items:
            of_action = f" Action {numbers[item.action]}." if item.action else ""
            say(f"{item.number} {unbracketed(aloud(item.text))}.{of_action}".strip())
    if agenda_items.items:
        say("To go to one, say go and its number.")
    if any(item.action for item in agenda_items.items):
        say("When an action is done, say done and its number.")
    if is_before_first_meeting(session):
        say(f"{HEADING}:")
        for reminder in REMINDERS:
            say(reminder)


def law(workspace: Workspace, say: Say) -> None:
    """Say what is held of the law of the chosen state and of federal law and grants, by question."""
    page = state_law(workspace.checklist, workspace.session, workspace.requirements.choice.state)
    say(f"{page.title}.")
    say(NOTE)
    for part in page.parts:
        say("")
        say(f"{part.heading}:")
        if part.remark:
            say(part.remark)
        for requirement in part.requirements:
            say(requirement.whole)
    say("")
    say("To go to a question, say go and its number.")


def signing(workspace: Workspace, say: Say) -> None:
    """Say what is still open before anybody signs, section by section."""
    say(f"{TITLE}.")
    say(ADVICE)
    for part in before_signing(workspace.checklist, workspace.session, workspace.history.today):
        say("")
        say(f"{part.heading}:" if part.lines or part.note else f"{part.heading}: none.")
        for line in part.lines:
            say(as_sentence(unbracketed(aloud(line.whole))))
        if part.note:
            say(part.below)
    say("")
    say("To write this to a file, say export signing. For its dates in a calendar, say export calendar.")


def dates(workspace: Workspace, say: Say) -> None:
    """Say what has to be done by when, as the law asks and as the agreement itself says."""
    listed = obligations(workspace.checklist, workspace.session)
    say(f"{DATES_TITLE}.")
    say(DATES_NOTE if listed else NO_DATES)
    for title, items in parted(listed):
        say("")
        say(f"{title}:")
        for item in items:
            whole = unbracketed(aloud(item.whole))
            say(f"{item.days}: {whole}" if item.day else whole)
    say("")
    say("To write this to a file, say export deadlines. For all of it in a calendar, say export calendar.")


def advised(workspace: Workspace, say: Say) -> None:
    """Say the advice on the wording: where it applies, and why it matters."""
    advice_items = advice(workspace.checklist, workspace.session)
    if not advice_items:
        say("There is no advice on the wording as it is.")
        return
    say(f"{pluralize(len(advice_items), 'place')} to look at again. It is advice, and changes no count.")
    for item in advice_items:
        say("")
        say(f"{item.number} {item.label}: {item.about}")
        after = item.after if item.after[:1] in ".,;:)?!" else f" {item.after}"
        say(f"It reads: {item.before} {' '.join(item.phrase.split())}{after}")
        say(f"“{item.phrase}”: {item.why}")


def _agreed(agreement: Agreement | None) -> str:
    """Return whether the parties agree, once any of them was asked."""
    if agreement is None or agreement.state in ("not-asked", "not-applicable"):
        return ""
    return f" Agreed: {agreement_speech.agreed(agreement)}."


def _how_far(done: Progress) -> str:
    blanks = number_of(done.blanks, "blank")
    objections = f", {pluralize(done.objections, 'objection')}" if done.objections else ""
    written = f"{done.written} of {pluralize(done.needed, 'question')} written"
    return f"{written}, {done.agreed or 'none'} agreed, {blanks}{objections}."


def _beginning(whole: Draft, say: Say) -> None:
    say(f"{whole.title}.")
    still_open = f"{number_of(len(whole.open), 'clause').capitalize()} open."
    say(f"{whole.standing}." if whole.standing else f"For discussion. Not approved by any party. {still_open}")
    say(whole.disclaimer)
    say("")
    say(whole.opening)


def _section(section: Section, say: Say) -> None:
    say("")
    say(f"Section {section.number}. {section.title}.")
    for clause in section.clauses:
        _clause(clause, say)
    if not section.clauses:
        say("Reserved.")


def _clause(clause: Clause, say: Say) -> None:
    wording = {"open": "Not yet settled.", "reserved": "Reserved.", "undecided": "Not yet chosen."}
    say("")
    say(f"{clause.number} {clause.label}. {wording.get(clause.standing, clause.text)}")
    if clause.standing == "undecided":
        for candidate in clause.candidates:
            say(f"Alternative {candidate.letter}, {candidate.whose}: {candidate.text}")


def _end(whole: Draft, say: Say) -> None:
    say("")
    say(whole.closing)
    for signature in whole.signatures:
        name = f"by {signature.name}" if signature.name else "with a line for the name"
        say(f"Signature for {signature.party}, {name}, {signature.title or 'with a line for the title'}.")
    say("")
    say(f"Matters left to counsel: {'; '.join(whole.counsel)}.")
