"""Where the paragraphs of an earlier agreement belong, as two sides have said it."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.merging.log import MergeLog
from mou_tui.merging.records import latest
from mou_tui.merging.three_way import greater, merged_set, three_way
from mou_tui.session.earlier import EarlierParagraph

Paragraphs = tuple[EarlierParagraph, ...]


def merged_paragraphs(base: Paragraphs, ours: Paragraphs, theirs: Paragraphs, place: str, log: MergeLog) -> Paragraphs:
    """Return the paragraphs with what both sides confirmed of them; the words are those of the document."""
    if not len(base) == len(ours) == len(theirs):
        return latest(base, ours, theirs, place, log)
    return tuple(_paragraph(*sides) for sides in zip(base, ours, theirs, strict=True))


def _paragraph(base: EarlierParagraph, ours: EarlierParagraph, theirs: EarlierParagraph) -> EarlierParagraph:
    def choose(left: EarlierParagraph, right: EarlierParagraph) -> EarlierParagraph:
        chosen = greater(left, right)
        questions = merged_set(base.questions, left.questions, right.questions)
        return replace(chosen, questions=questions, placed=left.placed or right.placed)

    return three_way(base, ours, theirs, choose)
