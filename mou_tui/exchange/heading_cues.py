"""Weigh what the headings above a paragraph say of it, and the caption that runs into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mou_tui.exchange.canonical_names import Names
from mou_tui.exchange.cues import TOPIC, CueBook, CueIndex, Hit, words_of
from mou_tui.exchange.document import Paragraph
from mou_tui.exchange.evidence import HEADING, Evidence
from mou_tui.exchange.headings import SEPARATOR, caption_of
from mou_tui.exchange.paragraph_kinds import names_a_party
from mou_tui.exchange.similarity import OUTSIDE, Similarity

_OUTER = 1.1
_BROAD = 1.3
_NEAR = 0.25
"""What a heading without cues counts, by the nearness of its words, compared with one with cues."""
_FEWEST_NEAR = 2
"""How many words such a heading must share; one alone misleads ("leave alone")."""
_PASSED = 0.7
"""What an outer heading counts at most where a heading without cues is between them."""


@dataclass(frozen=True)
class _Heading:
    """Hold what one heading speaks for."""

    owners: tuple[Hit, ...]
    broad: tuple[Hit, ...]
    near: tuple[tuple[Hit, float], ...]
    """By the nearness of its words alone, and by how much; only where it has no cue."""


class HeadingReader:
    """Read headings by the cues of one checklist.

    Args:
        book: the cues.
        similarity: what headings without a cue are compared with.
    """

    def __init__(self, book: CueBook, similarity: Similarity) -> None:
        headed = [(question, cue) for question, cues in book.questions.items() for cue in cues.headings]
        headed += [(f"{TOPIC}{topic}", cue) for topic, cues in book.topics.items() for cue in cues.headings]
        headed += [(f"{OUTSIDE}{kind.id}", cue) for kind in book.outside for cue in kind.headings]
        broad = [(question, cue) for question, cues in book.questions.items() for cue in cues.broad]
        broad += [(f"{TOPIC}{topic}", cue) for topic, cues in book.topics.items() for cue in cues.broad]
        self._headed, self._broad, self._similarity = CueIndex(headed), CueIndex(broad), similarity

    def of(self, names: Names, topic_of: Callable[[str], str]) -> DocumentHeadings:
        """Return the headings of one document.

        Args:
            names: the names that the document uses.
            topic_of: gives the topic, or the kind of what is outside the topics, of an owner of cues.
        """
        return DocumentHeadings(self, names, topic_of)

    def read(self, title: str, names: Names) -> _Heading:
        """Return what a heading speaks for."""
        usual = names.usual(title)
        words = words_of(usual)
        owners = tuple({hit.owner: hit for hit in self._headed.hits(words)}.values())
        broad = tuple({hit.owner: hit for hit in self._broad.hits(words)}.values())
        is_silent = bool(owners or broad) or names_a_party(title)
        near = {} if is_silent else self._similarity.nearest(usual, fewest=_FEWEST_NEAR)
        shares = tuple((Hit(owner, title, 0.0), _NEAR * min(1.0, nearness.score)) for owner, nearness in near.items())
        return _Heading(owners, broad, shares)


class DocumentHeadings:
    """Weigh the headings of one document; many paragraphs are under the same one."""

    def __init__(self, reader: HeadingReader, names: Names, topic_of: Callable[[str], str]) -> None:
        self._reader, self._names, self._topic_of = reader, names, topic_of
        self._known: dict[str, _Heading] = {}

    def weigh(self, paragraph: Paragraph, evidence: Evidence) -> None:
        """Add what the caption of a paragraph and the headings above it say, the nearest the most."""
        above = [title for title in paragraph.heading.split(SEPARATOR) if title]
        caption = caption_of(paragraph.text)
        nearest_first = ([caption] if caption else []) + above[::-1]
        innermost = above[-1] if above else ""
        weight = HEADING
        for title in nearest_first:
            heading = self._heading(title)
            for hit in heading.broad:
                evidence.head(hit, title, _BROAD * weight / HEADING)
            for hit, share in heading.near if title == innermost else ():
                evidence.head(hit, title, share * weight)
            if heading.near or not (heading.owners or heading.broad):
                weight = min(weight, _PASSED * HEADING)
                continue
            topics = {self._topic_of(hit.owner) for hit in heading.owners}
            for hit in heading.owners:
                # A heading over several topics says less of each.
                evidence.head(hit, title, weight * (1.0 if len(topics) == 1 else 0.75 if len(topics) == 2 else 0.5))
            weight = _OUTER if weight == HEADING else 0.5 * weight

    def _heading(self, title: str) -> _Heading:
        known = self._known.get(title)
        if known is None:
            known = self._known[title] = self._reader.read(title, self._names)
        return known
