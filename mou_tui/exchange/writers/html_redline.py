"""Write the changes from one text to another as a web page, as self-contained as that of any document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from mou_tui.exchange.writers.html import inline, page
from mou_tui.exchange.writers.line_changes import ChangedLine, Kind
from mou_tui.exchange.writers.paper import Paper

_TAGS: dict[Kind, tuple[str, str]] = {"kept": ("", ""), "deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>")}
_RANKS = {"Heading1": "h2", "Heading2": "h3", "Heading3": "h4", "Heading4": "h5"}


def html_redline(paper: Paper, title: str, explanation: str, lines: Iterable[ChangedLine]) -> bytes:
    """Return a redline as a web page, in UTF-8.

    Args:
        paper: the new document.
        title: the title of the page.
        explanation: what the marks mean.
        lines: what it says.
    """
    standing = f"<p>{escape(paper.standing)}</p>\n" if paper.standing else ""
    header = f"{standing}<h1>{escape(title)}</h1>\n<p>{escape(explanation)}</p>"
    body = "\n".join(_lines(lines))
    return page(f"{title} · {paper.subject}", header, f"<main>\n{body}\n</main>")


def _lines(lines: Iterable[ChangedLine]) -> Iterator[str]:
    for changed in lines:
        content = "".join(
            f"{begin}{inline(stretch.content)}{end}"
            for stretch in changed.stretches
            for begin, end in [_TAGS[stretch.kind]]
        )
        tag = _RANKS.get(changed.line.style, "p")
        line = f"<{tag}>{content}</{tag}>"
        for _ in range(changed.line.indent):
            line = f'<div class="set-in">{line}</div>'
        yield line
