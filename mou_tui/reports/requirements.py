"""Put what state law and funders ask next to the agreement's own words: a working paper for counsel.

Next to each requirement is the sentence that the room pointed to, or none. It judges nothing: whether a requirement
applies, and whether words answer it, is for counsel.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from mou_tui.checklist.layers import Layer, LayerLine
from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block
from mou_tui.draft.chosen_layers import chosen_layers
from mou_tui.draft.composition import bullet, emphasized, heading, lines, paragraph, strong
from mou_tui.draft.draft import session_title
from mou_tui.draft.law_lines import dated, layer_name, state_name, state_of
from mou_tui.draft.sentences import sentences
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import join_and, lower_first
from mou_tui.reports.state_law import NO_STATE
from mou_tui.session.model import Session

TITLE = "State requirements beside our words"
WORKING_PAPER = "Working paper for counsel, not a finding"
NOTE = (
    "What is asked is in mou-tui’s words and may not be complete. The sentence beside it is the one that the room "
    "pointed to. Counsel decides what applies, and what the words amount to."
)
NO_WORDS = "No words pointed to yet."
CHANGED = "No words pointed to yet: the sentence that was, in Section {number}, reads differently now."
FOR_COUNSEL = "For counsel"

Status = Literal["pointed", "none", "counsel"]
"""The room pointed to a sentence that is still there; it pointed to none; or counsel has to say first."""


COLUMNS = (
    *("id", "text", "asks", "binds", "condition", "section", "official", "read", "certainty", "questions"),
    *("state", "question", "number", "sentence", "beside"),
)
"""What is said of each requirement for programs."""


class OwnSentence(NamedTuple):
    """Hold one sentence of the agreement."""

    question: str
    """Question id."""
    number: str
    """Clause number."""
    text: str


class RequirementRow(NamedTuple):
    """Hold one requirement, and what is next to it."""

    layer: Layer
    line: LayerLine
    numbers: str
    """The numbers of the clauses it bears on, to follow "Section": `2.2 and 2.3`."""
    status: Status
    sentence: OwnSentence | None
    """What the room pointed to, while the agreement still says it."""
    counsel: str
    """What counsel has to say first, as a sentence; empty where nothing stands in the way."""
    changed: str = ""
    """The number of the clause where the sentence pointed to was; empty if it is there, or there was none."""

    @property
    def id(self) -> str:
        """Return what names it in the whole of a checklist: `wa/climate`."""
        return f"{self.layer.id}/{self.line.id}"

    @property
    def asked(self) -> str:
        """Return what is asked, with its citation and the day it was read."""
        return dated(self.line)

    @property
    def our_words(self) -> str:
        """Return what is next to it."""
        if self.sentence:
            own = f"Section {self.sentence.number}: “{self.sentence.text}”"
            return f"{own} {self.counsel}".strip()
        none = CHANGED.format(number=self.changed) if self.changed else NO_WORDS
        return self.counsel or none


class RequirementPart(NamedTuple):
    """Hold the requirements of one layer."""

    heading: str
    rows: tuple[RequirementRow, ...]


class RequirementPage(NamedTuple):
    """Hold the whole page."""

    parts: tuple[RequirementPart, ...]
    remark: str
    """What to say of a state of which nothing is held, or that none is chosen; else empty."""

    @property
    def rows(self) -> tuple[RequirementRow, ...]:
        """Return all requirements, in the order of the page."""
        return tuple(row for part in self.parts for row in part.rows)

    @property
    def counts(self) -> str:
        """Return how many requirements there are, and how many have something next to them."""
        rows = self.rows
        pointed = sum(row.status == "pointed" for row in rows)
        counsel = sum(row.status == "counsel" for row in rows)
        return f"{len(rows)} asked · words pointed to beside {pointed} · for counsel {counsel}"


def requirement_page(checklist: Checklist, session: Session) -> RequirementPage:
    """Compile the page: each requirement of the layers that apply, in the order of the clauses it bears on."""
    parts = (
        RequirementPart(layer_name(layer), tuple(requirement_rows(checklist, session, layer)))
        for layer in chosen_layers(checklist, session)
    )
    return RequirementPage(tuple(part for part in parts if part.rows), _remark(checklist, session))


def requirement_rows(checklist: Checklist, session: Session, layer: Layer) -> Iterator[RequirementRow]:
    """Yield what a layer asks, with what is next to it; lines that ask for nothing are left out."""
    order = {question.id: index for index, question in enumerate(checklist.questions())}
    asked = [line for line in layer.lines if line.asks != "context" and any(name in order for name in line.questions)]
    for line in sorted(asked, key=lambda line: min(order[name] for name in line.questions if name in order)):
        yield _row(checklist, session, layer, line)


def offered_sentences(checklist: Checklist, session: Session, line: LayerLine) -> tuple[OwnSentence, ...]:
    """Return the sentences that the room may point to: those of the clauses that a line bears on, as they read now."""
    return tuple(
        OwnSentence(question_id, checklist.number(question_id), sentence.whole)
        for question_id in line.questions
        if question_id in checklist and not (answer := session.answer(question_id)).not_applicable
        for sentence in sentences(answer.text, answer.not_blanks)
    )


def requirements_document(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the page as blocks."""
    return tuple(_blocks(checklist, session))


def requirements_object(checklist: Checklist, session: Session) -> dict[str, object]:
    """Return the page for programs."""
    page = requirement_page(checklist, session)
    return {
        "title": TITLE,
        "heading": WORKING_PAPER,
        "session": session_title(checklist, session),
        "state": state_of(checklist, session),
        "remark": page.remark,
        "layers": [
            {"id": layer.id, "title": layer.title, "version": layer.version}
            for layer in chosen_layers(checklist, session)
        ],
        "requirements": [
            {
                "id": row.id,
                "text": row.line.text,
                "asks": row.line.asks,
                "binds": list(row.line.binds),
                "condition": row.line.condition,
                "section": row.line.section,
                "official": row.layer.sources[row.line.source].official,
                "read": row.line.read,
                "certainty": row.line.certainty,
                "questions": list(row.line.questions),
                "state": row.status,
                "question": row.sentence.question if row.sentence else "",
                "number": row.sentence.number if row.sentence else "",
                "sentence": row.sentence.text if row.sentence else "",
                "beside": row.our_words,
            }
            for row in page.rows
        ],
    }


def requirement_rows_of(whole: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Yield the requirements of the page for programs, each with the keys in `COLUMNS`."""
    listed = whole["requirements"]
    yield from listed if isinstance(listed, list) else ()


def without_words(checklist: Checklist, session: Session) -> int:
    """Return how many requirements of the layers that apply have no words next to them yet."""
    return sum(row.status == "none" for row in requirement_page(checklist, session).rows)


def _row(checklist: Checklist, session: Session, layer: Layer, line: LayerLine) -> RequirementRow:
    known = [question.id for question in checklist.questions() if question.id in line.questions]
    numbers = join_and([checklist.number(question_id) for question_id in known])
    pointed = next((item for item in session.requirements if (item.layer, item.line) == (layer.id, line.id)), None)
    sentence, changed = None, ""
    if pointed:
        now = offered_sentences(checklist, session, line)
        wanted = (pointed.question, pointed.text)
        sentence = next((item for item in now if (item.question, item.text) == wanted), None)
        if sentence is None and pointed.question in checklist:
            changed = checklist.number(pointed.question)
    set_aside = bool(known) and all(session.answer(question_id).not_applicable for question_id in known)
    counsel = _for_counsel(line, numbers if set_aside else "")
    status: Status = "pointed" if sentence else "counsel" if counsel else "none"
    return RequirementRow(layer, line, numbers, status, sentence, counsel, changed)


def _for_counsel(line: LayerLine, set_aside: str) -> str:
    """Return what counsel has to say first; `set_aside` are the numbers of its clauses if all of them are."""
    condition = line.condition.strip().removesuffix(".")
    reasons = [f"whether it applies ({lower_first(condition)})"] if condition else []
    reasons += [f"Section {set_aside} was set aside as not applying"] if set_aside else []
    return f"{FOR_COUNSEL}: {'; '.join(reasons)}." if reasons else ""


def _remark(checklist: Checklist, session: Session) -> str:
    state = state_of(checklist, session)
    if not state:
        return NO_STATE
    if any(layer.state == state for layer in checklist.layers):
        return ""
    return f"We hold nothing verified for {state_name(checklist, state)}; that does not mean that there is no law."


def _blocks(checklist: Checklist, session: Session) -> Iterator[Block]:
    page = requirement_page(checklist, session)
    yield heading(1, TITLE)
    yield lines(strong(f"{WORKING_PAPER}."), session_title(checklist, session))
    yield paragraph(emphasized(NOTE))
    if page.remark:
        yield paragraph(page.remark)
    for part in page.parts:
        yield heading(2, part.heading)
        for row in part.rows:
            kind = "" if row.line.asks == "duty" else "(Encouraged, not required.)"
            yield paragraph(strong(f"{row.numbers}:"), row.asked, kind)
            yield bullet(row.our_words)
    sources = dict.fromkeys(row.layer.sources[row.line.source].citation for row in page.rows)
    if sources:
        yield heading(2, "Where it was read")
        yield from (bullet(f"{citation}.") for citation in sources)
