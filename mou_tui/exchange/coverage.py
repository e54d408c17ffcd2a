"""Compute what an earlier agreement covers: by topic and question, by which paragraphs, and where else to look."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from mou_tui.checklist.model import Checklist, Question
from mou_tui.exchange.document import Document
from mou_tui.exchange.matching import UNSURE, Match
from mou_tui.exchange.similarity import stems

Extent = Literal["yes", "thin", "no"]

_FEWEST_WORDS = 9
"""A question answered in fewer words is only touched on."""
_TOUCHED = 1.1
"""The score from which on a paragraph placed elsewhere touches on a question."""
_MAY_TOUCH = 0.45
"""The score that is enough where nobody is sure what the paragraph is about."""
_NEAREST = 3
_POINT_SHARE = 0.5


@dataclass(frozen=True)
class QuestionCoverage:
    """Hold the coverage of one question."""

    id: str
    extent: Extent
    paragraphs: tuple[int, ...]
    """Indexes of the paragraphs that cover it, or only touch on it."""
    nearest: tuple[int, ...]
    """Indexes of the paragraphs to look at where nothing, or little, was found."""
    points: tuple[str, ...] = ()
    """Ids of the points whose words are there: a suggestion, for the room to confirm."""


@dataclass(frozen=True)
class TopicCoverage:
    """Hold the coverage of one topic."""

    number: int
    id: str
    title: str
    paragraphs: tuple[int, ...]
    questions: tuple[QuestionCoverage, ...]

    @property
    def is_found(self) -> bool:
        """Tell whether any of its questions is covered, or touched on."""
        return bool(self.paragraphs) or any(question.extent != "no" for question in self.questions)


@dataclass(frozen=True)
class Coverage:
    """Hold the coverage of a checklist by a document, and what the document contains beyond it."""

    topics: tuple[TopicCoverage, ...]
    unplaced: tuple[int, ...]
    """Indexes of the paragraphs that were placed nowhere; headings are not among them."""
    outside: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Kind of what is outside the topics to indexes, in order."""

    def question(self, question_id: str) -> QuestionCoverage:
        """Return the coverage of a question; raises KeyError for one that the checklist does not have."""
        matches = (question for topic in self.topics for question in topic.questions if question.id == question_id)
        try:
            return next(matches)
        except StopIteration:
            raise KeyError(question_id) from None


def cover(checklist: Checklist, document: Document, matches: Sequence[Match]) -> Coverage:
    """Compute what a document covers.

    Args:
        checklist: what is asked.
        document: the earlier agreement.
        matches: of each of its paragraphs, as computed or as confirmed by people.
    """
    nearness = _Nearness(document)
    scores = [dict(match.scores) for match in matches]
    topics = tuple(
        TopicCoverage(
            number,
            topic.id,
            topic.title,
            tuple(index for index, match in enumerate(matches) if topic.id in match.topics),
            tuple(_question(question, document, matches, scores, nearness) for question in topic.questions),
        )
        for number, topic in enumerate(checklist.topics, start=1)
    )
    outside: dict[str, tuple[int, ...]] = {}
    for index, match in enumerate(matches):
        if match.outside:
            outside[match.outside] = (*outside.get(match.outside, ()), index)
    unplaced = tuple(
        index
        for index, (paragraph, match) in enumerate(zip(document.paragraphs, matches, strict=True))
        if paragraph.kind != "heading" and not match.is_placed
    )
    return Coverage(topics, unplaced, outside)


def _question(
    question: Question,
    document: Document,
    matches: Sequence[Match],
    all_scores: Sequence[Mapping[str, float]],
    nearness: _Nearness,
) -> QuestionCoverage:
    placed = [index for index, match in enumerate(matches) if question.id in match.questions]
    scores = {index: known[question.id] for index, known in enumerate(all_scores) if question.id in known}
    touching = [
        index
        for index, score in scores.items()
        if score >= (_MAY_TOUCH if matches[index].confidence < UNSURE else _TOUCHED) and index not in placed
    ]
    words = sum(document.paragraphs[index].word_count for index in placed)
    is_sure = any(matches[index].confidence >= UNSURE for index in placed)
    extent: Extent = "yes" if placed and is_sure and words >= _FEWEST_WORDS else "thin" if placed or touching else "no"
    paragraphs = placed or sorted(sorted(touching, key=lambda index: -scores[index])[:_NEAREST])
    nearest: tuple[int, ...] = ()
    if extent != "yes":
        by_score = sorted((index for index, score in scores.items() if score > 0), key=lambda index: -scores[index])
        ranked = dict.fromkeys([*by_score, *nearness.to(_description(question))])
        nearest = tuple(index for index in ranked if index not in paragraphs)[:_NEAREST]
    points = tuple(_points(question, [document.paragraphs[index].text for index in placed]))
    return QuestionCoverage(question.id, extent, tuple(paragraphs), nearest, points)


def _points(question: Question, texts: Sequence[str]) -> Iterator[str]:
    """Yield the points whose characteristic words are in the texts."""
    present = {stem for text in texts for stem in stems(text)}
    for point in question.points:
        wanted = set(stems(point.text))
        if len(wanted) >= 2 and len(wanted & present) >= max(2, math.ceil(_POINT_SHARE * len(wanted))):
            yield point.id


def _description(question: Question) -> str:
    return " ".join((question.label, question.ask, *(point.text for point in question.points)))


class _Nearness:
    """Find the paragraphs that share the rarest words with a description."""

    def __init__(self, document: Document) -> None:
        bodies = (
            paragraph
            for paragraph in enumerate(document.paragraphs)
            if paragraph[1].kind not in ("heading", "furniture")
        )
        self._stems = {index: frozenset(stems(paragraph.text)) for index, paragraph in bodies}
        self._frequency = Counter(stem for stems in self._stems.values() for stem in stems)

    def to(self, description: str) -> list[int]:
        """Return indexes of paragraphs, the nearest first; the first paragraphs where none shares a word."""
        wanted = frozenset(stems(description))
        count = len(self._stems)

        def score(index: int) -> float:
            shared = self._stems[index] & wanted
            weight = sum(math.log(1 + count / self._frequency[stem]) for stem in shared)
            return weight / math.sqrt(8 + len(self._stems[index]))

        return sorted(self._stems, key=lambda index: (-score(index), index))[:_NEAREST]
