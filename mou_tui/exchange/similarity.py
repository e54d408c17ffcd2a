"""Compare a text with each question of the checklist by the rare words they share.

Much weaker than cues; it only speaks where no cue was met, and says so in the confidence.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from mou_tui.checklist.model import Checklist, Question
from mou_tui.exchange.cues import CueBook, words_of

_STEM = 5
_FEWEST_SHARED = 2
COMMON = frozenset(
    [
        "about",
        "after",
        "again",
        "against",
        "agreement",
        "also",
        "and",
        "any",
        "are",
        "answer",
        "before",
        "between",
        "both",
        "but",
        "can",
        "cover",
        "covers",
        "district",
        "each",
        "either",
        "every",
        "for",
        "from",
        "good",
        "gives",
        "has",
        "have",
        "how",
        "into",
        "its",
        "kept",
        "lets",
        "made",
        "make",
        "may",
        "must",
        "name",
        "named",
        "names",
        "not",
        "officer",
        "one",
        "only",
        "other",
        "out",
        "over",
        "own",
        "part",
        "party",
        "parties",
        "police",
        "says",
        "school",
        "schools",
        "shall",
        "should",
        "sro",
        "sros",
        "states",
        "student",
        "students",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "those",
        "under",
        "until",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "who",
        "whom",
        "will",
        "with",
        "without",
        "would",
        "your",
    ]
)


def stems(text: str) -> Iterator[str]:
    """Return the beginnings of the words of a text that say something."""
    return (
        word[:_STEM] for word in words_of(text) if len(word) > 2 and word not in COMMON and not re.search(r"\d", word)
    )


class Similarity:
    """Compare texts with the questions of a checklist.

    Args:
        checklist: the checklist.
        book: its cues, whose words count as well.
    """

    def __init__(self, checklist: Checklist, book: CueBook) -> None:
        bags = {question.id: Counter(stems(_description(question, book))) for question in checklist.questions()}
        frequency = Counter(stem for bag in bags.values() for stem in bag)
        self._rarity = {stem: math.log(1 + len(bags) / count) for stem, count in frequency.items()}
        self._weights = {question: self._normal(bag) for question, bag in bags.items()}

    def nearest(self, text: str) -> dict[str, float]:
        """Return how near a text is to each question it shares words with, from 0 to 1."""
        weights = self._normal(Counter(stem for stem in stems(text) if stem in self._rarity))
        scores = {}
        for question, known in self._weights.items():
            shared = [weight * known[stem] for stem, weight in weights.items() if stem in known]
            if len(shared) >= _FEWEST_SHARED:
                scores[question] = sum(shared)
        return scores

    def _normal(self, bag: Mapping[str, int]) -> dict[str, float]:
        weights = {stem: (1 + math.log(count)) * self._rarity[stem] for stem, count in bag.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {stem: weight / length for stem, weight in weights.items()}


def _description(question: Question, book: CueBook) -> str:
    cues = book.questions.get(question.id)
    cue_text = " ".join((*cues.headings, *cues.says)).replace("/", " ").replace("*", "") if cues else ""
    texts = (question.label, question.ask, question.why, *question.discuss, *(point.text for point in question.points))
    return " ".join((*texts, cue_text, *(example.text for example in question.examples)))
