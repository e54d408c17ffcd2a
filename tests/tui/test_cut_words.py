"""No word is cut at an edge, on any screen, at any size that people have."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Button, Static

from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.workspace.repository import SessionRepository
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

SIZES = (SMALL, NARROW, (110, 34), WIDE, (170, 50))

SCREENS = {
    "the question": (),
    "an example": ("ctrl+t",),
    "the topics": ("f2",),
    "the draft": ("f3",),
    "the parties": ("f7",),
    "the review": ("ctrl+r",),
    "a note": ("f6",),
    "put off": ("ctrl+l",),
    "the meeting": ("ctrl+k",),
    "the agenda": ("ctrl+r", "a"),
    "the blanks": ("ctrl+r", "b"),
    "the history": ("ctrl+r", "h"),
    "before signing": ("ctrl+r", "s"),
    "export": ("ctrl+r", "e"),
    "find": ("ctrl+f", "a"),
    "the room view": ("ctrl+d",),
    "a break": ("ctrl+d", "b"),
    "help": ("f1",),
}
MEANT = re.compile(r"saving…|(?<!\S)…(?!\S)")
"""Dots that stand for no cut word."""


def cut_rows(person: Person) -> Iterator[str]:
    """Rows in which a word ends in dots because there was no room for it."""
    texts = [editor.region for editor in person.app.screen.query(WordingEditor)]
    for y, line in enumerate(person.lines):
        shown = "".join(char for x, char in enumerate(line) if not any(text.contains(x, y) for text in texts))
        if "…" in MEANT.sub("", shown):
            yield line.strip()


def cut_widgets(person: Person) -> Iterator[str]:
    """Buttons, and lines that do not wrap, of which an edge hides a part."""
    screen = person.app.screen
    for widget in screen.query("Button, .screen-title, #keybar, #room-meeting, #room-agreed, .dialog-title"):
        if not (isinstance(widget, (Button, Static)) and widget.display and widget.region):
            continue
        shown = seen(screen, widget)
        if shown and shown.width < widget.region.width:
            yield f"{widget}: {shown.width} of {widget.region.width}"
        text = widget.label if isinstance(widget, Button) else widget.content
        width = max((len(line) for line in str(text).splitlines()), default=0)
        if widget.region.height == 1 and width > widget.region.width:
            yield f"{text} has {widget.region.width} of {width} cells"


def seen(screen: Widget, widget: Widget) -> Region:
    """The part of a widget that is in view."""
    place = screen.screen.find_widget(widget)
    return place.region.intersection(place.clip)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_no_word_is_cut_on_any_screen(repository: SessionRepository, size: tuple[int, int]) -> None:
    async with open_interview(repository, repository.sample(), size=size) as person:
        cut: dict[str, list[str]] = {}
        # What is wider than 80 columns differs on the first of them; on the others there is only more room.
        screens = list(SCREENS.items())[: None if size in (SMALL, NARROW) else 6]
        for name, keys in screens:
            await person.press(*keys)
            if rows := [*cut_rows(person), *cut_widgets(person)]:
                cut[name] = rows
            while len(person.app.screen_stack) > 1:
                await person.press("escape")
            person.interview.view.focus_answer()
        assert cut == {}
