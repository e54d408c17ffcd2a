"""Write the blank checklist as a handout, to print and read before the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mou_tui.checklist.layers import Layer, LayerLine
from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.blocks import Block
from mou_tui.draft.chosen_layers import LayerChoice, applicable_lines, asked_points, choice_of
from mou_tui.draft.composition import bullet, heading, lines, paragraph, strong
from mou_tui.draft.draft import session_title
from mou_tui.draft.law_lines import cited, layer_heading, state_name
from mou_tui.language.dates import long_date
from mou_tui.reports.open_meetings import reminder_blocks
from mou_tui.session.model import Session

_ON_LAW = (
    "The law is given in our words and may not be complete; counsel decides what applies to you. Where no law of "
    "{state} is named at a question, that does not mean that there is none."
)
# Not of underscores: a row of them is a rule in Markdown, and escaped it is twice as wide in the file.
_LINES = ("─" * 60,) * 3


def worksheet(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the questions of a session's depth, with space to write; it contains no answers."""
    return tuple(_blocks(checklist, session))


def _blocks(checklist: Checklist, session: Session) -> Iterator[Block]:
    yield heading(1, f"{checklist.title}: worksheet")
    yield paragraph(session_title(checklist, session))
    yield paragraph("Read this before the meeting and note what your side needs. Nothing here binds anyone.")
    yield from reminder_blocks()
    choice = choice_of(checklist, session)
    state = choice.state
    if state:
        yield paragraph(_ON_LAW.format(state=state_name(checklist, state)))
    for number, topic in enumerate(checklist.topics, start=1):
        is_full = session.depth == "full"
        questions = [question for question in topic.questions if is_full or question.essential]
        if questions:
            yield heading(2, f"{number}. {topic.title}")
            yield paragraph(topic.summary)
        for question in questions:
            law = applicable_lines(checklist, question.id, choice) if state else ()
            asking = asked_points(checklist, question.id, choice)
            yield from _question(checklist.number(question.id), question, law, asking)
    if state:
        yield from _sources(checklist, choice)


def _question(
    number: str, question: Question, law: Iterable[tuple[Layer, LayerLine]], asking: Mapping[str, str]
) -> Iterator[Block]:
    needs = "Discuss this with everyone present." if question.together else ""
    yield paragraph(strong(f"{number} {question.label}."), question.ask)
    yield from (bullet(strong(f"{layer_heading(layer)}:"), cited(line)) for layer, line in law)
    yield paragraph(question.why, needs)
    yield from (bullet(line) for line in question.discuss)
    yield paragraph("A good answer:")
    for point in question.points:
        yield bullet("☐", f"{point.text} ({asking[point.id]})" if point.id in asking else point.text)
    yield lines(*_LINES)


def _sources(checklist: Checklist, choice: LayerChoice) -> Iterator[Block]:
    """Yield where each text of law that the worksheet cites was read, for whoever will check it."""
    sources: dict[str, set[str]] = {}
    for layer in checklist.layers:
        if choice.shows(layer):
            for line in layer.lines:
                sources.setdefault(layer.sources[line.source].citation, set()).add(long_date(line.read))
    yield heading(2, "Where the law was read")
    yield from (bullet(f"{citation}; read {', '.join(sorted(days))}.") for citation, days in sources.items())
