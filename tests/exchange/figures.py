"""How well earlier agreements are matched, in figures: `python -m tests.exchange.figures`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from mou_tui.checklist.loader import load
from mou_tui.checklist.model import Checklist
from mou_tui.exchange.coverage import cover
from mou_tui.exchange.cues import CueBook, load_cues, words_of
from mou_tui.exchange.document import Document, Paragraph
from mou_tui.exchange.matching import Match, Matcher
from mou_tui.exchange.reader import parse
from mou_tui.exchange.similarity import Similarity
from tests.exchange.agreements import Agreement, Part, agreements, made

PARTS = ("first", "second", "author", "third", "fourth")
"""The parts of the corpus; those before the last were written by those who wrote the program."""


@dataclass
class Figures:
    """What was right and wrong, counted."""

    name: str
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    paragraphs: int = 0
    placed_right: int = 0
    on_topics: int = 0
    among_three: int = 0
    questions: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    by_confidence: list[tuple[float, bool]] = field(default_factory=list)

    def f1(self, topic: str) -> float | None:
        """The F1 of a topic; None where it is not there."""
        there = self.right[topic] + self.missed[topic]
        return (
            2 * self.right[topic] / (2 * self.right[topic] + self.wrong[topic] + self.missed[topic]) if there else None
        )

    @property
    def macro_f1(self) -> float:
        """The mean over the topics that are there."""
        scores = [score for topic in {*self.right, *self.missed} if (score := self.f1(topic)) is not None]
        return sum(scores) / len(scores)

    @property
    def share_right(self) -> float:
        """The share of paragraphs that have a right topic, or rightly none."""
        return self.placed_right / self.paragraphs

    @property
    def share_among_three(self) -> float:
        """The share of paragraphs on a topic that have a right one among the first three."""
        return self.among_three / self.on_topics

    @property
    def silent_precision(self) -> float:
        """The share of questions with "nothing found" on which the agreement is silent indeed."""
        return self.silent["right"] / max(1, sum(self.silent.values()))

    @property
    def surest_half(self) -> float:
        """The share of right ones in the half that the program is surest of."""
        ordered = sorted(self.by_confidence, key=lambda pair: -pair[0])[: len(self.by_confidence) // 2]
        return sum(is_right for _, is_right in ordered) / len(ordered)


def figures(name: str, checklist: Checklist, matcher: Matcher, chosen: Iterable[Agreement]) -> Figures:
    """Count over agreements, each in its own format. Of paragraphs that differ only in their numbers one counts."""
    topic_of = {question.id: topic.id for topic in checklist.topics for question in topic.questions}
    counted = Figures(name)
    for agreement in chosen:
        document = document_of(agreement)
        matches = matcher.match(document)
        for part, match in _aligned(agreement, document, matches):
            _count(counted, part, match, topic_of)
        labels = {label for part in agreement.parts for label in part.labels}
        for topic in cover(checklist, document, matches).topics:
            for question in topic.questions:
                if question.extent == "no":
                    counted.silent["wrong" if question.id in labels else "right"] += 1
    return counted


def of_examples(name: str, checklist: Checklist, book: CueBook) -> Figures:
    """Count over the examples of the checklist, each alone and without a heading; each belongs to one question.

    What an example is compared with was made without it.
    """
    topic_of = {question.id: topic.id for topic in checklist.topics for question in topic.questions}
    counted = Figures(name)
    filler = Paragraph("Nothing is said here.")
    for rank in range(max(len(question.examples) for question in checklist.questions())):
        matcher = Matcher(checklist, book, Similarity(_without_example(checklist, rank), book))
        for question in checklist.questions():
            for example in question.examples[rank : rank + 1]:
                document = Document("x", "0" * 64, "txt", (*[filler] * 9, Paragraph(example.text), *[filler] * 3))
                _count(counted, Part(example.text, frozenset({question.id})), matcher.match(document)[9], topic_of)
    return counted


def _without_example(checklist: Checklist, rank: int) -> Checklist:
    """The checklist without the example of that rank of each question."""
    topics = tuple(
        replace(
            topic,
            questions=tuple(
                replace(question, examples=question.examples[:rank] + question.examples[rank + 1 :])
                for question in topic.questions
            ),
        )
        for topic in checklist.topics
    )
    return replace(checklist, topics=topics)


def headings_only(checklist: Checklist, book: CueBook) -> Matcher:
    """Match by headings alone, without any look at a paragraph's own words."""
    headings = CueBook(
        {topic: replace(cues, says=()) for topic, cues in book.topics.items()},
        {question: replace(cues, says=()) for question, cues in book.questions.items()},
        tuple(replace(kind, says=()) for kind in book.outside),
    )
    return Matcher(checklist, headings, Similarity(replace(checklist, topics=()), CueBook()))


def without_headings(agreement: Agreement) -> Agreement:
    """The same agreement as plain text without a heading."""
    parts = tuple(part for part in agreement.parts if not part.level)
    return replace(agreement, name=f"{agreement.name}-bare", format="txt", style=frozenset(), parts=parts)


@cache
def document_of(agreement: Agreement) -> Document:
    """An agreement as it is read from its file."""
    return parse(made(agreement), agreement.file_name)


def _aligned(agreement: Agreement, document: Document, matches: tuple[Match, ...]) -> Iterator[tuple[Part, Match]]:
    """Each labelled paragraph with the match of the paragraph that was read in its place."""
    bodies = [
        (set(words_of(paragraph.text)), match)
        for paragraph, match in zip(document.paragraphs, matches, strict=True)
        if paragraph.kind != "heading"
    ]
    seen = set()
    for part in agreement.parts:
        pattern = re.sub(r"\d+", "#", part.text)
        if part.level or "out:title" in part.labels or pattern in seen:
            continue
        seen.add(pattern)
        words = set(words_of(part.text))
        yield part, max(bodies, key=lambda body: len(words & body[0]) / len(words | body[0]))[1]


def _count(counted: Figures, part: Part, match: Match, topic_of: dict[str, str]) -> None:
    wanted = {
        topic_of.get(label, label.removeprefix("topic:")) for label in part.labels if not label.startswith("out:")
    }
    topics = set(match.topics)
    counted.right.update(wanted & topics)
    counted.wrong.update(topics - wanted)
    counted.missed.update(wanted - topics)
    questions = part.labels & topic_of.keys()
    counted.questions["right"] += len(questions & set(match.questions))
    counted.questions["wrong"] += len(set(match.questions) - questions)
    counted.questions["missed"] += len(questions - set(match.questions))
    is_right = bool(wanted & topics) if wanted else not topics and bool(match.outside)
    counted.paragraphs += 1
    counted.placed_right += is_right
    counted.by_confidence.append((match.confidence, is_right))
    if wanted:
        first = [topic for topic, _ in match.topic_scores[:3]] or list(match.topics)
        counted.on_topics += 1
        counted.among_three += bool(wanted & set(first))


def main() -> None:
    """Print all figures."""
    checklist = load()
    book = load_cues(checklist, "sro")
    full, headed = Matcher(checklist, book), headings_only(checklist, book)
    columns = []
    for part in PARTS:
        written = agreements(part)
        bare = tuple(map(without_headings, written))
        columns += [
            figures(part, checklist, full, written),
            figures(f"{part}, headings only", checklist, headed, written),
            figures(f"{part}, no headings", checklist, full, bare),
        ]
    columns.append(of_examples("examples alone", checklist, book))
    print("| | " + " | ".join(column.name for column in columns) + " |\n|---|" + "---|" * len(columns))
    for topic in checklist.topics:
        cells = [
            "–"
            if (score := column.f1(topic.id)) is None
            else f"{score:.2f} ({column.right[topic.id] + column.missed[topic.id]})"
            for column in columns
        ]
        print(f"| {topic.title} | " + " | ".join(cells) + " |")
    rows = {
        "macro-F1": lambda column: f"{column.macro_f1:.2f}",
        "paragraphs right": lambda column: f"{column.placed_right} of {column.paragraphs}",
        "right among the first three": lambda column: f"{column.among_three} of {column.on_topics}",
        "right in the surest half": lambda column: f"{column.surest_half:.2f}",
        "“nothing found”, rightly": lambda column: f"{column.silent['right']} of {sum(column.silent.values())}",
        "questions right, wrong, missed": lambda column: "{right}, {wrong}, {missed}".format(**column.questions),
    }
    for name, cell in rows.items():
        print(f"| {name} | " + " | ".join(map(cell, columns)) + " |")


if __name__ == "__main__":
    main()
