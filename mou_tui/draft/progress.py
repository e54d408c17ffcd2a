"""How far a session is: the one function that says so, and the words for it.

Text and agreement are two counts side by side: the text is computed, agreement is declared by people (see `agreement`),
and neither touches the other. A question that does not apply leaves both sides of both counts.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from mou_tui.checklist.model import Checklist, Question, Topic
from mou_tui.draft.agreement import Agreement, agreement_of
from mou_tui.draft.blanks import Blank, blanks_of, find_blanks
from mou_tui.draft.opening import opening_of
from mou_tui.session.meeting import Action
from mou_tui.session.model import Answer, Deferral, Session

TextState = Literal["empty", "example", "earlier", "blanks", "written", "not-applicable"]

STATE_LABELS: dict[TextState, str] = {
    "empty": "empty",
    "example": "example, not yet yours",
    "earlier": "from the earlier agreement, not yet looked at",
    "blanks": "has blanks",
    "written": "written",
    "not-applicable": "does not apply",
}
"""What to say of a state, on screen and line by line."""

ALTERNATIVES = "alternatives, none chosen"
"""What to say where several wordings stand side by side; like any other blank, it is to be filled."""

STATE_GLYPHS: dict[TextState, str] = {
    "empty": "·",
    "example": "≈",
    "earlier": "◇",
    "blanks": "□",
    "written": "■",
    "not-applicable": "–",
}
"""One cell for a state where there is no room for words; tick marks belong to agreement."""


class QuestionProgress(NamedTuple):
    """How far one question is."""

    id: str
    number: str
    label: str
    essential: bool
    state: TextState
    blanks: tuple[Blank, ...]
    later: Deferral | None
    alternatives: int
    """How many wordings stand beside the one on the table, none of them chosen."""
    agreement: Agreement

    @property
    def open(self) -> bool:
        """Whether something is left to do: its text is not written, someone must check first, or a party objects."""
        return self.state in ("empty", "example", "earlier", "blanks") or self.later is not None or self.agreement.open

    @property
    def words(self) -> str:
        """The state of its text in words."""
        return ALTERNATIVES if self.alternatives and self.state == "blanks" else STATE_LABELS[self.state]


class TopicProgress(NamedTuple):
    """How far one topic is."""

    id: str
    number: int
    title: str
    questions: tuple[QuestionProgress, ...]

    @property
    def needed(self) -> int:
        """How many of its questions apply."""
        return sum(question.state != "not-applicable" for question in self.questions)

    @property
    def written(self) -> int:
        """How many of them are written."""
        return sum(question.state == "written" for question in self.questions)

    @property
    def agreed(self) -> int:
        """How many of them the parties agree on."""
        return sum(question.agreement.state == "agreed" for question in self.questions)


class Progress(NamedTuple):
    """How far a session is."""

    topics: tuple[TopicProgress, ...]
    actions: tuple[Action, ...] = ()
    """What is still to be done."""
    opening: tuple[Blank, ...] = ()
    """The blanks of the opening."""

    @property
    def questions(self) -> tuple[QuestionProgress, ...]:
        """Every question in play, in order."""
        return tuple(question for topic in self.topics for question in topic.questions)

    @property
    def needed(self) -> int:
        """How many questions apply."""
        return sum(topic.needed for topic in self.topics)

    @property
    def written(self) -> int:
        """How many of them are written."""
        return sum(topic.written for topic in self.topics)

    @property
    def agreed(self) -> int:
        """How many questions the parties agree on."""
        return sum(topic.agreed for topic in self.topics)

    @property
    def objections(self) -> int:
        """How many objections stand to a wording as it is now."""
        return sum(len(question.agreement.objections) for question in self.questions)

    @property
    def to_confirm(self) -> int:
        """How many positions were given on another wording."""
        return sum(len(question.agreement.to_confirm) for question in self.questions)

    @property
    def later(self) -> int:
        """How many things someone must check first."""
        put_off = sum(question.later is not None for question in self.questions)
        checks = sum(len(question.agreement.checks) for question in self.questions)
        return put_off + checks + sum(action.kind == "check" for action in self.actions)

    @property
    def actions_open(self) -> int:
        """How many actions are still to be done."""
        return sum(action.kind == "do" for action in self.actions)

    @property
    def blanks(self) -> int:
        """How many blanks stand in the whole agreement, its opening with it."""
        return len(self.opening) + sum(len(question.blanks) for question in self.questions)

    def next_open(self, after: str) -> QuestionProgress | None:
        """The next open question after another one, going round; the same one if it alone is open, None if none is."""
        questions = self.questions
        place = next((index for index, question in enumerate(questions) if question.id == after), -1)
        return next(
            (question for question in (*questions[place + 1 :], *questions[: place + 1]) if question.open), None
        )


def active_questions(session: Session, topic: Topic) -> tuple[Question, ...]:
    """The questions of a topic that the depth asks, and any other that already has wording: nothing said is hidden."""
    return tuple(
        question
        for question in topic.questions
        if session.depth == "full" or question.essential or is_started(session.answer(question.id))
    )


def is_started(answer: Answer) -> bool:
    """Whether there is wording for a question, on the table or beside it."""
    return bool(answer.text.strip() or answer.alternatives)


def text_state(answer: Answer) -> TextState:
    """The state of an answer's text."""
    if answer.not_applicable:
        return "not-applicable"
    if not answer.text.strip() and not answer.alternatives:
        return "empty"
    if answer.is_unmodified_example and not answer.alternatives:
        return "example"
    if answer.is_unreviewed and not answer.alternatives:
        return "earlier"
    return "blanks" if answer.alternatives or blanks_of(answer) else "written"


def assess_progress(checklist: Checklist, session: Session) -> Progress:
    """How far a session is."""

    def progress(question: Question) -> QuestionProgress:
        answer = session.answer(question.id)
        state = text_state(answer)
        applies = state != "not-applicable"
        return QuestionProgress(
            question.id,
            checklist.number(question.id),
            question.label,
            question.essential,
            state,
            blanks_of(answer) if applies else (),
            answer.later,
            len(answer.alternatives) if applies else 0,
            agreement_of(session, question.id),
        )

    return Progress(
        tuple(
            TopicProgress(topic.id, number, topic.title, tuple(map(progress, active_questions(session, topic))))
            for number, topic in enumerate(checklist.topics, start=1)
        ),
        tuple(action for action in session.actions if not action.done),
        find_blanks(opening_of(checklist, session)),
    )
