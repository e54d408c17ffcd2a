"""Checks that what a screen shows is literal, and that no terminal obeys it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment

from tests.tui.hostile import CONTROLS
from tests.tui.interview_app import Person


def segments(person: Person) -> Iterator[Segment]:
    for strip in person.app.screen._compositor.render_strips():
        yield from strip


def assert_harmless(person: Person) -> None:
    """Nothing on the screen is obeyed by the terminal, is a link, or runs something when it is clicked."""
    assert not person.app._exit
    for segment in segments(person):
        assert not CONTROLS.search(segment.text), repr(segment.text)
        if segment.style:
            assert segment.style.link is None
            assert "quit" not in str(segment.style.meta.get("@click", ""))


def assert_literal(person: Person, words: str = "[@click=app.quit]x") -> None:
    """The words are on the screen as they are."""
    assert_harmless(person)
    assert words.replace(" ", "") in "".join(person.screen.split()), person.screen
