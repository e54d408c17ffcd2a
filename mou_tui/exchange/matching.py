"""Match each paragraph of an earlier agreement to topics and questions, with confidence and reason.

Structure comes first (recitals, parties, definitions, signature blocks). Then the cues of the checklist are looked for
in a paragraph's own words, in the headings above it, and in the sentence that introduces its list. Nothing is learned,
and nothing is asked of any other computer.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.cues import CueBook, CueIndex, words_of
from mou_tui.exchange.document import Document, Paragraph
from mou_tui.exchange.evidence import HEADING, Evidence
from mou_tui.exchange.headings import SEPARATOR, caption_of
from mou_tui.exchange.paragraph_kinds import structural_kind
from mou_tui.exchange.similarity import Similarity

SURE = 0.75
"""From this confidence on a match may be accepted unseen."""
UNSURE = 0.5
"""Below it, a person should look first."""

_OUTER = 1.1
_BROAD = 1.3
_ENOUGH = 1.0
"""What a topic needs at least."""
_OWN = 1.6
"""What a second topic needs in the paragraph's own words."""
_PLAIN = 2.6
"""What a second topic needs there to be taken, however much speaks for the first."""
_SHARE = 0.62
"""What a second topic needs of the score of the first."""
_CLEAR = 2.0
"""What a paragraph's own words must come to before they speak against its heading."""
_CONTRADICTED = 0.55
_NEAR = 0.1
"""How near a paragraph without cues must be to a question to be placed there."""
_OUT = "out:"
_TOPIC = "topic:"


@dataclass(frozen=True)
class Match:
    """Hold the match of one paragraph."""

    questions: tuple[str, ...] = ()
    """Ids, the surest first."""
    topics: tuple[str, ...] = ()
    """Ids, the surest first."""
    outside: str = ""
    """Kind of what stands outside the topics; empty for none."""
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
    """

    def __init__(self, checklist: Checklist, book: CueBook) -> None:
        self._topic_of = {question.id: topic.id for topic in checklist.topics for question in topic.questions}
        self._similarity = Similarity(checklist, book)
        text_cues = [(question, cue) for question, cues in book.questions.items() for cue in cues.says]
        text_cues += [(f"{_TOPIC}{topic}", cue) for topic, cues in book.topics.items() for cue in cues.says]
        text_cues += [(f"{_OUT}{kind.id}", cue) for kind in book.outside for cue in kind.says]
        heading_cues = [(question, cue) for question, cues in book.questions.items() for cue in cues.headings]
        heading_cues += [(f"{_TOPIC}{topic}", cue) for topic, cues in book.topics.items() for cue in cues.headings]
        heading_cues += [(f"{_OUT}{kind.id}", cue) for kind in book.outside for cue in kind.headings]
        broad_cues = [(question, cue) for question, cues in book.questions.items() for cue in cues.broad]
        broad_cues += [(f"{_TOPIC}{topic}", cue) for topic, cues in book.topics.items() for cue in cues.broad]
        self._text_cues, self._headed, self._broad = CueIndex(text_cues), CueIndex(heading_cues), CueIndex(broad_cues)

    def match(self, document: Document) -> tuple[Match, ...]:
        """Return the match of each paragraph, in order; a heading is matched to nothing."""
        matches = []
        introduction = ""
        count = len(document.paragraphs)
        for index, paragraph in enumerate(document.paragraphs):
            if paragraph.kind == "heading":
                introduction = ""
                kind = "title" if structural_kind(paragraph, index, count) == "title" else ""
                matches.append(
                    Match(outside=kind, confidence=1.0 if kind else 0.0, reason="structure: title" if kind else "")
                )
                continue
            is_listed = paragraph.kind == "item" or bool(paragraph.label)
            matches.append(self._match(paragraph, index, count, introduction if is_listed else ""))
            if paragraph.text.rstrip().endswith(":"):
                introduction = paragraph.text
            elif not is_listed:
                introduction = ""
        return tuple(matches)

    def _match(self, paragraph: Paragraph, index: int, count: int, introduction: str) -> Match:
        kind = structural_kind(paragraph, index, count)
        if kind == "signatures":
            topics = tuple(self._topic_of[question] for question in ("signers",) if question in self._topic_of)
            questions = ("signers",) if topics else ()
            return Match(questions, topics, kind, 0.95, "structure: signature block")
        if kind:
            return Match(outside=kind, confidence=0.95, reason=f"structure: {kind.replace('-', ' ')}")
        evidence = Evidence()
        for hit in self._text_cues.hits(words_of(paragraph.text)):
            evidence.say(hit)
        for hit in self._text_cues.hits(words_of(introduction)):
            evidence.introduce(hit)
        self._weigh_headings(paragraph, evidence)
        match = self._decide(evidence)
        return match if match.is_placed else self._by_similarity(paragraph, match)

    def _by_similarity(self, paragraph: Paragraph, match: Match) -> Match:
        """Place a paragraph without cues where it is clearly nearest; else keep what is near for whoever looks."""
        near = self._similarity.nearest(paragraph.text)
        ranked = sorted(near.items(), key=lambda item: -item[1])
        if not ranked:
            return match
        topics: dict[str, float] = {}
        for question, score in ranked:
            topic = self._topic_of[question]
            topics[topic] = max(topics.get(topic, 0.0), score)
        by_topic = tuple(sorted(topics.items(), key=lambda item: -item[1]))
        match = replace(match, scores=tuple(ranked), topic_scores=by_topic)
        if ranked[0][1] < _NEAR:
            return match
        question, score = ranked[0]
        return replace(
            match,
            questions=(question,),
            topics=(self._topic_of[question],),
            confidence=round(min(0.45, 1.5 * score), 2),
            reason="no cue; its words are nearest",
        )

    def _weigh_headings(self, paragraph: Paragraph, evidence: Evidence) -> None:
        above = [title for title in paragraph.heading.split(SEPARATOR) if title]
        caption = caption_of(paragraph.text)
        nearest_first = ([caption] if caption else []) + above[::-1]
        weight = HEADING
        for title in nearest_first:
            words = words_of(title)
            owners = {hit.owner: hit for hit in self._headed.hits(words)}
            broad = {hit.owner: hit for hit in self._broad.hits(words)}
            for hit in broad.values():
                evidence.head(hit, title, _BROAD * weight / HEADING)
            if not owners and not broad:
                continue
            topics = {self._topic_or_outside(owner) for owner in owners}
            for hit in owners.values():
                # A heading over several topics says less of each.
                evidence.head(hit, title, weight * (1.0 if len(topics) == 1 else 0.75 if len(topics) == 2 else 0.5))
            weight = _OUTER if weight == HEADING else 0.5 * weight

    def _topic_or_outside(self, owner: str) -> str:
        return self._topic_of.get(owner, owner.removeprefix(_TOPIC))

    def _decide(self, evidence: Evidence) -> Match:
        self._temper_headings(evidence)
        questions = {owner: score for owner, score in evidence.scores().items() if owner in self._topic_of}
        topics = self._topic_scores(evidence, questions)
        outside = evidence.best_of(_OUT)
        ranked = sorted(topics.items(), key=lambda item: -item[1])
        by_question = tuple(sorted(questions.items(), key=lambda item: -item[1]))
        best = ranked[0][1] if ranked else 0.0
        if outside and outside[1] >= max(_ENOUGH, best + 0.3):
            kind = outside[0].removeprefix(_OUT)
            confidence = _confidence(outside[1], best)
            return Match((), (), kind, confidence, evidence.reason((outside[0],)), by_question, tuple(ranked))
        if best < _ENOUGH:
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
        owners = tuple(picked) + tuple(f"{_TOPIC}{topic}" for topic in chosen)
        return Match(
            tuple(picked),
            tuple(chosen),
            "",
            _confidence(best, second),
            evidence.reason(owners),
            by_question,
            tuple(ranked),
        )

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
        for topic in {*by_topic, *(owner.removeprefix(_TOPIC) for owner in evidence.owners(_TOPIC))}:
            own = sorted(by_topic.get(topic, [0.0]), reverse=True)
            general = evidence.score(f"{_TOPIC}{topic}")
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
            or (score >= 0.6 * best and evidence.own(question) >= 1.0)
            or (rank == 1 and evidence.own(question) >= _OWN)
        ]


def _confidence(best: float, second: float) -> float:
    """Return how sure a match is: by its score, and by its lead over the next."""
    amount = 1 - math.exp(-best / 2.0)
    lead = max(0.0, best - second) / best if best else 0.0
    return round(min(0.99, amount * (0.45 + 0.55 * min(1.0, 1.6 * lead))), 2)
