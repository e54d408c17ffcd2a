"""One text under a heading: as it is, or with what changed in it marked and what did not cut short."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mou_tui.tui.widgets.diff_view import MOST_WORDS, words_of

_AROUND = 12
"""Words shown before and behind a change."""


class MarkedText(VerticalScroll):
    """Shows a text, or what was changed in it."""

    def compose(self) -> ComposeResult:
        """Compose the text below its heading."""
        yield Static(id="marked-heading", classes="side-heading")
        yield Static(id="marked-text")

    def show_text(self, heading: str, text: str) -> None:
        """Show a text as it is."""
        self._show(heading, Content(text))

    def show_change(self, heading: str, before: str, after: str) -> None:
        """Show a later wording with what was changed from an earlier one."""
        self._show(heading, marked_change(before, after))

    def _show(self, heading: str, content: Content) -> None:
        self.query_one("#marked-heading", Static).update(Content(heading))
        self.query_one("#marked-text", Static).update(content)
        self.scroll_home(animate=False)


def marked_change(before: str, after: str) -> Content:
    """Return both wordings in one: struck through what only the earlier has, underlined what only the later has."""
    earlier, later = words_of(before), words_of(after)
    if len(earlier) + len(later) > MOST_WORDS:
        return Content(after)
    return Content("").join(_parts(earlier, later))


def cut_short(before: str, after: str) -> tuple[str, str]:
    """Return both wordings without the words that are the same in both and far from any difference."""
    earlier, later = words_of(before), words_of(after)
    if len(earlier) + len(later) > MOST_WORDS or before == after:
        return before, after
    texts: tuple[list[str], list[str]] = ([], [])
    for kind, start, end, new_start, new_end in SequenceMatcher(None, earlier, later).get_opcodes():
        parts = "".join(earlier[start:end]), "".join(later[new_start:new_end])
        if kind == "equal":
            same = _cut(later[new_start:new_end], begins=not new_start, ends=new_end == len(later))
            parts = same, same
        for text, part in zip(texts, parts, strict=True):
            text.append(part)
    return "".join(texts[0]), "".join(texts[1])


def _parts(earlier: list[str], later: list[str]) -> Iterator[Content]:
    for kind, start, end, new_start, new_end in SequenceMatcher(None, earlier, later).get_opcodes():
        if kind == "equal":
            yield Content(_cut(later[new_start:new_end], begins=not new_start, ends=new_end == len(later)))
            continue
        gone, new = "".join(earlier[start:end]), "".join(later[new_start:new_end])
        if gone:
            yield Content(gone).stylize("strike")
        if gone and new and not gone[-1].isspace():
            yield Content(" ")
        yield Content(new).stylize("bold underline")


def _cut(words: list[str], *, begins: bool, ends: bool) -> str:
    """Return words that stayed the same, without those that are far from any change."""
    first, last = (0 if begins else _AROUND), (0 if ends else _AROUND)
    if len(words) <= first + last + _AROUND:
        return "".join(words)
    return f"{''.join(words[:first])}… {''.join(words[len(words) - last :])}" if last else f"{''.join(words[:first])}…"
