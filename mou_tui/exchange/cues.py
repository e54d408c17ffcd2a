"""Recognize paragraphs of an earlier agreement by cues, which are read from `cues.yaml` in a checklist's folder.

A cue is written as it is spoken. In it, `*` stands for any end of a word, `/` parts words that do as well, and ` ... `
allows up to six words between.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from mou_tui.checklist.layer_files import LIMIT
from mou_tui.checklist.loader import available, find
from mou_tui.checklist.model import Checklist
from mou_tui.errors import InvalidFile, Problem
from mou_tui.language.text import for_display
from mou_tui.storage.atomic_file import read_bytes
from mou_tui.storage.schema import from_plain
from mou_tui.storage.yaml_reader import Document, read

FILE = "cues.yaml"
TOPIC = "topic:"
"""What the owner of cues of a whole topic begins with."""
_MOST_SKIPPED = 6
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?|\$")
_PREFIX = 3
_LONG = 9
"""Letters from which on a single word says as much as two ("disciplinarian")."""


@dataclass(frozen=True)
class Cues:
    """Hold the cues of one question, topic, or kind of text outside the topics."""

    headings: tuple[str, ...] = ()
    broad: tuple[str, ...] = ()
    """Headings under which much else is as well ("Duties")."""
    says: tuple[str, ...] = ()
    words: str = ""
    """Single words that speak for it only together, parted by spaces."""


@dataclass(frozen=True)
class OutsideKind:
    """Describe a kind of text that an agreement contains outside the topics."""

    id: str
    label: str
    counsel: str = ""
    """The line of the checklist's list for counsel that it belongs to; empty for none."""
    headings: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    words: str = ""
    """Single words that speak for it only together, parted by spaces."""


@dataclass(frozen=True)
class CueBook:
    """Hold all cues of a checklist, by the ids of its topics and questions."""

    topics: Mapping[str, Cues] = field(default_factory=dict)
    questions: Mapping[str, Cues] = field(default_factory=dict)
    outside: tuple[OutsideKind, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What cues call the officer and the parties, each with other names that mean the same."""

    def outside_label(self, kind: str) -> str:
        """Return the label of a kind; the kind itself where the book does not know it."""
        return next((known.label for known in self.outside if known.id == kind), kind)


def load_cues(checklist: Checklist, id_or_path: str) -> CueBook:
    """Read the cues of a checklist; without a file of them, its labels and titles are the cues.

    Args:
        checklist: the checklist.
        id_or_path: what it was loaded by.

    Raises:
        InvalidFile: the file has mistakes, or names a question or topic that the checklist does not have.
        CannotOpen: it cannot be read.
    """
    location = find(id_or_path)
    path = location / FILE
    if not location.is_dir() or not path.is_file():
        return _from_labels(checklist)
    name = for_display(f"{location.name}/{FILE}")
    document = read(read_bytes(path, LIMIT), name)
    book = from_plain(CueBook, document, name)
    problems = tuple(_unknown(checklist, book, document, name))
    if problems:
        raise InvalidFile(problems)
    return book


def cues_of(checklist: Checklist) -> CueBook:
    """Return the cues of a checklist that came with the program; of any other, its labels and titles."""
    return load_cues(checklist, checklist.id) if checklist.id in available() else _from_labels(checklist)


def _from_labels(checklist: Checklist) -> CueBook:
    return CueBook(
        {topic.id: Cues((topic.title,)) for topic in checklist.topics},
        {question.id: Cues((question.label,), (), (question.label,)) for question in checklist.questions()},
    )


def _unknown(checklist: Checklist, book: CueBook, document: Document, name: str) -> Iterator[Problem]:
    for topic in book.topics.keys() - {topic.id for topic in checklist.topics}:
        yield Problem(name, document.line(("topics", topic)), f"“{topic}” is not a topic of the checklist")
    for question in book.questions.keys() - {question.id for question in checklist.questions()}:
        yield Problem(name, document.line(("questions", question)), f"“{question}” is not a question of the checklist")


@dataclass(frozen=True)
class Hit:
    """Report a cue found in a text."""

    owner: str
    """Whose cue it is: the id that the index was given it with."""
    cue: str
    """The words of the text that it met, joined."""
    weight: float
    """More for a cue of more words."""


class CueIndex:
    """Find cues in text; the time it takes hardly grows with their number.

    Args:
        cues: the owner and the wording of each.
    """

    def __init__(self, cues: Iterable[tuple[str, str]]) -> None:
        sequences = [(owner, _sequence(cue)) for owner, cue in cues]
        frequency = Counter(word for _, sequence in sequences for words, _ in sequence.parts for word in words)
        self._by_word: dict[str, list[tuple[str, _Sequence]]] = defaultdict(list)
        self._by_beginning: dict[str, list[tuple[str, _Sequence]]] = defaultdict(list)
        for owner, sequence in sequences:
            # Few texts have the rarest part of a cue, so few cues are tried on a text.
            rarest = min(
                (words for words, _ in sequence.parts), key=lambda words: sum(frequency[word] for word in words)
            )
            for word in rarest:
                if not word.endswith("*"):
                    self._by_word[word].append((owner, sequence))
            for beginning in {word[:-1][:_PREFIX] for word in rarest if word.endswith("*")}:
                self._by_beginning[beginning].append((owner, sequence))

    def hits(self, words: list[str]) -> Iterator[Hit]:
        """Yield every cue in a text, each once for each owner.

        Args:
            words: the words of the text, as `words_of` returns them.
        """
        text = _Text(words)
        tried: set[int] = set()
        for word in text.positions:
            for owner, sequence in chain(self._by_word.get(word, ()), self._by_beginning.get(word[:_PREFIX], ())):
                if id(sequence) in tried:
                    continue
                tried.add(id(sequence))
                for position in text.starts(sequence):
                    if end := sequence.match(words, position):
                        yield Hit(owner, _shown(words[position:end]), sequence.weight)
                        break


class _Text:
    """Find the places of words in a text, whole or by their beginnings."""

    def __init__(self, words: list[str]) -> None:
        self.positions: dict[str, list[int]] = defaultdict(list)
        for position, word in enumerate(words):
            self.positions[word].append(position)
        self._with_beginning: dict[str, list[str]] = defaultdict(list)
        for word in self.positions:
            self._with_beginning[word[:_PREFIX]].append(word)

    def starts(self, sequence: _Sequence) -> list[int]:
        """Return where a cue may begin, in order."""
        if sequence.only_first:
            return self.positions.get(sequence.only_first, [])
        starts: list[int] = []
        for word in sequence.first:
            if word in self.positions:
                starts += self.positions[word]
        for beginning in sequence.first_beginnings:
            for word in self._with_beginning.get(beginning, ()):
                if word not in sequence.first and sequence.parts[0][1](word):
                    starts += self.positions[word]
        return sorted(starts) if len(starts) > 1 else starts


def words_of(text: str) -> list[str]:
    """Return the words of a text, in lower case, as cues are compared with them."""
    return [
        word.rstrip(".") if word.count(".") < 2 else word for word in _WORD.findall(text.casefold().replace("’", "'"))
    ]


class _Sequence:
    """Match a cue word by word: the alternatives for each word, and how many words may come before it."""

    def __init__(self, parts: list[tuple[frozenset[str], Callable[[str], bool], int]]) -> None:
        self.parts = [(words, test) for words, test, _ in parts]
        self.first = frozenset(word for word in parts[0][0] if not word.endswith("*"))
        self.only_first = next(iter(parts[0][0])) if len(parts[0][0]) == len(self.first) == 1 else ""
        self.first_beginnings = {word[:-1][:_PREFIX] for word in parts[0][0] if word.endswith("*")}
        self._following = list(zip(self.parts[1:], [gap for _, _, gap in parts[1:]], strict=True))
        is_long_word = len(parts) == 1 and min(map(len, parts[0][0])) >= _LONG
        self.weight = 1.6 if is_long_word else min(2.4, 0.5 + 0.55 * len(parts))

    def match(self, words: list[str], position: int) -> int:
        """Return the index after the last word of the cue, where it begins at a position; 0 where it does not."""
        if not self.parts[0][1](words[position]):
            return 0
        end = position + 1
        last = len(words)
        for (_, test), gap in self._following:
            if end < last and test(words[end]):
                end += 1
                continue
            if not gap:
                return 0
            near = range(end + 1, min(end + gap + 1, last))
            end = next((index + 1 for index in near if test(words[index])), 0)
            if not end:
                return 0
        return end


def _sequence(cue: str) -> _Sequence:
    parts: list[tuple[frozenset[str], Callable[[str], bool], int]] = []
    room = 0
    for token in cue.casefold().replace("’", "'").split():
        if token == "...":
            room = _MOST_SKIPPED
            continue
        options = frozenset(token.split("/"))
        parts.append((options, _test(options), room))
        room = 0
    return _Sequence(parts)


def _test(options: frozenset[str]) -> Callable[[str], bool]:
    whole = frozenset(option for option in options if not option.endswith("*"))
    beginnings = tuple(option[:-1] for option in options if option.endswith("*"))
    if not beginnings:
        return whole.__contains__
    return lambda word: word in whole or word.startswith(beginnings)


def _shown(words: list[str]) -> str:
    return " ".join(words) if len(words) <= 4 else f"{' '.join(words[:2])} … {words[-1]}"
