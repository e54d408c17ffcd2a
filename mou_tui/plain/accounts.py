"""What is said about the whole: how far it is, what is missing, how the draft reads."""

from __future__ import annotations

from mou_tui.desk import Desk
from mou_tui.draft.completeness import Completeness
from mou_tui.draft.draft import Clause, Draft, Section
from mou_tui.draft.review import Filter, Review, count
from mou_tui.plain.telling import Say, aloud, number_of

NONE: dict[Filter, str] = {
    "all": "Nothing is asked.",
    "open": "Nothing is open.",
    "blanks": "There are no blanks.",
    "later": "Nobody has to check anything first.",
    "set aside": "No question is set aside.",
}
"""What to say where a filter lets nothing through."""


def progress(desk: Desk, say: Say) -> None:
    """How far the whole is, and each topic."""
    done = desk.completeness()
    say(_how_far(done))
    for topic in done.topics:
        if topic.needed:
            say(f"{topic.number}. {topic.title}: {topic.written} of {count(topic.needed, 'question')} written.")
        else:
            say(f"{topic.number}. {topic.title}: does not apply.")


def state(looked_over: Review, wanted: Filter, say: Say) -> None:
    """The state of every question, or of those a filter lets through."""
    say(_how_far(looked_over.completeness))
    for title, rows in looked_over.filtered(wanted):
        say(f"{title}.")
        for row in rows:
            # The names of blanks are told without their brackets, which many readers leave out anyway.
            words = aloud(row.words).replace("[", "").replace("]", "")
            say(f"{row.number} {row.label}: {words}.".strip())
    if not looked_over.count(wanted):
        say(NONE[wanted])


def draft(whole: Draft, part: str, say: Say) -> None:
    """The draft as one reads it out; or a section by its number, or a clause by its.

    Without the signs of Markdown: a line to sign on is not heard as thirty underscores.
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


def _how_far(done: Completeness) -> str:
    blanks = number_of(done.blanks, "blank")
    return f"{done.written} of {count(done.needed, 'question')} written, {blanks} in the answers."


def _beginning(whole: Draft, say: Say) -> None:
    say(f"{whole.title}.")
    say(f"For discussion. Not approved by any party. {number_of(len(whole.open), 'clause').capitalize()} open.")
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
    wording = {"open": "Not yet settled.", "reserved": "Reserved."}.get(clause.standing, clause.text)
    say("")
    say(f"{clause.number} {clause.label}. {wording}")


def _end(whole: Draft, say: Say) -> None:
    say("")
    say(whole.closing)
    for signature in whole.signatures:
        name = f"by {signature.name}" if signature.name else "with a line for the name"
        say(f"Signature for {signature.party}, {name}, {signature.title or 'with a line for the title'}.")
    say("")
    say(f"Left to counsel, not discussed here: {'; '.join(whole.counsel)}.")
