"""Compare a text, word by word, with what the checklist says of each question and its cues of what is outside.

A word speaks for the owners of the texts that use it more than all others do. This is weaker than a cue, but it speaks
where nobody thought of one.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mou_tui.checklist.model import Checklist, Question
from mou_tui.exchange.cues import CueBook, Cues, words_of

OUTSIDE = "out:"
"""What the owner of a kind of text outside the topics begins with."""
_STEM = 6
_SMOOTHING = 0.4
"""How much general text counts compared with the texts of an owner, by the number of different words."""
_LENGTH = 3
"""What is added to the number of words of a text, so that one word alone says little."""
_CUES, _WORDS, _POINTS, _EXAMPLES, _TALK = 2.0, 4.0, 2.0, 1.0, 0.5
"""How much a word counts in cues and label, in the list of words, in points, in examples, in what else is said."""
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
        "officers",
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
    return (word[:_STEM] for word in _weighty(text))


def _weighty(text: str) -> Iterator[str]:
    return (word for word in words_of(text) if len(word) > 2 and word not in COMMON and not re.search(r"\d", word))


@dataclass(frozen=True)
class Nearness:
    """Say how near a text is to one owner of texts."""

    score: float
    """0 where its words are as frequent with all others; above 1 where they clearly belong to this one."""
    words: tuple[str, ...]
    """Its words that speak most for the owner, the strongest first."""


class Similarity:
    """Compare texts with the questions of a checklist, and with the kinds of text outside its topics.

    Args:
        checklist: the checklist.
        book: its cues, whose words count as well.
    """

    def __init__(self, checklist: Checklist, book: CueBook) -> None:
        bags: dict[str, dict[str, float]] = {}
        for question in checklist.questions():
            bags[question.id] = _bag(_texts(question, book.questions.get(question.id, Cues())))
        for kind in book.outside:
            if kind.says:
                bags[OUTSIDE + kind.id] = _bag([(_CUES, _plain((*kind.headings, *kind.says))), (_WORDS, kind.words)])
        general: dict[str, float] = defaultdict(float)
        for bag in bags.values():
            for stem, count in bag.items():
                general[stem] += count
        size, kinds = sum(general.values()), len(general)
        self._general = general.keys()
        self._absent: dict[str, float] = {}
        self._present: dict[str, dict[str, float]] = defaultdict(dict)
        smoothing = _SMOOTHING * kinds
        for owner, bag in bags.items():
            total = sum(bag.values()) + smoothing
            self._absent[owner] = math.log(smoothing / total)
            for stem, count in bag.items():
                share = general[stem] / size
                self._present[stem][owner] = (
                    math.log((count + smoothing * share) / (total * share)) - self._absent[owner]
                )

    def nearest(self, text: str, fewest: int = 2) -> dict[str, Nearness]:
        """Return how near a text is to each question and kind whose words it shares more than those of the others.

        Args:
            text: a paragraph or a heading.
            fewest: how many words it must share with one.
        """
        words = {word[:_STEM]: word for word in _weighty(text)}
        known = sorted(words.keys() & self._general)
        if len(known) < fewest:
            return {}
        sums: dict[str, float] = defaultdict(float)
        shared: dict[str, int] = defaultdict(int)
        for stem in known:
            for owner, weight in self._present[stem].items():
                sums[owner] += weight
                shared[owner] += 1
        length = math.sqrt(_LENGTH + len(known))
        near = {}
        for owner, weight in sums.items():
            score = (weight + len(known) * self._absent[owner]) / length
            if score > 0 and shared[owner] >= fewest:
                near[owner] = Nearness(score, tuple(words[stem] for stem in self._strongest(owner, known)))
        return near

    def _strongest(self, owner: str, stems: list[str]) -> list[str]:
        weights = sorted(
            ((self._present[stem][owner], stem) for stem in stems if owner in self._present[stem]), reverse=True
        )
        return [stem for _, stem in weights[:3]]


def _bag(texts: Iterable[tuple[float, str]]) -> dict[str, float]:
    bag: dict[str, float] = defaultdict(float)
    for weight, text in texts:
        for stem in stems(text):
            bag[stem] += weight
    return bag


def _texts(question: Question, cues: Cues) -> list[tuple[float, str]]:
    return [
        (_CUES, question.label),
        (_CUES, _plain((*cues.headings, *cues.says))),
        (_WORDS, cues.words),
        (_POINTS, " ".join(point.text for point in question.points)),
        (_EXAMPLES, " ".join(example.text for example in question.examples)),
        (_TALK, " ".join((question.ask, question.why, *question.discuss))),
    ]


def _plain(cues: tuple[str, ...]) -> str:
    return " ".join(cues).replace("/", " ").replace("*", "")
