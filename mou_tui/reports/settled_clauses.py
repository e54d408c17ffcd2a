"""Quote the settled clauses of an agreement for those who were not in the room, and name those not settled yet."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import emphasized, heading, line, paragraph, plain, strong, with_caption
from mou_tui.draft.draft import signers
from mou_tui.draft.markdown import worded
from mou_tui.draft.progress import QuestionProgress, assess_progress
from mou_tui.frozen import NamedTuple
from mou_tui.language.dates import long_date, parse_date
from mou_tui.session.model import Session
from mou_tui.session.standing import standing

NOTHING_SETTLED = "Nothing is settled on this yet"
LEFT_OUT = "The agreement has no clause on this."
TO_FILL_IN = "What stands in square brackets is still to be filled in."


class PageSection(NamedTuple):
    """Say which questions a page answers under one of its headings."""

    heading: str
    questions: tuple[str, ...]
    """Their ids, in the order of the page; those that a checklist does not ask are left out."""


class SettledClauses:
    """Quotes clauses of a session by the ids of their questions.

    A clause is settled if it has words of its own and nothing about it is open but blanks, as the draft counts them.

    Args:
        checklist: what the session answers.
        session: the session.
    """

    def __init__(self, checklist: Checklist, session: Session) -> None:
        self._session = session
        self._questions = {question.id: question for question in assess_progress(checklist, session).questions}

    def active(self, question_ids: Iterable[str]) -> list[QuestionProgress]:
        """Return the questions that the session asks, in the order of their ids."""
        return [self._questions[question_id] for question_id in question_ids if question_id in self._questions]

    def settled(self, question_ids: Iterable[str]) -> list[QuestionProgress]:
        """Return the questions whose clause is settled."""
        return [question for question in self.active(question_ids) if is_settled(question)]

    def has_blanks(self, question_ids: Iterable[str]) -> bool:
        """Tell whether a settled clause has something to fill in."""
        return any(question.blanks for question in self.settled(question_ids))

    def text(self, question: QuestionProgress) -> str:
        """Return the words of a clause."""
        return self._session.answer(question.id).text

    def blocks(self, question: QuestionProgress) -> tuple[Block, ...]:
        """Return a clause in its own words."""
        answer = self._session.answer(question.id)
        return worded(answer.text, answer.not_blanks, "show")

    def quoted(self, question: QuestionProgress) -> tuple[Block, ...]:
        """Return a clause in its own words, after its number and label."""
        return with_caption(strong(f"{question.number} {question.label}."), self.blocks(question))

    def under_heading(self, section: PageSection) -> Iterator[Block]:
        """Yield a section of a page; nothing if the session asks none of its questions."""
        questions = self.active(section.questions)
        if not questions:
            return
        yield heading(2, section.heading)
        yield from self.body(questions)

    def body(self, questions: Iterable[QuestionProgress]) -> Iterator[Block]:
        """Yield the clauses that are settled, and the names of those that are not or that were left out."""
        questions = list(questions)
        is_any_settled = any(map(is_settled, questions))
        unsettled = [question for question in questions if not is_settled(question) and not is_left_out(question)]
        for question in questions:
            if is_settled(question):
                yield from self.quoted(question)
            elif is_left_out(question):
                yield paragraph(strong(f"{question.number} {question.label}."), LEFT_OUT)
        if unsettled:
            begins = "Not settled yet" if is_any_settled else NOTHING_SETTLED
            yield paragraph(emphasized(f"{begins}: {named(unsettled)}."))

    def also(self, checklist: Checklist, question_ids: Container[str]) -> Iterator[Block]:
        """Yield the line that names settled clauses to look up, in the order of the agreement; nothing for none."""
        ids = (question.id for question in checklist.questions() if question.id in question_ids)
        if questions := self.settled(ids):
            yield paragraph(strong("Also in the agreement:"), f"{named(questions)}.")


def is_settled(question: QuestionProgress) -> bool:
    """Tell whether a clause has words that nothing is open about but blanks."""
    is_worded = question.state in ("written", "blanks") and not question.alternatives
    return is_worded and question.later is None and not question.agreement.open


def is_left_out(question: QuestionProgress) -> bool:
    """Tell whether a question was set aside, so that the agreement has no clause on it."""
    return question.state == "not-applicable"


def named(questions: Iterable[QuestionProgress]) -> str:
    """Return the numbers and labels of questions ("2.6 Searches; 2.7 Force and restraint")."""
    return "; ".join(f"{question.number} {question.label}" for question in questions)


def last_signature(checklist: Checklist, session: Session, today: str) -> str:
    """Return the day of the last signature; empty while any is not named and dated, lies ahead, or something is open.

    Args:
        checklist: what the session answers.
        session: the session.
        today: the day it is, `2026-11-30`.
    """
    if session.in_force:
        return parse_date(session.in_force.signed) if parse_date(session.in_force.signed) <= today else ""
    progress = assess_progress(checklist, session)
    if progress.blanks or any(question.open for question in progress.questions):
        return ""
    days = []
    for party in signers(checklist, session):
        for signatory in party.signatories:
            days.append(parse_date(signatory.date) if signatory.name.strip() else "")
        if not party.signatories:
            return ""
    return max(days) if all(day and day <= today for day in days) else ""


def standing_line(checklist: Checklist, session: Session, today: str) -> Block:
    """Return the line that says whether a page quotes a draft; `today` as of `last_signature`."""
    if state := standing(session, today):
        return paragraph(f"{state}.")
    if signed := last_signature(checklist, session, today):
        return paragraph(f"Every signature is dated, the last one {long_date(signed)}.")
    return paragraph(line(strong("Draft."), plain("Nobody has signed this agreement yet, and its words may change.")))
