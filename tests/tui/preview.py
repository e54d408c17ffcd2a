"""A draft in an app of its own, which counts what it lays out."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Static

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Heading, Span
from mou_tui.draft.markdown import Passage
from mou_tui.tui.widgets.preview.widget import Preview

WIDTH = 40


class PreviewApp(App[None]):
    """A preview at the right of something else, as in the interview."""

    CSS = "Static { width: 1fr; } Preview { width: 40; }"

    def __init__(self, passages: Iterable[Passage]) -> None:
        super().__init__()
        self.passages = tuple(passages)
        self.painted: list[int] = []

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("The answer")
            yield CountedPreview(self.painted)

    def on_mount(self) -> None:
        self.preview.show(self.passages)

    @property
    def preview(self) -> Preview:
        return self.query_one(Preview)

    def change(self, key: str, text: str) -> None:
        self.passages = tuple(passage(key, text) if held.key == key else held for held in self.passages)
        self.preview.show(self.passages)


class CountedPreview(Preview):
    """Notes the rows of the view it is asked to paint."""

    def __init__(self, painted: list[int]) -> None:
        super().__init__()
        self.painted = painted

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return super().render_line(y)


def passage(key: str, text: str) -> Passage:
    """A passage of a clause; one that begins with `#` is a heading."""
    heading = text.removeprefix("# ")
    return Passage(key, (Heading((Span(heading),), 1),) if heading != text else parse(text))


def lines(preview: Preview) -> list[str]:
    return [Preview.render_line(preview, y).text.rstrip() for y in range(preview.size.height)]


def screen(preview: Preview) -> str:
    return "\n".join(lines(preview))


def looks(preview: Preview, text: str) -> Style:
    """How a stretch of text is painted."""
    for y in range(preview.size.height):
        for segment in Preview.render_line(preview, y):
            if segment.text == text:
                return segment.style or Style.null()
    raise AssertionError(f"{text!r} is not in view as one piece")


async def shown(pilot: Pilot[None]) -> Preview:
    await pilot.pause()
    preview = pilot.app.query_one(Preview)
    assert preview.size.width == WIDTH
    return preview
