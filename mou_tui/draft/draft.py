"""Assemble the agreement from a session: title, opening, sections, signatures.

Pure values in, a pure value out. How it is written down is for `markdown`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.active_questions import active_questions
from mou_tui.draft.opening import opening_of
from mou_tui.draft.question_state import open_numbers
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import clean_line
from mou_tui.session.model import Answer, Party, Session, Signatory
from mou_tui.session.parts import Exhibit
from mou_tui.session.standing import standing

ClauseStatus = Literal["worded", "open", "reserved", "undecided"]

OPENING_LABEL = "Parties and definitions"
"""What to call the opening where clauses go by their labels."""

PROPOSED_TEXT = "the wording on the table"
"""The name of the wording in the answer, where parties propose others."""

UNKNOWN_PROPOSER = "somebody not known"
"""The name of whoever proposes a wording, where a file names neither party nor author."""


class CandidateText(NamedTuple):
    """Hold one of the alternatives of a clause none of which is chosen yet."""

    letter: str
    id: str
    """What it is under in the answer; empty for the current wording."""
    whose: str
    text: str
    party: str = ""
    """Id of the party that wants it; empty for the current wording, and where nobody knows."""


class Clause(NamedTuple):
    """Hold the text of one question in the agreement."""

    question_id: str
    number: str
    label: str
    standing: ClauseStatus
    """Whether it has wording, is not settled, is left out on purpose, or has several wordings and none chosen."""
    text: str
    not_blanks: tuple[str, ...] = ()
    """What looks like a blank in it and is none."""
    candidates: tuple[CandidateText, ...] = ()
    """The wordings side by side, while it is undecided."""


class Section(NamedTuple):
    """Hold the clauses of one topic in the agreement."""

    topic_id: str
    number: int
    title: str
    clauses: tuple[Clause, ...]


class Signature(NamedTuple):
    """Hold the lines for one signature."""

    party: str
    """Legal name of the party, or the blank that stands for it."""
    name: str
    title: str
    attest: bool = False
    """Whether a line for whoever attests it follows."""
    approved_as_to_form: bool = False
    """Whether a line for counsel's approval as to form follows."""


class Draft(NamedTuple):
    """Hold the whole agreement."""

    title: str
    disclaimer: str
    open: tuple[str, ...]
    """Numbers of the clauses still open."""
    opening: str
    sections: tuple[Section, ...]
    closing: str
    signatures: tuple[Signature, ...]
    counsel: tuple[str, ...]
    """What is left to counsel and was not discussed, after the signatures."""
    counsel_text: str = ""
    """What counsel wrote, in a section of its own before the signatures."""
    exhibits: tuple[Exhibit, ...] = ()
    standing: str = ""
    """From when it is in force; empty for a draft."""

    @property
    def counsel_number(self) -> int:
        """Return the number of counsel's section, after that of the last topic."""
        return len(self.sections) + 1


def session_title(checklist: Checklist, session: Session, *, is_short: bool = False) -> str:
    """Return the name of a session: the names of its parties, the district first, or their blanks.

    Args:
        checklist: says which parties there are.
        session: has their names.
        is_short: whether to prefer the short names.
    """
    parties = ((session.party(role.id), role) for role in reversed(checklist.parties))
    names = (((party.short if is_short else "") or party.name, role) for party, role in parties)
    return " and ".join(clean_line(name).text.strip() or f"[{role.blank}]" for name, role in names)


def signers(checklist: Checklist, session: Session) -> tuple[Party, ...]:
    """Return the parties that sign, and those of the checklist that are not known yet."""
    known = {party.id for party in session.parties}
    return (*session.signers, *(Party(role.id) for role in checklist.parties if role.id not in known))


def candidate_texts(session: Session, answer: Answer) -> tuple[CandidateText, ...]:
    """Return the alternatives of a clause, the proposed text first; empty where it has only one wording."""
    wordings = [("", PROPOSED_TEXT, answer.text, "")] if answer.alternatives and answer.text.strip() else []
    for alternative_id, alternative in answer.alternatives.items():
        party_id = alternative.proposer(alternative_id)
        whose = proposer_name(session, party_id, alternative.author)
        wordings.append((alternative_id, whose, alternative.text, party_id))
    return tuple(CandidateText(_letter(index), *wording) for index, wording in enumerate(wordings))


def wording_letters(session: Session, answer: Answer) -> str:
    """Return the letters of the wordings of a clause as one reads them (`A/B`, `A/B/C`, `A–E`)."""
    letters = [candidate.letter for candidate in candidate_texts(session, answer)]
    return "/".join(letters) if len(letters) <= 3 else f"{letters[0]}–{letters[-1]}"


def proposer_name(session: Session, party_id: str, author: str = "") -> str:
    """Return who proposes a wording: the party, and who wrote it for the party where that is known."""
    party = session.party(party_id)
    name = (party.short or party.name or party_id) if party_id else ""
    author = one_line_name(author)
    return f"{name} ({author})" if name and author else name or author or UNKNOWN_PROPOSER


def one_line_name(name: str) -> str:
    """Return a name from a file on one line."""
    return " ".join(clean_line(name).text.split())


def letter_on_table(answer: Answer) -> str:
    """Return the letter of the wording that parties speak on while others are next to it; empty where none does."""
    return _letter(0) if answer.alternatives and answer.text.strip() and not answer.not_applicable else ""


def _letter(index: int) -> str:
    return chr(ord("A") + index) if index <= ord("Z") - ord("A") else str(index + 1)


def exhibit_letter(index: int) -> str:
    """Return the letter of an exhibit by its index, from 0."""
    return _letter(index)


def assemble(checklist: Checklist, session: Session, still_open: tuple[str, ...] | None = None) -> Draft:
    """Assemble the agreement of a session.

    Args:
        checklist: what the session answers.
        session: the session.
        still_open: the numbers of the questions at which something is left to do; found here unless they are known.
    """

    def clause(question: Question) -> Clause:
        answer = session.answer(question.id)
        status: ClauseStatus = "worded" if answer.text.strip() else "open"
        if answer.alternatives:
            status = "undecided"
        if answer.not_applicable:
            status = "reserved"
        number = checklist.number(question.id)
        side_by_side = candidate_texts(session, answer) if answer.alternatives else ()
        return Clause(question.id, number, question.label, status, answer.text, answer.not_blanks, side_by_side)

    return Draft(
        title=session.title.strip() or checklist.document_title,
        disclaimer=checklist.disclaimer,
        open=open_numbers(checklist, session) if still_open is None else still_open,
        opening=opening_of(checklist, session),
        sections=tuple(
            Section(topic.id, number, topic.title, tuple(map(clause, active_questions(session, topic))))
            for number, topic in enumerate(checklist.topics, start=1)
        ),
        closing=checklist.closing,
        signatures=tuple(_signatures(checklist, session)),
        counsel=checklist.counsel,
        counsel_text=session.counsel.strip(),
        exhibits=session.exhibits,
        standing=standing(session),
    )


def _signatures(checklist: Checklist, session: Session) -> Iterator[Signature]:
    blanks = {role.id: f"[{role.name_blank}]" for role in checklist.parties}
    for party in signers(checklist, session):
        name = party.contracting_name or blanks.get(party.id) or party.short.strip() or "[legal name]"
        signatories = party.signatories or (Signatory(),)
        for number, signatory in enumerate(signatories, start=1):
            title = signatory.title or party.head.removeprefix("the ")
            is_last = number == len(signatories)
            attest, as_to_form = is_last and party.attest, is_last and party.approved_as_to_form
            yield Signature(name, signatory.name, title, attest, as_to_form)
