"""How far a session is: the one function that says so, and the words for it.

Only the text is computed here; agreement is declared by people and never mixed in. A question that does not apply
leaves both sides of the count.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from mou_tui.checklist.checklist import Checklist, Question, Topic
from mou_tui.draft.blanks import Blank, find
from mou_tui.session.session import Answer, Later, Session

TextState = Literal["empty", "example", "blanks", "written", "not-applicable"]

WORDS: dict[TextState, str] = {
    "empty": "empty",
    "example": "example, not yet yours",
    "blanks": "has blanks",
    "written": "written",
    "not-applicable": "does not apply",
}
"""What to say of a state, on screen and line by line."""

GLYPHS: dict[TextState, str] = {"empty": "·", "example": "≈", "blanks": "□", "written": "■", "not-applicable": "–"}
"""One cell for a state where there is no room for words; tick marks belong to agreement."""


class QuestionProgress(NamedTuple):
    """How far one question is."""

    id: str
    number: str
    label: str
    essential: bool
    state: TextState
    blanks: tuple[Blank, ...]
    later: Later | None

    @property
    def open(self) -> bool:
        """Whether something is left to do: its text is not written, or someone must check first."""
        return self.state in ("empty", "example", "blanks") or self.later is not None


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


class Completeness(NamedTuple):
    """How far a session is."""

    topics: tuple[TopicProgress, ...]

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
    def blanks(self) -> int:
        """How many blanks stand in the answers."""
        return sum(len(question.blanks) for question in self.questions)

    def next_open(self, after: str) -> QuestionProgress | None:
        """The next open question after another one, going round; the same one if it alone is open, None if none is."""
        questions = self.questions
        place = next((index for index, question in enumerate(questions) if question.id == after), -1)
        return next(
            (question for question in (*questions[place + 1 :], *questions[: place + 1]) if question.open), None
        )


def in_play(checklist: Checklist, session: Session, topic: Topic) -> tuple[Question, ...]:
    """The questions of a topic that the depth asks, and any other that already has wording: nothing said is hidden."""
    return tuple(
        question
        for question in topic.questions
        if session.depth == "full" or question.essential or session.answer(question.id).text.strip()
    )


def state_of(answer: Answer) -> TextState:
    """The state of an answer's text."""
    if answer.not_applicable:
        return "not-applicable"
    if not answer.text.strip():
        return "empty"
    if answer.as_offered:
        return "example"
    return "blanks" if find(answer.text) else "written"


def assess(checklist: Checklist, session: Session) -> Completeness:
    """How far a session is."""

    def progress(question: Question) -> QuestionProgress:
        answer = session.answer(question.id)
        state = state_of(answer)
        blanks = () if state == "not-applicable" else find(answer.text)
        number = checklist.number(question.id)
        return QuestionProgress(question.id, number, question.label, question.essential, state, blanks, answer.later)

    return Completeness(
        tuple(
            TopicProgress(topic.id, number, topic.title, tuple(map(progress, in_play(checklist, session, topic))))
            for number, topic in enumerate(checklist.topics, start=1)
        )
    )
