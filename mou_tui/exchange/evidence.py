"""Weigh the evidence for each owner of cues in a paragraph: cues, headings, list introduction, all its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mou_tui.exchange.cues import Hit

HEADING = 2.4
"""What the nearest heading comes to."""
_INTRODUCTION = 0.6
_MOST_HITS = 4


class Evidence:
    """Collect the evidence for each owner of cues in one paragraph."""

    def __init__(self) -> None:
        self._own: dict[str, list[Hit]] = defaultdict(list)
        self._own_scores: dict[str, float] = {}
        self._introduced: dict[str, float] = defaultdict(float)
        self._headed: dict[str, tuple[float, str]] = {}
        self._near: dict[str, tuple[float, tuple[str, ...]]] = {}

    def say(self, hit: Hit) -> None:
        """Count a cue met in the words of the paragraph."""
        self._own[hit.owner].append(hit)
        self._own_scores.pop(hit.owner, None)

    def introduce(self, hit: Hit) -> None:
        """Count a cue met in the sentence that introduces its list."""
        self._introduced[hit.owner] = min(HEADING, self._introduced[hit.owner] + _INTRODUCTION * hit.weight)

    def head(self, hit: Hit, title: str, weight: float) -> None:
        """Count a cue met in a heading, by so much."""
        before = self._headed.get(hit.owner, (0.0, ""))
        if weight > before[0]:
            self._headed[hit.owner] = weight, title

    def compare(self, owner: str, weight: float, words: tuple[str, ...]) -> None:
        """Count how near the words of the paragraph are to an owner, by so much, and which speak most for it."""
        self._near[owner] = weight, words

    def forget_nearness(self, owners: Sequence[str]) -> None:
        """Let only the paragraph's own cues speak for owners, not its headings nor all its words."""
        for owner in owners:
            self._near.pop(owner, None)
            self._headed.pop(owner, None)

    def near(self, owner: str) -> float:
        """Return the score of the nearness of its words."""
        return self._near.get(owner, (0.0, ()))[0]

    def own(self, owner: str) -> float:
        """Return the score of a paragraph's own text: each further cue adds less."""
        if owner not in self._own:
            return 0.0
        if owner not in self._own_scores:
            weights = sorted((hit.weight for hit in self._own[owner]), reverse=True)[:_MOST_HITS]
            self._own_scores[owner] = sum(weight * 0.7**index for index, weight in enumerate(weights))
        return self._own_scores[owner]

    def headed(self, owner: str) -> float:
        """Return the score of the headings."""
        return self._headed.get(owner, (0.0, ""))[0]

    def score(self, owner: str) -> float:
        """Return the total score of an owner."""
        return self.own(owner) + self.headed(owner) + self._introduced.get(owner, 0.0) + self.near(owner)

    def spoken(self) -> list[str]:
        """Return the owners that the words of the paragraph speak for."""
        return list(self._own)

    def headed_owners(self) -> list[str]:
        """Return the owners that a heading speaks for."""
        return list(self._headed)

    def temper(self, owner: str, share: float) -> None:
        """Reduce the score of the headings for an owner to a share."""
        weight, title = self._headed[owner]
        self._headed[owner] = weight * share, title

    def owners(self, prefix: str) -> Iterator[str]:
        """Return the owners that anything speaks for, by the beginning of their ids."""
        known = {*self._own, *self._headed, *self._introduced, *self._near}
        return (owner for owner in known if owner.startswith(prefix))

    def is_merely_near(self, owners: Sequence[str]) -> bool:
        """Tell whether neither a cue nor a heading nor an introduction speaks for any of the owners."""
        return not any(owner in known for owner in owners for known in (self._own, self._headed, self._introduced))

    def scores(self) -> dict[str, float]:
        """Return the score of every owner."""
        return {owner: self.score(owner) for owner in self.owners("")}

    def best_of(self, prefix: str) -> tuple[str, float] | None:
        """Return the owner with the highest score among those whose ids begin so; None for none."""
        return max(
            ((owner, self.score(owner)) for owner in self.owners(prefix)), key=lambda item: item[1], default=None
        )

    def reason(self, owners: Sequence[str]) -> str:
        """Explain why these owners were chosen: the heading and up to three cues; without them, the nearest words."""
        titles = dict.fromkeys(self._headed[owner][1] for owner in owners if owner in self._headed)
        hits = sorted((hit for owner in owners for hit in self._own.get(owner, ())), key=lambda hit: -hit.weight)
        cues = list(dict.fromkeys(hit.cue for hit in hits))[:3]
        parts = [f"heading: {title}" for title in list(titles)[:1]]
        parts += [f"says: {', '.join(cues)}"] if cues else []
        if not parts and any(self._introduced.get(owner) for owner in owners):
            parts = ["its list is introduced so"]
        if not parts:
            near = max((self._near[owner] for owner in owners if owner in self._near), default=(0.0, ()))
            parts = [f"no cue; its words are nearest: {', '.join(near[1])}"]
        return "; ".join(parts)
