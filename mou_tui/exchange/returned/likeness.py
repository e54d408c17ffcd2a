"""Find the clauses of a file that nothing marks any more, by their words: where text was copied and pasted, say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from mou_tui.exchange.line_pairs import likeness
from mou_tui.exchange.returned.clause_ranges import ClauseRange, plain
from mou_tui.exchange.returned.tracked_body import Entry, paragraphs_of

SURE = 0.75
"""How much of its words a stretch of text shares with a clause that it surely is."""
_ALIKE = 0.45
"""How much it shares at least with one that it may be."""
_AHEAD = 1.5
"""By how much more than the next it shares with one that it surely is."""
_FEWEST = 4
"""How many words a paragraph has at least that is looked at."""
_MOST = 5_000
"""How many paragraphs are looked at."""
_COMMON = 60
"""In how many paragraphs of the draft a word is at most that tells them apart."""
_CANDIDATES = 3


class ClauseWords:
    """Knows the words of the clauses of a draft.

    Args:
        texts: the wordings of each clause, by its id.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._words = {clause: words_in(text) for clause, text in texts.items()}
        self._lines = {
            clause: [words for line in text.split("\n") if (words := words_in(line)).total() >= _FEWEST]
            for clause, text in texts.items()
        }
        self._owners: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for clause, lines in self._lines.items():
            for index, line in enumerate(lines):
                for word in line:
                    self._owners[word].append((clause, index))

    def share(self, clause: str, text: str) -> float:
        """Return how much of its words a text shares with a clause, from 0 to 1."""
        return likeness(self._words.get(clause, Counter()), words_in(text))

    def nearest(self, text: str, among: Iterable[str]) -> list[str]:
        """Return which of some clauses have a paragraph like this one, the likeliest first."""
        words = words_in(text)
        if words.total() < _FEWEST:
            return []
        wanted = frozenset(among)
        shared: Counter[tuple[str, int]] = Counter()
        for word in words:
            owners = self._owners.get(word, ())
            if len(owners) <= _COMMON:
                shared.update(owner for owner in owners if owner[0] in wanted)
        best: dict[str, float] = {}
        for (clause, index), _ in shared.most_common(2 * _CANDIDATES):
            share = likeness(self._lines[clause][index], words)
            best[clause] = max(best.get(clause, 0.0), share)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        return [clause for clause, share in ranked[:_CANDIDATES] if share >= _ALIKE]


def words_in(text: str) -> Counter[str]:
    """Return the words of a text, as they are compared."""
    return Counter(plain(text).split())


def with_likely(ranges: Sequence[ClauseRange], words: ClauseWords, missing: Iterable[str]) -> list[ClauseRange]:
    """Return ranges in which text outside all clauses is put under the missing clause that it is like."""
    wanted = list(missing)
    result: list[ClauseRange] = []
    for part in ranges:
        if part.clause or not wanted or len(part.entries) > _MOST:
            result.append(part)
            continue
        for piece in _pieces(part, words, wanted):
            if piece.clause in wanted:
                wanted.remove(piece.clause)
            elif piece.clause:
                # A second stretch like a clause that was found is no clause.
                piece = replace(piece, clause="", candidates=())
            result.append(piece)
    return result


def _pieces(part: ClauseRange, words: ClauseWords, among: Sequence[str]) -> Iterator[ClauseRange]:
    """Yield a range in pieces: what is like no clause, and each stretch that is like one."""
    owners = [words.nearest(text_of([entry]), among) for entry in part.entries]
    if not any(owners):
        yield part
        return
    start = 0
    heading = part.heading
    while start < len(owners):
        clause = owners[start][0] if owners[start] else ""
        end = start + 1
        while end < len(owners) and (owners[end][0] if owners[end] else "") == clause:
            end += 1
        entries = part.entries[start:end]
        candidates = () if not clause or _is_sure(clause, entries, words, among) else tuple(owners[start])
        yield ClauseRange(clause, heading, entries, candidates)
        heading, start = None, end


def _is_sure(clause: str, entries: Sequence[Entry], words: ClauseWords, among: Sequence[str]) -> bool:
    text = text_of(entries)
    share = words.share(clause, text)
    return share >= SURE and all(words.share(other, text) * _AHEAD <= share for other in among if other != clause)


def text_of(entries: Iterable[Entry]) -> str:
    """Return the text of entries as it was sent, a line for each paragraph."""
    return "\n".join(paragraph.text_sent for paragraph in paragraphs_of(entries))
