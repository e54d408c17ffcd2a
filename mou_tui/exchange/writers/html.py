"""Write a document as one web page: nothing is loaded from elsewhere, and nothing in it runs.

Whatever is typed is text. The page says so itself: its policy allows its own style sheet, by its hash, and no more.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from mou_tui.draft.blocks import Heading, Inline, Item, Note, Paragraph, Quotation, Span, Table, plain_text
from mou_tui.draft.structure import ClausePart, Part, SectionHeading, SignaturePart
from mou_tui.exchange.writers.html_style import STYLE
from mou_tui.exchange.writers.paper import LANGUAGE, Entry, Outline, Paper, is_bullet, outlined

_DEEPEST = 6
"""The rank of the last heading that web pages have."""


def write_html(paper: Paper) -> bytes:
    """Return a document as a web page, in UTF-8."""
    title, *rest = paper.parts
    assert isinstance(title, Heading)
    standing = f"<p>{escape(paper.standing)}</p>\n" if paper.standing else ""
    header = f"{standing}<h1>{inline(title.content)}</h1>"
    body = f"{_contents(rest)}<main>\n{_sections(rest)}</main>"
    return page(f"{paper.title} · {paper.subject}", header, body, is_card=paper.is_card)


def page(title: str, header: str, body: str, *, is_card: bool = False) -> bytes:
    """Return a page that loads nothing, in UTF-8.

    Args:
        title: its title, as text.
        header: the markup of its header.
        body: the markup below that.
        is_card: whether it is to fit one page where it is printed.
    """
    style_hash = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style_hash}'; base-uri 'none'; form-action 'none'"
    body_class = ' class="card"' if is_card else ""
    text = (
        f'<!doctype html>\n<html lang="{LANGUAGE}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="mou-tui">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body{body_class}>\n<header>\n{header}\n</header>\n{body}\n</body>\n</html>\n"
    )
    return text.encode()


def _contents(parts: Iterable[Part]) -> str:
    """Return the links to the sections, where a document has any."""
    sections = [part for part in parts if isinstance(part, SectionHeading)]
    if not sections:
        return ""
    links = "\n".join(
        f'<li><a href="#section-{part.number}">{part.number}. {escape(plain_text(part.content))}</a></li>'
        for part in sections
    )
    return f'<nav aria-label="Contents">\n<ul>\n{links}\n</ul>\n</nav>\n'


def _sections(parts: Iterable[Part]) -> str:
    """Return parts, those below each heading of a section as a section."""
    pieces: list[str] = []
    is_open = False
    stretches = groupby(parts, lambda part: isinstance(part, SectionHeading) or _is_section(part))
    for is_heading, group in stretches:
        if not is_heading:
            pieces += _parts(group)
            continue
        for part in group:
            pieces += ["</section>"] * is_open
            pieces += [_section_start(part)]
            is_open = True
    pieces += ["</section>"] * is_open
    return "\n".join(pieces) + "\n"


def _is_section(part: Part) -> bool:
    return isinstance(part, Heading) and part.rank == 2


def _section_start(part: Part) -> str:
    if isinstance(part, SectionHeading):
        name = f"section-{part.number}"
        return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{part.number}. {inline(part.content)}</h2>'
    assert isinstance(part, Heading)
    return f"<section>\n<h2>{inline(part.content)}</h2>"


def _parts(parts: Iterable[Part]) -> Iterator[str]:
    for part in outlined(parts):
        if isinstance(part, tuple):
            yield _outline(part)
        elif isinstance(part, ClausePart):
            yield _clause(part)
        elif isinstance(part, SignaturePart):
            yield _signature(part)
        elif isinstance(part, SectionHeading):
            yield _section_start(part)
        elif isinstance(part, Heading):
            rank = min(part.rank, _DEEPEST)
            yield f"<h{rank}>{inline(part.content)}</h{rank}>"
        elif isinstance(part, Table):
            yield _table(part)
        elif isinstance(part, Note):
            yield f'<p class="note">{escape(part.mark)} {inline(part.content)}</p>'
        elif isinstance(part, Quotation):
            yield f"<blockquote>\n{_joined(part.blocks)}\n</blockquote>"
        elif isinstance(part, Paragraph):
            yield f"<p>{inline(part.content)}</p>"


def _joined(parts: Iterable[Part]) -> str:
    return "\n".join(_parts(parts))


def _clause(clause: ClausePart) -> str:
    name = f"clause-{escape(clause.number)}"
    heading = f'<h3 id="{name}">{escape(clause.number)} {inline(clause.caption)}</h3>'
    choices = "\n".join(
        f'<div class="choice">\n<h4>{escape(choice.caption)}</h4>\n{_joined(choice.blocks)}\n</div>'
        for choice in clause.choices
    )
    side_by_side = f'\n<div class="choices">\n{choices}\n</div>' if choices else ""
    body = f"{heading}\n{_joined(clause.blocks)}{side_by_side}"
    return f'<section class="clause" aria-labelledby="{name}">\n{body}\n</section>'


def _signature(signature: SignaturePart) -> str:
    rows = "\n".join(
        f"<div><dt>{escape(label)}:</dt><dd>{inline(content) or '&nbsp;'}</dd></div>"
        for label, content in signature.lines
    )
    return f'<div class="signature">\n<p><strong>{inline(signature.party)}</strong></p>\n<dl>\n{rows}\n</dl>\n</div>'


def _outline(outline: Outline) -> str:
    """Return an outline as lists, each of entries of one kind."""
    return "\n".join(_list(kind, list(group)) for kind, group in groupby(outline, _list_kind))


def _list_kind(entry: Entry) -> str:
    if isinstance(entry.block, Paragraph):
        return "set-in"
    return "bullets" if is_bullet(entry.block) else "labels"


def _list(kind: str, entries: list[Entry]) -> str:
    below = ["\n" + _outline(entry.below) if entry.below else "" for entry in entries]
    if kind == "set-in":
        return "\n".join(
            f'<div class="set-in"><p>{inline(entry.block.content)}</p>{inner}</div>'
            for entry, inner in zip(entries, below, strict=True)
        )
    if kind == "bullets":
        items = (f"<li>{inline(entry.block.content)}{inner}</li>" for entry, inner in zip(entries, below, strict=True))
        return "<ul>\n" + "\n".join(items) + "\n</ul>"
    # The labels are those that were typed, which no list of a web page counts.
    items = (
        f'<li><span class="label">{escape(_label(entry))} </span><div>{inline(entry.block.content)}{inner}</div></li>'
        for entry, inner in zip(entries, below, strict=True)
    )
    return '<ol role="list">\n' + "\n".join(items) + "\n</ol>"


def _label(entry: Entry) -> str:
    return entry.block.label if isinstance(entry.block, Item) else ""


def _table(table: Table) -> str:
    head, *rows = table.rows
    cells = "".join(f'<th scope="col">{inline(cell)}</th>' for cell in head)
    body = "\n".join(f"<tr>{''.join(f'<td>{inline(cell)}</td>' for cell in row)}</tr>" for row in rows)
    table_text = f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f'<div class="table" role="group" aria-label="Table" tabindex="0">\n{table_text}\n</div>'


def inline(content: Inline) -> str:
    """Return the markup of a text."""
    return "".join(map(_span, content))


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br>\n")
    for tag, is_meant in (("mark", span.blank), ("em", span.emphasis), ("strong", span.strong), ("del", span.struck)):
        if is_meant:
            text = f"<{tag}>{text}</{tag}>"
    return text
