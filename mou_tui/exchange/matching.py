"""Match each paragraph of an earlier agreement to topics and questions, with confidence and reason.

Structure comes first (recitals, parties, definitions, signature blocks). Then the cues of the checklist are looked for
in a paragraph's own words, in the headings above it, and in the sentence that introduces its list; and all its words
are compared with what the checklist says of each question. Nothing is asked of any other computer.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.canonical_names import Names
from mou_tui.exchange.cues import TOPIC, CueBook, CueIndex, words_of
from mou_tui.exchange.document import Document, Paragraph
from mou_tui.exchange.evidence import Evidence
from mou_tui.exchange.heading_cues import DocumentHeadings, HeadingReader
from mou_tui.exchange.paragraph_kinds import structural_kind
from mou_tui.exchange.similarity import OUTSIDE, Similarity

SURE = 0.75
"""From this confidence on a match may be accepted unseen."""
UNSURE = 0.5
"""Below it, a person should look first."""

_ENOUGH = 0.8
"""What a topic needs at least."""
_ENOUGH_NEAR = 1.5
"""What a topic needs where neither a cue nor a heading speaks for it."""
_OWN = 1.6
"""What a second topic needs in the paragraph's own words."""
_PLAIN = 4.5
"""What a second topic needs there to be taken, however much speaks for the first."""
_SHARE = 0.75
"""What a second topic needs of the score of the first."""
_OUTSIDE_LEAD = 0.3
"""By how much what is outside the topics must lead."""
_CLEAR = 2.0
"""What a paragraph's own words must come to before they speak against its heading."""
_CONTRADICTED = 0.55
_NEAR = 1.4
"""How much the nearness of a paragraph's words counts compared with its cues."""
_NEAREST = 4.0
"""The nearness from which on more says no more."""
_MERELY_NEAR = 0.7
"""The most confidence where neither a cue nor a heading speaks for a match."""
_SETTLED = 0.8
"""From this confidence on the paragraphs next to one say nothing of it."""
_NEIGHBOR = {-1: 1.0, 1: 1.0, -2: 0.5, 2: 0.5}
"""What the first topic of a paragraph so far away adds, by its confidence."""
_EARLY = 8
_EARLY_SHARE = 0.15
"""Parties and recitals are named among so many paragraphs at the beginning, or such a share of all."""
_ALIKE = 0.75
"""What a further question of a topic needs of the score of the first, and in the paragraph's own words."""
_OWN_ALIKE = 1.6
_OWN_SECOND = 2.6
"""What the second question of a topic needs in the paragraph's own words to be taken in any case."""


@dataclass(frozen=True)
class Match:
    """Hold the match of one paragraph."""

    questions: tuple[str, ...] = ()
    """Ids, the surest first."""
    topics: tuple[str, ...] = ()
    """Ids, the surest first."""
    outside: str = ""
    """Kind of what is outside the topics; empty for none."""
    confidence: float = 0.0
    """From 0 to 1."""
    reason: str = ""
    """Why, for a person to read ("heading: Records; says: education records")."""
    scores: tuple[tuple[str, float], ...] = ()
    """Questions with any score at all, the highest first."""
    topic_scores: tuple[tuple[str, float], ...] = ()
    """Topics with any score at all, the highest first."""

    @property
    def is_placed(self) -> bool:
        """Tell whether it has a topic or belongs outside the topics."""
        return bool(self.topics or self.outside)


class Matcher:
    """Match documents to one checklist.

    Args:
        checklist: the checklist.
        book: its cues.
        similarity: what texts are compared with; None for what the checklist and its cues say.
    """

    def __init__(self, checklist: Checklist, book: CueBook, similarity: Similarity | None = None) -> None:
        self._topic_of = {question.id: topic.id for topic in checklist.topics for question in topic.questions}
        self._similarity = similarity or Similarity(checklist, book)
        self._known_names = book.names
        text_cues = [(question, cue) for question, cues in book.questions.items() for cue in cues.says]
        text_cues += [(f"{TOPIC}{topic}", cue) for topic, cues in book.topics.items() for cue in cues.says]
        text_cues += [(f"{OUTSIDE}{kind.id}", cue) for kind in book.outside for cue in kind.says]
        self._text_cues = CueIndex(text_cues)
        self._heading_reader = HeadingReader(book, self._similarity)

    def match(self, document: Document) -> tuple[Match, ...]:
        """Return the match of each paragraph, in order; a heading is matched to nothing."""
        names = Names(self._known_names, document)
        headings = self._heading_reader.of(names, self._topic_or_outside)
        matches: list[Match] = []
        weighed: dict[int, Evidence] = {}
        introduction = ""
        count = len(document.paragraphs)
        for index, paragraph in enumerate(document.paragraphs):
            kind = structural_kind(paragraph, index, count)
            if paragraph.kind == "heading":
                introduction = ""
                is_title = kind == "title"
                matches.append(_structural(kind) if is_title else Match())
                continue
            is_listed = paragraph.kind == "item" or bool(paragraph.label)
            if kind:
                matches.append(self._signatures() if kind == "signatures" else _structural(kind))
            else:
                evidence = self._weigh(paragraph, introduction if is_listed else "", names, headings)
                if index > max(_EARLY, _EARLY_SHARE * count):
                    evidence.forget_nearness((f"{OUTSIDE}parties", f"{OUTSIDE}recitals"))
                weighed[index] = evidence
                matches.append(self._decide(evidence))
            if paragraph.text.rstrip().endswith(":"):
                introduction = paragraph.text
            elif not is_listed:
                introduction = ""
        alone = tuple(matches)
        for index, evidence in weighed.items():
            if alone[index].confidence < _SETTLED and (support := _support(document, alone, index)):
                matches[index] = self._decide(evidence, support)
        return tuple(matches)

    def _signatures(self) -> Match:
        topics = tuple(self._topic_of[question] for question in ("signers",) if question in self._topic_of)
        questions = ("signers",) if topics else ()
        return Match(questions, topics, "signatures", 0.95, "structure: signature block")

    def _weigh(self, paragraph: Paragraph, introduction: str, names: Names, headings: DocumentHeadings) -> Evidence:
        text = names.usual(paragraph.text)
        evidence = Evidence()
        for hit in self._text_cues.hits(words_of(text)):
            evidence.say(hit if text is paragraph.text else replace(hit, cue=names.printed(hit.cue)))
        if introduction:
            for hit in self._text_cues.hits(words_of(names.usual(introduction))):
                evidence.introduce(hit)
        headings.weigh(paragraph, evidence)
        for owner, near in self._similarity.nearest(text).items():
            evidence.compare(owner, _NEAR * min(_NEAREST, near.score), near.words)
        self._temper_headings(evidence)
        return evidence

    def _topic_or_outside(self, owner: str) -> str:
        return self._topic_of.get(owner, owner.removeprefix(TOPIC))

    def _decide(self, evidence: Evidence, support: Mapping[str, float] | None = None) -> Match:
        questions = {owner: score for owner, score in evidence.scores().items() if owner in self._topic_of}
        topics = self._topic_scores(evidence, questions)
        for topic in topics.keys() & (support or {}).keys():
            topics[topic] += (support or {})[topic]
        outside = evidence.best_of(OUTSIDE)
        ranked = sorted(topics.items(), key=lambda item: -item[1])
        by_question = tuple(sorted(questions.items(), key=lambda item: -item[1]))
        best = ranked[0][1] if ranked else 0.0
        if outside and outside[1] >= max(_ENOUGH, best + _OUTSIDE_LEAD):
            kind = outside[0].removeprefix(OUTSIDE)
            confidence = _confidence(outside[1], best, is_merely_near=evidence.is_merely_near((outside[0],)))
            return Match((), (), kind, confidence, evidence.reason((outside[0],)), by_question, tuple(ranked))
        if best < (_ENOUGH if self._has_cue(evidence, ranked[0][0] if ranked else "") else _ENOUGH_NEAR):
            return Match(scores=by_question, topic_scores=tuple(ranked), confidence=0.0, reason="no cue")
        chosen = [ranked[0][0]]
        for topic, score in ranked[1:3]:
            own = max(
                (evidence.own(question) for question in questions if self._topic_of[question] == topic), default=0.0
            )
            if own >= _PLAIN or (score >= _SHARE * best and own >= _OWN):
                chosen.append(topic)
        picked = [question for topic in chosen for question in self._questions(topic, questions, evidence)]
        second = max(
            [score for topic, score in ranked if topic not in chosen] + [outside[1] if outside else 0.0], default=0.0
        )
        owners = tuple(picked) + tuple(f"{TOPIC}{topic}" for topic in chosen)
        return Match(
            tuple(picked),
            tuple(chosen),
            "",
            _confidence(best, second, is_merely_near=evidence.is_merely_near(owners)),
            evidence.reason(owners),
            by_question,
            tuple(ranked),
        )

    def _has_cue(self, evidence: Evidence, topic: str) -> bool:
        """Tell whether a cue or a heading speaks for a topic or one of its questions."""
        owners = [owner for owner in evidence.scores() if self._topic_or_outside(owner) == topic]
        return not evidence.is_merely_near(owners)

    def _temper_headings(self, evidence: Evidence) -> None:
        """Let a heading say less where a paragraph's own words speak only of something else."""
        spoken: dict[str, float] = defaultdict(float)
        for owner in evidence.spoken():
            topic = self._topic_or_outside(owner)
            spoken[topic] = max(spoken[topic], evidence.own(owner))
        if max(spoken.values(), default=0.0) < _CLEAR:
            return
        for owner in evidence.headed_owners():
            if spoken.get(self._topic_or_outside(owner), 0.0) < _ENOUGH:
                evidence.temper(owner, _CONTRADICTED)

    def _topic_scores(self, evidence: Evidence, questions: dict[str, float]) -> dict[str, float]:
        by_topic: dict[str, list[float]] = defaultdict(list)
        for question, score in questions.items():
            by_topic[self._topic_of[question]].append(score)
        scores = {}
        for topic in {*by_topic, *(owner.removeprefix(TOPIC) for owner in evidence.owners(TOPIC))}:
            own = sorted(by_topic.get(topic, [0.0]), reverse=True)
            general = evidence.score(f"{TOPIC}{topic}")
            headed = max(
                (evidence.headed(question) for question in questions if self._topic_of[question] == topic), default=0.0
            )
            # The heading counts once, whether it is one of the topic or of its question.
            scores[topic] = own[0] + 0.35 * sum(own[1:3]) + max(0.0, general - headed)
        return scores

    def _questions(self, topic: str, questions: dict[str, float], evidence: Evidence) -> list[str]:
        """Return the questions of a topic that a paragraph is about, the surest first."""
        ranked = sorted(
            ((score, question) for question, score in questions.items() if self._topic_of[question] == topic),
            reverse=True,
        )
        if not ranked:
            return []
        best = ranked[0][0]
        return [
            question
            for rank, (score, question) in enumerate(ranked[:3])
            if rank == 0
            or (score >= _ALIKE * best and evidence.own(question) >= _OWN_ALIKE)
            or (rank == 1 and evidence.own(question) >= _OWN_SECOND)
        ]


def _structural(kind: str) -> Match:
    return Match(
        outside=kind, confidence=1.0 if kind == "title" else 0.95, reason=f"structure: {kind.replace('-', ' ')}"
    )


def _support(document: Document, matches: Sequence[Match], index: int) -> dict[str, float]:
    """Return by how much the paragraphs next to one, under the same heading, speak for topics."""
    support: dict[str, float] = defaultdict(float)
    for distance, share in _NEIGHBOR.items():
        other = index + distance
        if not 0 <= other < len(matches) or document.paragraphs[other].kind == "heading":
            continue
        if document.paragraphs[other].heading == document.paragraphs[index].heading:
            for topic in matches[other].topics[:1]:
                support[topic] += share * matches[other].confidence
    return support


def _confidence(best: float, second: float, *, is_merely_near: bool) -> float:
    """Return how sure a match is: by its score, by its lead over the next, and by what speaks for it."""
    amount = 1 - math.exp(-best / 3.0)
    lead = max(0.0, best - second) / best if best else 0.0
    confidence = amount * (0.45 + 0.55 * min(1.0, 1.6 * lead))
    return round(min(_MERELY_NEAR if is_merely_near else 0.99, confidence), 2)
