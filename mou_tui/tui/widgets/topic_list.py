"""The rows of the list of topics: each topic with its counts, and below the current one its questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from mou_tui.draft.progress import Progress, QuestionProgress, TopicProgress
from mou_tui.draft.state_labels import AGREEMENT_GLYPHS, STATE_GLYPHS, TO_CONFIRM
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import pluralize
from mou_tui.session.model import OPENING

_REVIEW = ":review"
"""Names the review in place of a clause id; no clause id contains a colon."""
_TOPIC = ":topic-"

_TEXT, _AGREED = 4, 6
"""Cells of the two columns, as wide as their headings."""


class TopicList(OptionList):
    """Lists the rows, from which to go to a clause or to the review."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    @dataclass
    class Chosen(Message):
        """Asks to go to a clause or the review."""

        clause_id: str | None
        """A question's id or `OPENING`; None for the review."""

    def __init__(self) -> None:
        super().__init__(id="topics-list", compact=True)
        self._rows: tuple[tuple[str, Content], ...] = ()
        self._typed = ""
        self._first: dict[str, str] = {}

    def show(self, progress: Progress, clause_id: str, width: int, height: int) -> None:
        """Show the progress and the current clause; update only rows that changed.

        Args:
            progress: of the session.
            clause_id: the current clause.
            width: cells of a row.
            height: rows there is room for; with more, each title is on one line.
        """
        new_rows = _rows(progress, clause_id)
        is_room = sum(len(row.lines(width)) for row in new_rows) <= height
        rows = tuple((row.id, row.content(width, whole=is_room)) for row in new_rows)
        self._first = {str(topic.number): topic.questions[0].id for topic in progress.topics if topic.questions}
        if [name for name, _ in rows] != [name for name, _ in self._rows]:
            self.clear_options()
            self.add_options([Option(content, id=name) for name, content in rows])
        else:
            for index, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
                if old != new:
                    self.replace_option_prompt_at_index(index, new[1])
        self._rows = rows
        if not self.has_focus:
            names = [name for name, _ in rows]
            self.highlighted = names.index(clause_id) if clause_id in names else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask to go to the clause of the row."""
        event.stop()
        self._typed = ""
        name = event.option_id or ""
        clause_id = self._first.get(name.removeprefix(_TOPIC), name)
        self.post_message(self.Chosen(None if clause_id == _REVIEW else clause_id))

    def on_key(self, event: events.Key) -> None:
        """Go to the topic of a typed number; two digits typed in a row make one number."""
        if not (event.character and event.character.isdecimal()):
            return
        event.stop()
        chosen = self.highlighted_option
        if not chosen or chosen.id != f"{_TOPIC}{self._typed}":
            self._typed = ""
        longer = self._typed + event.character
        self._typed = longer if longer in self._first else event.character
        if self._typed in self._first:
            self.highlighted = self.get_option_index(f"{_TOPIC}{self._typed}")


def heading(width: int) -> Content:
    """Return the line above the rows."""
    return _spread(Content("Topics"), _columns("Text", "Agreed"), width)


def foot_lines(progress: Progress, total: int) -> tuple[str, ...]:
    """Return lines on open objections, positions to confirm, deferred questions, actions, and what is not asked."""
    asked = len(progress.questions)
    counts = (
        (AGREEMENT_GLYPHS["objection"], progress.objections, pluralize(progress.objections, "objection")),
        (AGREEMENT_GLYPHS["to-confirm"], progress.to_confirm, f"{progress.to_confirm} {TO_CONFIRM}"),
        ("…", progress.later, f"{progress.later} later"),
        ("→", progress.actions_open, pluralize(progress.actions_open, "action")),
        ("·", total - asked, f"{asked} of {total} questions are asked"),
        ("·", progress.gone_through, f"points gone through: {progress.gone_through}"),
    )
    return tuple(f"{glyph} {label}" for glyph, number, label in counts if number)


class _Row(NamedTuple):
    """A row of the list: its id, prefix, title, progress columns, and whether it is current."""

    id: str
    mark: str
    title: str
    columns: Content
    here: bool

    def lines(self, width: int) -> tuple[str, ...]:
        """Return the title, wrapped to leave room for the columns."""
        return _lines(self.title, width - self.columns.cell_length - 1 - len(self.mark))

    def content(self, width: int, *, whole: bool) -> Content:
        """Return the row, with its whole title or on one line."""
        first, *more = self.lines(width) if whole else (self.title,)
        style = "bold" if self.here else ""
        rows = [_spread(Content(f"{self.mark}{first}").stylize(style), self.columns, width)]
        rows += [Content(f"{' ' * len(self.mark)}{line}").stylize(style) for line in more]
        return Content("\n").join(rows)


def _rows(progress: Progress, clause_id: str) -> list[_Row]:
    rows = [_Row(OPENING, _mark(clause_id == OPENING), "Opening", Content(""), clause_id == OPENING)]
    for topic in progress.topics:
        here = any(question.id == clause_id for question in topic.questions)
        rows.append(_topic_row(topic, here))
        if here:
            rows += [_question_row(question, question.id == clause_id) for question in topic.questions]
    rows.append(_Row(_REVIEW, _mark(False), "Review and export", Content(""), False))
    return rows


def _mark(here: bool) -> str:
    return "▸" if here else " "


def _topic_row(topic: TopicProgress, here: bool) -> _Row:
    is_agreed = 0 < topic.needed == topic.agreed
    agreed = f"{'✓ ' if is_agreed else ''}{topic.agreed}/{topic.needed}"
    columns = _columns(f"{topic.written}/{topic.needed}", agreed, is_agreed=is_agreed)
    return _Row(f"{_TOPIC}{topic.number}", f"{topic.number:>2} ", topic.title, columns, here)


def _question_row(question: QuestionProgress, here: bool) -> _Row:
    text = f"{'…' if question.later else ''}{STATE_GLYPHS[question.state]}"
    agreement = question.agreement.state
    columns = _columns(text, AGREEMENT_GLYPHS[agreement], is_agreed=agreement == "agreed")
    return _Row(question.id, f"{_mark(here)}  ", question.label, columns, here)


# Cached, as the rows are made at every key and titles do not change.
@lru_cache(maxsize=256)
def _lines(title: str, width: int) -> tuple[str, ...]:
    return tuple(line.plain.rstrip() for line in Content(title).wrap(width))


def _columns(text: str, agreed: str, *, is_agreed: bool = False) -> Content:
    """Return the progress of text and agreement in columns; every glyph takes one cell."""
    columns = Content(f"{text:>{_TEXT}} {agreed:>{_AGREED}}")
    return columns.stylize("$text-success", _TEXT) if is_agreed else columns


def _spread(left: Content, right: Content, width: int) -> Content:
    available = max(0, width - right.cell_length - 1)
    return left.truncate(available, ellipsis=True, pad=True) + Content(" ") + right
