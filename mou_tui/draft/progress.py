"""Assess how far a session is.

Text and agreement are two counts side by side: the text is computed, agreement is declared by people (see `agreement`),
and neither touches the other. A question that does not apply leaves both sides of both counts.
"""

from __future__ import annotations

from mou_tui.checklist.model import Checklist, Question, Topic
from mou_tui.draft.active_questions import active_questions
from mou_tui.draft.agreement import Agreement, agreement_of
from mou_tui.draft.blanks import Blank, blanks_of, find_blanks
from mou_tui.draft.opening import opening_of
from mou_tui.draft.points import PointsProgress, is_very_short, points_progress
from mou_tui.draft.question_state import count_wordings, is_open, text_state
from mou_tui.draft.state_labels import STATE_LABELS, TextState, undecided_label
from mou_tui.frozen import NamedTuple
from mou_tui.session.meeting import Action
from mou_tui.session.model import Answer, Deferral, Session


class QuestionProgress(NamedTuple):
    """Hold the progress of one question."""

    id: str
    number: str
    label: str
    essential: bool
    state: TextState
    blanks: tuple[Blank, ...]
    later: Deferral | None
    alternatives: int
    """How many alternatives there are to the proposed text, none of them chosen."""
    wordings: int
    """How many wordings there are, the proposed text among them."""
    agreement: Agreement
    points: PointsProgress
    is_very_short: bool
    """Whether its text is a word or two."""

    @property
    def open(self) -> bool:
        """Tell whether something is left to do: text to write, a check to make, or an objection."""
        return is_open(self.state, self.later, self.agreement)

    @property
    def state_label(self) -> str:
        """Return the label of the state of its text."""
        label = undecided_label(self.wordings) if self.alternatives else STATE_LABELS[self.state]
        return f"{label}, very short" if self.is_very_short else label

    @property
    def points_label(self) -> str:
        """Return how far the room is with its points; empty while the text is not its own yet."""
        return self.points.label if self.state in ("blanks", "written") else ""


class TopicProgress(NamedTuple):
    """Hold the progress of one topic; every count is stored, for several widgets read it at every key."""

    id: str
    number: int
    title: str
    questions: tuple[QuestionProgress, ...]
    needed: int
    """How many of its questions apply."""
    written: int
    """How many of them are written."""
    agreed: int
    """How many of them the parties agree on."""
    objections: int
    to_confirm: int
    later: int
    blanks: int
    gone_through: int
    """How many of its questions the room held against their points, as worded now."""

    @classmethod
    def of(cls, topic: Topic, number: int, questions: tuple[QuestionProgress, ...]) -> TopicProgress:
        """Count the questions of a topic.

        Args:
            topic: the topic.
            number: its number, from 1.
            questions: the progress of its active questions.
        """
        needed = written = agreed = objections = to_confirm = later = blanks = gone_through = 0
        for question in questions:
            agreement = question.agreement
            needed += question.state != "not-applicable"
            written += question.state == "written"
            agreed += agreement.state == "agreed"
            objections += len(agreement.objections)
            to_confirm += len(agreement.to_confirm)
            later += (question.later is not None) + len(agreement.checks)
            blanks += len(question.blanks)
            gone_through += question.points.state == "done"
        return cls(
            topic.id,
            number,
            topic.title,
            questions,
            needed,
            written,
            agreed,
            objections,
            to_confirm,
            later,
            blanks,
            gone_through,
        )


class Progress(NamedTuple):
    """Hold the progress of a session; every count is stored, as in `TopicProgress`."""

    topics: tuple[TopicProgress, ...]
    actions: tuple[Action, ...]
    """What is still to be done."""
    opening: tuple[Blank, ...]
    """The blanks of the opening."""
    questions: tuple[QuestionProgress, ...]
    """Every active question, in order."""
    needed: int
    """How many questions apply."""
    written: int
    """How many of them are written."""
    agreed: int
    """How many questions the parties agree on."""
    objections: int
    """How many objections there are to texts as they are now."""
    to_confirm: int
    """How many positions were given on another text."""
    later: int
    """How many things someone must check first."""
    actions_open: int
    """How many actions are still to be done."""
    blanks: int
    """How many blanks there are in the whole agreement, its opening included."""
    gone_through: int
    """How many questions the room held against their points, as worded now."""

    @classmethod
    def of(cls, topics: tuple[TopicProgress, ...], actions: tuple[Action, ...], opening: tuple[Blank, ...]) -> Progress:
        """Add up the topics, the open actions and the blanks of the opening."""
        questions: list[QuestionProgress] = []
        needed = written = agreed = objections = to_confirm = later = gone_through = 0
        blanks = len(opening)
        for topic in topics:
            questions += topic.questions
            needed += topic.needed
            written += topic.written
            agreed += topic.agreed
            objections += topic.objections
            to_confirm += topic.to_confirm
            later += topic.later
            blanks += topic.blanks
            gone_through += topic.gone_through
        to_do = sum([action.kind == "do" for action in actions])
        later += sum([action.kind == "check" for action in actions])
        return cls(
            topics,
            actions,
            opening,
            tuple(questions),
            needed=needed,
            written=written,
            agreed=agreed,
            objections=objections,
            to_confirm=to_confirm,
            later=later,
            actions_open=to_do,
            blanks=blanks,
            gone_through=gone_through,
        )

    @property
    def open_numbers(self) -> tuple[str, ...]:
        """Return the numbers of the questions at which something is left to do."""
        return tuple(question.number for question in self.questions if question.open)

    def next_open(self, after: str) -> QuestionProgress | None:
        """Return the next open question after the one with that id.

        The search goes round; it returns the same question if it alone is open, and None if none is.
        """
        questions = self.questions
        index = next((index for index, question in enumerate(questions) if question.id == after), -1)
        return next(
            (question for question in (*questions[index + 1 :], *questions[: index + 1]) if question.open), None
        )


def assess_progress(checklist: Checklist, session: Session) -> Progress:
    """Return how far a session is."""
    return ProgressCounter(checklist).count(session)


class ProgressCounter:
    """Count the progress of one session repeatedly; only a topic with a changed answer is counted anew.

    Answers are frozen, so that the same object means the same text and positions.

    Args:
        checklist: the questions.
    """

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._session: Session | None = None
        self._topics: tuple[TopicProgress, ...] = ()
        self._questions: dict[str, tuple[Answer, QuestionProgress]] = {}

    def count(self, session: Session) -> Progress:
        """Return the progress of a session."""
        earlier, numbered = self._session, enumerate(self._checklist.topics)
        if earlier is None or earlier.parties is not session.parties or earlier.depth != session.depth:
            self._questions.clear()
            earlier = None
        self._topics = tuple(
            [
                self._topics[index] if earlier and _is_same(topic, earlier, session) else self._topic(index, session)
                for index, topic in numbered
            ]
        )
        self._session = session
        actions = tuple([action for action in session.actions if not action.done])
        return Progress.of(self._topics, actions, find_blanks(opening_of(self._checklist, session)))

    def _topic(self, index: int, session: Session) -> TopicProgress:
        topic = self._checklist.topics[index]
        questions = tuple([self._question(question, session) for question in active_questions(session, topic)])
        return TopicProgress.of(topic, index + 1, questions)

    def _question(self, question: Question, session: Session) -> QuestionProgress:
        answer = session.answer(question.id)
        cached = self._questions.get(question.id)
        if cached and cached[0] is answer:
            return cached[1]
        state = text_state(answer)
        applies = state != "not-applicable"
        progress = QuestionProgress(
            question.id,
            self._checklist.number(question.id),
            question.label,
            question.essential,
            state,
            blanks_of(answer) if applies else (),
            answer.later,
            len(answer.alternatives) if applies else 0,
            count_wordings(answer) if applies else 0,
            agreement_of(session, question.id),
            points_progress(question, answer),
            state == "written" and is_very_short(answer.text),
        )
        self._questions[question.id] = answer, progress
        return progress


def _is_same(topic: Topic, earlier: Session, session: Session) -> bool:
    """Return whether every answer of a topic is the same object in both sessions."""
    before, after = earlier.answers, session.answers
    # A loop, because a generator costs a call for each question.
    for question in topic.questions:  # noqa: SIM110
        if before.get(question.id) is not after.get(question.id):
            return False
    return True
