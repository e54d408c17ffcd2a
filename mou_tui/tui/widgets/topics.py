"""The list of topics: the way to every question, with how far the text and the agreement of each topic are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mou_tui.draft.labels import AGREEMENT_GLYPHS, STATE_GLYPHS, TO_CONFIRM
from mou_tui.draft.progress import Progress, QuestionProgress, TopicProgress
from mou_tui.session.model import OPENING
from mou_tui.text import pluralize

REVIEW = ":review"
"""Stands for the review where a place is asked for; no id of a question holds a colon."""
TOPIC = ":topic-"

_TEXT, _AGREED = 4, 6
"""Cells of the two columns: as wide as their headings."""


class TopicList(OptionList):
    """The rows; a number typed here goes to that topic."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]


class Topics(Vertical):
    """Topics with their counts; the questions of the topic on the table are listed beneath it."""

    @dataclass
    class Chosen(Message):
        """The person wants to go somewhere."""

        place: str
        """A question's id, `OPENING`, or `REVIEW`."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[tuple[str, Content], ...] = ()
        self._shown: tuple[Progress, str] | None = None
        self._lines: tuple[str, ...] = ()
        self._typed = ""
        self._first: dict[str, str] = {}
        self._is_filled = False

    async def fill(self) -> None:
        """Make a heading over the rows, and a foot below them."""
        rows = TopicList(id="topics-list", compact=True)
        await self.mount(Static(id="topics-heading"), rows, Static(id="topics-foot"))
        self._is_filled = True

    @property
    def list(self) -> TopicList:
        """The rows."""
        return self.query_one(TopicList)

    def show(self, completeness: Progress, place: str) -> None:
        """Show how far each topic is, and where we are, once there are rows; only changed ones are drawn again."""
        if not self._is_filled:
            return
        self._shown = completeness, place
        width = max(20, self.size.width - 3)
        heading = _spread(Content("Topics"), _columns("Text", "Agreed"), width + 1)
        self.query_one("#topics-heading", Static).update(heading, layout=False)
        foot = self._show_foot(completeness)
        found = _rows(completeness, place)
        is_room = sum(len(row.lines(width)) for row in found) <= self.size.height - 1 - foot
        rows = tuple((row.id, row.content(width, whole=is_room)) for row in found)
        self._first = {str(topic.number): topic.questions[0].id for topic in completeness.topics if topic.questions}
        if [name for name, _ in rows] != [name for name, _ in self._rows]:
            self.list.clear_options()
            self.list.add_options([Option(content, id=name) for name, content in rows])
        else:
            for index, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
                if old != new:
                    self.list.replace_option_prompt_at_index(index, new[1])
        self._rows = rows
        if not self.list.has_focus:
            names = [name for name, _ in rows]
            self.list.highlighted = names.index(place) if place in names else None

    def _show_foot(self, completeness: Progress) -> int:
        """Show what is not settled, and return how many lines that takes."""
        lines = _foot(completeness)
        if lines != self._lines:
            self._lines = lines
            foot = self.query_one("#topics-foot", Static)
            foot.display = bool(lines)
            foot.update(Content("\n".join(lines)))
        return len(lines)

    def on_resize(self) -> None:
        """Use the whole width."""
        if self._shown:
            self.show(*self._shown)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell where the person wants to go."""
        event.stop()
        name = event.option_id or ""
        self.post_message(self.Chosen(self._first.get(name.removeprefix(TOPIC), name)))

    def on_key(self, event: events.Key) -> None:
        """A digit goes to the topic of that number; two digits typed one after the other make one number."""
        if not (event.character and event.character.isdecimal()):
            return
        event.stop()
        chosen = self.list.highlighted_option
        if not chosen or chosen.id != f"{TOPIC}{self._typed}":
            self._typed = ""
        longer = self._typed + event.character
        self._typed = longer if longer in self._first else event.character
        if self._typed in self._first:
            self.list.highlighted = self.list.get_option_index(f"{TOPIC}{self._typed}")


class _Row(NamedTuple):
    """One place to go: its id, what stands before its title, how far it is, and whether one is there."""

    id: str
    mark: str
    title: str
    columns: Content
    here: bool

    def lines(self, width: int) -> tuple[str, ...]:
        """The whole title in lines that leave room for the rest."""
        return _lines(self.title, width - self.columns.cell_length - 1 - len(self.mark))

    def content(self, width: int, *, whole: bool) -> Content:
        """The row as it is shown, with its whole title or in one line."""
        first, *more = self.lines(width) if whole else (self.title,)
        style = "bold" if self.here else ""
        rows = [_spread(Content(f"{self.mark}{first}").stylize(style), self.columns, width)]
        rows += [Content(f"{' ' * len(self.mark)}{line}").stylize(style) for line in more]
        return Content("\n").join(rows)


def _rows(completeness: Progress, place: str) -> list[_Row]:
    rows = [_Row(OPENING, _mark(place == OPENING), "Opening", Content(""), place == OPENING)]
    for topic in completeness.topics:
        here = any(question.id == place for question in topic.questions)
        rows.append(_topic_row(topic, here))
        if here:
            rows += [_question_row(question, question.id == place) for question in topic.questions]
    rows.append(_Row(REVIEW, _mark(False), "Review and export", Content(""), False))
    return rows


def _mark(here: bool) -> str:
    return "▸" if here else " "


def _topic_row(topic: TopicProgress, here: bool) -> _Row:
    is_agreed = 0 < topic.needed == topic.agreed
    agreed = f"{'✓ ' if is_agreed else ''}{topic.agreed}/{topic.needed}"
    columns = _columns(f"{topic.written}/{topic.needed}", agreed, is_agreed=is_agreed)
    return _Row(f"{TOPIC}{topic.number}", f"{topic.number:>2} ", topic.title, columns, here)


def _question_row(question: QuestionProgress, here: bool) -> _Row:
    text = f"{'…' if question.later else ''}{STATE_GLYPHS[question.state]}"
    agreement = question.agreement.state
    columns = _columns(text, AGREEMENT_GLYPHS[agreement], is_agreed=agreement == "agreed")
    return _Row(question.id, f"{_mark(here)}  ", question.label, columns, here)


# Kept, for the rows are made at every key, and titles stay what they are.
@lru_cache(maxsize=256)
def _lines(title: str, width: int) -> tuple[str, ...]:
    return tuple(line.plain.rstrip() for line in Content(title).wrap(width))


def _foot(completeness: Progress) -> tuple[str, ...]:
    """What was said and is not settled, with what somebody took on to do."""
    counts = (
        (AGREEMENT_GLYPHS["objection"], completeness.objections, pluralize(completeness.objections, "objection")),
        (AGREEMENT_GLYPHS["to-confirm"], completeness.to_confirm, f"{completeness.to_confirm} {TO_CONFIRM}"),
        ("…", completeness.later, f"{completeness.later} later"),
        ("→", completeness.actions_open, pluralize(completeness.actions_open, "action")),
    )
    return tuple(f"{glyph} {words}" for glyph, number, words in counts if number)


def _columns(text: str, agreed: str, *, is_agreed: bool = False) -> Content:
    """How far the text is beside how far agreement is, each under its heading; every glyph takes one cell."""
    columns = Content(f"{text:>{_TEXT}} {agreed:>{_AGREED}}")
    return columns.stylize("$text-success", _TEXT) if is_agreed else columns


def _spread(left: Content, right: Content, width: int) -> Content:
    workspace = max(0, width - right.cell_length - 1)
    return left.truncate(workspace, ellipsis=True, pad=True) + Content(" ") + right
