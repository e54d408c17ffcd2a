"""Report gaps: what an earlier agreement covers, where it is thin, and where nothing was found."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.advice import on_wording
from mou_tui.draft.blocks import Block, Heading, Table
from mou_tui.draft.composition import bullet, emphasized, heading, paragraph, plain
from mou_tui.draft.contradiction_check import find_contradictions
from mou_tui.draft.markdown_writer import write
from mou_tui.exchange.coverage import Coverage, Extent, QuestionCoverage, TopicCoverage, cover
from mou_tui.exchange.cues import CueBook, words_of
from mou_tui.exchange.document import FORMAT_NAMES, Document
from mou_tui.exchange.export import write_pages
from mou_tui.exchange.file_kinds import PageKind
from mou_tui.exchange.matching import Match
from mou_tui.exchange.sensitive import remark_on
from mou_tui.exchange.writers.paper import Paper, title_of, with_boxes
from mou_tui.language.text import capitalize_first, join_and, pluralize
from mou_tui.reports.document_date import dated

FOUND_LABELS: dict[Extent, str] = {"yes": "covered", "thin": "thin", "no": "nothing found"}

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
    for index, text in texts.items():
        for start, end, about, why in on_wording(text):
            yield OldWordingAdvice(int(index), text[start:end], about, why)
    for index, start, end, other in find_contradictions(texts):
        why = f"paragraph {int(other) + 1} keeps the SRO out of discipline; this gives the SRO school rules to enforce."
        yield OldWordingAdvice(int(index), texts[index][start:end], "Discipline or not?", why)


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
                        "found": question.extent,
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


def as_markdown(checklist: Checklist, book: CueBook, report: GapReport, *, now: datetime) -> str:
    """Return the report as Markdown."""
    return write(report_blocks(checklist, book, report, now=now)) + "\n"


def report_file(
    checklist: Checklist, book: CueBook, reports: Sequence[GapReport], kind: PageKind, *, now: datetime
) -> bytes:
    """Return the file of one or more reports.

    Args:
        checklist: what is asked.
        book: the words by which paragraphs were recognized.
        reports: those on an agreement and its amendments.
        kind: of file.
        now: when it is made.

    Raises:
        CannotSave: what writes the kind is missing.
    """
    if kind == "md":
        return "\n".join(as_markdown(checklist, book, report, now=now) for report in reports).encode()
    first, *further = (report_blocks(checklist, book, report, now=now) for report in reports)
    # A document has one title.
    further = [(Heading(blocks[0].content, 2), *blocks[1:]) for blocks in further if isinstance(blocks[0], Heading)]
    parts = tuple(with_boxes(block for blocks in (first, *further) for block in blocks))
    subject = join_and([_on_one_line(report.document.name) for report in reports])
    return write_pages(Paper(title_of(parts), subject, "", now, parts), kind)


def report_blocks(checklist: Checklist, book: CueBook, report: GapReport, *, now: datetime) -> tuple[Block, ...]:
    """Return the report as blocks; `now` is the day below its title."""
    title, *body = _blocks(checklist, book, report)
    return (title, paragraph(emphasized(dated("gaps", None, now.date().isoformat()))), *body)


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


def _blocks(checklist: Checklist, book: CueBook, report: GapReport) -> Iterator[Block]:
    document, coverage = report.document, report.coverage
    yield heading(1, f"What {_on_one_line(document.name)} covers")
    pages = max((paragraph.page for paragraph in document.paragraphs), default=0)
    size = f"{document.word_count:,} words" + (f" on {pluralize(pages, 'page')}" if pages else "")
    yield paragraph(f"{capitalize_first(FORMAT_NAMES[document.format])}, {size}. {summary(report)}.")
    for remark in document.remarks:
        yield paragraph(_on_one_line(remark))
    yield paragraph(
        "Found by its headings and its words, not by anybody who has read it: confirm before you rely on it. "
        "“Nothing found” means that these words were not found; look at the nearest paragraphs before you call the "
        "agreement silent."
    )
    if remark := remark_on(document):
        yield paragraph(_on_one_line(remark))
    yield _tally_table(coverage)
    for topic in coverage.topics:
        yield from _topic(checklist, report, topic)
    yield from _outside(book, report)
    yield from _old_wording(report)
    if coverage.unplaced:
        yield heading(2, f"Placed nowhere ({len(coverage.unplaced)})")
        yield paragraph("Read these yourself: the program could not tell what they are about.")
        yield from (bullet(_quoted(report, index)) for index in coverage.unplaced)


def _tally_table(coverage: Coverage) -> Table:
    rows: list[tuple[str, ...]] = [("", "Topic", "Covered", "Thin", "Nothing found")]
    for topic in coverage.topics:
        tally = [sum(question.extent == extent for question in topic.questions) for extent in ("yes", "thin", "no")]
        rows.append((str(topic.number), topic.title, *map(str, tally)))
    return Table(tuple(tuple(map(plain, row)) for row in rows))


def _topic(checklist: Checklist, report: GapReport, topic: TopicCoverage) -> Iterator[Block]:
    yield heading(2, f"{topic.number}. {topic.title}")
    for coverage in topic.questions:
        question = checklist.question(coverage.id)
        essential = ", essential" if question.essential else ""
        status = f"{FOUND_LABELS[coverage.extent]}{essential}"
        yield heading(3, f"{checklist.number(coverage.id)} {question.label}: {status}")
        yield from _evidence(report, question, coverage)
    rest = [index for index in topic.paragraphs if not report.matches[index].questions]
    if rest:
        yield paragraph("On the topic, but on none of its questions:")
        yield from (bullet(_quoted(report, index)) for index in rest)


def _evidence(report: GapReport, question: Question, coverage: QuestionCoverage) -> Iterator[Block]:
    for index in coverage.paragraphs:
        sentence = _on_one_line(best_sentence(report.document.paragraphs[index].text, question))
        yield bullet(f"{_where(report, index)}: “{sentence}” ({_on_one_line(report.matches[index].reason)})")
    if coverage.extent != "no" and question.points:
        yield paragraph("A good answer:")
        ticked = [point.text for point in question.points if point.id in coverage.points]
        missing = [point.text for point in question.points if point.id not in coverage.points]
        yield from (bullet("☑", text, "(these words appear)") for text in ticked)
        yield from (bullet("☐", text) for text in missing)
    if coverage.nearest:
        yield paragraph("Nearest, to look at:")
        yield from (bullet(_quoted(report, index)) for index in coverage.nearest)


def _outside(book: CueBook, report: GapReport) -> Iterator[Block]:
    kinds = {kind: indexes for kind, indexes in report.coverage.outside.items() if kind != "furniture"}
    if kinds:
        yield heading(2, "Outside the topics")
    for kind, indexes in kinds.items():
        places = ", ".join(_where(report, index) for index in indexes)
        yield bullet(f"{_on_one_line(book.outside_label(kind))}: {places}")


def _old_wording(report: GapReport) -> Iterator[Block]:
    if report.advice:
        yield heading(2, "Wording to look at")
    for advice in report.advice:
        why = _on_one_line(f"{advice.about} {capitalize_first(advice.why)}")
        yield bullet(f"{_where(report, advice.index)}: “{_on_one_line(advice.phrase)}”: {why}")


def _quoted(report: GapReport, index: int) -> str:
    text = _on_one_line(report.document.paragraphs[index].text)
    short = text if len(text) <= _QUOTE else f"{text[: _QUOTE - 1].rpartition(' ')[0]} …"
    return f"{_where(report, index)}: “{short}”"


def _where(report: GapReport, index: int) -> str:
    paragraph = report.document.paragraphs[index]
    page = f", page {paragraph.page}" if paragraph.page else ""
    return f"paragraph {index + 1}{page}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
