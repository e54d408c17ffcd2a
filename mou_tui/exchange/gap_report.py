"""Report gaps: what an earlier agreement covers, where it is thin, and where nothing was found."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.advice import on_wording
from mou_tui.draft.contradiction_check import find_contradictions
from mou_tui.exchange.coverage import Coverage, Found, QuestionCoverage, TopicCoverage, cover
from mou_tui.exchange.cues import CueBook, words_of
from mou_tui.exchange.document import FORMAT_NAMES, Document
from mou_tui.exchange.matching import Match
from mou_tui.exchange.sensitive import remark_on
from mou_tui.text import capitalize_first, pluralize

FOUND_LABELS: dict[Found, str] = {"yes": "covered", "thin": "thin", "no": "nothing found"}

_QUOTE = 240
_SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+(?=[A-Z“\"(])")


@dataclass(frozen=True)
class OldWordingAdvice:
    """Advise on the wording of the earlier agreement."""

    index: int
    """Of the paragraph."""
    phrase: str
    about: str
    why: str


@dataclass(frozen=True)
class GapReport:
    """Hold everything the report says."""

    document: Document
    matches: tuple[Match, ...]
    coverage: Coverage
    advice: tuple[OldWordingAdvice, ...]


def gap_report(checklist: Checklist, document: Document, matches: Sequence[Match]) -> GapReport:
    """Compile the report on a document; arguments are those of `coverage.cover`."""
    return GapReport(document, tuple(matches), cover(checklist, document, matches), tuple(_advice(document, matches)))


def _advice(document: Document, matches: Sequence[Match]) -> Iterator[OldWordingAdvice]:
    texts = {
        str(index): paragraph.text
        for index, (paragraph, match) in enumerate(zip(document.paragraphs, matches, strict=True))
        if match.topics and match.outside != "signatures"
    }
    for place, text in texts.items():
        for start, end, about, why in on_wording(text):
            yield OldWordingAdvice(int(place), text[start:end], about, why)
    for place, start, end, other in find_contradictions(texts):
        why = f"paragraph {int(other) + 1} keeps the SRO out of discipline; this gives the SRO school rules to enforce."
        yield OldWordingAdvice(int(place), texts[place][start:end], "Discipline or not?", why)


def as_object(checklist: Checklist, report: GapReport) -> dict[str, Any]:
    """Return the report as plain data; its keys are the same in every version."""
    numbers = {topic.id: number for number, topic in enumerate(checklist.topics, start=1)}
    return {
        "file": report.document.name,
        "kind": report.document.format,
        "paragraphs": [
            {
                "index": index,
                "text": paragraph.text,
                "heading": paragraph.heading,
                "page": paragraph.page or None,
                "questions": list(match.questions),
                "topics": [numbers[topic] for topic in match.topics],
                "outside": match.outside or None,
                "confidence": match.confidence,
                "reason": match.reason,
            }
            for index, (paragraph, match) in enumerate(zip(report.document.paragraphs, report.matches, strict=True))
        ],
        "topics": [
            {
                "number": topic.number,
                "id": topic.id,
                "title": topic.title,
                "paragraphs": list(topic.paragraphs),
                "questions": [
                    {
                        "id": question.id,
                        "found": question.found,
                        "paragraphs": list(question.paragraphs),
                        "nearest": list(question.nearest),
                    }
                    for question in topic.questions
                ],
            }
            for topic in report.coverage.topics
        ],
        "unplaced": list(report.coverage.unplaced),
    }


def as_markdown(checklist: Checklist, book: CueBook, report: GapReport) -> str:
    """Return the report as Markdown."""
    return "\n\n".join(filter(None, _blocks(checklist, book, report))) + "\n"


def summary(report: GapReport) -> str:
    """Return what was found, in one line."""
    topics = report.coverage.topics
    silent = [f"{topic.number} {topic.title}" for topic in topics if not topic.is_found]
    text = f"{len(topics) - len(silent)} of {len(topics)} topics found"
    return f"{text} · nothing found on {'; '.join(silent)}" if silent else text


def best_sentence(text: str, question: Question) -> str:
    """Return the sentence of a paragraph that has most to do with a question, cut to a readable length."""
    sentences = [sentence for sentence in _SENTENCE_END.split(" ".join(text.split())) if sentence]
    wanted = set(words_of(" ".join((question.label, question.ask, *(point.text for point in question.points)))))

    def shared(sentence: str) -> float:
        words = set(words_of(sentence))
        return len(words & wanted) / math.sqrt(4 + len(words))

    best = max(sentences, key=shared, default="")
    return best if len(best) <= _QUOTE else f"{best[: _QUOTE - 1].rpartition(' ')[0]} …"


def _blocks(checklist: Checklist, book: CueBook, report: GapReport) -> Iterator[str]:
    document, coverage = report.document, report.coverage
    yield f"# What {_inline(document.name)} covers"
    pages = max((paragraph.page for paragraph in document.paragraphs), default=0)
    size = f"{document.word_count:,} words" + (f" on {pluralize(pages, 'page')}" if pages else "")
    yield f"{capitalize_first(FORMAT_NAMES[document.format])}, {size}. {summary(report)}."
    for remark in document.remarks:
        yield _inline(remark)
    yield (
        "Found by its headings and its words, not by anybody who has read it: confirm before you rely on it. "
        "“Nothing found” means that these words were not met; look at the nearest paragraphs before you call the "
        "agreement silent."
    )
    if remark := remark_on(document):
        yield _inline(remark)
    yield _tally_table(coverage)
    for topic in coverage.topics:
        yield from _topic(checklist, report, topic)
    yield from _outside(book, report)
    yield from _old_wording(report)
    if coverage.unplaced:
        yield f"## Placed nowhere ({len(coverage.unplaced)})"
        yield "Read these yourself: the program could not tell what they are about."
        yield "\n".join(f"- {_quoted(report, index)}" for index in coverage.unplaced)


def _tally_table(coverage: Coverage) -> str:
    rows = ["| | Topic | Covered | Thin | Nothing found |", "|---|---|---|---|---|"]
    for topic in coverage.topics:
        tally = [sum(question.found == found for question in topic.questions) for found in ("yes", "thin", "no")]
        rows.append(f"| {topic.number} | {_inline(topic.title)} | {tally[0]} | {tally[1]} | {tally[2]} |")
    return "\n".join(rows)


def _topic(checklist: Checklist, report: GapReport, topic: TopicCoverage) -> Iterator[str]:
    yield f"## {topic.number}. {_inline(topic.title)}"
    for coverage in topic.questions:
        question = checklist.question(coverage.id)
        essential = ", essential" if question.essential else ""
        lines = [
            f"### {checklist.number(coverage.id)} {_inline(question.label)}: {FOUND_LABELS[coverage.found]}{essential}"
        ]
        lines += _evidence(report, question, coverage)
        yield "\n\n".join(lines)
    rest = [index for index in topic.paragraphs if not report.matches[index].questions]
    if rest:
        yield "On the topic, but on none of its questions:"
        yield "\n".join(f"- {_quoted(report, index)}" for index in rest)


def _evidence(report: GapReport, question: Question, coverage: QuestionCoverage) -> Iterator[str]:
    if coverage.paragraphs:
        yield "\n".join(
            f"- {_where(report, index)}: “{_inline(best_sentence(report.document.paragraphs[index].text, question))}” "
            f"({_inline(report.matches[index].reason)})"
            for index in coverage.paragraphs
        )
    if coverage.found != "no" and question.points:
        ticked = [point.text for point in question.points if point.id in coverage.points]
        missing = [point.text for point in question.points if point.id not in coverage.points]
        yield "\n".join(
            [
                *(f"- [x] {_inline(text)} (its words are there)" for text in ticked),
                *(f"- [ ] {_inline(text)}" for text in missing),
            ]
        )
    if coverage.nearest:
        yield "Nearest, to look at:\n\n" + "\n".join(f"- {_quoted(report, index)}" for index in coverage.nearest)


def _outside(book: CueBook, report: GapReport) -> Iterator[str]:
    kinds = {kind: indexes for kind, indexes in report.coverage.outside.items() if kind != "furniture"}
    if kinds:
        yield "## Outside the topics"
        yield "\n".join(
            f"- {_inline(book.outside_label(kind))}: {', '.join(_where(report, index) for index in indexes)}"
            for kind, indexes in kinds.items()
        )


def _old_wording(report: GapReport) -> Iterator[str]:
    if report.advice:
        yield "## Wording to look at"
        yield "\n".join(
            f"- {_where(report, advice.index)}: “{_inline(advice.phrase)}”: "
            + _inline(f"{advice.about} {capitalize_first(advice.why)}")
            for advice in report.advice
        )


def _quoted(report: GapReport, index: int) -> str:
    text = " ".join(report.document.paragraphs[index].text.split())
    short = text if len(text) <= _QUOTE else f"{text[: _QUOTE - 1].rpartition(' ')[0]} …"
    return f"{_where(report, index)}: “{_inline(short)}”"


def _where(report: GapReport, index: int) -> str:
    paragraph = report.document.paragraphs[index]
    page = f", page {paragraph.page}" if paragraph.page else ""
    return f"paragraph {index + 1}{page}"


def _inline(text: str) -> str:
    """Return foreign text as it may appear within a line of Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", " ".join(text.split()))
